"""A browser in what happens while one works: fast fingers, lost networks, ended sessions, the back button, paper."""

from __future__ import annotations

import re
import threading
from datetime import timedelta

import pytest

from benchmarks.browser import chromium
from storage.database.live_file import transaction
from tests.desk.browser import NO_BROWSER, NOT_INSTALLED, Reader

playwright = pytest.importorskip("playwright.sync_api", reason=NOT_INSTALLED)
pytestmark = pytest.mark.skipif(chromium() is None, reason=NO_BROWSER)

JUDGED = re.compile("judged")


def verdicts(desk) -> list[str]:
    """The verdicts that are stored, once for each form sent."""
    with transaction(desk.settings.paths) as db:
        rows = db.execute("SELECT DISTINCT reviewed_at, verdict FROM reviews ORDER BY reviewed_at").fetchall()
    return [verdict for _, verdict in rows]


@pytest.fixture
def moving_clock(desk):
    """Each request is a second later, so that each verdict has a time of its own."""
    ended = threading.Event()

    def run() -> None:
        while not ended.wait(0.01):
            desk.now += timedelta(milliseconds=100)

    thread = threading.Thread(target=run)
    thread.start()
    yield
    ended.set()
    thread.join()


@pytest.mark.usefixtures("moving_clock")
def test_a_double_click_gives_one_verdict_and_the_mouse_takes_it_back(reader, desk):
    line = reader.page.locator(".pair").first
    undo = line.get_by_role("button", name="undo")
    playwright.expect(undo).to_be_hidden()
    line.get_by_role("button", name="dismiss").dblclick()
    playwright.expect(line).to_have_class(JUDGED)
    undo.click()
    playwright.expect(line).not_to_have_class(JUDGED)
    playwright.expect(undo).to_be_hidden()
    assert verdicts(desk)[-1] == "open"
    assert verdicts(desk).count("dismissed") <= 2  # the second click may come when the first is stored


def test_keys_pressed_faster_than_the_database_judge_a_line_each(reader, desk):
    page = reader.page
    with transaction(desk.settings.paths):
        page.keyboard.press("j")
        for key in "cdc":
            page.keyboard.press(key)
        playwright.expect(page.locator("#notice")).to_contain_text("waits for the database")
        assert page.locator(".pair.judged").count() == 0
    for number, word in enumerate(("confirm", "dismiss", "confirm")):
        line = page.locator(".pair").nth(number)
        playwright.expect(line.locator("[aria-pressed=true]")).to_have_text(word)
    playwright.expect(page.locator(".pair").nth(3)).not_to_have_class(JUDGED)
    playwright.expect(page.locator(".pair").nth(3)).to_be_focused()


def test_a_key_that_is_held_down_judges_one_line(reader):
    page = reader.page
    page.keyboard.press("j")
    page.keyboard.down("c")
    for _ in range(5):
        page.keyboard.down("c")  # as the keyboard repeats it
    page.keyboard.up("c")
    playwright.expect(page.locator(".pair").first).to_have_class(JUDGED)
    playwright.expect(page.locator(".pair.judged")).to_have_count(1)


def test_without_a_network_nothing_is_lost_and_it_is_said(browser, desk):
    reader = Reader(browser, desk)
    page, line = reader.page, reader.page.locator(".pair").first
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.keyboard.type("typed before the network went")
    page.keyboard.press("Escape")
    reader.context.set_offline(True)
    page.keyboard.press("d")
    playwright.expect(page.locator("#notice")).to_contain_text("not stored, the desk does not answer")
    playwright.expect(line).not_to_have_class(JUDGED)
    playwright.expect(line).to_be_focused()
    reader.context.set_offline(False)
    page.keyboard.press("d")
    playwright.expect(line).to_have_class(JUDGED)
    with transaction(desk.settings.paths) as db:
        assert db.execute("SELECT DISTINCT note FROM reviews").fetchall() == [("typed before the network went",)]
    reader.context.close()


