"""Verdicts with memory: reasons, snoozes, muted stories, and suppressions that every digest they act on shows."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from alerts.config.alerts_file import parse_alerts
from core.config import parse_document
from core.records import ArticleOutcome, ReviewVerdict, Suppression, VerdictReason
from core.settings import Settings
from desk.verdicts import reason_and_note
from flows.dispatcher import Dispatcher
from flows.run_config import RunConfig
from samples import builders
from storage import queries
from storage.store import Store
from tests.desk.conftest import form_token, pairs

HOUR = timedelta(hours=1)
ALERTS = 'subscriptions: [{id: desk, to: [a@example.org], tags: [], digest: {daily: "08:00"}, timezone: UTC}]'


def judge(client, item, target, verdict, **fields):
    page = client.get("/").text
    data = {"form_token": form_token(page), "item": item, "target": target, "verdict": verdict, "back": "/", **fields}
    return client.post("/verdicts", data=data)


def stored_reviews(desk) -> list[dict]:
    desk.store.publish_snapshot(desk.now, force=True)
    return queries.ask(desk.settings.paths, "FROM reviews").dicts()


def test_a_note_may_begin_with_a_reason_of_the_short_list():
    assert reason_and_note("Another person of that name: born 1950") == (VerdictReason.NAMESAKE, "born 1950")
    assert reason_and_note("known already") == (VerdictReason.KNOWN, None)
    assert reason_and_note("a free word") == (None, "a free word")
    assert reason_and_note("") == (None, None)


def test_reason_and_note_are_stored_and_shown(desk, client):
    item, target = pairs(client.get("/").text)[0]
    judge(client, item, target, "dismiss", note="another person of that name, a dentist")
    page = html.unescape(client.get(f"/stories/{item}").text)
    assert "namesake" in page
    assert "a dentist" in page
    assert {(one["reason"], one["note"]) for one in stored_reviews(desk)} == {("namesake", "a dentist")}


def test_a_snoozed_hit_is_open_again_after_its_time(desk, client):
    item, target = pairs(client.get("/").text)[0]
    judge(client, item, target, "snooze", days="3")
    assert (item, target) not in pairs(client.get("/").text)
    assert (item, target) in pairs(client.get("/?state=snoozed").text)
    desk.store.publish_snapshot(desk.now + timedelta(days=2), force=True)
    assert (item, target) not in pairs(client.get("/").text)
    desk.store.publish_snapshot(desk.now + timedelta(days=4), force=True)
    assert (item, target) in pairs(client.get("/").text)


def test_digests_tell_snoozed_hits(desk, client):
    item, target = pairs(client.get("/").text)[0]
    judge(client, item, target, "snooze")
    far = timedelta(days=4000)
    found = [one for one in desk.store.findings.between(desk.now - far, desk.now + far) if one.hit.target_id == target]
    assert {one.verdict for one in found} == {None}


def test_a_muted_story_is_gone_with_all_its_targets(desk, client):
    item, _ = pairs(client.get("/").text)[0]
    page = client.get(f"/stories/{item}").text
    form = {"form_token": form_token(page), "item": item, "verdict": "mute", "back": "/"}
    assert client.post("/verdicts", data=form).status_code == 303
    assert item not in {story for story, _ in pairs(client.get("/").text)}
    assert {(one["verdict"], one["reason"]) for one in stored_reviews(desk)} == {("suppressed", "story_muted")}
    assert client.post("/verdicts", data=form).status_code == 409


def test_a_suppression_is_made_from_a_hit_listed_and_ended(desk, client):
    sql = "SELECT hit_id FROM hits WHERE target_id = 'kejia-wang' AND surface = 'Kejia Wang' ORDER BY ALL LIMIT 1"
    hit = queries.ask(desk.settings.paths, sql).rows[0][0]
    page = client.get(f"/hits/{hit}").text
    form = {"form_token": form_token(page), "hit": hit, "alias": "Kejia Wang", "days": "90", "note": "a singer"}
    assert client.post("/suppressions", data=form).headers["location"] == "/suppressions"
    listed = client.get("/suppressions").text
    assert "a singer" in listed
    assert "Kejia Wang" in listed
    assert "· suppression" in client.get(f"/hits/{hit}").text
    key = re.search(r'name="end" value="(\w+)"', listed)[1]
    assert client.post("/suppressions", data={"form_token": form_token(listed), "end": key}).status_code == 303
    assert "ended" in client.get("/suppressions").text
    for bad in ({"end": key}, {"hit": "unknown", "days": "90"}, {"hit": hit, "days": "12345"}):
        answer = client.post("/suppressions", data={"form_token": form_token(listed)} | bad)
        assert answer.status_code == 409


@pytest.fixture
def store(tmp_path) -> Store:
    made = Store(Settings(data_dir=tmp_path).paths)
    made.prepare()
    made.watchlists.save("w1", [builders.target("kejia-wang"), builders.target("kang-tae-bok")], builders.NOON)
    made.runs.end(made.runs.begin("poll", builders.NOON), builders.NOON, {})
    return made


def found(store, text, target, surface, at, key):
    article = replace(builders.article(text, key=key, title=f"Headline {key}"), first_seen_at=at)
    hit = builders.hit(article, target, builders.mention(text, surface))
    outcome = ArticleOutcome(builders.entry_of(article), article, builders.page(article.url), (hit,))
    return store.articles.save(store.runs.begin("poll", at), [outcome], at)


def digest(store, at):
    settings = Settings(data_dir=store.paths.root)
    alerts = parse_alerts(parse_document(ALERTS, "alerts.yaml"), ZoneInfo("UTC"))
    dispatcher = Dispatcher(store, RunConfig.without_list(settings, alerts))
    dispatcher.queue_due(at)
    return [one for one in store.outbox.newest() if one.created_at == at]


def rule(**changes) -> Suppression:
    return replace(Suppression("s" * 20, "kejia-wang", builders.NOON), **changes)


def held(store, at=builders.NOON + HOUR) -> set[str]:
    far = timedelta(days=400)
    return {one.article.title for one in store.findings.between(at - far, at + far) if one.suppression_id}


def test_the_next_identical_find_is_counted_and_held_back(store):
    until = builders.NOON + timedelta(days=10)
    store.reviews.suppress(rule(alias="Kejia Wang", context="the singer", until=until))
    at = builders.NOON + HOUR
    found(store, "Kejia Wang, the  Singer, toured.", "kejia-wang", "Kejia Wang", at, "same")
    found(store, "Kejia Wang was charged.", "kejia-wang", "Kejia Wang", at, "other-context")
    found(store, "WANG KEJIA, the singer.", "kejia-wang", "WANG KEJIA", at, "other-spelling")
    found(store, "Kang Tae-bok, the singer.", "kang-tae-bok", "Kang Tae-bok", at, "other-target")
    found(store, "Kejia Wang, the singer, again.", "kejia-wang", "Kejia Wang", until + HOUR, "expired")
    assert held(store) == {"Headline same"}
    (mail,) = digest(store, at + HOUR)
    text = mail.body.decode("utf-8", "replace").replace("=\n", "")
    assert "Suppressed until" in text
    assert "1 hit not reported" in text
    assert "Headline same" not in text
    assert "Headline other-context" in text


def test_a_suppression_acts_on_open_hits_and_on_nothing_that_was_judged(store):
    found(store, "Kejia Wang sang.", "kejia-wang", "Kejia Wang", builders.NOON, "open")
    saved = found(store, "Kejia Wang danced.", "kejia-wang", "Kejia Wang", builders.NOON, "judged")
    store.reviews.save([saved.new_hits[0].hit_id], ReviewVerdict.CONFIRMED, builders.NOON)
    assert store.reviews.suppress(rule()) == 1
    assert held(store) == {"Headline open"}


def test_what_a_person_says_later_counts_more(store):
    store.reviews.suppress(rule())
    saved = found(store, "Kejia Wang sang.", "kejia-wang", "Kejia Wang", builders.NOON + HOUR, "one")
    assert held(store) == {"Headline one"}
    store.reviews.save([saved.new_hits[0].hit_id], ReviewVerdict.OPEN, builders.NOON + 2 * HOUR)
    assert held(store) == set()


def test_an_ended_suppression_acts_no_more(store):
    store.reviews.suppress(rule())
    assert store.reviews.end_suppression("ssss", builders.NOON + HOUR)
    assert not store.reviews.end_suppression("ssss", builders.NOON + HOUR)
    assert not store.reviews.end_suppression("", builders.NOON + HOUR)
    found(store, "Kejia Wang sang.", "kejia-wang", "Kejia Wang", builders.NOON + 2 * HOUR, "one")
    assert held(store) == set()
    assert store.reviews.suppressions(builders.NOON + HOUR) == ()


def test_the_command_adds_lists_and_ends(newsroom_copy, in_process):
    data = ("--data", newsroom_copy)
    added = in_process("suppressions", "add", "kejia-wang", "--alias", "Kejia Wang", "--days", "5", *data)
    assert added.returncode == 0, added.stderr
    listed = in_process("suppressions", "--json", *data)
    assert '"target_id":"kejia-wang"' in listed.stdout.replace('": "', '":"')
    assert in_process("suppressions", "add", "nobody", *data).returncode == 2
    key = added.stderr.split(":")[0]
    assert in_process("suppressions", "end", key[:8], *data).returncode == 0
    assert in_process("suppressions", "end", key[:8], *data).returncode == 2


def test_review_without_words_is_the_queue(newsroom_copy, in_process):
    done = in_process("review", "--data", newsroom_copy, stdin="d another man\n\nc\nz\nq\n")
    assert done.returncode == 0, done.stderr
    assert "3 verdicts stored" in done.stderr
    rows = queries.ask(Settings(data_dir=newsroom_copy).paths, "SELECT verdict, note FROM reviews").rows
    assert {row[0] for row in rows} == {"dismissed", "confirmed", "snoozed"}
    assert "another man" in {row[1] for row in rows}
    again = in_process("review", "--data", newsroom_copy, stdin="")
    assert "0 verdicts stored" in again.stderr


@pytest.fixture
def newsroom_copy(settings):
    return settings.data_dir
