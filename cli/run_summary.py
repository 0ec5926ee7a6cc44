"""The summary that `run` and `demo` print at the end: what was read, what not and why, the hits, the next digest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rich.markup import escape

from alerts.text.wording import cause_words, counted
from cli.app import logs
from core.isolation import INTERNAL_ERROR
from core.records import ALL_MESSAGES, Band, CycleSummary, DeliveryState, Failure, HeldHits, Stage, TickSummary

_UNDELIVERED = (DeliveryState.QUEUED, DeliveryState.DEAD)
_STATES = {DeliveryState.DEAD: "refused for good", DeliveryState.QUEUED: "waiting"}
_NOT_DONE = {Stage.DELIVER: "not delivered", Stage.STORE: "not stored"}
_MAX_FEEDS = 12
_MAX_CAUSES = 6
_NO_ANSWER = {"connect", "dns", "timeout", "tls"}  # causes of failures without an answer
_PAGE_STAGES = (Stage.PAGE, Stage.EXTRACT, Stage.MATCH, Stage.STORE)


class Amount(StrEnum):
    """How much of a summary is printed."""

    ALL = "all"
    PROBLEMS = "problems"  # what failed, was held back or waits for somebody


def print_summary(
    cycle: CycleSummary | None,
    tick: TickSummary,
    amount: Amount = Amount.ALL,
    printed: Collection[str] = (),
) -> None:
    """Prints to standard error what a cycle did, None if there was none, and what became of digests and messages.

    The failures of the feeds in `printed` (ids) are no longer among the problems: they were printed before.
    """
    lines = dict.fromkeys(
        (*(_cycle_lines(cycle, printed) if cycle else ()), *_tick_lines(tick))
    )  # both name what waits
    if amount is Amount.ALL and cycle:
        logs.rule(style="dim")
    for line in lines:
        if amount is Amount.ALL or line.is_problem:
            logs.print(line.text)


def summary_row(cycle: CycleSummary | None, tick: TickSummary) -> dict[str, object]:
    """What a run did, for programs: the fields of both summaries under their own names."""
    row: dict[str, object] = {}
    for part in (tick, cycle or CycleSummary()):
        row |= {one.name: getattr(part, one.name) for one in fields(part)}
    both = cycle or CycleSummary()
    found = dict(both.hits)
    return row | {
        "hits": {band.value: found.get(band, 0) for band in Band},
        "deliveries": {
            state.value: count
            for state, count in sorted((Counter(dict(both.deliveries)) + Counter(dict(tick.deliveries))).items())
        },
        "upcoming": [{"subscription_id": one, "at": at.isoformat(), "zone": zone} for one, at, zone in tick.upcoming],
        "failures": [_as_row(one) for one in (*both.failures, *tick.failures)],
        "held": [_as_row(one) for one in both.held],
        "config_problems": list(dict.fromkeys((*both.config_problems, *tick.config_problems))),
    }


def _as_row(value: Failure | HeldHits) -> dict[str, object]:
    row = {one.name: getattr(value, one.name) for one in fields(value)}
    return {name: cell.isoformat() if isinstance(cell, datetime) else cell for name, cell in row.items()}


class _Line(NamedTuple):
    """A line of a summary, with Rich's markup."""

    text: str
    is_problem: bool = False


def _tick_lines(tick: TickSummary) -> Iterable[_Line]:
    """What became of the digests that were due, and when the next ones leave."""
    for state, count in tick.deliveries:
        if state is not DeliveryState.QUEUED:
            yield _Line(f"Messages: {count} {_STATES.get(state, state)}", state in _UNDELIVERED)
    if tick.waiting:
        text = f"Messages: {tick.waiting} waiting for their next attempt; `watchword outbox` says when and why"
        yield _Line(text, DeliveryState.QUEUED in dict(tick.deliveries))
    for subscription, at, zone in tick.upcoming:
        local = at.astimezone(ZoneInfo(zone))
        yield _Line(f"Next digest for {escape(subscription)}: {local:%a %d %b %H:%M} {local.tzname()} ({zone})")
    for subscription in tick.left:
        yield _Line(f"Nobody reads {escape(subscription)}: what it asks for waits for a reader (`watchword readers`)")
    for failure in tick.failures:
        what = _NOT_DONE.get(failure.stage, "not composed")
        yield _failed(what, failure)
    yield from _not_in_force(tick.config_problems)  # the cycle does not know them if a file was edited during it


