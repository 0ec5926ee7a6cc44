"""Reasons: what a hit rests on, in words a person can read and facts a program can."""

from __future__ import annotations

from typing import Any

from core.records import MatchMethod, Mention, Quality, Reason, ReasonCode
from matching.facts.claims import FactComparison
from matching.mentions.alignment import Alignment
from matching.rules.evaluation import ConditionMatch, RuleMatch
from matching.scoring.model import EvidenceKind, ScoredMention
from matching.watchlist.identifiers import is_shortened

_METHODS = {
    MatchMethod.EXACT: "word for word",
    MatchMethod.NATIVE: "in native script",
    MatchMethod.ORDER: "with its parts in another order",
    MatchMethod.NICKNAME: "with a nickname",
    MatchMethod.JOINED: "with words joined or divided",
    MatchMethod.PARTICLE: "apart from particles, titles or punctuation",
    MatchMethod.COORDINATED: "with the family name shared with another given name",
    MatchMethod.INITIAL: "with initials",
    MatchMethod.MIDDLE: "with a further name inside",
    MatchMethod.PARTIAL: "without some of its names",
    MatchMethod.ROMANISATION: "in another romanisation",
    MatchMethod.TRANSLITERATION: "in another script",
    MatchMethod.INFLECTION: "in another grammatical case",
    MatchMethod.VISUAL: "with letters that look alike",
    MatchMethod.SOUND: "in a spelling that sounds alike",
    MatchMethod.DIMINUTIVE: "with another form of a given name",
    MatchMethod.EDIT_1: "with one letter wrong",
    MatchMethod.EDIT_2: "with two letters wrong",
    MatchMethod.IDENTIFIER: "by an identifier",
}


_COUNTS = ("no", "one", "two", "three", "four")
_WRONG_LETTERS = {MatchMethod.EDIT_1: 1, MatchMethod.EDIT_2: 2}


def name(found: ScoredMention) -> Reason:
    """Which listed name was met, how, and word by word where it was not met word for word."""
    mention = found.mention
    text = f"“{mention.surface}” is the listed “{mention.alias}” {_how(found)}"
    if found.note:
        text += f" ({found.note})"
    facts: dict[str, Any] = {
        "alias": mention.alias,
        "surface": mention.surface,
        "method": mention.method,
        "field": mention.field.value,
        "start": mention.start,
        "worth": found.score,
    }
    if found.alignment:
        facts |= {"words": _pairs(found.alignment), "omitted": _omitted(found.alignment)}
    return Reason(ReasonCode.NAME, text, facts)


def _how(found: ScoredMention) -> str:
    """How the words differ; wrong letters are counted over all words of the name, and other differences are named."""
    method = found.mention.method
    if method not in _WRONG_LETTERS or found.alignment is None:
        return _METHODS[method]
    methods = [similarity.method for _, _, similarity in found.alignment.links]
    wrong = sum(_WRONG_LETTERS.get(one, 0) for one in methods)
    letters = (
        _METHODS[method]
        if wrong <= _WRONG_LETTERS[method]
        else f"with {_COUNTS[wrong] if wrong < len(_COUNTS) else wrong} letters wrong"
    )
    return ", and ".join([letters, *dict.fromkeys(_ALSO[one] for one in methods if one in _ALSO)])


_ALSO = {
    MatchMethod.VISUAL: "letters that look alike",
    MatchMethod.SOUND: "a word that sounds alike",
    MatchMethod.DIMINUTIVE: "another form of a given name",
}


def _pairs(alignment: Alignment) -> list[dict[str, Any]]:
    return [
        {
            "listed": " ".join(alignment.name.words[index] for index in indexes),
            "words": [word - alignment.first for word in words],
            "method": similarity.method,
            "cost": similarity.cost,
        }
        for indexes, words, similarity in alignment.links
    ]


def _omitted(alignment: Alignment) -> list[str]:
    return [alignment.name.words[index] for index in alignment.omitted]


def identified(mention: Mention) -> Reason:
    """An identifier that belongs to the actor alone, or a wallet of which only the first and last letters are there."""
    facts = {"value": mention.alias, "surface": mention.surface, "start": mention.start}
    text = f"“{mention.surface}” is the listed identifier {mention.alias}"
    if is_shortened(mention.surface):
        listed = f"the listed wallet {mention.alias}"
        text = f"“{mention.surface}” has the first and last letters of {listed}; compare the whole address"
    return Reason(ReasonCode.IDENTIFIER, text, facts)


