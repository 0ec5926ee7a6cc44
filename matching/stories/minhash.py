"""MinHash fingerprints of texts over word shingles: copies are found without comparing the texts.

Broder, "On the resemblance and containment of documents" (1997): the share of equal minima estimates the share of
equal shingles.
"""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
from rensa import RMinHash

PERMUTATIONS = 128
_SHINGLE = 3  # words
_SEED = 20261122
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[぀-ヿ㐀-鿿가-힯]")

Fingerprint = np.ndarray[tuple[int], np.dtype[np.uint32]]


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; words in Chinese, Japanese or Korean are split into characters."""
    if text.isascii():
        return _WORD.findall(text.lower())
    words: list[str] = []
    for word in _WORD.findall(text.casefold()):
        words.extend(word if _UNSPACED.search(word) else (word,))
    return words


@lru_cache(maxsize=4096)  # batch after batch is compared with the same earlier articles
def fingerprint_of(text: str) -> Fingerprint:
    """128 minima over the text's three-word shingles; empty for a text of fewer words."""
    words = words_of(text)
    shingles = [" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update(shingles)
    return np.array(minhash.digest() if shingles else (), dtype=np.uint32)


def resemblance(one: Fingerprint, other: Fingerprint) -> float:
    """The estimated share of shingles in common, 0..1 (standard error at most .044); 0 if either is empty."""
    if not one.size or not other.size:
        return 0.0
    return float(np.count_nonzero(one == other)) / PERMUTATIONS
