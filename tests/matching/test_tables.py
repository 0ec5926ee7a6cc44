"""The word lists: where they come from, and what is not in them."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

from matching import tables
from matching.tables.common_words import COMMON_WORDS

MODULES = [module.name for module in pkgutil.iter_modules(tables.__path__)]
ROWS = ("qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "qazwsxedc")


@pytest.mark.parametrize("name", MODULES)
def test_each_table_names_its_source_and_licence(name):
    text = importlib.import_module(f"matching.tables.{name}").__doc__
    assert re.search("Sources?:|Own collection", text)
    assert re.search(r"Apache-2\.0|MIT|Unicode License v3|public domain", text)


def test_no_common_word_is_a_run_of_keys():
    rows = [*ROWS, *(row[::-1] for row in ROWS)]
    assert not [word for word in COMMON_WORDS if len(word) > 3 and any(word in row for row in rows)]
    without_vowels = {word for word in COMMON_WORDS if len(word) > 3 and not re.search("[aeiouy]", word)}
    assert without_vowels == {"http", "https", "hmmm", "shhh"}
