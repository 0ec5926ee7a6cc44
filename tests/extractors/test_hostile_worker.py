"""A worker that a hostile page has taken over: what it sends is data, and what it may do is next to nothing."""

import asyncio
import os
import pickle
import resource
import socket
import struct
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.errors import ExtractError
from extractors.worker_pool import WorkerPool
from extractors.workers.confinement import landlock_version
from extractors.workers.errors import WorkerCrashError, WorkerError, WorkerTaskError

confined = pytest.mark.skipif(not landlock_version(), reason="this kernel has no Landlock")


@dataclass(frozen=True, slots=True)
class Found:
    """A result of a known shape."""

    title: str
    words: tuple[str, ...] = ()


class Bomb:
    """Unpickling it makes a file."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self):
        return os.mkdir, (self.path,)


def channel() -> socket.socket:
    """The worker's own socket to its parent, as code that runs inside it can find it."""
    for descriptor in range(3, 64):
        try:
            return socket.socket(fileno=os.dup(descriptor))
        except OSError:
            continue
    raise AssertionError("no socket")


def send_bomb(path: str, kind: bytes) -> Found:
    """Answers with a pickle in place of a result."""
    body = pickle.dumps(Bomb(path))
    channel().sendall(struct.pack("!cQ", kind, len(body)) + body)
    time.sleep(3)
    os._exit(0)


def send_raw(answer: bytes) -> Found:
    """Answers with these bytes."""
    channel().sendall(answer)
    time.sleep(3)
    os._exit(0)


def wrong_shape(answer: str) -> Found:
    """Returns something else than it declares, as JSON."""
    return {"title": 7} if answer == "type" else {"words": ["a"]} if answer == "missing" else [[[]]]


def well_behaved() -> Found:
    """A result."""
    return Found("Four \ud800 accused", ("one", "two"))


def lie_about_error() -> Found:
    """An error whose name is an escape sequence."""
    raise type("\x1b[31mBold", (Exception,), {})


def read(path: str) -> str:
    """What a file holds, or why it cannot be read."""
    try:
        return Path(path).read_text()
    except OSError as error:
        return type(error).__name__


def write(path: str) -> str:
    """The error of writing a file."""
    try:
        Path(path).write_text("x")
    except OSError as error:
        return type(error).__name__
    return "written"


def connect(port: int) -> str:
    """The error of connecting to a port of loopback."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError as error:
        return type(error).__name__
    return "connected"


def start_program() -> str:
    """The error of starting a program."""
    try:
        subprocess.run(["/bin/true"], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        return type(error).__name__
    return "started"


def signal_parent(parent: int) -> str:
    """The error of asking whether a signal could be sent."""
    try:
        os.kill(parent, 0)
    except OSError as error:
        return type(error).__name__
    return "sent"


def limits() -> tuple[int, ...]:
    """The limits on file size, processes and core dumps."""
    kinds = (resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC, resource.RLIMIT_CORE)
    return tuple(resource.getrlimit(kind)[1] for kind in kinds)


def ask(pool, function, *args, **options):
    return asyncio.run(pool.run(function, *args, **options))


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(1, wall_s=10) as pool:
        yield pool


def test_a_result_crosses_as_data_of_its_declared_type(pool):
    assert ask(pool, well_behaved) == Found("Four \ufffd accused", ("one", "two"))


@pytest.mark.parametrize("kind", [b"r", b"x", b"e", b"m", b"t", b"?"])
def test_a_pickle_from_a_worker_is_never_loaded(pool, tmp_path, kind):
    """It would run code with the rights of the parent: this is what a pool that pickles results does."""
    place = tmp_path / "run-by-the-parent"
    with pytest.raises(ExtractError) as refused:
        ask(pool, send_bomb, str(place), kind)
    assert not place.exists()
    assert "run-by-the-parent" not in str(refused.value) or kind == b"x", "only a message, cut and printable"
    pickle.loads(pickle.dumps(Bomb(str(place))))
    assert place.exists(), "the bomb is a real one"


@pytest.mark.parametrize("answer", [b"r" + b"\xff" * 8, b"GET / HTTP/1.1\r\n\r\n", b"r" + bytes(7) + b"\x02{]"])
def test_bytes_of_no_known_form_cost_only_that_task(pool, answer):
    begin = time.monotonic()
    with pytest.raises(WorkerError):
        ask(pool, send_raw, answer)
    assert time.monotonic() - begin < 9, "a length that is too long is refused at once"
    assert ask(pool, well_behaved).words == ("one", "two")


@pytest.mark.parametrize("answer", ["type", "missing", "array"])
def test_a_result_of_another_shape_is_refused(pool, answer):
    with pytest.raises(WorkerCrashError):
        ask(pool, wrong_shape, answer)


def test_the_name_of_an_error_reaches_no_terminal(pool):
    with pytest.raises(WorkerTaskError) as refused:
        ask(pool, lie_about_error)
    assert str(refused.value).isprintable()


@confined
def test_a_worker_reads_no_data_and_writes_none(pool, tmp_path):
    secret = tmp_path / "prefect.secret"
    secret.write_text("watchword:planted")
    assert ask(pool, read, str(secret)) == "PermissionError"
    assert ask(pool, read, f"/proc/{os.getpid()}/environ") == "PermissionError"
    assert ask(pool, read, "/etc/passwd") == "PermissionError"
    assert ask(pool, write, str(secret)) == "PermissionError"
    assert ask(pool, write, str(tmp_path / "new")) == "PermissionError"
    assert ask(pool, read, os.__file__) != "PermissionError", "the program's own files can be imported"
    assert secret.read_text() == "watchword:planted"


@pytest.mark.skipif(landlock_version() < 4, reason="this kernel's Landlock does not know connections")
def test_a_worker_reaches_no_server(pool):
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert ask(pool, connect, server.getsockname()[1]) == "PermissionError"


@confined
def test_a_worker_starts_no_program(pool):
    assert ask(pool, start_program) in ("PermissionError", "BlockingIOError", "FileNotFoundError")


@pytest.mark.skipif(landlock_version() < 6, reason="this kernel's Landlock does not know signals")
def test_a_worker_signals_nobody(pool):
    assert ask(pool, signal_parent, os.getpid()) == "PermissionError"


def test_files_processes_and_core_dumps_are_limited(pool):
    assert ask(pool, limits) == (0, 0, 0)


def test_a_worker_inherits_no_secret(monkeypatch):
    secrets = ("WATCHWORD_SMTP_PASSWORD", "PREFECT_API_AUTH_STRING", "PREFECT_SERVER_API_AUTH_STRING", "CHAT_URL")
    for name in secrets:
        monkeypatch.setenv(name, "planted-9f31c7a2")
    with WorkerPool(1) as pool:
        variables = ask(pool, environment)
    assert not [name for name, value in variables.items() if "planted-9f31c7a2" in value]
    assert variables["PATH"] == os.environ["PATH"]


def environment() -> dict[str, str]:
    """The variables of this process."""
    return dict(os.environ)


def pid() -> int:
    """Of the worker."""
    return os.getpid()


def test_workers_end_with_a_parent_that_is_killed():
    code = (
        "import asyncio, os, signal\n"
        "from extractors.worker_pool import WorkerPool\n"
        "from tests.extractors.test_hostile_worker import pid\n"
        "print(asyncio.run(WorkerPool(1).run(pid)), flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    worker = int(done.stdout)
    deadline = time.monotonic() + 10
    while _is_running(worker) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _is_running(worker)


def _is_running(worker: int) -> bool:
    stat = Path(f"/proc/{worker}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
