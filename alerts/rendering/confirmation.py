"""The pages that links in messages lead to: they say what they are about and ask, with buttons that post."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from alerts.rendering.bodies import style, template


@dataclass(frozen=True, slots=True)
class Form:
    """Buttons that post to the page's own address: name, value and label of each."""

    buttons: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A title, lines of text, and a form if something is asked."""

    title: str
    lines: tuple[str, ...]
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class ConfirmationPage:
    """The page, and the Content-Security-Policy that allows its style and its form and nothing else."""

    html: str
    policy: str


def confirmation_page(shown: Confirmation) -> ConfirmationPage:
    """The whole page; it needs no script."""
    css = style("confirmation.css")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode("ascii")
    html = template("confirmation.html.jinja").render(shown=shown, css=css)
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; frame-ancestors 'none'"
    return ConfirmationPage(html, policy)
