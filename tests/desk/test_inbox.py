"""The inbox: stories with open hits, filters as addresses, and verdicts that hold for a target in a whole story."""

from __future__ import annotations

import html
import re
import threading
from datetime import timedelta

import pytest

from core.records import ArticleOutcome
from desk.contents.inbox import STORIES, TARGETS, InboxFilter
from desk.rendering.page import render
from flows.stories import update_stories
from samples import builders
from storage import queries
from storage.database.live_file import transaction
from storage.snapshot_reader import SnapshotReader
from tests.desk.conftest import form_token, pairs, running_desk


def judge(client, item, target, verdict, **fields):
    page = client.get("/").text
    data = {"form_token": form_token(page), "item": item, "target": target, "verdict": verdict, "back": "/", **fields}
    return client.post("/verdicts", data=data)


def reviews(settings):
    sql = "SELECT hit_id, verdict, note, reviewer FROM reviews ORDER BY reviewed_at"
    return queries.ask(settings.paths, sql).dicts()


def test_it_shows_what_nobody_has_judged_with_its_quote(quiet_client):
    page = quiet_client.get("/").text
    assert '<mark class="exact">Kim Kwang Jin</mark>' in page or '<mark class="exact">KIM KWANG JIN</mark>' in page
    assert "Zhenxing Wang" in page
    assert "oldest waits" in page
    assert page.index("badge high") < page.index("badge medium") if "badge medium" in page else True


def test_a_quote_from_another_article_than_the_storys_headline_says_from_which(quiet_client):
    page = quiet_client.get("/?state=all").text
    headlines = {html.unescape(one).strip() for one in re.findall(r'<h2 id="story-\w+"><a [^>]*>([^<]*)', page)}
    others = {html.unescape(one) for one in re.findall(r"in “([^”]+)”", page)}
    assert others
    assert others != headlines


@pytest.mark.parametrize(
    "query",
    ["target=kejia-wang", "kind=scheme", "band=alert", "band=suppressed", "severity=high", "language=ko", "tag=dprk",
     "order=newest", "order=oldest", "state=all", "state=dismissed", "unread=yes"],
)  # fmt: skip
def test_every_filter_is_an_address(quiet_desk, quiet_client, query):
    answer = quiet_client.get(f"/?{query}")
    assert answer.status_code == 200
    name, _, value = query.partition("=")
    shown = {target for _, target in pairs(answer.text)}
    if name == "target":
        assert shown == {"kejia-wang"}
    if name in ("kind", "severity"):
        rows = queries.ask(
            quiet_desk.settings.paths, f"SELECT DISTINCT target_id FROM hits WHERE {name} = ?", [value]
        ).rows
        assert shown <= {row[0] for row in rows}
        assert shown


@pytest.mark.parametrize(
    "query",
    [
        *("page=0", "page=-1", "page=99999999999", "page=²", "band=loud", "kind=%00", "state=gone", "order=x"),
        *("target=' OR 1=1", "given=a", "given=confirm..", "given=confirm.x.y", "tag=%F0%28%8C%BC", "page=1&page=2"),
        "source=" + "x" * 5000,
    ],
)
def test_addresses_that_nobody_made_are_harmless(quiet_client, query):
    assert quiet_client.get(f"/?{query}").status_code == 200


def test_a_filter_and_its_address_are_the_same():
    made = InboxFilter(target="kim", band="alert", state="all", unread="yes", order="newest", page=3)
    assert InboxFilter.of({name: str(value) for name, value in made.query().items()}) == made
    assert InboxFilter().query() == {}


def test_a_verdict_holds_for_the_target_in_the_whole_story_and_is_seen_at_once(client, settings):
    item, target = pairs(client.get("/?target=kejia-wang").text)[0]
    answer = judge(client, item, target, "dismiss", note="another man")
    assert answer.status_code == 303
    page = client.get(answer.headers["location"]).text
    assert (item, target) not in pairs(page.partition('id="notice"')[2].partition("</form>")[2])
    assert "Kejia Wang: dismissed in this story" in page
    assert (item, target) in pairs(client.get("/?state=dismissed").text)
    assert "another man" in client.get(f"/stories/{item}").text
    settings_store = queries.ask(settings.paths, "SELECT count(*) FROM hits WHERE target_id = 'kejia-wang'").rows[0][0]
    with transaction(settings.paths) as db:
        stored = db.execute("SELECT count(*), min(reviewer), min(note) FROM reviews").fetchone()
    assert 1 <= stored[0] <= settings_store
    assert stored[1:] == ("jane", "another man")


