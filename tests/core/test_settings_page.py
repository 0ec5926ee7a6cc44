"""docs/settings.md lists every variable and every path of the data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.settings import DataPaths, Settings

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_variable_is_in_the_table(name):
    assert f"`WATCHWORD_{name.upper()}`" in PAGE


def test_every_path_is_in_the_table():
    paths = Settings().paths
    named = [name for name, value in vars(DataPaths).items() if isinstance(value, property)]
    for path in (paths.cache, *(getattr(paths, name) for name in named)):
        assert f"`{path.relative_to(paths.root).parts[0]}" in PAGE
