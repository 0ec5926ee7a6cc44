"""`watchword suppressions`: finds that are counted and not reported: which there are, one more, one less."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

from cyclopts import App, Parameter, validators

from alerts.text.wording import counted
from cli import printing
from cli.app import BAD_USAGE, DONE, logs, settings
from cli.nearness import unknown_ids
from cli.verbs.review import reviewer
from core.identity import digest_of
from core.records import Suppression
from storage import queries

verbs = App(name="suppressions", help="Finds that are counted and not reported.")

_LIST = """
    SELECT suppression_id, target_id, alias, context, until, hits, note, reviewer, created_at, ended_at
    FROM suppressions ORDER BY ended_at IS NOT NULL, until NULLS LAST, created_at DESC
"""


@verbs.default
def list_suppressions(*, json: bool = False) -> int:
    """List suppressions with the number of hits that each held back.

    Args:
        json: JSON lines instead of a table.
    """
    answer = queries.ask(settings().paths, _LIST)
    if json:
        printing.write_json(answer.dicts())
    elif answer.rows:
        printing.write_table(answer.names, answer.rows, least=("created_at", "reviewer"))
    else:
        logs.print("No suppressions.")
    return DONE


@verbs.command
def add(
    target: str,
    /,
    *,
    alias: str | None = None,
    context: str | None = None,
    days: Annotated[int | None, Parameter(validator=validators.Number(gt=0))] = 90,
    note: str | None = None,
) -> int:
    """Count finds of an entry from now on, and do not report them.

    Args:
        target: The entry's id.
        alias: Only where the text or the list has this spelling.
        context: Only where the sentence has these words.
        days: For how long.
        note: The reason, for later readers.
    """
    from storage.store import Store

    found, now = settings(), datetime.now(UTC)
    if unknown := unknown_ids(found.paths, [target], []):
        logs.print(unknown, style="red", markup=False)
        return BAD_USAGE
    store = Store(found.paths)
    store.require()
    until = now + timedelta(days=days) if days else None
    key = digest_of("suppression", target, alias or "", context or "", now.isoformat())
    held = store.reviews.suppress(Suppression(key, target, now, alias, context, until, note, reviewer()))
    store.publish_snapshot(now)
    logs.print(f"{key}: acts until {until:%Y-%m-%d}, now on {counted(held, 'open hit')}.", markup=False)
    return DONE


@verbs.command
def end(suppression: str, /) -> int:
    """End a suppression; what it held back stays as it is.

    Args:
        suppression: Its id, or the first characters.
    """
    from storage.store import Store

    store, now = Store(settings().paths), datetime.now(UTC)
    store.require()
    if not store.reviews.end_suppression(suppression, now):
        logs.print(f"No suppression in force has an id that starts with {suppression}.", style="red", markup=False)
        return BAD_USAGE
    store.publish_snapshot(now)
    logs.print("Ended.")
    return DONE
