"""Sanitising of foreign text for mail, feeds and terminals; everything that a reader can see is kept."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

from core.urls import host_of

HEADLINE = 300
"""Longest headline shown, in code points."""

# Bidirectional controls can make a line read as another one (Unicode TR 36, 3.3). Format characters that shape scripts
# and emoji (ZWJ, ZWNJ, variation selectors) are kept.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff")
_GAP = re.compile(r"\s+")
_URL_SAFE = "%/:=&?~#+!$,;'@()*[]"  # what RFC 3986 allows, and the percent sign, since URLs may be encoded already
_LONGEST_URL = 2000


def one_line(text: str, limit: int | None = HEADLINE) -> str:
    """The text on one line without control, bidirectional and invisible characters, cut at `limit` with "…"."""
    if limit is not None:
        text = text[: 4 * limit]  # a title may be a megabyte long
    shown = _GAP.sub(" ", "".join(map(_shown, text))).strip()
    return shown if limit is None or len(shown) <= limit else f"{shown[: limit - 1].rstrip()}…"


def _shown(character: str) -> str:
    if character in _BIDI or character in _INVISIBLE:
        return ""
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    return "\ufffd" if category == "Cs" else character


def safe_link(url: str | None) -> str | None:
    """The URL in ASCII; None unless it is an absolute http(s) URL without a user name."""
    if not url or len(url) > _LONGEST_URL:
        return None
    host = host_of(url)
    if host is None:
        return None
    parts = urlsplit(url.strip().replace("\\", "/"))  # as browsers read it
    if parts.username is not None:
        return None
    place = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port else ""
    rest = parts._replace(scheme="", netloc="").geturl()
    return f"{parts.scheme}://{place}{port}{quote(rest, safe=_URL_SAFE, errors='replace')}"
