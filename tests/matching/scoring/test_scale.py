"""The scale holds every number that decides a band, and keeps its ceilings wherever a user sets the thresholds."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from core.config import parse_document
from core.records import Article, Band, Quality, ReasonCode, Zone, ZoneKind
from matching.engine import Matcher, compile_watchlist
from matching.examples import article_of
from matching.mentions.circumstances import Circumstance
from matching.scoring.scale import Scale
from matching.watchlist.loading import parse_watchlist
from matching.watchlist.model import Defaults

MATCHING = Path(__file__).parents[3] / "matching"
THRESHOLDS = (60, 75, 80, 90)
ACTORS = """
  - {id: full, name: Janet Ambrose Roe}
  - {id: near, name: Aldric Joost Venhurst}
  - id: weak
    name: Harrowgate Salvage Consortium
    type: organisation
    aliases: [{text: Harrowgate Salvage, weak: true}]
  - {id: common, name: Juan Garcia}
  - {id: native, name: Kim Kwang-jin, native: ["김광진"]}
  - {id: lifted, name: Kim Nam-su, require: case}
contexts: {case: {any: [IT worker]}}
"""


@pytest.fixture(scope="module", params=THRESHOLDS)
def matcher(request) -> tuple[int, Matcher]:
    text = f"version: 1\ndefaults: {{alert: {request.param}, review: 50}}\nactors:{ACTORS}"
    return request.param, compile_watchlist(parse_watchlist([parse_document(text, "watchlist.yaml")]))


def teaser(text: str) -> Article:
    one = article_of(text)
    return replace(one, zones=(Zone(0, len(text), ZoneKind.DOUBTFUL, "teaser"),))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Aldric Joost Venhorst was seen in Riga.", ReasonCode.SUPPORT_MISSING),
        ("Harrowgate Salvage was seen in Riga.", ReasonCode.WEAK_ALIAS),
        ("Juan Garcia was seen in Riga.", ReasonCode.SUPPORT_MISSING),
        ("경찰이 김광진 씨를 찾고 있다.", ReasonCode.SUPPORT_MISSING),
        ("Police asked J. A. Roe to come.", ReasonCode.SUPPORT_MISSING),
    ],
)
def test_what_must_not_alert_alone_does_not_at_any_threshold(matcher, text, code):
    alert, engine = matcher
    (hit,) = engine.match(article_of(text))
    assert hit.score < alert
    assert hit.band is Band.REVIEW
    assert hit.deciding_reason.code is code


@pytest.mark.parametrize("text", ["Janet Ambrose Roe was seen.", "Janet Ambrose Roe, Janet Ambrose Roe and Roe."])
def test_a_name_that_is_only_in_doubtful_text_does_not_alert_at_any_threshold(matcher, text):
    alert, engine = matcher
    (hit,) = engine.match(teaser(text))
    assert (hit.band, hit.score) == (Band.REVIEW, alert - 1)
    assert hit.deciding_reason.code is ReasonCode.DOUBTFUL_ZONE


def test_a_page_behind_a_paywall_does_not_alert_at_any_threshold(matcher):
    alert, engine = matcher
    (hit,) = engine.match(replace(article_of("Janet Ambrose Roe was seen."), quality=Quality.PAYWALL))
    assert (hit.band, hit.score) == (Band.REVIEW, alert - 1)


def test_what_its_context_or_other_actors_support_alerts_at_every_threshold(matcher):
    _, engine = matcher
    hits = {hit.target_id: hit for hit in engine.match(article_of("Kim Nam-su, an IT worker, was seen."))}
    assert hits["lifted"].band is Band.ALERT
    hits = {hit.target_id: hit for hit in engine.match(article_of("Juan Garcia met Janet Ambrose Roe in Riga."))}
    assert {name: hit.band for name, hit in hits.items()} == {"common": Band.ALERT, "full": Band.ALERT}


def test_a_missing_context_is_suppressed_at_every_threshold():
    text = f"version: 1\ndefaults: {{alert: 60, review: 20}}\nactors:{ACTORS}"
    engine = compile_watchlist(parse_watchlist([parse_document(text, "watchlist.yaml")]))
    (hit,) = engine.match(article_of("Kim Nam-su was seen."))
    assert (hit.band, hit.score) == (Band.SUPPRESSED, 19)


def test_the_ceilings_follow_the_thresholds_of_the_list():
    scale = Scale.of(Defaults(alert=70, review=30))
    assert (scale.below_alert, scale.below_review, scale.supported) == (69, 29, 74)
    assert Scale.of(Defaults(alert=99, review=55)).supported == 100


SMALL = {0, 1, 2, 3, 100}  # counts, and the ends of the scale


def literals(path: Path) -> list[tuple[int, float]]:
    """The numbers of a module that are neither small nor the value of a limit (`_MAX_…`)."""
    tree = ast.parse(path.read_text("utf-8"))
    limits = {
        constant
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and str(getattr(node.targets[0], "id", "")).startswith("_MAX_")
        for constant in ast.walk(node)
    }
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
        and node not in limits
        and node.value not in SMALL
    ]


@pytest.mark.parametrize(
    "path", sorted((MATCHING / "scoring").glob("*.py")), ids=lambda path: path.name.removesuffix(".py")
)
def test_no_number_of_scoring_is_outside_the_scale(path):
    if path.name != "scale.py":
        assert literals(path) == []


@pytest.mark.parametrize(
    "path",
    [*sorted((MATCHING / "mentions").glob("*.py")), MATCHING / "article_matcher.py", MATCHING / "engine.py"],
    ids=lambda path: path.name.removesuffix(".py"),
)
def test_finding_mentions_knows_no_scores(path):
    """Alignment has prices of links, far below 20; a score would be a number from 20 to 100."""
    assert [found for found in literals(path) if 20 <= found[1] < 99] == []


def test_every_circumstance_has_a_cap_and_none_reaches_an_alert():
    scale = Scale.of(Defaults())
    assert set(scale.caps) == set(Circumstance)
    assert all(cap.score < scale.alert for cap in scale.caps.values())
