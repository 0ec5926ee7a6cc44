"""The quality gate: prints every quality figure and fails when one is worse than its pinned limit.

    .venv/bin/python benchmarks/quality.py             # every section
    .venv/bin/python benchmarks/quality.py matching    # one of them
    .venv/bin/python benchmarks/quality.py --show      # with the cases that are wrong

A section is a module `quality_NAME.py` in this folder with a function `measure(show)` that returns its figures by name,
or None, after printing why, if its data is missing. `floors.toml` has the limits: `[NAME.at_least]` and
`[NAME.at_most]`. The exit code is 1 if a figure is worse than its limit or a figure with a limit is missing.
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
    limits = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    regressions = [line for name in wanted or sections() for line in run_section(name, limits.get(name, {}), show=show)]
    for line in regressions:
        print(f"WORSE  {line}")
    return 1 if regressions else 0


def sections() -> list[str]:
    """The names of all sections."""
    return sorted(path.stem.removeprefix("quality_") for path in HERE.glob("quality_*.py"))


def run_section(name: str, limits: Mapping[str, Any], *, show: bool) -> list[str]:
    """Prints a section's figures; returns a line for each that is worse than its limit."""
    print(f"{name}:")
    figures = importlib.import_module(f"benchmarks.quality_{name}").measure(show=show)
    if figures is None:
        return []
    for figure, value in figures.items():
        print(f"  {figure:<32} {value:>9g}{limit_of(figure, limits)}")
    return [f"{name}: {line}" for line in regressions_of(figures, limits)]


def limit_of(figure: str, limits: Mapping[str, Any]) -> str:
    """The figure's limits in brackets, as printed behind it; empty without one."""
    words = {"at_least": "at least", "at_most": "at most"}
    return "".join(f"   ({words[kind]} {limits[kind][figure]:g})" for kind in words if figure in limits.get(kind, {}))


def regressions_of(figures: Figures, limits: Mapping[str, Any]) -> Iterator[str]:
    """A line for each figure that is worse than its limit, or missing."""
    for figure, floor in limits.get("at_least", {}).items():
        if figures.get(figure, float("-inf")) < floor:
            yield f"{figure} is {figures.get(figure)}, at least {floor} was pinned"
    for figure, ceiling in limits.get("at_most", {}).items():
        if figures.get(figure, float("inf")) > ceiling:
            yield f"{figure} is {figures.get(figure)}, at most {ceiling} was pinned"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
