"""A simulation of peak cycles of several watches with workers on many machines, from costs measured on one.

    .venv/bin/python -m benchmarks.simulate_workers

Every watch is a queue: its flow hands shards of feeds and batches of articles to the threads of its workers, at most
`REMOTE_THREADS` at once; a worker fetches with the politeness of the program, then extracts and matches on the cores of
its machine; the flow's process stores the batches one after the other. Assumptions, all fields of `Costs` and `Load`:

- CPU costs are those of `bench_workers costs` here, the same on every machine; the network is never full;
- pages and feeds answer after a log-normal time, a share of sites not at all (the timeout);
- a feed publishes ten articles a day, twice as many in the peak hours, on a site of its own; sites of a batch are asked
  at once, pages of one site two seconds apart;
- a cycle every fifteen minutes; half of the feeds are due in it; four in five answer that nothing has changed;
- nothing fails. What a lost worker costs is its batches in flight, which are read once more.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass

from flows.batching import ARTICLES_PER_TASK, FEEDS_PER_TASK
from flows.reading_articles import PENDING_PER_CYCLE
from flows.workers.task_engine import REMOTE_THREADS

CYCLE_S = 900.0


@dataclass(frozen=True, slots=True)
class Costs:
    """Seconds of CPU, as measured (docs/scale.md)."""

    read_article: float = 0.027  # fetch, extract and match, in a worker
    ask_feed: float = 0.0009  # that has not changed, in a worker
    store_article: float = 0.0038  # with its stories, words and share of the snapshot, in the flow's process
    store_poll: float = 0.0001
    carry_article: float = 0.001  # to and from a worker, in the flow's process
    start: float = 12.0  # of a cycle: Prefect, configuration, the last lines


@dataclass(frozen=True, slots=True)
class Load:
    """What the world does."""

    articles_per_feed_day: float = 10.0
    peak: float = 2.0
    due_share: float = 0.5  # of the feeds, in a cycle
    answer_s: float = 0.6  # median; the logarithm has a deviation of 0.8
    silent_share: float = 0.01  # sites that do not answer
    timeout_s: float = 30.0
    spacing_s: float = 2.0


@dataclass(frozen=True, slots=True)
class Fleet:
    """The machines of one watch; 0 means that the watch works alone, in threads."""

    machines: int
    cores: int = 8
    threads: int = 16


@dataclass(frozen=True, slots=True)
class Outcome:
    """One peak cycle: seconds, shares of the cycle, and articles that wait for the next one."""

    seconds: float
    cores_busy: float
    writer_busy: float
    left: int


def simulate(feeds: int, fleet: Fleet, costs: Costs, load: Load, seed: int = 1) -> Outcome:
    """A peak cycle of one watch."""
    chance = random.Random(seed)
    due = round(feeds * load.due_share)
    new = round(feeds * load.articles_per_feed_day * load.peak * CYCLE_S / 86_400)
    taken = min(new, PENDING_PER_CYCLE)
    machines = max(1, fleet.machines)
    in_flight = min(REMOTE_THREADS, machines * fleet.threads) if fleet.machines else 8
    workers = _Workers(machines, fleet.cores if fleet.machines else 2)
    threads, writer, clock = [costs.start] * in_flight, costs.start, costs.start
    for stage in (_shards(due, costs, load, chance), _batches(taken, costs, load, chance)):
        done = []
        for wait, cpu, store in stage:
            ready = workers.run(heapq.heappop(threads) + wait, cpu)
            heapq.heappush(threads, ready)
            done.append((ready, store))
        for ready, store in sorted(done):  # one after the other, as they come
            writer = max(writer, ready) + store
            clock = max(clock, writer)
        threads = [clock] * in_flight  # articles are read when all feeds are stored
    stored = due * costs.store_poll + taken * (costs.store_article + costs.carry_article)
    return Outcome(clock, workers.spent / (CYCLE_S * workers.cores), stored / CYCLE_S, new - taken)


class _Workers:
    """The cores of the workers' machines; work goes to the core that is free first."""

    def __init__(self, machines: int, cores: int) -> None:
        self.cores = machines * cores
        self.spent = 0.0
        self._free = [0.0] * self.cores

    def run(self, at: float, cpu: float) -> float:
        """When work that arrives then ends."""
        end = max(at, heapq.heappop(self._free)) + cpu
        heapq.heappush(self._free, end)
        self.spent += cpu
        return end


def _answer(load: Load, chance: random.Random) -> float:
    if chance.random() < load.silent_share:
        return load.timeout_s
    return min(load.timeout_s, load.answer_s * chance.lognormvariate(0, 0.8))


def _shards(feeds: int, costs: Costs, load: Load, chance: random.Random) -> Iterator[tuple[float, float, float]]:
    """For each shard: how long its slowest feed takes, its CPU, and the writer's."""
    for start in range(0, feeds, FEEDS_PER_TASK):
        size = min(FEEDS_PER_TASK, feeds - start)
        yield max(_answer(load, chance) for _ in range(size)), size * costs.ask_feed, size * costs.store_poll


def _batches(articles: int, costs: Costs, load: Load, chance: random.Random) -> Iterator[tuple[float, float, float]]:
    """For each batch: how long its slowest site takes, its CPU, and the writer's."""
    for start in range(0, articles, ARTICLES_PER_TASK):
        size = min(ARTICLES_PER_TASK, articles - start)
        left, waits = size, []
        while left:
            pages = min(left, chance.choice((1, 1, 2, 3)))  # of one site in this cycle
            waits.append(
                sum(_answer(load, chance) for _ in range(pages + 1)) + pages * load.spacing_s
            )  # and robots.txt
            left -= pages
        yield max(waits), size * costs.read_article, size * (costs.store_article + costs.carry_article)


def main() -> None:
    costs, load = Costs(), Load()
    print(f"{costs}\n{load}\n")
    print("feeds     watches  machines each  cycle     worker cores busy  writer busy  articles left a cycle")
    for feeds, watches, machines in (
        *((100, 1, 0), (1_000, 1, 0), (10_000, 1, 0), (10_000, 1, 1), (10_000, 1, 4)),
        *((180_000, 1, 100), (180_000, 10, 10), (180_000, 20, 5), (180_000, 20, 1)),
    ):
        one = simulate(feeds // watches, Fleet(machines), costs, load)
        late = "  LATE" if one.seconds > CYCLE_S else ""
        print(
            f"{feeds:<9,} {watches:<8} {machines or 'itself':<14} {one.seconds:5.0f} s  {one.cores_busy:16.0%} "
            f"{one.writer_busy:12.0%} {one.left:12,}{late}"
        )


if __name__ == "__main__":
    main()