def _failed(what: str, failure: Failure) -> _Line:
    """What failed of which item; messages that wait or were refused are spoken of together."""
    item = "" if failure.key == ALL_MESSAGES else f" {escape(failure.key)}"
    return _Line(f"  [red]{what}[/]{item}: {escape(failure.message)}", True)


def print_failures(failures: Iterable[Failure]) -> None:
    """Prints to standard error what failed and why, an item a line."""
    for line in _failure_lines(failures):
        logs.print(line.text)


def _failure_lines(failures: Iterable[Failure]) -> Iterable[_Line]:
    """The failures that nobody foresaw, with their item; all of them are to be reported."""
    internal = [one for one in failures if one.cause == INTERNAL_ERROR]
    for one in internal[:_MAX_FEEDS]:
        yield _Line(f"  [red]failed[/] {escape(one.key)} ({one.stage}): {escape(one.message)}", True)
    if len(internal) > _MAX_FEEDS:
        yield _Line(f"  and {len(internal) - _MAX_FEEDS} more of that kind", True)


def _cycle_lines(cycle: CycleSummary, printed: Collection[str]) -> Iterable[_Line]:
    if cycle.holder:
        yield _Line(f"Nothing done: {escape(cycle.holder)} is at work; its hits will be there when it ends.", True)
        return
    yield from _feed_lines(cycle, printed)
    unread = _unread_pages(cycle.failures)
    yield _Line(f"Articles: {cycle.articles_new} new, {cycle.articles_changed} changed{unread}", bool(unread))
    yield from _failure_lines(one for one in cycle.failures if one.stage is not Stage.FEED)
    yield _Line("Hits: " + _hit_counts(cycle))
    yield from _immediate_lines(cycle)
    if cycle.archive_hits:
        yield _Line(f"Found in the archive after a watchlist edit: {cycle.archive_hits}")
    if cycle.archive_left:
        total = cycle.archive_read + cycle.archive_left
        yield _Line(
            f"Archive: {cycle.archive_read:,} of {total:,} articles read again, newest first; the next cycle goes on"
        )
    if cycle.pending:
        yield _Line(
            f"{cycle.pending:,} entries wait for the next cycle (a cycle reads so many pages, so many of a site, "
            "and no more of one that asks for a pause)"
        )
    if cycle.nothing_answered:
        yield _Line(_nothing_answered(cycle), any(one.key not in printed for one in _failed_feeds(cycle)))
    elif not (cycle.hits or cycle.hits_held_back or cycle.hits_dismissed or cycle.archive_hits) and logs.is_terminal:
        yield _Line(_NOTHING_FOUND)
    for one in cycle.failures:
        if one.stage is Stage.CLUSTER:
            yield _Line(f"[yellow]Cluster:[/] {escape(one.message)}", True)
    yield from _not_in_force(cycle.config_problems)


def _not_in_force(problems: Iterable[str]) -> Iterable[_Line]:
    for problem in problems:
        yield _Line(f"[red]Configuration, not in force:[/] {escape(problem)}", True)


def _failed_feeds(cycle: CycleSummary) -> list[Failure]:
    return [one for one in cycle.failures if one.stage is Stage.FEED]


