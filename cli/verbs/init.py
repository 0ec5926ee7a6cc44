"""`watchword init`: a configuration and data folder of your own, outside the clone."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

from cli.app import BAD_USAGE, DONE, logs

CONFIG = Path(__file__).parents[2] / "config"
_SCHEMA = "# yaml-language-server: $schema=./{}.schema.json\n"  # by which editors check and complete
_EMPTY = {
    "feeds.yaml": f"{_SCHEMA.format('feeds')}feeds: []\n",
    "watchlist.yaml": f"{_SCHEMA.format('watchlist')}version: 1\nactors: []\n",
}


def init(folder: Path, /, *, empty: bool = False) -> int:
    """Make FOLDER/config, with the three files to edit, and FOLDER/data.

    Args:
        folder: Where to; it may exist, but must not contain a config folder.
        empty: Without the feeds and names that Watchword brings.
    """
    config = folder / "config"
    if config.exists():
        logs.print(f"{config} exists already; nothing was changed.", markup=False)
        return BAD_USAGE
    shutil.copytree(CONFIG, config, copy_function=shutil.copyfile)
    config.chmod(0o700)  # the files are for this account alone too, as the umask says: they name who is watched
    for name, text in _EMPTY.items() if empty else ():
        (config / name).write_text(text, encoding="utf-8")
    (folder / "data").mkdir(exist_ok=True)
    for line in _next_steps(folder, empty=empty):
        logs.print(line, markup=False)
    return DONE


def _next_steps(folder: Path, *, empty: bool) -> list[str]:
    """Commands that work as printed: in the folder no options are needed, and the program's path is given whole."""
    command = shlex.quote(str(Path(sys.argv[0]).absolute()))
    brought = [] if empty else ["config holds the feeds and names that Watchword brings: replace them by yours."]
    fill = [f"  {command} feeds add URL", f'  {command} watchlist add "Jane Roe"'] if empty else []
    return [
        *brought,
        "Next, in this folder (no options are needed there):",
        f"  cd {shlex.quote(str(folder.absolute()))}",
        *fill,
        f"  {command} watchlist check",
        f"  {command} run",
    ]
