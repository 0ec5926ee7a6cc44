from __future__ import annotations

import asyncio
import itertools
import time

from extractors.fetching.rate_limit import HostRateLimiter


def visits(limiter, hosts, stay_s=0.0):
    """The host, begin and end (in seconds) of each visit."""
    spans = []

    async def visit(host):
        async with limiter.visit(host):
            began = time.monotonic()
            await asyncio.sleep(stay_s)
            spans.append((host, began, time.monotonic()))

    async def all_visits():
        await asyncio.gather(*map(visit, hosts))

    asyncio.run(all_visits())
    return spans


def test_visits_to_one_host_come_one_at_a_time_with_spacing():
    spans = visits(HostRateLimiter(per_host=1, spacing_s=0.05), ["a"] * 4, stay_s=0.01)
    gaps = [later[1] - earlier[2] for earlier, later in itertools.pairwise(spans)]
    assert all(gap >= 0.049 for gap in gaps)


def test_hosts_do_not_wait_for_each_other():
    began = time.monotonic()
    visits(HostRateLimiter(per_host=1, spacing_s=60.0), [f"host{number}" for number in range(50)])
    assert time.monotonic() - began < 60


def test_without_a_limit_there_is_no_wait():
    spans = visits(HostRateLimiter(per_host=None, spacing_s=60.0), ["a"] * 10, stay_s=0.05)
    assert max(began for _, began, _ in spans) < min(ended for _, _, ended in spans)


def test_a_host_can_be_given_more_spacing():
    limiter = HostRateLimiter(per_host=1, spacing_s=0.01)
    limiter.slow_down("a", 0.1)
    (_, _, ended), (_, began, _) = visits(limiter, ["a", "a"])
    assert began - ended >= 0.099


def test_a_cancelled_visit_frees_its_slot():
    async def scenario():
        limiter = HostRateLimiter(per_host=1, spacing_s=0.0)

        async def stay():
            async with limiter.visit("a"):
                await asyncio.sleep(60)

        first, waiting = asyncio.create_task(stay()), asyncio.create_task(stay())
        await asyncio.sleep(0.01)
        for task in (waiting, first):
            task.cancel()
        await asyncio.gather(first, waiting, return_exceptions=True)
        async with asyncio.timeout(30), limiter.visit("a"):
            return True

    assert asyncio.run(scenario())
