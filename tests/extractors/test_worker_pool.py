"""Worker processes: a task that goes wrong fails alone, and no process survives the pool."""

import asyncio
import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from extractors.worker_pool import (
    PoisonedError,
    WorkerCpuError,
    WorkerCrashError,
    WorkerMemoryError,
    WorkerPool,
    WorkersUnavailableError,
    WorkerTaskError,
    WorkerTimeoutError,
)


def double(number):
    return 2 * number


def fail(message):
    raise ValueError(message)


def pid_after(seconds):
    time.sleep(seconds)
    return os.getpid()


def environment():
    """The variables of this process as Python sees them, and the block that it was started with."""
    return dict(os.environ), Path("/proc/self/environ").read_bytes()


def spin():
    while True:
        pass


def hoard():
    return len([bytearray(64 * 1024 * 1024) for _ in range(64)])


def die():
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(2, wall_s=60, cpu_s=1, memory_mb=256) as pool:
        yield pool


async def gathered(*tasks):
    return await asyncio.gather(*tasks, return_exceptions=True)


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


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


def try_inside(daemonic_queue):
    try:
        with WorkerPool(1) as pool:
            daemonic_queue.put(asyncio.run(pool.run(double, 3)))
    except WorkersUnavailableError as error:
        daemonic_queue.put(str(error))


@pytest.mark.parametrize(("daemon", "answer"), [(False, 6), (True, "distributed.worker.daemon")])
def test_it_works_inside_another_process_and_explains_why_not_inside_a_daemonic_one(daemon, answer):
    """A Dask worker is a process like these two."""
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    outer = context.Process(target=try_inside, args=(queue,), daemon=daemon)
    outer.start()
    got = queue.get(timeout=30)
    outer.join(10)
    assert got == answer or answer in str(got)


def test_a_worker_does_not_inherit_the_mail_password(monkeypatch):
    monkeypatch.setenv("WATCHWORD_SMTP_PASSWORD", "planted-9f31c7a2")
    monkeypatch.setenv("WATCHWORD_SMTP_HOST", "mail.example.org")
    with WorkerPool(1) as pool:
        variables, block = asyncio.run(pool.run(environment))
    assert "WATCHWORD_SMTP_PASSWORD" not in variables
    assert b"planted-9f31c7a2" not in block
    assert variables["WATCHWORD_SMTP_HOST"] == "mail.example.org"
    assert os.environ["WATCHWORD_SMTP_PASSWORD"] == "planted-9f31c7a2"
