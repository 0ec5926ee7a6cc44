"""Fingerprints of texts: MinHash over word shingles, so that copies are found without comparing texts.

Broder, "On the resemblance and containment of documents" (1997): the share of equal minima estimates the share of
equal shingles. Articles that agree in one band of minima are candidates; the estimate then decides.
"""

from __future__ import annotations

import re

from rensa import RMinHash

PERMUTATIONS = 128
_BAND = 4  # minima a band: pairs with resemblance .5 meet in one of 32 bands with probability .87, with .2 with .05
_SHINGLE = 3  # words
_SEED = 20261122
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[぀-ヿ㐀-鿿가-힯]")

Fingerprint = tuple[int, ...]


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; a script that writes no spaces, or glues particles, gives its characters."""
    words: list[str] = []
    for word in _WORD.findall(text.casefold()):
        words.extend(word if _UNSPACED.search(word) else (word,))
    return words


def fingerprint_of(text: str) -> Fingerprint:
    """128 minima over the text's three-word shingles; empty for a text of fewer words."""
    words = words_of(text)
    shingles = {" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
    if not shingles:
        return ()
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update(sorted(shingles))
    return tuple(minhash.digest())


def resemblance(one: Fingerprint, other: Fingerprint) -> float:
    """The estimated share of shingles in common, 0..1 (standard error at most .044); 0 if either is empty."""
    if not one or not other:
        return 0.0
    return sum(map(int.__eq__, one, other)) / PERMUTATIONS


def bands_of(fingerprint: Fingerprint) -> list[tuple[int, Fingerprint]]:
    """The keys under which likely copies meet."""
    return [(at, fingerprint[at : at + _BAND]) for at in range(0, len(fingerprint), _BAND)]
