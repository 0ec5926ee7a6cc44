"""A small file system in memory, for tests of full disks. Only root can mount one."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MB = 1024 * 1024
_NAMED = "watchword-test-"  # and the process that mounted it


@contextmanager
def mounted_at(folder: Path, size: str) -> Iterator[bool]:
    """Has a file system of this size (`12m`) at the folder, which is made, meanwhile; False if it cannot be had."""
    _unmount_those_of_killed_tests()
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", f"{_NAMED}{os.getpid()}", folder]
    is_mounted = not subprocess.run(mount, capture_output=True, check=False).returncode
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", "--lazy", folder], check=True)


def fill(folder: Path, leaving: int) -> None:
    """Fills the file system so that so many bytes are free, with the file `filler`."""
    handle = os.open(folder / "filler", os.O_WRONLY | os.O_CREAT)
    os.posix_fallocate(handle, 0, shutil.disk_usage(folder).free - leaving)
    os.close(handle)


def _unmount_those_of_killed_tests() -> None:
    for line in Path("/proc/mounts").read_text("utf-8").splitlines() if Path("/proc/mounts").exists() else ():
        name, folder, *_ = line.split(" ")
        process = name.removeprefix(_NAMED)
        if process != name and not Path("/proc", process).exists():
            subprocess.run(["umount", "--lazy", folder], capture_output=True, check=False)
