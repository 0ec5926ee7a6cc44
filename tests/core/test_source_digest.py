from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FORMAT = "from matching.index.compiled import index_format; print(index_format())"


def format_of(root: Path) -> str:
    """The format of indexes that the code in a folder has, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", FORMAT], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def add_line(path: Path) -> None:
    path.write_text(f"{path.read_text(encoding='utf-8')}\n# changed\n", encoding="utf-8")


def test_indexes_of_other_source_code_have_another_format(tmp_path: Path) -> None:
    for package in ("core", "matching"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    seen = [format_of(tmp_path)]
    assert seen == [format_of(ROOT)]
    for changed in ("matching/names/parsing.py", "matching/tables/diminutives.py", "core/letters.py"):
        add_line(tmp_path / changed)
        seen.append(format_of(tmp_path))
    assert len(set(seen)) == 4
    add_line(tmp_path / "matching/scoring/scale.py")  # what a list is compiled to does not depend on it
    assert format_of(tmp_path) == seen[-1]
