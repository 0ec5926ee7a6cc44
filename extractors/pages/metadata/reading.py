"""Title, date, author, site and URL of an article, from the most trusted source that passes a check.

The order of trust: JSON-LD (its date is right 99 % of the time), OpenGraph and other meta tags, then the feed entry.
None where nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from core.records import FeedEntry, Published
from core.urls import canonical, host_of, same_site, site_of
from extractors.pages.metadata.declared_dates import read_declared_date
from extractors.pages.metadata.html_head import HtmlHead
from extractors.pages.metadata.json_ld import JsonLd
from extractors.pages.metadata.titles import choose_news_title, choose_title
from extractors.pages.metadata.visible_dates import parse_written_day

# Meta tags with the date of first publication, most trusted first; those for updates are left out. Only the letters of
# the names are compared, since sites separate the words differently.
_DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "date_published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "article:published",
    "published_time",
    "published_on",
    "publication_date",
    "publish_date",
    "pub_date",
    "ptime",
    "displaydate",
    "date.created",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
)
# Those that say of what the date is no more than that it belongs to the document: the day that readers see goes first.
_DOCUMENT_DATE_METAS = ("dc.date", "dcterms.created", "dcterms.date", "date")
_AUTHOR_METAS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "citation_author",
)
_NOT_LETTER = re.compile(r"[^a-z]")
_CONTACT = re.compile(r"https?://|www\.|@|\.(?:com|net|org)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"//|www\.|@|^\S+\.[a-z]{2,}/?$", re.IGNORECASE)
_MAX_AUTHOR_LENGTH = 120  # code points
_MAX_PUBLISHER_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article besides its text; None where unknown."""

    title: str | None
    published: Published | None
    author: str | None
    site: str
    url: str
    publisher: str | None = None


def read_metadata(
    head: HtmlHead,
    json_ld: JsonLd,
    entry: FeedEntry,
    final_url: str,
    owners: tuple[str, ...] = (),
    sections: tuple[str, ...] = (),
    find_shown_day: Callable[[], date | None] = lambda: None,
) -> Metadata:
    """The metadata of a page; `published` is None if neither page nor feed declares a date.

    `owners` are names in the page's line of copyright, `sections` those in its menu; `find_shown_day` gives the day
    that readers see, which settles what a declaration leaves open.
    """
    url = _canonical_url(head, json_ld, final_url)
    return Metadata(
        title=_title(head, json_ld, entry, url, owners, sections),
        published=_published(head, json_ld, entry, find_shown_day),
        author=_author(head, json_ld, entry),
        site=site_of(url) or "",
        url=url,
        publisher=publisher_name((head.meta("og:site_name"), json_ld.publisher, entry.publisher), url),
    )


def _canonical_url(head: HtmlHead, json_ld: JsonLd, final_url: str) -> str:
    """The canonical URL that the page declares, if it is on the same site and not merely the front page."""
    fetched = canonical(final_url) or final_url
    for claim in (head.canonical, head.meta("og:url"), json_ld.url):
        declared = canonical(claim) if claim else None
        if declared and (not fetched or (same_site(declared, fetched) and (_path(declared) or not _path(fetched)))):
            return declared
    return fetched


def _path(url: str) -> str:
    return url.split("://", 1)[-1].partition("/")[2]


def _title(
    head: HtmlHead, json_ld: JsonLd, entry: FeedEntry, url: str, owners: tuple[str, ...], sections: tuple[str, ...]
) -> str | None:
    site = site_of(url) or ""
    names = (head.meta("og:site_name", "application-name"), json_ld.publisher, *head.home_names, *owners)
    names += (site, site.split(".")[0])
    claims = (json_ld.headline, head.meta("og:title"), head.meta("twitter:title"), head.title, entry.title)
    if json_ld.is_news:
        return choose_news_title(head.headings, claims, names, sections)
    return choose_title(head.headings, claims, names, sections)


def _published(
    head: HtmlHead, json_ld: JsonLd, entry: FeedEntry, find_shown_day: Callable[[], date | None]
) -> Published | None:
    """The most trusted plausible date that is declared; None without one."""
    metas = {_letters_of(name): content for name, content in reversed(head.metas.items())}
    claims = [(json_ld.published, "json-ld")]
    claims += [(metas[name], "meta") for name in map(_letters_of, _DATE_METAS) if name in metas]
    claims += [(moment, "time") for moment in head.published_times]
    if declared := next(_plausible(claims, entry.seen_at), None):
        return _as_printed(declared, find_shown_day)
    claims = [(metas[name], "meta") for name in map(_letters_of, _DOCUMENT_DATE_METAS) if name in metas]
    if declared := next(_plausible(claims, entry.seen_at), None):
        shown = find_shown_day()
        return Published(shown, "text") if shown and shown != _day_of(declared.at) else declared
    return Published(entry.published, "feed") if entry.published is not None else None


def _plausible(claims: Iterable[tuple[str | None, str]], latest: datetime) -> Iterator[Published]:
    for claim, source in claims:
        found = read_declared_date(claim, latest) or parse_written_day(claim or "", latest)
        if found is not None:
            yield Published(found, source)


def _as_printed(declared: Published, find_shown_day: Callable[[], date | None]) -> Published:
    """The same instant, in UTC where only then its day is the one that readers see."""
    if not isinstance(declared.at, datetime):
        return declared
    universal = declared.at.astimezone(UTC)
    is_same_day = universal.date() == declared.at.date()
    return replace(declared, at=universal) if not is_same_day and find_shown_day() == universal.date() else declared


def _day_of(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _letters_of(name: str) -> str:
    """The name of a meta tag without separators: `dc.date`, `dc:date` and `DC_date` are the same."""
    return _NOT_LETTER.sub("", name)


def _author(head: HtmlHead, json_ld: JsonLd, entry: FeedEntry) -> str | None:
    metas = [head.metas[name] for name in _AUTHOR_METAS if name in head.metas]
    for claim in (", ".join(dict.fromkeys(json_ld.authors)), *metas, entry.author):
        author = " ".join((claim or "").split()).removeprefix("By ").removeprefix("by ")
        if 2 < len(author) <= _MAX_AUTHOR_LENGTH and not _CONTACT.search(author):
            return author
    return None


def publisher_name(claims: Iterable[str | None], url: str | None) -> str | None:
    """The first of these names that can be an outlet's, on one line; None if none can.

    An address is no name, and least of all another site's.
    """
    host = host_of(url) if url else None
    for claim in claims:
        name = " ".join((claim or "").split())
        is_own_host = name.casefold().removeprefix("www.") == (host or "").removeprefix("www.")
        if 2 <= len(name) <= _MAX_PUBLISHER_LENGTH and not is_own_host and not _ADDRESS.search(name):
            return name
    return None
