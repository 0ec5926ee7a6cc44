"""Measures the speed of matching, as ratios to a bare Aho-Corasick scan of text that is already folded.

    python benchmarks/bench_matching.py [--names 1000 10000] [--million] [--articles FILE.jsonl]

All measured take turns with each text for many rounds, and the best time of each text counts; ratios hold on other
machines, absolute speeds do not. Then follow words never met, news in several scripts, and folding by script. With
`--million` compiling is measured instead.
Names and articles are made up from syllables, unless a file of `{"text": …}` lines is given; its texts in other scripts
than Latin are left out. Peers that are not installed are named and left out.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import time
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from ahocorasick_rs import BytesAhoCorasick
from rapidfuzz import fuzz, process

from benchmarks.matching_by_script import ASKED as SHARE_OF_LATIN
from benchmarks.matching_by_script import (
    HEARD,
    LENGTHS,
    LETTERS,
    first_and_later,
    ms_per_unseen_word,
    sentences_in,
    written_in,
)
from core.config import Document
from core.records import Article, TextField
from matching.engine import Matcher, compile_watchlist
from matching.mentions.recognition import Recogniser
from matching.scoring.assessing import Assessor
from matching.text.folding import fold, fold_words
from matching.text.passage import passage_of
from matching.watchlist.loading import parse_watchlist
from samples import builders

_SYLLABLES = (
    "ba ber ca dan del fer gor han il jo ka kor la lim ma mir na nov o pa ra ri sa ser ta ti u va vol wen ya zor"
)
_WORDS = "the of and to in a said that for was on with by he from at his will be is has new had they after who were"
_ENGLISH = (
    "act age al be bet bl by cl con co de deal en er est ex fin for ful gain ge gr hap he ing is it ject ke lea led"
    " less li ly mark me mis ness ou over par per pl port pre pro que re rest se set sh side sign sion sp st sub ta"
    " ten ter the tion tr un up ver vi ward way wo y"
)
SYLLABLES, ENGLISH, WORDS = _SYLLABLES.split(), _ENGLISH.split(), _WORDS.split()
STRAIGHT = str.maketrans("“”’–", '""\'-')
ASKED = {  # of raw, by names
    ("exact", 1000): 0.668,
    ("exact", 10_000): 0.70,
    ("all", 1000): 0.20,
    ("all", 10_000): 0.215,
}
WITH_NAME = 3.0  # times what an article without a listed name costs
UNSEEN_MS = 0.1  # a word that was never met, beside a list of a hundred thousand
SCRIPTS = {  # first and last letter, letters of a word, what parts the words
    "Latin": ("az", 2, 9, " "),
    "Cyrillic": ("ая", 2, 9, " "),
    "Hangul": ("가힣", 1, 4, " "),
    "Han": ("一龥", 6, 18, "，"),
    "Arabic": ("بي", 2, 8, " "),
}


def made_up_names(count: int) -> list[str]:
    rnd = random.Random(26)

    def word() -> str:
        return "".join(rnd.choices(SYLLABLES, k=rnd.choice((2, 2, 3)))).capitalize()

    names: dict[str, None] = {}
    while len(names) < count:
        names[" ".join(word() for _ in range(rnd.choice((2, 2, 3))))] = None
    return list(names)


class MadeUpNews:
    """Articles of about 4.5 KB that take as long as English news, with shares counted in a hundred real articles.

    Words follow Zipf's law (an article has about 400 different ones, 80 of them in no other article). There are names
    of one word and more, figures, and the signs that folding works on: commas, quotes, dashes and apostrophes.
    """

    def __init__(self) -> None:
        self.rnd = random.Random(11)
        self.small, self.names = self._vocabulary(14_000), [word.capitalize() for word in self._vocabulary(4_000)]

    def _vocabulary(self, count: int) -> list[str]:
        """Distinct words from the most frequent to the rarest; frequent ones are shorter."""
        words: dict[str, None] = {}
        while len(words) < count:
            syllables = self.rnd.choices((1, 2, 3), (5, 9, 3) if len(words) < 100 else (0, 3, 1))[0]
            words["".join(self.rnd.choices(ENGLISH, k=syllables))] = None
        return list(words)

    def pick(self, words: Sequence[str]) -> str:
        """One of the words by Zipf's law: its probability is inverse to its rank."""
        return words[int(len(words) ** self.rnd.random()) - 1]

    def word(self) -> str:
        """A word, figure or name with the sign that follows it."""
        kind, sign = self.rnd.random(), self.rnd.random()
        if kind < 0.30:
            return self.rnd.choice(WORDS)
        if kind < 0.33:
            return str(self.rnd.randint(1, 2030))
        if kind < 0.41:
            name = " ".join(self.pick(self.names) for _ in range(self.rnd.choice((1, 1, 1, 2, 2, 3))))
            return f"{name}’s" if sign < 0.15 else f"{name}," if sign < 0.25 else name
        word = self.pick(self.small)
        return f"{word}’t" if sign < 0.02 else f"{word}-{self.pick(self.small)}" if sign < 0.045 else word

    def sentence(self) -> str:
        """A sentence; one in six is a quotation, one in eleven has a dash."""
        words = [self.word() + "," * (self.rnd.random() < 0.052) for _ in range(self.rnd.randint(8, 25))]
        if self.rnd.random() < 0.09:
            words.insert(4, "–")
        text = " ".join(words)
        text = text[0].upper() + text[1:]
        return f"“{text},” he said." if self.rnd.random() < 0.16 else f"{text}."

    def article(self) -> str:
        """Paragraphs of one to three sentences; every tenth article is typed with straight quotation marks."""
        paragraphs = [" ".join(self.sentence() for _ in range(self.rnd.randint(1, 3))) for _ in range(22)]
        text = "\n\n".join(paragraphs)
        return text.translate(STRAIGHT) if self.rnd.random() < 0.1 else text


