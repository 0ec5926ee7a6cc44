"""What changed between two texts, paragraph by paragraph, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

PARAGRAPHS = 2_000
"""Texts with more paragraphs are not compared: the time grows with the square."""

WORDS = 3_000
"""A longer paragraph is shown as changed as a whole."""

_AROUND = 1  # unchanged paragraphs shown beside a change


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a paragraph; `is_changed` is True if the other side lacks it."""

    text: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph on either side, empty where there is none. `left_out` unchanged ones are not shown before it."""

    old: tuple[Change, ...]
    new: tuple[Change, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """The pairs with a change and their neighbours; `left_out` unchanged paragraphs follow the last one."""

    pairs: tuple[Pair, ...]
    left_out: int = 0
    too_long: bool = False


def compared(old: str, new: str) -> Comparison:
    """What changed from one text to the other; nothing but `too_long` for texts with too many paragraphs."""
    before, after = old.split("\n"), new.split("\n")
    if max(len(before), len(after)) > PARAGRAPHS:
        return Comparison((), too_long=True)
    pairs: list[Pair] = []
    left_out = 0
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            kept = _near_change(i2 - i1, is_first=i1 == 0, is_last=i2 == len(before))
            for index in range(i2 - i1):
                if index in kept:
                    same = (Change(before[i1 + index], is_changed=False),)
                    pairs.append(Pair(same, same, left_out))
                    left_out = 0
                else:
                    left_out += 1
        else:
            for one in _replaced(before[i1:i2], after[j1:j2]):
                pairs.append(Pair(*one, left_out))
                left_out = 0
    return Comparison(tuple(pairs), left_out)


def _near_change(count: int, *, is_first: bool, is_last: bool) -> set[int]:
    """Which of `count` equal paragraphs are beside a change."""
    kept = set() if is_first else set(range(min(_AROUND, count)))
    return kept if is_last else kept | set(range(max(0, count - _AROUND), count))


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[tuple[Change, ...], tuple[Change, ...]]]:
    for index in range(max(len(old), len(new))):
        before = old[index] if index < len(old) else ""
        after = new[index] if index < len(new) else ""
        yield _words(before, after)


def _words(old: str, new: str) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """The two paragraphs, cut where their words differ."""
    before, after = old.split(" "), new.split(" ")
    if not old or not new or max(len(before), len(after)) > WORDS:
        return _whole(old), _whole(new)
    left: list[Change] = []
    right: list[Change] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for side, words in ((left, before[i1:i2]), (right, after[j1:j2])):
            if words:
                side.append(Change(" ".join(words), tag != "equal"))
    return tuple(left), tuple(right)


def _whole(text: str) -> tuple[Change, ...]:
    return (Change(text, is_changed=True),) if text else ()
