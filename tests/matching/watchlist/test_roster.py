from __future__ import annotations

import json
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.config import parse_document
from core.errors import ConfigError
from matching.watchlist.loading import parse_watchlist
from matching.watchlist.model import Actor, adapter_of
from matching.watchlist.roster import Roster, ids_of, tags_of

FULL = Actor("c", "Max Roe", aliases=(), tags=("x",))
ROSTER = Roster(["a", "b", "c"], ["Jane Roe", "Roe Ltd", "Max Roe"], ["person", "organisation", "person"], {2: FULL})


def parsed(text: str, name: str):
    return parse_watchlist([parse_document(text, name)])


def test_a_roster_is_a_sequence_of_actors() -> None:
    actors = (Actor("a", "Jane Roe"), Actor("b", "Roe Ltd", "organisation"), FULL)
    assert tuple(ROSTER) == actors
    assert tuple(ROSTER[1:]) == actors[1:]
    assert ROSTER[-1] is FULL
    assert Roster.of(actors) == ROSTER == Roster.of(ROSTER)
    with pytest.raises(IndexError):
        ROSTER[3]


def test_lists_are_joined_in_order() -> None:
    more = (FULL, Actor("d", "Ann Roe"))
    assert Roster.joined([Roster.of(()), ROSTER]) is ROSTER
    assert tuple(Roster.joined([Roster.of(more[:1]), ROSTER, Roster.of(more[1:])])) == (FULL, *ROSTER, more[1])
    assert tuple(Roster.joined([])) == ()


def test_ids_and_tags_of_a_list_are_those_of_its_entries() -> None:
    rows = "".join(f"  - {{id: a{number}, name: Jane Roe}}\n" for number in range(3))
    schemes = "schemes:\n  - {id: s, label: S, tags: [y], match: [{any: [ransom note]}]}\n"
    watchlist = parsed(f"version: 1\nactors:\n{rows}  - {{id: b, name: Max Roe, tags: [x]}}\n{schemes}", "l.yaml")
    assert ids_of(watchlist) == tuple(one.id for one in watchlist.entries) == ("a0", "a1", "a2", "b", "s")
    assert tags_of(watchlist) == {tag for one in watchlist.entries for tag in one.tags} == {"x", "y"}


def test_disabled_actors_are_left_out() -> None:
    off = replace(FULL, enabled=False)
    assert ROSTER.enabled is ROSTER
    assert tuple(Roster.of((off, *ROSTER)).enabled) == tuple(ROSTER)


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.booleans())))
def test_the_lines_are_the_json_of_each_actor(names: list[tuple[str, bool]]) -> None:
    actors = [Actor("a", name, "vessel" if vessel else "person") for name, vessel in names] + [FULL]
    dumped = [adapter_of(Actor).dump_json(actor, exclude_defaults=True).decode() for actor in actors]
    assert Roster.of(actors).lines() == dumped


def test_every_format_gives_the_same_list() -> None:
    rows = [{"id": f"n{number}", "name": f"Jane Roe{number}x", "type": "vessel"} for number in range(50)]
    rows.append({"id": "more", "name": "Max Roe", "severity": "high", "aliases": ["M. Roe"]})
    lines = parsed("\n".join(map(json.dumps, rows)), "l.jsonl")
    cells = [
        f"{row['id']},{row['name']},{row.get('type', '')},{row.get('severity', '')},{';'.join(row.get('aliases', ()))}"
        for row in rows
    ]
    assert parsed("id,name,type,severity,aliases\n" + "\n".join(cells), "l.csv").targets == lines.targets
    assert parsed("actors:\n" + "".join(f"  - {json.dumps(row)}\n" for row in rows), "l.yaml").targets == lines.targets


@pytest.mark.parametrize(
    "line", ['{"id": "x"}', '{"id": 7, "name": "A B"}', '{"id": "x", "name": "A B", "typ": "a"}', "[]", "7"]
)
def test_an_invalid_line_among_many_is_reported(line: str) -> None:
    lines = [f'{{"id": "n{number}", "name": "Jane Roe{number}x"}}' for number in range(20_100)]
    lines[15_000] = line
    lines[20_050] = '{"id": "last", "name": "- -"} {'
    with pytest.raises(ConfigError) as caught:
        parsed("\n".join(lines), "l.jsonl")
    assert [problem.line for problem in caught.value.problems] == [15_001, 20_051]


def test_two_actors_on_a_line_are_refused() -> None:
    with pytest.raises(ConfigError):
        parsed('{"id": "a", "name": "Jane Roe"},{"id": "b", "name": "Max Roe"}\n', "l.jsonl")


def test_a_long_list_is_read_fast() -> None:
    text = "".join(f'{{"id": "n{number}", "name": "Jane Roe{number}x"}}\n' for number in range(50_000))
    begin = time.process_time()
    assert len(parsed(text, "long.jsonl").hashes) == 50_000
    assert time.process_time() - begin < 2  # 0.4 s on a quiet machine
