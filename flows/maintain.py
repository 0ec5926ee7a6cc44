"""The maintain flow: retention and compaction of the store, and clean-up of Prefect's crashed and old runs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from prefect import flow
from prefect.artifacts import create_markdown_artifact
from prefect.client.orchestration import get_client

from core.errors import StorageBusyError
from core.records import RunKind
from core.settings import Settings
from flows.records.run_state import run_name
from flows.server.parent_watch import begin_in_worker
from flows.server.run_history import crash_stale_runs, forget_old_runs
from storage.database.disk import reserve_released
from storage.database.locks import run_lock
from storage.maintenance import Retention
from storage.store import Store

STALE_AFTER = timedelta(hours=6)
"""No run takes this long; one still shown as running has died together with its worker."""
_FORGOTTEN_AT_ONCE = 1_000


@flow(name="maintain", flow_run_name=run_name("upkeep"))
def maintain() -> str:
    """What was done, in words. Leaves the store alone while another run holds the lock."""
    begin_in_worker()
    settings = Settings()
    try:
        with run_lock(settings.paths, "maintain"), reserve_released(settings.paths):
            said = _maintain_store(settings)
    except StorageBusyError as busy:
        said = f"Store left alone: {busy.holder} holds the lock."
    now = datetime.now(UTC)
    with get_client(sync_client=True) as client:
        crashed = crash_stale_runs(client, now - STALE_AFTER)
        kept = timedelta(days=settings.keep_logs_days)
        deleted = forget_old_runs(client, now - kept, most=_FORGOTTEN_AT_ONCE)
    report = f"{said}\n\nPrefect: {crashed} run(s) marked as crashed, {deleted} old run(s) deleted."
    create_markdown_artifact(report, key="maintain")
    return report


def _maintain_store(settings: Settings) -> str:
    store, now = Store(settings.paths), datetime.now(UTC)
    store.prepare(needed=0)
    run_id = store.runs.begin(RunKind.MAINTAIN, now)
    report = store.maintain(now, retention_of(settings))
    store.runs.end(run_id, datetime.now(UTC), {})
    return str(report)


def retention_of(settings: Settings) -> Retention:
    """How long things are kept, according to the settings."""
    return Retention(
        pages=timedelta(days=settings.keep_pages_days),
        text=timedelta(days=settings.keep_text_days),
        deliveries=timedelta(days=settings.keep_deliveries_days),
        logs=timedelta(days=settings.keep_logs_days),
    )
