"""The scale: every number that decides what a mention or a hit is worth, and so in which band it ends.

A score is an integer from 0 to 100. The list's `defaults` say from which score on a hit alerts and from which on it is
shown for review; the numbers below were chosen for 80 and 55. What must never alert alone (a common name, a near
spelling, a name with a part missing, text that may not belong to the article) stays below `alert` wherever a user sets
it, and what is suppressed stays below `review`: those ceilings are derived, the rest is fixed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from matching.mentions.circumstances import Circumstance
from matching.watchlist.model import Defaults


class ScoreCap(NamedTuple):
    """The highest score that a circumstance leaves a mention, and why, in words."""

    score: int
    note: str


# Below `Scale.liftable` no context lifts a mention: those circumstances say that it is somebody else.
_CAPS: Mapping[Circumstance, ScoreCap] = {
    Circumstance.TWO_PEOPLE: ScoreCap(35, "the comma parts two people"),
    Circumstance.PERHAPS_TWO_PEOPLE: ScoreCap(60, "perhaps two people of a list"),
    Circumstance.OTHER_GENERATION: ScoreCap(35, "a parent or child of the same name"),
    Circumstance.PERHAPS_OTHER_GENERATION: ScoreCap(66, "perhaps a parent or child of the same name"),
    Circumstance.GENERATION_MISSING: ScoreCap(66, "perhaps the father: nothing here says Jr., as is listed"),
    Circumstance.OTHER_FIRST_NAME: ScoreCap(66, "behind another first name"),
    Circumstance.FAMILY_NAME_OF_ANOTHER: ScoreCap(45, "one word behind another first name, as a family name"),
    Circumstance.CHILD: ScoreCap(35, "a child of somebody of this name"),
    Circumstance.PARENT: ScoreCap(60, "perhaps a parent of somebody of this name"),
    Circumstance.NAMED_AFTER: ScoreCap(60, "perhaps a place, a ship or an institution that bears the name"),
    Circumstance.OTHER_BEARER: ScoreCap(60, "perhaps another bearer of the name, as the text says"),
    Circumstance.LONGER_IN_SCRIPT: ScoreCap(66, "perhaps a part of a longer name"),
    Circumstance.ORDINARY_WORDS: ScoreCap(45, "written without a capital, as ordinary words"),
    Circumstance.NO_CAPITALS: ScoreCap(60, "perhaps ordinary words of a text without capitals"),
    Circumstance.SMALL_FIRST_WORD: ScoreCap(66, "its first word is written without a capital, as an ordinary word"),
    Circumstance.KUNYA_MISSING: ScoreCap(62, "perhaps the child whose parent is listed"),
    Circumstance.LINE_OF_CAPITALS: ScoreCap(60, "perhaps ordinary words of a line in capitals"),
    Circumstance.SOMEBODY_ELSES_FAMILY: ScoreCap(35, "the article gives this family name another first name"),
    Circumstance.NO_CAPITAL: ScoreCap(35, "a family name alone, without a capital"),
    Circumstance.FURTHER_NUMBER: ScoreCap(62, "perhaps another one of the name, with a number"),
    Circumstance.LONGER_NAME: ScoreCap(62, "perhaps a person, a company or another ship of a longer name"),
    Circumstance.LONE_ORDINARY_WORD: ScoreCap(45, "an ordinary word whose capital does not say that it is a name"),
    Circumstance.SENTENCE_START: ScoreCap(60, "perhaps ordinary words at the beginning of a sentence"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The numbers of scoring. `alert` and `review` are the list's own; everything else has one value.

    Rarity (`names.parsing.rarity`) is 0 to about 1 a word; the fields that end in `_rarity` are sums over the words of
    a name, and say how much the words identify.
    """

    alert: int
    review: int

    # ---- the whole name, as listed: FULL evidence, which alerts alone
    full_name: int = 95  # three parts and more, or an organisation: few bear the same
    distinctive_pair: int = 90  # two parts, rare ones
    pair: int = 85  # two parts that are not common
    rare_word: int = 85  # an organisation of one rare word
    transcribed: int = 84  # only the given name in another spelling, patronymic and family name to the letter
    identifier: int = 99

    # ---- the whole name, but one that others bear too: FOREIGN evidence
    native: int = 72  # in its own script: two or three characters, or one word
    foreign: int = 70  # another romanisation, or a grammatical case that may be another name
    transliterated: int = 68  # listed in another script
    embedded_pair: int = 66  # two parts inside a longer name
    common_pair: int = 65  # two common parts
    embedded_common_pair: int = 57
    nickname: int = 60  # a nickname for the given names, with a family name that identifies
    common_nickname: int = 45
    embedded_nickname: int = 35
    one_rare_word: int = 60  # a person of one rare word
    one_word: int = 56
    family_alone: int = 57  # a rare family name alone, where the list asks for it
    embedded_word: int = 45

    # ---- a name in Latin letters heard in another script: how far its words may be on average from what is written
    heard_few: float = 0.02  # whatever its length, and …
    heard_per_consonant: float = 0.03  # … for each consonant of the name, up to …
    heard_most: float = 0.17
    heard_clearly: float = 0.5  # share of this up to which it is more than a spelling to check
    heard_same: float = 0.05  # distance of a word up to which it sounds the same
    heard_nearer: float = 0.15  # by so much in all another entry is clearly nearer
    heard_near: int = 62  # a name beyond that
    heard_common: int = 57  # a common name up to …
    heard_common_share: float = 0.8  # … this share, and …
    heard_unclear: int = 50  # … beyond it
    heard_turned: float = 0.03  # less for a name in another order

    # ---- a spelling that differs: NEAR evidence
    near: int = 79  # the best one
    near_cost: int = 8  # points for each letter's worth of difference beyond `near_free`
    near_free: float = 0.5
    near_common: int = 50  # two common names and a wrong letter are likelier another person
    near_least: int = 50
    near_letters: int = 6  # letters of the name for each letter that may differ; one may in any case
    firm_word: float = 0.5  # a word that differs by less than this holds the name together

    # ---- a part of the name, or initials: PARTIAL evidence
    partial: int = 74
    partial_cost: int = 6  # points for each letter's worth of difference
    partial_embedded: int = 8  # points off inside a longer name
    partial_omitted: int = 4  # points off for each missing part but the first
    partial_common: int = 12  # points off for parts that identify little
    partial_pair_cost: float = 1.0  # the most that two parts alone may differ …
    partial_pair_omitted_cost: float = 0.5  # … and where others are missing
    initials: int = 58  # initials for all given names, to the letter
    one_initial: int = 66  # an initial among names
    common_initial: int = 50
    initial_missing: int = 45  # one common or misspelt word of a name that has only initials beside it

    composed: int = 66  # a name whose parts are in two cells of a table or shared by a family

    # ---- points off for how a whole name is met
    reordered: int = 3  # another order, or a shared family name
    altered: int = 1  # joined, divided, a title, a further initial

    # ---- how much words identify
    common_rarity: float = 1.1  # the words of a name identify less than this: many people bear it
    partial_rarity: float = 1.3  # what the words of a part must identify to count fully
    distinctive_rarity: float = 1.5
    rare_word_rarity: float = 1.0
    ordinary_word_rarity: float = 0.5  # what an ordinary word of English identifies at most
    rare_word_letters: int = 5  # letters of an organisation's one word
    long_name: int = 4  # parts of a name in which one slip leaves no doubt
    slip: float = 0.7  # the most that a doubled or exchanged letter costs
    same_word: float = 0.1  # a word that costs less is met to the letter

    # ---- what the passage says against a mention
    caps: Mapping[Circumstance, ScoreCap] = field(default_factory=lambda: _CAPS)
    part_of_other: int = 40  # inside the longer name of another entry
    other_heard: int = 38  # only heard in another script, where another entry fits better
    other_exact: int = 60  # a near spelling where another entry is named to the letter

    # ---- what the article says for and against it
    liftable: int = 40  # below this, no context and no company lifts a mention
    context: int = 95  # a name whose context holds
    near_context: int = 5  # points for a near or partial mention whose context holds
    near_company: int = 2  # other certain actors in the sentence with which a near spelling alerts
    weak_facts: int = 2  # facts such as nationality and occupation that together lift a name to an alert
    support: int = 4  # points above `alert` of what alerts by company alone
    title: int = 3  # points of an alert for a name in the headline …
    repeated: int = 2  # … and for one that is mentioned `repeated_from` times
    repeated_from: int = 3
    suppressed: int = 40  # a context that is required is missing, or the page is no article

    # ---- schemes
    scheme: int = 90
    scheme_match: int = 3  # points for each place where the rule holds, up to `scheme_matches`
    scheme_matches: int = 3

    @classmethod
    def of(cls, defaults: Defaults) -> Scale:
        """The scale of a list with these thresholds."""
        return cls(alert=defaults.alert, review=defaults.review)

    def farthest_heard(self, consonants: int) -> float:
        """How far the words of a name of so many consonants may be on average from what is written."""
        return min(self.heard_few + self.heard_per_consonant * consonants, self.heard_most)

    @property
    def below_alert(self) -> int:
        """The highest score of what must not alert alone."""
        return self.alert - 1

    @property
    def below_review(self) -> int:
        """The highest score of what is not to be shown."""
        return min(self.suppressed, self.review - 1)

    @property
    def supported(self) -> int:
        """The least score of a mention that other actors of the list support: it alerts."""
        return min(100, self.alert + self.support)

    @property
    def in_context(self) -> int:
        """The least score of a name whose context holds: it alerts."""
        return max(self.context, self.supported)
