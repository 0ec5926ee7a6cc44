"""`watchword watchlist`, with and without a database."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli.verbs import watchlist_edits, watchlist_entries, watchlist_trials
from cli.verbs.list_import import import_published_list
from core.config import parse_document, read_document
from core.errors import ConfigError, QueryError
from core.records import ArticleOutcome, FeedEntry, FeedPoll, FeedState, PollStatus, ReviewVerdict, Target, TargetKind
from core.settings import Settings
from matching.engine import compile_watchlist
from matching.examples import article_of
from matching.watchlist.loading import parse_watchlist
from storage.queries import ask
from storage.store import Store

LISTED = """\
actors:
  - id: venhorst
    name: Aldric Joost Venhorst
    examples: ["Aldric Joost Venhorst paid."]
    counterexamples: ["Bettina Venhorst paid."]
"""
MORE = LISTED + "  - {id: castellane, name: Mirela Ioana Castellane}\n"
TEXTS = (
    "Aldric Joost Venhorst paid on Monday.",
    "Mirela Ioana Castellane was not there.",
    "Rain fell.",
    "Aldric Joost Venhurst paid.",
    "Алдрик Йост Венхорст приехал.\n\nВ доме Алдрика Йоста Венхорста было тихо.",
)


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("WATCHWORD_CONFIG_DIR", str(tmp_path))
    monkeypatch.setenv("WATCHWORD_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "watchlist.yaml").write_text(LISTED, encoding="utf-8")
    return tmp_path


@pytest.fixture
def cycle(folder) -> Store:
    """The store after a cycle that matched the texts against the list."""
    watchlist = parse_watchlist([read_document(folder / "watchlist.yaml")])
    matcher, now = compile_watchlist(watchlist), datetime.now(UTC)
    store = Store(Settings().paths)
    store.prepare()
    run = store.runs.begin("poll", now)
    entries = [
        FeedEntry("wire", f"e{n}", f"https://news.example/{n}", None, None, None, now, now) for n in range(len(TEXTS))
    ]
    store.feeds.save_polls(
        run, [FeedPoll("wire", now, PollStatus.NEW, FeedState("wire", "https://news.example"), tuple(entries))]
    )
    store.watchlists.save(watchlist.version, watchlist.targets, now)
    articles = [
        replace(article_of(text), feed_id="wire", entry_key=entry.entry_key, url=entry.url, first_seen_at=now)
        for entry, text in zip(entries, TEXTS, strict=True)
    ]
    outcomes = [
        ArticleOutcome(entry, article, hits=matcher.match(article))
        for entry, article in zip(entries, articles, strict=True)
    ]
    store.articles.save(run, outcomes, now)
    store.runs.end(run, now, {})
    store.publish_snapshot(now, force=True)
    return store


def test_check_before_the_first_cycle(folder, capsys):
    assert watchlist_edits.check() == 0
    assert capsys.readouterr().out == "OK: 1 actor, 0 schemes; active at the next cycle\n"


def test_check_counts_the_changes_of_an_edit_and_the_articles_to_read_again(folder, cycle, capsys):
    watchlist_edits.check()
    assert capsys.readouterr().out == "OK: nothing changed (1 actor, 0 schemes)\n"
    (folder / "watchlist.yaml").write_text(MORE.replace("paid", "smiled"), encoding="utf-8")
    watchlist_edits.check()
    expected = "OK: +1 actor, 1 changed; active at the next cycle; 5 stored articles will be read again\n"
    *named, last = capsys.readouterr().out.splitlines(keepends=True)
    assert last == expected
    assert [line[:2] for line in named] == ["+ ", "~ "]
    assert "Aldric Joost Venhorst" in named[1]
    (folder / "watchlist.yaml").write_text("actors: []", encoding="utf-8")
    with pytest.raises(ConfigError, match="holds no entry, and the version in force has 1"):
        watchlist_edits.check()
    assert capsys.readouterr().out == "- venhorst (Aldric Joost Venhorst)\n"


def test_check_and_lint_for_programs(folder, cycle, capsys):
    (folder / "watchlist.yaml").write_text(MORE + "  - {id: miller, name: David Miller}\n", encoding="utf-8")
    assert watchlist_edits.check(json=True) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["valid"], row["actors"], row["in_force"], row["articles_to_read_again"]) == (True, 3, 1, 5)
    assert row["added"] == [
        {"id": "castellane", "name": "Mirela Ioana Castellane"},
        {"id": "miller", "name": "David Miller"},
    ]
    assert watchlist_edits.lint(json=True) == 0
    assert [json.loads(line)["code"] for line in capsys.readouterr().out.splitlines()] == ["common_name"]
    (folder / "watchlist.yaml").write_text("actors: []", encoding="utf-8")
    assert watchlist_edits.check(json=True) == 2
    emptied = json.loads(capsys.readouterr().out)
    assert (emptied["valid"], emptied["removed"]) == (False, [{"id": "venhorst", "name": "Aldric Joost Venhorst"}])
    (folder / "watchlist.yaml").write_text(LISTED + "  - id: x\n", encoding="utf-8")
    assert watchlist_edits.check(json=True) == 2
    [problem] = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["line"], problem["field"], problem["message"]) == (6, "actors[1].name", "is missing")


def test_check_reports_a_mistake_with_its_location(folder):
    (folder / "watchlist.yaml").write_text(LISTED + "  - id: x\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"watchlist\.yaml:6:5: actors\[1\]\.name: is missing"):
        watchlist_edits.check()


def test_a_text_is_matched(folder, capsys, monkeypatch):
    assert watchlist_trials.try_watchlist("It was ALDRIC JOOST VENHORST.") == 0
    assert "ALDRIC JOOST VENHORST" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO(TEXTS[0]))
    watchlist_trials.try_watchlist("-", json=True)
    [row] = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["target"], row["band"], row["surface"]) == ("venhorst", "alert", "Aldric Joost Venhorst")
    assert row["reasons"][0]["code"]
    watchlist_trials.try_watchlist(TEXTS[2])
    assert "Nobody" in capsys.readouterr().err


def test_the_examples_are_run(folder, capsys):
    assert watchlist_trials.try_watchlist() == 0
    assert "2 of 2" in capsys.readouterr().err
    (folder / "watchlist.yaml").write_text(LISTED.replace("Bettina Venhorst paid", TEXTS[0]), encoding="utf-8")
    assert watchlist_trials.try_watchlist(json=True) == 1
    [row] = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["entry"], row["expected"], row["came"]) == ("venhorst", "no alert", "alert")


def test_lint_and_diff(folder, capsys):
    other = folder / "other.yaml"
    other.write_text("actors: [{id: miller, name: David Miller}]", encoding="utf-8")
    watchlist_edits.lint(watchlist=other)
    assert "common_name" in capsys.readouterr().out
    watchlist_edits.lint()
    assert capsys.readouterr().out == ""
    watchlist_edits.diff(folder / "watchlist.yaml", other)
    assert capsys.readouterr().out == "- venhorst\n+ miller\n"
    other.write_text(LISTED.replace("Joost", "Jan"), encoding="utf-8")
    watchlist_edits.diff(folder / "watchlist.yaml", other, json=True)
    assert json.loads(capsys.readouterr().out) == {
        "change": "changed",
        "entry": "venhorst",
        "fields": [
            "name: Aldric Joost Venhorst -> Aldric Jan Venhorst",
            "examples - Aldric Joost Venhorst paid.",
            "examples + Aldric Jan Venhorst paid.",
        ],
    }


def test_check_and_lint_count_the_names_that_are_one_ordinary_word(folder, capsys):
    other = folder / "other.yaml"
    ships = "{id: s0, name: Victory, type: vessel}, {id: s1, name: Hope, type: vessel}"
    other.write_text(f"actors: [{ships}, {{id: j, name: Jane Quixley Zyrkova}}]", encoding="utf-8")
    for verb in (watchlist_edits.check, watchlist_edits.lint):
        assert verb(watchlist=other) == 0
        said = " ".join(capsys.readouterr().err.split())
        assert "Names that are one ordinary word, for review at most: 2 (s0, s1)." in said


def test_a_backtest_shows_what_an_edit_would_find(folder, cycle, capsys):
    (folder / "watchlist.yaml").write_text(MORE, encoding="utf-8")
    assert watchlist_trials.backtest() == 0
    out = capsys.readouterr().out
    assert "new: castellane: alert 95: …[Mirela Ioana Castellane] was not there.…" in out
    assert "new: venhorst" not in out
    assert watchlist_trials.backtest(json=True) == 0
    rows = {row["target"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert (rows["castellane"]["new"], len(rows["castellane"]["quotes"])) == (1, 1)


def test_a_backtest_needs_a_database(folder):
    with pytest.raises(QueryError, match="no database"):
        watchlist_trials.backtest()


def test_nothing_is_suggested_without_reviews(folder, cycle, capsys):
    assert watchlist_trials.suggest() == 0
    assert "Nothing to suggest" in capsys.readouterr().err


def test_confirmed_spellings_are_suggested_under_the_key_that_they_belong_to(folder, cycle, capsys):
    hits = ask(Settings().paths, "SELECT hit_id FROM hits_all").rows
    cycle.reviews.save([hit for (hit,) in hits], ReviewVerdict.CONFIRMED, datetime.now(UTC))
    cycle.publish_snapshot(datetime.now(UTC), force=True)
    watchlist_trials.suggest()
    assert capsys.readouterr().out.splitlines() == [
        'venhorst: native: ["Алдрик Йост Венхорст"]   # confirmed 1 x, found by transliteration; in its basic form',
        'venhorst: aliases: ["Aldric Joost Venhurst"]   # confirmed 1 x, found by edit:1',
    ], "and not the genitive, nor the spelling that is listed"
    watchlist_trials.suggest(json=True)
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["target_id"], row["field"], row["hits"]) for row in rows] == [
        ("venhorst", "native", 1),
        ("venhorst", "aliases", 1),
    ]


def test_names_in_their_own_script_are_proposed_as_yaml(folder, capsys):
    (folder / "watchlist.yaml").write_text(
        "version: 1\nactors:\n  - {id: a, name: Ramzan Gochakov}\n  - {id: b, name: Jane Roe}\n", encoding="utf-8"
    )
    assert watchlist_trials.suggest(scripts=True) == 0
    out = capsys.readouterr().out
    assert parse_document(out, "proposed.yaml").data == [{"id": "a", "native": ["Рамзан Гочаков"]}]
    assert "# letter by letter" in out


def test_proposed_names_are_accepted_and_met_and_others_have_a_reason(folder, capsys):
    names = {"kr": "Pak Chol-min", "ru": "Ramzan Gochakov", "ge": "Giorgi Beridze", "us": "Jane Roe", "one": "Victory"}
    entries = "".join(f"  - {{id: {key}, name: {name}}}\n" for key, name in names.items())
    (folder / "watchlist.yaml").write_text(f"version: 1\nactors:\n{entries}", encoding="utf-8")
    assert watchlist_trials.suggest(scripts=True) == 0
    said = capsys.readouterr()
    proposed = {one["id"]: one["native"] for one in parse_document(said.out, "proposed.yaml").data}
    assert proposed == {"kr": ["박철민"], "ru": ["Рамзан Гочаков"], "ge": ["გიორგი ბერიძე"]}
    assert "1 without a proposal: several spellings are possible" in said.err
    assert "1 without a proposal: a single word (one)" in said.err
    for key, native in proposed.items():
        text = json.dumps(native, ensure_ascii=False)
        entries = entries.replace(f"name: {names[key]}}}", f"name: {names[key]}, native: {text}}}")
    (folder / "watchlist.yaml").write_text(f"version: 1\nactors:\n{entries}", encoding="utf-8")
    assert watchlist_edits.check() == 0


def test_changes_of_the_list_are_listed(cycle, capsys):
    now = datetime.now(UTC)
    target = Target("late", "Late Entry", TargetKind.ACTOR, entry_hash="1")
    cycle.watchlists.save("next", [target], now)
    assert watchlist_edits.changes() == 0
    said = capsys.readouterr().out
    assert "Late Entry was added" in said
    assert watchlist_edits.changes(json=True) == 0
    assert [json.loads(line)["target_id"] for line in capsys.readouterr().out.splitlines()] == ["venhorst", "late"]
    assert watchlist_edits.changes(since="2030-01-01") == 0
    assert capsys.readouterr().out == ""


def test_an_update_of_an_imported_list_keeps_what_was_added_and_shows_the_difference(folder, capsys):
    source, output = folder / "names.csv", folder / "names.jsonl"
    source.write_text("id,name\na,Jane Zyrkova\nb,John Zyrkov\n", encoding="utf-8")
    assert import_published_list(source, output=output) == 0
    assert import_published_list(source, output=output) == 2, "an existing file is not overwritten"
    rows = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    rows[0]["severity"] = "high"
    output.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    source.write_text("id,name\na,Jane Zyrkova-Roe\nc,New Person\n", encoding="utf-8")
    capsys.readouterr()
    assert import_published_list(source, output=output, update=True) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == ["- b (John Zyrkov)", "+ c (New Person)", "~ a (Jane Zyrkova-Roe): name"]
    assert "changes to 1 entries" in said.err
    rows = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert [(row["id"], row.get("severity")) for row in rows] == [("a", "high"), ("c", None)]


def test_an_update_gives_new_entries_the_options_of_the_import_before(folder, capsys):
    source, output = folder / "names.csv", folder / "names.jsonl"
    source.write_text("id,name,tags\na,Jane Zyrkova,own\n", encoding="utf-8")
    assert import_published_list(source, output=output, tag=("bank",), severity="high") == 0
    source.write_text("id,name,tags\na,Jane Zyrkova,own\nc,New Person,\n", encoding="utf-8")
    assert import_published_list(source, output=output, update=True) == 0
    said = capsys.readouterr()
    assert (said.out.splitlines(), "--tag bank --severity high" in said.err) == (["+ c (New Person)"], True)
    rows = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert [(row["tags"], row["severity"]) for row in rows] == [(["own", "bank"], "high"), (["bank"], "high")]
    assert import_published_list(source, output=output, update=True, severity="low") == 0
    rows = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert [(row["tags"], row["severity"]) for row in rows] == [(["own", "bank"], "low"), (["bank"], "low")]


def test_an_imported_list_can_be_read(folder, capsys):
    source = folder / "names.csv"
    source.write_text("name,type\nJane Zyrkova,\nThe,\n", encoding="utf-8")
    output = folder / "watchlist" / "names.jsonl"
    assert import_published_list(source, output=output) == 2, "no folder is made: its name may be a typing error"
    output.parent.mkdir()
    assert import_published_list(source, output=output, tag=("x",)) == 0
    said = capsys.readouterr().err
    assert "1 actor taken" in said
    assert "left out         1 x name of one common word" in said
    assert "cannot both be the watchlist" in said
    with pytest.raises(ConfigError, match="both there"):
        watchlist_edits.check()
    (folder / "watchlist.yaml").rename(output.parent / "watchlist.yaml")
    watchlist_edits.check()
    assert "OK: 2 actors" in capsys.readouterr().out
    import_published_list(source)
    assert json.loads(capsys.readouterr().out) == {"id": "Jane-Zyrkova", "name": "Jane Zyrkova", "type": "person"}


@pytest.mark.parametrize("text", [LISTED, "", "version: 1\n", "version: 1\nactors: []\n", "actors:\n# none yet\n"])
def test_an_entry_is_added_listed_and_shown(folder, capsys, text):
    (folder / "watchlist.yaml").write_text(text, encoding="utf-8")
    assert watchlist_entries.add("Zoë O’Hara: the Younger", tag=("desk",), severity="high") == 0
    capsys.readouterr()
    assert watchlist_entries.list_entries(tag="desk", json=True) == 0
    [row] = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["id"], row["name"], row["severity"]) == ("zoe-ohara-the-younger", "Zoë O’Hara: the Younger", "high")
    assert watchlist_entries.show("zoe-ohara-the-younger") == 0
    assert "tags: desk" in capsys.readouterr().out
    assert watchlist_entries.show("zoe-ohara") == 2
    assert "did you mean zoe-ohara-the-younger?" in capsys.readouterr().err
    if text == LISTED:
        kept = parse_watchlist([read_document(folder / "watchlist.yaml")])
        assert {one.id for one in kept.entries} == {"venhorst", "zoe-ohara-the-younger"}


def test_entries_are_appended_in_their_order_before_what_follows(folder, capsys):
    schemes = "schemes:\n  - {id: s, label: S, match: {any: [coal]}}\n"
    text = f"version: 1\nactors:\n  # mine\n  - id: a\n    name: Ann Roe\n\n{schemes}"
    (folder / "watchlist.yaml").write_text(text, encoding="utf-8")
    for name in ("Zyrkova Freight Ltd", "Victory"):
        assert watchlist_entries.add(name, tag=("x",)) == 0
    said = capsys.readouterr().err
    assert "as zyrkova-freight-ltd (organisation)" in said
    assert "Risky: Victory is an ordinary word" in said
    listed = parse_watchlist([read_document(folder / "watchlist.yaml")])
    assert [one.id for one in listed.entries] == ["a", "zyrkova-freight-ltd", "victory", "s"]
    assert watchlist_entries.add("ZYRKOVA  Freight Ltd") == 2
    assert "already, as zyrkova-freight-ltd" in capsys.readouterr().err
    assert watchlist_entries.add("Zyrkova Freight Ltd", id="other") == 0


def test_an_entry_is_not_added_to_a_list_in_brackets(folder):
    (folder / "watchlist.yaml").write_text("actors: [{id: a, name: Ann Roe}]\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="type the entry by hand"):
        watchlist_entries.add("Jane Roe")


def test_an_entry_is_added_to_a_file_that_windows_saved(folder, capsys):
    file = folder / "watchlist.yaml"
    file.write_bytes(("\ufeff" + LISTED).replace("\n", "\r\n").encode())
    assert watchlist_entries.add("Jürgen Weiß") == 0
    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")
    assert {one.id for one in parse_watchlist([read_document(file)]).entries} == {"venhorst", "jurgen-weiss"}
    assert capsys.readouterr().err.startswith("Added")


COMMENTED = """\
# our list
version: 1
actors:
  # the owner
  - id: a   # first
    name: Ann Roe
    facts: {associates: [b]}
    # of a

  # his brother
  - id: b
    name: Bert Roe
    aliases: ["B. Roe"]  # as he signs
    # of b
  - {id: c, name: Carl Roe}

