"""The codec for a declared charset.

Labels mean what the WHATWG Encoding Standard says (https://encoding.spec.whatwg.org/#names-and-labels, CC BY 4.0; read
on 2026-11-30): several name the superset that Windows made of a charset, because text declared so is written in it.
"""

from __future__ import annotations

import codecs
import re

# By the name of Python's codec.
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
# Labels that Python does not know.
_LABELS = {
    "unicode-1-1-utf-8": "utf-8",
    "unicode11utf8": "utf-8",
    "unicode20utf8": "utf-8",
    "x-unicode20utf8": "utf-8",
    "csiso88596e": "iso8859-6",
    "csiso88596i": "iso8859-6",
    "iso-8859-6-e": "iso8859-6",
    "iso-8859-6-i": "iso8859-6",
    "sun_eu_greek": "iso8859-7",
    "csiso88598e": "iso8859-8",
    "csiso88598i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
    "iso-8859-8-i": "iso8859-8",
    "visual": "iso8859-8",
    "logical": "iso8859-8",
    "csisolatin9": "iso8859-15",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "koi8-ru": "koi8-u",
    "mac": "mac-roman",
    "csmacintosh": "mac-roman",
    "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic",
    "dos-874": "cp874",
    "windows-874": "cp874",
    "csgb2312": "gb18030",
    "gb_2312": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "cn-big5": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "csksc56011987": "cp949",
    "iso-ir-149": "cp949",
    "windows-949": "cp949",
    "ks_c_5601-1989": "cp949",
    "ksc5601": "cp949",
    "ksc_5601": "cp949",
    "cseuckr": "cp949",
    "x-sjis": "cp932",
    "ms_kanji": "cp932",
    "windows-31j": "cp932",
    "cseucpkdfmtjapanese": "euc_jp",
    "x-euc-jp": "euc_jp",
}
_ISO_8859 = re.compile(r"iso_?8859-?(\d{1,2})(?::\d{4})?")
_WINDOWS = re.compile(r"x-cp(125\d)")


def codec_of(label: str) -> str | None:
    """The name of the codec that decodes text declared with this label in lower case; None for an unknown one."""
    if number := _ISO_8859.fullmatch(label):
        name = f"iso8859-{number[1]}"
    elif number := _WINDOWS.fullmatch(label):
        name = f"cp{number[1]}"
    else:
        name = _LABELS.get(label, label)
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return _SUPERSETS.get(codec.name, codec.name)
