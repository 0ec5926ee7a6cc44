"""The verbs that query, review and maintain, as a user calls them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cli.app import BAD_USAGE, DONE, FAILED
from cli.printing import csv_value
from core.identity import article_id
from core.records import (
    ArticleOutcome,
    Failure,
    FailureKind,
    FeedSource,
    LinkKind,
    PollStatus,
    Quality,
    Stage,
    Story,
    StoryLink,
)
from tests.conftest import call_in_process

WATCHLIST = """
version: 1
actors:
  - {id: kim, name: Kim Kwang-jin, order: family-first}
  - {id: jong, name: Jong Pong-ju, order: family-first}
"""


@pytest.fixture
def ask(store, make, tmp_path, monkeypatch):
    """Calls a verb on a store with two hits, and returns its exit code, standard output and standard error."""
    store.watchlists.save("w1", [make.target()], make.noon)
    plain = make.outcome(make.entry("e1"), "kim")
    hostile = make.outcome(make.entry("e2", title="=HYPERLINK(1) \x1b[31m[bold]red"), "kim")
    silent = ArticleOutcome(make.entry("e3"), make.article(make.entry("e3"), "Mr. Jong spoke of the weather."))
    store.articles.save("run", [plain, hostile, silent], make.noon)
    store.publish_snapshot(make.noon)
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "watchlist.yaml").write_text(WATCHLIST)
    (tmp_path / "config" / "feeds.yaml").write_text("feeds: [{id: wire, url: 'https://wire.example/feed'}]")
    (tmp_path / "config" / "alerts.yaml").write_text("subscriptions: [{id: desk, to: [desk@example.org]}]")
    monkeypatch.setenv("WATCHWORD_DATA_DIR", str(store.paths.root))
    monkeypatch.setenv("WATCHWORD_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("COLUMNS", "200")

    def ask(*arguments):
        done = call_in_process(*arguments)
        return done.returncode, done.stdout, done.stderr

    return ask


def hit_ids(ask):
    return [json.loads(line)["hit_id"] for line in ask("hits", "--json")[1].splitlines()]


def test_hits_are_filtered_and_come_as_json_lines(ask):
    rows = [
        json.loads(line) for line in ask("hits", "--json", "--target", "kim", "--since", "2026-11-01")[1].splitlines()
    ]
    assert [(row["target_name"], row["found_at"]) for row in rows] == [("Kim Kwang-jin", "2026-11-22T12:00:00Z")] * 2
    for nothing in (("--target", "other"), ("--since", "2026-11-23"), ("--feed", "other")):
        assert ask("hits", "--json", *nothing)[1] == ""


def test_the_table_of_hits_escapes_control_codes_and_markup(ask):
    code, out, _ = ask("hits")
    assert code == DONE
    assert "Kim Kwang Jin" in out
    assert "\x1b[31m" not in out
    assert "[bold]red" in out


def test_an_unreadable_date_is_bad_usage(ask):
    code, _, err = ask("hits", "--since", "yesterday")
    assert (code, "2026-11-01" in err) == (BAD_USAGE, True)


def test_explain_shows_quote_mentions_and_reasons(ask):
    code, out, _ = ask("explain", hit_ids(ask)[0][:8])
    assert code == DONE
    for expected in ("“Kim Kwang Jin was charged.”", "exact", "the full name is in the text", "name"):
        assert expected in out


def test_explain_says_why_there_is_no_hit(ask, make):
    code, out, _ = ask("explain", "--target", "jong", "--article", "https://news.example/e3")
    assert code == DONE
    assert "jong" in out
    assert "but not pong, ju" in out
    code, _, err = ask("explain", "--target", "jonk", "--article", "https://news.example/e3")
    assert (code, "did you mean jong?" in err) == (BAD_USAGE, True)
    code, out, err = ask("explain", "--target", "jong", "--article", "https://news.example/none")
    assert (code, out, "No feed of yours is of the site" in err) == (BAD_USAGE, "", True)
    code, out, _ = ask("explain", "--json", "--target", "jong", "--article", "https://news.example/e3")
    assert (code, json.loads(out)["hit_id"], len(json.loads(out)["why_not"]) > 0) == (DONE, None, True)


def test_an_article_is_found_by_its_address_as_a_browser_has_it(ask):
    shown = "HTTPS://news.example:443/e1?utm_source=mail#top"
    assert "kim" in ask("explain", "--article", shown)[1]
    assert "Kim Kwang-jin" in ask("explain", "--target", "kim", "--article", shown)[1]
    assert "No hit of jong" in ask("explain", "--target", "jong", "--article", shown)[1]


def test_an_article_that_is_not_stored_is_explained_with_what_to_do(ask, store, make):
    assert "kim" in ask("explain", "--article", "https://news.example/e1/")[1], "with a last slash"
    store.feeds.sync([FeedSource("wire", "https://news.example/feed")])
    entry = make.entry("e7", title="Behind an error")
    store.feeds.save_polls("run", [make.poll(entry)])
    failure = Failure(Stage.PAGE, entry.url, FailureKind.TRANSIENT, "http_status", "The server answered 503.")
    store.articles.save("run", [ArticleOutcome(entry, failure=failure)], make.noon)
    store.publish_snapshot(make.noon, force=True)
    code, out, _ = ask("explain", "--article", entry.url)
    assert (code, "not read: The server answered 503; it is tried again at 2026-11-22 12:15 UTC" in out) == (DONE, True)
    code, _, err = ask("explain", "--article", "https://news.example/never-listed")
    assert (code, "`watchword feeds check wire`" in err) == (BAD_USAGE, True)
    code, _, err = ask("explain", "--article", "Behind an error")
    assert (code, "`watchword articles --text WORDS`" in err) == (BAD_USAGE, True)


def test_closed_hits_are_shown_and_exported_on_request_and_counted_else(ask, store, make, tmp_path):
    store.watchlists.save("w2", [], make.noon + timedelta(hours=1))
    store.publish_snapshot(make.noon + timedelta(hours=1), force=True)
    code, out, err = ask("hits", "--target", "kim")
    assert (code, out, "2 closed hits left out" in err) == (DONE, "", True)
    assert ask("hits", "--closed")[1].count("closed: its watchlist entry was removed") == 2
    for name in ("hits.csv", "hits.parquet"):
        assert "0 hits written" in ask("export", str(tmp_path / name))[2]
        assert "2 closed hits left out" in ask("export", str(tmp_path / name))[2]
        assert "2 hits written" in ask("export", "--closed", str(tmp_path / name))[2]
    (removed,) = ask("watchlist", "changes", "--since", "2026-01-01")[1].splitlines()
    assert removed == "2026-11-22 13:00 UTC  Kim Kwang-jin was removed (kim)"


def test_an_unknown_hit_is_bad_usage(ask):
    assert ask("explain", "0000000000")[0] == BAD_USAGE
    assert ask("review", "0000000000", "confirm")[0] == BAD_USAGE
    assert ask("story", "0000000000")[0] == BAD_USAGE


NOWHERE = "/no/such/place"


_WITH_PATHS = (
    "match --watchlist {watchlist} NOWHERE.jsonl",
    "match --watchlist NOWHERE.yaml -",
    "stories NOWHERE.jsonl",
    "stories --watchlist NOWHERE.yaml -",
    "extract NOWHERE.html",
    "maintain restore NOWHERE",
    "query --archive NOWHERE SELECT",
    "feeds import NOWHERE.opml",
    "feeds export NOWHERE/x.opml",
    "export NOWHERE/x.csv",
    "evidence {hit} --out NOWHERE/x.html",
    "watchlist import NOWHERE.csv",
    "watchlist import {watchlist} --output NOWHERE/x.jsonl",
    "watchlist diff {watchlist} NOWHERE.yaml",
    "watchlist test --watchlist NOWHERE.yaml text",
    "watchlist backtest --watchlist NOWHERE.yaml",
    "run --config NOWHERE",
)


def test_a_path_that_does_not_exist_is_bad_usage_and_is_not_made(ask, tmp_path):
    given = {"watchlist": tmp_path / "config" / "watchlist.yaml", "hit": hit_ids(ask)[0]}
    for words in _WITH_PATHS:
        code, out, err = ask(*words.format(**given).replace("NOWHERE", NOWHERE).split())
        assert (code, out) == (BAD_USAGE, ""), words
        assert NOWHERE in err.replace("\n", ""), words
    assert not Path(NOWHERE).parent.exists()


def test_a_check_makes_no_folder(ask, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    for words in ("doctor", "doctor --quick", "watchlist check", "config show", "outbox", "hits", "articles"):
        code, _, _ = ask(*words.split(), "--data", str(tmp_path / "typo"))
        assert code in (DONE, FAILED, BAD_USAGE)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_question_about_a_folder_without_data_is_bad_usage(ask, tmp_path):
    questions = ("hits", "articles", "query FROM", "report", "export", "story abcd", "outbox")
    for words in (*questions, "rematch --target kim", "maintain"):
        code, out, err = ask(*words.split(), "--data", str(tmp_path / "typo"))
        assert (code, out) == (BAD_USAGE, ""), words
        assert "no database in" in err


def test_hits_of_one_story(ask, store, make):
    """Those that it has, by the first characters of its id; an id that no story has is said."""
    first, second = (make.article(make.entry(key)) for key in ("e1", "e2"))
    both = [Story(f"story-{one.article_id[:4]}", (one.article_id,), (), None, make.noon, make.noon, one.title)
            for one in (first, second)]  # fmt: skip
    store.stories.save(both, make.noon)
    store.publish_snapshot(make.noon)
    for story, article in zip(both, (first, second), strict=True):
        code, out, _ = ask("hits", "--story", story.story_id, "--json")
        assert code == DONE
        assert [json.loads(line)["article_id"] for line in out.splitlines()] == [article.article_id]
    assert len(ask("hits", "--story", "story-", "--json")[1].splitlines()) == 2
    code, out, err = ask("hits", "--story", "storm")
    assert (code, out, "No story's id starts with storm" in err) == (BAD_USAGE, "", True)


def test_query_prints_the_result_or_duckdbs_error(ask):
    assert ask("query", "SELECT count(*) AS n FROM hits", "--format", "json")[1] == '{"n": 2}\n'
    code, _, err = ask("query", "SELECT nonsense")
    assert (code, "nonsense" in err) == (BAD_USAGE, True)


def test_of_two_statements_none_is_left_out_in_silence(ask):
    code, out, err = ask("query", "SELECT 1; SELECT 2")
    assert (code, out) == (BAD_USAGE, "")
    assert "one statement at a time" in err
    assert ask("query", "SELECT 1;")[0] == DONE


def test_a_verdict_is_stored(ask):
    hit = hit_ids(ask)[0]
    assert ask("review", hit[:10], "dismiss", "--note", "a namesake")[0] == DONE
    sql = f"SELECT verdict, note FROM hits WHERE hit_id = '{hit}'"
    assert json.loads(ask("query", sql, "--json")[1]) == {"verdict": "dismissed", "note": "a namesake"}


def test_a_verdict_can_be_taken_back_and_is_shown(ask):
    one, two = hit_ids(ask)
    assert ask("review", one, two, "dismissed")[0] == DONE, "the word that mails of old print"
    assert ask("hits", "--open", "--json")[1] == ""
    assert ask("review", one[:8], "undo")[0] == DONE
    assert [json.loads(line)["hit_id"] for line in ask("hits", "--open", "--json")[1].splitlines()] == [one]
    assert [json.loads(line)["hit_id"] for line in ask("hits", "--verdict", "dismiss", "--json")[1].splitlines()] == [
        two
    ]
    shown = ask("explain", one)[1]
    assert "Review: dismissed" in shown
    assert "Review: open" in shown
    assert "Reported to nobody yet" in shown
    assert ask("review", one, "perhaps")[0] == BAD_USAGE


@pytest.mark.parametrize("verb", [("hits",), ("export",)])
def test_an_unknown_id_in_a_filter_is_an_error_with_near_ones(ask, verb):
    for option, asked, meant in (("--target", "kimm", "kim"), ("--feed", "wirr", "wire")):
        code, out, err = ask(*verb, option, asked)
        assert (code, out) == (BAD_USAGE, "")
        assert f"has the id {asked}" in err
        if option == "--target":
            assert f"did you mean {meant}?" in err


def test_the_format_of_an_export_follows_the_name_or_is_refused(ask, tmp_path):
    assert ask("export", str(tmp_path / "hits.parquet"))[0] == DONE
    assert pq.read_table(tmp_path / "hits.parquet").num_rows == 2
    assert ask("export", str(tmp_path / "hits.jsonl"))[0] == DONE
    assert len((tmp_path / "hits.jsonl").read_text().splitlines()) == 2
    for name, options in (("hits.xls", ()), ("hits.parquet", ("--format", "csv"))):
        assert ask("export", str(tmp_path / name), *options)[0] == BAD_USAGE


def test_a_spreadsheet_has_no_formulas(ask, tmp_path):
    pytest.importorskip("xlsxwriter", reason="the extra xlsx is not installed")
    assert ask("export", str(tmp_path / "hits.xlsx"))[0] == DONE
    with zipfile.ZipFile(tmp_path / "hits.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "=H" in sheet
    assert "<f>" not in sheet, "no text is a formula"
    assert ask("export", "--format", "xlsx")[0] == BAD_USAGE


def test_a_path_that_does_not_exist_is_one_sentence(ask):
    for verb in (("export", "/nonexist/x.csv"), ("feeds", "export", "/nonexist/x.opml"), ("init", "/proc/x")):
        code, _, err = ask(*verb)
        assert (code, "Traceback" in err, len(err.splitlines())) == (BAD_USAGE, False, 1), verb
    assert ask("up", "--port", "99999")[0] == BAD_USAGE


def test_what_is_not_a_terminal_gets_lines_with_tabs(ask):
    header, *rows = ask("hits")[1].splitlines()
    assert header.split("\t")[:3] == ["hit", "found (UTC)", "band"]
    assert {len(row.split("\t")) for row in rows} == {9}


def test_csv_cells_are_no_formulas(ask, tmp_path):
    assert ask("export", str(tmp_path / "hits.csv"))[0] == DONE
    rows = list(csv.DictReader(io.StringIO((tmp_path / "hits.csv").read_text(encoding="utf-8"))))
    assert {row["title"][:3] for row in rows} == {"Hea", "'=H"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "＋", "－", "＠"])
def test_no_start_of_a_cell_is_a_formula(start):
    assert str(csv_value(f"{start}HYPERLINK(1)")).startswith("'")


def test_parquet_and_json_lines_hold_the_same_hits(ask, tmp_path):
    assert ask("export", str(tmp_path / "hits.parquet"), "--format", "parquet")[0] == DONE
    lines = ask("export", "--format", "jsonl")[1].splitlines()
    stored = pq.read_table(tmp_path / "hits.parquet").to_pylist()
    assert [json.loads(line)["hit_id"] for line in lines] == [row["hit_id"] for row in stored]


def test_report_counts_by_target(ask):
    (row,) = map(json.loads, ask("report", "--json", "--since", "2026-11-01")[1].splitlines())
    assert (row["target_id"], row["alerts"], row["reviews"]) == ("kim", 2, 0)


def test_story_shows_members_with_targets(ask, store, make):
    ids = tuple(article_id(f"https://news.example/{key}", "wire", key) for key in ("e1", "e2"))
    link = StoryLink(ids[1], ids[0], LinkKind.COPY_OF, "the same text")
    store.stories.save([Story("story-1", ids, (link,), None, make.noon, make.noon, "The case")], make.noon)
    store.publish_snapshot(make.noon)
    code, out, _ = ask("story", hit_ids(ask)[0])
    assert code == DONE
    for expected in ("The case", "Kim Kwang-jin", "copy of", "the same text"):
        assert expected in out


def test_doctor_reports_duplicate_keys_and_nothing_in_a_healthy_folder(ask, store):
    from storage.database.live_file import transaction

    code, out, _ = ask("doctor")
    assert (code, out.count("!!")) == (DONE, 0), out
    with transaction(store.paths) as db:
        db.execute("INSERT INTO hits FROM hits LIMIT 1")
    code, out, _ = ask("doctor")
    assert code == 1
    assert "keys of hits that several rows share" in out


def test_articles_lists_what_was_read_and_what_could_not_be(ask, store, make):
    entry = make.entry("e7", title="Behind an error")
    store.feeds.save_polls("run", [make.poll(entry)])
    failure = Failure(Stage.PAGE, entry.url, FailureKind.TRANSIENT, "http_status", "The server answered 503.")
    store.articles.save("run", [ArticleOutcome(entry, failure=failure)], make.noon)
    store.publish_snapshot(make.noon, force=True)
    (row,) = map(json.loads, ask("articles", "--unread", "--json")[1].splitlines())
    assert (row["headline"], row["url"], row["cause"]) == ("Behind an error", entry.url, "http_status")
    assert len(ask("articles", "--json")[1].splitlines()) == 3
    opening = replace(make.article(entry, "Only the opening."), quality=Quality.PARTIAL)
    walled = replace(failure, cause="paywall", message="No article: a short text before a paywall.")
    store.articles.save("run", [ArticleOutcome(entry, opening, failure=walled)], make.noon + timedelta(minutes=15))
    store.publish_snapshot(make.noon, force=True)
    (row,) = map(json.loads, ask("articles", "--unread", "--json")[1].splitlines())
    assert (row["cause"], row["attempts"]) == ("paywall", 1), "the cause is said, not that a part is there"
    assert ask("articles", "--feed", "nope")[0] == BAD_USAGE
    assert ask("articles", "--limit", "-3")[0] == BAD_USAGE


def test_doctor_creates_nothing(ask, tmp_path):
    code, out, _ = ask("doctor", "--data", str(tmp_path / "typo"))
    assert code == 1
    assert "there is no folder" in out
    assert not (tmp_path / "typo").exists()


def test_doctor_names_what_goes_wrong_unseen(ask, store, make, tmp_path, monkeypatch):
    failure = Failure(Stage.FEED, "wire", FailureKind.TRANSIENT, "http_status", "The server answered 503.")
    state = replace(make.poll().state, failure_streak=17, last_failure="http_status: The server answered 503.")
    store.feeds.sync([FeedSource("wire", "https://wire.example/feed")])
    store.feeds.save_polls("run", [make.poll(status=PollStatus.FAILED, failure=failure, state=state)])
    store.publish_snapshot(make.noon, force=True)
    (tmp_path / "config" / "alerts.yaml").write_text(
        "mail: {host: smtp.example.org, username: desk, from: watch@example.org}\n"
        "subscriptions: [{id: desk, to: [desk@example.org]}]\n"
        "channels: [{id: room, kind: slack, subscription: desk, url_env: DESK_SLACK_URL}]\n"
    )
    code, out, _ = ask("doctor")
    assert code == 1
    for expected in (
        "wire (17 times in a row: The server answered 503.)",
        "WATCHWORD_SMTP_PASSWORD",
        "room: DESK_SLACK_URL",
    ):
        assert expected in out


def test_rematch_finds_stored_articles_as_retroactive_hits(ask, store, make):
    entry = make.entry("e9")
    store.articles.save("run", [ArticleOutcome(entry, make.article(entry, "Jong Pong Ju was named."))], make.noon)
    code, _, err = ask("rematch", "--target", "jong", "--since", "2026-01-01")
    assert code == DONE
    assert "1 hits found in the archive" in err
    sql = "SELECT target_id, retroactive FROM hits WHERE retroactive"
    assert json.loads(ask("query", sql, "--format", "json")[1]) == {"target_id": "jong", "retroactive": True}
    why = ask("explain", "--target", "jong", "--article", entry.url)[1]
    assert "Found in the archive after an edit of the watchlist: read first on 2026-11-22" in why
    assert ask("rematch", "--target", "who")[0] == BAD_USAGE


def test_maintain_archives_and_restores(ask, store, tmp_path):
    import shutil

    assert ask("maintain", "archive", str(tmp_path / "archive"))[0] == DONE
    assert ask("maintain")[0] == DONE
    shutil.rmtree(store.paths.live.parent)
    code, _, err = ask("maintain", "restore", str(tmp_path / "archive"))
    assert code == DONE
    assert "what was found since then is" in err
    assert len(hit_ids(ask)) == 2


def test_explain_says_that_only_a_part_was_read_and_who_published_it(ask, store, make):
    entry = make.entry("e9")
    article = make.article(entry, quality=Quality.PAYWALL, publisher="Harbour Times")
    store.articles.save("run", [ArticleOutcome(entry, article, hits=(make.hit(article),))], make.noon)
    store.publish_snapshot(make.noon, force=True)
    (hit,) = [one for one in map(json.loads, ask("hits", "--json")[1].splitlines()) if one["url"].endswith("/e9")]
    out = ask("explain", hit["hit_id"])[1]
    assert "Only a part of the article could be read (paywall); the rest was not searched." in out
    assert f"Harbour Times ({hit['source']}), published" in out
    assert f"Harbour Times ({hit['source']})" in ask("hits")[1]
    assert json.loads(ask("explain", "--json", hit["hit_id"])[1])["quality"] == "paywall"
