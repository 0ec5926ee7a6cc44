"""The first stage of a cycle: from the feeds that are due to stored entries."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime

from prefect import task
from prefect.futures import as_completed

from core.records import (
    CycleSummary,
    FeedPoll,
    FeedSource,
    FeedState,
    PollStatus,
)
from extractors.fetching.policy import FetchPolicy
from extractors.polling.cycle import conclude_polls
from extractors.polling.schedule import due_feeds, is_paused
from flows.batching import shards
from flows.prefect_tasks import RETRIED, Handed, opaque
from flows.run_config import RunConfig
from flows.workers.clusters import WorkersDiedError
from flows.workers.task_engine import TaskEngine
from flows.workers.work import Shard, ShardAnswers, ask_shard
from storage.store import Store

log = logging.getLogger("watchword.poll")


def read_feeds(
    engine: TaskEngine, store: Store, run_id: str, config: RunConfig, started: datetime, *, ignore_intervals: bool
) -> CycleSummary:
    """Asks the feeds that are due, and stores their new entries as soon as each shard of feeds has answered."""
    store.feeds.sync(config.sources)
    store.feeds.save_deferred_polls()  # of a run that was killed
    states = store.feeds.states()
    asked = due_feeds(config.sources, states, started, ignore_intervals=ignore_intervals)
    log.info("asking %d of %d feeds", len(asked), len(config.sources))
    if asked:
        engine.open()
    policy = FetchPolicy.from_settings(config.settings)
    futures = [
        poll_shard.submit(opaque(engine), opaque(Shard(sources, _states_of(sources, states), policy)))
        for sources in shards(asked)
    ]
    polls: list[FeedPoll] = []
    entries_new = 0
    for future in as_completed(futures):  # stored at once: after a kill, no feed may be polled again too soon
        shard, answered = future.result().take()
        shard_polls, new = save_polls(opaque(store), run_id, opaque(shard), opaque(answered))
        entries_new += new
        polls.extend(shard_polls)
        log.info("feeds: %d of %d asked", len(polls), len(asked))
    store.feeds.save_deferred_polls()
    failures = tuple(one.failure for one in polls if one.failure is not None)
    log.info("%d of %d feeds read; new entries: %d", len(asked) - len(failures), len(asked), entries_new)
    return CycleSummary(
        feeds_total=len(config.sources),
        feeds_due=len(asked),
        feeds_paused=sum(is_paused(source, states) for source in config.sources),
        feeds_read=sum(one.status is not PollStatus.FAILED for one in polls),
        entries_new=entries_new,
        failures=failures,
        feed_warnings=tuple((one.feed_id, said) for one in polls for said in one.warnings),
    )


def _states_of(shard: Iterable[FeedSource], states: Mapping[str, FeedState]) -> dict[str, FeedState]:
    return {one.feed_id: states[one.feed_id] for one in shard if one.feed_id in states}


@task(name="poll feeds", **RETRIED)
def poll_shard(engine: TaskEngine, shard: Shard) -> Handed[tuple[Shard, ShardAnswers]]:
    """Asks these feeds concurrently, within the rate limits; returns them with their answers."""
    try:
        return Handed((shard, engine.run(ask_shard, shard)))
    except WorkersDiedError:  # bodies are parsed in processes of their own: here they can do no harm
        return Handed((shard, ask_shard(shard)))


@task(name="store polls", **RETRIED)
def save_polls(store: Store, run_id: str, shard: Shard, answered: ShardAnswers) -> tuple[list[FeedPoll], int]:
    """Stores the polls of these answers in one transaction, or none if there is nothing new.

    Returns them, and how many entries are new.
    """
    polls = conclude_polls(answered.answers, shard.sources, shard.states, answered.asked_at, store.feeds.known_keys)
    return polls, store.feeds.save_polls(run_id, polls, may_defer=True)
