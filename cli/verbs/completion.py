"""`watchword completion`: the shell completes verbs, options and their values."""

from __future__ import annotations

import sys
from typing import Literal

from cyclopts import App
from cyclopts.completion import ShellDetectionError

from cli.app import BAD_USAGE, DONE, app, logs

verbs = App(name="completion", help="Let the shell complete verbs and options.")

Shell = Literal["bash", "zsh", "fish"]


@verbs.command
def install(shell: Shell | None = None) -> int:
    """Write the completion script to its usual place, and a line into the shell's start-up file that reads it.

    Args:
        shell: Which shell (default: the one that this runs in).
    """
    try:
        path = app.install_completion(shell=shell)
    except ShellDetectionError:
        logs.print("Which shell? Give bash, zsh or fish.", style="red")
        return BAD_USAGE
    logs.print(f"Written to {path}; a new shell has it. It works for `watchword`, also with a path before it.")
    return DONE


@verbs.command
def show(shell: Shell) -> int:
    """Print the completion script, to put it where you want.

    Args:
        shell: bash, zsh or fish.
    """
    sys.stdout.write(app.generate_completion(shell=shell))
    return DONE
