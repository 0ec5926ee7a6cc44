"""Identifiers of actors: validation of listed ones, and the phrases and checks that find them in text.

Security writers defang addresses so that nobody follows them by accident: `hxxps://evil[.]example`,
`name[at]evil[dot]example`; defanged identifiers are found as well, also where one of two brackets is lost. Wallets are
shortened to their first and last letters (`0xde70…fb77`), which others may share.

Check digits: IMO resolution A.1117(30) for ship numbers, ISO 17442 (ISO 7064 MOD 97-10) for LEI codes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

from matching.watchlist.model import Identifier


def _defanged(sign: str, word: str, words: str) -> re.Pattern[str]:
    """A sign in brackets, of which one may be lost, or as a word: `[.]`, `(dot)`, ` dot `, `[.`, `.]`."""
    whole = rf"\s?[\[({{<]\s?(?:{sign}|{words})\s?[\])}}>]\s?|\s{word}\s"
    opened, closed = rf"\s?[\[({{<](?:{sign}|{word} )(?=\w)", rf"(?<=\w)(?:{sign}| {word})[\])}}>](?=\w)"
    return re.compile(f"{whole}|{opened}|{closed}", re.IGNORECASE)


_DOT, _AT = _defanged(r"\.", "dot", "dot|punkt"), _defanged("@", "at", "at")
_SLASHES = re.compile(r"\[:\]//|:\[//\]|\[://\]", re.IGNORECASE)
_HYPHEN, _INVISIBLE = re.compile("[\u2010-\u2013\u2212]"), re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_SCHEME = re.compile(r"\bh(?:xx|tt|\*\*)p(s?)(?=://)", re.IGNORECASE)
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_EMAIL = re.compile(rf"[^\s@]{{1,64}}@{_LABEL}(?:\.{_LABEL})+")
_CONTINUES = re.compile(r"[\w-]|[\[({<]?\.[\])}>]?\w|[\[({<]dot[\])}>]\w")
_PRECEDES = re.compile(r"[\w-]")
_WALLET = re.compile(r"[A-Za-z0-9:_]{20,120}")
_WALLET_KIND = re.compile(r"0x|bc1|tb1|ltc1|cosmos1|bitcoincash:", re.IGNORECASE)  # hexadecimal or bech32: no case
_SHORTENED = re.compile(r"(\w{4,16})(?:…|\.{2,6}|\*{2,6})(\w{4,8})")
_SHORTENED_FIRST, _SHORTENED_LAST = range(3, 10), range(4, 9)  # letters shown behind the kind, and at the end
_LEAST_FIRST = 4
_HANDLE = re.compile(r"@?[\w-][\w.-]{1,60}[\w-](?:#\d{4})?")
_BEFORE_HANDLE = re.compile(
    r"(?:(?<![\w.])[@＠]|(?:[\w-]+\.)+[a-z]{2,}/(?:(?:c|in|s|u|user)/)?@?"
    r"|\btg:(?://)?resolve/?\?domain=|[?&](?:user(?:name)?|screen_name)=)$",  # Telegram's and X's links to accounts
    re.IGNORECASE,
)
_DISCRIMINATOR = re.compile(r"#\d{4}(?!\w)")  # four digits that Discord put behind the name of an account
_SITES = (
    r"github|gitlab|bitbucket|npm|pypi|docker hub|telegram|discord|twitter|mastodon|bluesky|keybase|skype|wechat|slack"
    r"|linkedin|upwork|freelancer|fiverr|reddit|instagram|facebook|tiktok|youtube|steam|vk|вконтакте"
)
_ACCOUNTS = (
    r"accounts?|users?|usernames?|handles?|logins?|nicknames?|screen names?|profiles?|channels?|аккаунт\w*|ник(?:ом)?"
    r"|никнейм\w*|пользовател\w+|канал\w*|cuentas?|usuarios?|perfil|comptes?|utilisateurs?|konto|nutzer(?:name)?"
    r"|benutzer(?:name)?|conta|utente|kullanıcı\w*|hesab\w*|حساب|계정|アカウント|账号|帐号|帳號"
)
_BETWEEN = r"[\s:|('\"`“”„«»‘’—–-]{1,4}"  # no end of a sentence
# GitHub, Discord and their like show accounts without @: "the GitHub account bad_heron", "Discord: bad_heron".
_NAMED_HANDLE = re.compile(
    rf"(?<!\w)(?:{_SITES}|{_ACCOUNTS})(?:{_BETWEEN}(?:{_ACCOUNTS}|named?|called|known as|id|is|was))*{_BETWEEN}$",
    re.IGNORECASE,
)
_ACCOUNT_OF_SITE = re.compile(rf"(?<!\w)(?:{_SITES}){_BETWEEN}(?:{_ACCOUNTS})(?!\w)", re.IGNORECASE)
_LIKE_NO_WORD = re.compile(r"[\d_]|\w\.\w|[^\W\d_A-Z][A-Z]")  # signs that a handle has and a word of a sentence has not
_HANDLE_REACH = 80  # characters before a handle that are searched for the sign, the site or the word for an account
_IMO = re.compile(r"(?i)^\s*(?:IMO|ИМО)\W*(?:number|no\.?)?\W*")
_IMO_LETTERS = r"(?:I\.?M\.?O|O\.?M\.?I|ИМО|ΙΜΟ|Maritime Organi[sz]ation)"
_OF_NUMBER = (
    r"(?:ships?|vessels?|s|identification|registration|code|is|was|of|the"
    r"|n(?:um)?\w{0,5}|o|номер\w{0,2}|番号|编号|号码|번호|αριθμ\w{1,3}|رقم|หมายเลข)"
)
_AFTER_IMO = re.compile(
    rf"(?<!\w){_IMO_LETTERS}(?:\W{{1,3}}{_OF_NUMBER}){{0,6}}(?:\W{{0,3}}|{_OF_NUMBER})$", re.IGNORECASE
)
_IMO_REACH = 50  # characters before a ship's number that are searched for the letters IMO


def check_identifier(identifier: Identifier) -> tuple[str, str] | None:
    """What is wrong with a listed identifier, and the remedy; None if it is valid."""
    return _CHECKS[identifier.kind](identifier.value)


def _check_domain(value: str) -> tuple[str, str] | None:
    if _DOMAIN.fullmatch(refang(value)):
        return None
    return "is not a domain name", "write it without scheme and path, as in example.org"


def _check_email(value: str) -> tuple[str, str] | None:
    return None if _EMAIL.fullmatch(refang(value)) else ("is not a mail address", "write it as in name@example.org")


def _check_wallet(value: str) -> tuple[str, str] | None:
    return None if _WALLET.fullmatch(value) else ("is not a wallet address", "20 to 120 letters and digits, no spaces")


def _check_handle(value: str) -> tuple[str, str] | None:
    return None if _HANDLE.fullmatch(value) else ("is not the name of an account", "write it as in @name, no spaces")


def _check_imo(value: str) -> tuple[str, str] | None:
    digits = _imo_digits(value)
    if len(digits) != 7:
        return "is not an IMO number", "seven digits, with or without IMO before them"
    checksum = sum(int(digit) * weight for digit, weight in zip(digits, range(7, 1, -1), strict=False))
    if checksum % 10 != int(digits[-1]):
        return "is not an IMO number: its check digit is wrong", "compare it with the ship register"
    return None


def _check_lei(value: str) -> tuple[str, str] | None:
    if not re.fullmatch(r"[A-Za-z0-9]{18}[0-9]{2}", value):
        return "is not an LEI", "20 letters and digits"
    if int("".join(str(int(sign, 36)) for sign in value)) % 97 != 1:
        return "is not an LEI: its check digits are wrong", "compare it with the LEI register"
    return None


_CHECKS = {
    "domain": _check_domain,
    "email": _check_email,
    "handle": _check_handle,
    "wallet": _check_wallet,
    "imo": _check_imo,
    "lei": _check_lei,
}


def _imo_digits(value: str) -> str:
    return re.sub(r"\s", "", _IMO.sub("", value))


def refang(text: str) -> str:
    """The address with defanging undone, in Unicode form NFKC, without invisible signs, its hyphens plain, stripped."""
    text = _INVISIBLE.sub("", _HYPHEN.sub("-", unicodedata.normalize("NFKC", text)))
    text = _SLASHES.sub("://", text)
    text = _AT.sub("@", _DOT.sub(".", text))
    return _SCHEME.sub(r"http\1", text).strip()


def identifier_phrases(identifier: Identifier) -> tuple[str, ...]:
    """The texts to search for; of a ship's number, `is_identifier_at` checks that the letters IMO precede it."""
    if identifier.kind == "imo":
        digits = _imo_digits(identifier.value)
        return digits, f"IMO{digits}", f"ИМО{digits}", f"{digits[:3]} {digits[3:]}"
    if identifier.kind == "wallet":
        return identifier.value, *_shortened(identifier.value)
    if identifier.kind == "lei":
        return (identifier.value,)
    if identifier.kind == "handle":
        return (_without_at(identifier.value),)
    name, at, domain = refang(identifier.value).rpartition("@")
    names, ats = dict.fromkeys((name, _with_dots_spelt(name))), (at, " at ") if at else ("",)
    return tuple("".join(parts) for parts in product(names, ats, (domain, _with_dots_spelt(domain))))


