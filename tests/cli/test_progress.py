"""Progress: one line that is redrawn on a terminal, nothing in a pipe."""

from __future__ import annotations

import logging
import os
import pty
import subprocess
import sys

import pytest

from cli.progress import shown_progress

WORK = """
import logging, sys, time
from cli.progress import shown_progress
with shown_progress("looking", quiet="quiet" in sys.argv):
    logging.getLogger("watchword.poll").info("feeds: %d of %d asked", 1, 2)
    time.sleep(0.3)
"""


def on_a_terminal(*arguments) -> str:
    leader, follower = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", WORK, *arguments], stderr=follower, stdout=follower) as process:
        os.close(follower)
        written = b""
        while chunk := _read(leader):
            written += chunk
        assert process.wait(30) == 0
    os.close(leader)
    return written.decode()


def _read(file) -> bytes:
    try:
        return os.read(file, 65536)
    except OSError:  # the other end is closed
        return b""


def test_a_terminal_shows_what_is_being_done():
    assert "feeds: 1 of 2 asked" in on_a_terminal()
    assert on_a_terminal("quiet") == ""


@pytest.mark.parametrize("arguments", [[], ["quiet"]])
def test_a_pipe_gets_nothing(arguments):
    done = subprocess.run([sys.executable, "-c", WORK, *arguments], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_messages_are_logged_again_behind_the_command(caplog):
    with shown_progress("reading"):
        logging.getLogger("watchword.health").warning("while it works")
    logging.getLogger("watchword.health").warning("afterwards")
    assert caplog.messages == ["afterwards"]
