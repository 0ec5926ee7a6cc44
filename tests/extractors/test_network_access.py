"""Only `extractors/fetching/transport.py` opens connections to others; no URL is passed to a library that would."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("alerts", "cli", "core", "desk", "extractors", "flows", "matching", "storage")

# Modules that can open a connection, and who may import each. Prefect's own client (in flows) and SMTP (in alerts) are
# not covered.
ALLOWED_IMPORTERS = {
    "httpcore": {"extractors/fetching/transport.py"},
    "httpx": {
        "extractors/fetching/transport.py",
        "extractors/fetching/client.py",
        "extractors/fetching/redirects.py",
        "extractors/fetching/url_validation.py",
        "extractors/fetching/policy.py",
    },
    "socket": {
        "extractors/fetching/transport.py",
        "alerts/delivering/mail_session.py",  # reads from the socket that smtplib opened
        "desk/server.py",  # it listens
        "extractors/workers/worker.py",  # pairs of sockets without a name, to its workers
        "extractors/workers/frames.py",
        "extractors/workers/process.py",
        "flows/server/service_manager.py",  # the socket of systemd
        "flows/server/guarded_server.py",  # the same
        "flows/server/prefect_server.py",  # the same, and to ask whether the server that it started listens
    },
    "ssl": {
        "extractors/fetching/transport.py",
        "extractors/fetching/policy.py",
        "alerts/delivering/smtp.py",
        "alerts/delivering/mail_session.py",
    },
    "smtplib": {"alerts/delivering/smtp.py", "alerts/delivering/mail_session.py"},
    "urllib.request": set(),
    "http.client": set(),
    "ftplib": set(),
    "requests": set(),
    "urllib3": set(),
    "aiohttp": set(),
    "anyio": set(),
    "websockets": set(),
    "courlan": set(),
}
CONNECTING = {
    "extractors/fetching/transport.py",
    "flows/server/prefect_server.py",  # to the server that it started, on loopback; no URL
}
# Functions that fetch the URL they are given.
FETCHING_CALLS = {
    *("fetch_url", "fetch_response", "urlopen", "urlretrieve", "redirection_test"),
    *("find_feed_urls", "sitemap_search", "focused_crawler"),
    *("open_connection", "create_connection", "sock_connect", "AsyncClient"),
}


def modules():
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "attr", getattr(node.func, "id", ""))


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_transport_opens_connections(path):
    name, tree = str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))
    for module in imported(tree):
        library = next((one for one in ALLOWED_IMPORTERS if module == one or module.startswith(one + ".")), None)
        assert library is None or name in ALLOWED_IMPORTERS[library], f"{name} imports {module}"
    if name not in CONNECTING:
        assert not FETCHING_CALLS & set(called(tree)), f"{name} passes a URL to a library"


def test_feedparser_gets_bytes_only():
    users = [path for path in modules() if "feedparser" in set(imported(ast.parse(path.read_text("utf-8"))))]
    assert [path.name for path in users] == ["rss_atom.py"]
    calls = [
        node
        for node in ast.walk(ast.parse(users[0].read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "parse"
    ]
    assert [ast.unparse(call.args[0].func) for call in calls] == ["io.BytesIO"]
