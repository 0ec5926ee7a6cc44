"""A command ends as any Python program does, only sooner."""

import subprocess
import sys
from pathlib import Path

import pytest

ENDING = """
import atexit, sys, threading, time
from cli.process_end import end_process

def work():
    time.sleep(0.2)
    print("a thread ends")

atexit.register(print, "the handler that was registered first")
atexit.register(print, "the handler that was registered last")
print("printed")
threading.Thread(target=work).start()
end_process(3)
"""


def test_threads_and_handlers_end_and_all_that_was_printed_is_written():
    done = subprocess.run([sys.executable, "-c", ENDING], capture_output=True, text=True, check=False)
    last, first = "the handler that was registered last", "the handler that was registered first"
    assert done.stdout.splitlines() == ["printed", "a thread ends", last, first]
    assert (done.returncode, done.stderr) == (3, "")


def test_objects_are_not_taken_apart():
    code = """
from cli.process_end import end_process

class Loud:
    def __del__(self):
        print("taken apart")

kept = Loud()
end_process(0)
"""
    assert subprocess.check_output([sys.executable, "-c", code]) == b""


def test_output_that_cannot_be_written_is_an_error_as_always():
    with Path("/dev/full").open("w") as full:
        command = [Path(sys.executable).with_name("watchword"), "--version"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode != 0
    assert "No space left" in done.stderr


@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["no-such-verb"], 2)])
def test_a_command_ends_with_its_code(watchword, arguments, code):
    assert watchword(*arguments).returncode == code
