"""What a worker process may do: parse what it is given, and nothing else, as far as the system can hold it to that.

Everywhere: a small environment without secrets, no files written, no core dumps, a limit on memory. On Linux 5.13 and
newer, Landlock (https://docs.kernel.org/userspace-api/landlock.html) also denies every file but the program's own, the
start of programs and, from 6.7, TCP connections; from 6.12, signals to other processes. It needs no rights.
"""

from __future__ import annotations

import ctypes
import os
import resource
import struct
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

_KEPT = ("LANG", "LANGUAGE", "LD_LIBRARY_PATH", "PATH", "TZ", "VIRTUAL_ENV")
_KEPT_PREFIXES = ("LC_", "PYTHON")
_MEBIBYTE = 1024 * 1024

# System call numbers, which are the same on every architecture that Python runs on.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION_FLAG, _RULE_PATH_BENEATH = 1, 1
_PR_SET_NO_NEW_PRIVS = 38
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}  # the number of rights on files, from that version of Landlock on
NETWORK_FROM = 4
"""The version of Landlock from which on TCP connections can be denied."""
_SCOPES_FROM = 6
_BIND_AND_CONNECT, _SOCKETS_AND_SIGNALS = 0b11, 0b11

_SYSTEM_FILES = ("/etc/ld.so.cache", "/etc/localtime", "/etc/timezone", "/dev/null", "/dev/urandom")
_SYSTEM_FOLDERS = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/share/zoneinfo")


def worker_environment(inherited: Mapping[str, str]) -> dict[str, str]:
    """The variables of a worker: those that Python needs. No password, channel address or secret of a server."""
    kept = {name: value for name, value in inherited.items() if name in _KEPT or name.startswith(_KEPT_PREFIXES)}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OPENBLAS_NUM_THREADS": "1"}


def limit_memory(mebibytes: int) -> None:
    """Limits the address space of this process to that much above what it has now; on Linux only."""
    used = _address_space()
    if used is not None:
        limit = used + mebibytes * _MEBIBYTE
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def limit_files_and_processes() -> None:
    """No files written, no core dumps, no further processes or threads; the last does not bind root."""
    for limit in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC):
        resource.setrlimit(limit, (0, 0))


def _address_space() -> int | None:
    """The address space of this process in bytes; None on systems other than Linux."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else None


def landlock_version() -> int:
    """The version of Landlock that the kernel offers; 0 if it has none or it is switched off."""
    if sys.platform != "linux":
        return 0
    return max(0, _system_call(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION_FLAG))


def deny_all_but_program_files() -> bool:
    """Denies this process, for ever, all files but those of Python and its packages; False if the system cannot.

    Must be called before another thread starts, because it holds for the calling thread and those it starts.
    """
    version = landlock_version()
    if not version:
        return False
    handled = (1 << max(count for since, count in _FILE_RIGHTS.items() if version >= since)) - 1
    rules = struct.pack(
        "=QQQ",
        handled,
        _BIND_AND_CONNECT if version >= NETWORK_FROM else 0,
        _SOCKETS_AND_SIGNALS if version >= _SCOPES_FROM else 0,
    )
    size = 24 if version >= _SCOPES_FROM else 16 if version >= NETWORK_FROM else 8
    ruleset = _system_call(_CREATE_RULESET, rules[:size], ctypes.c_size_t(size), 0)
    if ruleset < 0:
        return False
    try:
        for path, rights in _readable():
            _allow(ruleset, path, rights)
        no_new_rights = _library().prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        return no_new_rights and _system_call(_RESTRICT_SELF, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _readable() -> Iterator[tuple[Path, int]]:
    """What may be read: Python's own folders, packages beside ours, and what the C library needs."""
    for name in _SYSTEM_FILES:
        yield Path(name), _READ_FILE
    installed = {Path(sys.prefix), Path(sys.base_prefix), *map(Path, _SYSTEM_FOLDERS)}
    for folder in installed:
        yield folder, _READ_FILE | _READ_DIR
    for folder in {Path(one) for one in sys.path if one}:
        if any(folder.is_relative_to(one) for one in installed):
            continue
        yield folder, _READ_FILE | _READ_DIR if folder.name in ("site-packages", "dist-packages") else _READ_DIR
        for package in folder.glob("*/__init__.py"):  # a clone also holds data and configuration, which stay closed
            yield package.parent, _READ_FILE | _READ_DIR


def _allow(ruleset: int, path: Path, rights: int) -> None:
    """Adds a rule; a path that does not exist needs none."""
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        _system_call(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, struct.pack("=Qi", rights, handle), 0)
    finally:
        os.close(handle)


def _system_call(number: int, *arguments: object) -> int:
    result: int = _library().syscall(ctypes.c_long(number), *arguments)
    return result


def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
