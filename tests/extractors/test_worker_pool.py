"""Worker processes: a task that goes wrong fails alone, and no process survives the pool."""

import asyncio
import multiprocessing
import os
import signal
import time

import pytest

from extractors.worker_pool import WorkerPool
from extractors.workers.errors import (
    PoisonedError,
    WorkerCpuError,
    WorkerCrashError,
    WorkerMemoryError,
    WorkerTaskError,
    WorkerTimeoutError,
)


def double(number: int) -> int:
    return 2 * number


def fail(message: str) -> None:
    raise ValueError(message)


def pid_after(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def environment() -> dict[str, str]:
    """The variables of this process."""
    return dict(os.environ)


def spin() -> None:
    while True:
        pass


def hoard() -> int:
    return len([bytearray(64 * 1024 * 1024) for _ in range(64)])


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(2, wall_s=60, cpu_s=1, memory_mb=256) as pool:
        yield pool


def finished_at(seconds: float) -> float:
    time.sleep(seconds)
    return time.monotonic()


async def gathered(*tasks):
    return await asyncio.gather(*tasks, return_exceptions=True)


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_tasks_of_a_lower_turn_go_first_while_all_workers_are_busy():
    async def work(pool):
        first = asyncio.ensure_future(pool.run(finished_at, 0.5))
        await asyncio.sleep(0.1)
        return await gathered(first, *(pool.run(finished_at, 0.0, turn=turn) for turn in (2, 1, 2, 0)))

    with WorkerPool(1) as pool:
        began, *ends = asyncio.run(work(pool))
    assert began < min(ends)
    assert sorted(range(4), key=lambda number: ends[number]) == [3, 1, 0, 2]


def test_a_task_that_nobody_waits_for_any_more_is_not_done():
    async def work(pool):
        first = asyncio.ensure_future(pool.run(finished_at, 0.5))
        await asyncio.sleep(0.1)
        given_up = asyncio.ensure_future(pool.run(spin, turn=1))
        last = asyncio.ensure_future(pool.run(double, 4, turn=2))
        await asyncio.sleep(0.1)
        given_up.cancel()
        return await gathered(first, last, given_up)

    with WorkerPool(1) as pool:
        _, last, given_up = asyncio.run(work(pool))
    assert last == 8
    assert isinstance(given_up, asyncio.CancelledError)


def test_workers_are_prepared_once():
    with WorkerPool(2) as pool:
        for _ in range(3):
            pool.prepare(environment)
        first, second = asyncio.run(gathered(pool.run(pid_after, 0.5), pool.run(pid_after, 0.5)))
        assert {first, second} == {one._process.pid for one in pool._running._all}


def test_results_and_errors_are_returned(pool):
    async def work():
        return await gathered(pool.run(double, 21), pool.run(fail, "no such luck"))

    doubled, error = asyncio.run(work())
    assert doubled == 42
    assert isinstance(error, WorkerTaskError)
    assert "ValueError in tests/extractors/test_worker_pool.py:" in str(error)
    assert "no such luck" not in str(error), "its text may quote an article"


def test_each_exceeded_limit_has_its_error_and_other_tasks_go_on(pool):
    async def work():
        return await gathered(pool.run(spin), pool.run(hoard), pool.run(die), pool.run(double, 1))

    spun, hoarded, died, doubled = asyncio.run(work())
    assert isinstance(spun, WorkerCpuError)
    assert isinstance(hoarded, WorkerMemoryError)
    assert isinstance(died, WorkerCrashError)
    assert doubled == 2


def test_a_key_that_killed_a_worker_is_refused(pool):
    async def work():
        first = await gathered(pool.run(die, key="abc"))
        second = await gathered(pool.run(double, 2, key="abc"), pool.run(double, 2, key="other"))
        return first + second

    died, refused, other = asyncio.run(work())
    assert isinstance(died, WorkerCrashError)
    assert isinstance(refused, PoisonedError)
    assert other == 4


def test_a_task_ends_at_its_wall_clock_limit_and_no_worker_survives_the_pool():
    async def work(pool):
        pid = await pool.run(pid_after, 0)
        return pid, *await gathered(pool.run(pid_after, 60))

    begin = time.monotonic()
    with WorkerPool(1, wall_s=1) as pool:
        pid, error = asyncio.run(work(pool))
    assert isinstance(error, WorkerTimeoutError)
    assert error.transient
    assert time.monotonic() - begin < 20
    assert not is_alive(pid)


def test_leaving_the_pool_ends_a_running_task():
    async def work(pool):
        pid = await pool.run(pid_after, 0)
        task = asyncio.create_task(pool.run(pid_after, 60))
        await asyncio.sleep(0.2)
        task.cancel()
        return pid

    with WorkerPool(1) as pool:
        pid = asyncio.run(work(pool))
    assert not is_alive(pid)


def test_a_closed_pool_can_be_used_again():
    with WorkerPool(1) as pool:
        assert asyncio.run(pool.run(double, 1)) == 2
        pool.close()
        assert asyncio.run(pool.run(double, 2)) == 4


def try_inside(queue):
    with WorkerPool(1) as pool:
        queue.put(asyncio.run(pool.run(double, 3)))


@pytest.mark.parametrize("daemon", [False, True])
def test_it_works_inside_another_process_also_a_daemonic_one(daemon):
    """A Dask worker is a process like these two."""
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    outer = context.Process(target=try_inside, args=(queue,), daemon=daemon)
    outer.start()
    assert queue.get(timeout=30) == 6
    outer.join(10)
