"""Pictures of a digest for the README: `docs/images/digest-*.png`, by headless Chromium.

.venv/bin/python -P benchmarks/alerts_pictures.py [digest.html] [folder]

Without a file the sample digest is drawn; `watchword demo` writes others to `data/demo/outbox/*.html`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from alerts.rendering.bodies import render
from benchmarks.alerts_samples import DESK, sample_digest
from benchmarks.browser import as_dark, screenshot

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
FORCED = "--enable-features=WebContentsForceDark"


def main() -> None:
    page = Path(sys.argv[1]).read_text(encoding="utf-8") if len(sys.argv) > 1 else render(sample_digest(), DESK).html
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else IMAGES
    folder.mkdir(parents=True, exist_ok=True)
    screenshot(page, folder / "digest-light.png", 600, 1180)
    screenshot(as_dark(page), folder / "digest-dark.png", 600, 1180)
    screenshot(page, folder / "digest-narrow.png", 375, 1180)
    if len(sys.argv) > 2:
        screenshot(page, folder / "digest-forced-dark.png", 600, 1180, FORCED)


if __name__ == "__main__":
    main()
