"""The stories of the last days as an Atom feed (RFC 4287), for feed readers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from alerts.composing.severity import highest, severity_of
from alerts.rendering.cards import status_line
from alerts.rendering.quotes import quotes_of
from alerts.rendering.reader_links import story_url
from alerts.text.cleaning import one_line, safe_link
from alerts.text.wording import headline_of, outlet_name
from core.records import Finding, StoryCard

_ATOM = "http://www.w3.org/2005/Atom"
_QUOTES = 3  # per story


def atom_of(cards: Sequence[StoryCard], public_url: str | None, updated: datetime) -> bytes:
    """The feed's bytes, one entry per story, the latest first. `public_url` is None if nothing is served."""
    feed = Element("feed", {"xmlns": _ATOM})
    _texts(feed, id="urn:watchword:stories", title="Watchword: stories", updated=_stamp(updated))
    SubElement(SubElement(feed, "author"), "name").text = "Watchword"
    if public_url:
        SubElement(feed, "link", {"rel": "self", "href": f"{public_url}/stories.atom"})
    for card in sorted(cards, key=lambda one: one.story.last_seen_at, reverse=True):
        feed.append(_entry(card, public_url))
    indent(feed)
    whole: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return whole


def _entry(card: StoryCard, public_url: str | None) -> Element:
    entry, article = Element("entry"), card.findings[0].article
    severity = highest(severity_of(one) for one in card.findings)
    label = str(severity).upper() if severity else "CHECK"
    _texts(
        entry,
        id=f"urn:watchword:story:{card.story.story_id}",
        title=f"{label}: {headline_of(article)[0]}",
        updated=_stamp(card.story.last_seen_at),
        summary=_summary(card),
    )
    link = safe_link(article.url)
    if link:
        SubElement(entry, "link", {"rel": "alternate", "href": link})
    if public_url:
        SubElement(entry, "link", {"rel": "related", "href": story_url(public_url, card.story.story_id)})
    for name in _names(card.findings):
        SubElement(entry, "category", {"term": name})
    return entry


def _summary(card: StoryCard) -> str:
    """Names, outlets and verbatim quotes as plain text."""
    article = card.findings[0].article
    mine = [one for one in card.findings if one.article.article_id == article.article_id]
    quotes = " ".join(f"“{quote.text}”" for quote in quotes_of(article, mine, _QUOTES))
    return f"{', '.join(_names(card.findings))} · {status_line(card)} · {outlet_name(article)}: {quotes}"


def _names(findings: Sequence[Finding]) -> list[str]:
    return list(dict.fromkeys(one_line(one.target.name, 80) for one in findings))


def _texts(parent: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(parent, name).text = _xml_safe(text)


def _xml_safe(text: str) -> str:
    """One line without the code points that XML 1.0 forbids: `one_line` leaves only U+FFFE and U+FFFF of them."""
    return one_line(text, None).translate({0xFFFE: None, 0xFFFF: None})


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
