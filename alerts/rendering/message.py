"""A rendered digest as the bytes of one recipient's message; the same digest always gives the same bytes."""

from __future__ import annotations

import quopri
from base64 import encodebytes
from dataclasses import dataclass
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import compat32
from email.utils import format_datetime, formataddr, parseaddr
from typing import cast
from urllib.parse import quote

from alerts.composing.severity import highest, severity_of
from alerts.config.subscriptions import Subscription
from alerts.rendering.bodies import Rendered, render
from alerts.rendering.limits import LADDER, MAIL_BYTES
from alerts.rendering.reader_links import TROUBLE, LinkKey, ReaderLinks
from alerts.text.cleaning import one_line
from core.identity import digest_of
from core.records import Digest

MAX_ID_LENGTH = 50
"""The longest Message-ID, with its angle brackets; mail servers have folded longer ones."""

_POLICY = compat32.clone(linesep="\r\n", mangle_from_=False)
_NO_DOMAIN = "watchword.invalid"
_MAX_REFERENCES = 10  # stories a message refers to


@dataclass(frozen=True, slots=True)
class Sender:
    """Who mail is from (`Name <address>` or an address), and the key of its links, None if no desk is served."""

    mailbox: str
    links: LinkKey | None = None

    def links_for(self, subscription_id: str, recipient: str) -> ReaderLinks | None:
        """The links in this reader's messages; None if no desk is served."""
        about = TROUBLE if subscription_id.startswith(f"{TROUBLE}:") else subscription_id
        return ReaderLinks(self.links, about, recipient) if self.links else None

    @property
    def address(self) -> str:
        """The address without the name, also used in the envelope."""
        return parseaddr(self.mailbox)[1]


def fit_to_size(digest: Digest, subscription: Subscription, reader: str, sender: Sender) -> Rendered:
    """The digest for this reader, rendered with the largest limits that keep the message within `MAIL_BYTES`."""
    links = sender.links_for(digest.subscription_id, reader)
    for limits in LADDER:
        rendered = render(digest, subscription, limits, links)
        if len(build_message(rendered, digest, reader, sender)) <= MAIL_BYTES:
            break
    return rendered


def build_message(rendered: Rendered, digest: Digest, recipient: str, sender: Sender) -> bytes:
    """The message's bytes; every header is one line, folded and encoded word by word.

    This uses the older interface of the email package on purpose: the newer one decodes encoded words in its input, and
    in Python 3.11 a newline in one of them ends the header.
    """
    message = MIMEMultipart("alternative", boundary=f"={digest_of('boundary', digest.digest_id)}=", policy=_POLICY)
    headers = cast("dict[str, Header]", message)  # a mapping; typeshed knows only strings as its values
    for name, value in _headers(rendered.subject, digest, recipient, sender):
        line = one_line(value, limit=None)
        plain = line.isascii() and (name != "Subject" or "=?" not in line)
        headers[name] = Header(line, "us-ascii" if plain else "utf-8", header_name=name)
    message.attach(_part("plain", rendered.text))
    message.attach(_part("html", rendered.html))
    return message.as_bytes()


def _part(subtype: str, text: str) -> MIMENonMultipart:
    """A text part in the smaller of the two encodings; base64 wins for scripts other than Latin."""
    raw = text.encode()
    encodings = {"quoted-printable": quopri.encodestring(raw), "base64": encodebytes(raw)}
    name = min(encodings, key=lambda name: len(encodings[name]))
    part = MIMENonMultipart("text", subtype, charset="utf-8", policy=_POLICY)
    part["Content-Transfer-Encoding"] = name
    part.set_payload(encodings[name].decode("ascii"))
    return part


def _headers(subject: str, digest: Digest, recipient: str, sender: Sender) -> list[tuple[str, str]]:
    severity = highest(severity_of(one) for card in digest.cards for one in card.findings)
    stories = [card.story.story_id for card in digest.cards[:_MAX_REFERENCES]]
    list_name = digest.subscription_id.replace(":", ".")
    references = " ".join(f"<{thread_id(story, digest.subscription_id, sender)}>" for story in stories)
    optional = [("References", references)] if references else []
    return [
        ("From", _mailbox(sender.mailbox)),
        ("To", recipient),
        ("Subject", subject),
        ("Date", format_datetime(digest.composed_at)),
        ("Message-ID", f"<{message_id(digest, recipient, sender)}>"),
        *optional,
        ("List-Id", f"<{list_name}.watchword.{_domain(sender)}>"),
        *_unsubscribe(list_name, sender, sender.links_for(digest.subscription_id, recipient)),
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "All"),
        ("X-Watchword-Reason", str(digest.kind)),
        ("X-Watchword-Severity", str(severity or "none")),
        ("X-Watchword-Digest", digest.digest_id),
    ]


def _mailbox(mailbox: str) -> str:
    """The sender, with a name that is not ASCII as encoded words; the address is never encoded."""
    name, address = parseaddr(mailbox)
    return formataddr((name, address), charset="utf-8")


def message_id(digest: Digest, recipient: str, sender: Sender) -> str:
    """The Message-ID without angle brackets; it depends on digest, recipient and the sender's domain only."""
    return _identifier(digest_of("message", digest.digest_id, recipient), sender)


def thread_id(story_id: str, subscription_id: str, sender: Sender) -> str:
    """The id that all messages about a story refer to, so that mail programs show them as one thread."""
    return _identifier(digest_of("thread", subscription_id, story_id), sender)


def _identifier(key: str, sender: Sender) -> str:
    whole = f"{key}@{_domain(sender)}"
    return whole if len(whole) <= MAX_ID_LENGTH - 2 else f"{key}@{_NO_DOMAIN}"


def _domain(sender: Sender) -> str:
    return sender.address.rpartition("@")[2] or _NO_DOMAIN


def _unsubscribe(list_name: str, sender: Sender, links: ReaderLinks | None) -> list[tuple[str, str]]:
    """The headers of RFC 2369 (by mail) and, with a public URL, of RFC 8058 (one click)."""
    by_mail = f"<mailto:{sender.address}?subject={quote(f'unsubscribe {list_name}')}>"
    if links is None:
        return [("List-Unsubscribe", by_mail)]
    return [
        ("List-Unsubscribe", f"<{links.unsubscribe}>, {by_mail}"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ]
