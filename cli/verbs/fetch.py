"""`watchword fetch`: the fetcher alone, addresses to JSON lines."""

from __future__ import annotations

import asyncio
import dataclasses
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from cli.app import BAD_USAGE, DONE, logs, settings
from cli.printing import json_line

if TYPE_CHECKING:
    from extractors.fetching.client import Fetched, Request
    from extractors.fetching.policy import FetchPolicy


def fetch(
    *urls: Annotated[str, Parameter(allow_leading_hyphen=True)],
    etag: str | None = None,
    last_modified: str | None = None,
) -> int:
    """Fetch addresses and say how it went, a JSON line each, in order of completion.

    For diagnosis: unlike the watch, it neither reads robots.txt nor spaces its requests.

    Args:
        urls: The addresses; `-` reads them from standard input, one a line.
        etag: Sent as If-None-Match.
        last_modified: Sent as If-Modified-Since.
    """
    from extractors.fetching.client import Request
    from extractors.fetching.policy import FetchPolicy

    if not urls:
        logs.print("Which addresses? Give some, or - to read them from standard input.")
        return BAD_USAGE
    chosen = settings()
    if chosen.contact is None:
        logs.print("WATCHWORD_CONTACT is not set: servers see no address to complain to.")
    policy = dataclasses.replace(FetchPolicy.from_settings(chosen), per_host=None)
    requests = [Request(url, _bytes(etag), _bytes(last_modified)) for url in _read_addresses(urls)]
    asyncio.run(_fetch_all(policy, requests))
    return DONE


def _read_addresses(urls: Iterable[str]) -> list[str]:
    if list(urls) != ["-"]:
        return list(urls)
    return [line.strip() for line in sys.stdin if line.strip()]


def _bytes(value: str | None) -> bytes | None:
    return value.encode("utf-8", "surrogateescape") if value else None


async def _fetch_all(policy: FetchPolicy, requests: Sequence[Request]) -> None:
    from extractors.fetching.client import Fetcher

    async with Fetcher(policy) as fetcher:
        for ending in asyncio.as_completed([fetcher.fetch(request) for request in requests]):
            line = json_line(_result_row(await ending))
            sys.stdout.write(line.encode("utf-8", "replace").decode())
            sys.stdout.flush()


def _result_row(fetched: Fetched) -> dict[str, Any]:
    error = fetched.error and {
        "kind": fetched.error.kind.value,
        "message": fetched.error.message,
        "retryable": fetched.error.retryable,
    }
    return {
        "url": fetched.url,
        "outcome": fetched.outcome.value,
        "status": fetched.status,
        "final_url": fetched.final_url,
        "bytes": len(fetched.page.body) if fetched.page else 0,
        "elapsed_s": fetched.elapsed_s,
        "error": error,
    }