def _shortened(wallet: str) -> Iterator[str]:
    """The wallet's first and last letters, as many as are usually shown."""
    kind = _WALLET_KIND.match(wallet)
    before = kind.end() if kind else 0
    for first, last in product(_SHORTENED_FIRST, _SHORTENED_LAST):
        if before + first >= _LEAST_FIRST and before + first + last < len(wallet):
            yield f"{wallet[: before + first]} {wallet[-last:]}"


def is_shortened(surface: str) -> bool:
    """True for a wallet of which only the first and last letters are written: others may share them."""
    return _SHORTENED.fullmatch(surface) is not None


def _without_at(handle: str) -> str:
    return handle.removeprefix("@")


def _with_dots_spelt(value: str) -> str:
    return value.replace(".", " dot ")


def is_identifier_at(identifier: Identifier, text: str, start: int, end: int) -> bool:
    """True if `text[start:end]` is the identifier, defanged or not, and not part of a longer one.

    A domain may have subdomains before it and a path after it; `not-evil.example` and `evil.example.org` are others. A
    wallet may be shortened (`is_shortened`).
    """
    if _CONTINUES.match(text, end) or not _can_start(identifier, text, start, end):
        return False
    return _equals(identifier, text[start:end])


def _can_start(identifier: Identifier, text: str, start: int, end: int) -> bool:
    """True if the identifier can start here.

    A ship's number only a little behind IMO ("IMO-Nr. 9074729"), a handle only at once behind @, a site, or a word for
    an account, or before the digits of Discord ("bad_heron#1234").
    """
    if identifier.kind == "handle":
        if "#" in text[start:end] or _DISCRIMINATOR.match(text, end):
            return not (start and _PRECEDES.match(text, start - 1))
        before = text[max(0, start - _HANDLE_REACH) : start]
        if _is_named_handle(before, text[start:end]):
            return True
        return not before[-1:].isspace() and _BEFORE_HANDLE.search(refang(before)) is not None
    if identifier.kind == "imo" and text[start].isdigit():
        return _AFTER_IMO.search(unicodedata.normalize("NFKC", text[max(0, start - _IMO_REACH) : start])) is not None
    return not (start and _PRECEDES.match(text, start - 1))


