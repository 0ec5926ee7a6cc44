"""What the length of a text, a word and the end of a sentence are in each script.

Rules about text are in words and Latin letters. Other scripts write the same in fewer signs (Chinese needs a third of
the characters of English), without spaces between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan), or
with other full stops; Thai and Lao have none. The densities are rounded ratios of translated text, our own table.
"""

from __future__ import annotations

import re

_LETTERS_PER_WORD = 6  # Latin letters of an English word, with the space behind it
# By characters: how many Latin letters say as much as one of them.
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNSPACED = r"\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Tibetan, Burmese, Khmer
_DENSITIES = (
    (re.compile(f"[{_HAN}]"), 3.0),
    (
        re.compile(r"[\u3040-\u30ff\uac00-\ud7a3\u1200-\u135f]"),
        2.0,
    ),  # Kana, Hangul, Ethiopic: syllables
    (re.compile(r"[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f]"), 1.4),  # Hebrew, Arabic: short vowels are not written
    (re.compile(rf"[{_UNSPACED}]"), 1.0),  # no spaces between words
)
_DENSE = re.compile(f"[{_HAN}\\u3040-\\u30ff\\uac00-\\ud7a3\\u1200-\\u135f\\u0590-\\u06ff\\u0750-\\u077f{_UNSPACED}]")
_WITHOUT_SPACES = re.compile(rf"[{_HAN}{_UNSPACED}\u3040-\u30ff]")
# Unicode property Sentence_Terminal, the scripts in which news are written, and the marks of pauses.
_STOPS = r".!?…:;,。！？｡،؟؛۔।॥։՜՞፡።፣፤፥፧၊။។៕།༎᠂᠃꓿"
_QUOTES = r"\"”»›'’)\]）」』】〉》"
_SENTENCE_END = re.compile(rf"[{_STOPS}{_QUOTES}]\W*$")
_WITHOUT_STOPS = re.compile(r"[\u0e00-\u0eff]\W*$")
_TAIL = 40  # code points at the end of a text that are looked at
_MIN_UNSTOPPED_WORDS = 10  # a line of Thai or Lao with more is no headline


def extent(text: str) -> int:
    """The length of the text in Latin letters that say as much; of text in an alphabet with vowels, its length."""
    return len(text) if text.isascii() else round(len(text) + sum(_dense_letters(text, surplus=True)))


def _dense_letters(text: str, *, surplus: bool = False) -> list[float]:
    """For each group of scripts, the Latin letters that its characters are worth, or how many more than they are."""
    if not _DENSE.search(text):  # most text, also that with accents
        return []
    return [len(pattern.findall(text)) * (density - surplus) for pattern, density in _DENSITIES]


def count_words(text: str) -> int:
    """The words between spaces; in scripts with fewer or no spaces, the number of English words that say as much."""
    spaced = len(text.split())
    return spaced if text.isascii() else max(spaced, int(sum(_dense_letters(text)) / _LETTERS_PER_WORD))


def has_words(text: str, count: int) -> bool:
    """True for at least so many words, as `count_words` counts them; looks no further than it has to."""
    if len(text.split(None, count - 1)) == count:
        return True
    return not text.isascii() and count_words(text) >= count


def ends_sentence(text: str) -> bool:
    """True if the text ends like a sentence or a part of one; a line of Thai or Lao if it is longer than a headline."""
    if _SENTENCE_END.search(text[-_TAIL:]):
        return True
    return lacks_stops(text) and count_words(text) >= _MIN_UNSTOPPED_WORDS


def lacks_stops(text: str) -> bool:
    """True if the text ends in a script without full stops, so that a line without one says nothing."""
    return _WITHOUT_STOPS.search(text[-_TAIL:]) is not None


def has_spaces(text: str) -> bool:
    """False for a script that does not divide words by spaces."""
    return text.isascii() or 3 * len(_WITHOUT_SPACES.findall(text)) < len(text)
