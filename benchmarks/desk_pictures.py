"""Pictures of the desk for the documentation, in docs/images.

    watchword demo && python -P benchmarks/desk_pictures.py data/demo

Needs Chromium and Playwright's package (`pip install -r tests/desk/browser.txt`).
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.browser import INSTALL, chromium

IMAGES = Path(__file__).parents[1] / "docs" / "images"
WIDTH, HEIGHT = 1440, 900


def take(browser: Any, address: str, path: str, name: str, *, scheme: str = "light", width: int = WIDTH) -> None:  # noqa: ANN401 - Playwright may not be installed
    """Writes the picture of one page, with its first line selected."""
    context = browser.new_context(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    page.goto(address.partition("/?")[0] + path)
    page.keyboard.press("j")
    page.evaluate("window.scrollTo(0, 0)")
    page.screenshot(path=IMAGES / name)
    context.close()


def story_in(browser: Any, address: str) -> str:  # noqa: ANN401 - as above
    """The address of the first story of the inbox."""
    page = browser.new_page()
    page.goto(address)
    found = re.search(r"/stories/\w+", page.content())
    page.close()
    assert found, "the inbox is empty: run `watchword demo` first"
    return found[0]


def main() -> None:
    """Starts a desk on the data folder, takes the pictures and ends it."""
    if chromium() is None:
        raise SystemExit(INSTALL)
    from playwright.sync_api import sync_playwright

    data = sys.argv[1] if len(sys.argv) > 1 else "data/demo"
    command = [str(Path(sys.executable).with_name("watchword")), "desk", "--port", "0", "--data", data]
    command += ["--config", f"{data}/config"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as desk, sync_playwright() as running:
        try:
            assert desk.stderr is not None
            address = next(line for line in desk.stderr if "token=" in line).split()[-1]
            browser = running.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            take(browser, address, "/", "desk-inbox-light.png")
            take(browser, address, "/", "desk-inbox-dark.png", scheme="dark")
            take(browser, address, "/", "desk-inbox-narrow.png", scheme="dark", width=375)
            take(browser, address, story_in(browser, address), "desk-story-light.png")
            take(browser, address, "/targets/chang-nam-il", "desk-entry-light.png")
            browser.close()
        finally:
            desk.terminate()


if __name__ == "__main__":
    main()
