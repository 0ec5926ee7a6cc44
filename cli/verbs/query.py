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
    sql: Annotated[str, Parameter(allow_leading_hyphen=True)],
    /,
    *,
    shape: Annotated[Literal["table", "csv", "json"], Parameter(name="--format")] = "table",
) -> int:
    """SQL on the read snapshot, read-only. docs/sql.md lists the views. Wide rows are shown as blocks of lines.

    Args:
        sql: One statement, such as "SELECT target_name, count(*) FROM hits GROUP BY ALL"; - reads standard input.
        shape: A table, CSV (RFC 4180), or JSON lines.
    """
    try:
        answer = queries.ask(settings().paths, sys.stdin.read() if sql == "-" else sql)
    except QueryError as error:
        logs.print(str(error), style="red", markup=False)
        return BAD_USAGE
    if shape == "json":
        printing.write_json(answer.dicts())
    elif shape == "csv":
        printing.write_csv(answer.names, answer.rows)
    else:
        printing.write_table(answer.names, answer.rows, vertical=True)
    return DONE
