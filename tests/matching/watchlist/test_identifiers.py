"""Identifiers: which may be listed, and what counts as one in text."""

from __future__ import annotations

import pytest

from matching.watchlist.identifiers import check_identifier, is_identifier_at, refang
from matching.watchlist.model import Identifier
from tests.matching.conftest import article, matcher_of

DOMAIN = Identifier("domain", "bad-host.example")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("imo", "9074729"),
        ("imo", "IMO 9074729"),
        ("lei", "5493XK7RQ0WATCHW0023"),
        ("domain", "bad-host.example"),
        ("domain", "bad-host[.]example"),
        ("email", "a.b@bad-host.example"),
        ("handle", "@silver_heron77"),
        ("handle", "silver.heron"),
        ("handle", "silver_heron#1234"),
        ("wallet", "0x52908400098527886E0F7030069857D2E4169EE7"),
    ],
)
def test_valid_identifiers(kind, value):
    assert check_identifier(Identifier(kind, value)) is None


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("imo", "9074728", "check digit"),
        ("imo", "907472", "not an IMO number"),
        ("lei", "5493XK7RQ0WATCHW0024", "check digits"),
        ("lei", "5493", "not an LEI"),
        ("domain", "localhost", "not a domain"),
        ("domain", "https://bad.example/path", "not a domain"),
        ("email", "bad.example", "not a mail address"),
        ("wallet", "0x12", "not a wallet"),
        ("handle", "silver heron", "not the name of an account"),
        ("handle", "@", "not the name of an account"),
    ],
)
def test_invalid_identifiers(kind, value, words):
    message, remedy = check_identifier(Identifier(kind, value))
    assert words in message
    assert remedy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hxxps://bad-host[.]example", "https://bad-host.example"),
        ("bad-host(.)example", "bad-host.example"),
        ("bad\u2011host\u200b[.]example", "bad-host.example"),
        ("bad-host {.} example", "bad-host.example"),
        ("bad-host dot example", "bad-host.example"),
        ("name[at]bad-host[dot]example", "name@bad-host.example"),
        ("hxxp[:]//bad-host.example", "http://bad-host.example"),
        ("ｂａｄ.example", "bad.example"),
        ("bad-host[.example", "bad-host.example"),
        ("bad-host.]example", "bad-host.example"),
        ("name[@bad-host(.example", "name@bad-host.example"),
        ("name at] bad-host [dot example", "name at] bad-host.example"),
        ("It ended (badly.) Then [.. nothing", "It ended (badly.) Then [.. nothing"),
        ("nothing here", "nothing here"),
    ],
)
def test_refanging(text, expected):
    assert refang(text) == expected


@pytest.mark.parametrize(
    ("before", "surface", "after", "expected"),
    [
        ("", "bad-host.example", "", True),
        ("www.", "BAD-HOST.example", "/path", True),
        ("hxxp://", "bad-host[.]example", ",", True),
        ("it called ", "bad-host.example", ". Then", True),
        ("not-", "bad-host.example", "", False),
        ("not", "bad-host.example", "", False),
        ("", "bad-host.example", ".org", False),
        ("", "bad-host.example", "[.]org", False),
        ("", "bad-host.example", "[.org", False),
        ("", "bad-host.example", "[dot]org", False),
        ("hxxp://", "bad-host[.example", "/a", True),
        ("hxxp://", "bad-host.]example", "]", True),
        ("(", "bad-host.example", ").", True),
        ("", "bad host example", "", False),
        ("", "bad-host. Example", "", False),
    ],
)
def test_a_domain_in_text(before, surface, after, expected):
    text = before + surface + after
    assert is_identifier_at(DOMAIN, text, len(before), len(before) + len(surface)) is expected


def test_hexadecimal_wallets_ignore_case_and_others_do_not():
    mixed, hexadecimal = (
        Identifier("wallet", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"),
        Identifier("wallet", "0xAB" + "0" * 38),
    )
    for wallet, expected in ((mixed, False), (hexadecimal, True)):
        lower = wallet.value.lower()
        assert is_identifier_at(wallet, lower, 0, len(lower)) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("IMO ", True), ("IMO no. ", True), ("IMO-Nr. ", True), ("IMO n.º ", True), ("(IMO: ", True), ("IMO", True),
        ("IMO ship identification number ", True), ("ИМО ", True), ("номер ИМО: ", True), ("IMO №", True),
        ("IMO number is ", True), ("I.M.O. ", True), ("IMO ship’s number was ", True), ("OMI n° ", True),
        ("IMO番号", True), ("IMO issued ", False), ("IMO is near. Call ", False),
        ("MMSI ", False), ("LIMO ", False), ("", False), ("IMO says no. Call ", False), ("IMO 123-", False),
    ],
)  # fmt: skip
def test_a_ship_number_needs_the_letters_imo_before_it(before, expected):
    ship = Identifier("imo", "9074729")
    text = f"{before}9074729 left."
    assert is_identifier_at(ship, text, len(before), len(before) + 7) is expected
    assert not is_identifier_at(ship, f"{before}90747291", len(before), len(before) + 7)


