from __future__ import annotations

import random

import pytest

from matching.index import scanner
from matching.index.scanner import Occurrence, Phrase, Scanner
from matching.text.folding import fold

PHRASES = [
    Phrase("kim"),
    Phrase("kim jong"),
    Phrase("jong"),
    Phrase("ki", open_end=True),
    Phrase("ong", open_start=True),
    Phrase("о", open_start=True, open_end=True),
    Phrase("金 光"),
]


def every_occurrence(text: bytes) -> list[tuple[int, int, int]]:
    """Phrase, start and end without the spaces, by the end of the pattern and then the longest first."""
    patterns = [phrase.pattern for phrase in PHRASES]
    places = [(start, number) for start in range(len(text)) for number in range(len(patterns))]
    found = [(start, number) for start, number in places if text.startswith(patterns[number], start)]
    found.sort(key=lambda place: (place[0] + len(patterns[place[1]]), place[0]))
    return [
        (
            number,
            start + (not PHRASES[number].open_start),
            start + len(patterns[number]) - (not PHRASES[number].open_end),
        )
        for start, number in found
    ]


@pytest.mark.parametrize("dfa_up_to", [0, 100])
def test_every_occurrence_is_found_by_both_automata(monkeypatch: pytest.MonkeyPatch, dfa_up_to: int) -> None:
    monkeypatch.setattr(scanner, "_DFA_UP_TO", dfa_up_to)
    listed = Scanner([phrase.pattern for phrase in PHRASES])
    rnd = random.Random(3)
    for _ in range(50):
        folded = fold(" ".join(rnd.choices(["Kim", "Jong", "kimjong", "Kong", "Он", "金光", "it’s"], k=12)))
        assert [occurrence[:3] for occurrence in listed.find(folded)] == every_occurrence(folded.plain)


def test_an_occurrence_has_its_bytes_and_words() -> None:
    assert Scanner([b" kim jong "]).find(fold("To Kim Jong’s")) == [Occurrence(0, 4, 12, 1, 2)]


def test_nothing_is_found_by_a_scanner_of_nothing() -> None:
    assert not Scanner([]).find(fold("Kim Jong"))
    assert not Scanner([b" kim "]).find(fold(""))


@pytest.mark.parametrize("dfa_up_to", [0, 100])
def test_signs_are_no_phrases_but_a_scan_says_that_there_is_one(
    monkeypatch: pytest.MonkeyPatch, dfa_up_to: int
) -> None:
    monkeypatch.setattr(scanner, "_DFA_UP_TO", dfa_up_to)
    phrases = Scanner([b" kim "], signs=[b" surname ", b" kim "])
    assert phrases.scan(fold("Kim left")) == ([Occurrence(0, 1, 4, 0, 0)], True)
    assert phrases.scan(fold("Surname: Roe")) == ([], True)
    assert phrases.scan(fold("Kimberley left")) == ([], False)
