"""What of a name differs from the listed spelling, word by word, in words: for `watchword explain`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from core.records import MatchMethod
from matching.text.folding import Folded, fold

_HOW = {
    MatchMethod.JOINED: "joined or divided",
    MatchMethod.NICKNAME: "a nickname",
    MatchMethod.INITIAL: "an initial",
    MatchMethod.ROMANISATION: "another romanisation",
    MatchMethod.TRANSLITERATION: "from another script",
    MatchMethod.INFLECTION: "another grammatical case",
    MatchMethod.VISUAL: "with letters that look alike",
    MatchMethod.SOUND: "sounds alike",
    MatchMethod.DIMINUTIVE: "another form of the name",
    MatchMethod.EDIT_1: "one letter differs",
    MatchMethod.EDIT_2: "two letters differ",
}
_NEARLY = "nearly the same spelling"


def differences(facts: Mapping[str, Any]) -> Iterator[str]:
    """A line for each word that is not as listed, from the facts of a reason: `“Hussain” for Hussein: sounds alike`.

    The last line names what is missing.
    """
    written, listed = fold(facts.get("surface") or ""), fold(facts.get("alias") or "")
    for pair in facts.get("words") or ():
        if pair["cost"] > 0:
            how = _HOW.get(pair["method"], _NEARLY)
            yield f"“{_words_at(written, pair['words'])}” for {_as_written(listed, pair['listed'])}: {how}"
    if omitted := facts.get("omitted"):
        yield f"not there: {', '.join(_as_written(listed, one) for one in omitted)}"


def _words_at(text: Folded, numbers: list[int]) -> str:
    """The words with these numbers as the text has them; the whole text if it has fewer."""
    if not numbers or max(numbers) >= text.count:
        return text.text
    start, end = text.span(min(numbers), max(numbers))
    return text.text[start:end]


def _as_written(name: Folded, folded: str) -> str:
    """The words of the name that fold to these, with its capitals and accents; as they are if it has none of them."""
    wanted = folded.split()
    words = name.plain.decode().split()
    for first in range(len(words) - len(wanted) + 1):
        if wanted and words[first : first + len(wanted)] == wanted:
            return _words_at(name, list(range(first, first + len(wanted))))
    return folded
