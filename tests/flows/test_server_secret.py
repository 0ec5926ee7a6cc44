"""The secret of Prefect's server: private from its first moment, kept, and made anew when it was not private."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from flows.server.server_secret import SecretError, kept_secret, new_secret


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "prefect.secret"


def test_a_secret_is_made_once_and_only_its_owner_can_read_it(path):
    before = os.umask(0)
    try:
        secret = kept_secret(path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert kept_secret(path) == secret == path.read_text().strip()
    assert len(secret) == len(new_secret())
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_processes_that_start_together_get_the_same_secret(path):
    with ThreadPoolExecutor(16) as threads:
        assert len(set(threads.map(kept_secret, [path] * 64))) == 1


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o606])
def test_a_secret_that_others_could_read_is_replaced(path, mode):
    secret = kept_secret(path)
    path.chmod(mode)
    fresh = kept_secret(path)
    assert fresh != secret
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", ["", "watchword:", "watchword:short", "someone:" + "x" * 43])
def test_a_secret_that_is_not_whole_is_replaced(path, content):
    path.parent.mkdir()
    path.touch(0o600)
    path.write_text(content)
    assert kept_secret(path) != content
    assert len(kept_secret(path)) == len(new_secret())


def test_a_link_is_not_followed(path, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text(new_secret())
    elsewhere.chmod(0o600)
    path.parent.mkdir()
    path.symlink_to(elsewhere)
    assert kept_secret(path) != elsewhere.read_text()
    assert not path.is_symlink()


def test_a_folder_that_cannot_be_used_is_an_error_with_its_name(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SecretError, match="cannot be read or written"):
        kept_secret(tmp_path / "file" / "prefect.secret")
