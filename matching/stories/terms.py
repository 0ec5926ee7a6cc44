"""The terms of an article that tell events apart: words, names, figures, places and watchlist entries.

News puts the event first (the inverted pyramid), so only the headline and the opening count. Two articles in one
language are compared by all terms, two in different languages by those that no language changes: figures, places,
watchlist entries, and names by their consonants, which survive transliteration (해운대, Хаэундэ, Haeundae).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from core.records import Article, Band, Hit, TargetKind, ZoneKind
from matching.names.transliteration import latinise
from matching.stories.figures import figures_of, significant_digits
from matching.tables.events import STOP_WORDS
from matching.tables.places import PLACES

_OPENING_WORDS = 150  # four to six paragraphs
_OPENING_LENGTH = 1200  # characters: the limit for scripts without spaces

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_SCRIPTS = (
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f]")),
    ("cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("hangul", re.compile(r"[가-힣]")),
    ("kana", re.compile(r"[ぁ-ヿ]")),
    ("han", re.compile(r"[一-鿿]")),
)
_UNSPACED = re.compile(r"[ぁ-ヿ㐀-鿿]+")
_KATAKANA = re.compile(r"[ァ-ヿ]{3,}")
_SUFFIXES = ("ations", "ation", "ings", "ing", "edly", "ers", "ies", "ed", "es", "er", "ly", "s", "e", "y")
_LEAST_STEM = 4  # letters


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one article.

    `counts` are its words as stems, with how often each stands in headline and opening; `capitalised` are those with a
    capital; `shared` are terms that mean the same in every language, each with the weight of its kind. `language` is
    the article's, else its script: words of different ones are not compared. `surfaces` are the words as they stand in
    the text, by stem.
    """

    language: str
    counts: Mapping[str, int]
    capitalised: frozenset[str]
    shared: Mapping[str, float]
    surfaces: Mapping[str, str]


def terms_of(article: Article, hits: Iterable[Hit]) -> Terms:
    """The terms of an article and its hits of the review and alert bands.

    The words by which a listed person is named are left out: people are in many events, and count as watchlist entry.
    """
    shown = [hit for hit in hits if hit.band is not Band.SUPPRESSED]
    listed = frozenset(word.casefold() for hit in shown for one in hit.mentions for word in _PART.findall(one.surface))
    text = f"{article.title or ''}\n{opening(core_text(article))}"
    return terms_within(text, language_of(article, text), listed, frozenset(_targets(shown)))


@lru_cache(maxsize=8192)  # batch after batch is compared with the same earlier articles
def terms_within(text: str, language: str, listed: frozenset[str], targets: frozenset[tuple[str, float]]) -> Terms:
    """The terms of a text without listed words; `targets` are its watchlist entries, with their weights as terms."""
    words = [word for word in _WORD.findall(text) if listed.isdisjoint(_PART.findall(word.casefold()))]
    stems = [(word, stem) for word in words for stem in _stems(word)]
    return Terms(
        language=language,
        counts=Counter(stem for _, stem in stems),
        capitalised=frozenset(stem for word, stem in stems if word[0].isupper() or word[0].isdigit()),
        shared={**dict(targets), **_figures(text), **_places(words, text), **_consonants(words, text)},
        surfaces={stem: word for word, stem in reversed(stems)},
    )


def core_text(article: Article) -> str:
    """The article's text without its doubtful zones; all of it if it has no zones."""
    if not article.zones:
        return article.text
    return "".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.CORE)


def opening(core: str) -> str:
    """The first 150 words of the text, within its first 1,200 characters."""
    return " ".join(core[:_OPENING_LENGTH].split(maxsplit=_OPENING_WORDS)[:_OPENING_WORDS])


def published(article: Article) -> datetime:
    """When the article was published if the time of day and zone are known, else when it was first seen; in UTC."""
    at = article.published.at if article.published else None
    return at.astimezone(UTC) if isinstance(at, datetime) and at.tzinfo else article.first_seen_at


def language_of(article: Article, text: str) -> str:
    """The article's language as the extractor named it (`en`), else the script of the text."""
    return (article.language or "").partition("-")[0] or script_of(text)


def script_of(text: str) -> str:
    """The script of most letters: latin, cyrillic, hangul, kana or han; a tenth of kana makes a text Japanese."""
    counts = {name: len(letters.findall(text)) for name, letters in _SCRIPTS}
    if counts["kana"] * 10 >= sum(counts.values()) > 0:
        return "kana"
    return max(counts, key=lambda name: counts[name])


def _stems(word: str) -> Iterator[str]:
    """The stem of a word; of a run of Chinese or Japanese its pairs of neighbouring characters."""
    folded = word.casefold()
    if runs := _UNSPACED.findall(folded):
        yield from (run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1)))
    elif (stem := stem_of(folded)) not in STOP_WORDS and folded not in STOP_WORDS:
        yield stem


