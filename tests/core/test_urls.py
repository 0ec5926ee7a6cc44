"""Canonical URLs, hosts, origins and sites."""

from __future__ import annotations

import base64
import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.urls import canonical, host_of, origin_of, same_site, site_of

WORDS = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=8)
UNKNOWN = WORDS.map(lambda word: f"x{word}")  # no tracker's name starts with x


@pytest.mark.parametrize(
    ("given_url", "wanted"),
    [
        ("HTTP://Example.ORG:80/a/./b/../c", "http://example.org/a/c"),
        ("https://example.org:443", "https://example.org/"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org./a#part", "https://example.org/a"),
        ("https://example.org/#!/story/7", "https://example.org/#!/story/7"),
        ("https://example.org/a?b=2&a=1&utm_source=feed&fbclid=9&at_medium=RSS", "https://example.org/a?a=1&b=2"),
        ("https://example.org/a?UTM_Campaign=x", "https://example.org/a"),
        ("https://example.org/a?a=2&a=1", "https://example.org/a?a=2&a=1"),
        ("https://example.org/%7euser/%e4", "https://example.org/~user/%E4"),
        ("https://user:secret@example.org/a", "https://example.org/a"),
        ("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe"),
        ("http://[2001:DB8:0::1]:80/", "http://[2001:db8::1]/"),
        ("  https://example.org/a b \n", "https://example.org/a%20b"),
        ("https://example.org\\a", "https://example.org/a"),
    ],
)
def test_spellings_of_one_url_have_one_canonical_form(given_url, wanted):
    assert canonical(given_url) == wanted


@pytest.mark.parametrize(
    ("given_url", "wanted"),
    [
        ("https://www.example.org/news/story/amp/", "https://www.example.org/news/story/"),
        ("https://www.example.org/news/story/amp", "https://www.example.org/news/story"),
        ("https://www.example.org/amp/news/story", "https://www.example.org/news/story"),
        ("https://www.example.org/story.amp.html?amp=1", "https://www.example.org/story.html"),
        ("https://www.example.org/story?outputType=amp&id=4", "https://www.example.org/story?id=4"),
        ("https://amp.example.org/story", "https://www.example.org/story"),
        ("https://amp.news.example.org/story", "https://news.example.org/story"),
        (
            "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/story?usqp=x",
            "https://www.example.org/story",
        ),
        ("https://www.google.com/amp/s/www.example.org/story/amp/", "https://www.example.org/story/"),
        ("https://example.org/amp/", "https://example.org/amp/"),
        ("https://amp.dev/about", "https://amp.dev/about"),
    ],
)
def test_an_amp_url_becomes_that_of_its_article(given_url, wanted):
    assert canonical(given_url) == wanted


def test_google_redirects_become_their_targets():
    target = "https://www.example.org/story?id=4"
    assert canonical("https://www.google.com/url?sa=t&url=https%3A%2F%2Fwww.example.org%2Fstory%3Fid%3D4") == target
    assert canonical("https://www.google.co.uk/url?q=https://www.example.org/story?id%3D4") == target
    wrapped = "https://www.google.com/url?q=https://www.google.com/url?q%3Dhttps://www.example.org/story?id%253D4"
    assert canonical(wrapped) == target


def test_old_google_news_links_become_their_target_and_new_ones_stay():
    target = "https://www.example.org/story/about-a-laptop-farm"
    message = b"\x08\x13\x22" + bytes([len(target)]) + target.encode() + b"\xd2\x01\x00"
    article = base64.urlsafe_b64encode(message).decode().rstrip("=")
    assert canonical(f"https://news.google.com/rss/articles/{article}?oc=5&hl=en") == target
    opaque = canonical("https://news.google.com/read/CBMiAUxyz?hl=en&gl=US")
    assert opaque == "https://news.google.com/rss/articles/CBMiAUxyz"


def test_feedburner_links_stay_without_their_campaign_parameters():
    feed_proxy = "https://feedproxy.google.com/~r/Feed/~3/abc/story"
    assert canonical(f"{feed_proxy}?utm_source=feedburner&utm_medium=feed") == feed_proxy


@pytest.mark.parametrize(
    "invalid",
    ["", "nonsense", "ftp://example.org/", "mailto:a@example.org", "http://", "http://a..b/", "http://example.org:port/",
     "//example.org/a", "http://[::1", "https://example.org/" + "a" * 9000],
)  # fmt: skip
def test_an_invalid_url_has_no_canonical_form(invalid):
    assert canonical(invalid) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/a/"),
        ("https://example.org/a", "http://example.org/a"),
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("https://example.org/a?x", "https://example.org/a?x="),
        ("https://example.org/a?ref=1", "https://example.org/a"),
        ("https://example.org/A", "https://example.org/a"),
    ],
)
def test_urls_that_may_be_different_pages_stay_different(one, other):
    assert canonical(one) != canonical(other)


@given(st.text(max_size=60).map(lambda tail: f"http://example.org/{tail}") | st.text(max_size=60))
def test_canonicalising_twice_changes_nothing(url):
    form = canonical(url)
    assert form is None or canonical(form) == form


@given(
    st.lists(st.sampled_from(["amp", ".amp", "..", ".", "a", "amp.html", "c", "s", "google.com", "url?q=http:", ""]))
)
def test_canonicalising_twice_changes_nothing_for_wrapped_urls(parts):
    for host in ("www.google.com", "amp.amp.example.org", "x.cdn.ampproject.org", "news.google.com"):
        form = canonical(f"https://{host}/" + "/".join(parts))
        assert form is not None
        assert canonical(form) == form


@given(UNKNOWN, WORDS, WORDS)
def test_an_unknown_parameter_distinguishes_pages(name, value, other):
    with_one, with_other = (f"https://example.org/a?{name}={one}&utm_medium=rss" for one in (value, other))
    assert (canonical(with_one) == canonical(with_other)) == (value == other)
    assert canonical(with_one) != canonical("https://example.org/a")


def test_hosts_and_sites():
    assert host_of("https://WWW.Example.co.uk.:8443/a") == "www.example.co.uk"
    assert site_of("https://news.example.co.uk/a") == "example.co.uk"
    assert site_of("https://someone.github.io/a") == "someone.github.io"
    assert site_of("http://127.0.0.1:8000/a") == "127.0.0.1:8000"
    assert site_of("http://localhost/a") == "localhost"
    assert origin_of("https://user@Example.org:443/a?b") == "https://example.org"
    assert (host_of("nonsense"), site_of("nonsense"), origin_of("nonsense")) == (None, None, None)


def test_same_site_compares_registrable_domains():
    assert same_site("https://www.example.org/a", "http://feeds.example.org/b")
    assert not same_site("https://a.github.io/", "https://b.github.io/")
    assert not same_site("nonsense", "nonsense")


@pytest.mark.parametrize(
    "path", ["/amp" * 2000, "/x" + "/amp" * 2000 + "/", "/x" + ".amp" * 2000, "/x" + "/amp.amp" * 1000]
)
def test_a_path_of_thousands_of_amp_markers_costs_little(path):
    begun = time.process_time()
    assert "/amp/amp" not in canonical(f"https://a.example{path}")
    assert time.process_time() - begun < 0.1
