"""Links in messages: to the desk, and to pages on which a reader unsubscribes or snoozes a target.

The latter have a token that proves who the reader is: HMAC-SHA256 over what it allows, keyed with a secret of this
installation, so that nobody else can silence a reader. No address is in a link.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

TROUBLE = "trouble"
"""In place of a subscription's id for messages about the watch itself."""

_TOKEN_BYTES = 18  # 144 bits


class LinkAction(StrEnum):
    """What a link lets its reader do."""

    UNSUBSCRIBE = "unsubscribe"
    SNOOZE = "snooze"


def story_url(public_url: str, story_id: str) -> str:
    """The story on a desk that is served there."""
    return f"{public_url}/stories/{story_id}"


@dataclass(frozen=True, slots=True)
class LinkKey:
    """The URL at which the desk is served, and the secret of this installation's links."""

    public_url: str
    secret: str = field(repr=False)

    def story(self, story_id: str) -> str:
        """The story on the desk."""
        return story_url(self.public_url, story_id)

    def article(self, article_id: str) -> str:
        """The article on the desk: its text with every mention, and why each was found."""
        return f"{self.public_url}/articles/{article_id}"

    def unsubscribe(self, subscription_id: str, recipient: str) -> str:
        """The page on which this reader unsubscribes."""
        token = self._token(LinkAction.UNSUBSCRIBE, subscription_id, recipient)
        return f"{self.public_url}/unsubscribe/{subscription_id}/{token}"

    def snooze(self, subscription_id: str, recipient: str, hit_id: str) -> str:
        """The page on which this reader snoozes the target of a hit."""
        token = self._token(LinkAction.SNOOZE, subscription_id, recipient, hit_id)
        return f"{self.public_url}/snooze/{subscription_id}/{hit_id}/{token}"

    def reader(
        self, action: LinkAction, subscription_id: str, recipients: Iterable[str], token: str, about: str = ""
    ) -> str | None:
        """The recipient for whom the token was made; None if it was made for none of these."""
        return next(
            (
                one
                for one in recipients
                if hmac.compare_digest(self._token(action, subscription_id, one, about).encode(), token.encode())
            ),
            None,
        )

    def _token(self, action: LinkAction, subscription_id: str, recipient: str, about: str = "") -> str:
        message = f"{action}\0{subscription_id}\0{recipient}\0{about}".encode()
        mac = hmac.new(self.secret.encode(), message, hashlib.sha256).digest()
        return base64.urlsafe_b64encode(mac[:_TOKEN_BYTES]).decode("ascii")


@dataclass(frozen=True, slots=True)
class ReaderLinks:
    """The links of one reader's messages."""

    key: LinkKey
    subscription_id: str
    recipient: str

    @property
    def unsubscribe(self) -> str:
        """The page on which the reader unsubscribes."""
        return self.key.unsubscribe(self.subscription_id, self.recipient)

    def snooze(self, hit_id: str) -> str:
        """The page on which the reader snoozes the target of a hit."""
        return self.key.snooze(self.subscription_id, self.recipient, hit_id)
