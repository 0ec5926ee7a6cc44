"""The bytes of a message: safe headers, equivalent bodies, limited size; hostile text stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser

import pytest

from alerts.composing.digest import compose
from alerts.config.schedule import Window
from alerts.config.subscriptions import SubjectStyle
from alerts.rendering.bodies import render
from alerts.rendering.limits import MAIL_BYTES
from alerts.rendering.message import MAX_ID_LENGTH, Sender, build_message, fit_to_size
from alerts.rendering.reader_links import LinkKey
from alerts.text.cleaning import one_line, safe_link
from core.records import ChangeKind, EntryChange, FeedTrouble, MatchMethod, Mention, TextField, ZoneKind

SENDER = Sender("Watchword <watch@example.org>")
LISTED = EntryChange("jin-sung-il", "Jin Sung-il", (), ChangeKind.ADDED, datetime(2026, 11, 22, tzinfo=UTC))
HOSTILE = {
    "newline": "Four accused\r\nBcc: everyone@example.org\r\n\r\nBody",
    "encoded word": "=?UTF-8?Q?Four=0ABcc:=20everyone@example.org?= accused",
    "bidi": "Four \u202edesucca\u202c accused \u2066x\u2069",
    "control": "Four\x00\x07\x1b[31m accused\x85\u2028again",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>Four <b>accused</b>",
    "template": "{{ view.subject }} {% for x in range(9) %}{{ x }}{% endfor %}",
    "surrogate": "Four \ud800 accused",
    "megabyte": "accused " * 130_000,
    "combining": "a" + "\u0301" * 5000,
    "quotes": '"><a href="javascript:alert(1)">Four</a>',
}


class Reader(HTMLParser):
    """Collects the texts, links, tags and attributes of an HTML part."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self._hidden = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self._hidden = tag in ("style", "title")
        self.links += [value for name, value in attrs if name == "href"]

    def handle_endtag(self, tag):
        self._hidden = False

    def handle_data(self, data):
        if not self._hidden:
            self.texts.append(data)


def message_of(digest, subscription, recipient, sender):
    rendered = fit_to_size(digest, subscription, recipient, sender)
    return rendered.subject, build_message(rendered, digest, recipient, sender)


def message(make, digest, **changes):
    subject, body = message_of(digest, make.subscription(**changes), "desk@example.org", SENDER)
    return subject, body, message_from_bytes(body, policy=default)


def digest_of(make, *findings, **material):
    window = Window(make.now - timedelta(days=1), make.now, send_if_empty=True)
    return compose(make.subscription(), window, make.material(list(findings), **material), make.now)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_headline_is_only_text(make, name):
    one = make.article(title=HOSTILE[name], site=HOSTILE[name][:200], url="javascript:alert(1)")
    trouble = FeedTrouble(HOSTILE[name][:200], "x", HOSTILE[name][:200], HOSTILE[name], None)
    coverage = replace(make.coverage, feeds_read=25, failing=(trouble,), config_problems=(HOSTILE[name],))
    digest = digest_of(make, make.finding("kim-kwang-jin", one), coverage=coverage)
    _, body, parsed = message(make, digest)
    assert len(body) <= MAIL_BYTES
    assert parsed["Bcc"] is None
    assert parsed["To"] == "desk@example.org"
    assert [part.get_content_type() for part in parsed.iter_parts()] == ["text/plain", "text/html"]
    html = parsed.get_body(("html",)).get_content()
    seen = Reader(html)
    assert not seen.tags & {"script", "img", "iframe", "form", "input", "object", "svg"}
    assert not {one for one in seen.attributes if one.startswith("on")}
    assert not [link for link in seen.links if not link.startswith(("http://", "https://"))]
    text = parsed.get_body(("plain",)).get_content()
    for shown in (text, "".join(seen.texts), str(parsed["Subject"])):
        assert not re.search(
            r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown
        )
    assert re.fullmatch(rb"(?:[^\r\n]*\r\n)*", body), "every line ends in CRLF"
    assert max(map(len, body.split(b"\r\n"))) <= 998


