"""A published list imported again keeps what was changed by hand."""

from __future__ import annotations

from matching.watchlist.updating import updated

BEFORE = [
    {
        "id": "a",
        "name": "Anton Velmar",
        "aliases": ["Toni Velmar", "A Velmar"],
        "basis": "old",
        "facts": {"born": ["1970"]},
    },
    {"id": "b", "name": "Gone Person"},
]
NOW = [
    {
        "id": "a",
        "name": "Anton Velmar",
        "aliases": ["Toni Velmar", "New Velmar"],
        "basis": "new",
        "facts": {"born": ["1971"]},
    },
    {"id": "c", "name": "New Person"},
]


def test_without_changes_by_hand_the_file_is_what_the_list_is():
    result = updated(BEFORE, BEFORE, NOW)
    assert (result.rows, result.changed_by_hand, result.only_yours) == (NOW, [], [])


def test_additions_and_removals_by_hand_stay_and_those_of_the_list_are_taken_over():
    mine = [
        BEFORE[0]
        | {
            "aliases": ["A Velmar", "My Velmar"],  # one removed, one added
            "severity": "high",
            "facts": {"born": ["1970"], "roles": ["captain"]},
        },
        BEFORE[1] | {"severity": "high"},
        {"id": "mine", "name": "My Own"},
    ]
    result = updated(BEFORE, mine, NOW)
    first, second, third = result.rows
    assert first["aliases"] == ["New Velmar", "My Velmar"]
    assert (first["severity"], first["basis"]) == ("high", "new")
    assert first["facts"] == {"born": ["1971"], "roles": ["captain"]}
    assert (second["id"], third["id"]) == ("c", "mine")
    assert (result.changed_by_hand, result.only_yours) == (["a"], ["mine"])


def test_without_an_earlier_import_nothing_is_thrown_away():
    result = updated([], [BEFORE[0], BEFORE[1]], NOW)
    assert [one["id"] for one in result.rows] == ["a", "c", "b"]
    assert result.rows[0]["aliases"] == ["Toni Velmar", "New Velmar", "A Velmar"]
    assert result.rows[0]["basis"] == "old"
