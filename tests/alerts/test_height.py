"""How long a digest is on a screen 600 px wide, measured by Chromium."""

from __future__ import annotations

import re

import pytest

from alerts.rendering.bodies import render
from benchmarks.browser import chromium, document_after_scripts
from core.records import Band
from tests.alerts.test_views import digest_of, found

MEASURE = "<script>document.title = document.body.getBoundingClientRect().height</script></body>"


@pytest.mark.skipif(chromium() is None, reason="Chromium is not installed: apt-get install chromium")
def test_a_digest_of_ten_stories_is_at_most_4000_px_high(make):
    names = ("kim-kwang-jin", "kang-tae-bok", "jong-pong-ju")
    alerts = [found(make, name, key=f"a{number}") for number in range(5) for name in names]
    checks = [found(make, name, key=f"c{number}", band=Band.REVIEW) for number in range(5) for name in names]
    digest = digest_of(make, *alerts, *checks, suppressed=[("name", 8), ("rule", 2)])
    assert len(digest.cards) == 10
    html = render(digest, make.subscription()).html
    shown = document_after_scripts(html.replace("</body>", MEASURE))
    height = float(re.search(r"<title>([\d.]+)</title>", shown)[1])
    assert 1_000 < height <= 4_000
