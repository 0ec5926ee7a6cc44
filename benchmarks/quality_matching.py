"""Names, identifiers and schemes found in the sentences of `samples/evaluation`, for the quality gate.

sentences       texts in the set
right           share of texts whose targets are all as expected, bands included
recall          share of the expected targets that are found (alert or review)
band            share of the expected targets in the expected band
false_alerts    unexpected targets in the alert band, in all texts together
false_reviews   the same in the review band

The names of the figures of `held-out.txt`, whose sentences the matcher was not tuned with, begin with `held_out_`;
those of `scripts.txt`, names in Latin letters met in other scripts, with `scripts_`, those of `scripts-languages.txt`,
names of many countries in seventeen languages, with `languages_`, those of `scripts-press.txt`, others in twenty-six
languages, with `scripts_press_`, those of `scripts-further.txt`, more of them and names that are listed in another
script only, with `scripts_further_`; those of `scripts-divided.txt`, names whose words are written as one or apart,
with `scripts_divided_`, and held out with `held_out_scripts_divided_`; those of `as-written.txt`, names as lists and
newspapers write them, with `written_`, and held out with `held_out_written_`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from core.config import parse_document, read_document
from core.records import Band
from matching.engine import Matcher, compile_watchlist
from matching.examples import article_of
from matching.watchlist.loading import parse_watchlist

FOLDER = Path(__file__).resolve().parent.parent / "samples" / "evaluation"
FOUND: dict[str, set[Band | None]] = {
    "alert": {Band.ALERT},
    "review": {Band.REVIEW},
    "found": {Band.ALERT, Band.REVIEW},
    "quiet": {Band.REVIEW, None},
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text, its group, and by target the key in FOUND of the bands expected in it; `actors` are a list of its own."""

    group: str
    text: str
    expected: dict[str, str]
    actors: tuple[str, ...] = ()


def measure(*, show: bool) -> dict[str, float]:
    matcher, in_latin, many, more = (
        compile_watchlist(parse_watchlist([read_document(FOLDER / name)]))
        for name in ("watchlist.yaml", "scripts.yaml", "scripts-languages.yaml", "scripts-press.yaml")
    )
    return {
        **measure_file(matcher, "sentences.txt", "", show=show),
        **measure_file(matcher, "held-out.txt", "held_out_", show=show),
        **measure_file(in_latin, "scripts.txt", "scripts_", show=show),
        **measure_file(many, "scripts-languages.txt", "languages_", show=show),
        **measure_file(more, "scripts-press.txt", "scripts_press_", show=show),
        **measure_file(matcher, "scripts-further.txt", "scripts_further_", show=show),
        **measure_file(matcher, "scripts-divided.txt", "scripts_divided_", show=show),
        **measure_file(matcher, "scripts-divided-held-out.txt", "held_out_scripts_divided_", show=show),
        **measure_file(matcher, "as-written.txt", "written_", show=show),
        **measure_file(matcher, "as-written-held-out.txt", "held_out_written_", show=show),
    }


def measure_file(matcher: Matcher, name: str, prefix: str, *, show: bool) -> dict[str, float]:
    """The figures of one file of sentences, their names prefixed."""
    counts: Counter[str] = Counter()
    groups: dict[str, list[bool]] = defaultdict(list)
    for sentence in read_sentences(name):
        own = matcher_of(sentence.actors) if sentence.actors else matcher
        outcome = compare(own, sentence)
        counts.update(outcome)
        groups[sentence.group].append("right" in outcome)
        if show and "right" not in outcome:
            bands = {target: band.value for target, band in bands_found(own, sentence.text).items()}
            print(f"    expected {sentence.expected or 'nobody'}, found {bands or 'nobody'} | {sentence.text!r}")
    for group, results in groups.items():
        print(f"  {sum(results):>4} of {len(results):<4} {group}")
    total = sum(map(len, groups.values()))
    shares = {
        "sentences": total,
        "right": round(counts["right"] / total, 4),
        "recall": round(counts["found"] / counts["expected"], 4),
        "band": round(counts["band"] / counts["expected"], 4),
        "false_alerts": counts["false_alert"],
        "false_reviews": counts["false_review"],
    }
    return {prefix + figure: value for figure, value in shares.items()}


@lru_cache
def matcher_of(actors: tuple[str, ...]) -> Matcher:
    """The matcher of a list with these entries, each as YAML."""
    text = "actors:\n" + "".join(f"  - {actor}\n" for actor in actors)
    return compile_watchlist(parse_watchlist([parse_document(text, "evaluation")]))


def compare(matcher: Matcher, sentence: Sentence) -> Counter[str]:
    """Counts of the targets expected, found and in the right band, and of false alerts and reviews."""
    bands = bands_found(matcher, sentence.text)
    outcome = Counter(f"false_{band}" for target, band in bands.items() if target not in sentence.expected)
    for target, word in sentence.expected.items():
        outcome["expected"] += 1
        outcome["found"] += target in bands or word == "quiet"
        outcome["band"] += bands.get(target) in FOUND[word]
        outcome["false_alert"] += word == "quiet" and bands.get(target) is Band.ALERT
    if outcome["band"] == outcome["expected"] and not outcome["false_alert"] and not outcome["false_review"]:
        outcome["right"] = 1
    return +outcome


def bands_found(matcher: Matcher, text: str) -> dict[str, Band]:
    """The bands of the targets found, without suppressed ones."""
    return {hit.target_id: hit.band for hit in matcher.match(article_of(text)) if hit.band is not Band.SUPPRESSED}


def read_sentences(name: str) -> Iterator[Sentence]:
    """The sentences of a file, in order."""
    group, ended = "", True
    actors: tuple[str, ...] = ()
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            group = line.removeprefix("## ")
        elif line.startswith("@ "):
            actors, ended = (line.removeprefix("@ "),) if ended else (*actors, line.removeprefix("@ ")), False
        elif line and not line.startswith("#"):
            ended = True
            expected, _, text = line.partition(" | ")
            pairs = [] if expected == "-" else [pair.split("=") for pair in expected.split()]
            yield Sentence(group, unescape(text), dict(pairs), actors)


def unescape(text: str) -> str:
    r"""The text with `\n`, `\xNN` and `\uNNNN` replaced by their characters."""
    return text.encode("latin-1", "backslashreplace").decode("unicode-escape")
