"""kill -9 of a cycle at six named stages: the next one proceeds, and nothing is lost, doubled or reported twice.

`make chaos` has sixty kills, with `up`, its server, worker and flows.
"""

import random

import pytest

from benchmarks.chaos_watch import ACCEPTED, World, survive

STAGES = (
    "behind articles",
    "before mail is queued",
    ACCEPTED,
    "in the snapshot's publishing",
    "in a migration",
    "in a re-match",
)


@pytest.mark.parametrize("seed", range(len(STAGES)))
def test_a_killed_cycle_is_made_up_for(tmp_path, prefect_server, seed):
    stage = STAGES[seed]
    with World(tmp_path / "watch", prefect_server) as world:
        assert survive(world, stage, random.Random(seed)), "the stage was not reached"
