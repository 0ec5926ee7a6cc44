"""`WATCHWORD_TASK_RUNNER`: what it may say, and what is refused because it would leave this machine in the clear."""

from __future__ import annotations

import pytest

from core.settings import Settings
from core.task_runner import EngineKind, TaskRunnerChoice, parse_task_runner, ray_is_encrypted

TLS = {"RAY_USE_TLS": "1", "RAY_TLS_SERVER_CERT": "a", "RAY_TLS_SERVER_KEY": "b", "RAY_TLS_CA_CERT": "c"}


@pytest.mark.parametrize(
    ("text", "kind", "address"),
    [
        ("threads", EngineKind.THREADS, None),
        ("dask", EngineKind.DASK, None),
        (" ray ", EngineKind.RAY, None),
        ("dask:tcp://127.0.0.1:8786", EngineKind.DASK, "tcp://127.0.0.1:8786"),
        ("dask:127.8.0.1:8786", EngineKind.DASK, "127.8.0.1:8786"),
        ("dask:tcp://[::1]:8786", EngineKind.DASK, "tcp://[::1]:8786"),
        ("dask:tls://10.1.2.3:8786", EngineKind.DASK, "tls://10.1.2.3:8786"),
        ("ray:localhost:6379", EngineKind.RAY, "localhost:6379"),
        ("ray:ray://127.0.0.1:10001", EngineKind.RAY, "ray://127.0.0.1:10001"),
    ],
)
def test_what_it_may_say(text, kind, address):
    assert parse_task_runner(text) == TaskRunnerChoice(kind, address)
    assert str(parse_task_runner(text)) == text.strip()


@pytest.mark.parametrize("text", ["", "dsk", "threads:8", "dask:", "celery:tcp://127.0.0.1:1"])
def test_anything_else_is_an_error(text):
    with pytest.raises(ValueError, match=r"none of|missing after"):
        parse_task_runner(text)


@pytest.mark.parametrize(
    "text",
    [
        "dask:tcp://10.1.2.3:8786",
        "dask:10.1.2.3:8786",
        "dask:scheduler.internal:8786",
        "dask:tcp://localhost.example.org:8786",
        "dask:ws://10.1.2.3:8786",
        "ray:10.1.2.3:6379",
        "ray:ray://head:10001",
        "ray:auto",
    ],
)
def test_another_machine_needs_encryption(text):
    with pytest.raises(ValueError, match="is refused"):
        parse_task_runner(text)


def test_ray_has_its_own_encryption():
    assert ray_is_encrypted(TLS)
    assert not any(ray_is_encrypted({name: value for name, value in TLS.items() if name != left}) for left in TLS)
    assert parse_task_runner("ray:10.1.2.3:6379", ray_is_encrypted=True).address == "10.1.2.3:6379"


def test_the_command_refuses_it_with_the_remedy(watchword, tmp_path, monkeypatch):
    monkeypatch.setenv("WATCHWORD_TASK_RUNNER", "dask:tcp://10.1.2.3:8786")
    done = watchword("run", "--data", tmp_path / "data")
    assert done.returncode == 2
    assert "WATCHWORD_TASK_RUNNER" in done.stderr
    assert "tls://" in done.stderr
    assert not (tmp_path / "data").exists()
    monkeypatch.setenv("WATCHWORD_TASK_RUNNER", "")
    assert Settings().task_runner == TaskRunnerChoice()
