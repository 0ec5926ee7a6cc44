"""Decoding of a page's bytes, also where it declares no charset or a wrong one.

The order differs from the WHATWG encoding sniffing algorithm in one point: bytes that are valid UTF-8 are decoded as
UTF-8 whatever is declared, because text in another charset is practically never valid UTF-8, and wrong declarations
are common.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from extractors.pages.trafilatura_adapter import guess_charsets

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]{2,40})""")
_HEAD_BYTES = 4096
_SAMPLE_BYTES = 8192
_BYTES_PER_NON_ASCII = 50  # text in a non-Latin alphabet has more non-ASCII bytes than one in so many
# Labels are read as their supersets, as in the WHATWG Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels).
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
    """`body` as text; undecodable bytes become U+FFFD, and NUL characters are dropped."""
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(encoding, "replace").replace("\x00", "")
    if utf_16 := _utf16_without_bom(body[:_HEAD_BYTES]):
        return body.decode(utf_16, "replace").replace("\x00", "")
    if _is_utf8(body):
        return body.decode("utf-8", "replace").replace("\x00", "")
    return _decode_legacy(body, content_type).replace("\x00", "")


def _utf16_without_bom(head: bytes) -> str | None:
    """The byte order of UTF-16 without a BOM, recognised by NUL in every other byte of ASCII markup; else None."""
    half = len(head) // 2
    if half < 16:
        return None
    if head[1::2].count(0) > 0.7 * half:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > 0.7 * half else None


def _is_utf8(body: bytes) -> bool:
    """True for UTF-8, also with a few damaged bytes among many, or cut off at the end."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(body) - 3:
            return True
        text = body.decode("utf-8", "replace")
        non_ascii = sum(1 for character in text if character > "\x7f" and character != "\ufffd")
        return text.count("\ufffd") * 20 < non_ascii
    return True


def _decode_legacy(body: bytes, content_type: str) -> str:
    for label in _labels(body, content_type):
        try:
            return body.decode(_SUPERSETS.get(label, label))
        except (LookupError, UnicodeError):
            continue
    for label in _labels(body, content_type):  # a few bad bytes do not disprove the declaration
        try:
            text = body.decode(_SUPERSETS.get(label, label), "replace")
        except (LookupError, UnicodeError):
            continue
        if text.count("\ufffd") * 100 < len(text):
            return text
    return _decode_unlabelled(body)


def _labels(body: bytes, content_type: str) -> Iterator[str]:
    """The declared charsets in lower case: the header's, then the page's own."""
    header = _DECLARED.search(content_type.encode("ascii", "ignore"))
    for found in (header, _DECLARED.search(body[:_HEAD_BYTES]), _XML_DECLARED.search(body[:_HEAD_BYTES])):
        if found:
            yield found.group(1).decode("ascii").lower()


def _decode_unlabelled(body: bytes) -> str:
    """Decodes by the likeliest guess; with few non-ASCII bytes, where guesses are unreliable, as Western European."""
    sample = body[:_SAMPLE_BYTES] + body[len(body) // 2 : len(body) // 2 + _SAMPLE_BYTES]
    non_ascii = sum(1 for byte in sample if byte > 0x7F)
    guesses = guess_charsets(sample) if non_ascii * _BYTES_PER_NON_ASCII > len(sample) else []
    return body.decode(guesses[0] if guesses else "cp1252", "replace")
