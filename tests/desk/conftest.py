"""A desk on loopback, over a data folder with the sample newsroom or with articles of a test."""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import httpx
import pytest

from benchmarks.browser import chromium
from core.config import read_document
from core.records import ArticleOutcome, FeedEntry
from core.settings import Settings
from desk.access.sessions import Access
from desk.server import listening_at, running_server
from desk.state import Desk
from extractors.feeds.config import parse_feeds
from extractors.pages.article import extract_article
from flows.stories import update_stories
from matching.engine import compile_watchlist
from matching.watchlist.loading import parse_watchlist
from samples import builders
from samples.newsroom.expected import read_expected
from samples.newsroom.publishers import PUBLISHERS
from samples.newsroom.server import Newsroom
from storage.store import Store
from tests.desk.browser import NOT_INSTALLED, Reader

ROOT = Path(__file__).parents[2]
TOKEN = "a-token-of-the-tests-that-nobody-guesses-4210"
START = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@dataclass
class RunningDesk:
    """A desk that runs in a thread, and its clock, which a test sets by `now`.

    Each reading of the clock is a microsecond later: of two verdicts on a hit one is the later, as with a real clock.
    """

    address: str
    settings: Settings
    now: datetime = START + timedelta(hours=4)
    _readings: Iterator[int] = field(default_factory=itertools.count)

    def clock(self) -> datetime:
        return self.now + timedelta(microseconds=next(self._readings))

    @property
    def address_with_token(self) -> str:
        return f"{self.address}/?token={TOKEN}"

    @property
    def store(self) -> Store:
        return Store(self.settings.paths)

    def stranger(self, **options) -> httpx.Client:
        """A client without a session."""
        return httpx.Client(base_url=self.address, timeout=60, **options)

    def reader(self, **options) -> httpx.Client:
        """A client with a session."""
        with self.stranger() as stranger:
            assert stranger.get(f"/?token={TOKEN}").status_code == 303
            return self.stranger(cookies=stranger.cookies, **options)


@contextmanager
def running_desk(settings: Settings, person: str | None = "jane", **access) -> Iterator[RunningDesk]:
    with listening_at("127.0.0.1", 0) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        running = RunningDesk(address, settings)
        desk = Desk.of(settings, Access(TOKEN, (address,), person, **access), running.clock, ZoneInfo("Europe/London"))
        with running_server(desk, listener):
            yield running


@pytest.fixture(scope="session")
def newsroom_data(tmp_path_factory) -> Path:
    """A data folder with the sample newsroom's articles, read and matched as in a cycle, and its configuration."""
    root = tmp_path_factory.mktemp("newsroom")
    config = root / "config"
    shutil.copytree(ROOT / "samples/config", config)
    watchlist = parse_watchlist([read_document(config / "watchlist.yaml")])
    store = Store(Settings(data_dir=root / "data").paths)
    store.prepare()
    store.watchlists.save("w1", watchlist.targets, START)
    with Newsroom(START) as newsroom:
        # Ids are made of addresses: with the newsroom's own, free ports, lines would change their order.
        newsroom.sites = {name: f"http://{urlsplit(site).hostname}:8081" for name, site in newsroom.sites.items()}
        newsroom.edition = replace(newsroom.edition, bases=newsroom.sites)
        (config / "feeds.yaml").write_text(newsroom.feeds_yaml(), encoding="utf-8")
        store.feeds.sync(parse_feeds(read_document(config / "feeds.yaml")))
        run = store.runs.begin("poll", START)
        store.articles.save(run, outcomes_of(newsroom, compile_watchlist(watchlist)), START)
    update_stories(store, watchlist.targets, START)
    store.runs.end(run, START, {"feeds_due": 8})
    store.publish_snapshot(START, force=True)
    store.paths.reserve.unlink(missing_ok=True)  # 32 MB, which every copy would have
    return root


def outcomes_of(newsroom: Newsroom, matcher) -> list[ArticleOutcome]:
    found = []
    for key, expected in read_expected().items():
        if expected.unread is not None:
            continue
        sample = newsroom.edition.articles[key]
        publisher = PUBLISHERS[sample.publisher]
        response = newsroom.response(publisher, publisher.path_of(sample))
        url = newsroom.edition.url(sample)
        page = builders.page(url, response.body, content_type=response.content_type, at=START)
        entry = FeedEntry(
            sample.feed, key, url, sample.headline, sample.summary, None, newsroom.edition.published(sample), START
        )
        article = extract_article(page, entry)
        found.append(ArticleOutcome(entry, article, page, matcher.match(article)))
    return found


@pytest.fixture(scope="session")
def quiet_desk(newsroom_data) -> Iterator[RunningDesk]:
    """One desk for the tests that change nothing."""
    with running_desk(Settings(data_dir=newsroom_data / "data", config_dir=newsroom_data / "config")) as running:
        yield running


@pytest.fixture(scope="session")
def quiet_client(quiet_desk) -> Iterator[httpx.Client]:
    with quiet_desk.reader() as opened:
        yield opened


@pytest.fixture
def settings(tmp_path, newsroom_data) -> Settings:
    """The newsroom's folder, for one test."""
    shutil.copytree(newsroom_data, tmp_path / "watch")
    return Settings(data_dir=tmp_path / "watch/data", config_dir=tmp_path / "watch/config")


@pytest.fixture
def desk(settings) -> Iterator[RunningDesk]:
    with running_desk(settings) as running:
        yield running


@pytest.fixture
def client(desk) -> Iterator[httpx.Client]:
    with desk.reader() as opened:
        yield opened


@pytest.fixture(scope="module")
def browser():
    """The browser, ended with this module: while it runs, no other test of this process can run an event loop."""
    playwright = pytest.importorskip("playwright.sync_api", reason=NOT_INSTALLED)
    with playwright.sync_playwright() as running:
        playwright.expect.set_options(timeout=30_000)
        opened = running.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture
def reader(browser, desk):
    one = Reader(browser, desk)
    yield one
    assert one.problems == []
    one.context.close()


def form_token(page: str) -> str:
    """The token of the page's forms."""
    return re.search(r'name="form_token" value="([0-9a-f]{64})"', page)[1]


def pairs(page: str) -> list[tuple[str, str]]:
    """The (story, target) of each line of a page, in order."""
    return re.findall(r'name="item" value="(\w+)">\n?<input type="hidden" name="target" value="([^"]+)"', page)
