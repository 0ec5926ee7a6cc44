"""How severe a finding is to a reader."""

from __future__ import annotations

from collections.abc import Iterable

from core.records import Band, Finding, Severity


def severity_of(finding: Finding) -> Severity | None:
    """The target's severity; None if the hit is only to be checked."""
    return finding.target.severity if finding.hit.band is Band.ALERT else None


def highest(severities: Iterable[Severity | None]) -> Severity | None:
    """The highest severity, None if there is none."""
    return max((one for one in severities if one), key=lambda severity: severity.rank, default=None)
