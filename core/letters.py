"""Letters of the scripts that have capitals."""

from __future__ import annotations


def is_small_letter(letter: str) -> bool:
    """True for a small letter of a script in which names have capitals; Georgian has them for emphasis only."""
    return letter.islower() and not "ა" <= letter <= "ჿ"