def made_up_texts(count: int) -> list[str]:
    news = MadeUpNews()
    return [news.article() for _ in range(count)]


def read_texts(path: Path) -> list[str]:
    return [row["text"] for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()) if row.get("text")]


def is_latin(text: str) -> bool:
    """True if nine in ten letters are Latin, by their names in Unicode."""
    letters = list(filter(str.isalpha, text))
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return latin >= 0.9 * len(letters)


def compiled(names: Sequence[str]) -> Matcher:
    rows = "\n".join(json.dumps({"id": f"n{number}", "name": name}) for number, name in enumerate(names))
    return compile_watchlist(parse_watchlist([Document("names.jsonl", rows, None)]))


def article(text: str) -> Article:
    return builders.article(text, title=None, zones=())


Reader = tuple[Callable[[Any], object], Sequence[object]]


def speeds(readers: Mapping[str, Reader], megabytes: float, rounds: int = 25) -> dict[str, float]:
    """Megabytes a second of each reader, from the best time of each of its items in some rounds.

    Readers take turns every few items, so that a busy machine slows all of them alike.
    """
    best = {name: [float("inf")] * len(items) for name, (_, items) in readers.items()}
    most = max(len(items) for _, items in readers.values())
    for _, first in product(range(rounds), range(0, most, 10)):
        for name, (read, items) in readers.items():
            times = best[name]
            for place, item in enumerate(items[first : first + 10], first):
                began = time.perf_counter()
                read(item)
                times[place] = min(times[place], time.perf_counter() - began)
    return {name: megabytes / sum(times) for name, times in best.items()}


def size(texts: Sequence[str]) -> float:
    """Megabytes of texts."""
    return sum(len(text.encode()) for text in texts) / 1e6


