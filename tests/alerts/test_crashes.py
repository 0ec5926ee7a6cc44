"""kill -9 while messages are queued and sent loses nothing; only a message just accepted by the server is repeated."""

from __future__ import annotations

import tomllib

from benchmarks.alerts_crashes import crash
from benchmarks.alerts_features import ALLOWED, problems, used


def test_kills_at_random_moments_lose_nothing():
    outcome = crash(kills=6, seed=7)
    assert outcome.killed_at_work > 0
    assert (outcome.lost, outcome.stuck, outcome.twice_with_another_id) == (0, 0, 0)
    assert outcome.twice <= outcome.killed_at_work


def test_a_digest_uses_only_what_was_checked_against_mail_programs():
    assert list(problems(used(), tomllib.loads(ALLOWED.read_text(encoding="utf-8")), None)) == []
