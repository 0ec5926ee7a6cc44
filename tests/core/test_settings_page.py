"""docs/settings.md lists every variable and every path of the data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_variable_is_in_the_table(name):
    assert f"`WATCHWORD_{name.upper()}`" in PAGE


def test_every_folder_is_in_the_table():
    paths = Settings().paths
    for path in (paths.live, paths.snapshot, paths.outbox, paths.public, paths.last_good, paths.prefect_home):
        assert f"`{path.relative_to(paths.root).parts[0]}" in PAGE
