"""Loading a watchlist: the values of a valid one, and the problems of an invalid one."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.config import parse_document, read_document, watchlist_files
from core.errors import ConfigError
from core.records import Severity, TargetKind
from matching.engine import compile_watchlist
from matching.examples import run_examples
from matching.watchlist.loading import parse_watchlist
from matching.watchlist.model import Alias, ExclusionTerms, Near, Watchlist

ROOT = Path(__file__).parents[3]
ENTRY = "actors:\n  - id: a\n    name: Jane Roe\n"


def parsed(*texts: str) -> Watchlist:
    return parse_watchlist([parse_document(text, f"{number}.yaml") for number, text in enumerate(texts, 1)])


def problems(*texts: str) -> list[str]:
    with pytest.raises(ConfigError) as refused:
        parsed(*texts)
    return str(refused.value).splitlines()


def shipped() -> Watchlist:
    return parse_watchlist([read_document(ROOT / "config" / "watchlist.yaml")])


# ---------------------------------------------------------------- what a good list becomes


def test_an_actor_needs_an_id_and_a_name():
    [actor] = parsed(ENTRY).actors
    assert (actor.id, actor.name, actor.type, actor.severity) == ("a", "Jane Roe", "person", Severity.MEDIUM)
    assert actor.aliases == actor.native == actor.identifiers == ()
    assert actor.enabled


def test_short_forms_expand_to_long_forms():
    watchlist = parsed(
        "contexts: {c: {any: token}}\n"
        "actors: [{id: a, name: Jane Roe, aliases: [J Roe, {text: Jay Roe, require: c}], none: [nurse]}]\n"
        "schemes:\n  - {id: s, label: S, none: {any: ddd, within: document},\n"
        "     match: {near: {terms: [aaa, [bbb, ccc]], words: 9}}}\n"
    )
    [actor], [scheme], [context] = watchlist.actors, watchlist.schemes, watchlist.contexts
    assert actor.aliases == (Alias("J Roe"), Alias("Jay Roe", require="c"))
    assert actor.none == ExclusionTerms((("nurse",),), "sentence")
    assert scheme.match[0].near == Near((("aaa",), ("bbb", "ccc")), 9)
    assert scheme.none == ExclusionTerms((("ddd",),), "document")
    assert context.match[0].any == (("token",),)


def test_numbers_and_dates_stay_as_written():
    [actor] = parsed(
        ENTRY + "    basis: 2025-06-30\n    identifiers: [{kind: imo, value: 9074729},\n"
        "      {kind: wallet, value: 0x52908400098527886E0F7030069857D2E4169EE7}]\n"
    ).actors
    assert actor.basis == "2025-06-30"
    assert [one.value for one in actor.identifiers] == ["9074729", "0x52908400098527886E0F7030069857D2E4169EE7"]


def test_targets_are_the_enabled_entries():
    watchlist = parsed(
        "actors: [{id: a, name: Jane Roe, severity: high, tags: [x]}, {id: b, name: John Roe, enabled: false}]\n"
        "schemes: [{id: s, label: Scheme, match: {any: [two words]}}]"
    )
    assert [(one.target_id, one.name, one.kind) for one in watchlist.targets] == [
        ("a", "Jane Roe", TargetKind.ACTOR),
        ("s", "Scheme", TargetKind.SCHEME),
    ]
    assert [actor.id for actor in watchlist.active_actors] == ["a"]


def test_several_files_form_one_list():
    watchlist = parsed("contexts: {c: {any: [token]}}", "actors: [{id: a, name: Jane Roe, context: c}]", "")
    assert [context.id for context in watchlist.contexts] == ["c"]
    assert watchlist.actors[0].context == "c"


def test_a_key_may_be_empty_when_its_entries_are_commented_out():
    watchlist = parsed("defaults:\ncontexts:\nactors:\n#  - id: a\nschemes:\n")
    assert watchlist.entries == ()


def test_a_folder_is_read_in_order_of_file_names(tmp_path: Path):
    for name in ("b.csv", "a.yaml", "c.jsonl", "notes.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in watchlist_files(tmp_path)] == ["a.yaml", "b.csv", "c.jsonl"]
    assert watchlist_files(tmp_path / "a.yaml") == (tmp_path / "a.yaml",)
    (tmp_path / "empty").mkdir()
    with pytest.raises(ConfigError, match="holds no list"):
        watchlist_files(tmp_path / "empty")


# ---------------------------------------------------------------- hashes


def hashes(text: str) -> dict[str, str]:
    return {target.target_id: target.entry_hash for target in parsed(text).targets}


TWO = "contexts: {c: {any: [token]}}\nactors: [{id: a, name: Jane Roe, context: c}, {id: b, name: John Roe}]"


def test_an_edit_changes_only_the_hash_of_its_entry():
    before, after = hashes(TWO), hashes(TWO.replace("John Roe", "John Rowe"))
    assert before["a"] == after["a"]
    assert before["b"] != after["b"]
    assert parsed(TWO).version != parsed(TWO.replace("John Roe", "John Rowe")).version


def test_an_edited_context_changes_the_hashes_of_entries_that_name_it():
    before, after = hashes(TWO), hashes(TWO.replace("token", "coin"))
    assert before["a"] != after["a"]
    assert before["b"] == after["b"]


def test_an_edited_threshold_changes_every_hash():
    before, after = hashes(TWO), hashes(TWO + "\ndefaults: {alert: 90}")
    assert before["a"] != after["a"]
    assert before["b"] != after["b"]


def test_comments_and_layout_change_nothing():
    assert parsed(ENTRY).version == parsed("# a comment\nactors: [{name: Jane Roe, id: a}]").version


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("actors: [{id: a}]", "1.yaml:1:10: actors[0].name: is missing"),
        ("actors: [{id: a, name: 5}]", "1.yaml:1:18: actors[0].name: should be text (put it in quotes)"),
        ("actors: [{id: a, name: b c, nam: x}]", "1.yaml:1:29: actors[0].nam: unknown key (did you mean name?)"),
        (
            "actors: [{id: a, name: b c, identifiers: [{kind: domain, value: bad.example, type: x}]}]",
            "actors[0].identifiers[0].type: unknown key (the keys here are kind, value)",
        ),
        ("actors: {id: a}", "1.yaml:1:1: actors: should be a list"),
        ("actors: [Jane Roe]", "1.yaml:1:10: actors[0]: should be a mapping (key: value)"),
        (ENTRY + "    severity: hig", "1.yaml:4:5: actors[0].severity: should be 'low', 'medium' or 'high'"),
        (ENTRY + "    review_by: 2027-02-30", "1.yaml:4:5: actors[0].review_by: is no date (write it as 2027-06-30)"),
        (
            ENTRY + "    aliases: [{text: x}, {text: z, weka: y}]",
            "actors[0].aliases[1].weka: unknown key (did you mean weak?)",
        ),
        (ENTRY + "    aliases: [5]", "actors[0].aliases[0]: should be a mapping (key: value)"),
        (ENTRY + "    aliases: ['--']", "actors[0].aliases[0]: holds no letter or digit"),
        (ENTRY + "    aliases: ['\u0640']", "actors[0].aliases[0]: holds no letter or digit"),
        (ENTRY + "    nicknames: ['**']", "actors[0].nicknames[0]: holds no letter or digit"),
        (ENTRY + "    aliases: [And]", "actors[0].aliases[0]: 'And' is a word of grammar"),
        (ENTRY + "    aliases: [{text: Jay, require: c}]", "actors[0].aliases[0].require: no context 'c' is defined"),
        (ENTRY + "    context: c", "actors[0].context: no context 'c' is defined"),
        (
            ENTRY + "    identifiers: [{kind: imo, value: 9074720}]",
            "actors[0].identifiers[0].value: is not an IMO number",
        ),
        (ENTRY + "    none: []", "actors[0].none: says nothing to look for"),
        ("actors: [{id: a b, name: x}]", "actors[0].id"),
        ("actors: [{id: a, name: The}]", "actors[0].name: 'The' is a word of grammar"),
        ("defaults: {alert: 50, review: 60}", "1.yaml:1:23: defaults.review: review (60) must be below alert (50)"),
        ("defaults: {alert: 101}", "defaults.alert: should be less than or equal to 100"),
        ("version: 2", "1.yaml:1:1: version: should be 1"),
        ("contexts: {c: {require: d, any: [x1]}}", "contexts.c.require: a context cannot require another context"),
        ("contexts: {c: {within: paragraph}}", "contexts.c: says nothing to look for"),
        ("contexts: {c: {any: [x1], within: page}}", "should be 'sentence', 'paragraph' or 'document'"),
        ("schemes: [{id: s, label: S, match: []}]", "schemes[0].match: should have at least 1 item, not 0"),
        ("schemes: [{id: s, label: S, match: {any: ['*']}}]", "schemes[0].match.any[0]: holds no letter or digit"),
        ("schemes: [{id: s, label: S, match: {any: ['ab*']}}]", "schemes[0].match.any[0]: ab* is too short"),
        ("schemes: [{id: s, label: S, match: {any: ['a*b c']}}]", "a * may only end a term"),
        ("schemes: [{id: s, label: S, match: {any: [“laptop farm*”]}}]", "these quotes are letters of the term"),
        (
            "schemes: [{id: s, label: S, match: {near: {terms: [aaa], words: 9}}}]",
            "near.terms: should have at least 2 items",
        ),
        ("schemes: [{id: s, label: S, match: {at_least: {count: 3, of: [aaa, bbb]}}}]", "asks for 3 of 2 terms"),
        ("schemes: [{id: s, label: S, match: {any: [aaa], require: c}}]", "match.require: no context 'c' is defined"),
    ],
)
def test_a_mistake_is_reported_with_its_location(text, problem):
    [reported] = problems(text)
    assert problem in reported


def test_the_mistakes_of_all_files_are_reported():
    reported = problems(ENTRY + "    aliases: [The, '?']", "schemes: [{id: s, label: S, match: {all: ['-']}}]")
    assert [line.split(":", 1)[0] for line in reported] == ["1.yaml", "1.yaml", "2.yaml"]


def test_a_duplicate_is_reported_where_it_recurs():
    again = problems(ENTRY + "  - {id: b, name: John Roe}\n", "schemes: [{id: a, label: S, match: {any: [two words]}}]")
    assert again == ["2.yaml:1:12: schemes[0].id: id 'a' is given twice, first in 1.yaml:2 (keep one of them)"]
    same = problems("actors: [{id: a, name: Jane Roe}]\nschemes: [{id: a, label: S, match: {any: [two words]}}]")
    assert "id 'a' is given twice" in same[0]
    assert "context 'c' is given twice" in problems("contexts: {c: {any: [x1]}}", "contexts: {c: {any: [x2]}}")[0]
    assert "defaults is given twice" in problems("defaults: {alert: 90}", "defaults: {alert: 91}")[0]


def test_a_context_of_an_unreadable_file_is_not_called_unknown():
    reported = problems("contexts: {c: {any: [x1]}}\nactors: 5", ENTRY + "    context: c")
    assert reported == ["1.yaml:2:1: actors: should be a list"]


def test_at_most_twenty_mistakes_are_reported():
    assert len(problems("actors:\n" + "  - {id: a, name: '-'}\n" * 1000)) == 20


# ---------------------------------------------------------------- the shipped list, and long ones


def test_the_shipped_list_passes_its_examples():
    watchlist = shipped()
    matcher = compile_watchlist(watchlist)
    assert [result for result in run_examples(matcher, watchlist) if not result.passed] == []


def test_the_shipped_list_holds_the_case_with_sources_and_examples():
    watchlist = shipped()
    assert {"zhenxing-wang", "kejia-wang", "kim-kwang-jin", "kang-tae-bok", "jong-pong-ju", "chang-nam-il"} <= {
        actor.id for actor in watchlist.actors
    }
    assert len(watchlist.schemes) == 5
    for entry in watchlist.entries:
        assert entry.source
        assert entry.examples
        assert entry.counterexamples
