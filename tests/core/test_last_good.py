"""After a bad edit the last valid version stays in use."""

import pytest

from core.errors import ConfigError
from core.last_good import read_or_last_good


def parse(documents):
    return [document.data for document in documents]


def read(files, tmp_path, **more):
    return read_or_last_good(lambda: files, tmp_path / "kept", parse, parse, **more)


def test_a_valid_file_is_used_and_kept(tmp_path):
    file = tmp_path / "feeds.yaml"
    file.write_text("a: 1\n")
    assert read([file], tmp_path) == ([{"a": 1}], None)


def test_a_bad_edit_is_reported_and_the_last_good_version_stays(tmp_path):
    file = tmp_path / "feeds.yaml"
    file.write_text("a: 1\n")
    read([file], tmp_path)
    file.write_text("a: [1\n")
    value, error = read([file], tmp_path)
    assert value == [{"a": 1}]
    assert error is not None
    assert error.problems[0].file == str(file)


def test_without_an_earlier_version_a_bad_file_is_an_error(tmp_path):
    with pytest.raises(ConfigError):
        read([tmp_path / "absent.yaml"], tmp_path)


def test_a_file_removed_from_the_folder_is_not_kept(tmp_path):
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("a: 1\n")
    two.write_text("b: 2\n")
    read([one, two], tmp_path)
    read([one], tmp_path)
    one.write_text("[")
    assert read([one], tmp_path)[0] == [{"a": 1}]


def test_a_check_keeps_nothing(tmp_path):
    file = tmp_path / "feeds.yaml"
    file.write_text("a: 1\n")
    read([file], tmp_path, keep=False)
    assert not (tmp_path / "kept").exists()
