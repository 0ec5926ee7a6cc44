"""`watchword demo`: the whole pipeline on the sample newsroom, served on loopback."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cli.app import DONE, FAILED, logs, settings
from cli.progress import shown_progress
from cli.run_summary import print_summary
from cli.verbs.run import run_cycle, start_server
from core.errors import StorageError
from core.memory import share_arenas
from core.settings import DataPaths
from flows.server import environment

_MAX_HITS = 20
SAMPLES = Path(__file__).parents[2] / "samples"


def demo() -> int:
    """The whole pipeline, through the Prefect flows, on a sample newsroom served on this machine.

    Eight feeds of four invented publishers are polled twice; between the two polls one article is updated. Everything
    is written to DATA/demo, which is wiped first (Prefect's own folder excepted). No network is needed.
    """
    paths = _prepare_folder(settings().paths)
    share_arenas()
    environment.prepare(paths, quiet=True)
    with newsroom() as (process, description):
        _write_config(paths.root / "config", description["feeds_yaml"])
        with shown_progress("starting"):
            start_server()
        for cycle_number in (1, 2):
            logs.rule(f"cycle {cycle_number} of 2", style="dim")
            with shown_progress("reading"):
                cycle, tick = run_cycle(ignore_intervals=True)
            print_summary(cycle, tick)
            if cycle.nothing_answered or tick.failures:
                return FAILED
            if cycle_number == 1:
                _advance(process)
    _print_results(paths)
    return DONE


def _prepare_folder(paths: DataPaths) -> DataPaths:
    """Empties DATA/demo except Prefect's home, and makes it the data folder of this process and its children."""
    root = paths.root / "demo"
    keep = root / paths.prefect_home.name
    for path in root.iterdir() if root.is_dir() else ():
        if path != keep:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    root.mkdir(parents=True, exist_ok=True)
    for name, value in {
        "WATCHWORD_DATA_DIR": str(root),
        "WATCHWORD_CONFIG_DIR": str(root / "config"),
        "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
        "WATCHWORD_HOST_SPACING_S": "0",  # the newsroom is ours: no need to be polite
        "WATCHWORD_CONTACT": "demo@localhost",
    }.items():
        os.environ[name] = value
    for name in [name for name in os.environ if name.startswith("WATCHWORD_SMTP_")]:
        del os.environ[name]  # the demo sends no mail
    return settings().paths


@contextmanager
def newsroom() -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    """The sample newsroom as a child process, and its description of itself. It is terminated with the context."""
    command = [sys.executable, str(SAMPLES / "newsroom" / "server.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - a fixed command, no shell
        try:
            yield process, _read_answer(process)
        finally:
            process.terminate()


def _read_answer(process: subprocess.Popen[str]) -> dict[str, Any]:
    line = process.stdout.readline() if process.stdout else ""
    if not line:
        raise StorageError("the sample newsroom did not start; run the demo from a clone of the repository")
    answer: dict[str, Any] = json.loads(line)
    return answer


def _advance(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("advance\n")
    process.stdin.flush()
    _read_answer(process)


def _write_config(folder: Path, feeds_yaml: str) -> None:
    shutil.copytree(SAMPLES / "config", folder)
    (folder / "feeds.yaml").write_text(feeds_yaml, encoding="utf-8")


_QUESTION = "SELECT target_name, surface, source FROM hits WHERE band = 'alert'"


def _print_results(paths: DataPaths) -> None:
    """Prints the hits as a table, and the paths of digests and database."""
    from cli.verbs.hits import hits

    logs.rule("what was found", style="dim")
    hits(limit=_MAX_HITS)
    for digest in sorted(paths.outbox.glob("2*.html")):
        logs.print(f"Digest:   {digest}", markup=False)
    logs.print(f"Database: {paths.snapshot}", markup=False)
    logs.print(f'Ask it:   .venv/bin/watchword query --data {paths.root} "{_QUESTION}"', markup=False)
