"""What the documentation names is there: paths, modules, links and make targets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = (
    "alerts",
    "benchmarks",
    "cli",
    "core",
    "desk",
    "extractors",
    "flows",
    "matching",
    "samples",
    "storage",
    "tests",
)
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "samples").rglob("*.md")])
MODULES = {path.name for folder in FOLDERS for path in (ROOT / folder).rglob("*.*")} | {"pyproject.toml"}
PATH = re.compile(rf"`((?:{'|'.join(FOLDERS)})/[\w./-]*)`")
MODULE = re.compile(r"`([a-z_]+\.(?:py|sql|toml))`")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
TARGET = re.compile(r"(?:^|`)make ([a-z]+)", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_names_exists(page):
    text = page.read_text("utf-8")
    missing = [name for name in PATH.findall(text) if not (ROOT / name).exists()]
    missing += [name for name in MODULE.findall(text) if name not in MODULES]
    missing += [link for link in LINK.findall(text) if not (page.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_make_targets_that_a_page_names_exist(page):
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(TARGET.findall(page.read_text("utf-8"))) <= set(targets)
