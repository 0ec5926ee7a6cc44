"""Rendering of a digest as HTML and text: Jinja escapes, nh3 removes unknown markup, css-inline inlines the styles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import css_inline
import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from alerts.config.subscriptions import Subscription
from alerts.rendering.limits import LADDER, Limits
from alerts.rendering.views import digest_view
from core.records import Digest

_TEMPLATES = Path(__file__).parent / "templates"

# Exactly what the templates use: a second defence behind Jinja's escaping.
_TAGS = {"a", "b", "blockquote", "br", "caption", "code", "div", "h1", "h2", "h3", "li", "p", "span"}
_TAGS |= {"table", "tbody", "td", "th", "tr", "ul"}
_ATTRIBUTES = {
    "*": {"class"},
    "a": {"href"},
    "div": {"role", "aria-label", "aria-roledescription", "id"},
    "th": {"scope", "rowspan"},
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message's subject and its two bodies."""

    subject: str
    html: str
    text: str


def render(digest: Digest, subscription: Subscription, limits: Limits = LADDER[0]) -> Rendered:
    """The digest for one subscription, cut to `limits`."""
    view = digest_view(digest, subscription, limits)
    body = _environment().get_template("digest.html.jinja").render(view=view)
    text = _environment().get_template("digest.txt.jinja").render(view=view)
    return Rendered(view.subject, page(view.subject, body), f"{text.strip()}\n")


def render_notice(subject: str, title: str, lines: Sequence[str]) -> Rendered:
    """A short message about the watch itself."""
    body = _environment().get_template("notice.html.jinja").render(title=title, lines=lines)
    text = _environment().get_template("notice.txt.jinja").render(title=title, lines=lines)
    return Rendered(subject, page(subject, body), f"{text.strip()}\n")


def page(title: str, body: str) -> str:
    """A complete HTML page with this body, sanitised and styled."""
    safe = nh3.clean(body, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https"}, link_rel=None)
    shell = _environment().get_template("shell.html.jinja")
    whole = shell.render(title=title, body=safe, css=_style("digest.css"))
    inlined = css_inline.CSSInliner(load_remote_stylesheets=False).inline(whole)
    # Media queries cannot be inlined.
    return inlined.replace("</head>", f"<style>{_style('dark.css')}</style></head>", 1)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=select_autoescape(enabled_extensions=("html.jinja",)),
        undefined=StrictUndefined,
    )


@cache
def _style(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")
