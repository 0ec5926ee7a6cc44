"""What a page's markup declares besides its text: meta tags, links, headings, dates and JSON-LD, unprocessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from lxml import etree

_REFRESH = re.compile(r"""^\s*([\d.]+)\s*[;,]\s*url\s*=\s*["']?\s*([^"'\s]+)""", re.IGNORECASE)
_PUBLISHED_AT = frozenset({"datepublished", "dateposted"})
_READ = ("meta", "link", "title", "h1", "script")
_TIMES = etree.XPath("//time | /descendant::*[@itemprop][not(self::meta)]")
_RELATIONS = etree.XPath("/descendant::a/@rel", smart_strings=False)
_ITEM_TYPES = etree.XPath("/descendant::*/@itemtype", smart_strings=False)
_HOME_LINKS = etree.XPath("/descendant::a[@href='/' or @rel='home']")
_MAX_HOME_LINKS = 5
_MAX_CONTENT = 2_000  # code points of one meta tag


@dataclass(frozen=True, slots=True)
class HtmlHead:
    """What a page declares about itself; URLs are absolute.

    `metas` maps names, properties and itemprops in lower case to the first content of each. `headings` are the texts of
    the `<h1>` elements. `amp_url` and `print_url` lead to the same article in another form, `refresh_url` is the target
    of a meta refresh within ten seconds; `has_next_page` is True with a link marked `next`. `item_types` are microdata
    types without their namespace, `published_times` the values of elements marked as the date of publication.
    `json_ld_scripts` are the unparsed scripts, `home_names` the words of links to the front page.
    """

    metas: dict[str, str]
    title: str
    headings: tuple[str, ...]
    language: str
    canonical: str | None
    amp_url: str | None
    print_url: str | None
    refresh_url: str | None
    has_next_page: bool
    item_types: tuple[str, ...]
    published_times: tuple[str, ...]
    json_ld_scripts: tuple[str, ...]
    home_names: tuple[str, ...] = ()

    def meta(self, *names: str) -> str | None:
        """The content of the first of these meta tags that the page has, else None."""
        return next((self.metas[name] for name in names if name in self.metas), None)


def read_html_head(tree: Any, url: str) -> HtmlHead:  # noqa: ANN401 - lxml ships no types
    """What the page declares about itself; relative URLs are resolved against `url`."""
    marked = [one for one in _TIMES(tree) if _is_publication_time(one)]
    root = tree.getroottree().getroot()
    found: dict[str, list[Any]] = {tag: [] for tag in _READ}
    for element in tree.iter(*_READ):
        found[element.tag].append(element)
    metas, links = found["meta"], found["link"]
    relations = (*_RELATIONS(tree), *(link.get("rel") or "" for link in links))
    return HtmlHead(
        metas=_metas(metas),
        title=next((text for one in found["title"] if (text := _text_of(one))), ""),
        headings=tuple(text for one in found["h1"] if (text := _text_of(one))),
        language=(
            root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or ""
        ),
        canonical=_link(links, "canonical", url),
        amp_url=_link(links, "amphtml", url),
        print_url=_link(links, "alternate", url, media="print"),
        refresh_url=_refresh(metas, url),
        has_next_page=any("next" in relation.split() for relation in relations),
        item_types=tuple(kind.rsplit("/", 1)[-1] for kind in _ITEM_TYPES(tree)),
        published_times=tuple(map(_time_value, marked)),
        json_ld_scripts=tuple(
            script.text for script in found["script"] if script.text and "ld+json" in (script.get("type") or "").lower()
        ),
        home_names=tuple(filter(None, map(_label_of, _HOME_LINKS(tree)[:_MAX_HOME_LINKS]))),
    )


def _label_of(link: Any) -> str:  # noqa: ANN401 - lxml ships no types
    """The words of a link, or of the picture in their place."""
    return _text_of(link) or next((" ".join(alt.split()) for alt in link.xpath(".//@alt")), "")


def _text_of(element: Any) -> str:  # noqa: ANN401 - lxml ships no types
    return " ".join("".join(element.itertext()).split())


def _metas(elements: Iterable[Any]) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in elements:
        content = " ".join((element.get("content") or "")[:_MAX_CONTENT].split())
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if content and name:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _is_publication_time(time: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    return time.get("pubdate") is not None or (time.get("itemprop") or "").lower() in _PUBLISHED_AT


def _time_value(time: Any) -> str:  # noqa: ANN401 - lxml ships no types
    return time.get("datetime") or time.get("content") or ""


def _link(elements: Iterable[Any], relation: str, url: str, media: str = "") -> str | None:
    for element in elements:
        is_of_media = media in (element.get("media") or "").lower()
        if is_of_media and relation in (element.get("rel") or "").lower().split() and element.get("href"):
            return _absolute(url, element.get("href"))
    return None


def _refresh(metas: Iterable[Any], url: str) -> str | None:
    for element in metas:
        if (element.get("http-equiv") or "").lower() == "refresh":
            found = _REFRESH.match(element.get("content") or "")
            if found and float(found.group(1).strip(".") or 0) <= 10:  # longer delays reload a live page
                return _absolute(url, found.group(2))
    return None


def _absolute(base: str, href: str) -> str | None:
    try:
        joined = urljoin(base, href.strip())
    except ValueError:
        return None
    return joined if joined.startswith(("http://", "https://")) else None
