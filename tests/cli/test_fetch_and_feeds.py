"""`watchword fetch` and `watchword feeds` against a server on loopback."""

from __future__ import annotations

import functools
import http.server
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

FEED = b"""<rss version="2.0"><channel><title>T</title><item><guid isPermaLink="false">1</guid><title>One</title>
<link>/one</link></item></channel></rss>"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("site")
    (root / "feed.xml").write_bytes(FEED)
    (root / "index.html").write_text("<html><link rel=alternate type=application/rss+xml href=/feed.xml></html>")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=root)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def watchword(tmp_path):
    def call(*words, given=""):
        environment = os.environ | {
            "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
            "WATCHWORD_CONFIG_DIR": str(tmp_path),
            "WATCHWORD_DATA_DIR": str(tmp_path / "data"),
        }
        command = [str(Path(sys.executable).parent / "watchword"), *words]
        return subprocess.run(
            command, input=given, capture_output=True, text=True, env=environment, timeout=60, check=False
        )

    return call


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


def test_a_page_is_not_added(watchword, site, tmp_path):
    refused = watchword("feeds", "add", f"{site}/index.html")
    assert refused.returncode == 1
    assert "Not added" in refused.stderr
    assert not (tmp_path / "feeds.yaml").exists()


def test_an_unknown_id_is_bad_usage(watchword):
    assert watchword("feeds", "check", "nobody").returncode == 2


def test_health_without_a_database_says_so(watchword):
    assert "watchword run" in watchword("feeds", "health").stderr
