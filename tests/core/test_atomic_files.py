"""Files that are replaced whole."""

from __future__ import annotations

import os
import resource
import stat
from contextlib import contextmanager

import pytest

from core.atomic_files import replace_file


@contextmanager
def files_of_at_most(size: int):
    """As on a full disk: what is written beyond so many bytes fails."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_file_keeps_its_permissions_and_a_new_one_is_private(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"before")
    old.chmod(0o640)
    for path in (old, new):
        replace_file(path, b"after")
        assert path.read_bytes() == b"after"
    assert [stat.S_IMODE(path.stat().st_mode) for path in (old, new)] == [0o640, 0o600]
    replace_file(new, b"shared", mode=0o644)
    assert stat.S_IMODE(new.stat().st_mode) == 0o644


@pytest.mark.parametrize(("folder", "file"), [(0o755, 0o644), (0o750, 0o640), (0o700, 0o600), (0o1777, 0o644)])
def test_those_who_may_look_into_a_folder_may_read_a_new_file_in_it(tmp_path, folder, file):
    tmp_path.chmod(folder)
    replace_file(tmp_path / "list.yaml", b"new")
    assert stat.S_IMODE((tmp_path / "list.yaml").stat().st_mode) == file


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files to others")
def test_a_file_that_root_edits_stays_its_owners(tmp_path):
    path = tmp_path / "list.yaml"
    path.write_bytes(b"before")
    path.chmod(0o640)
    os.chown(path, 12345, 12346)
    replace_file(path, b"after")
    found = path.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (12345, 12346, 0o640)


def test_a_link_is_replaced_and_what_it_leads_to_is_not(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"before")
    link.symlink_to(real)
    replace_file(link, b"after")
    assert (link.read_bytes(), real.read_bytes()) == (b"after", b"before")
    assert stat.S_IMODE(link.lstat().st_mode) == 0o600


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "list.yaml"
    path.write_bytes(b"before")
    with files_of_at_most(100), pytest.raises(OSError, match="too large"):
        replace_file(path, b"x" * 1000)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]
