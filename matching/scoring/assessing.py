"""From a mention that was found to a scored one: how its words were met, and what its passage says against it."""

from __future__ import annotations

from dataclasses import replace

from matching.mentions.circumstances import Circumstances
from matching.mentions.composed_name import ComposedName
from matching.mentions.model import NameMention
from matching.scoring.model import EvidenceKind, ScoredMention, Worth
from matching.scoring.name_scores import aligned_worth, full_worth, initials_worth, lacks_form, without_form
from matching.scoring.scale import Scale
from matching.text.passage import Passage


class Assessor:
    """Scores the mentions of one passage."""

    def __init__(self, scale: Scale, passage: Passage, circumstances: Circumstances) -> None:
        self.scale, self.passage, self.circumstances = scale, passage, circumstances

    def scored(self, found: NameMention) -> ScoredMention | None:
        """The mention with its worth; None if it differs from the listed name too much to be evidence."""
        worth = self._worth(found)
        if worth is None:
            return None
        return ScoredMention(
            variant=found.variant,
            mention=self.passage.mention(found.start, found.end, found.variant.text, found.method),
            first=found.first,
            last=found.last,
            worth=worth,
            is_shared=found.is_shared,
            alignment=found.alignment,
        )

    def _worth(self, found: NameMention) -> Worth | None:
        if found.is_initials:
            return self._below_alert(initials_worth(self.scale))
        if found.variant.is_ordinary_word and self.circumstances.says_what_it_is(
            found.variant, found.first, found.last
        ):
            return Worth(EvidenceKind.FULL, self.scale.rare_word)
        if found.alignment is None:
            worth: Worth | None = full_worth(found.variant, self.scale, embedded=found.embedded)
            if lacks_form(found.variant, found.last - found.first + 1) and not self._has_form_behind(found.last):
                worth = without_form(self.scale)
        else:
            other = self.circumstances.other_reading(found.variant, found.alignment)
            worth = aligned_worth(
                found.variant, found.alignment, self.scale, embedded=found.embedded, other_reading=other
            )
        return worth and self._capped(found, self._below_alert(worth))

    def _has_form_behind(self, last: int) -> bool:
        return self.circumstances.surroundings.has_form_behind(last)

    def _below_alert(self, worth: Worth) -> Worth:
        """The worth, which only FULL evidence carries up to an alert."""
        if worth.kind is EvidenceKind.FULL:
            return worth
        return worth._replace(score=min(worth.score, self.scale.below_alert))

    def _capped(self, found: NameMention, worth: Worth) -> Worth:
        """The worth, or what the gravest circumstance leaves of it, with its note."""
        caps = [self.scale.caps[one] for one in self.circumstances.of(found)]
        if not caps:
            return worth
        cap = min(caps)
        score = min(cap.score, self.scale.below_alert)
        return Worth(worth.kind, score, cap.note) if score < worth.score else worth


def composed_mention(scored: ScoredMention, name: ComposedName, passage: Passage, scale: Scale) -> ScoredMention:
    """The mention of a name in one piece, at the place of its parts in the passage; outside a form it is for review."""
    starts = passage.folded.spans[0]
    first, last = (int(place) - 1 for place in starts.searchsorted((name.start, name.end - 1), "right"))
    worth = scored.worth
    if not name.firm and worth.score > scale.composed:
        apart = "its parts are in two cells, or shared by a family"
        worth = Worth(worth.kind, scale.composed, "one word behind @ or #" if name.in_handle else apart)
    mention = replace(
        scored.mention,
        start=name.start,
        end=name.end,
        surface=passage.folded.text[name.start : name.end],
        zone=passage.zone(name.start, name.end),
    )
    return replace(scored, mention=mention, first=first, last=last, worth=worth, is_shared=not name.firm)
