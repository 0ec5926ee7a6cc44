"""The digest flow, run as a frequent tick: alerts.yaml decides when a digest is due, the tick only checks."""

from __future__ import annotations

from prefect import flow
from prefect.artifacts import create_markdown_artifact

from core.records import TickSummary
from core.settings import Settings
from flows.records.markdown_reports import tick_report
from flows.records.run_log import log_tick
from flows.records.run_state import ended, run_name
from flows.server.parent_watch import begin_in_worker
from flows.tick import tick


@flow(name="digest", flow_run_name=run_name("send digests"))
def digest(*, preview: bool = False) -> TickSummary:
    """Queues the digests that are due and sends what is queued. Does nothing while another tick runs.

    Args:
        preview: Also write the next digest of the first subscription to outbox/preview.html.
    """
    begin_in_worker()
    summary = tick(Settings(), preview=preview)
    log_tick(summary)
    create_markdown_artifact(tick_report(summary), key="digest")
    return ended(summary)
