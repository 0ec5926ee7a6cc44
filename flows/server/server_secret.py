"""The secret of Prefect's server, in a file that only its owner can read.

Whoever has it can run commands as the watch: Prefect's interface exists to run code.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import WatchwordError

_USER = "watchword"  # Prefect's auth string has the form of basic authentication, user:password
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class SecretError(WatchwordError):
    """The secret can be neither read nor kept private."""


def new_secret() -> str:
    """A fresh secret in the form of Prefect's auth string, 256 random bits."""
    return f"{_USER}:{secrets.token_urlsafe(32)}"


def kept_secret(path: Path) -> str:
    """The secret in the file; made if there is none, and anew if it was not private or not whole.

    Of several processes that find no file, the first makes it and the others get its secret. Raises SecretError if the
    file cannot be written, or if its file system does not keep files private.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _alone_in(path.parent):
            secret = _private(path)
            if secret is None:
                path.unlink(missing_ok=True)
                _create(path)
                secret = _private(path)
    except OSError as error:
        raise SecretError(f"{path} cannot be read or written: {error.strerror or error}") from error
    if secret is None:
        raise SecretError(f"{path} can be read by others, whatever mode is set; put the data folder on another disk")
    return secret


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Holds a lock on the folder, so that nobody removes a secret that another process has just made."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _private(path: Path) -> str | None:
    """The file's secret; None if there is none, or it belongs to another user, is open to one, or is not whole."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return None
    with os.fdopen(handle, encoding="ascii", errors="replace") as file:
        status = os.fstat(file.fileno())
        secret = file.read().strip()
    private = status.st_uid == os.geteuid() and not status.st_mode & _OTHERS
    return secret if private and secret.startswith(f"{_USER}:") and len(secret) > len(new_secret()) - 1 else None


def _create(path: Path) -> None:
    """A new secret in a new file, whole and private from its first moment."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{new_secret()}\n")
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