@lru_cache(maxsize=65_536)
def stem_of(folded: str) -> str:
    """A rough stem: English endings off where four letters are left, of other scripts the first letters.

    Russian endings have up to three letters and Korean particles up to two syllables, written onto the word.
    """
    for possessive in ("'s", "’s", "-s"):
        folded = folded.removesuffix(possessive)
    if "가" <= folded[:1] <= "힣":
        return folded[:3]
    if "\u0400" <= folded[:1] <= "\u04ff":
        return folded[: max(_LEAST_STEM, len(folded) - 3)]
    ending = next((one for one in _SUFFIXES if folded.endswith(one) and len(folded) - len(one) >= _LEAST_STEM), "")
    return folded.removesuffix(ending)


# ---------------------------------------------------------------- terms that no language changes


def _targets(hits: Iterable[Hit]) -> Iterator[tuple[str, float]]:
    yield from ((f"target {hit.target_id}", 1.0 if hit.kind is TargetKind.ACTOR else 0.5) for hit in hits)


def _figures(text: str) -> dict[str, float]:
    """The figures; round ones are shared by chance and weigh less."""
    return {f"figure {one:g}": (0.5, 0.8, 1.2)[min(significant_digits(one), 3) - 1] for one in figures_of(text)}


def _places(words: Iterable[str], text: str) -> dict[str, float]:
    return {f"place {key}": 0.8 for key in {*_spaced_places(words), *_unspaced_places(text)}}


def _spaced_places(words: Iterable[str]) -> Iterator[str]:
    """The keys of places named by a word with a capital or in Hangul, or by two words."""
    folded = [(word, word.casefold().removesuffix("'s").removesuffix("’s")) for word in words]
    for at, (word, one) in enumerate(folded):
        if word[0].isupper() or "가" <= word[0] <= "힣":
            pair = f"{one} {folded[at + 1][1]}" if at + 1 < len(folded) else ""
            key = PLACES.get(pair) or _place_of_word(one)
            if key:
                yield key


@lru_cache(maxsize=65_536)
def _place_of_word(folded: str) -> str | None:
    """The place named by this word, or the country whose adjective it is (Croatian, хорватская, 크로아티아의)."""
    if folded in PLACES:
        return PLACES[folded]
    if "가" <= folded[:1] <= "힣":
        return next((PLACES[folded[:end]] for end in range(len(folded) - 1, 1, -1) if folded[:end] in PLACES), None)
    return next((key for stem, key in _INFLECTED.get(folded[:5], ()) if folded.startswith(stem)), None)


def _inflected() -> dict[str, list[tuple[str, str]]]:
    """The names of five letters and more without their last vowels, by the first five letters, longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, key in PLACES.items():
        stem = name.rstrip("aeiouyаеиоуыэюяйьї")
        if len(stem) >= 5 and " " not in name and script_of(name) in ("latin", "cyrillic"):
            found.setdefault(stem[:5], []).append((stem, key))
    return {start: sorted(stems, key=lambda one: -len(one[0])) for start, stems in found.items()}


_INFLECTED = _inflected()
_UNSPACED_PLACES = re.compile(
    "|".join(
        sorted((re.escape(name) for name in PLACES if script_of(name) in ("kana", "han") and len(name) > 1), key=len)[
            ::-1
        ]
    )
)


def _unspaced_places(text: str) -> Iterator[str]:
    yield from (PLACES[name] for name in _UNSPACED_PLACES.findall(text))


_SOUNDS = str.maketrans("bdgcjzqvwrf", "ptkksskpplp")
_SOUND_RUNS = (("ch", "s"), ("sh", "s"), ("ts", "s"), ("kh", "h"), ("ph", "p"), ("th", "t"), ("ng", "n"))
_CONSONANTS = re.compile(r"[^a-z]|[aeiouy]")
_LEAST_CONSONANTS = 3


def _consonants(words: Iterable[str], text: str) -> dict[str, float]:
    """The consonants of names: words with a capital, words in Hangul or katakana; longer ones weigh more."""
    names = {form for word in words for form in _name_forms(word)} | set(_KATAKANA.findall(text))
    keys = {consonants_of(name) for name in names}
    return {f"sound {key}": 0.4 if len(key) == _LEAST_CONSONANTS else 0.7 for key in keys if len(key) >= 3}


def _name_forms(word: str) -> Iterator[str]:
    """The forms of a word that may be a name: in Hangul also without one or two syllables of particles."""
    if "가" <= word[0] <= "힣":
        yield from (word[:end] for end in range(len(word), max(1, len(word) - 3), -1))
    elif word[0].isupper() and word.casefold() not in STOP_WORDS:
        yield word


@lru_cache(maxsize=65_536)
def consonants_of(name: str) -> str:
    """The consonants of a name in Latin letters, with those that transliteration confuses as one; doubled ones once."""
    latin = latinise(name.casefold()).replace("’s", "").replace("'s", "")
    for letters, sound in _SOUND_RUNS:
        latin = latin.replace(letters, sound)
    sounds = _CONSONANTS.sub("", latin.translate(_SOUNDS))
    return re.sub(r"(.)\1+", r"\1", sounds)[:6]