def test_undo_opens_it_again(client):
    item, target = pairs(client.get("/").text)[0]
    judge(client, item, target, "confirm")
    assert (item, target) not in pairs(client.get("/").text)
    answer = judge(client, item, target, "undo")
    assert "is open again" in client.get(answer.headers["location"]).text
    assert (item, target) in pairs(client.get("/").text)


def test_a_link_cannot_claim_a_verdict_that_was_not_given(quiet_client):
    item, target = pairs(quiet_client.get("/").text)[0]
    assert "in this story" not in quiet_client.get(f"/?given=confirm.{item}.{target}").text


def test_the_script_gets_json(client):
    item, target = pairs(client.get("/").text)[0]
    page = client.get("/").text
    data = {"form_token": form_token(page), "item": item, "target": target, "verdict": "suppress"}
    answer = client.post("/verdicts", data=data, headers={"accept": "application/json"})
    assert answer.json()["verdict"] == "suppressed"
    assert answer.json()["hits"] >= 1


def test_verdicts_are_published_for_other_readers(settings):
    with running_desk(settings) as desk, desk.reader() as client:
        item, target = pairs(client.get("/").text)[0]
        judge(client, item, target, "confirm")
        assert reviews(settings) == []
    assert {one["verdict"] for one in reviews(settings)} == {"confirmed"}


def test_verdicts_of_other_processes_are_seen_after_their_publication(client, settings, watchword, desk):
    item, target = pairs(client.get("/").text)[0]
    done = watchword("review", item, "dismiss", "--target", target, "--data", settings.data_dir)
    assert done.returncode == 0, done.stderr
    assert (item, target) not in pairs(client.get("/").text)
    assert (item, target) in pairs(client.get("/?state=dismissed").text)


