"""`watchword rematch`: matches stored articles again for watchlist entries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rich.progress import Progress

from cli import printing
from cli.app import BAD_USAGE, DONE, logs, settings
from cli.run_summary import print_failures
from cli.times import parse_since
from core.errors import StorageBusyError

if TYPE_CHECKING:
    from core.records import Hit
    from flows.run_config import RunConfig
    from storage.results import RematchJob, SaveResult
    from storage.store import Store


def rematch(*, target: tuple[str, ...], since: str = "90d") -> int:
    """Match stored articles again for watchlist entries; new hits are marked as found in the archive.

    Args:
        target: The watchlist entry (its id); may be repeated.
        since: Articles first seen since then: 90d, 52w, 2026-11-01.
    """
    from flows.run_config import load_run_config
    from storage.database.locks import run_lock
    from storage.store import Store

    found, now = settings(), datetime.now(UTC)
    watch, after = load_run_config(found), parse_since(since, now)
    unknown = set(target) - {one.target_id for one in watch.watchlist.targets}
    if unknown:
        logs.print(f"Not in the watchlist: {', '.join(sorted(unknown))}.", style="red", markup=False)
        return BAD_USAGE
    store = Store(found.paths)
    try:
        with run_lock(found.paths, "rematch"):
            store.require()
            job = store.watchlists.add_rematch_job(target, watch.watchlist.version, after, now)
            saved = list(_reread(store, job, watch))
            store.publish_snapshot(datetime.now(UTC))
    except StorageBusyError as busy:
        logs.print(f"Nothing done: {busy}.", markup=False)
        return DONE
    _report(saved)
    return DONE


def _reread(store: Store, job: RematchJob, watch: RunConfig) -> Iterator[SaveResult]:
    """Runs the job, with a progress bar on standard error; what each batch changed."""
    from flows.archive import index_words, reread
    from flows.matcher_cache import matcher_of

    print_failures(index_words(store))
    matcher = matcher_of(watch.watchlist, watch.settings.paths.cache)
    with Progress(console=logs, transient=True) as progress:
        bar = progress.add_task("Reading stored articles again", total=None)
        for read, saved in reread(store, job, watch.watchlist, matcher):
            progress.update(bar, advance=read, total=store.watchlists.rematch_size(job))
            yield saved
            print_failures(saved.failures)


def _report(saved: list[SaveResult]) -> None:
    """Prints the hits found, changed and closed."""
    for what, chosen in (
        ("found in the archive", [hit for one in saved for hit in one.reportable_hits]),
        ("held back by your suppressions", [hit for one in saved for hit in one.held_hits]),
        ("changed", [hit for one in saved for hit in one.changed_hits]),
        ("closed", [hit for one in saved for hit in one.closed_hits]),
    ):
        logs.print(f"{len(chosen)} hits {what}", markup=False)
        if chosen:
            printing.write_table(("hit", "target", "band", "score", "article"), map(_cells, chosen))


def _cells(hit: Hit) -> list[object]:
    return [hit.hit_id[:8], hit.target_id, hit.band, hit.score, hit.article_id[:8]]