schemes:
  # moved at sea
  - id: s
    label: S
    match: {any: [coal]}
"""


def test_an_entry_is_removed_with_its_comments_and_nothing_else_changes(folder, capsys):
    file = folder / "watchlist.yaml"
    file.write_text(COMMENTED, encoding="utf-8")
    subscription = "{id: desk, recipients: [a@example.org], digest: {at: [8:00]}, filters: {targets: [b]}}"
    (folder / "alerts.yaml").write_text(f"subscriptions: [{subscription}]\n", encoding="utf-8")
    assert watchlist_entries.remove("b") == 0
    start, end = COMMENTED.index("  - id: b"), COMMENTED.index("  - {id: c")
    assert file.read_text("utf-8") == COMMENTED[:start] + COMMENTED[end:]
    said = capsys.readouterr().err
    assert "Risky: a: its associate b is no entry of the list" in said
    assert "alerts.yaml:1:" in said
    for entry in ("s", "c", "a"):
        assert watchlist_entries.remove(entry) == 0
    assert not parse_watchlist([read_document(file)]).entries
    assert file.read_text("utf-8").startswith("# our list\nversion: 1\nactors:\n  # the owner\n")
    assert watchlist_entries.add("Ann Roe") == 0
    assert [one.name for one in parse_watchlist([read_document(file)]).entries] == ["Ann Roe"]


def test_what_cannot_be_removed_is_said_and_left_as_it_is(folder):
    (folder / "watchlist").mkdir()
    mine = folder / "watchlist" / "mine.yaml"
    (folder / "watchlist.yaml").rename(mine)
    mine.write_text(MORE + "  -\n    id: odd\n    name: Odd Roe\n")
    (folder / "watchlist" / "sdn.jsonl").write_text(
        '{"id": "x1", "name": "Xenia Roe"}\n\n{"id": "x2", "name": "Yan Roe"}\n'
    )
    before = {file: file.read_bytes() for file in mine.parent.iterdir()}
    for entry, why in (
        ("venhorts", r"no entry has the id 'venhorts'; did you mean venhorst\?"),
        ("x2", r"sdn\.jsonl:3: lists x2 \(delete its line by hand\)"),
        ("odd", r"mine\.yaml: the entry 'odd' is written in a way that only you can edit"),
    ):
        with pytest.raises(ConfigError, match=why):
            watchlist_entries.remove(entry)
    assert before == {file: file.read_bytes() for file in mine.parent.iterdir()}
    assert watchlist_entries.remove("castellane") == 0
    assert b"castellane" not in mine.read_bytes()


def test_a_removal_that_waits_is_said(cycle, folder, capsys):
    assert watchlist_entries.remove("venhorst") == 0
    assert "stays in force until `watchword watchlist accept`" in capsys.readouterr().err


def test_files_in_the_folder_that_are_no_lists_are_named_and_hidden_ones_left_alone(folder, capsys):
    (folder / "watchlist").mkdir()
    (folder / "watchlist.yaml").rename(folder / "watchlist" / "mine.yml")
    for name in ("more.txt", "._mine.yml", ".more.jsonl.imported", ".#mine.csv"):
        (folder / "watchlist" / name).write_text("no list")
    assert watchlist_edits.check() == 0
    assert "Not read: more.txt. A list ends in .yaml" in capsys.readouterr().err


def test_an_unknown_tag_lists_the_tags(folder, capsys):
    assert watchlist_entries.list_entries(tag="nope") == 2
    assert "the tags are" in capsys.readouterr().err
