"""Decoding of a page's bytes, also where it declares no charset or a wrong one.

The order differs from the WHATWG encoding sniffing algorithm in one point: bytes that are valid UTF-8 are decoded as
UTF-8 whatever is declared, because text in another charset is practically never valid UTF-8, and wrong declarations
are common.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence

import chardet
from chardet.enums import EncodingEra

from extractors.pages.decoding.charset_labels import codec_of
from extractors.pages.decoding.double_encoding import decode_twice

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]{2,40})""")
_META_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_HEAD_BYTES = 4096
_FIRST_BYTES = 64  # the document type and the first tag
_SAMPLE_BYTES = 65_536
_TAG = re.compile(rb"<[^<>]{0,400}>")
_MIXED_WORD = re.compile("[A-Za-z][\u0370-\u06ff]+[a-z]")
_MAX_GUESSES = 6
_FEW_ACCENTS = 2
_ACCENT_IN_WORD = re.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]")
_ACCENTS_IN_ROW = re.compile(rb"[\x80-\xff]{2}")
_ERAS = EncodingEra.MODERN_WEB | EncodingEra.LEGACY_ISO
_NON_ASCII = re.compile(rb"[\x80-\xff]")
_BEFORE, _BEHIND = 80, 400  # bytes around a non-ASCII one: a sentence or two
_DAMAGE = re.compile("\ufffd{1,4}")
_LATIN_1 = frozenset(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"))
# No charsets of text on the web, though Python knows them; UTF-16 and 32 cannot be what an ASCII declaration says.
_NOT_DECLARABLE = re.compile(r"utf[-_]?(?:7|16|32)|ucs-|unicode|idna|punycode|raw_unicode|undefined")
# The language of a page, or that of a feed: an attribute of its root or an element of its channel.
_LANGUAGE = re.compile(
    rb"""<(?:html|rss|feed|rdf:RDF)\b[^>]{0,600}?\blang\s*=\s*["']?([A-Za-z]{2})|<(?:dc:)?language>\s*([A-Za-z]{2})""",
    re.IGNORECASE,
)
# Charsets in Latin letters that pages in a language bear, after the table of fallback encodings in the HTML standard
# (https://html.spec.whatwg.org/#encoding-sniffing-algorithm).
_OF_LANGUAGE = {
    **dict.fromkeys((b"pl", b"hu", b"sl", b"cs", b"sk", b"hr", b"ro", b"bs", b"sq"), ("iso8859_2", "cp1250")),
    **dict.fromkeys((b"et", b"lt", b"lv"), ("cp1257",)),
    **dict.fromkeys((b"tr", b"az", b"ku"), ("cp1254",)),
    b"vi": ("cp1258",),
}
_ESCAPE = b"\x1b"
_ISO_2022_JP = _ESCAPE + b"$B"  # the sign by which Japanese text begins in this charset of seven bits


def decode_text(body: bytes, content_type: str = "") -> str:
    """`body` as text; undecodable bytes become U+FFFD, and NUL characters and byte order marks at the start go."""
    return _decoded(body, content_type).replace("\x00", "").lstrip("\ufeff")


def _decoded(body: bytes, content_type: str) -> str:
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return body.decode(encoding, "replace")
    if wide := _wide_without_bom(body[:_HEAD_BYTES]) or _wide_without_bom(body[:_FIRST_BYTES]):
        return body.decode(wide, "replace")
    if _ESCAPE in body and _ISO_2022_JP in body:  # a single byte is found faster
        return body.decode("iso2022_jp_ext", "replace")
    labels = tuple(_labels(body, content_type))
    is_xml = body.lstrip().startswith(b"<?xml")  # whose charset is UTF-8 where none is declared
    if _is_utf8(body, is_declared="utf-8" in labels or "utf8" in labels or (is_xml and not labels)):
        return decode_twice(body) or body.decode("utf-8", "replace")
    return _decode_legacy(body, labels)


def _wide_without_bom(head: bytes) -> str | None:
    """UTF-16 or 32 without a BOM, recognised by NUL in most bytes of ASCII markup, as pages begin; else None."""
    half = len(head) // 2
    if half < 16:
        return None
    odd, even = head[1::2].count(0), head[::2].count(0)
    if odd + even > 1.3 * half:  # three NUL bytes in four
        return "utf-32-le" if head[:1] != b"\x00" else "utf-32-be"
    if odd > 0.7 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half else None


def _is_utf8(body: bytes, *, is_declared: bool) -> bool:
    """True for UTF-8, also with some damaged bytes, or cut off at the end.

    Text in another charset has hardly any valid sequence of UTF-8, so that three for each damaged place are proof; if
    UTF-8 is declared, one for each is. A place has at most four bytes, as a character of UTF-8 has.
    """
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(body) - 3:
            return True
        text = body.decode("utf-8", "replace")
        non_ascii = sum(1 for character in text if character > "\x7f" and character != "\ufffd")
        return len(_DAMAGE.findall(text)) * (1 if is_declared else 3) <= non_ascii
    return True


def _decode_legacy(body: bytes, labels: Sequence[str]) -> str:
    declared = [codec for label in labels if (codec := codec_of(label))]
    for codec in declared:
        try:
            return body.decode(codec)
        except UnicodeError:
            continue
    others = [codec for codec in declared if codec != "utf-8"]  # which it is not
    for codec in others:  # a few bad bytes do not disprove the declaration
        text = body.decode(codec, "replace")
        if text.count("\ufffd") * 100 < len(text):
            return text
    return _decode_unlabelled(body)


def _labels(body: bytes, content_type: str) -> Iterator[str]:
    """The declared charsets in lower case: the header's, the XML declaration's, the page's own, also below scripts.

    Latin-1 in the header comes last: servers send it by default.
    """
    head = body[:_HEAD_BYTES]
    header = _DECLARED.search(content_type.encode("ascii", "ignore"))
    found = [
        match[1].decode("ascii").lower()
        for match in (header, _XML_DECLARED.search(head), _DECLARED.search(head) or _META_DECLARED.search(body))
        if match
    ]
    usable = [label for label in found if not _NOT_DECLARABLE.match(label)]
    by_default = usable[:1] if header and usable[:1] == found[:1] and usable[0] in _LATIN_1 else []
    yield from usable[len(by_default) :]
    yield from by_default


def _decode_unlabelled(body: bytes) -> str:
    """Decodes by the language that the page or feed declares, else by the likeliest guess."""
    charset = _charset_by_language(body) or _guess(body) or "cp1252"
    return body.decode(charset, "replace")


def _guess(body: bytes) -> str | None:
    """The likeliest charset of the text around non-ASCII bytes; None if there are none.

    One by which Latin letters are in the midst of Greek, Cyrillic, Hebrew or Arabic words is none.
    """
    sample = _text_around_non_ascii(body)
    if _is_western(sample):
        return "cp1252"
    found = (one["encoding"] for one in chardet.detect_all(sample, encoding_era=_ERAS))
    guesses = [codec for one in found if one and (codec := codec_of(one.lower()))][:_MAX_GUESSES]
    pure = (one for one in guesses if not _MIXED_WORD.search(sample.decode(one, "replace")))
    return next(pure, guesses[0] if guesses else None)


def _is_western(sample: bytes) -> bool:
    """True for one or two different accents, single in words of Latin letters: too few to tell of another language.

    Not true for what is Western European only in Icelandic, but a common letter elsewhere (ş, ğ and ı are þ, ð and ý).
    """
    letters = {byte for byte in sample if byte > 0x7F}
    if len(letters) > _FEW_ACCENTS or not _ACCENT_IN_WORD.search(sample) or _ACCENTS_IN_ROW.search(sample):
        return False
    return all(letter.isalpha() and letter not in "þðýÞÐÝ" for letter in bytes(letters).decode("cp1252", "replace"))


def _text_around_non_ascii(body: bytes) -> bytes:
    """What is around non-ASCII bytes, without tags: little text may be among much markup."""
    sample = bytearray()
    at = 0
    while len(sample) < _SAMPLE_BYTES and (match := _NON_ASCII.search(body, at)):
        begin = match.start() - _BEFORE
        if begin > at:
            sample += b"\n" + body[begin : match.start()]
        else:  # what adjoins is not cut: a character may have several bytes
            sample += body[at : match.start()]
        at = match.start() + _BEHIND
        sample += body[match.start() : at]
    return _TAG.sub(b" ", bytes(sample))


def _charset_by_language(body: bytes) -> str | None:
    """The charset for the language that the page or feed declares; None for other languages.

    Of several it is the one that gives fewest signs but letters.
    """
    declared = _LANGUAGE.search(body[:_HEAD_BYTES])
    charsets = _OF_LANGUAGE.get((declared[1] or declared[2]).lower() if declared else b"", ())
    non_ascii = bytes(byte for byte in body if byte > 0x7F) if len(charsets) > 1 else b""
    signs = {one: sum(not sign.isalpha() for sign in non_ascii.decode(one, "replace")) for one in charsets}
    return min(charsets, key=lambda one: signs[one], default=None)
