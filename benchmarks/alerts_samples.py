"""A sample digest for pictures and checks, with invented texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.composing.digest import Material, compose
from alerts.config.schedule import Window
from alerts.config.subscriptions import Subscription
from alerts.config.value_types import Schedule
from core.identity import digest_of
from core.records import (
    Article,
    Band,
    ChangeKind,
    Coverage,
    Digest,
    EntryChange,
    FeedTrouble,
    Finding,
    MatchMethod,
    Published,
    Severity,
)
from samples import builders

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
DESK = Subscription("sanctions-desk", ("desk@example.org",), Schedule(time(8, 0)), ZoneInfo("Europe/London"))
SCHEMES = {"it-workers": "IT-worker fraud", "laptop-farm": "Laptop farms", "currency": "Virtual-currency theft"}

_FIRST = """\
Four North Korean men took remote jobs under borrowed names and left with their employers' tokens, prosecutors in \
Atlanta said on Monday. The indictment names Kim Kwang-jin, Kang Tae-bok, Jong Pong-ju and Chang Nam-il and puts the \
loss at $915,000 in virtual currency. In New Jersey, agents arrested Zhenxing ‘Danny’ Wang, who is said to have kept \
laptop farms in three spare rooms."""
_SECOND = """\
The wanted men, listed in the papers as Kim Kwang Jin, Kang Tae Bok, Jong Pong Ju and Change Nam II, are thought to \
be abroad. Kejia and Zhenxing Wang ran the companies that made the IT workers look like local staff."""
_THIRD = """\
A guesthouse clerk in Vientiane says he rented a room to Jong Pong Ju for a month. Police have not said whether they \
hold him."""


def article(key: str, site: str, title: str | None, text: str, *, hours: float = 5, published: bool = True) -> Article:
    """An article first seen that many hours ago."""
    seen = NOW - timedelta(hours=hours)
    made = builders.article(
        text,
        title=title,
        key=key,
        feed_id=site.partition(".")[0],
        site=site,
        url=f"https://{site}/2026/11/{key}",
        seen_at=seen,
        published=Published(seen - timedelta(hours=2), "json-ld") if published else None,
    )
    return replace(made, publisher=site.partition(".")[0].replace("-", " ").title())


def finding(target_id: str, of: Article, *surfaces: tuple[str, str], band: Band = Band.ALERT) -> Finding:
    """A hit with a mention for each (surface, method), the surface at its first place in the text."""
    basis = "indicted, N.D. Ga., 2025-06" if target_id in builders.PEOPLE else None
    about = builders.target(target_id, SCHEMES.get(target_id), severity=Severity.HIGH, basis=basis)
    mentions = (builders.mention(of.text, surface, about.name, MatchMethod(method)) for surface, method in surfaces)
    reason, found_at = "a name in its own language, without its case", NOW - timedelta(hours=4)
    return builders.finding(about, of, *mentions, band=band, reason=reason, found_at=found_at)


def sample_digest() -> Digest:
    """A digest with a story in two outlets, a check, suppressed hits, failing feeds and a watchlist change."""
    first = article("0417", "harbour-times.example", "Four accused of emptying their employers’ wallets", _FIRST)
    second = article("a-88", "morning-ledger.example", None, _SECOND, published=False)
    third = article("1932", "mekong-courier.example", "Clerk recalls a guest who never left his room", _THIRD, hours=2)
    found = [
        *(finding(key, first, (builders.PEOPLE[key], "exact")) for key in list(builders.PEOPLE)[:4]),
        finding("zhenxing-wang", first, ("Zhenxing ‘Danny’ Wang", "nickname")),
        finding("laptop-farm", first, ("laptop farms", "term")),
        finding("currency", first, ("virtual currency", "term")),
        finding("it-workers", second, ("IT workers", "term")),
        finding("kim-kwang-jin", second, ("Kim Kwang Jin", "exact")),
        finding("kang-tae-bok", second, ("Kang Tae Bok", "exact")),
        finding("jong-pong-ju", second, ("Jong Pong Ju", "exact")),
        finding("chang-nam-il", second, ("Change Nam II", "visual")),
        finding("kejia-wang", second, ("Kejia and Zhenxing Wang", "coordinated")),
        finding("jong-pong-ju", third, ("Jong Pong Ju", "exact"), band=Band.REVIEW),
    ]
    story = replace(
        builders.story(first, second, story_id=digest_of("story", "1"), title=first.title), last_seen_at=NOW
    )
    official = FeedTrouble(
        "justice-gov", "https://x.example", "bot_check", "answered with a bot check", NOW, primary=True
    )
    other = FeedTrouble(
        "evening-wire", "https://y.example", "timeout", "no answer within 30 s", NOW - timedelta(hours=9)
    )
    coverage = Coverage(
        feeds_total=26,
        feeds_read=24,
        failing=(official, other),
        walled=(("financial-mail.example", 3),),
        unread=(("http_status", 2),),
        last_complete_cycle=NOW - timedelta(minutes=4),
    )
    material = Material(
        findings=found,
        stories=[story],
        articles={story.story_id: (first, second)},
        notifications=(),
        coverage=coverage,
        suppressed=[("a namesake: a minister of defence", 3)],
    )
    digest = compose(DESK, Window(NOW - timedelta(days=1), NOW), material, NOW)
    assert digest is not None
    added = EntryChange("jin-sung-il", "Jin Sung-il", (), ChangeKind.ADDED, NOW)
    return replace(digest, watchlist_changes=(added,))