def excluded(terms: str) -> Reason:
    """An exclusion term of the entry is there."""
    text = f"“{terms}” is there, which the entry excludes as a sign of somebody or something else"
    return Reason(ReasonCode.VETO, text, {"mark": terms})


def fact(found: FactComparison) -> Reason:
    """What the article says of the person and what the list says: they agree, or contradict each other."""
    claim = found.claim
    facts: dict[str, Any] = {
        "fact": claim.kind.value,
        "agrees": found.agrees,
        "weight": found.weight.value,
        "said": claim.said,
        "listed": found.listed,
        "field": found.field.value,
        "start": claim.start,
        "end": claim.end,
        "surface": found.surface,
    }
    text = f"{claim.said} in the article; listed as {found.listed}"
    return Reason(ReasonCode.FACT_AGREES if found.agrees else ReasonCode.FACT_CONTRADICTS, text, facts)


def context_missing(context: str, *, would_alert: bool) -> Reason:
    """The name counts only in a context that is not there."""
    text = f"this name counts only in the context {context}, which is not there"
    text += "; with it this would alert" if would_alert else "; with it this would be worth a look"
    return Reason(ReasonCode.CONTEXT_MISSING, text, {"context": context, "would_alert": would_alert})


def context_found(context: str, match: ConditionMatch) -> Reason:
    """The context in which the name counts is there."""
    return Reason(ReasonCode.CONTEXT, f"the context {context} is there: {match.text}", {"context": context})


def other_actors(count: int, where: str) -> Reason:
    """Other actors of the list are named nearby."""
    who = "another listed actor is" if count == 1 else f"{count} other listed actors are"
    return Reason(ReasonCode.COMPANY, f"{who} named in the same {where}", {"others": count, "where": where})


def support_missing(found: ScoredMention) -> Reason:
    """What would have made it an alert."""
    if found.is_heard and found.kind is EvidenceKind.FOREIGN:
        text = f"it would alert with two other listed actors in the same sentence, or with {_contexts(found)}"
    elif found.kind is EvidenceKind.NEAR:
        text = "a spelling to check: it would alert with two other listed actors in the same sentence"
    elif found.kind is EvidenceKind.FOREIGN:
        text = f"it would alert with another listed actor in the article, or with {_contexts(found)}"
    elif found.kind is EvidenceKind.FULL:
        text = f"it would alert with {_contexts(found)}"
    else:
        text = "it would alert with the whole name"
    return Reason(ReasonCode.SUPPORT_MISSING, text, {"kind": found.kind.value})


def _contexts(found: ScoredMention) -> str:
    listed = found.variant.contexts
    return f"the context {' or '.join(listed)}" if listed else "a context of its case (none is listed)"


def too_weak(found: ScoredMention) -> Reason:
    """The mention is worth too little to be shown."""
    text = f"too doubtful to be shown: {found.note or 'too little of the name is there'}"
    return Reason(ReasonCode.WEAK, text, {"worth": found.score})


def weak_alias(alias: str) -> Reason:
    """The alias is listed as weak."""
    return Reason(ReasonCode.WEAK_ALIAS, f"“{alias}” is weak evidence, which never alerts alone", {"alias": alias})


def doubtful_zone() -> Reason:
    """The best evidence is in text that may not belong to the article."""
    return Reason(
        ReasonCode.DOUBTFUL_ZONE, "it is only in text that may not belong to the article", {"zone": "doubtful"}
    )


def rule(rule_match: RuleMatch) -> Reason:
    """The rule of a scheme that holds."""
    match = rule_match.matches[0]
    return Reason(ReasonCode.RULE, match.text, {"scheme": rule_match.scheme_id, "matches": len(rule_match.matches)})


def not_an_article(quality: Quality) -> Reason:
    """The page is not the whole article."""
    return Reason(ReasonCode.PAGE, f"the page is {quality.value.replace('_', ' ')}", {"quality": quality.value})


def not_compared(words: str) -> Reason:
    """The article has more places of possible names than are compared."""
    text = f"of so many possible names those from “{words}” on were met only as they are listed; read on there yourself"
    return Reason(ReasonCode.NOT_COMPARED, text, {"from": words})


def counted(mentions: int) -> Reason:
    """How often it was found."""
    return Reason(ReasonCode.MENTIONS, f"{mentions} mention{'s' * (mentions != 1)}", {"count": mentions})
