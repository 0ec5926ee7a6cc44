"""Escapes, markup and addresses of a hostile outlet, in every place where a person meets them."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.local_site import LocalSite, Reply

WATCHLIST = "version: 1\nactors:\n  - {id: kim-kwang-jin, name: Kim Kwang-jin, severity: high}\n"
ALERTS = "subscriptions: [{id: desk, to: [desk@example.org], timezone: UTC}]\n"
STEERING = "\x1b]0;owned\x07\x1b[31m\x9b2J\u202egnp.exe\u2066"
MARKUP = "<script>alert(1)</script><img src=https://evil.example/p.png>[here](https://evil.example/click)![x](y)"
TITLE = f"Kim Kwang Jin {STEERING}{MARKUP}"
PARAGRAPH = "The court heard on Tuesday that a company in the port district had paid wages to people it had never met. "


def escaped(text):
    return "".join(f"&#{ord(one)};" if ord(one) > 31 else f"&#x{ord(one):x};" for one in text)


def answer(request):
    """A feed with such an item, a page with such a headline, and errors that quote us."""
    base = request.base
    if request.path == "/feed":
        item = f"<title>{escaped(TITLE)}</title><link>{base}/a\x7f%1b[31m?x=[b](https://evil.example)</link>"
        return Reply(f"<rss version='2.0'><channel><title>{escaped(TITLE)}</title><item>{item}</item></channel></rss>")
    if request.path == "/sitemap":
        places = "".join(f"<sitemap><loc>{base}/{escaped(MARKUP)}{number}%1b</loc></sitemap>" for number in range(3))
        return Reply(f"<sitemapindex>{places}</sitemapindex>")
    if request.path == "/broken":
        return Reply(raw=f"HTTP/1.1 500 {MARKUP}\x9b31m\r\nContent-Length: 0\r\n\r\n".encode("latin-1"))
    if request.path == "/redirect":
        return Reply(status=302, headers={"Location": f"http://{MARKUP.replace(' ', '')}/\x9b31m"})
    if request.path.startswith("/a"):
        text = f"<p>{PARAGRAPH * 3}</p><p>Kim Kwang Jin {escaped(STEERING)} was charged. {PARAGRAPH}</p>"
        return Reply(f"<html><head><title>{escaped(TITLE)}</title></head><article><h1>{escaped(TITLE)}</h1>{text}")
    return Reply(status=404)


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """A folder with the configuration; the outlet runs as long as the test."""
    site = LocalSite(answer)
    root = tmp_path_factory.mktemp("hostile")
    config = root / "config"
    config.mkdir()
    feeds = "".join(
        f"  - {{id: {name}, url: '{site.base}/{name}', every: 0s, first_poll: alert}}\n"
        for name in ("feed", "sitemap", "broken", "redirect")
    )
    (config / "feeds.yaml").write_text(f"feeds:\n{feeds}")
    (config / "watchlist.yaml").write_text(WATCHLIST)
    (config / "alerts.yaml").write_text(ALERTS)
    yield root
    site.close()


def assert_harmless(said: str, where: str) -> None:
    steering = sorted({hex(ord(one)) for one in said if not one.isprintable() and one not in "\n\t\r\u200c\u200d"})
    assert not steering, f"{where}: {steering}"


def test_no_escape_and_no_markup_gets_through(watchword, in_process, watched, prefect_server):
    environment = prefect_server | {
        "WATCHWORD_CONFIG_DIR": str(watched / "config"),
        "WATCHWORD_DATA_DIR": str(watched / "data"),
        "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
        "WATCHWORD_HOST_SPACING_S": "0",
        "PREFECT_LOGGING_LEVEL": "INFO",
    }
    begun = datetime.now(UTC)
    done = watchword("run", environment=environment)
    assert done.returncode == 0, done.stderr
    assert "1 to alert" in done.stderr
    assert "not read" in done.stderr
    assert_harmless(done.stdout + done.stderr, "run")
    for verb in (
        ("hits",),
        ("hits", "--json"),
        ("articles",),
        ("feeds", "check"),
        ("feeds", "health"),
        ("doctor",),
        ("report",),
        ("outbox",),
        ("query", "FROM hits", "--format", "json"),
        ("explain", "kim-kwang-jin"),
        ("fetch", f"http://127.0.0.1/{STEERING}"),
    ):
        said = in_process(*verb, environment=environment)
        assert "Traceback" not in said.stderr, verb
        assert_harmless(said.stdout + said.stderr, " ".join(verb))
    (hit,) = (json.loads(line) for line in in_process("hits", "--json", environment=environment).stdout.splitlines())
    page, article, export = watched / "page.html", watched / "articles.jsonl", watched / "hits.csv"
    page.write_text(f"<title>{escaped(TITLE)}</title><article><h1>{escaped(TITLE)}</h1><p>{PARAGRAPH * 3}</p>")
    given = {"article_id": STEERING, "title": TITLE, "text": f"Kim Kwang Jin {STEERING}", "lang": STEERING}
    article.write_text(json.dumps(given))
    watchlist = watched / "config" / "watchlist.yaml"
    for verb in (
        ("explain", hit["hit_id"]),
        ("story", hit["story_id"]),
        ("evidence", hit["hit_id"], "--out", watched / "evidence.html"),
        ("extract", page),
        ("match", "--watchlist", watchlist, article),
        ("stories", article),
        ("articles", "--unread"),
        ("feeds", "list"),
        ("config", "show"),
        ("watchlist", "test", TITLE),
        ("watchlist", "check"),
        ("watchlist", "backtest"),
        ("watchlist", "suggest"),
        ("suppressions",),
        ("readers",),
        ("review",),
        ("review", hit["hit_id"], "dismiss", "--note", TITLE),
        ("hits", "--verdict", "dismissed"),
        ("export", export),
        ("digest", "preview"),
        ("query", f"SELECT '{STEERING}' AS \"{STEERING}\""),
        ("query", f"SELECT {STEERING}"),
        ("hits", "--target", STEERING),
        ("feeds", "add", f"http://127.0.0.1:9/{STEERING}"),
        ("watchlist", "show", STEERING),
        (STEERING,),
    ):
        said = in_process(*verb, environment=environment)
        assert "Traceback" not in said.stderr, (verb, said.stderr)
        assert_harmless(said.stdout + said.stderr, " ".join(map(str, verb)))
    assert_harmless(export.read_text(), "export")
    sent = in_process("digest", "send", "--now", environment=environment)
    assert_harmless(sent.stdout + sent.stderr, "digest send")
    mails = list((watched / "data" / "outbox").glob("*.eml"))
    assert mails
    for path in mails:
        mail = message_from_bytes(path.read_bytes(), policy=policy.default)
        assert_harmless(str(mail["Subject"]), "subject")
        assert_harmless(mail.get_body(("plain",)).get_content(), "mail text")
        html = mail.get_body(("html",)).get_content()
        assert_harmless(html, "mail")
        for markup in ("<script", "<img", 'href="https://evil.example', 'src="https://evil.example'):
            assert markup not in html
    home = Path(prefect_server["PREFECT_HOME"])
    with sqlite3.connect(home / "prefect.db") as database:
        since = (f"{begun:%Y-%m-%d %H:%M:%S}",)  # other tests use the same server
        logged = "\n".join(
            str(row[0]) for row in database.execute("SELECT message FROM log WHERE timestamp >= ?", since)
        )
        artifacts = [str(row[0]) for row in database.execute("SELECT data FROM artifact WHERE created >= ?", since)]
    assert_harmless(logged, "Prefect's log")
    assert any("redirect" in one for one in artifacts), "the failing feeds are in it"
    for one in artifacts:
        for part in one.split("`")[::2]:
            assert "evil.example" not in part, "outside of code spans"
            assert "<" not in part
