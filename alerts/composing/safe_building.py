"""Builds messages from findings, one of which may be broken: it is left out, counted and reported.

What a finding quotes was written by strangers, and no list says how composing and rendering it may fail. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from alerts.composing.digest import Material
from core.isolation import attempt, attempt_in_halves
from core.records import Failure, Finding, Stage

Built = TypeVar("Built")

LEFT_OUT = "could not be shown"
"""What the section of suppressed hits says of findings that were left out."""


def build_safely(
    subscription_id: str, material: Material, build: Callable[[Material], Built]
) -> tuple[Built | None, tuple[Failure, ...]]:
    """What `build` makes of the material, if need be without the findings for which it fails, and the failures.

    None if it fails even so. Every failure names the subscription and the hit.
    """
    built = attempt(Stage.COMPOSE, subscription_id, lambda: build(material))
    if not isinstance(built, Failure):
        return built, ()
    findings = list({one.hit.hit_id: one for one in (*material.findings, *material.edited)}.values())
    _, broken = attempt_in_halves(
        Stage.COMPOSE,
        findings,
        lambda one: f"{subscription_id}, hit {one.hit.hit_id}",
        lambda some: build(_only(material, some)),
    )
    failures = tuple(failure for _, failure in broken)
    left_out = {finding.hit.hit_id for finding, _ in broken}
    kept = _only(material, [one for one in findings if one.hit.hit_id not in left_out])
    kept = replace(kept, suppressed=(*material.suppressed, *(((LEFT_OUT, len(broken)),) if broken else ())))
    again = attempt(Stage.COMPOSE, subscription_id, lambda: build(kept))
    return (None, (*failures, again)) if isinstance(again, Failure) else (again, failures)


def _only(material: Material, findings: Sequence[Finding]) -> Material:
    """The material with these findings only."""
    wanted = {one.hit.hit_id for one in findings}
    return replace(
        material,
        findings=[one for one in material.findings if one.hit.hit_id in wanted],
        edited=[one for one in material.edited if one.hit.hit_id in wanted],
    )