def measure(count: int, texts: Sequence[str]) -> dict[str, float]:
    """The speeds with this many names."""
    names = made_up_names(count)
    matcher = compiled(names)
    compiled_list = matcher.compiled
    raw = BytesAhoCorasick([f" {' '.join(fold_words(name))} ".encode() for name in names])

    def fold_and_scan(text: str) -> None:
        compiled_list.scanner.find(fold(text))

    def exact(text: str) -> None:
        passage = passage_of(TextField.TEXT, text)
        found = [
            (one, target.number, target.method)
            for one in compiled_list.scanner.find(passage.folded)
            for target in compiled_list.pattern_targets[one.phrase]
        ]
        recogniser = Recogniser(compiled_list.lexicon, passage, compiled_list.scale)
        if named := list(recogniser.exact(found)):
            list(map(Assessor(compiled_list.scale, passage, recogniser.circumstances).scored, named))

    articles = [article(text) for text in texts]
    for one in articles:
        matcher.match(one)
    readers: dict[str, Reader] = {
        "raw": (lambda text: raw.find_matches_as_indexes(text, overlapping=True), [fold(text).plain for text in texts]),
        "fold": (fold, texts),
        "fold and scan": (fold_and_scan, texts),
        "exact": (exact, texts),
        "exact, one name each": (exact, [f"{text} {name} agreed." for text, name in zip(texts, names, strict=False)]),
        "all": (matcher.match, articles),
        "all, one name each": (
            matcher.match,
            [article(f"{one} {name} agreed.") for one, name in zip(texts, names, strict=False)],
        ),
    }
    return speeds(readers, size(texts)) | unseen(matcher, articles, size(texts)) | peers(names, texts)


def unseen(matcher: Matcher, articles: Sequence[Article], megabytes: float) -> dict[str, float]:
    """The speed with everything on and nothing cached, as at the start of a run."""
    fresh = Matcher.from_bytes(matcher.to_bytes())
    return speeds({"all, words unseen": (fresh.match, articles)}, megabytes, 1)


def folding() -> None:
    """The speed of folding by script."""
    rnd = random.Random(5)
    for script, (ends, shortest, longest, gap) in SCRIPTS.items():
        letters = [chr(code) for code in range(ord(ends[0]), ord(ends[1]) + 1)]
        words = ["".join(rnd.choices(letters, k=rnd.randint(shortest, longest))) for _ in range(3000)]
        texts = [gap.join(rnd.choices(words, k=700)) for _ in range(40)]
        speed = speeds({script: (fold, texts)}, size(texts))[script]
        print(f"    {script:22} {speed:8.2f} MB/s  (asked: 30)")


def by_script() -> None:
    """The speed with 1,000 names in Latin letters, of the same news in several scripts."""
    texts, data = made_up_texts(60), compiled(made_up_names(1000)).to_bytes()
    latin = first_and_later(data, list(map(article, texts)))
    print(f"    {'Latin':22} {latin[0]:8.2f} MB/s first  {latin[1]:8.2f} again")
    for script in LETTERS:
        speed = first_and_later(data, [article(written_in(script, text)) for text in texts])
        ratios = [one / other for one, other in zip(speed, latin, strict=True)]
        print(
            f"    {script:22} {speed[0]:8.2f} MB/s first  {speed[1]:8.2f} again  "
            f"{ratios[0]:.2f} and {ratios[1]:.2f} of Latin  (asked: {SHARE_OF_LATIN})"
        )


def by_length_of_list() -> None:
    """The speed of sentences in scripts that are met by sound, with lists of several lengths."""
    for length in LENGTHS:
        data = compiled(made_up_names(length)).to_bytes()
        latin = 0.0
        for script in HEARD:
            first, again = first_and_later(data, [sentences_in(script)])
            latin, name = latin or again, script.name.title() if script else "Latin"
            speeds = f"{first:8.2f} MB/s first  {again:8.2f} again  {again / latin:.2f} of Latin"
            print(f"    {length:7} names, {name:12} {speeds}")


