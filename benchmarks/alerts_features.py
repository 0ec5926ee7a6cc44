"""The HTML and CSS of a digest against what mail programs support, by the data of caniemail.com.

    npm install --prefix .venv/npm caniemail           # once; .venv stays out of the repository
    .venv/bin/python -P benchmarks/alerts_features.py

`mail_features.toml` lists the features in use and, for each that a program does not support, the programs and why the
digest is legible there without it. The exit code is 1 if the digest uses a feature that is not listed, or a program
lacks a feature and is not listed for it. Without the data only the first is checked.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from alerts.rendering.bodies import render, render_notice
from benchmarks.alerts_samples import DESK, sample_digest

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / ".venv" / "npm" / "node_modules" / "caniemail" / "data" / "caniemail.json"
ALLOWED = HERE / "mail_features.toml"
PROGRAMS = {
    "apple-mail": ("macos", "ios"),
    "gmail": ("desktop-webmail", "ios", "android"),
    "outlook": ("windows", "outlook-com", "ios", "macos"),
    "yahoo": ("desktop-webmail",),
    "thunderbird": ("macos",),
    "samsung-email": ("android",),
}
_PROPERTY = re.compile(r"(?:^|[;{])\s*([a-z-]+)\s*:")
_LISTS = {"ul", "li"}  # one feature at caniemail


class _Used(HTMLParser):
    """Collects elements, ARIA attributes and CSS as caniemail's feature names."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.features: set[str] = set()
        self._in_style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.features.add("html-lists" if tag in _LISTS else f"html-{tag}")
        self._in_style = tag == "style"
        for name, value in attrs:
            if name == "style":
                self.features |= {f"css-{one}" for one in _PROPERTY.findall(value or "")}
            if name.startswith("aria-") or name == "role":
                self.features.add(f"html-{name}")

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.features |= {f"css-{one}" for one in _PROPERTY.findall(data)}
            self.features |= {f"css-at-media-{one}" for one in re.findall(r"@media \(([a-z-]+):", data)}
            self.features |= {"css-important"} if "!important" in data else set()

    def handle_endtag(self, tag: str) -> None:
        self._in_style = self._in_style and tag != "style"


def used() -> set[str]:
    """The features that a digest and a notice use, by caniemail's names."""
    pages = (render(sample_digest(), DESK).html, render_notice("x", "x", ["x"]).html)
    return set().union(*(_Used(page).features for page in pages))


def lacking(feature: dict[str, Any]) -> Iterator[str]:
    """The programs that do not support the feature in their latest version tested."""
    for family, platforms in PROGRAMS.items():
        for platform in platforms:
            versions = feature["stats"].get(family, {}).get(platform, {})
            if versions and list(versions.values())[-1].startswith("n"):
                yield f"{family}/{platform}"


def problems(features: set[str], allowed: dict[str, Any], data: dict[str, Any] | None) -> Iterator[str]:
    known = set(allowed["used"])
    yield from (f"{one} is used and not listed" for one in sorted(features - known))
    yield from (f"{one} is listed and not used" for one in sorted(known - features))
    for one in (data or {}).get("data", ()):
        programs = sorted(lacking(one))
        if one["slug"] in features and programs != sorted(allowed["lacking"].get(one["slug"], {}).get("in", ())):
            yield f"{one['slug']} is not supported in {', '.join(programs) or 'no program any more'}"


def main() -> int:
    data = json.loads(DATA.read_text(encoding="utf-8")) if DATA.is_file() else None
    if data is None:
        print("SKIPPED in part: caniemail's data is not installed: npm install --prefix .venv/npm caniemail")
    allowed = tomllib.loads(ALLOWED.read_text(encoding="utf-8"))
    found = list(problems(used(), allowed, data))
    print(*found, f"{len(used())} features used, {len(found)} problems", sep="\n")
    return int(bool(found))


if __name__ == "__main__":
    raise SystemExit(main())
