"""`watchword fetch` and `watchword feeds` against a server on loopback."""

from __future__ import annotations

import json

import pytest

from extractors.feeds.opml import name_for_id
from tests.local_site import NOT_FOUND, LocalSite, Reply

FEED = b"""<rss version="2.0"><channel><title>T</title><item><guid isPermaLink="false">1</guid><title>One</title>
<link>/one</link></item></channel></rss>"""


@pytest.fixture(scope="module")
def site():
    index = "<html><link rel=alternate type=application/rss+xml href=/feed.xml></html>"
    pages = {"/": Reply(index), "/index.html": Reply(index), "/feed.xml": Reply(FEED, kind="text/xml")}

    def answer(request):
        return Reply(status=304) if request.headers["If-Modified-Since"] else pages.get(request.path, NOT_FOUND)

    with LocalSite(answer) as site:
        yield site.base


@pytest.fixture
def watchword(tmp_path, in_process):
    environment = {
        "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
        "WATCHWORD_HOST_SPACING_S": "0",
        "WATCHWORD_CONFIG_DIR": str(tmp_path),
        "WATCHWORD_DATA_DIR": str(tmp_path / "data"),
    }
    return lambda *words, given="": in_process(*words, environment=environment, stdin=given)


def test_fetch_writes_a_line_for_each_address(watchword, site):
    done = watchword("fetch", "-", given=f"{site}/feed.xml\n\nhttp://10.0.0.1/\n{site}/none\n")
    lines = {line["url"]: line for line in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == 0
    good = lines[f"{site}/feed.xml"]
    assert (good["outcome"], good["status"], good["bytes"], good["error"]) == ("ok", 200, len(FEED), None)
    assert set(good) == {"url", "outcome", "status", "final_url", "bytes", "elapsed_s", "error"}
    assert lines["http://10.0.0.1/"]["error"]["kind"] == "refused_address"
    assert lines[f"{site}/none"]["error"]["kind"] == "http_status"
    assert set(lines[f"{site}/none"]["error"]) == {"kind", "message", "retryable"}


def test_fetch_sends_validators(watchword, site):
    done = watchword("fetch", f"{site}/feed.xml", "--last-modified", "Fri, 01 Jan 2100 00:00:00 GMT")
    assert json.loads(done.stdout)["outcome"] == "not_modified"


def test_fetch_without_an_address_is_bad_usage(watchword):
    assert watchword("fetch").returncode == 2


def test_a_feed_is_found_added_checked_and_exported(watchword, site, tmp_path):
    found = json.loads(watchword("feeds", "discover", f"{site}/", "--json").stdout)
    assert (found["feed"], found["state"], found["entries"]) == (f"{site}/feed.xml", "ok", 1)
    added = watchword("feeds", "add", found["feed"], "--id", "one", "--tag", "primary")
    assert added.returncode == 0, added.stderr
    assert json.loads(watchword("feeds", "check", "one", "--json").stdout)["state"] == "ok"
    assert watchword("feeds", "export", str(tmp_path / "list.opml")).returncode == 0
    again = watchword("feeds", "import", str(tmp_path / "list.opml"))
    assert "0 of 1 feeds added" in again.stderr
    assert f"passed over {site}/feed.xml: it is there already, as one" in again.stderr
    twice = watchword("feeds", "add", found["feed"])
    assert twice.returncode == 2
    assert "already, as one" in twice.stderr


def test_the_feed_of_a_site_is_added_under_the_title_that_it_gives_itself(watchword, site):
    added = watchword("feeds", "add", f"{site}/index.html")
    assert added.returncode == 0, added.stderr
    (listed,) = map(json.loads, watchword("feeds", "list", "--json").stdout.splitlines())
    assert (listed["feed"], listed["title"], listed["url"]) == ("t", "T", f"{site}/feed.xml")


def test_an_address_without_a_feed_is_not_added(watchword, site, tmp_path):
    refused = watchword("feeds", "add", f"{site}/nothing")
    assert refused.returncode == 2
    assert "Not added" in refused.stderr
    assert "404" in refused.stderr
    assert f"{site}/feed.xml" in refused.stdout  # what its site has
    assert not (tmp_path / "feeds.yaml").exists()


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://nosuch.invalid/", "nosuch.invalid"),
        ("http://10.0.0.1/", "10.0.0.1"),
        ("http://127.0.0.1:1/", "belongs to another service"),
        ("ftp://example.org/", "http"),
    ],
)
def test_discovery_says_what_kept_it_from_asking_the_site(watchword, address, reason):
    refused = watchword("feeds", "discover", address)
    assert refused.returncode == 1
    assert "No feed was found" not in refused.stderr
    assert reason in refused.stderr


