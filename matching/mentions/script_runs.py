"""Runs of words of one script inside a text of another: such a run is one name as a whole, however long it is."""

from __future__ import annotations

from matching.mentions.alignment import Alignment
from matching.names.sounds.scripts import Script, script_of
from matching.tables.name_parts import ORGANISATION_TYPES
from matching.text.passage import Passage, Separator
from matching.text.scripts import is_without_capitals

_LONGEST = 6  # words of a name


def is_another_in_script(passage: Passage, alignment: Alignment) -> bool:
    """True if a name that is only heard is less than what is written, or more.

    In a script without capitals any word may be inside, so that no part of the name may be missing.
    """
    if alignment.is_partial and is_without_capitals(passage.folded.word(alignment.first)):
        return True
    return is_part_of_foreign_run(passage, alignment.first, alignment.last)


def is_part_of_foreign_run(passage: Passage, first: int, last: int) -> bool:
    """True if words of the same script are beside the words `first` to `last`, and words of another one around these.

    "The board appointed لورين ياسر قنديلوف on Monday" has one name of three words.
    """
    script, count = script_of(passage.folded.word(first)), passage.folded.count
    start, end = first, last
    while start > 0 and first - start <= _LONGEST and _is_of_run(passage.folded.word(start - 1), script):
        start -= 1
    while end + 1 < count and end - last <= _LONGEST and _is_of_run(passage.folded.word(end + 1), script):
        end += 1
    if (start, end) == (first, last) or end - start >= _LONGEST:
        return False
    around = [passage.folded.word(word) for word in (start - 1, end + 1) if 0 <= word < count]
    return any(word.isalpha() and script_of(word) is not script for word in around) and not any(
        passage.separator(word) is Separator.BORDER for word in range(start, end)
    )


def _is_of_run(written: str, script: Script | None) -> bool:
    """True for a word of the script; a legal form beside a company's name is not of it."""
    return script_of(written) is script and written not in ORGANISATION_TYPES
