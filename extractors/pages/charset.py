"""The text of a page's bytes, whatever the page says about them.

The order differs from the WHATWG encoding sniffing algorithm in one point: bytes that are valid UTF-8 are read as
UTF-8 even against a declaration, because text in another encoding practically never is, and wrong declarations are
common.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from extractors.pages.trafilatura_adapter import guess_charsets

_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]{2,40})""")
_HEAD_BYTES = 4096
_SAMPLE_BYTES = 8192
_FEW_SIGNS = 50  # bytes of ASCII for one that is not: text in an alphabet of its own has more of those
# Labels mean their supersets, as in the WHATWG Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels).
_SUPERSETS = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "x-euc-jp": "euc_jp",
    "unicode": "utf-16-le",
}


def decode_text(body: bytes, content_type: str = "") -> str:
    """The text of `body`; bytes that mean nothing become U+FFFD, and NUL characters are dropped."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace").replace("\x00", "")
    if wide := _without_mark(body[:_HEAD_BYTES]):
        return body.decode(wide, "replace").replace("\x00", "")
    if _is_utf8(body):
        return body.decode("utf-8", "replace").replace("\x00", "")
    return _decode_legacy(body, content_type).replace("\x00", "")


def _without_mark(head: bytes) -> str | None:
    """UTF-16 without a byte order mark: markup is ASCII, so every other byte is NUL."""
    half = len(head) // 2
    if half < 16:
        return None
    if head[1::2].count(0) > 0.7 * half:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > 0.7 * half else None


def _is_utf8(body: bytes) -> bool:
    """True if the bytes are UTF-8 but for a few that are damaged among many, or cut off at the end."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(body) - 3:
            return True
        text = body.decode("utf-8", "replace")
        wide = sum(1 for character in text if character > "\x7f" and character != "\ufffd")
        return text.count("\ufffd") * 20 < wide
    return True


def _decode_legacy(body: bytes, content_type: str) -> str:
    for label in _labels(body, content_type):
        try:
            return body.decode(_SUPERSETS.get(label, label))
        except (LookupError, UnicodeError):
            continue
    for label in _labels(body, content_type):  # a few bad bytes do not make the declaration wrong
        try:
            text = body.decode(_SUPERSETS.get(label, label), "replace")
        except (LookupError, UnicodeError):
            continue
        if text.count("\ufffd") * 100 < len(text):
            return text
    return _decode_unlabelled(body)


def _labels(body: bytes, content_type: str) -> Iterator[str]:
    """The declared encodings in lower case: the header's, then the page's own."""
    header = _DECLARED.search(content_type.encode("ascii", "ignore"))
    for found in (header, _DECLARED.search(body[:_HEAD_BYTES]), _XML_DECLARED.search(body[:_HEAD_BYTES])):
        if found:
            yield found.group(1).decode("ascii").lower()


def _decode_unlabelled(body: bytes) -> str:
    """By the likeliest guess; where it is a single-byte one for a few signs, they are those of Western Europe."""
    sample = body[:_SAMPLE_BYTES] + body[len(body) // 2 : len(body) // 2 + _SAMPLE_BYTES]
    signs = sum(1 for byte in sample if byte > 0x7F)
    guesses = guess_charsets(sample) if signs * _FEW_SIGNS > len(sample) else []
    return body.decode(guesses[0] if guesses else "cp1252", "replace")
