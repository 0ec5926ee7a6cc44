"""A sample digest for pictures and checks, with invented texts."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.composing import Material, compose
from alerts.config_types import Schedule
from alerts.schedule import Window
from alerts.subscriptions import Subscription
from core.identity import digest_of, hit_id
from core.records import (
    Article,
    Band,
    Coverage,
    Digest,
    FeedTrouble,
    Finding,
    Hit,
    MatchMethod,
    Mention,
    Published,
    Quality,
    Reason,
    ReasonCode,
    Severity,
    Story,
    Target,
    TargetKind,
    TextField,
    Zone,
    ZoneKind,
)

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
DESK = Subscription("sanctions-desk", ("desk@example.org",), Schedule(time(8, 0)), ZoneInfo("Europe/London"))
NAMES = {
    "kim-kwang-jin": "Kim Kwang-jin",
    "kang-tae-bok": "Kang Tae-bok",
    "jong-pong-ju": "Jong Pong-ju",
    "chang-nam-il": "Chang Nam-il",
    "zhenxing-wang": "Zhenxing Wang",
    "kejia-wang": "Kejia Wang",
}
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
    return Article(
        article_id=digest_of("sample", site, key),
        feed_id=site.partition(".")[0],
        entry_key=key,
        url=f"https://{site}/2026/11/{key}",
        site=site,
        title=title,
        text=text,
        zones=(Zone(0, len(text), ZoneKind.CORE),),
        quality=Quality.FULL,
        quality_reason="",
        content_hash=digest_of(text),
        first_seen_at=seen,
        published=Published(seen - timedelta(hours=2), "json-ld") if published else None,
    )


def finding(target_id: str, of: Article, *surfaces: tuple[str, str], band: Band = Band.ALERT) -> Finding:
    """A hit with a mention for each (surface, method), the surface at its first place in the text."""
    kind = TargetKind.ACTOR if target_id in NAMES else TargetKind.SCHEME
    name = (NAMES | SCHEMES).get(target_id, target_id)
    mentions = tuple(_mention(of.text, surface, name, method) for surface, method in surfaces)
    hit = Hit(
        hit_id=hit_id(of.article_id, target_id),
        article_id=of.article_id,
        target_id=target_id,
        kind=kind,
        band=band,
        score=96,
        mentions=mentions,
        reasons=(Reason(ReasonCode.NAME, "a name in its own language, without its case"),),
        watchlist_version="sample",
        article_version=of.content_hash,
    )
    basis = "indicted, N.D. Ga., 2025-06" if kind is TargetKind.ACTOR else None
    return Finding(hit, Target(target_id, name, kind, Severity.HIGH, basis=basis), of, NOW - timedelta(hours=4))


def _mention(text: str, surface: str, alias: str, method: str) -> Mention:
    start = text.index(surface)
    return Mention(TextField.TEXT, start, start + len(surface), surface, alias, MatchMethod(method), ZoneKind.CORE)


def sample_digest() -> Digest:
    """A digest with a story in two outlets, a check, suppressed hits, failing feeds and a watchlist change."""
    first = article("0417", "harbour-times.example", "Four accused of emptying their employers’ wallets", _FIRST)
    second = article("a-88", "morning-ledger.example", None, _SECOND, published=False)
    third = article("1932", "mekong-courier.example", "Clerk recalls a guest who never left his room", _THIRD, hours=2)
    found = [
        *(finding(key, first, (NAMES[key], "exact")) for key in list(NAMES)[:4]),
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
    ids = (first.article_id, second.article_id)
    story = Story(digest_of("story", "1"), ids, (), Severity.HIGH, NOW - timedelta(hours=5), NOW, title=first.title)
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
        watchlist_changes=["+1 actor (Jin Sung-il)"],
    )
    digest = compose(DESK, Window(NOW - timedelta(days=1), NOW), material, NOW)
    assert digest is not None
    return digest
