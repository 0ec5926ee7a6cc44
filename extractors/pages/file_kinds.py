"""What a file is that is no page, by its first bytes or the type that the server gives."""

from __future__ import annotations

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "an office document or an archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an office document"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"ID3", "a sound"),
)
_TYPES = (("application/pdf", "a PDF"), ("image/", "a picture"), ("video/", "a film"), ("audio/", "a sound"))


def kind_of_file(body: bytes, media_type: str) -> str | None:
    """`a PDF`, `a picture` …; None for what may be a page."""
    start = body[:64].lstrip()
    named = (name for signature, name in _SIGNATURES if start.startswith(signature))
    typed = (name for prefix, name in _TYPES if media_type.strip().lower().startswith(prefix))
    return next(named, None) or next(typed, None)
