"""The desk in a real browser: every page, keys, two tabs, a running cycle, no JavaScript, narrow, wide, light and dark.

Needs Chromium (`apt-get install chromium`) and Playwright's package (`pip install -r tests/desk/browser.txt`); for the
accessibility of the pages also axe-core (`npm install --prefix .venv/npm axe-core`).
"""

from __future__ import annotations

import re
import threading
from dataclasses import replace

import pytest

from benchmarks.browser import chromium
from core.records import ReviewVerdict
from samples import builders
from storage import queries
from storage.database.live_file import transaction
from tests.desk.browser import NO_BROWSER, NOT_INSTALLED, Reader
from tests.desk.conftest import ROOT, pairs
from tests.desk.test_articles import store_one as store

playwright = pytest.importorskip("playwright.sync_api", reason=NOT_INSTALLED)
pytestmark = pytest.mark.skipif(chromium() is None, reason=NO_BROWSER)

AXE = ROOT / ".venv/npm/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (375, 1440)


def addresses(desk) -> list[str]:
    def one(sql: str) -> str:
        return queries.ask(desk.settings.paths, sql).rows[0][0]

    article = one("SELECT article_id FROM hits WHERE zone = 'doubtful' ORDER BY ALL LIMIT 1")
    hit = one("SELECT hit_id FROM hits ORDER BY ALL LIMIT 1")
    story = one("SELECT story_id FROM hits WHERE story_id IS NOT NULL ORDER BY ALL LIMIT 1")
    return [
        *("/", "/?state=all&order=newest", f"/stories/{story}", f"/articles/{article}", f"/articles/{article}/changes"),
        *(
            f"/articles/{article}/weighed?now=yes&target=chang-nam-il",
            f"/hits/{hit}",
            "/targets",
            "/targets/kejia-wang",
            "/targets/kejia-wang/namesake",
        ),
        *("/search?q=ferry", "/try", "/unread", "/feeds", "/messages", "/runs", "/list-changes", "/suppressions"),
        *("/nowhere", "/?source=nothing"),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_fits_and_asks_nobody_else(browser, quiet_desk, width, scheme):
    reader = Reader(browser, quiet_desk, width=width, color_scheme=scheme)
    for path in addresses(quiet_desk):
        reader.open(path)
        wide = reader.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, path
        assert reader.page.locator("h1").count() == 1, path
        colour = reader.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert colour == ("rgb(242, 244, 247)" if scheme == "light" else "rgb(15, 20, 25)"), path
    assert [one for one in reader.problems if "404" not in one] == []
    reader.context.close()


def store_one(desk, article, hours: int = 1) -> None:
    store(desk, article, builders.mention(article.text, "Kejia Wang"), hours=hours)


@pytest.mark.parametrize("width", WIDTHS)
def test_long_words_and_other_directions_fit(browser, desk, width):
    store_one(
        desk, builders.article(f"Kejia Wang {'w' * 400} https://news.example/{'a/' * 150}", title="X" * 300, key="long")
    )
    arabic = replace(
        builders.article("قال كيجيا وانغ: Kejia Wang أنكر.", title="اتهام كيجيا وانغ", key="arabic"),
        author="A" * 200, language="ar", publisher="صحيفة الميناء",
    )  # fmt: skip
    store_one(desk, arabic, hours=2)
    reader = Reader(browser, desk, width=width)
    page = reader.page
    reader.open("/?order=newest")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for link in page.locator(".story h2 a").evaluate_all("all => all.slice(0, 2).map(one => one.href)"):
        page.goto(link)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    reader.open(f"/articles/{arabic.article_id}")
    assert page.evaluate("getComputedStyle(document.querySelector('.text p')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('.verdict')).direction") == "ltr"
    assert reader.problems == []
    reader.context.close()


@pytest.mark.skipif(not AXE.exists(), reason="SKIPPED, accessibility: npm install --prefix .venv/npm axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_accessible(browser, quiet_desk, width, scheme):
    reader, found = Reader(browser, quiet_desk, width=width, color_scheme=scheme), []
    for path in addresses(quiet_desk):
        reader.open(path)
        reader.page.evaluate(AXE.read_text("utf-8"))
        answer = reader.page.evaluate("rules => axe.run({runOnly: rules})", RULES)
        found += [
            f"{path}: {one['id']}: {node['html'][:150]} {node['failureSummary'][:200]}"
            for one in answer["violations"]
            for node in one["nodes"][:2]
        ]
    assert found == []
    reader.context.close()


def test_twenty_hits_by_keys(reader, desk):
    page = reader.page
    lines = page.locator(".pair")
    assert lines.count() >= 20
    page.keyboard.press("j")
    for number in range(20):
        page.keyboard.press("cds"[number % 3])
        playwright.expect(lines.nth(number)).to_have_class(re.compile("judged"))
    playwright.expect(page.locator("#notice")).to_contain_text("takes it back")
    playwright.expect(page.locator("#notice")).to_be_in_viewport()
    playwright.expect(lines.nth(18).locator("[aria-pressed=true]")).to_have_text("confirm")
    page.keyboard.press("u")
    playwright.expect(lines.nth(19)).not_to_have_class(re.compile("judged"))
    playwright.expect(page.locator("#notice")).to_contain_text("is open again")
    page.reload()
    with desk.reader() as client:
        assert lines.count() == len(pairs(client.get("/").text))
    with transaction(desk.settings.paths) as db:
        assert {row[0] for row in db.execute("SELECT verdict FROM reviews").fetchall()} == {
            *("confirmed", "dismissed", "suppressed", "open"),
        }


def test_keys_open_write_a_note_and_do_nothing_while_typing(reader, desk):
    page = reader.page
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.keyboard.type("can do scdj")
    page.keyboard.press("Escape")
    page.keyboard.press("d")
    playwright.expect(page.locator(".pair").first).to_have_class(re.compile("judged"))
    with transaction(desk.settings.paths) as db:
        assert db.execute("SELECT DISTINCT note FROM reviews").fetchall() == [("can do scdj",)]
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    playwright.expect(page.locator("mark").first).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("u")
    playwright.expect(page.locator(".side .pair").first.get_by_role("button", name="confirm")).to_be_visible()


def test_two_tabs_judge_at_once(reader, desk):
    first, second = reader.page, reader.tab()
    second.goto(desk.address)
    for page, key in ((first, "c"), (second, "d")):
        page.keyboard.press("j")
        page.keyboard.press(key)
    for page in (first, second):
        playwright.expect(page.locator(".pair").first).to_have_class(re.compile("judged"))
    with transaction(desk.settings.paths) as db:
        kept = {row[0] for row in db.execute("SELECT verdict FROM reviews").fetchall()}
    assert kept == {ReviewVerdict.CONFIRMED, ReviewVerdict.DISMISSED}


def test_a_verdict_during_a_transaction_of_a_cycle(reader, desk):
    page, held, free = reader.page, threading.Event(), threading.Event()

    def cycle() -> None:
        with transaction(desk.settings.paths):
            held.set()
            free.wait(30)

    thread = threading.Thread(target=cycle)
    thread.start()
    assert held.wait(30)
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_timeout(300)
    assert page.locator(".pair.judged").count() == 0
    reader.open("/targets")  # pages need no lock
    playwright.expect(page.locator("h1")).to_have_text("Entries")
    free.set()
    thread.join()


def test_the_page_says_that_a_verdict_was_not_stored(browser, desk):
    reader = Reader(browser, desk)
    reader.context.clear_cookies()
    reader.page.keyboard.press("j")
    reader.page.keyboard.press("c")
    playwright.expect(reader.page.locator("#notice")).to_contain_text("not stored")
    assert reader.page.locator(".pair.judged").count() == 0
    reader.context.close()


def test_everything_works_without_javascript(browser, desk):
    reader = Reader(browser, desk, java_script_enabled=False)
    page = reader.page
    notice, expect = page.locator("#notice"), playwright.expect
    page.locator(".pair").first.get_by_label(re.compile("Note on")).fill("known already")
    page.locator(".pair").first.get_by_role("button", name="dismiss").click()
    expect(notice).to_contain_text("dismissed in this story")
    notice.get_by_role("button", name="undo").click()
    expect(notice).to_contain_text("is open again")
    page.get_by_label("Kind").select_option("scheme")
    page.get_by_role("button", name="Filter").click()
    page.wait_for_url("**kind=scheme**")
    page.locator(".story h2 a").first.click()
    page.wait_for_url("**/stories/**")
    page.get_by_role("button", name="mute story").click()
    expect(page.get_by_role("button", name="undo").first).to_be_visible()
    page.get_by_role("link", name="Not read").click()
    page.wait_for_url("**/unread")
    ticks = page.get_by_role("button", name=re.compile("Read by hand"))
    before = ticks.count()
    ticks.first.click()
    expect(ticks).to_have_count(before - 1)
    assert reader.problems == []
    reader.context.close()


def test_a_page_of_another_port_reads_nothing(browser, desk, quiet_desk):
    """What another account's server on this machine could do in the reader's browser."""
    reader = Reader(browser, desk)
    reader.page.goto(quiet_desk.address)  # some page at another port
    answer = reader.page.evaluate(
        """async address => {
            try { return (await fetch(address, {credentials: 'include'})).status } catch (error) { return 'refused' }
        }""",
        desk.address,
    )
    assert answer == "refused"
    reader.context.close()


def test_the_line_of_keys_is_hidden_and_stays_so(reader, desk):
    page = reader.page
    keys = page.locator("[data-keys]")
    playwright.expect(keys).to_be_visible()
    page.keyboard.press("?")
    playwright.expect(keys).to_be_hidden()
    page.reload()
    playwright.expect(keys).to_be_hidden()
    page.keyboard.press("?")
    playwright.expect(keys).to_be_visible()


def test_a_hit_is_judged_on_its_page_and_the_proposal_is_copied(reader, desk):
    page = reader.page
    sql = "SELECT hit_id FROM hits WHERE target_id = 'zhenxing-wang' AND title = ?"
    headlines = {
        "confirm": "Two New Jersey men accused of fronting for overseas programmers",
        "dismiss": "Council finds money for the sea wall by selling its car park",
    }
    for verdict, headline in headlines.items():
        reader.open(f"/hits/{queries.ask(desk.settings.paths, sql, [headline]).rows[0][0]}")
        page.get_by_role("button", name=verdict).click()
        playwright.expect(page.get_by_role("button", name="undo")).to_be_visible()
        desk.store.publish_snapshot(desk.now, force=True)
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open("/targets/zhenxing-wang/namesake")
    page.get_by_role("button", name="copy").first.click()
    playwright.expect(page.get_by_role("button", name="copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("--- a/watchlist.yaml\n+++ b/watchlist.yaml\n@@")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
