"""Suggested watchlist edits: confirmed spellings, a context for names of several people, names in their own script."""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from core.records import Band, Hit
from core.settings import DataPaths
from matching.examples import article_of
from matching.names.proposed_spellings import ProposedSpelling, WhyNone, proposed_spellings
from matching.single_entry import hit_of, matcher_of_entry
from matching.watchlist.model import Actor, Alias, Watchlist
from storage.queries import ask

_SPELLINGS = """
    SELECT hits_all.target_id AS target, mentions.surface AS spelling, min(mentions.method),
        count(DISTINCT hit_id) AS hits
    FROM hits_all JOIN mentions USING (hit_id)
    WHERE verdict = 'confirmed' AND mentions.method NOT IN ('exact', 'identifier', 'term', 'further', 'coordinated')
    GROUP BY target, spelling ORDER BY target, length(spelling), hits DESC, spelling
"""
_IN_OTHER_SCRIPTS = """
    SELECT hits_all.target_id, mentions.surface, count(DISTINCT hit_id)
    FROM hits_all JOIN mentions USING (hit_id)
    WHERE verdict = 'confirmed' AND mentions.method = 'transliteration'
    GROUP BY ALL ORDER BY ALL
"""
_NAMESAKES = """
    SELECT target_id, count(*) FILTER (verdict = 'dismissed') AS dismissed, count(*) AS reviewed,
        min(quote) FILTER (verdict = 'dismissed') AS quote
    FROM hits_all WHERE verdict IN ('confirmed', 'dismissed')
    GROUP BY target_id HAVING dismissed >= 3 AND dismissed * 2 > reviewed ORDER BY target_id
"""


@dataclass(frozen=True, slots=True)
class SuggestedSpelling:
    """A confirmed spelling that the entry would be found by with more certainty if it were listed under `field`."""

    target_id: str
    field: Literal["aliases", "native"]
    text: str
    hits: int  # confirmed ones
    method: str

    def __str__(self) -> str:
        text = json.dumps(self.text, ensure_ascii=False)
        basic = "; in its basic form" if self.field == "native" else ""
        return f"{self.target_id}: {self.field}: [{text}]   # confirmed {self.hits} x, found by {self.method}{basic}"


@dataclass(frozen=True, slots=True)
class SuggestedContext:
    """An entry most of whose reviewed hits were of somebody else."""

    target_id: str
    dismissed: int
    reviewed: int
    quote: str  # of one that was dismissed

    def __str__(self) -> str:
        return (
            f"{self.target_id}: {self.dismissed} of {self.reviewed} reviewed hits were dismissed; give it `require`, "
            f"or `none` with what identifies the other person in: {self.quote}"
        )


def suggested_edits(watchlist: Watchlist, paths: DataPaths) -> Iterator[SuggestedSpelling | SuggestedContext]:
    """The suggested edits of the list. Raises QueryError without a database."""
    confirmed: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for target, surface, method, hits in ask(paths, _SPELLINGS).rows:
        confirmed[target].append((" ".join(surface.split()), method, hits))
    for actor in watchlist.actors:
        yield from _worth_listing(watchlist, actor, confirmed[actor.id])
    for target, dismissed, reviewed, quote in ask(paths, _NAMESAKES).rows:
        yield SuggestedContext(target, dismissed, reviewed, " ".join((quote or "").split()))


def _worth_listing(
    watchlist: Watchlist, actor: Actor, spellings: Sequence[tuple[str, str, int]]
) -> Iterator[SuggestedSpelling]:
    """The spellings that gain from being listed; no grammatical case of one that is, or is suggested."""
    for text, method, hits in spellings:
        is_native = _is_in_other_script(text)
        if is_native:
            wider = replace(actor, native=(*actor.native, Alias(text)))
        else:
            wider = replace(actor, aliases=(*actor.aliases, Alias(text)))
        now, then = _hit(watchlist, actor, text), _hit(watchlist, wider, text)
        is_sure = now is not None and now.band is Band.ALERT
        if then is not None and not is_sure and then.score > (now.score if now else 0):
            actor = wider
            yield SuggestedSpelling(actor.id, "native" if is_native else "aliases", text, hits, method)


def _hit(watchlist: Watchlist, actor: Actor, text: str) -> Hit | None:
    """The actor's hit in the spelling as a sentence of its own."""
    return hit_of(matcher_of_entry(watchlist, actor), actor.id, article_of(f"{text}."))


def _is_in_other_script(text: str) -> bool:
    return not any("LATIN" in unicodedata.name(letter, "") for letter in text if letter.isalpha())


@dataclass(frozen=True, slots=True)
class NativeNames:
    """Names in their own script: lines of YAML to paste, and the entries without a proposal, by the reason."""

    lines: Sequence[str]
    without: Mapping[WhyNone, Sequence[str]]


def suggested_native_names(watchlist: Watchlist, paths: DataPaths) -> NativeNames:
    """The names in other scripts that confirmed hits had or that are the only possible ones.

    Of an entry that lists names in its script already, only confirmed ones are proposed.
    """
    confirmed: defaultdict[str, list[ProposedSpelling]] = defaultdict(list)
    for target, surface, hits in ask(paths, _IN_OTHER_SCRIPTS).rows if paths.live.exists() else ():
        confirmed[target].append(ProposedSpelling(" ".join(surface.split()), f"confirmed {hits} x"))
    lines: list[str] = []
    without: defaultdict[WhyNone, list[str]] = defaultdict(list)
    for actor in watchlist.actors:
        spelt = proposed_spellings(actor.name) if actor.type == "person" and not actor.native else []
        if isinstance(spelt, WhyNone) and actor.id not in confirmed:
            without[spelt].append(actor.id)
        lines += _native_lines(actor, [*confirmed[actor.id], *(() if isinstance(spelt, WhyNone) else spelt)])
    return NativeNames(lines, without)


def _native_lines(actor: Actor, proposals: Sequence[ProposedSpelling]) -> Iterator[str]:
    """The entry's `native` line with what is proposed; nothing if nothing is new."""
    listed = [alias.text for alias in actor.native]
    new = {one.text: one.why for one in reversed(proposals) if one.text not in listed}
    if new:
        why = ", ".join(dict.fromkeys(reversed(new.values()))) + "; beside those listed" * bool(listed)
        yield f"- id: {actor.id}"
        yield f"  native: {json.dumps([*reversed(new)], ensure_ascii=False)}  # {why}"
