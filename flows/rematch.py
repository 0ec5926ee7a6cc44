"""The rematch flow: continues matching stored articles against a changed watchlist."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from prefect import flow
from prefect.artifacts import create_markdown_artifact
from pydantic import Field

from core.errors import StorageBusyError
from core.records import RunKind
from core.settings import Settings
from flows.archive import ArchiveReading, reread_archive
from flows.matcher_cache import matcher_of
from flows.records.markdown_reports import archive_report
from flows.records.progress_bar import archive_bar
from flows.records.run_state import degraded, run_name
from flows.run_config import load_run_config
from flows.server.parent_watch import begin_in_worker
from storage.database.locks import run_lock
from storage.store import Store

ARTICLES_PER_RUN = 200_000


@flow(name="rematch", flow_run_name=run_name("match the archive"))
def rematch(*, most: Annotated[int, Field(ge=1)] = ARTICLES_PER_RUN) -> int:
    """Matches stored articles; returns how many hits were found, 0 while another run holds the lock.

    Args:
        most: About how many articles; the next run goes on with the others.
    """
    begin_in_worker()
    settings = Settings()
    try:
        with run_lock(settings.paths, "rematch"):
            done = _rematch(settings, most)
    except StorageBusyError as busy:
        create_markdown_artifact(f"Nothing done: {busy.holder} holds the lock.", key="rematch")
        return 0
    create_markdown_artifact(archive_report(done.found, done.read, done.left, done.failures), key="rematch")
    return degraded(done.found, len(done.failures))


def _rematch(settings: Settings, most: int) -> ArchiveReading:
    store = Store(settings.paths)
    store.prepare()
    if not store.watchlists.rematch_jobs():
        return ArchiveReading()
    config = load_run_config(settings)
    run_id = store.runs.begin(RunKind.REMATCH, datetime.now(UTC))
    matcher = matcher_of(config.watchlist, settings.paths.cache)
    done = reread_archive(store, config.watchlist, matcher, most=most, show=archive_bar().show)
    now = datetime.now(UTC)
    counts = {"archive_hits": done.found, "archive_read": done.read, "archive_left": done.left}
    store.runs.end(run_id, now, counts | {"failures": len(done.failures)})
    store.publish_snapshot(now)
    return done
