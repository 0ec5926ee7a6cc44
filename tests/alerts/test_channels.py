"""Channels and the Atom feed: signatures, short forms and sanitised text."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from alerts.composing.digest import compose
from alerts.config.schedule import Window
from alerts.config.subscriptions import Channel, ChannelKind
from alerts.delivering.channels import Chat, Webhook, carrier_of, channel_delivery, chat_safe, short_form
from alerts.delivering.chat_service import ChatService
from alerts.delivering.outbox import AccountError, attempt
from alerts.rendering.atom import atom_of
from alerts.rendering.webhook_body import webhook_body
from core.errors import PermanentFetchError, TransientFetchError
from core.protocols import PostAnswer
from core.records import DeliveryState, UnreadPage
from tests.local_site import LocalSite, Reply

WEBHOOK_PAGE = Path(__file__).parents[2] / "docs" / "webhook.md"
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "<!channel> @everyone [x](https://evil.example) \u202e<script>\x00\ufffe"


@dataclass
class FakePoster:
    """Gives the configured answer and keeps what was posted."""

    answer: PostAnswer | Exception = field(default_factory=lambda: PostAnswer(200))
    posted: list = field(default_factory=list)

    def post(self, url, body, headers):
        self.posted.append((url, body, dict(headers)))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def digest(make):
    one = make.article(title=HOSTILE, url="https://harbour-times.example/a?b=1&c=2")
    found = [make.finding("kim-kwang-jin", one), make.finding("kang-tae-bok", one)]
    return compose(make.subscription(), Window(make.now - timedelta(days=1), make.now), make.material(found), make.now)


HOOK = Channel("case-system", ChannelKind.WEBHOOK, "desk", "https://cases.example.org/in", None, "CASES_KEY")


def test_a_webhook_is_signed_so_that_the_receiver_can_check_it(make, digest):
    poster = FakePoster()
    one = channel_delivery(digest, make.subscription(), HOOK, make.now)
    done = attempt(one, carrier_of(HOOK, {"CASES_KEY": "secret"}, poster, make.now), make.now)
    assert done.state is DeliveryState.SENT
    ((url, body, headers),) = poster.posted
    assert url == "https://cases.example.org/in"
    signed = b".".join((headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body))
    mac = base64.b64encode(hmac.new(b"secret", signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{mac}"
    said = json.loads(body)
    (story,) = said["stories"]
    assert [one["id"] for one in story["targets"]] == ["kim-kwang-jin", "kang-tae-bok"]
    assert story["severity"] == "high"
    assert "Kim Kwang-jin" in story["articles"][0]["quotes"][0]
    assert {one["article_id"] for one in story["targets"]} == {story["articles"][0]["article_id"]}
    assert all(one["severity"] == "high" and one["score"] > 80 for one in story["targets"])


def shape(value):
    """The keys of a JSON value, at every depth; of a list, those of its first item."""
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value and isinstance(value[0], dict) else None


def test_the_page_on_webhooks_shows_every_field(digest):
    coverage = replace(
        digest.coverage,
        unread_pages=(UnreadPage("https://x.example", "Headline", "wire", "paywall"),),
        undelivered=(("a@example.org", "550 no", digest.window_end),),
    )
    (example,) = re.findall(r"```json\n(.*?)```", WEBHOOK_PAGE.read_text("utf-8"), re.DOTALL)
    assert shape(json.loads(example)) == shape(json.loads(webhook_body(replace(digest, coverage=coverage))))


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (PostAnswer(503), DeliveryState.QUEUED),
        (PostAnswer(429, 30), DeliveryState.QUEUED),
        (PostAnswer(404), DeliveryState.DEAD),
        (PostAnswer(302), DeliveryState.DEAD),
        (TransientFetchError("time-out"), DeliveryState.QUEUED),
        (PermanentFetchError("refused address"), DeliveryState.DEAD),
    ],
)
def test_a_webhook_that_refuses(make, digest, answer, state):
    one = channel_delivery(digest, make.subscription(), HOOK, make.now)
    done = attempt(one, Webhook("https://x.example", "key", FakePoster(answer), make.now), make.now)
    assert done.state is state
    assert "case-system" in done.last_error


def test_a_webhook_without_its_key_is_not_sent_unsigned(make, digest):
    one, poster = channel_delivery(digest, make.subscription(), HOOK, make.now), FakePoster()
    with pytest.raises(AccountError, match=f"{HOOK.secret_env} is not set"):
        attempt(one, carrier_of(HOOK, {}, poster, make.now), make.now)
    assert poster.posted == []


def test_chat_gets_a_short_form_without_markup(make, digest):
    text = short_form(digest, make.subscription())
    assert "Kim Kwang-jin, Kang Tae-bok" in text
    assert "https://harbour-times.example/a?b=1&c=2" in text
    assert "Coverage: 26 of 26 feeds read." in text
    assert len(text) <= 1500
    for sign in ("<!channel>", "@everyone", "](", "<script", "\u202e", "\x00"):
        assert sign not in text
    assert chat_safe("@here <@U1> `x` *y* _z_") == "＠here ‹＠U1› 'x' ∗y∗ ＿z＿"
    assert chat_safe("at http://evil.example/x, evil.example") == "at http：//evil․example/x, evil․example"
    assert chat_safe("The U.S. said at 8.30: $3.5 million, J.P. Morgan.") == (
        "The U.S. said at 8.30: $3.5 million, J.P. Morgan."
    )


LOOPBACK = (ip_network("127.0.0.0/8"),)


@contextmanager
def receiver(status=200, location=None):
    """A server on loopback: where it is, and the requests that it got."""
    headers = {"Location": location} if location else {}
    with LocalSite(lambda _: Reply(status=status, headers=headers)) as site:
        yield site.base.removeprefix("http://"), site.asked


def sent_to(url, digest, make, allowed):
    room = Channel("room", ChannelKind.APPRISE, "desk", url, None, None)
    one = channel_delivery(digest, make.subscription(), room, make.now)
    return attempt(one, carrier_of(room, {}, FakePoster(), make.now, allowed), make.now)


def test_apprise_hands_a_message_over(make, digest):
    with receiver() as (place, received):
        done = sent_to(f"json://{place}/hook", digest, make, LOOPBACK)
    assert done.state is DeliveryState.SENT
    body = received[0].body
    assert "Kim Kwang-jin" in json.loads(body)["message"]


def test_a_chat_service_in_a_private_network_is_refused(make, digest):
    with receiver() as (place, received):
        done = sent_to(f"json://{place}/hook", digest, make, ())
    assert done.state is DeliveryState.DEAD
    assert "loopback" in done.last_error
    assert "WATCHWORD_ALLOW_NETWORKS" in done.last_error
    assert received == []


@pytest.mark.parametrize("url", ["json://user:planted@{}/hook?redirect=yes", "json://{}/hook?+X-Api-Key=planted"])
def test_a_redirect_carries_no_authorization_anywhere(make, digest, url):
    with receiver() as (elsewhere, stolen), receiver(307, f"http://{elsewhere}/steal") as (place, received):
        done = sent_to(url.format(place), digest, make, LOOPBACK)
    assert done.state is DeliveryState.QUEUED
    assert received
    assert stolen == []


def test_the_proxy_of_the_environment_sees_no_message(make, digest, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with receiver() as (place, received):
        assert sent_to(f"json://{place}/hook", digest, make, LOOPBACK).state is DeliveryState.SENT
    assert received


def test_an_address_that_no_service_has_waits_for_a_correction(make, digest):
    one = channel_delivery(digest, make.subscription(), HOOK, make.now)
    with pytest.raises(AccountError, match="apprise does not know such an address"):
        attempt(one, Chat(ChatService("nonsense")), make.now)


def test_the_address_may_be_in_the_environment(make):
    room = Channel("room", ChannelKind.SLACK, "desk", None, "DESK_SLACK", None)
    assert carrier_of(room, {"DESK_SLACK": "slack://x"}, FakePoster(), make.now) == Chat(ChatService("slack://x"))


def test_the_atom_feed_is_well_formed_whatever_the_headline(digest, make):
    feed = ET.fromstring(atom_of(digest.cards, "https://watch.example.org", make.now))
    (entry,) = feed.findall(f"{ATOM}entry")
    title = entry.findtext(f"{ATOM}title")
    assert title.startswith("HIGH: <!channel> @everyone")
    assert not {"\u202e", "\x00", "\ufffe"} & set(title)
    assert entry.find(f"{ATOM}link").get("href") == "https://harbour-times.example/a?b=1&c=2"
    assert "Kim Kwang-jin" in entry.findtext(f"{ATOM}summary")
    assert entry.findall(f"{ATOM}link")[1].get("href").startswith("https://watch.example.org/stories/")
    assert [one.get("term") for one in entry.findall(f"{ATOM}category")] == ["Kim Kwang-jin", "Kang Tae-bok"]


def test_an_atom_entry_without_a_safe_link_has_none(digest, make):
    (card,) = digest.cards
    harmless = replace(card.findings[0].article, url="javascript:alert(1)")
    found = tuple(replace(one, article=harmless) for one in card.findings)
    feed = ET.fromstring(atom_of([replace(card, findings=found)], None, make.now))
    assert feed.findall(f"{ATOM}entry/{ATOM}link") == []
