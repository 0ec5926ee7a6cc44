"""What would have put a hit into another band."""

from __future__ import annotations

from dataclasses import replace

from core.config import Document
from core.plain_yaml import read_plain
from core.records import Band, Quality, Zone, ZoneKind
from matching.band_trials import band_trials
from matching.examples import article_of
from matching.watchlist.loading import parse_watchlist

LIST = """
contexts:
  banking: {any: [bank]}
actors:
  - {id: quill, name: Desmond Quillfeather, none: [Rovers], require: banking,
     aliases: [{text: Dexter Quimby, weak: true}]}
  - {id: plain, name: Rosalind Marchbanks}
schemes:
  - {id: farm, label: Laptop farms, match: {any: [laptop farm]}, none: [render farm]}
"""


def tried(target: str, text: str, **changes):
    listed = parse_watchlist([Document("list.yaml", LIST, read_plain(LIST))])
    entry = next(one for one in listed.entries if one.id == target)
    as_it_is, trials = band_trials(listed, entry, replace(article_of(text), **changes))
    return as_it_is.band, {one.condition: one.band for one in trials}


def test_an_exclusion_term_and_a_missing_context_are_named():
    band, found = tried("quill", "Desmond Quillfeather of the bank left the Rovers.")
    assert band is Band.SUPPRESSED
    assert found == {"without the entry's `none`": Band.ALERT}
    band, found = tried("quill", "Desmond Quillfeather spoke.")
    assert (band, found) == (Band.SUPPRESSED, {"without the entry's `require: banking`": Band.ALERT})


def test_a_weak_alias():
    band, found = tried("quill", "The bank named Dexter Quimby.")
    assert band is Band.REVIEW
    assert found["without `weak` aliases"] is Band.ALERT


def test_a_spelling_as_it_is_listed_moves_the_zones_with_it():
    text = "Rosalind Marchbankes spoke."
    zones = (Zone(0, len(text), ZoneKind.CORE),)
    band, found = tried("plain", text, zones=zones)
    assert band is Band.REVIEW
    assert found["with the name written as it is listed"] is Band.ALERT


def test_zones_and_half_read_pages():
    text = "Rosalind Marchbanks spoke."
    band, found = tried("plain", text, zones=(Zone(0, len(text), ZoneKind.DOUBTFUL, "teaser"),))
    assert band is Band.REVIEW
    assert found == {"with all of the text surely the article's": Band.ALERT}
    band, found = tried("plain", text)
    assert (band, found) == (Band.ALERT, {"in a part that may not belong to the article": Band.REVIEW})
    band, found = tried("plain", text, quality=Quality.NOT_ARTICLE)
    assert found["with the whole article read"] is Band.ALERT


def test_a_scheme():
    band, found = tried("farm", "A laptop farm beside a render farm.")
    assert (band, found["without the entry's `none`"]) == (Band.SUPPRESSED, Band.ALERT)
