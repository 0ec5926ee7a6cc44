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
import logging, sys
from cli.progress import shown_progress
with shown_progress("looking", quiet="quiet" in sys.argv):
    logging.getLogger("watchword.poll").info("feeds: %d of %d asked", 1, 2)
    sys.stdin.readline()
"""


def on_a_terminal(*arguments, until: bytes) -> str:
    """All that the work writes to a terminal; it goes on until those bytes have come."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-c", WORK, *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=follower, stdout=follower) as process:
        os.close(follower)
        written = b""
        while until not in written and (chunk := _read(leader)):
            written += chunk
        process.stdin.close()
        while chunk := _read(leader):
            written += chunk
        assert process.wait(60) == 0
    os.close(leader)
    return written.decode()


def _read(file) -> bytes:
    try:
        return os.read(file, 65536)
    except OSError:  # the other end is closed
        return b""


def test_a_terminal_shows_what_is_being_done():
    assert "feeds: 1 of 2 asked" in on_a_terminal(until=b"feeds: 1 of 2 asked")
    assert on_a_terminal("quiet", until=b"") == ""


@pytest.mark.parametrize("arguments", [[], ["quiet"]])
def test_a_pipe_gets_nothing(arguments):
    done = subprocess.run(
        [sys.executable, "-c", WORK, *arguments], input="", capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("", "")


def test_messages_are_logged_again_behind_the_command(caplog):
    with shown_progress("reading"):
        logging.getLogger("watchword.health").warning("while it works")
    logging.getLogger("watchword.health").warning("afterwards")
    assert caplog.messages == ["afterwards"]
