"""How much of a digest is spelt out, so that no mail is clipped by its reader's mailbox."""

from __future__ import annotations

from dataclasses import dataclass

MAIL_BYTES = 90_000
"""Largest encoded message: Gmail clips what comes after about 102 KB."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most of each thing that is shown; the rest is counted, with the command that lists it."""

    cards: int
    articles: int  # a card
    quotes: int  # an article
    why: int  # rows a card
    lines: int  # a summarised section


LADDER = (
    Limits(cards=12, articles=5, quotes=5, why=24, lines=40),
    Limits(cards=8, articles=4, quotes=4, why=16, lines=40),
    Limits(cards=5, articles=3, quotes=3, why=12, lines=30),
    Limits(cards=3, articles=3, quotes=3, why=10, lines=25),
    Limits(cards=2, articles=2, quotes=2, why=8, lines=15),
    Limits(cards=1, articles=1, quotes=2, why=6, lines=8),
    Limits(cards=1, articles=1, quotes=1, why=3, lines=3),
)
"""From the fullest to the barest; the first that fits is sent. The longest strings allowed make the last one fit."""
