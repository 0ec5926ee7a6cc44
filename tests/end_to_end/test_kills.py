"""kill -9 of cycles at six named stages: the next one proceeds, and nothing is lost, doubled or reported twice.

`make chaos` has sixty kills, each with a cycle of its own behind it, with `up`, its server, worker and flows.
"""

from benchmarks.chaos_watch import ACCEPTED, World, await_end, check, check_runs, cycle, kill_in_cycle

IN_TURN = ("in a migration", "behind articles", "before mail is queued", ACCEPTED, "in the snapshot's publishing")


def test_killed_cycles_are_made_up_for(tmp_path, prefect_server):
    """Each kill comes in the cycle that makes up for the one before."""
    with World(tmp_path / "watch", prefect_server) as world:
        for stage in IN_TURN:
            world.announce(2)
            kill(world, stage)
        assert_made_up_for(world, doubled=1)
        world.announce(1)
        world.watch_another()
        kill(world, "in a re-match")
        assert_made_up_for(world, doubled=1)


def kill(world, stage):
    assert kill_in_cycle(world, stage, 1), f"not reached: {stage}"
    await_end(world, within_s=60)


def assert_made_up_for(world, doubled):
    cycle(world)
    await_end(world, within_s=60)
    check_runs(world)
    check(world, doubled=doubled)
