"""What a reader can do about a story: command lines or, where a desk is served, links."""

from __future__ import annotations

from dataclasses import dataclass

from alerts.rendering.reader_links import ReaderLinks
from alerts.text.cleaning import one_line
from core.records import Finding, ReviewVerdict, StoryCard, TargetKind

_ID = 10  # characters of an id in a command; commands take the first ones of it
_NAME = 80
_NAMED = 5  # further targets named in a command


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done, and how: by a command line or, where a desk is served, by links (text and address)."""

    purpose: str
    line: str
    links: tuple[tuple[str, str], ...] = ()


def commands_of(card: StoryCard) -> tuple[Command, ...]:
    """Commands that name the story, and the entry of the watchlist in all of it."""
    story, best = card.story.story_id[:_ID], _best_of_each_target(card)
    lead = best[0]
    shown = (
        Command("The whole story", f"watchword story {story}"),
        Command(f"Why {one_line(lead.target.name, _NAME)}", f"watchword explain {lead.hit.hit_id[:_ID]}"),
    )
    if lead.verdict is ReviewVerdict.CONFIRMED:
        return shown
    dismissed = f"watchword review {story} dismiss --target {lead.hit.target_id}"
    what = "Not the one listed" if lead.hit.kind is TargetKind.ACTOR else "Not this scheme"
    return (*shown, Command(what, dismissed))


def links_of(card: StoryCard, links: ReaderLinks) -> tuple[Command, ...]:
    """The same as links, and one for each target to hear nothing about it for some days."""
    best = _best_of_each_target(card)[: 1 + _NAMED]
    named = [(one_line(one.target.name, _NAME), one.hit) for one in best]
    return (
        Command("", "", (("Read and judge the whole story", links.key.story(card.story.story_id)),)),
        Command("Why found", "", tuple((name, links.key.article(hit.article_id)) for name, hit in named)),
        Command("Snooze", "", tuple((name, links.snooze(hit.hit_id)) for name, hit in named)),
    )


def _best_of_each_target(card: StoryCard) -> list[Finding]:
    """For each target the finding with most evidence; those without a verdict and people first, then the surest."""
    ranked = sorted(card.findings, key=lambda one: (-one.hit.band.rank, -one.hit.score, one.hit.hit_id))
    first = {one.hit.target_id: one for one in reversed(ranked)}
    return sorted(
        first.values(),
        key=lambda one: (
            one.verdict is ReviewVerdict.CONFIRMED,
            one.hit.kind is TargetKind.SCHEME,
            -one.hit.band.rank,
            -one.hit.score,
            one.hit.hit_id,
        ),
    )