def test_a_session_that_ended_is_opened_in_another_tab_and_work_goes_on(browser, desk):
    reader = Reader(browser, desk)
    page, line = reader.page, reader.page.locator(".pair").first
    line.get_by_label(re.compile("Note on")).fill("typed before it ended")
    desk.now += timedelta(days=8)
    line.get_by_role("button", name="confirm").click()
    playwright.expect(page.locator("#notice")).to_contain_text("open the printed address in another tab")
    reader.tab().goto(desk.address_with_token)
    line.get_by_role("button", name="confirm").click()
    playwright.expect(line).to_have_class(JUDGED)
    with transaction(desk.settings.paths) as db:
        assert db.execute("SELECT DISTINCT note FROM reviews").fetchall() == [("typed before it ended",)]
    reader.context.close()


def test_the_back_button_leads_to_the_line_that_was_left(reader):
    page = reader.page
    for _ in range(4):
        page.keyboard.press("j")
    name = page.locator(".pair.current .chip").text_content()
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    page.go_back()
    playwright.expect(page.locator(".pair.current .chip")).to_have_text(name)
    playwright.expect(page.locator(".pair").nth(3)).to_be_focused()
    page.get_by_label("Kind").select_option("scheme")
    page.wait_for_url("**kind=scheme**")
    page.go_back()
    playwright.expect(page.locator("select[name=severity]")).to_be_enabled()


def test_a_story_is_judged_by_keys_without_loading_it_again(reader, desk):
    page = reader.page
    page.locator(".story h2 a").first.click()
    page.wait_for_url("**/stories/**")
    page.evaluate("document.body.dataset.loaded = 'once'")
    page.keyboard.press("j")
    page.keyboard.press("c")
    playwright.expect(page.locator(".side .pair").first).to_have_class(JUDGED)
    playwright.expect(page.locator("#notice")).to_contain_text("confirmed in this story")
    playwright.expect(page.locator(".side .pair").nth(1)).to_be_focused()
    page.keyboard.press("u")
    playwright.expect(page.locator(".side .pair").first).not_to_have_class(JUDGED)
    assert page.evaluate("document.body.dataset.loaded") == "once"


def test_keys_do_nothing_in_fields(reader):
    page = reader.page
    reader.open("/search?q=ferry")
    for field in (page.get_by_label("Words"), page.get_by_label("Seen from"), page.get_by_label("Source")):
        field.focus()
        page.keyboard.type("cdszun?jk")
    assert page.url.endswith("/search?q=ferry")
    page.keyboard.press("Escape")
    reader.open("/")
    page.get_by_label("Order").focus()
    page.keyboard.press("c")
    page.keyboard.press("j")
    assert page.locator(".pair.judged, .pair.current").count() == 0


def test_enter_in_a_note_decides_nothing(browser, desk):
    for has_script in (True, False):
        reader = Reader(browser, desk, java_script_enabled=has_script)
        reader.page.locator(".pair").first.get_by_label(re.compile("Note on")).fill("a thought")
        reader.page.keyboard.press("Enter")
        reader.page.locator("h1").click()
        assert verdicts(desk) == []
        reader.context.close()


def test_buttons_say_to_a_screen_reader_whom_they_are_about(reader):
    line = reader.page.locator(".pair").first
    name = line.locator(".chip").text_content().strip()
    group = line.get_by_role("group", name=f"Verdict on {name}")
    playwright.expect(group.get_by_role("button", name="confirm")).to_be_visible()
    playwright.expect(reader.page.get_by_role("status")).to_have_attribute("aria-live", "polite")


def test_on_paper_there_is_what_was_found_and_no_button(reader):
    page = reader.page
    page.locator(".story h2 a").first.click()
    page.wait_for_url("**/stories/**")
    page.emulate_media(media="print", color_scheme="dark")
    for gone in (".bar", "form.verdict >> nth=0", ".keys >> nth=0"):
        playwright.expect(page.locator(gone)).to_be_hidden()
    playwright.expect(page.locator("mark").first).to_be_visible()
    playwright.expect(page.locator(".side h2").first).to_be_visible()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"
