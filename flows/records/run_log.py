"""What a run's log in Prefect says: counts, failures by feed id and warnings, and no watched name.

Messages of pages are left out, since their addresses can contain a headline, and so are those of configuration
problems, since they can quote an entry.
"""

from __future__ import annotations

import logging
from collections import Counter

from prefect.exceptions import MissingContextError
from prefect.logging import get_run_logger

from core.records import CycleSummary, Failure, Stage, TickSummary
from flows.records.markdown_reports import problem_places


def log_cycle(summary: CycleSummary) -> None:
    """Logs what a cycle did."""
    log = _logger()
    if summary.holder:
        log.info("Nothing done: %s holds the lock.", summary.holder)
        return
    hits = ", ".join(f"{count} {band}" for band, count in summary.hits) or "none"
    log.info(
        "Feeds: %d due, %d read, of %d. Articles: %d new, %d changed. New hits: %s. Entries left: %d.",
        *(summary.feeds_due, summary.feeds_read, summary.feeds_total),
        *(summary.articles_new, summary.articles_changed, hits, summary.pending),
    )
    if summary.hits_held_back:
        log.info("Held back by suppressions: %d hit(s)", summary.hits_held_back)
    if summary.hits_dismissed:
        log.info("Dismissed before in their story: %d hit(s)", summary.hits_dismissed)
    for state, count in summary.deliveries:
        log.info("Immediate messages %s: %d", state, count)
    for held in summary.held:
        log.info("Held for %s (%s): %d hit(s)", held.subscription_id, held.reason, held.hits)
    _log_problems(log, summary.failures, summary.config_problems)


def log_tick(summary: TickSummary) -> None:
    """Logs what a tick of the digest flow did."""
    log = _logger()
    if summary.holder:
        log.info("Nothing done: %s holds the lock.", summary.holder)
        return
    counts = ", ".join(f"{count} {state}" for state, count in summary.deliveries) or "none"
    log.info("Digests composed: %d. Messages: %s.", summary.digests, counts)
    _log_problems(log, summary.failures, summary.config_problems)


def _log_problems(
    log: logging.Logger | logging.LoggerAdapter[logging.Logger],
    failures: tuple[Failure, ...],
    problems: tuple[str, ...],
) -> None:
    for one in failures:
        if one.stage is Stage.FEED:
            log.warning("Feed %s not read (%s): %s", one.key, one.cause, one.message)
        elif one.stage is Stage.CLUSTER:
            log.warning("%s", one.message)
    others = Counter((one.stage, one.cause) for one in failures if one.stage not in (Stage.FEED, Stage.CLUSTER))
    for (stage, cause), count in others.items():
        log.warning("%d x %s failed: %s. `watchword articles --unread`, `watchword outbox`.", count, stage, cause)
    if problems:
        places = ", ".join(problem_places(problems))
        log.warning("The last good configuration is in force, for: %s. `watchword doctor` says why.", places)


def _logger() -> logging.Logger | logging.LoggerAdapter[logging.Logger]:
    """The run's own logger; an ordinary one outside a run."""
    try:
        return get_run_logger()
    except MissingContextError:
        return logging.getLogger("watchword.run")