def test_the_same_holds_for_a_target_name_in_the_subject(make):
    one = make.article()
    for name, text in HOSTILE.items():
        found = make.finding("kim-kwang-jin", one)
        digest = digest_of(make, replace(found, target=replace(found.target, name=text)))
        subject, _, parsed = message(make, digest)
        assert parsed["Bcc"] is None, name
        assert str(parsed["Subject"]).split() == subject.split(), name
        assert len(parsed.keys()) == len(set(parsed.keys()))


def test_headers(make):
    one = make.article()
    digest = digest_of(make, make.finding("kim-kwang-jin", one), make.finding("dprk-fraud", one, mention_of(make, one)))
    subject, _, parsed = message(make, digest, tlp="AMBER")
    assert subject == "[Watchword] [TLP:AMBER] HIGH · Kim Kwang-jin · Dprk fraud"
    assert str(parsed["Subject"]) == subject
    assert parsed["From"] == "Watchword <watch@example.org>"
    assert len(parsed["Message-ID"]) <= MAX_ID_LENGTH
    assert parsed["Message-ID"].endswith("@example.org>")
    assert parsed["List-Id"] == "<desk.watchword.example.org>"
    assert parsed["List-Unsubscribe"] == "<mailto:watch@example.org?subject=unsubscribe%20desk>"
    assert parsed["Auto-Submitted"] == "auto-generated"
    assert parsed["X-Watchword-Severity"] == "high"
    assert parsed["X-Watchword-Reason"] == "digest"
    assert re.fullmatch(r"<[0-9a-f]{20}@example\.org>", parsed["References"])


def mention_of(make, article):
    return make.mention(article.text, "laptop farms", "laptop farm*", "term")


def test_the_message_is_the_same_however_often_it_is_made(make):
    digest = digest_of(make, make.finding("kim-kwang-jin", make.article()))
    first = message_of(digest, make.subscription(), "desk@example.org", SENDER)
    assert first == message_of(digest, make.subscription(), "desk@example.org", SENDER)
    other = message_from_bytes(message_of(digest, make.subscription(), "second@example.org", SENDER)[1])
    assert other["Message-ID"] != message_from_bytes(first[1])["Message-ID"]


