"""The gate on quality: measures what the product promises, and fails when a figure is worse than it was.

    .venv/bin/python benchmarks/quality.py             # every section
    .venv/bin/python benchmarks/quality.py matching    # one of them
    .venv/bin/python benchmarks/quality.py --show      # with what went wrong

A section is a module `quality_NAME.py` in this folder with a function `measure(show)` that returns its figures by name,
or None (after saying why) where its data is not at hand. `floors.toml` pins them: `[NAME.at_least]` and
`[NAME.at_most]`. The exit code is 1 when a figure is worse than its pin, or a pinned figure is missing.
"""

from __future__ import annotations

import importlib
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
Figures = Mapping[str, float]


def main(arguments: list[str]) -> int:
    show = "--show" in arguments
    wanted = [name for name in arguments if not name.startswith("-")]
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    worse = [line for name in wanted or sections() for line in run(name, floors.get(name, {}), show=show)]
    for line in worse:
        print(f"WORSE  {line}")
    return 1 if worse else 0


def sections() -> list[str]:
    """The names of all sections."""
    return sorted(path.stem.removeprefix("quality_") for path in HERE.glob("quality_*.py"))


def run(name: str, pins: Mapping[str, Any], *, show: bool) -> list[str]:
    """Prints a section's figures; returns what is worse than pinned."""
    print(f"{name}:")
    figures = importlib.import_module(f"benchmarks.quality_{name}").measure(show=show)
    if figures is None:
        return []
    for figure, value in figures.items():
        print(f"  {figure:<32} {value:>9g}{limit(figure, pins)}")
    return [f"{name}: {line}" for line in failures(figures, pins)]


def limit(figure: str, pins: Mapping[str, Any]) -> str:
    words = {"at_least": "at least", "at_most": "at most"}
    return "".join(f"   ({words[kind]} {pins[kind][figure]:g})" for kind in words if figure in pins.get(kind, {}))


def failures(figures: Figures, pins: Mapping[str, Any]) -> Iterator[str]:
    for figure, floor in pins.get("at_least", {}).items():
        if figures.get(figure, float("-inf")) < floor:
            yield f"{figure} is {figures.get(figure)}, at least {floor} was pinned"
    for figure, ceiling in pins.get("at_most", {}).items():
        if figures.get(figure, float("inf")) > ceiling:
            yield f"{figure} is {figures.get(figure)}, at most {ceiling} was pinned"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
