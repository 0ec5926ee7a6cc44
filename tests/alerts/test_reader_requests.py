"""Unsubscribing and snoozing: by command, by the links in messages, and what nobody else may do."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest

from alerts.rendering.message import Sender
from alerts.rendering.reader_links import LinkKey
from cli.app import BAD_USAGE, DONE
from cli.verbs import doctor, readers
from core.settings import Settings
from flows.dispatcher import Dispatcher
from flows.reader_requests import answer
from storage.store import Store
from tests.alerts.test_dispatcher import cycle, dispatcher_of

ALERTS = """
mail: {trouble_to: [operator@example.org]}
public_url: https://watch.example.org
subscriptions:
  - {id: desk, to: [ann@example.org, bob@example.org], digest: {daily: "08:00"}, timezone: Europe/London,
     immediate: {severity: high}}
"""
HOUR = timedelta(hours=1)
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def dispatcher(tmp_path) -> Dispatcher:
    return dispatcher_of(ALERTS, tmp_path)


@pytest.fixture
def mails(dispatcher, make):
    """The first digest's messages by recipient."""
    one = make.article()
    cycle(dispatcher, make, make.finding("kim-kwang-jin", one), make.finding("kang-tae-bok", one), at=make.now)
    dispatcher.queue_due(make.now + HOUR)
    return {one.recipient: message_from_bytes(one.body, policy=default) for one in dispatcher.store.outbox.newest()}


def path_of(url: str) -> str:
    assert url.startswith("https://watch.example.org/")
    return url.removeprefix("https://watch.example.org")


def unsubscribe_path(mail) -> str:
    return path_of(re.search("<([^>]*)>", mail["List-Unsubscribe"])[1])


def snooze_path(mail, name: str) -> str:
    html = mail.get_body(("html",)).get_content()
    return path_of(re.search(rf'href="([^"]*/snooze/[^"]*)"[^>]*>{name}<', html)[1])


def recipients(dispatcher) -> set[str]:
    return {one.recipient for one in dispatcher.store.outbox.newest() if one.subscription_id == "desk"}