def _is_named_handle(before: str, surface: str) -> bool:
    """True for a handle behind a word for an account; one that may be a word, only in small letters behind both.

    "Steam: Phoenix" is a headline, and "the user Phoenix" may be a place; "the GitHub account phoenix" is neither.
    """
    found = _NAMED_HANDLE.search(before)
    if found is None:
        return False
    if _LIKE_NO_WORD.search(surface):
        return True
    return surface.islower() and _ACCOUNT_OF_SITE.search(found[0]) is not None


def _equals(identifier: Identifier, surface: str) -> bool:
    """True if the original text `surface` is the identifier, defanged or not.

    Case is ignored, except in wallets that are neither hexadecimal nor bech32.
    """
    if identifier.kind == "imo":
        return _imo_digits(unicodedata.normalize("NFKC", surface)) == _imo_digits(identifier.value)
    if identifier.kind == "handle":
        return surface.casefold() == _without_at(identifier.value).casefold()
    written, listed = refang(surface), refang(identifier.value)
    if identifier.kind != "wallet" or _WALLET_KIND.match(listed):
        written, listed = written.casefold(), listed.casefold()
    if identifier.kind == "wallet" and (parts := _SHORTENED.fullmatch(written)):
        return listed.startswith(parts[1]) and listed.endswith(parts[2])
    return written == listed
