"""Entities of a feed that XML parsers refuse to resolve, or resolve to what is no character.

A document type declaration may name texts (`<!ENTITY who "Jane Roe">`) and refer to them (`&who;`). Parsers that are
safe against hostile feeds resolve none of them. Here plain texts are put in, within a limit; what refers to other
entities or to files is left as it is.
"""

from __future__ import annotations

import re

_CHARACTER = r"&#(?:\d{1,7}|x[0-9a-fA-F]{1,6});"
_DECLARED = re.compile(
    r"<!ENTITY\s+([A-Za-z_][\w.-]{0,63})\s+"
    rf"""(?:"((?:[^"&%<]|{_CHARACTER}){{0,1000}})"|'((?:[^'&%<]|{_CHARACTER}){{0,1000}})')\s*>"""
)
_ESCAPED = re.compile(r"&#(?:38|x26);", re.IGNORECASE)
_REFERENCE = re.compile(r"&([A-Za-z_][\w.-]{0,63});")
_MAX_GROWTH = 1_000_000  # code points, of all texts that are put in
# Units of UTF-16, by which some programs refer to a character outside of the first 65,536 in two halves.
_UNITS = re.compile(r"(?:&#(?:5[5-7]\d{3}|[xX][dD][89a-fA-F][0-9a-fA-F]{2});)+")
_UNIT = re.compile(r"\d{5}|(?<=[xX])[0-9a-fA-F]{4}")


def with_declared_entities(text: str, prolog: str) -> str:
    """The text with the entities that its prolog declares as plain text, until they add up to a million code points."""
    declared = {one[1]: one[2] or one[3] or "" for one in _DECLARED.finditer(_ESCAPED.sub("\ufffc", prolog))}
    if not declared:
        return text
    grown = 0

    def replaced(match: re.Match[str]) -> str:
        nonlocal grown
        value = declared.get(match[1])
        if value is None or grown > _MAX_GROWTH:
            return match[0]
        grown += len(value)
        return value.replace("\ufffc", "&#38;")

    return _REFERENCE.sub(replaced, text)


def with_whole_characters(text: str) -> str:
    """The text with references to both halves of a character resolved; half a character is U+FFFD."""
    return _UNITS.sub(_characters, text) if "&#" in text else text


def _characters(match: re.Match[str]) -> str:
    units = (int(one, 16 if len(one) == 4 else 10) for one in _UNIT.findall(match[0]))
    return b"".join(unit.to_bytes(2, "big") for unit in units).decode("utf-16-be", "replace")