def test_a_public_url_gives_one_click(make):
    sender = Sender("Überwachung <watch@example.org>", LinkKey("https://watch.example.org", "secret"))
    digest = digest_of(make, make.finding("kim-kwang-jin", make.article()))
    parsed = message_from_bytes(message_of(digest, make.subscription(), "desk@example.org", sender)[1], policy=default)
    assert parsed["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert parsed["List-Unsubscribe"].strip().startswith("<https://watch.example.org/unsubscribe/desk/")
    assert parsed["From"].addresses[0].display_name == "Überwachung"
    assert parsed["From"].addresses[0].addr_spec == "watch@example.org"


def test_a_long_domain_does_not_make_a_long_message_id(make):
    sender = Sender(f"watch@{'a' * 60}.example.org")
    digest = digest_of(make, make.finding("kim-kwang-jin", make.article()))
    parsed = message_from_bytes(message_of(digest, make.subscription(), "desk@example.org", sender)[1])
    assert len(parsed["Message-ID"]) <= MAX_ID_LENGTH


def test_with_counts_in_the_subject_no_name_is_outside_the_body(make):
    digest = digest_of(make, make.finding("kim-kwang-jin", make.article()))
    subject, body, _ = message(make, digest, subject=SubjectStyle.COUNTS)
    assert subject == "[Watchword] HIGH · 1 new story · 1 article · 1 name"
    head = body.partition(b"\r\n\r\n")[0]
    assert b"Kim" not in head


@pytest.mark.parametrize("script", ["latin", "hangul"])
@pytest.mark.parametrize("hits", [5, 60, 400])
def test_any_number_of_hits_fits_and_says_what_is_left_out(make, hits, script):
    filler = "A sentence of some length stands here. " if script == "latin" else "여기에 어느 정도 길이의 문장이 있다. "
    articles = [
        make.article(text=f"{make.text} {filler * 20}", key=str(at), title=f"{filler} {at}") for at in range(hits)
    ]
    found = [
        make.finding(target, one)
        for one in articles
        for target in ("kim-kwang-jin", "kang-tae-bok", "jong-pong-ju", "chang-nam-il")
    ]
    digest = digest_of(make, *found)
    _, body, parsed = message(make, digest)
    assert len(body) <= MAIL_BYTES
    text = parsed.get_body(("plain",)).get_content()
    if hits > 60:
        assert re.search(r"and \d+ more: watchword hits", text)


def test_the_text_says_all_that_the_html_says(make):
    one = make.article()
    other = make.article(site="second.example", text=f"{make.text} Kim Kwang Jin was named again.", title=None)
    found = [
        *(make.finding(name, one) for name in ("kim-kwang-jin", "kang-tae-bok", "chang-nam-il")),
        make.finding("dprk-fraud", one, mention_of(make, one)),
        make.finding("jong-pong-ju", other),
    ]
    digest = replace(digest_of(make, *found, suppressed=[("a namesake", 3)]), watchlist_changes=(LISTED,))
    rendered = render(digest, make.subscription())
    seen = Reader(rendered.html)
    words = re.findall(r"\w+", rendered.text.casefold())
    missing = {word for word in re.findall(r"\w+", " ".join(seen.texts).casefold()) if word not in words}
    assert missing == set()
    assert [link for link in seen.links if link not in rendered.text] == []


def test_the_first_screen_has_counts_coverage_and_watchlist_changes(make):
    trouble = FeedTrouble(
        "justice-gov", "https://justice.example", "bot_check", "answered with a bot check", None, primary=True
    )
    coverage = replace(make.coverage, feeds_read=25, failing=(trouble,))
    near = make.article(text="Also sought is Change Nam II, they said.", site="second.example")
    odd = Mention(TextField.TEXT, 15, 28, "Change Nam II", "Chang Nam-il", MatchMethod.EDIT_2, ZoneKind.CORE)
    digest = digest_of(
        make,
        make.finding("kim-kwang-jin", make.article()),
        make.finding("chang-nam-il", near, odd),
        coverage=coverage,
    )
    lines = render(replace(digest, watchlist_changes=(LISTED,)), make.subscription()).text.splitlines()
    first = lines[: next(at for at, line in enumerate(lines) if line.startswith(">")) + 1]
    screen = "\n".join(first)
    assert len(first) <= 20
    assert "2 new stories, 2 articles, 2 names, 1 spelling to check" in screen
    assert "Coverage: 25 of 26 feeds read. NOT read: justice-gov (bot check)" in screen
    assert "Watchlist changed: Jin Sung-il was added" in screen


def test_an_empty_digest_shows_that_the_watch_is_alive(make):
    rendered = render(digest_of(make), make.subscription())
    assert rendered.subject == "[Watchword] All quiet · 26 feeds watched"
    assert "Last complete cycle: 22 Nov, 07:50 GMT" in rendered.text


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://news.example/a?b=c&d=%20e", "https://news.example/a?b=c&d=%20e"),
        ('https://news.example/"><script>', "https://news.example/%22%3E%3Cscript%3E"),
        ("https://news.example/뉴스", "https://news.example/%EB%89%B4%EC%8A%A4"),
        ("https://bücher.example/x", "https://xn--bcher-kva.example/x"),
        ("https://news.example:8443/x", "https://news.example:8443/x"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https://user:secret@news.example/", None),
        ("//news.example/x", None),
        ("https://", None),
        ("http://[::1", None),
        (f"https://news.example/{'a' * 3000}", None),
        ("https://evil.example\\.news.example/", "https://evil.example/.news.example/"),
        ("https://news.example\\@evil.example/", "https://news.example/@evil.example/"),
        ("https://news.example\u2024evil.example/", None),
        ("https://news.example%2eevil.example/", None),
        ("https://\u0430pple.example/", "https://xn--pple-43d.example/"),
        ("https://[2001:db8::1]:8443/x", "https://[2001:db8::1]:8443/x"),
        (None, None),
    ],
)
def test_links(url, link):
    assert safe_link(url) == link


def test_one_line_keeps_visible_text():
    assert one_line("Zhenxing “Danny” Wang\n김광진 👨‍👩‍👧") == "Zhenxing “Danny” Wang 김광진 👨‍👩‍👧"
    assert one_line("a" * 500) == "a" * 299 + "…"
