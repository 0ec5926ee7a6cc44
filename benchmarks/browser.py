"""Headless Chromium for pictures and checks of mail (`apt-get install chromium`)."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

INSTALL = "Chromium is not installed: apt-get install chromium (Debian), or put it on the PATH"
# No network requests; root in a container has no sandbox.
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def chromium() -> str | None:
    """The path of Chromium, None if it is not installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def as_dark(html: str) -> str:
    """The page as a reader in dark mode sees it."""
    return html.replace("(prefers-color-scheme: dark)", "all").replace("(prefers-color-scheme:dark)", "all")


def screenshot(html: str, target: Path, width: int, height: int, *flags: str) -> None:
    """Writes a picture of the top of the page, at two device pixels per CSS pixel."""
    size = (f"--window-size={width},{height}", "--force-device-scale-factor=2")
    _run(html, *size, f"--screenshot={target}", *flags)


def document_after_scripts(html: str, width: int = 600) -> str:
    """The page's markup after its scripts have run."""
    return _run(html, f"--window-size={width},2000", "--virtual-time-budget=20000", "--dump-dom")


def _run(html: str, *flags: str) -> str:
    program = chromium()
    if program is None:
        raise SystemExit(INSTALL)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        command = [program, *_FLAGS, f"--user-data-dir={folder}/profile", *flags, page.as_uri()]
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=120, check=True, env=os.environ | {"TZ": "UTC"}
        )
    return done.stdout
