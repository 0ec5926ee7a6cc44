"""`watchword query`: SQL on the read snapshot."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

from cyclopts import Parameter

from cli import printing
from cli.app import BAD_USAGE, DONE, logs, settings
from core.errors import QueryError
from storage import queries


def query(
    sql: Annotated[str | None, Parameter(allow_leading_hyphen=True)] = None,
    /,
    *,
    archive: Annotated[tuple[str, ...], Parameter(consume_multiple=True, negative=())] = (),
    shape: Annotated[Literal["table", "csv", "json"], Parameter(name="--format")] = "table",
    json: bool = False,
) -> int:
    """SQL on the read snapshot, read-only. docs/sql.md lists the views. Wide rows are shown as blocks of lines.

    Args:
        sql: One statement, such as "SELECT target_name, count(*) FROM hits GROUP BY ALL"; - reads standard input.
        archive: Ask these archives together instead, folders or s3://…; each row has its `instance`.
        shape: A table, CSV (RFC 4180), or JSON lines.
        json: As --format json.
    """
    if sql is None and len(archive) > 1:  # `--archive FOLDER … SQL`: the last one is the statement
        *folders, sql = archive
        archive = tuple(folders)
    if not sql:
        logs.print('A statement is missing: watchword query "FROM hits LIMIT 5".', style="red", markup=False)
        return BAD_USAGE
    text = sys.stdin.read() if sql == "-" else sql
    try:
        answer = _asked(text, archive)
    except QueryError as error:
        logs.print(str(error), style="red", markup=False)
        return BAD_USAGE
    if json or shape == "json":
        printing.write_json(answer.dicts())
    elif shape == "csv":
        printing.write_csv(answer.names, answer.rows)
    else:
        printing.write_table(answer.names, answer.rows, vertical=True)
    return DONE


def _asked(sql: str, archives: tuple[str, ...]) -> queries.Answer:
    if not archives:
        return queries.ask(settings().paths, sql)
    from storage.shared_folder import ask_archives

    return ask_archives(archives, sql)