@pytest.mark.parametrize(
    "text",
    ["ivan.p[@]example[.]net", "ivan.p [at] example [dot] net", "ivan dot p at example dot net", "IVAN.P@example.net"],
)
def test_a_defanged_mail_address_is_found(text):
    matcher = matcher_of(
        "actors:\n  - {id: one, name: Ivan Petrenkov, identifiers: [{kind: email, value: ivan.p@example.net}]}\n"
    )
    assert [hit.target_id for hit in matcher.match(article(f"Write to {text} today."))] == ["one"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He wrote to @silver_heron77.", True),
        ("He wrote to @Silver_Heron77, who left.", True),
        ("The channel t.me/silver_heron77 is closed.", True),
        ("The channel t[.]me/silver_heron77 is closed.", True),
        ("See https://www.social.example/@silver_heron77?l=1", True),
        ("See https://t.me/s/silver_heron77 and no other.", True),
        ("See https://social.example/tag/silver_heron77 of birds.", False),
        ("He wrote to @silver_heron778 and @silver_heron77_.", False),
        ("The silver heron77, and silver_heron77 without a sign.", False),
        ("The GitHub account silver_heron77 was closed.", True),
        ("Discord: silver_heron77", True),
        ("Handle\nsilver_heron77", True),
        ("| Telegram | “silver_heron77” |", True),
        ("Он писал под ником silver_heron77.", True),
        ("See tg://resolve?domain=silver_heron77", True),
        ("See tg[:]//resolve?domain=silver_heron77&start=1", True),
        ("See https://x.example/intent/user?screen_name=silver_heron77", True),
        ("See https://shop.example/?bird=silver_heron77", False),
        ("Write to silver_heron77#1234.", True),
        ("Write to silver_heron77#12345 or not_silver_heron77#1234.", False),
        ("They closed the account. silver_heron77 is a bird.", False),
        ("The account of silver_heron77 fans.", False),
        ("He wrote to jane@silver_heron77.example and a/silver_heron77.", False),
    ],
)
def test_handles_are_found_behind_their_sign_a_site_or_a_word_for_an_account(text, found):
    listed = "actors: [{id: a, name: Ostara Venhorst, identifiers: [{kind: handle, value: '@silver_heron77'}]}]"
    hits = matcher_of(listed).match(article(text))
    assert [hit.band.value for hit in hits] == ["alert"] * found


def test_an_account_listed_with_its_digits_is_found_with_them_alone():
    listed = "actors: [{id: a, name: Ostara Venhorst, identifiers: [{kind: handle, value: 'bad_heron#1234'}]}]"
    matcher = matcher_of(listed)
    texts = ("bad_heron#1234 wrote.", "As @bad_heron#1234 he wrote.", "bad_heron#1235 wrote.", "@bad_heron wrote.")
    assert [len(matcher.match(article(text))) for text in texts] == [1, 1, 0, 0]


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("0xde709f2102306220921060314715629080e2fb77", "alert"),
        ("0xde70…fb77", "review"),
        ("0xDE709F21...80e2fb77", "review"),
        ("“0xde709***fb77”", "review"),
        ("bc1qxy2k…0wlh", "review"),
        ("1Boat…Ttpy", "review"),
        ("0xde7…b77", None),
        ("0xde…fb77", None),
        ("0xde70…fb78", None),
        ("0xde70 and fb77", None),
        ("0xde70. Fb77", None),
        ("1boat…ttpy", None),
        ("0xde70…fb77a", None),
    ],
)
def test_a_wallet_shortened_to_its_first_and_last_letters_is_for_review(text, band):
    wallets = (
        "0xde709f2102306220921060314715629080e2fb77",
        "bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh",
        "1BoatSLRHtKNngkdXEeobR76b53LETtpy",
    )
    listed = ", ".join(f"{{kind: wallet, value: '{one}'}}" for one in wallets)
    matcher = matcher_of(f"actors: [{{id: a, name: Ostara Venhorst, identifiers: [{listed}]}}]")
    hits = matcher.match(article(f"It was sent to {text} on Monday."))
    assert [hit.band.value for hit in hits] == ([band] if band else [])
    if band == "review":
        assert "has the first and last letters of the listed wallet" in hits[0].deciding_reason.text


def test_a_shortened_wallet_neither_holds_a_whole_one_back_nor_a_name():
    wallet = "0xde709f2102306220921060314715629080e2fb77"
    matcher = matcher_of(
        f"actors: [{{id: a, name: Ostara Venhorst-Quill, identifiers: [{{kind: wallet, value: '{wallet}'}}]}}]"
    )
    for other in (wallet, "Ostara Venhorst-Quill"):
        (hit,) = matcher.match(article(f"From 0xde70…fb77 it went to {other}."))
        assert hit.band.value == "alert"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The GitHub account phoenix was closed.", True),
        ("Telegram channel: phoenix", True),
        ("It wrote as @Phoenix.", True),
        ("The game is on Steam: Phoenix Point sold well.", False),
        ("The channel Phoenix showed it to its users: phoenix, Arizona.", False),
        ("O jornalista conta: phoenix voltou.", False),
        ("A Slack user Phoenix knows.", False),
    ],
)
def test_a_handle_that_may_be_a_word_is_met_behind_a_site_with_a_word_for_an_account(text, found):
    listed = "actors: [{id: a, name: Ostara Venhorst, identifiers: [{kind: handle, value: phoenix}]}]"
    assert [hit.band.value for hit in matcher_of(listed).match(article(text))] == ["alert"] * found
