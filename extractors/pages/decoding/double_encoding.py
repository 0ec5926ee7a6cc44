"""Text that was encoded twice: UTF-8 that a program took for Western European, and wrote in UTF-8 once more.

`MÃ¼ller` is `Müller`. The mistake is undone only if all of a document shows it: every character beyond ASCII must be
one of those that the bytes of UTF-8 look like in Windows-1252, and all of them together must be UTF-8. Text that is
meant as it is written hardly ever is.
"""

from __future__ import annotations

import re

# The lead byte of a character in UTF-8 and the next one, each encoded as the character that it looks like.
_PAIR = re.compile(
    rb"\xc3[\x82-\xb4](?:\xc2[\x80-\xbf]|\xe2[\x80-\x84]|\xc5[\x92\x93\xa0\xa1\xb8\xbd\xbe]|\xcb[\x86\x9c]|\xc6\x92)"
)
_SECOND = (b"\xc2", b"\xe2", b"\xc5", b"\xcb", b"\xc6")  # with which the second of a pair begins
_MIN_PAIRS = 3
# Characters of Windows-1252 that are elsewhere in Unicode, as those of Latin-1 with the same byte.
_LATIN_1 = {ord(sign): byte for byte in range(0x80, 0xA0) if (sign := bytes([byte]).decode("cp1252", "ignore"))}


def decode_twice(body: bytes) -> str | None:
    """The text of UTF-8 that was encoded twice; None unless all of it was."""
    if not _PAIR.search(body):
        return None
    leads = body.count(b"\xc3")
    if leads < _MIN_PAIRS or leads > sum(map(body.count, _SECOND)):  # as in nearly all documents
        return None
    pairs = sum(1 for _, _ in zip(range(_MIN_PAIRS), _PAIR.finditer(body), strict=False))
    if pairs < _MIN_PAIRS:
        return None
    try:
        return body.decode("utf-8").translate(_LATIN_1).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
