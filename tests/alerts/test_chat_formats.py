"""Slack's blocks and Teams' cards: valid by their own models and schema, cut at their limits, nothing interpreted."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest
from slack_sdk.models.blocks import Block

from alerts.config.subscriptions import Channel, ChannelKind
from alerts.delivering.channels import IncomingWebhook, carrier_of, channel_delivery, notice_delivery
from alerts.delivering.outbox import attempt
from alerts.rendering.reader_links import LinkKey
from alerts.rendering.slack import MAX_CHARACTERS, slack_message, slack_notice
from alerts.rendering.teams import MAX_BYTES, teams_message, teams_notice
from core.protocols import PostAnswer
from core.records import DeliveryState
from tests.alerts.test_channels import HOSTILE, LOOPBACK, FakePoster, receiver
from tests.alerts.test_views import digest_of, found

LINKS = LinkKey("https://desk.example.org", "secret")
LINES = ["`watchword doctor` says more <!channel>", HOSTILE * 200]
SCHEMA = json.loads(files("adaptive_cards").joinpath("schemas/schema-1.4.json").read_text("utf-8"))


def hostile_article(make, number: int, text: str = ""):
    return make.article(
        text or f"Kim Kwang-jin {HOSTILE} went. " * 8,
        title=f"{HOSTILE} *_~`{number}",
        url=f"https://harbour-times.example/a{number}?b=1&c=<x>|y",
        site=f"outlet-{number}.example",
        key=str(number),
    )


def digests(make):
    few = digest_of(make, found(make, "kim-kwang-jin"), found(make, "kang-tae-bok", key="b"))
    hostile = digest_of(make, *(make.finding("kim-kwang-jin", hostile_article(make, number)) for number in range(3)))
    long = "Kim Kwang-jin " + "가나다라마바사 " * 300
    many = digest_of(make, *(make.finding("kim-kwang-jin", hostile_article(make, n, long)) for n in range(40)))
    return {"few": few, "hostile": hostile, "many": many, "empty": digest_of(make)}


def blocks_of(body: bytes):
    whole = json.loads(body)
    return whole, Block.parse_all(whole["blocks"])


@pytest.mark.parametrize("which", ["few", "hostile", "many", "empty"])
def test_slack_takes_the_blocks(make, which):
    digest = digests(make)[which]
    body = slack_message(digest, make.subscription(), LINKS)
    whole, blocks = blocks_of(body)
    assert len(blocks) == len(whole["blocks"]) <= 50
    for block in blocks:
        block.validate_json()  # by slack_sdk's models: the lengths of headers and sections, numbers of elements
    assert len(json.dumps(whole["blocks"], ensure_ascii=False)) <= MAX_CHARACTERS
    text = json.dumps(whole, ensure_ascii=False)
    for sign in ("<!channel>", "@everyone<", "\u202e", "<script"):
        assert sign not in json.dumps(whole["blocks"], ensure_ascii=False)
    if digest.cards:
        assert "https://desk.example.org/stories/" in text
        assert "Kim Kwang-jin" in text
    if which == "many":
        assert "more stories in the digest by mail" in text


def test_what_was_found_is_bold_in_slack_and_highlighted_in_teams(make):
    digest = digests(make)["few"]
    assert (
        "*Kim Kwang-jin* is said to have taken"
        in json.loads(slack_message(digest, make.subscription()))["blocks"][3]["text"]["text"]
    )
    card = json.loads(teams_message(digest, make.subscription()))["attachments"][0]["content"]
    runs = [run for block in card["body"][2]["items"] for run in block["inlines"]]
    assert {"type": "TextRun", "text": "Kim Kwang-jin", "weight": "Bolder", "highlight": True} in runs


@pytest.mark.parametrize("which", ["few", "hostile", "many", "empty"])
def test_teams_takes_the_card(make, which):
    body = teams_message(digests(make)[which], make.subscription(), LINKS)
    assert len(body) <= MAX_BYTES
    whole = json.loads(body)
    (attachment,) = whole["attachments"]
    assert (whole["type"], attachment["contentType"]) == ("message", "application/vnd.microsoft.card.adaptive")
    jsonschema.validate(attachment["content"], SCHEMA)
    kinds = {item["type"] for one in attachment["content"]["body"] for item in one.get("items", [one])}
    assert kinds == {"RichTextBlock"}, "no block in which Markdown is interpreted"


def test_the_schema_refuses_what_is_no_card():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"type": "AdaptiveCard", "version": "1.4", "body": [{"type": "RichTextBlock"}]}, SCHEMA)


def test_notices_are_valid_too():
    _, blocks = blocks_of(slack_notice("Mail is refused for good", LINES))
    for block in blocks:
        block.validate_json()
    card = json.loads(teams_notice("Mail is refused for good", LINES))["attachments"][0]["content"]
    jsonschema.validate(card, SCHEMA)


@pytest.mark.parametrize("kind", [ChannelKind.SLACK, ChannelKind.TEAMS])
def test_they_are_posted_to_the_address_of_an_incoming_webhook(make, kind):
    room = Channel("room", kind, "desk", None, "ROOM_URL", None)
    poster = FakePoster(PostAnswer(202))
    carrier = carrier_of(room, {"ROOM_URL": "https://hooks.example.org/services/T/B/X"}, poster, make.now)
    assert isinstance(carrier, IncomingWebhook)
    digest = digests(make)["few"]
    for one in (
        channel_delivery(digest, make.subscription(), room, make.now),
        notice_delivery(digest, room, "T", ["l"], make.now),
    ):
        assert attempt(one, carrier, make.now).state is DeliveryState.SENT
    assert [url for url, _, _ in poster.posted] == ["https://hooks.example.org/services/T/B/X"] * 2
    refused = attempt(one, IncomingWebhook("https://x.example", FakePoster(PostAnswer(400))), make.now)
    assert (refused.state, refused.last_error) == (DeliveryState.DEAD, "room: the receiver answered 400")


def test_a_webhook_has_the_story_on_the_desk(make):
    hook = Channel("cases", ChannelKind.WEBHOOK, "desk", "https://x.example", None, "KEY")
    for links, start in ((LINKS, "https://desk.example.org/stories/"), (None, "null")):
        body = channel_delivery(digests(make)["few"], make.subscription(), hook, make.now, links).body
        assert json.dumps(json.loads(body)["stories"][0]["desk_url"]).strip('"').startswith(start)


@pytest.mark.parametrize("kind", [ChannelKind.SLACK, ChannelKind.TEAMS])
def test_an_address_of_apprise_gets_the_short_form(make, kind):
    with receiver() as (place, received):
        room = Channel("room", kind, "desk", f"json://{place}/hook", None, None)
        one = channel_delivery(digests(make)["few"], make.subscription(), room, make.now)
        assert (
            attempt(one, carrier_of(room, {}, FakePoster(), make.now, LOOPBACK), make.now).state is DeliveryState.SENT
        )
    [request] = received
    assert "- Kim Kwang-jin: Four accused" in json.loads(request.body)["message"]