FEEDS_YAML = """# mine
feeds:
  # ---- the wires
  - id: one  # seen
    url: http://one.example/feed

  - {id: two, url: "http://two.example/feed", tags: [sea]}
"""


def test_feeds_are_listed_renamed_paused_resumed_and_removed(watchword, tmp_path):
    path = tmp_path / "feeds.yaml"
    path.write_text(FEEDS_YAML)
    (two,) = map(json.loads, watchword("feeds", "list", "--tag", "sea", "--json").stdout.splitlines())
    assert (two["feed"], two["every"], two["paused"]) == ("two", "30m", None)
    assert watchword("feeds", "list", "--tag", "see").returncode == 2
    for words in (["rename", "one", 'The "First"'], ["pause", "one"], ["pause", "two"]):
        assert watchword("feeds", *words).returncode == 0
    assert [json.loads(line)["paused"] for line in watchword("feeds", "list", "--json").stdout.splitlines()] == [
        "paused"
    ] * 2
    assert 'title: "The \\"First\\""' in path.read_text()
    assert watchword("feeds", "resume", "two").returncode == 0
    assert FEEDS_YAML.splitlines()[-1] in path.read_text()
    assert watchword("feeds", "remove", "one").returncode == 0
    assert path.read_text() == FEEDS_YAML.replace("  - id: one  # seen\n    url: http://one.example/feed\n", "")


def test_a_file_that_is_a_link_stays_one(watchword, tmp_path):
    (tmp_path / "dotfiles").mkdir()
    mine = tmp_path / "dotfiles" / "feeds.yaml"
    mine.write_text(FEEDS_YAML)
    (tmp_path / "feeds.yaml").symlink_to(mine)
    assert watchword("feeds", "pause", "one").returncode == 0
    assert (tmp_path / "feeds.yaml").is_symlink()
    assert "paused: true" in mine.read_text()


@pytest.mark.parametrize("words", [["check"], ["remove"], ["pause"], ["resume"], ["rename"]])
def test_an_unknown_id_is_bad_usage_and_near_ones_are_named(watchword, tmp_path, words):
    (tmp_path / "feeds.yaml").write_text(FEEDS_YAML)
    done = watchword("feeds", *words, "tow", *(["x"] if words == ["rename"] else []))
    assert done.returncode == 2
    assert "did you mean two?" in done.stderr


def test_health_without_a_database_says_so(watchword):
    assert "watchword run" in watchword("feeds", "health").stderr


def test_a_title_without_latin_letters_gives_the_host_as_id():
    assert name_for_id("Портовый вестник", "https://vestnik.example/feed.xml") == "vestnik.example"
    assert name_for_id("The Post", "https://post.example/feed.xml") == "The Post"


def test_a_configuration_folder_that_is_not_there_is_bad_usage_with_a_remedy(watchword, tmp_path):
    for verb in ("list", "check"):
        done = watchword("feeds", verb, "--config", tmp_path / "gone")
        assert (done.returncode, "watchword init FOLDER" in done.stderr) == (2, True)
    (tmp_path / "new").mkdir()
    assert "No feeds yet" in watchword("feeds", "check", "--config", tmp_path / "new").stderr
