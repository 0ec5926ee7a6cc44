"""`watchword doctor`: checks of what can go wrong unseen, each with a remedy. It creates and changes nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from rich.text import Text

from alerts.text.wording import counted
from cli import printing
from cli.app import DONE, FAILED, settings
from cli.configured_watchlist import unread_note
from cli.delivery_checks import delivery_checks
from cli.environment_names import unknown_variables
from cli.health_checks import (
    FoundError,
    check_clock,
    check_cycle_age,
    check_watch,
    configuration_of_last_run,
    listed,
)
from core.errors import OtherVersionError, StorageDamagedError, WatchwordError
from core.folder_access import written_by_others
from core.settings import Settings

if TYPE_CHECKING:
    from flows.run_config import RunConfig

_FAILING_POLLS = 5  # in a row


@dataclass(frozen=True, slots=True)
class Check:
    """The result of one check."""

    name: str
    passed: bool
    message: str


def doctor(*, quick: bool = False, json: bool = False) -> int:
    """Check the folders, the database, the configuration, the feeds, the mail and the channels; changes nothing.

    Args:
        quick: Only what needs no lock of the database and no network, for health checks every minute.
        json: One JSON object a check instead of a table.
    """
    checks = list(_quick_checks(settings()) if quick else _checks(settings()))
    if json:
        printing.write_json(asdict(one) for one in checks)
        return DONE if all(check.passed for check in checks) else FAILED
    console = printing.stdout_console()
    for check in checks:
        symbol, style = ("ok", "green") if check.passed else ("!!", "bold red")
        console.print(Text.assemble((f"{symbol}  ", style), f"{check.name}: {printing.printable(check.message)}"))
    return DONE if all(check.passed for check in checks) else FAILED


def _quick_checks(found: Settings) -> Iterator[Check]:
    yield _run_check("folder", lambda: _check_folder(found))
    if found.paths.root.is_dir():
        yield from _checks_of_the_watch(found)


def _checks_of_the_watch(found: Settings) -> Iterator[Check]:
    """Checks that read the snapshot and look at locks, and wait for none."""
    for name, inspect in (
        ("watch", check_watch),
        ("run lock", _check_lock),
        ("last cycle", _check_last_cycle),
        ("clock", _check_clock),
    ):
        yield _run_check(name, partial(inspect, found))


def _checks(given: Settings) -> Iterator[Check]:
    yield _run_check("folder", lambda: _check_folder(given))
    found, another = given, None
    try:
        found, another = configuration_of_last_run(given)
    except WatchwordError as gone:
        yield Check("configuration", passed=False, message=str(gone))
    if another:
        yield Check("configuration", passed=True, message=another)
    of_the_data = (
        ("database", _check_database),
        ("snapshot", _check_snapshot),
        ("feeds", _check_feeds),
        ("messages", _check_messages),
    )
    if found.paths.root.is_dir():
        yield from _checks_of_the_watch(found)
        for name, inspect in of_the_data:
            yield _run_check(name, partial(inspect, found))
    watch: list[RunConfig] = []
    yield _run_check("configuration", lambda: _check_configuration(found, watch))
    for one in watch:
        yield _run_check("watched", partial(_check_watched, one))
    yield from (_run_check(name, check) for name, check in delivery_checks(found))
    yield _run_check("environment", partial(_check_environment, found))
    yield _run_check("other accounts", partial(_check_access, found))
    yield _run_check("parsers", _check_parsers)


def _run_check(name: str, inspect: Callable[[], str]) -> Check:
    try:
        return Check(name, passed=True, message=inspect())
    except OtherVersionError as error:  # after an upgrade, until the next cycle
        return Check(name, passed=True, message=str(error))
    except (WatchwordError, OSError) as error:
        return Check(name, passed=False, message=str(error))


def _check_folder(found: Settings) -> str:
    from storage.database.disk import shortage

    folder = found.paths.root
    if not folder.is_dir():
        raise FoundError(f"there is no folder {folder}; `watchword run` makes it, or choose another with --data DIR")
    if not os.access(folder, os.W_OK):
        raise FoundError(f"{folder} cannot be written; check its permissions or choose another with --data DIR")
    if short := shortage(found.paths):
        raise FoundError(short)
    return f"{folder} can be written and has room"


def _check_lock(found: Settings) -> str:
    from storage.database.locks import holder_of

    holder = holder_of(found.paths.run_lock)
    return f"held by {holder}" if holder else "free"


def _check_database(found: Settings) -> str:
    from storage.integrity import violations

    if not found.paths.live.exists():
        return "none yet; `watchword demo` or `watchword run` makes one"
    wrong = violations(found.paths)
    if wrong:
        summary = "; ".join(f"{one.rows} {one.what}" for one in wrong)
        raise StorageDamagedError(f"{summary}. Please report this; `watchword maintain archive` saves what there is")
    return f"{found.paths.live.stat().st_size / 2**20:.1f} MB, every key and reference holds"


def _check_snapshot(found: Settings) -> str:
    if not found.paths.live.exists():
        return "none yet"
    ((published,),) = _rows(found, "SELECT published_at FROM snapshot_info")
    return f"published {printing.cell_text(published)} UTC"


def _check_last_cycle(found: Settings) -> str:
    if not found.paths.snapshot.exists():
        return "none yet"
    sql = "SELECT max(ended_at) FILTER (complete), count(*) FROM runs WHERE kind = 'poll'"
    ((ended, begun),) = _rows(found, sql)
    if not begun:
        return "none yet"
    if ended is None:
        raise FoundError("no cycle has come to its end yet; `watchword run` says why")
    return check_cycle_age(found, ended, datetime.now(UTC))


def _check_clock(found: Settings) -> str:
    if not found.paths.snapshot.exists():
        return check_clock(None)
    ((newest,),) = _rows(found, "SELECT max(coalesce(ended_at, started_at)) FROM runs")
    return check_clock(newest)


def _check_feeds(found: Settings) -> str:
    if not found.paths.snapshot.exists():
        return "none asked yet"
    sql = """
        SELECT feed_id, coalesce(paused, last_message, 'it could not be read'), failure_streak, paused IS NOT NULL,
            failure_streak > 1 AND last_attempt_at - coalesce(last_success_at, (SELECT min(started_at) FROM runs))
                >= INTERVAL 6 HOURS  -- as the mail about trouble counts them
        FROM feed_health
        WHERE active AND paused IS DISTINCT FROM 'by hand' AND (failure_streak > 0 OR paused IS NOT NULL)
        ORDER BY failure_streak DESC
    """
    failing = _rows(found, sql)
    lasting = [row for row in failing if row[2] >= _FAILING_POLLS or row[3] or row[4]]
    if lasting:
        named = [
            f"{feed} ({message})" if paused else f"{feed} ({streak} times in a row: {message})"
            for feed, message, streak, paused, _ in lasting
        ]
        raise FoundError(f"not read: {listed(named)}. `watchword feeds check` says what to do about each")
    moved = _rows(found, "SELECT feed_id || ' to ' || moved_to FROM feed_health WHERE active AND moved_to IS NOT NULL")
    moves = f"; moved for good: {listed([row[0] for row in moved])}: write that into feeds.yaml" if moved else ""
    named = [f"{row[0]} ({row[1]})" for row in failing]
    waiting = f"; not read at the last poll, and asked again: {listed(named)}" if failing else ""
    unread = _rows(found, "SELECT count(*) FROM unread_pages")[0][0]
    pages = f"; {counted(unread, 'page')} could not be read: `watchword articles --unread`" if unread else ""
    return f"{'all others ' if failing else ''}read{waiting}{moves}{pages}"


def _check_messages(found: Settings) -> str:
    if not found.paths.snapshot.exists():
        return "none yet"
    sql = """
        SELECT recipient, state, coalesce(last_error, '') AS error, count(*) FROM deliveries
        WHERE state = 'dead' AND finished_at > (now() AT TIME ZONE 'UTC') - INTERVAL 14 DAY
            OR state = 'queued' AND attempts > 0
        GROUP BY ALL ORDER BY max(created_at) DESC, recipient
    """
    rows = _rows(found, sql)
    if not rows:
        return "none waits after an error, none was refused in the last 14 days"
    words = {"dead": "refused for good", "queued": "waiting"}
    named = [f"{recipient} ({number} {words[state]}: {error})" for recipient, state, error, number in rows]
    count = sum(row[-1] for row in rows)
    raise FoundError(
        f"{count} not delivered: {listed(named)}. `watchword outbox` lists them, `watchword outbox retry --all` tries "
        "them again"
    )


def _check_configuration(found: Settings, watch: list[RunConfig]) -> str:
    from flows.run_config import load_run_config

    watch.append(load_run_config(found, keep=False))
    problems = watch[0].problems
    if problems:
        raise FoundError("not in force: " + "; ".join(problems))
    feeds, entries = len(watch[0].sources), len(watch[0].watchlist.targets)
    return f"{counted(feeds, 'feed')}, {counted(entries, 'watchlist entry', 'watchlist entries')}"


def _check_watched(watch: RunConfig) -> str:
    """An empty part is valid at the very start, and watches nothing."""
    lacking = [
        f"{what} ({remedy})"
        for what, number, remedy in (
            ("no feed", len(watch.sources), "`watchword feeds add URL`"),
            ("no watchlist entry", len(watch.watchlist.targets), "`watchword watchlist add NAME`"),
            ("no subscription, so that nobody is notified", len(watch.alerts.subscriptions), "edit alerts.yaml"),
        )
        if not number
    ]
    if lacking:
        raise FoundError("; ".join(lacking))
    note = unread_note(watch.settings.config_dir / "watchlist")
    return f"every subscription has entries, and there are feeds{_never_immediate(watch)}{note and f'. {note}'}"


def _never_immediate(watch: RunConfig) -> str:
    """A part of a sentence on subscriptions whose immediate mail asks for a severity that no entry of theirs has."""
    never = [
        f"{one.subscription_id} ({one.immediate.severity})"
        for one in watch.alerts.subscriptions
        if one.immediate is not None
        and not any(
            one.wants(target.target_id, target.tags) and target.severity.rank >= one.immediate.severity.rank
            for target in watch.watchlist.targets
        )
    ]
    return f"; no immediate mail can leave, since no entry has the severity: {listed(never)}" if never else ""


def _check_environment(found: Settings) -> str:
    unknown = unknown_variables(found)
    if unknown:
        raise FoundError("; ".join(unknown))
    return "every WATCHWORD_ variable here is a setting"


def _check_access(found: Settings) -> str:
    warnings = list(filter(None, map(written_by_others, (found.paths.root, found.config_dir))))
    if warnings:
        raise FoundError("; ".join(warnings))
    return "cannot write into the folders of data and configuration"


def _check_parsers() -> str:
    """What holds a parser that a hostile page has taken over; a system that cannot do better is no fault."""
    from extractors.workers.confinement import NETWORK_FROM, landlock_version

    version = landlock_version()
    if not version:
        return "no Landlock here: a parser that executes foreign code has the rights of this account (docs/security.md)"
    reach = "no files, programs or connections" if version >= NETWORK_FROM else "no files or programs"
    return f"confined: they reach {reach} but the program's own"


def _rows(found: Settings, sql: str) -> tuple[tuple[Any, ...], ...]:
    from storage import queries

    return queries.ask(found.paths, sql).rows