def test_one_click_acts_at_once_and_the_operator_hears_of_it(dispatcher, mails, make):
    ann = mails["ann@example.org"]
    assert ann["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert answer(dispatcher, "POST", unsubscribe_path(ann), ONE_CLICK, make.now).status == 200
    assert dispatcher.readership.unsubscribed("desk") == {"ann@example.org"}
    (notice,) = [one for one in dispatcher.store.outbox.newest() if one.subscription_id == "trouble:unsubscribed"]
    assert notice.recipient == "operator@example.org"
    assert "ann@example.org unsubscribed from" in notice.subject
    answer(dispatcher, "POST", unsubscribe_path(ann), ONE_CLICK, make.now + HOUR)
    assert len(dispatcher.store.outbox.newest()) == 3, "the operator is told once"


def cycle_with_a_speech(dispatcher, make, at):
    """One cycle that found a watched name in a new story."""
    article = make.article("Kang Tae-bok spoke.", title="A speech", site="quay.example", seen=at)
    return cycle(dispatcher, make, make.finding("kang-tae-bok", article, found=at), at=at)


def test_an_unsubscribed_reader_gets_nothing_and_comes_back(dispatcher, mails, make):
    path = unsubscribe_path(mails["ann@example.org"])
    answer(dispatcher, "POST", path, {"confirm": "yes"}, make.now)
    later = make.now + timedelta(days=2)
    saved = cycle_with_a_speech(dispatcher, make, later)
    assert dispatcher.queue_immediate(saved.new_hits, later).queued == 1
    assert [one.recipient for one in dispatcher.store.outbox.newest()].count("ann@example.org") == 1
    assert [one.recipient for one in dispatcher.store.outbox.newest()].count("bob@example.org") == 2
    assert b"gets no" in answer(dispatcher, "GET", path, {}, later).body
    assert b"again" in answer(dispatcher, "POST", path, {"undo": "yes"}, later).body
    assert dispatcher.readership.unsubscribed("desk") == frozenset()


def test_a_subscription_that_everybody_left_waits_for_a_reader(dispatcher, mails, make):
    for mail in mails.values():
        answer(dispatcher, "POST", unsubscribe_path(mail), ONE_CLICK, make.now)
    later = make.now + timedelta(days=9)
    cycle_with_a_speech(dispatcher, make, later)
    assert dispatcher.queue_due(later + HOUR).queued == 0
    assert dispatcher.readership.left_subscriptions() == ("desk",)
    assert not [one for one in dispatcher.store.outbox.due(later) if one.subscription_id == "desk"][2:]
    answer(dispatcher, "POST", unsubscribe_path(mails["bob@example.org"]), {"undo": "yes"}, later)
    assert dispatcher.queue_due(later + timedelta(days=1)).queued == 1


def test_following_a_link_changes_nothing(dispatcher, mails, make):
    ann = mails["ann@example.org"]
    for path in (unsubscribe_path(ann), snooze_path(ann, "Kim Kwang-jin")):
        for method in ("GET", "HEAD"):
            shown = answer(dispatcher, method, path, {"confirm": "yes", "days": "7"}, make.now)
            assert shown.status == 200
            assert b'<form method="post">' in shown.body
            assert b"<script" not in shown.body
            assert "default-src 'none'" in shown.headers["Content-Security-Policy"]
    assert dispatcher.store.readers.unsubscribed() == ()
    assert dispatcher.store.readers.snoozes(make.now) == ()


def test_nobody_else_can_silence_a_reader(dispatcher, mails, make):
    ann, bob = (unsubscribe_path(mails[f"{one}@example.org"]) for one in ("ann", "bob"))
    assert ann != bob
    guesses = ["/unsubscribe/desk/", f"{ann}x", ann[:-1], ann.replace("/desk/", "/night/"), "/", "/snooze/desk/x/y"]
    guesses += [
        f"/unsubscribe/{ann.rpartition('/')[2]}",
        f"{snooze_path(mails['ann@example.org'], 'Kim Kwang-jin')[:-2]}",
    ]
    for path in guesses:
        assert answer(dispatcher, "POST", path, ONE_CLICK, make.now).status == 404
    other = LinkKey("https://watch.example.org", "another installation").unsubscribe("desk", "ann@example.org")
    assert answer(dispatcher, "POST", path_of(other), ONE_CLICK, make.now).status == 404
    assert answer(dispatcher, "PUT", ann, ONE_CLICK, make.now).status == 405
    assert dispatcher.store.readers.unsubscribed() == ()
    assert "ann" not in ann
    secret = dispatcher.config.settings.paths.link_secret
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600


def test_a_snoozed_target_is_held_back_for_its_reader_alone_and_said(dispatcher, mails, make):
    path = snooze_path(mails["ann@example.org"], "Kang Tae-bok")
    assert b"Choose for how long" in answer(dispatcher, "POST", path, {"days": "-3"}, make.now).body
    assert b"is snoozed" in answer(dispatcher, "POST", path, {"days": "30"}, make.now).body
    later = make.now + timedelta(days=3)
    one = make.article("Kang Tae-bok spoke in the harbour.", title="A speech", site="quay.example", seen=later)
    saved = cycle(dispatcher, make, make.finding("kang-tae-bok", one, found=later), at=later)
    assert dispatcher.queue_immediate(saved.new_hits, later).queued == 1
    new = {one.recipient for one in dispatcher.store.outbox.newest() if one.created_at == later}
    assert new == {"bob@example.org"}
    two = make.article(
        "Kim Kwang-jin and Kang Tae-bok left the harbour.", title="A departure", site="dock.example", seen=later
    )
    both = [make.finding(name, two, found=later + HOUR) for name in ("kim-kwang-jin", "kang-tae-bok")]
    cycle(dispatcher, make, *both, at=later + HOUR)
    dispatcher.queue_due(later + timedelta(days=1))
    bodies = {
        one.recipient: message_from_bytes(one.body, policy=default)
        .get_body(("plain",))
        .get_content()
        .replace("\r\n", "\n")
        for one in dispatcher.store.outbox.newest()
        if one.created_at == later + timedelta(days=1)
    }
    assert "Snoozed until 22 Dec, 08:00 GMT: Kang Tae-bok, 2 hits not reported" in bodies["ann@example.org"]
    assert "Names on your watchlist: Kim Kwang-jin\n" in bodies["ann@example.org"]
    assert "Snoozed" not in bodies["bob@example.org"]
    assert "Kang Tae-bok" in bodies["bob@example.org"]
    assert b"no longer snoozed" in answer(dispatcher, "POST", path, {"undo": "yes"}, later).body
    assert dispatcher.store.readers.snoozes(later) == ()


def test_messages_fit_and_have_their_readers_links_only(mails):
    for recipient, mail in mails.items():
        text = mail.get_body(("plain",)).get_content()
        assert f"Unsubscribe: https://watch.example.org{unsubscribe_path(mail)}" in text
        assert "https://watch.example.org/stories/" in text
        others = [unsubscribe_path(other) for name, other in mails.items() if name != recipient]
        assert not any(other in text for other in others)


def test_without_a_desk_there_are_commands_instead_of_links(make, dispatcher):
    sender = replace(
        dispatcher, config=replace(dispatcher.config, alerts=replace(dispatcher.config.alerts, public_url=None))
    ).sender
    assert sender == Sender("Watchword <watchword@localhost>", None)


FILES = {
    "feeds.yaml": "feeds: [{id: wire, url: 'https://news.example/feed'}]\n",
    "watchlist.yaml": "version: 1\nactors: [{id: kim-kwang-jin, name: Kim Kwang-jin}]\n",
    "alerts.yaml": """
subscriptions: [{id: desk, to: [desk@example.org, second@example.org]}, {id: night, to: [desk@example.org]}]
""",
}


@pytest.fixture
def store(tmp_path) -> Store:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    os.environ |= {"WATCHWORD_CONFIG_DIR": str(tmp_path), "WATCHWORD_DATA_DIR": str(tmp_path / "data")}
    store = Store(Settings().paths)
    store.prepare()
    return store


def test_unsubscribe_by_command(store, capsys):
    assert readers.unsubscribe("nobody@example.org") == BAD_USAGE
    assert readers.unsubscribe("desk@example.org", subscription="night") == DONE
    assert [(one.subscription_id, one.via) for one in store.readers.unsubscribed()] == [("night", "command")]
    assert {one.recipient for one in store.outbox.newest()} == {"second@example.org"}, "who is told: not who left"
    capsys.readouterr()
    assert readers.readers() == DONE
    assert "by command" in capsys.readouterr().out
    assert readers.unsubscribe("desk@example.org", undo=True) == DONE
    assert store.readers.unsubscribed() == ()


def test_doctor_names_a_subscription_that_everybody_left(store, capsys):
    readers.unsubscribe("desk@example.org", subscription="night")
    doctor.doctor()
    said = " ".join("".join(capsys.readouterr()).split())
    assert "everybody unsubscribed from night" in said


def test_snooze_by_command(store, capsys, make):
    assert readers.snooze("kim") == BAD_USAGE
    assert "no entry 'kim'" in capsys.readouterr().err
    assert readers.snooze("kim-kwang-jin", days=0) == BAD_USAGE
    assert readers.snooze("kim-kwang-jin", subscription="nope") == BAD_USAGE
    assert readers.snooze("kim-kwang-jin", reader="nobody@example.org") == BAD_USAGE
    assert readers.snooze("kim-kwang-jin", days=30, reader="second@example.org") == DONE
    (one,) = store.readers.snoozes(make.now)
    assert (one.subscription_id, one.recipient, one.until - one.snoozed_at) == (
        "desk",
        "second@example.org",
        timedelta(days=30),
    )
    readers.readers(json=True)
    assert '"snoozed":"kim-kwang-jin until ' in capsys.readouterr().out.replace(": ", ":")
    assert readers.snooze("kim-kwang-jin", reader="second@example.org", undo=True) == DONE
    assert store.readers.snoozes(make.now) == ()
