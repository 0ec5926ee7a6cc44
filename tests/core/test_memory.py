"""What is imported is not looked at for garbage, and freed memory goes back to the system."""

import ctypes
import gc
import subprocess
import sys
from pathlib import Path

import pytest

from core.memory import give_back_freed, importing


def test_nothing_is_collected_while_modules_are_imported():
    before = gc.get_freeze_count()
    with importing():
        assert not gc.isenabled()
        kept = [[] for _ in range(1_000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(kept)
    gc.unfreeze()


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="not the C library of GNU")
def test_freed_memory_is_given_back():
    def resident() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

    held = [b"x" * 100_000 for _ in range(1_000)]
    kept = held[::20]  # so that the heap does not shrink by itself, wherever it had room for them
    del held
    before = resident()
    give_back_freed()
    assert resident() < before - 50_000_000
    assert kept


def test_a_process_that_imported_so_ends_without_a_word():
    code = """
from core.memory import importing
with importing():
    import duckdb
connection = duckdb.connect()
connection.execute("SELECT 1").fetchall()
held = [connection, duckdb.sqltypes.VARCHAR]
held.append(held)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallopt"), reason="not the C library of GNU")
def test_threads_take_memory_from_few_arenas():
    code = """
import ctypes, threading
from core.memory import share_arenas

share_arenas()
started = threading.Barrier(21)

def work():
    kept = [bytes(10_000) for _ in range(20)]
    started.wait()

for _ in range(20):
    threading.Thread(target=work, daemon=True).start()
started.wait()
ctypes.CDLL(None).malloc_stats()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.count("Arena ") == 2


def test_the_next_cycle_of_a_process_collects_what_the_last_left():
    code = """
import gc, weakref
from core.memory import collect_rarely

class Node:
    pass

collect_rarely()
one = Node()
one.itself = one
seen = weakref.ref(one)
gc.collect()  # it is an old object now
del one
gc.collect(1)
print(seen() is None)
collect_rarely()
print(seen() is None)
"""
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "False\nTrue\n"
