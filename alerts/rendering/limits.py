"""How much of a digest is shown, so that no mail program clips the message."""

from __future__ import annotations

from dataclasses import dataclass

MAIL_BYTES = 90_000
"""The largest encoded message; Gmail clips after about 102 KB."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is shown of each kind; the rest is counted, with the command that lists it."""

    cards: int
    articles: int  # per card
    quotes: int  # per card
    why: int  # rows per card
    lines: int  # per summarised section


LADDER = (
    Limits(cards=6, articles=3, quotes=3, why=16, lines=40),
    Limits(cards=6, articles=3, quotes=2, why=12, lines=40),
    Limits(cards=5, articles=3, quotes=3, why=12, lines=30),
    Limits(cards=3, articles=3, quotes=3, why=10, lines=25),
    Limits(cards=2, articles=2, quotes=2, why=8, lines=15),
    Limits(cards=1, articles=1, quotes=1, why=6, lines=8),
    Limits(cards=1, articles=1, quotes=1, why=3, lines=3),
)
"""From the most to the least; the first that fits is sent. The last always fits, since every string is limited."""
