"""Many cycles in one process with one Prefect server: memory, descriptors and the growth of each database.

    .venv/bin/python -m benchmarks.soak --cycles 300 --seed 1

An outlet on loopback announces 0 to 2 new articles before each cycle. Figures are printed every 25 cycles; at the end,
those of the second half are compared with each other: what grows with the cycles is a leak. Memory goes up and down by
some 20 MiB from cycle to cycle, so medians are compared. `maintain` with everything past its retention comes last, and
what it and the next start give back.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.chaos_watch import World
from core.settings import Settings
from flows.server.prefect_database import compact_database

_EVERY = 25
_MAX_GROWTH = 0.05  # of memory, from the middle to the end


@dataclass(frozen=True, slots=True)
class Figures:
    """What is measured, in MiB, numbers and kB."""

    memory: float
    server: float  # memory of Prefect's server
    descriptors: int
    threads: int
    children: int
    sizes: Mapping[str, int]

    def __str__(self) -> str:
        sizes = ", ".join(f"{name} {size:,} kB" for name, size in self.sizes.items())
        memory = f"{self.memory:.0f} MiB, server {self.server:.0f} MiB"
        return f"{memory}, {self.descriptors} descriptors, {self.threads} threads, {sizes}"


def _status(process: int | str) -> dict[str, str]:
    path = Path(f"/proc/{process}/status")
    return dict(line.split(":", 1) for line in path.read_text().splitlines()) if path.exists() else {"VmRSS": "0"}


def measured(data: Path, server: int) -> Figures:
    """The figures of this process, the server and the data folder now."""
    status = _status("self")
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    sizes = {
        "live": sum(path.stat().st_size for path in (data / "live").glob("watchword.duckdb*")),
        "snapshot": (data / "watchword.read.duckdb").stat().st_size,
        "prefect": sum(path.stat().st_size for path in (data / "prefect").glob("prefect.db*")),
    }
    return Figures(
        int(status["VmRSS"].split()[0]) / 1024,
        int(_status(server).get("VmRSS", "0").split()[0]) / 1024,
        sum(1 for _ in Path("/proc/self/fd").iterdir()),
        int(status["Threads"]),
        len(children),
        {name: size // 1024 for name, size in sizes.items()},
    )


def soak(world: World, cycles: int, chance: random.Random) -> None:
    """Runs the cycles and prints the figures; raises AssertionError for a leak."""
    os.environ.update(world.environment)
    from flows.server import environment
    from flows.server.prefect_server import listening_at, running_server
    from flows.server.server_secret import new_secret

    settings = Settings()
    environment.prepare(settings.paths, quiet=True)
    begun = time.monotonic()
    with listening_at(0) as listener:
        os.environ.update(environment.access(listener.getsockname()[1], new_secret(), os.environ))
        with running_server(listener, os.environ | {"PREFECT__SERVER_EPHEMERAL": "1"}) as server:
            seen = _cycles(world, settings, cycles, chance, server.pid)
            seconds = (time.monotonic() - begun) / cycles
            deleted = _maintain(settings)
    with listening_at(0) as listener:  # a start a week later: Prefect deletes the events that are older
        access = environment.access(listener.getsockname()[1], new_secret(), os.environ)
        a_week_later = {"PREFECT__SERVER_EPHEMERAL": "1", "PREFECT_SERVER_EVENTS_RETENTION_PERIOD": "PT1S"}
        with running_server(listener, os.environ | access | a_week_later):
            time.sleep(10)
    compacted = compact_database(settings.paths.prefect_home, above=0)  # as the next start does, from 32 MB on
    middle, end, after = _typical(seen[: cycles // 2]), _typical(seen), measured(world.folder / "data", server.pid)
    for name in end.sizes:
        grown = (end.sizes[name] - middle.sizes[name]) / (cycles - cycles // 2)
        print(f"{name} grows by {grown:.1f} kB a cycle: {end.sizes[name]:,} kB, {after.sizes[name]:,} after maintain")
    print(f"{deleted} runs deleted in Prefect; its file compacted: {compacted}")
    print(f"memory {middle.memory:.0f} to {end.memory:.0f} MiB, server {middle.server:.0f} to {end.server:.0f} MiB")
    print(f"descriptors {middle.descriptors} to {end.descriptors}, {seconds:.2f} s a cycle")
    assert end.memory <= middle.memory * (1 + _MAX_GROWTH), "memory grows"
    assert end.server <= middle.server * (1 + _MAX_GROWTH), "the server's memory grows"
    assert end.descriptors <= middle.descriptors + 3, "descriptors grow"


def _typical(seen: Sequence[Figures]) -> Figures:
    """The last figures, with the medians of the last 25 cycles for what goes up and down by itself."""
    last = seen[-_EVERY:]
    memory, server = (statistics.median(getattr(one, name) for one in last) for name in ("memory", "server"))
    return replace(seen[-1], memory=memory, server=server, descriptors=max(one.descriptors for one in last))


def _cycles(world: World, settings: Settings, cycles: int, chance: random.Random, server: int) -> list[Figures]:
    """Runs the cycles; the figures behind each."""
    from flows.digest import digest
    from flows.poll import poll
    from flows.server.run_history import recorded_runs

    seen: list[Figures] = []
    begun = time.monotonic()
    for number in range(1, cycles + 1):
        world.announce(chance.randint(0, 2))
        with recorded_runs(settings):
            summary = poll(ignore_intervals=True)
            digest(preview=True)
        assert summary.feeds_read == 1, summary
        seen.append(measured(world.folder / "data", server))
        if number % _EVERY == 0:
            took = time.monotonic() - begun
            print(f"{number} cycles, {world.announced} articles, {took:.0f} s: {seen[-1]}", flush=True)
    return seen


def _maintain(settings: Settings) -> int:
    """Upkeep with nothing kept; returns how many runs were deleted in Prefect."""
    from datetime import UTC, datetime, timedelta

    from prefect.client.orchestration import get_client

    from flows.server.run_history import forget_old_runs
    from storage.maintenance import Retention
    from storage.store import Store

    now = datetime.now(UTC) + timedelta(days=3)
    nothing = timedelta(0)
    Store(settings.paths).maintain(now, Retention(nothing, nothing, nothing, nothing), compact=True)
    with get_client(sync_client=True) as client:
        return forget_old_runs(client, now, most=10_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cycles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="watchword-soak-") as folder, World(Path(folder) / "watch") as world:
        soak(world, asked.cycles, random.Random(asked.seed))


if __name__ == "__main__":
    main()
