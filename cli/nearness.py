"""What a user may have meant by an id that nothing has."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from core.settings import DataPaths

_MOST = 3


def unknown_ids(paths: DataPaths, targets: Iterable[str], feeds: Iterable[str], story: str | None = None) -> str:
    """A sentence about the ids in a filter that no entry, past or present, feed or story has; empty without any."""
    from storage import queries  # `nearest` is for any word, also where there is no database

    said = []
    for what, asked, sql in (
        ("entry", targets, "SELECT DISTINCT target_id FROM targets"),
        ("feed", feeds, "SELECT feed_id FROM feed_health"),
    ):
        known = [row[0] for row in queries.ask(paths, sql).rows] if asked else []
        said += [f"No {what} has the id {one}{nearest(one, known)}" for one in asked if one not in known]
    if (
        story is not None
        and not queries.ask(paths, "SELECT 1 FROM stories WHERE starts_with(story_id, ?)", [story]).rows
    ):
        said.append(f"No story's id starts with {story}")
    return "\n".join(said)


def nearest(word: str, known: Iterable[str]) -> str:
    """`; did you mean a, b?`, the near ones first; empty if nothing is near."""
    by_folded = {one.casefold(): one for one in known}
    asked = word.casefold()
    near = difflib.get_close_matches(asked, by_folded, n=_MOST, cutoff=0.6)
    inside = sorted(one for one in by_folded if asked in one)[:_MOST] if len(asked) > 2 else []
    found = [by_folded[one] for one in dict.fromkeys((*near, *inside))][:_MOST]
    return f"; did you mean {', '.join(found)}?" if found else ""