def unseen_words() -> None:
    """What a word costs that was never met, beside a hundred thousand names of rare words."""
    data = compiled(names_of_rare_words(100_000)).to_bytes()
    spent = ms_per_unseen_word(data, list(map(article, made_up_texts(60))))
    print(f"  a word never met beside 100,000 names: {spent:.3f} ms  (asked: at most {UNSEEN_MS})")


def peers(names: Sequence[str], texts: Sequence[str]) -> dict[str, float]:
    """The speeds of other libraries that are installed; the slow ones on part of the text."""
    few = texts[: max(1, len(texts) // 20)]
    one = few[0][:2000]
    found = speeds({"rapidfuzz per name": (_rapidfuzz(names), [one])}, size([one]), 1)
    makers = {"flashtext": _flashtext, "pyahocorasick": _pyahocorasick, "spacy PhraseMatcher": _spacy}
    if len(names) <= 1000:
        makers["re alternation"] = _alternation
    for name, make in makers.items():
        try:
            found |= speeds({name: (make(names), few)}, size(few), 3)
        except ImportError:
            print(f"    SKIPPED {name}: not installed")
    return found


def _rapidfuzz(names: Sequence[str]) -> Callable[[str], object]:
    return lambda text: process.extract(text, names, scorer=fuzz.partial_ratio, score_cutoff=90)


def _alternation(names: Sequence[str]) -> Callable[[str], object]:
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True)))).findall


def _flashtext(names: Sequence[str]) -> Callable[[str], object]:
    from flashtext import KeywordProcessor

    processor = KeywordProcessor()
    processor.add_keywords_from_list(list(names))
    extract: Callable[[str], object] = processor.extract_keywords
    return extract


def _pyahocorasick(names: Sequence[str]) -> Callable[[str], object]:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, name)
    automaton.make_automaton()
    return lambda text: list(automaton.iter(text))


def _spacy(names: Sequence[str]) -> Callable[[str], object]:
    import spacy
    from spacy.matcher import PhraseMatcher

    language = spacy.blank("en")
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    matcher.add("names", list(language.pipe(names)))
    return lambda text: matcher(language(text))


def names_of_rare_words(count: int) -> list[str]:
    """Names made of half as many distinct words."""
    rnd = random.Random(27)
    words: dict[str, None] = {}
    while len(words) < count // 2:
        words["".join(rnd.choices(SYLLABLES, k=rnd.choice((3, 4)))).capitalize()] = None
    pool = list(words)
    return [" ".join(rnd.choices(pool, k=rnd.choice((2, 2, 3)))) for _ in range(count)]


def million() -> None:
    """CPU seconds and memory to compile a million names, of few different words and of half a million."""
    for kind, make in (("few different words", made_up_names), ("half a million different words", names_of_rare_words)):
        names = make(1_000_000)
        began = time.process_time()
        compiled(names)
        seconds, peak = time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"1,000,000 names of {kind}: {seconds:.1f} s CPU (at most 30), peak {peak:.2f} GB (at most 2)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--million", action="store_true")
    arguments = parser.parse_args()
    if arguments.million:
        million()
        return
    texts = read_texts(arguments.articles) if arguments.articles else made_up_texts(100)
    latin = list(filter(is_latin, texts))
    print(f"  {len(latin)} articles, {len(texts) - len(latin)} left out that are not in Latin script")
    for count in arguments.names:
        print(f"  {count} names")
        found = measure(count, latin)
        for name, value in found.items():
            asked = f"(asked: {ASKED[name, count]})" if (name, count) in ASKED else ""
            print(f"    {name:22} {value:8.2f} MB/s  {value / found['raw']:.3f} of raw  {asked}")
        print(f"    exact / fold and scan  {found['exact'] / found['fold and scan']:.2f}  (asked: 0.85)")
        times = found["all"] / found["all, one name each"]
        print(f"    an article with a listed name against one without: {times:.2f} times  (asked: at most {WITH_NAME})")
    unseen_words()
    print("  news by script")
    by_script()
    by_length_of_list()
    print("  folding, made-up words by script")
    folding()


if __name__ == "__main__":
    main()
