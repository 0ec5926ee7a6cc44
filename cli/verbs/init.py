"""`watchword init`: a configuration and data folder of your own, outside the clone."""

from __future__ import annotations

import shutil
from pathlib import Path

from cli.app import BAD_USAGE, DONE, logs

CONFIG = Path(__file__).parents[2] / "config"


def init(folder: Path, /) -> int:
    """Make FOLDER/config, with the three files to edit, and FOLDER/data.

    Args:
        folder: Where to; it may exist, but must not contain a config folder.
    """
    config = folder / "config"
    if config.exists():
        logs.print(f"{config} exists already; nothing was changed.", markup=False)
        return BAD_USAGE
    shutil.copytree(CONFIG, config)
    (folder / "data").mkdir(exist_ok=True)
    logs.print(f"Edit the files in {config}, then run:", markup=False)
    logs.print(f"  watchword watchlist check --config {config} --data {folder / 'data'}", markup=False)
    logs.print(f"  watchword run --config {config} --data {folder / 'data'}", markup=False)
    return DONE
