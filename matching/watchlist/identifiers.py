"""Numbers and addresses that belong to one actor: checked when listed, found in text also when defanged.

Defanging is the custom of security writers to break an address so that nobody follows it by accident:
`hxxps://evil[.]example`, `name[at]evil[dot]example`. Check digits: IMO resolution A.1117(30) for ship numbers, ISO
17442 (ISO 7064 MOD 97-10) for LEI codes.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import product

from matching.watchlist.model import Identifier

_DOT = re.compile(r"\s?[\[({<]\s?(?:\.|dot|punkt)\s?[\])}>]\s?|\s(?:dot)\s", re.IGNORECASE)
_AT = re.compile(r"\s?[\[({<]\s?(?:@|at)\s?[\])}>]\s?|\s(?:at)\s", re.IGNORECASE)
_SLASHES = re.compile(r"\[:\]//|:\[//\]|\[://\]", re.IGNORECASE)
_SCHEME = re.compile(r"\bh(?:xx|tt|\*\*)p(s?)(?=://)", re.IGNORECASE)
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_EMAIL = re.compile(rf"[^\s@]{{1,64}}@{_LABEL}(?:\.{_LABEL})+")
_GOES_ON = re.compile(r"[\w-]|(?:\.|\[\.\])\w")
_BEGINS_BEFORE = re.compile(r"[\w-]")
_WALLET = re.compile(r"[A-Za-z0-9:_]{20,120}")
_CASED_WALLET = re.compile(r"(?!0x|bc1|tb1|ltc1|cosmos1|bitcoincash:)", re.IGNORECASE)
_IMO = re.compile(r"(?i)^\s*(?:IMO|ИМО)\W*(?:number|no\.?)?\W*")
_NUMBER = r"(?:(?:ship|vessel|identification|registration)\W{1,2}){0,2}(?:n(?:um)?\w{0,5}|номер)?\W{0,2}o?"
_BEHIND_IMO = re.compile(rf"(?<!\w)(?:IMO|ИМО)\W{{0,3}}{_NUMBER}\W{{0,3}}$", re.IGNORECASE)
_IMO_REACH = 50  # characters before a ship's number in which the letters IMO stand


def check_identifier(identifier: Identifier) -> tuple[str, str] | None:
    """What is wrong with a listed identifier and the remedy, None if nothing is."""
    return _CHECKS[identifier.kind](identifier.value)


def _check_domain(value: str) -> tuple[str, str] | None:
    if _DOMAIN.fullmatch(refang(value)):
        return None
    return "is not a domain name", "write it without scheme and path, as in example.org"


def _check_email(value: str) -> tuple[str, str] | None:
    return None if _EMAIL.fullmatch(refang(value)) else ("is not a mail address", "write it as in name@example.org")


def _check_wallet(value: str) -> tuple[str, str] | None:
    return None if _WALLET.fullmatch(value) else ("is not a wallet address", "20 to 120 letters and digits, no spaces")


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
    "wallet": _check_wallet,
    "imo": _check_imo,
    "lei": _check_lei,
}


def _imo_digits(value: str) -> str:
    return _IMO.sub("", value).strip()


def refang(text: str) -> str:
    """The address as it works, whatever was done to break it; compatibility forms folded, line breaks joined."""
    text = unicodedata.normalize("NFKC", text)
    text = _SLASHES.sub("://", text)
    text = _AT.sub("@", _DOT.sub(".", text))
    return _SCHEME.sub(r"http\1", text).strip()


def identifier_phrases(identifier: Identifier) -> tuple[str, ...]:
    """The texts to look for; `is_identifier_at` tells whether a ship's number stands behind the letters IMO."""
    if identifier.kind == "imo":
        digits = _imo_digits(identifier.value)
        return digits, f"IMO{digits}", f"ИМО{digits}"
    if identifier.kind in {"wallet", "lei"}:
        return (identifier.value,)
    name, at, domain = refang(identifier.value).rpartition("@")
    names, ats = dict.fromkeys((name, _spoken(name))), (at, " at ") if at else ("",)
    return tuple("".join(parts) for parts in product(names, ats, (domain, _spoken(domain))))


def _spoken(value: str) -> str:
    return value.replace(".", " dot ")


def is_identifier_at(identifier: Identifier, text: str, start: int, end: int) -> bool:
    """True if `text[start:end]` writes the identifier, defanged or not, and is not a part of a longer one.

    A domain may have subdomains before it and a path after it; `not-evil.example` and `evil.example.org` are others.
    """
    if _GOES_ON.match(text, end) or not _begins(identifier, text, start):
        return False
    return _agrees(identifier, text[start:end])


def _begins(identifier: Identifier, text: str, start: int) -> bool:
    """True if the identifier may begin there; a ship's number only behind the letters IMO: "IMO-Nr. 9074729"."""
    if identifier.kind == "imo" and text[start].isdigit():
        return _BEHIND_IMO.search(unicodedata.normalize("NFKC", text[max(0, start - _IMO_REACH) : start])) is not None
    return not (start and _BEGINS_BEFORE.match(text, start - 1))


def _agrees(identifier: Identifier, surface: str) -> bool:
    """True if the original text `surface` writes the identifier, defanged or not.

    Domains, mail addresses, LEI and hexadecimal or bech32 wallets do not depend on case; other wallets do.
    """
    if identifier.kind == "imo":
        return _imo_digits(unicodedata.normalize("NFKC", surface)) == _imo_digits(identifier.value)
    written, listed = refang(surface), refang(identifier.value)
    if identifier.kind == "wallet" and _CASED_WALLET.match(listed):
        return written == listed
    return written.casefold() == listed.casefold()
