"""Readers' comments are doubtful by their structure, in any language; what merely resembles them stays core."""

import hashlib
from datetime import UTC, datetime

import pytest

from core.records import FeedEntry, FetchedPage, ZoneKind
from extractors.pages.article import extract_article

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
URL = "https://courier.example/news/harbour-wall-to-be-mended"
BODY = [
    f"{start} the wall of the harbour, which two storms have hollowed, is mended before the tides of spring come back."
    for start in ("On Monday the council heard why", "Engineers had explained how", "Nobody in the hall disagreed that")
]
REMARK = "I went to school with Barnaby Klee and he was just the same, always had money and never a job to pay for it."


def core_of(inside):
    html = f"<html lang=en><head><title>Harbour wall</title></head><body><h1>Harbour wall</h1>{inside}</body></html>"
    body = html.encode()
    page = FetchedPage(URL, URL, 200, (), body, NOW, hashlib.sha256(body).hexdigest())
    article = extract_article(page, FeedEntry("f", "1", URL, "Harbour wall", None, None, None, NOW))
    return "".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.CORE)


def text(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def comments(count, tag="div", name="x"):
    return "".join(
        f"<{tag} class={name}><b>{chr(65 + n)}dam</b> <i>1.3.2026 10:{n}0</i><p>{n}. {REMARK}</p></{tag}>"
        for n in range(count)
    )


@pytest.mark.parametrize("tag", ["div", "li", "article"])
@pytest.mark.parametrize("count", [3, 9])
def test_a_list_of_authors_times_and_texts_is_doubtful(count, tag):
    core = core_of(f"<div class=t>{text(BODY)}</div><div class=k>{comments(count, tag)}</div>")
    assert "Barnaby" not in core
    assert [line for line in BODY if line not in core] == []


@pytest.mark.parametrize("heading", ["Kommentare (2)", "Opinie", "댓글 2", "コメント", "Комментарии: 2", "2 Comments"])
def test_a_heading_of_comments_needs_only_one(heading):
    core = core_of(f"<div class=t>{text(BODY)}</div><div class=k><h3>{heading}</h3>{comments(1)}</div>")
    assert "Barnaby" not in core
    assert [line for line in BODY if line not in core] == []


def test_a_number_of_comments_above_the_text_ends_nothing():
    core = core_of(f"<div class=t>{text(BODY[:1])}<div class=n>6 Comments</div>{text(BODY[1:])}</div>")
    assert [line for line in BODY if line not in core] == []


def test_posts_of_a_live_page_are_no_comments():
    posts = "".join(f"<div class=post><b>10:{n}0</b><p>{line}</p></div>" for n, line in enumerate(BODY))
    core = core_of(
        f"<div class=t>{text(['The council of Porthaven meets today to hear about its harbour wall.'])}{posts}</div>"
    )
    assert [line for line in BODY if line not in core] == []


READERS = ("Oskar P.", "Marlene K", "nightowl", "T. Rask")
FORMS = {
    "rows of a table": "<table>{}</table>".format(
        "".join(
            f"<tr><td><b>{one}</b></td><td>20.02.2026 09:1{n}</td></tr><tr><td colspan=2>{n}. {REMARK}</td></tr>"
            for n, one in enumerate(READERS)
        )
    ),
    "paragraphs signed at their beginning": "<div class=z>{}</div>".format(
        "".join(f"<p><b>{one}</b> (20.02.2026 09:1{n}):<br>{n}. {REMARK}</p>" for n, one in enumerate(READERS))
    ),
    "rows with the author beside": "<table>{}</table>".format(
        "".join(
            f"<tr><td><b>{one}</b><br>#{n}</td><td><i>20.02.2026 09:1{n}</i><div>{n}. {REMARK}</div></td></tr>"
            for n, one in enumerate(READERS)
        )
    ),
    "paragraphs that begin with author and time": "".join(
        f"<p><b>{one}</b> 20.02.2026, 09:1{n}<br>{n}. {REMARK}</p>" for n, one in enumerate(READERS)
    ),
    "texts above their authors": "<div>{}</div>".format(
        "".join(
            f"<blockquote><p>{n}. {REMARK}</p><cite>— {one}, 20.02.2026 09:1{n}</cite></blockquote>"
            for n, one in enumerate(READERS)
        )
    ),
    "items with a button": "<ul>{}</ul>".format(
        "".join(
            f"<li><img><b>{one}</b><time>20.02.2026 09:1{n}</time><div>{n}. {REMARK}</div><button>+1</button></li>"
            for n, one in enumerate(READERS)
        )
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_comments_have_many_forms(form):
    core = core_of(f"<div class=t>{text(BODY)}</div>{FORMS[form]}")
    assert "Barnaby" not in core
    assert [line for line in BODY if line not in core] == []


AGES = """
    3 hours ago|vor 3 Stunden|il y a 3 heures|hace 3 horas|há 3 horas|3 ore fa|3 uur geleden|3 timer siden
    3 godziny temu
    před 3 hodinami|3 órája|acum 3 ore|преди 3 часа|pre 3 sata|3 saat önce|3 часа назад|3 години тому|πριν από 3 ώρες
    prieš 3 val.|3 tuntia sitten|قبل 3 ساعات|3 ساعت پیش|לפני 3 שעות|3 घंटे पहले|3 ঘণ্টা আগে|3 giờ trước|3 jam yang lalu
    3 ชั่วโมงที่แล้ว|3시간 전|3時間前|3小时前|3 ժամ առաջ|3 საათის წინ
"""


@pytest.mark.parametrize("age", [one.strip() for one in AGES.replace("\n", "|").split("|") if one.strip()])
def test_the_age_of_a_comment_is_read_in_many_languages(age):
    items = "".join(f"<li><b>{one}</b><i>{age}</i><p>{n}. {REMARK}</p></li>" for n, one in enumerate(READERS))
    core = core_of(f"<div class=t>{text(BODY)}</div><ul>{items}</ul>")
    assert "Barnaby" not in core
    assert [line for line in BODY if line not in core] == []


PERSONS = [("Barnaby Klee", "04.05.1971"), ("Tove Alder", "11.12.1980"), ("Sami Rauk", "20.02.1969")]
LISTS = {
    "table": "<table>{}</table>".format(
        "".join(f"<tr><td>{one}</td><td>{day}</td><td>Member of the board.</td></tr>" for one, day in PERSONS)
    ),
    "items": "<ul>{}</ul>".format(
        "".join(
            f"<li><b>{one}</b> <span>{day}</span><p>Member of the board of the yard.</p></li>" for one, day in PERSONS
        )
    ),
    "paragraphs": "".join(f"<p><b>{one}</b> ({day}): member of the board of the yard.</p>" for one, day in PERSONS),
}


@pytest.mark.parametrize("form", LISTS)
def test_a_list_of_persons_with_dates_of_birth_is_no_comments(form):
    core = core_of(f"<div class=t>{text(BODY)}{LISTS[form]}</div>")
    assert [one for one, _ in PERSONS if one not in core] == []
