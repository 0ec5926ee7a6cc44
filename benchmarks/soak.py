"""Many cycles in one process with one Prefect server: memory, descriptors and the growth of each database.

    .venv/bin/python -m benchmarks.soak --cycles 300 --seed 1

An outlet on loopback announces 0 to 2 new articles before each cycle. Figures are printed every 25 cycles; at the end,
those of the second half are compared with each other: what grows with the cycles and not with the articles is a leak.
`maintain` with everything past its retention comes last, and what it gives back.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.chaos_watch import World

_EVERY = 25
_MAX_GROWTH = 0.05  # of memory, from the middle to the end
_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Figures:
    """What is measured, in MiB, numbers and kB."""

    memory: float
    descriptors: int
    threads: int
    children: int
    sizes: Mapping[str, int]

    def __str__(self) -> str:
        sizes = ", ".join(f"{name} {size:,} kB" for name, size in self.sizes.items())
        return f"{self.memory:.0f} MiB, {self.descriptors} descriptors, {self.threads} threads, {sizes}"


def measured(data: Path) -> Figures:
    """The figures of this process and of the data folder now."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    sizes = {
        "live": sum(path.stat().st_size for path in (data / "live").glob("watchword.duckdb*")),
        "snapshot": (data / "watchword.read.duckdb").stat().st_size,
        "prefect": sum(path.stat().st_size for path in (data / "prefect").glob("prefect.db*")),
    }
    return Figures(
        int(status["VmRSS"].split()[0]) / 1024,
        sum(1 for _ in Path("/proc/self/fd").iterdir()),
        int(status["Threads"]),
        len(children),
        {name: size // 1024 for name, size in sizes.items()},
    )


def soak(world: World, cycles: int, chance: random.Random) -> None:
    """Runs the cycles and prints the figures; raises AssertionError for a leak."""
    os.environ.update(world.environment)
    from core.settings import Settings
    from flows.server import environment

    settings, data = Settings(), world.folder / "data"
    environment.prepare(settings.paths, quiet=True)
    from flows.server.prefect_services import start_embedded_server

    start_embedded_server(print)
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
        seen.append(measured(data))
        if number % _EVERY == 0:
            print(
                f"{number} cycles, {world.announced} articles, {time.monotonic() - begun:.0f} s: {seen[-1]}", flush=True
            )
    middle, end = seen[cycles // 2], seen[-1]
    for name in end.sizes:
        grown = (end.sizes[name] - middle.sizes[name]) / (cycles - cycles // 2)
        print(f"{name} grows by {grown:.1f} kB a cycle")
    print(f"memory {middle.memory:.0f} to {end.memory:.0f} MiB, descriptors {middle.descriptors} to {end.descriptors}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak {peak:.0f} MiB, {(time.monotonic() - begun) / cycles:.2f} s a cycle")
    _maintain(settings.paths.prefect_home)
    print(f"after maintain: {measured(data)}")
    assert end.memory <= middle.memory * (1 + _MAX_GROWTH), "memory grows"
    assert end.descriptors <= middle.descriptors + 3, "descriptors grow"


def _maintain(prefect_home: Path) -> None:
    """Upkeep with nothing kept, and the space of Prefect's deleted runs given back."""
    from datetime import UTC, datetime, timedelta

    from prefect.client.orchestration import get_client

    from core.settings import Settings
    from flows.server.prefect_database import compact_database
    from flows.server.run_history import forget_old_runs
    from storage.maintenance import Retention
    from storage.store import Store

    now = datetime.now(UTC) + timedelta(days=3)
    nothing = timedelta(0)
    Store(Settings().paths).maintain(now, Retention(nothing, nothing, nothing, nothing), compact=True)
    with get_client(sync_client=True) as client:
        deleted = forget_old_runs(client, now, most=10_000)
    print(f"{deleted} runs deleted in Prefect; compacted: {compact_database(prefect_home, above=0)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cycles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="watchword-soak-") as folder, World(Path(folder) / "watch") as world:
        soak(world, asked.cycles, random.Random(asked.seed))


if __name__ == "__main__":
    main()
