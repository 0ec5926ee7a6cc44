"""Rendering of a digest as HTML and text: Jinja escapes, nh3 removes unknown markup, css-inline inlines the styles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import css_inline
import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, select_autoescape

from alerts.config.subscriptions import Subscription
from alerts.rendering.limits import LADDER, Limits
from alerts.rendering.reader_links import ReaderLinks
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
    "th": {"scope"},
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message's subject and its two bodies."""

    subject: str
    html: str
    text: str


def render(
    digest: Digest, subscription: Subscription, limits: Limits = LADDER[0], links: ReaderLinks | None = None
) -> Rendered:
    """The digest for one subscription, cut to `limits`, with the links of one reader if a desk is served."""
    view = digest_view(digest, subscription, limits, links)
    body = template("digest.html.jinja").render(view=view)
    text = template("digest.txt.jinja").render(view=view)
    return Rendered(view.subject, page(view.subject, body), f"{text.strip()}\n")


def render_notice(subject: str, title: str, lines: Sequence[str], label: str = "TROUBLE") -> Rendered:
    """A short message about the watch itself; with the label `TROUBLE` it says that it will be repeated."""
    values = {"title": title, "lines": lines, "label": label, "repeated": label == "TROUBLE"}
    body = template("notice.html.jinja").render(values)
    text = template("notice.txt.jinja").render(values)
    return Rendered(subject, page(subject, body), f"{text.strip()}\n")


def page(title: str, body: str) -> str:
    """A complete HTML page with this body, sanitised and styled."""
    safe = nh3.clean(body, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https"}, link_rel=None)
    shell = template("shell.html.jinja")
    whole = shell.render(title=title, body=safe, css=style("digest.css"))
    inlined = css_inline.CSSInliner(load_remote_stylesheets=False).inline(whole)
    # Media queries cannot be inlined.
    return inlined.replace("</head>", f"<style>{style('dark.css')}</style></head>", 1)


def template(name: str) -> Template:
    """The template with this name."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=select_autoescape(enabled_extensions=("html.jinja",)),
        undefined=StrictUndefined,
    )


@cache
def style(name: str) -> str:
    """The style sheet with this name."""
    return (_TEMPLATES / name).read_text(encoding="utf-8")