def test_of_two_verdicts_at_once_both_are_kept_and_the_later_counts(desk, client, settings):
    item, target = pairs(client.get("/").text)[0]
    with desk.reader() as other:
        answers = []
        threads = [
            threading.Thread(target=lambda one=one, verdict=verdict: answers.append(judge(one, item, target, verdict)))
            for one, verdict in ((client, "confirm"), (other, "dismiss"))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert [one.status_code for one in answers] == [303, 303]
    with transaction(settings.paths) as db:
        kept = {row[0] for row in db.execute("SELECT verdict FROM reviews").fetchall()}
    assert kept == {"confirmed", "dismissed"}


def test_a_verdict_waits_for_a_transaction_of_the_cycle(client, settings):
    item, target = pairs(client.get("/").text)[0]
    answers = []
    with transaction(settings.paths):
        thread = threading.Thread(target=lambda: answers.append(judge(client, item, target, "confirm")))
        thread.start()
        thread.join(0.5)
        assert thread.is_alive(), "it waits for the lock, and pages need not"
    thread.join(30)
    assert answers[0].status_code == 303


def test_pages_are_shown_while_the_database_is_written(client, settings):
    with transaction(settings.paths):
        assert client.get("/").status_code == 200


def test_a_snapshot_that_is_replaced_is_read_anew(client, desk):
    before = client.get("/").text
    watchlist = [builders.target("kejia-wang", "Renamed Person")]
    desk.store.watchlists.save("w2", watchlist, desk.now)
    desk.store.publish_snapshot(desk.now, force=True)
    after = client.get("/?target=kejia-wang").text
    assert "Renamed Person" not in before
    assert "Renamed Person" in after


def test_without_a_database_it_says_what_makes_one(tmp_path):
    from core.settings import Settings

    with running_desk(Settings(data_dir=tmp_path / "none")) as desk, desk.reader() as client:
        answer = client.get("/")
        assert answer.status_code == 503
        assert "watchword run" in answer.text
        assert not (tmp_path / "none/live").exists()


def test_a_damaged_snapshot_is_said(settings):
    with running_desk(settings) as desk, desk.reader() as client:
        desk.settings.paths.snapshot.write_bytes(b"not a database" * 1000)
        answer = client.get("/")
        assert answer.status_code == 503
        assert "publishes it anew" in html.unescape(answer.text)


def test_what_is_new_since_the_reader_looked_is_marked(client, desk):
    page = client.get("/").text
    until = re.search(r'name="until" value="([^"]+)"', page)[1]
    client.post("/seen", data={"form_token": form_token(page), "back": "/", "until": until})
    assert pairs(client.get("/?unread=yes").text) == []
    assert pairs(client.get("/").text)
    for bad in ("", "x", "9999", "2026-01-01T00:00:00+05:00"):
        answer = client.post("/seen", data={"form_token": form_token(page), "back": "/", "until": bad})
        assert answer.status_code == 303


def test_many_stories_are_pages(settings, desk):
    store = desk.store
    articles = [builders.article("Kejia Wang.", key=str(n), title=f"Story {n}") for n in range(STORIES + 3)]
    save(store, [(one, ["kejia-wang"]) for one in articles])
    with desk.reader() as client:
        first = client.get("/?order=newest")
        assert len(set(re.findall(r'id="story-(\w+)"', first.text))) == STORIES
        link = re.search(r'rel="next" href="([^"]+)"', first.text)[1]
        assert client.get(html.unescape(link)).status_code == 200


def test_a_story_with_many_targets_shows_the_first_and_counts_the_rest(settings, desk):
    text = "Many names."
    article = builders.article(text, key="many")
    save(desk.store, [(article, [f"target-{n}" for n in range(TARGETS + 5)])])
    with desk.reader() as client:
        page = client.get("/?order=newest").text
        assert "and 5 more entries" in page


def save(store, found):
    """Stores articles, each with an alert for the targets, and publishes."""
    from core.records import ArticleOutcome

    at = builders.NOON + timedelta(hours=1)
    outcomes = []
    for article, targets in found:
        mention = builders.mention(article.text, article.text.split()[0])
        hits = tuple(builders.hit(article, one, mention) for one in targets)
        outcomes.append(ArticleOutcome(builders.entry_of(article), article, builders.page(article.url), hits))
    store.articles.save(store.runs.begin("poll", at), outcomes, at)
    store.publish_snapshot(at, force=True)


def test_a_request_that_began_before_a_snapshot_was_replaced_ends_on_the_old_one(desk):
    reader = SnapshotReader(desk.settings.paths)
    with reader.reading() as begun:
        first = begun.one("SELECT count(*) AS hits FROM hits WHERE target_name = 'Renamed Person'")
        for version in ("w2", "w3"):
            desk.store.watchlists.save(version, [builders.target("kejia-wang", "Renamed Person")], desk.now)
            desk.store.publish_snapshot(desk.now, force=True)
            with reader.reading() as later:
                assert later.one("SELECT count(*) AS hits FROM hits WHERE target_name = 'Renamed Person'")["hits"]
        assert begun.one("SELECT count(*) AS hits FROM hits WHERE target_name = 'Renamed Person'") == first
    assert first == {"hits": 0}
    reader.close()


@pytest.mark.parametrize(
    "body", [b"verdict=%FF%FE&item=%80&form_token=", b"\xff\xfe\x00verdict", b"=&&=%", b"a" * 9000]
)
def test_forms_of_broken_bytes_change_nothing(desk, client, body):
    token = form_token(client.get("/").text)
    for content in (body, body + token.encode()):
        answer = client.post(
            "/verdicts", content=content, headers={"content-type": "application/x-www-form-urlencoded"}
        )
        assert 400 <= answer.status_code < 500, answer.text
    assert "Traceback" not in answer.text


def test_half_a_character_becomes_a_question_sign():
    assert render("error.html.jinja", status=500, title="\ud83d half", message="", typed=()).count("half") == 2


def test_entries_of_one_name_in_a_story_have_their_ids_beside_them(desk, client):
    name, text, at = "Castellane Freight Ltd", "Castellane Freight Ltd was fined.", builders.NOON
    twins = [builders.target(one, name if one == "un-3" else name.upper()) for one in ("un-3", "ofac-9")]
    desk.store.watchlists.save("w2", twins, at)
    article = builders.article(text, key="twins")
    found = tuple(builders.hit(article, one.target_id, builders.mention(text, name)) for one in twins)
    outcome = ArticleOutcome(builders.entry_of(article), article, builders.page(article.url, b"x"), found)
    desk.store.articles.save(desk.store.runs.begin("poll", at), [outcome], at)
    update_stories(desk.store, twins, at)
    desk.store.publish_snapshot(at, force=True)
    page = client.get("/?target=un-3").text
    assert "· un-3" not in page, "it is alone there"
    story = re.search(r'href="(/stories/\w+)"', page)[1]
    both = client.get(story).text
    assert ("· un-3" in both, "· ofac-9" in both) == (True, True)
