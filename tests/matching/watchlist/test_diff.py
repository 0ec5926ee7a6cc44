"""The differences of two watchlists, counted and listed."""

from __future__ import annotations

from core.config import parse_document
from core.records import ChangeKind
from matching.watchlist.diff import Difference, compare, differences
from matching.watchlist.loading import parse_watchlist
from matching.watchlist.model import Watchlist


def parsed(text: str) -> Watchlist:
    return parse_watchlist([parse_document(text, "list.yaml")])


OLD = "actors: [{id: a, name: Jane Roe, tags: [x]}, {id: b, name: John Roe}]"
NEW = (
    "contexts: {c: {any: [token]}}\nactors: [{id: a, name: Jane Rowe, tags: [y], context: c}, {id: d, name: Jim Roe}]\n"
    "schemes: [{id: s, label: S, match: {any: [two words]}}]"
)


def test_changes_are_counted():
    known = {target.target_id: target.entry_hash for target in parsed(OLD).targets}
    assert str(compare(known, parsed(NEW))) == "+1 actor, +1 scheme, 1 changed, 1 removed"
    assert str(compare(known, parsed(OLD))) == ""
    assert str(compare({}, parsed(OLD))) == "+2 actors"


def test_differences_are_listed_field_by_field():
    fields = ("name: Jane Roe -> Jane Rowe", "context: nothing -> c", "tags - x", "tags + y")
    assert list(differences(parsed(OLD), parsed(NEW))) == [
        Difference(ChangeKind.REMOVED, "b"),
        Difference(ChangeKind.ADDED, "d"),
        Difference(ChangeKind.ADDED, "s"),
        Difference(ChangeKind.CHANGED, "a", fields),
        Difference(ChangeKind.ADDED, "context c"),
    ]
    assert Difference(ChangeKind.REMOVED, "context c") in differences(parsed(NEW), parsed(OLD))
    assert list(differences(parsed(OLD), parsed(OLD))) == []
    assert list(differences(parsed(OLD), parsed(OLD + "\ndefaults: {alert: 90}"))) == [
        Difference(ChangeKind.CHANGED, "defaults", ("alert: 80 -> 90",))
    ]