def _feed_lines(cycle: CycleSummary, printed: Collection[str]) -> Iterable[_Line]:
    if not cycle.feeds_total:
        yield _Line("[red]No feed is listed[/] in feeds.yaml: `watchword feeds add URL` adds one", True)
        return
    failed = sorted(_failed_feeds(cycle), key=lambda one: one.key in printed)
    paused = f"{cycle.feeds_paused} paused (`watchword feeds health` says why), " if cycle.feeds_paused else ""
    not_due = cycle.feeds_total - cycle.feeds_due - cycle.feeds_paused
    yield _Line(
        f"Feeds: {cycle.feeds_read} read, {len(failed)} not read, {paused}{not_due} not due, of {cycle.feeds_total}"
    )
    for one in failed[:_MAX_FEEDS]:
        yield _Line(f"  [red]not read[/] {escape(one.key)}: {escape(one.message)}", one.key not in printed)
    if len(failed) > _MAX_FEEDS:
        is_news = failed[_MAX_FEEDS].key not in printed
        yield _Line(f"  and {len(failed) - _MAX_FEEDS} more; `watchword feeds health` lists them", is_news)
    for feed_id, said in cycle.feed_warnings[:_MAX_FEEDS]:
        yield _Line(f"  {escape(feed_id)}: {escape(said)}")
    if len(cycle.feed_warnings) > _MAX_FEEDS:
        yield _Line(
            f"  and {len(cycle.feed_warnings) - _MAX_FEEDS} more; `watchword feeds check` says what of each feed"
        )


def _immediate_lines(cycle: CycleSummary) -> Iterable[_Line]:
    for state, count in cycle.deliveries:
        yield _Line(f"Immediate messages: {count} {_STATES.get(state, state)}", state in _UNDELIVERED)
    for one in cycle.failures:
        if one.stage is Stage.DELIVER:
            yield _failed("not delivered", one)
    for held in _joined(cycle.held):
        hits = counted(held.hits, "hit")
        text = f"Held for {escape(held.subscription_id)} ({held.reason}): {hits}, {_until(held.until)}"
        yield _Line(text, True)


def _joined(held: Iterable[HeldHits]) -> Iterable[HeldHits]:
    """One value for each subscription and reason."""
    sums: dict[tuple[str, str], HeldHits] = {}
    for one in held:
        key = (one.subscription_id, one.reason)
        sums[key] = replace(one, hits=one.hits + (sums[key].hits if key in sums else 0))
    return sums.values()


def _until(at: datetime) -> str:
    return f"reported in the digest of {at:%a %d %b %H:%M} UTC"


def _nothing_answered(cycle: CycleSummary) -> str:
    """That none of the feeds that were due was read; it asks for the network only where no server answered."""
    causes = {one.cause for one in _failed_feeds(cycle)}
    network = "Is there a network? " if causes <= _NO_ANSWER else ""
    return (
        f"[red]No feed could be read[/] of the {cycle.feeds_due} that were due. {network}Nothing is lost: the next run "
        "asks again. [bold]watchword feeds check[/] says what is wrong with each."
    )


_NOTHING_FOUND = (
    "No hit, and that can be normal: most days nobody on a watchlist is in the news. To see that the matching works, "
    'try [bold]watchword watchlist test "TEXT"[/] with a sentence of yours, or [bold]watchword demo[/].'
)


def _unread_pages(failures: Iterable[Failure]) -> str:
    causes = Counter(one.cause for one in failures if one.stage in _PAGE_STAGES)
    if not causes:
        return ""
    counts = ", ".join(f"{count} ({escape(cause_words(cause))})" for cause, count in causes.most_common(_MAX_CAUSES))
    return f"; pages not read: {counts}; `watchword articles --unread` names them"


def _hit_counts(cycle: CycleSummary) -> str:
    found = dict(cycle.hits)
    words = {Band.ALERT: "to alert", Band.REVIEW: "to check", Band.SUPPRESSED: "suppressed"}
    counts = ", ".join(f"{found.get(band, 0)} {word}" for band, word in words.items())
    held = cycle.hits_held_back
    parts = [
        counts,
        *([f"{held} held back by your suppressions (`watchword suppressions`)"] if held else ()),
        *([f"{cycle.hits_dismissed} dismissed before in their story"] if cycle.hits_dismissed else ()),
    ]
    return "; ".join(parts)
