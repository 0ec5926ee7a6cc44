"""What a chat message says of each story, before it takes the form of one service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from alerts.config.subscriptions import Subscription
from alerts.rendering.cards import CardView, card_view
from alerts.rendering.limits import LADDER
from alerts.rendering.quotes import Fragment
from alerts.rendering.reader_links import LinkKey
from core.records import Digest

MAX_STORIES = 12
"""Stories in one message; fewer if the service takes less."""

_LIMITS = replace(LADDER[0], quotes=3, articles=2)
_LONGEST = 320  # code points of a quote


@dataclass(frozen=True, slots=True)
class ChatQuote:
    """A quote in fragments, and the outlet that it is from."""

    fragments: tuple[Fragment, ...]
    outlet: str


@dataclass(frozen=True, slots=True)
class ChatStory:
    """A story: its view, its quotes, and its address on the desk, None if no desk is served."""

    view: CardView
    quotes: tuple[ChatQuote, ...]
    desk_url: str | None

    @property
    def names(self) -> str:
        """The people and schemes, those to check marked so."""
        chips = (*self.view.actors, *self.view.schemes)
        return ", ".join(f"{one.name} (check)" if one.check else one.name for one in chips)

    @property
    def outlets(self) -> tuple[tuple[str, str | None], ...]:
        """The outlets, each with the address of its article."""
        shown = ((one.source, one.url) for one in self.view.articles)
        others = ((one.text, one.url) for one in (*self.view.same_words, *self.view.others))
        return tuple(dict.fromkeys((*shown, *others)))


def chat_stories(digest: Digest, subscription: Subscription, links: LinkKey | None) -> tuple[ChatStory, ...]:
    """The first stories of the digest, most severe first."""
    return tuple(
        ChatStory(
            view := card_view(card, subscription, _LIMITS, digest.composed_at),
            tuple(_quotes(view)),
            links.story(card.story.story_id) if links else None,
        )
        for card in digest.cards[:MAX_STORIES]
    )


def _quotes(view: CardView) -> Iterator[ChatQuote]:
    for article in view.articles:
        for quote in article.quotes:
            yield ChatQuote(tuple(_cut(quote.fragments)), article.source)


def _cut(fragments: tuple[Fragment, ...]) -> Iterator[Fragment]:
    """The fragments up to the longest length, with "…" where they are cut."""
    left = _LONGEST
    for one in fragments:
        if len(one.text) > left:
            yield Fragment(f"{one.text[:left]}…", one.emphasis)
            return
        yield one
        left -= len(one.text)
