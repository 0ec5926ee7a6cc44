"""Facts in a real run: what they lift and what they rule out, in the digest, in `explain` and in SQL."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.utils import format_datetime

import pytest

from tests.end_to_end.loopback import served

YEAR = datetime.now(UTC).year
WATCHLIST = f"""
version: 1
actors:
  - {{id: quill, name: Tobias Quillfeather, facts: {{born: {YEAR - 39}}}}}
  - {{id: smith, name: John Smith, facts: {{born: {YEAR - 39}, nationality: [ca]}}}}
"""
ALERTS = "subscriptions: [{id: desk, to: [desk@example.org], timezone: UTC}]\n"
FILLER = "The court heard on Tuesday that a company in the port district had paid wages to people it had never met. "
ARTICLES = {
    "gardener": "Tobias Quillfeather, 71, won the flower show for the third time with a rose of his own.",
    "courier": "Prosecutors charged John Smith, 39, a Canadian citizen, with moving money through eleven firms.",
}


def page(path: str) -> bytes:
    """The feed with its two items, or the page of one."""
    name = path.strip("/")
    if name in ARTICLES:
        title, text = f"News of the {name}", f"<p>{FILLER * 3}</p><p>{ARTICLES[name]}</p><p>{FILLER}</p>"
        return f"<html><head><title>{title}</title></head><article><h1>{title}</h1>{text}</article></html>".encode()
    items = "".join(
        f"<item><title>News of the {one}</title><link>/{one}</link><pubDate>{format_datetime(datetime.now(UTC))}"
        "</pubDate></item>"
        for one in ARTICLES
    )
    return f"<rss version='2.0'><channel><title>Feed</title>{items}</channel></rss>".encode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("facts")
    config = root / "config"
    config.mkdir()
    (config / "watchlist.yaml").write_text(WATCHLIST)
    (config / "alerts.yaml").write_text(ALERTS)
    with served(page) as site:
        (config / "feeds.yaml").write_text(
            f"feeds:\n  - {{id: feed, url: '{site}/feed', every: 0s, first_poll: alert}}\n"
        )
        yield root


def test_what_facts_decide_is_in_digest_explain_and_sql(watchword, in_process, folder, prefect_server):
    environment = prefect_server | {
        "WATCHWORD_CONFIG_DIR": str(folder / "config"),
        "WATCHWORD_DATA_DIR": str(folder / "data"),
        "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
        "WATCHWORD_HOST_SPACING_S": "0",
    }
    done = watchword("run", environment=environment)
    assert done.returncode == 0, done.stderr
    columns = "SELECT target_id, hit_id, band, deciding_reason FROM hits_all ORDER BY 1"
    rows = in_process("query", columns, "--format", "json", environment=environment)
    found = {row["target_id"]: row for row in map(json.loads, rows.stdout.splitlines())}
    assert {key: row["band"] for key, row in found.items()} == {"quill": "suppressed", "smith": "alert"}
    assert found["quill"]["deciding_reason"] == "fact_contradicts"
    facts = in_process(
        "query", "SELECT fact, agrees, said, listed FROM hit_facts", "--format", "json", environment=environment
    )
    said = {(row["fact"], row["agrees"], row["said"]) for row in map(json.loads, facts.stdout.splitlines())}
    assert said >= {("age", False, "aged 71"), ("age", True, "aged 39")}
    explained = in_process("explain", found["quill"]["hit_id"], environment=environment)
    assert explained.returncode == 0, explained.stderr
    assert f"aged 71 in the article; listed as born {YEAR - 39}" in " ".join(explained.stdout.split())
    assert "suppressed" in explained.stdout
    sent = in_process("digest", "send", "--now", environment=environment)
    assert sent.returncode == 0, sent.stderr
    [path] = (folder / "data" / "outbox").glob("*.eml")
    mail = message_from_bytes(path.read_bytes(), policy=policy.default).get_body(("plain",)).get_content()
    plain = " ".join(mail.split())
    assert "John Smith" in plain
    assert f"aged 39 in the article; listed as born {YEAR - 39}" in plain
    assert f"fact_contradicts, age: aged 71 in the article; listed as born {YEAR - 39}" in plain
