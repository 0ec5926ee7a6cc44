"""`watchword digest` and `watchword outbox` on a data folder of their own."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from alerts.delivering.outbox import mail_deliveries
from alerts.rendering.message import Sender
from cli.app import BAD_USAGE, DONE, FAILED
from cli.verbs import digest, outbox
from core.records import DeliveryState
from core.settings import Settings
from storage.store import Store

FILES = {
    "feeds.yaml": "feeds: [{id: wire, url: 'https://news.example/feed'}]\n",
    "watchlist.yaml": "version: 1\nactors: [{id: kim-kwang-jin, name: Kim Kwang-jin}]\n",
    "alerts.yaml": "subscriptions: [{id: desk, to: [desk@example.org], timezone: Asia/Seoul}]\n",
}


@pytest.fixture
def store(tmp_path) -> Store:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    os.environ |= {"WATCHWORD_CONFIG_DIR": str(tmp_path), "WATCHWORD_DATA_DIR": str(tmp_path / "data")}
    return Store(Settings().paths)


@pytest.fixture
def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def test_a_preview_goes_to_standard_output_and_to_a_file(store, capsys):
    assert digest.preview() == DONE
    said = capsys.readouterr()
    assert said.out.startswith("desk · digest every day at 08:00")
    assert "preview.html" in said.err
    assert (store.paths.outbox / "preview.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert digest.preview("nobody") == BAD_USAGE
    assert "there are: desk" in capsys.readouterr().err


def test_an_empty_digest_is_not_sent(store, capsys):
    assert digest.send(now=True) == DONE
    assert "Nothing new to report" in capsys.readouterr().err


def test_what_is_not_due_is_not_called_nothing(store, capsys):
    assert digest.send() == DONE
    said = capsys.readouterr().err
    assert "No digest is due; next: desk" in said
    assert "08:00 KST" in said


def test_a_test_message_names_the_step_that_fails(store, capsys, free_port):
    assert digest.send(test="me@example.org") == BAD_USAGE
    assert "WATCHWORD_SMTP_HOST" in capsys.readouterr().err
    os.environ |= {
        "WATCHWORD_SMTP_HOST": "127.0.0.1",
        "WATCHWORD_SMTP_PORT": str(free_port),
        "WATCHWORD_SMTP_FROM": "watch@example.org",
        "WATCHWORD_SMTP_SECURITY": "none",
    }
    assert digest.send(test="me@example.org") == FAILED
    assert f"Failed: connecting to 127.0.0.1:{free_port}" in capsys.readouterr().err
    assert store.outbox.newest() == ()
    assert digest.send(test="notanaddress") == BAD_USAGE


def test_a_test_goes_through_every_channel_and_names_what_is_not_set(store, capsys):
    file = Path(os.environ["WATCHWORD_CONFIG_DIR"]) / "alerts.yaml"
    channel = "channels: [{id: room, kind: slack, subscription: desk, url_env: DESK_SLACK_URL}]\n"
    file.write_text(file.read_text() + channel)
    assert digest.send(test="me@example.org") == FAILED
    assert "Failed: room: DESK_SLACK_URL is not set" in capsys.readouterr().err
    assert store.outbox.newest() == ()


def test_mail_is_tried_although_the_watchlist_has_a_mistake(store, capsys, free_port):
    (Path(os.environ["WATCHWORD_CONFIG_DIR"]) / "watchlist.yaml").write_text("actors: [{id: a\n")
    os.environ |= {"WATCHWORD_SMTP_HOST": "127.0.0.1", "WATCHWORD_SMTP_PORT": str(free_port)}
    os.environ |= {"WATCHWORD_SMTP_FROM": "watch@example.org", "WATCHWORD_SMTP_SECURITY": "none"}
    assert digest.send(test="me@example.org") == FAILED
    assert f"Failed: connecting to 127.0.0.1:{free_port}" in capsys.readouterr().err


def test_after_mail_was_sent_messages_wait_where_no_server_is_set(store, capsys, make):
    one = enqueued(store, make)
    now = datetime.now(UTC)
    sent = replace(one, delivery_id="sent", state=DeliveryState.SENT, body=b"From: w@example.org\n\nx", finished_at=now)
    store.outbox.record(replace(sent, next_attempt_at=None))
    assert digest.send() == FAILED
    assert "no mail server is set here, and messages left by mail until" in capsys.readouterr().err
    assert store.outbox.find(one.delivery_id).state is DeliveryState.QUEUED
    store.outbox.record(replace(sent, next_attempt_at=None, finished_at=now - timedelta(days=15)))
    store.outbox.record(replace(one, next_attempt_at=None))
    assert digest.send() == DONE
    assert store.outbox.find(one.delivery_id).state is DeliveryState.WRITTEN


def enqueued(store, make):
    """A queued message."""
    store.prepare()
    content = make.digest(at=make.now)
    messages = [("desk@example.org", "[Watchword] x", b"body")]
    (one,) = mail_deliveries(content, messages, Sender("watch@example.org"), make.now)
    store.outbox.enqueue(content, [one], ())
    return one


def test_the_outbox_lists_retries_and_drops(store, capsys, make):
    one = enqueued(store, make)
    assert outbox.show() == DONE
    assert one.delivery_id[:8] in capsys.readouterr().out
    assert outbox.drop(one.delivery_id[:8]) == DONE
    assert store.outbox.find(one.delivery_id).state is DeliveryState.DROPPED
    assert outbox.retry(one.delivery_id) == DONE
    again = store.outbox.find(one.delivery_id)
    assert (again.state, again.message_id) == (DeliveryState.QUEUED, one.message_id)
    assert outbox.drop("nonsense") == BAD_USAGE


def test_what_was_sent_stays_sent(store, capsys, make):
    one = enqueued(store, make)
    store.outbox.record(replace(one, state=DeliveryState.SENT, next_attempt_at=None, finished_at=make.now))
    assert outbox.retry(one.delivery_id) == BAD_USAGE
    assert outbox.drop(one.delivery_id) == BAD_USAGE
    assert "nothing is sent twice" in capsys.readouterr().err
