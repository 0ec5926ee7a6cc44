"""Signs of a verb between a description of somebody and a name: "a 78-year-old woman recognised Jane Roe".

Own collection (Apache-2.0), in the languages whose ages are read. The description is then the subject's, and the name
is that of somebody else.
"""

from __future__ import annotations

ENGLISH_PAST = """
    saw met found shot hit told gave took caught beat sued led knew left bit struck drove heard held kept let paid sent
    sold sought fought bought taught brought thought chose threw wrote hid rode stole swore understood overtook
    withstood lent cut hurt put bet became overcame forgave spoke went made won
    lost fled ran came began broke drew fell felt flew grew sang sat sank stood wept wore wrung
"""
_ENGLISH_PRESENT = """
    accuses tells meets sues sees finds knows calls helps joins leads says wants claims asks faces names identifies
    blames beats hits shoots attacks praises thanks supports defends
"""
_DUTCH = """
    zag vond sloeg stak kreeg trof reed sprak hielp schoot belde hoorde herkende ontmoette beschuldigde ziet vindt kent
    herkent beschuldigt ontmoet helpt verkocht bedreigde beroofde redde gaf bracht
"""
VERBS = (
    rf"\b(?:{'|'.join((ENGLISH_PAST + _ENGLISH_PRESENT + _DUTCH).split())})\s+$"
    r"|\b(?:wo)?m[ae]n\b.*\b(?!named|called)\w+ed\s+$"  # behind a man or woman; elsewhere such words are adjectives too
    r"|\b(?!named|called|retired|disgraced|convicted|jailed|wanted|suspected|alleged|accused|self-styled|celebrated"
    r"|renowned|acclaimed|bearded|married|divorced|widowed|unemployed|uninsured|disabled|injured|detained|arrested)\w+ed\s+$"
    r"|\b(?!генерал|адм[иі]рал|маршал|капрал|либерал|радикал|профессионал|профес[іи]онал|интеллектуал|[іи]нтелектуал)"
    r"\w{2,}(?:ал|ел|ил|ул|ыл|ял|ала|ела|ила|ула|ыла|яла|ав|ив)(?:ся|сь)?\s+$"
    r"|\b(?!generał|admirał|marszał)\w{2,}(?:ał|ała|ił|iła|ył|yła|ął|ęła|uł|uła)\s+$"
    r"|(?<!어린)[이은는]\s+$|께서\s+$|(?<![화작악업동문치론설축술자평])가\s+$"
    r"|[がはをに](?!\s)"
    r"|[了在把被对向和与给将说认称指见打杀骗救告陪找看送抓]"
)
"""At the end of the words between; in Chinese and Japanese anywhere in them."""
GERMAN_VERB = r"(?:^|\s)[A-ZÄÖÜ][\wäöüß-]+\s+(?!und\b|von\b|namens\b|im\b)[a-zäöüß]+\s+$"
"""A small word between a German noun and the name; an adjective would be before the noun."""
POSTPOSED_AGE = r"(?:ans|años|anos|anni)$"
"""An age behind its noun, as in Romance languages: whatever follows it is no longer the description."""
NAMED = (
    r"(?:\s+de\s+(?:edad|idade))?\s*,?\s*(?:(?:nommée?|appelée?|dénommée?|prénommée?|llamad[oa]|identificad[oa]\s+como|de\s+nombre|chiamat[oa]|di\s+nome"
    r"|identificat[oa]\s+come|chamad[oa]|identificad[oa]\s+como|de\s+nome|conhecid[oa]\s+como)\s+)?"
)
"""What may lead from such an age to the name."""
NOMINATIVE_AGE = r"(?:летний|летняя|річний|річна|letni|letnia|latek|latka)\b"
"""The age of a subject: a name in another case is not the subject's."""
