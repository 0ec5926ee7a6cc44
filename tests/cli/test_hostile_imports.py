"""Lists and OPML files of strangers: entities, depth, floods, and text that looks like YAML."""

from __future__ import annotations

import time

import pytest

from core.config import parse_document, read_document
from core.errors import ConfigError
from extractors.feeds.config import parse_feeds, with_feeds
from extractors.feeds.opml import read_opml
from matching.watchlist.importers import import_list
from matching.watchlist.loading import parse_watchlist

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
YAML = 'Wire"\n  - {id: evil, url: "http://evil.example/"}\n#'


def dtd(root, secret):
    return f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY l0 "ha">{LAUGHS}]>'


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "secret"
    path.write_text("hunter2")
    return path


@pytest.fixture(autouse=True)
def _in_time():
    begun = time.process_time()
    yield
    assert time.process_time() - begun < 15


def test_entities_of_an_opml_file_are_not_resolved(secret):
    outline = '<outline title="&l11;&x;" text="&x;" xmlUrl="https://a.example/&x;"/>'
    feeds, _ = read_opml(f"{dtd('opml', secret)}<opml><body>{outline}</body></opml>".encode(), "list.opml")
    assert "hunter2" not in str(feeds)
    assert len(str(feeds)) < 1_000


def test_twenty_thousand_outlines_of_one_title_have_ids_of_their_own():
    outlines = "".join(f"<outline title='News' xmlUrl='https://a.example/{number}'/>" for number in range(20_000))
    feeds, _ = read_opml(f"<opml><body>{outlines}</body></opml>".encode(), "list.opml", {"news", "news-3"})
    assert len({one.feed_id for one in feeds}) == 20_000
    assert feeds[0].feed_id == "news-2"


def test_outlines_that_are_nested_too_deeply_are_named():
    depth = 100_000
    inner = "<outline xmlUrl='https://a.example/f'/>"
    body = f"<opml><body>{'<outline>' * depth}{inner}{'</outline>' * depth}</body></opml>"
    feeds, passed_over = read_opml(body.encode(), "list.opml")
    assert feeds == ()
    assert any("nested deeper" in why for _, why in passed_over)


def test_titles_and_addresses_of_an_opml_file_are_no_yaml():
    text = YAML.replace('"', "&quot;").replace("\n", "&#10;")
    outline = f'<outline title="{text}" category="{text},b" xmlUrl="https://a.example/{text}"/>'
    feeds, _ = read_opml(f"<opml><body>{outline}</body></opml>".encode(), "list.opml")
    text = with_feeds(parse_document("feeds: []\n", "feeds.yaml"), feeds)
    assert [one.url for one in parse_feeds(parse_document(text, "feeds.yaml"))] == [one.url for one in feeds]
    assert "\n  - {id: evil" not in text


@pytest.mark.parametrize("root", ["CONSOLIDATED_LIST", "export", "Designations", "sdnList", "Sanctions"])
def test_a_published_list_that_declares_entities_is_refused(root, secret):
    with pytest.raises(ConfigError) as raised:
        import_list(f"{dtd(root, secret)}<{root}><INDIVIDUAL><FIRST_NAME>&l11;&x;</FIRST_NAME>", "list.xml")
    assert "hunter2" not in str(raised.value)


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "a", "schema": "Person", "properties": {"name": ' + "[" * 200_000 + "]" * 200_000 + "}}",
        '{"id": {"a": 1}, "schema": "Person", "properties": {"name": "Ann Example"}}',
        '{"id": "a", "schema": "Person", "properties": ["name"]}',
        '{"id": "a", "schema": "Person", "properties": {}, "datasets": 5}',
    ],
)
def test_a_line_that_is_no_entity_is_named(line):
    good = '{"id": "b", "schema": "Person", "properties": {"name": ["Ben Example"]}}'
    with pytest.raises(ConfigError, match=r"list\.json:2"):
        import_list(f"{good}\n{line}\n", "list.json")


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_names_of_a_list_are_names_whatever_they_look_like(tmp_path, in_process, suffix):
    names = [YAML, "=cmd|' /C calc'!A0", "{{ 7 * 191 }} Example", "!!python/object/apply:os.system [id]", "*a Example"]
    source, output = tmp_path / f"list.{suffix}", tmp_path / "watchlist" / "list.jsonl"
    output.parent.mkdir()
    if suffix == "csv":
        source.write_text("name\n" + "".join('"' + one.replace('"', '""') + '"\n' for one in names))
    else:
        import json

        entities = ({"id": str(n), "schema": "Person", "properties": {"name": [one]}} for n, one in enumerate(names))
        source.write_text("".join(json.dumps(one) + "\n" for one in entities))
    done = in_process("watchlist", "import", source, "--output", output)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr
    watchlist = parse_watchlist([read_document(output)])
    assert len(watchlist.targets) == len(names)
    assert {one.name for one in watchlist.targets} == {" ".join(one.split()) for one in names}
