"""The summary that `run` and `demo` print at the end: what was read, what not and why, the hits, the next digest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from rich.markup import escape

from cli.app import logs
from core.isolation import INTERNAL_ERROR
from core.records import Band, CycleSummary, Failure, HeldHits, Stage, TickSummary

_NOT_DONE = {Stage.DELIVER: "not delivered", Stage.STORE: "not stored"}
_MAX_FEEDS = 12
_MAX_CAUSES = 6
_PAGE_STAGES = (Stage.PAGE, Stage.EXTRACT, Stage.MATCH, Stage.STORE)


def print_cycle_summary(cycle: CycleSummary) -> None:
    """Prints to standard error what a cycle did."""
    if cycle.holder:
        logs.print(f"Nothing done: {escape(cycle.holder)} is at work; its hits will be there when it ends.")
        return
    for line in _cycle_lines(cycle):
        logs.print(line)


def print_tick_summary(tick: TickSummary) -> None:
    """Prints to standard error what became of the digests that were due, and when the next ones leave."""
    for state, count in tick.deliveries:
        logs.print(f"Digests: {count} {state}")
    for subscription, at, zone in tick.upcoming:
        local = at.astimezone(ZoneInfo(zone))
        logs.print(f"Next digest for {escape(subscription)}: {local:%a %d %b %H:%M} {local.tzname()} ({zone})")
    for failure in tick.failures:
        what = _NOT_DONE.get(failure.stage, "not composed")
        logs.print(f"  [red]{what}[/] {escape(failure.key)}: {escape(failure.message)}")


def print_failures(failures: Iterable[Failure]) -> None:
    """Prints to standard error what failed and why, an item a line."""
    for line in _failure_lines(failures):
        logs.print(line)


def _failure_lines(failures: Iterable[Failure]) -> Iterable[str]:
    """The failures that nobody foresaw, with their item; all of them are to be reported."""
    internal = [one for one in failures if one.cause == INTERNAL_ERROR]
    for one in internal[:_MAX_FEEDS]:
        yield f"  [red]failed[/] {escape(one.key)} ({one.stage}): {escape(one.message)}"
    if len(internal) > _MAX_FEEDS:
        yield f"  and {len(internal) - _MAX_FEEDS} more of that kind"


def _cycle_lines(cycle: CycleSummary) -> Iterable[str]:
    failed = [one for one in cycle.failures if one.stage is Stage.FEED]
    yield (
        f"Feeds: {cycle.feeds_read} read, {len(failed)} not read, "
        f"{cycle.feeds_total - cycle.feeds_due} not due, of {cycle.feeds_total}"
    )
    yield from (f"  [red]not read[/] {escape(one.key)}: {escape(one.message)}" for one in failed[:_MAX_FEEDS])
    if len(failed) > _MAX_FEEDS:
        yield f"  and {len(failed) - _MAX_FEEDS} more; `watchword feeds health` lists them"
    yield f"Articles: {cycle.articles_new} new, {cycle.articles_changed} changed" + _unread_pages(cycle.failures)
    yield from _failure_lines(one for one in cycle.failures if one.stage is not Stage.FEED)
    yield "Hits: " + _hit_counts(cycle)
    yield from (f"Immediate mail: {count} {state}" for state, count in cycle.deliveries)
    for one in cycle.failures:
        if one.stage is Stage.DELIVER:
            yield f"  [red]not delivered[/] {escape(one.key)}: {escape(one.message)}"
    for held in _joined(cycle.held):
        yield f"Held for {escape(held.subscription_id)} ({held.reason}): {held.hits} hit(s), {_until(held.until)}"
    if cycle.archive_hits:
        yield f"Found in the archive after a watchlist edit: {cycle.archive_hits}"
    if cycle.archive_left:
        total = cycle.archive_read + cycle.archive_left
        yield f"Archive: {cycle.archive_read:,} of {total:,} articles read again, newest first; the next cycle goes on"
    if cycle.pending:
        yield f"{cycle.pending} entries wait for the next cycle (the pages fetched from one site a cycle are limited)"
    if cycle.nothing_answered:
        yield _NOTHING_ANSWERED
    elif not cycle.hits and not cycle.archive_hits:
        yield _NOTHING_FOUND
    yield from (f"[yellow]Cluster:[/] {escape(one.message)}" for one in cycle.failures if one.stage is Stage.CLUSTER)
    yield from (f"[red]Configuration, last good version in force:[/] {escape(one)}" for one in cycle.config_problems)


def _joined(held: Iterable[HeldHits]) -> Iterable[HeldHits]:
    """One value for each subscription and reason."""
    sums: dict[tuple[str, str], HeldHits] = {}
    for one in held:
        key = (one.subscription_id, one.reason)
        sums[key] = replace(one, hits=one.hits + (sums[key].hits if key in sums else 0))
    return sums.values()


def _until(at: datetime) -> str:
    return f"told in the digest of {at:%a %d %b %H:%M} UTC"


_NOTHING_ANSWERED = (
    "[red]No feed could be read.[/] Is there a network? Nothing is lost: the next run asks again. "
    "[bold]watchword feeds check[/] says what is wrong with each."
)
_NOTHING_FOUND = (
    "No hit, and that can be normal: most days nobody on a watchlist is in the news. To see that the matching works, "
    'try [bold]watchword watchlist test "TEXT"[/] with a sentence of yours, or [bold]watchword demo[/].'
)


def _unread_pages(failures: Iterable[Failure]) -> str:
    causes = Counter(one.cause for one in failures if one.stage in _PAGE_STAGES)
    if not causes:
        return ""
    counts = ", ".join(f"{count} {escape(cause.replace('_', ' '))}" for cause, count in causes.most_common(_MAX_CAUSES))
    return f"; pages not read: {counts}"


def _hit_counts(cycle: CycleSummary) -> str:
    found = dict(cycle.hits)
    words = {Band.ALERT: "to alert", Band.REVIEW: "to check", Band.SUPPRESSED: "suppressed"}
    return ", ".join(f"{found.get(band, 0)} {word}" for band, word in words.items())
