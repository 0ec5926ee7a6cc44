"""Pages from templates: everything is escaped, and characters that hide or reorder text are shown by their numbers."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from alerts.text.cleaning import safe_link
from alerts.text.emphasis import emphasis_of, word_end
from alerts.text.wording import counted, method_words
from core.records import MatchMethod
from desk.rendering.languages import language_name

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff")
_LAYOUT = frozenset("\n\t")


def shown(value: object) -> object:
    """The value as a template prints it: of a text, every hidden character becomes `[U+202E]`."""
    if not isinstance(value, str) or isinstance(value, Markup) or (value.isascii() and value.isprintable()):
        return value
    return "".join(character if _is_visible(character) else f"[U+{ord(character):04X}]" for character in value)


def _is_visible(character: str) -> bool:
    if character in _LAYOUT:
        return True
    if character in _BIDI or character in _INVISIBLE:
        return False
    return unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")


@dataclass(frozen=True, slots=True)
class Clock:
    """Times in words, for a reader in `zone` at the instant `now`. Instants are naive, in UTC, as SQL has them."""

    zone: ZoneInfo
    now: datetime

    @property
    def zone_name(self) -> str:
        """The zone's name, without the folder of zones that are no place: `UTC`, `Europe/London`."""
        return self.zone.key.removeprefix("Etc/")

    def local(self, at: datetime) -> datetime:
        """The instant in the reader's zone."""
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(self.zone)

    def exact(self, at: datetime | None) -> str:
        """`2026-11-22 03:40 GMT`."""
        if at is None:
            return ""
        local = self.local(at)
        return f"{local:%Y-%m-%d %H:%M} {local.tzname()}"

    def age(self, at: datetime | None) -> str:
        """`12 min`, `5 h`, `3 d`: how long ago."""
        if at is None:
            return ""
        return duration(self.now - self.local(at))


def duration(length: timedelta) -> str:
    """`12 min`, `5 h`, `3 d`."""
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // (24 * 60):,} d"


def how_matched(method: str | None) -> str:
    """A match method in words; one that this release does not know stays as it is."""
    try:
        return method_words(MatchMethod(method or ""))
    except ValueError:
        return method or ""


def around(text: str, found: str | None) -> tuple[str, str, str]:
    """The text before, in and after the first place of `found`, to the end of its last word."""
    start = text.find(found) if found else -1
    if not found or start < 0:
        return text, "", ""
    end = word_end(text, start + len(found))
    return text[:start], text[start:end], text[end:]


def in_words(code: str | None) -> str:
    """A code such as `after_marker` as words."""
    return (code or "").replace("_", " ").replace("-", " ")


def _as_json(value: object) -> str:
    """The value as JSON text, which is escaped like any other text."""
    return json.dumps(value, ensure_ascii=False, default=str)


def query_of(**fields: object) -> str:
    """`?a=1&b=2`, without the empty fields; empty if all are."""
    filled = [(name, str(value)) for name, value in fields.items() if value not in (None, "", False)]
    return f"?{urlencode(filled)}" if filled else ""


def render(template: str, **values: object) -> str:
    """The page."""
    return environment().get_template(template).render(**values).encode(errors="replace").decode()


@cache
def environment() -> Environment:
    """The templates. Text becomes markup nowhere: there is no `safe` filter in them, and a test looks."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "around": around,
        "how_matched": how_matched,
        "in_words": in_words,
        "language_name": language_name,
        "link": safe_link,
        "tojson_plain": _as_json,
    }
    made.globals |= {"counted": counted, "emphasis_of": emphasis_of, "query_of": query_of}
    return made
