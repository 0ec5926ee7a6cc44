"""What the desk refuses: each test is one way in that another account, another page or a hostile article would try."""

from __future__ import annotations

import http.client
import logging
import os
import re
import ssl
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from core.errors import ConfigError
from desk.access.exposure import Exposure, refusal_of, secret_in
from desk.access.sessions import SESSION, Access
from desk.application import PAGES
from desk.rendering.page import TEMPLATES
from tests.desk.conftest import TOKEN, form_token, pairs, running_desk

SECRET = "the-secret-that-only-the-proxy-has-0123456789"


def paths_of_pages(page: str) -> list[str]:
    story = re.search(r"/stories/\w+", page)[0]
    article = re.search(r"/articles/\w+", page)[0]
    known = {"{story}": story.split("/")[2], "{article}": article.split("/")[2]}
    made = []
    for method, path, _ in PAGES:
        made.append((method, re.sub(r"\{\w+\}", lambda name: known.get(name[0], "unknown"), path)))
    return made


def a_form(client, **changes):
    page = client.get("/").text
    item, target = pairs(page)[0]
    fields = {"form_token": form_token(page), "item": item, "target": target, "verdict": "dismiss", "back": "/"}
    return fields | changes


def verdicts(desk) -> int:
    from storage import queries

    desk.store.publish_snapshot(desk.now, force=True)
    return queries.ask(desk.settings.paths, "SELECT count(*) FROM reviews").rows[0][0]


def test_nothing_is_shown_without_a_session(quiet_desk, quiet_client):
    pages = paths_of_pages(quiet_client.get("/").text)
    with quiet_desk.stranger() as stranger:
        for method, path in pages:
            answer = stranger.request(method, path)
            assert answer.status_code == 401, path
            assert "Wang" not in answer.text


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], f"{TOKEN}x", "\u0130"])
def test_a_wrong_token_opens_nothing(quiet_desk, token):
    with quiet_desk.stranger() as stranger:
        answer = stranger.get("/", params={"token": token})
        assert answer.status_code == 401
        assert "set-cookie" not in answer.headers


def test_the_token_is_exchanged_for_a_cookie_and_leaves_the_address(quiet_desk):
    with quiet_desk.stranger() as stranger:
        answer = stranger.get(f"/stories/x?token={TOKEN}&part=2")
        assert answer.status_code == 303
        assert answer.headers["location"] == "/stories/x?part=2"
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert TOKEN not in cookie


def test_the_token_does_not_lead_to_another_site(quiet_desk):
    with quiet_desk.stranger() as stranger:
        for path in ("//evil.example/", "/\\evil.example/", "///evil.example"):
            answer = stranger.get(f"{quiet_desk.address}{path}?token={TOKEN}")
            assert not urlsplit(answer.headers.get("location", "/")).netloc


def test_a_session_ends_and_a_forged_one_never_begins(desk, client):
    assert client.get("/").status_code == 200
    name, value = next(iter(client.cookies.items()))
    expires, nonce, signature = value.split(".")
    for forged in (
        f"{int(expires) + 1}.{nonce}.{signature}",
        f"{expires}.{nonce}x.{signature}",
        f"{expires}.{nonce}.{'0' * 64}",
        "x",
        "",
        "...",
    ):
        with desk.stranger(cookies={name: forged}) as forger:
            assert forger.get("/").status_code == 401
    desk.now += SESSION + timedelta(seconds=1)
    ended = client.get("/")
    assert ended.status_code == 401
    assert "watchword desk --address" in ended.text


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:80"])
def test_a_rebound_name_gets_nothing(quiet_desk, quiet_client, host):
    assert quiet_client.get("/", headers={"host": host}).status_code == 403
    assert quiet_client.get("/static/desk.css", headers={"host": host}).status_code == 403


def test_two_hosts_are_one_too_many(quiet_desk, quiet_client):
    parts = urlsplit(quiet_desk.address)
    connection = http.client.HTTPConnection(parts.hostname, parts.port)
    connection.putrequest("GET", "/", skip_host=True)
    connection.putheader("Host", parts.netloc)
    connection.putheader("Host", "evil.example")
    connection.endheaders()
    assert connection.getresponse().status in (400, 403)
    connection.close()


def test_a_form_of_another_page_changes_nothing(desk, client):
    good = a_form(client)
    with desk.reader() as other:
        of_another_session = form_token(other.get("/").text)
    for changes in ({"form_token": ""}, {"form_token": "0" * 64}, {"form_token": of_another_session}):
        assert client.post("/verdicts", data=good | changes).status_code == 403
    for headers in (
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": desk.address, "sec-fetch-site": "none"},
    ):
        assert client.post("/verdicts", data=good, headers=headers).status_code == 403
    assert verdicts(desk) == 0
    assert client.post("/verdicts", data=good, headers={"origin": "null"}).status_code == 303
    assert verdicts(desk) > 0


def test_a_form_must_look_like_one(quiet_client):
    good = a_form(quiet_client)
    assert quiet_client.post("/verdicts", json=good).status_code == 415
    assert quiet_client.post("/verdicts", files={"form_token": ("x", b"x")}).status_code == 415
    assert quiet_client.post("/verdicts", data=good | {"note": "x" * 1_400_000}).status_code == 413
    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert quiet_client.post("/verdicts", content=b"\xff\xfe=1", headers=kind).status_code == 400
    assert (
        quiet_client.post("/verdicts", content=b"&".join(b"a=1" for _ in range(1000)), headers=kind).status_code == 400
    )
    for changes in ({"verdict": "delete"}, {"item": ""}, {"item": "unknown"}, {"target": "nobody"}, {"hit": "nope"}):
        assert quiet_client.post("/verdicts", data=good | changes).status_code == 409


def test_get_changes_nothing(desk, client):
    fields = a_form(client)
    assert client.get("/verdicts", params=fields).status_code == 405
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        assert client.request(method, "/").status_code == 405
    assert verdicts(desk) == 0


def test_a_form_leads_back_to_the_desk_only(quiet_client):
    for back in (
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "/x\r\nset-cookie: a",
    ):
        answer = quiet_client.post("/seen", data=a_form(quiet_client) | {"back": back})
        assert answer.headers["location"] == "/"


def test_other_sites_may_link_and_not_embed(quiet_client):
    assert (
        quiet_client.get("/", headers={"sec-fetch-site": "cross-site", "sec-fetch-dest": "document"}).status_code == 200
    )
    for kind in ("iframe", "script", "image", "empty", "style", "object"):
        for site in ("cross-site", "same-site"):
            headers = {"sec-fetch-site": site, "sec-fetch-dest": kind}
            assert quiet_client.get("/", headers=headers).status_code == 403
            assert quiet_client.get("/static/desk.js", headers=headers).status_code == 403


def test_a_link_from_another_site_gets_a_page_that_goes_on(quiet_desk):
    """Browsers keep a Strict cookie from the first request that another site's link makes."""
    with quiet_desk.stranger() as stranger:
        answer = stranger.get(
            "/stories/abc?x=1", headers={"sec-fetch-site": "cross-site", "sec-fetch-dest": "document"}
        )
        assert answer.status_code == 401
        assert 'content="0;url=/stories/abc"' in answer.text
        assert "http-equiv" not in stranger.get("/stories/abc").text


def test_every_answer_has_the_headers(quiet_desk, quiet_client):
    with quiet_desk.stranger() as stranger:
        answers = [stranger.get("/"), stranger.get("/", headers={"host": "evil.example"})]
    pages = ["/", "/static/desk.css", "/nothing-here", "/articles/unknown", "/static/../access.py", "/static/nothing"]
    answers += [quiet_client.get(path) for path in pages]
    answers.append(quiet_client.post("/verdicts", data={}))
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["cross-origin-opener-policy"] == "same-origin"
        assert "server" not in answer.headers
    assert [answer.status_code for answer in answers[2:]] == [200, 200, 404, 404, 404, 404, 415]


def test_the_log_has_no_queries_and_no_line_breaks(quiet_desk, quiet_client, caplog):
    with caplog.at_level(logging.DEBUG):
        quiet_client.get("/?target=kim-kwang-jin")
        with quiet_desk.stranger() as stranger:
            stranger.get(f"/?token={TOKEN}")
        quiet_client.get("/articles/x%0d%0aGET%20/forged%20200")
    text = "\n".join(one.getMessage() for one in caplog.records if not one.name.startswith("http"))
    assert "GET / 200" in text
    assert "kim-kwang-jin" not in text
    assert TOKEN not in text
    assert not [line for line in text.split("\n") if line.startswith("GET /forged")]


def test_no_template_takes_text_for_markup():
    for path in TEMPLATES.iterdir():
        text = path.read_text("utf-8")
        if path.name == "evidence.html.jinja":  # a file to save, with its style sheet inside and a policy of its own
            text = text.replace("<style>{{ css }}</style>", "")
        for word in ("| safe", "|safe", "autoescape", "Markup", "style=", "onclick", "<style", "javascript:"):
            assert word not in text, path
        for script in re.findall(r"<script\b[^>]*>(.*?)</script>", text, re.DOTALL):
            assert script == ""


def test_the_secret_is_private_and_comes_back(tmp_path, in_process):
    first = in_process("desk", "--address", "--data", tmp_path)
    assert first.returncode == 0, first.stderr
    secret = tmp_path / "desk.secret"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert in_process("desk", "--address", "--data", tmp_path).stdout == first.stdout
    secret.chmod(0o644)
    assert in_process("desk", "--address", "--data", tmp_path).stdout != first.stdout


@pytest.mark.parametrize(
    ("exposure", "is_refused"),
    [
        (Exposure("127.0.0.1"), False),
        (Exposure("::1"), False),
        (Exposure("localhost"), False),
        (Exposure("127.0.0.1", "https://desk.example.org"), False),
        (Exposure("192.0.2.7"), True),
        (Exposure("desk.example.org"), True),
        (Exposure("0.0.0.0"), True),
        (Exposure("192.0.2.7", "https://desk.example.org"), True),
        (Exposure("192.0.2.7", has_certificate=True), False),
        (Exposure("0.0.0.0", has_certificate=True), True),
        (Exposure("0.0.0.0", "https://desk.example.org", has_certificate=True), False),
        (Exposure("192.0.2.7", has_proxy=True), False),
        (Exposure("127.0.0.1", "ftp://desk.example.org"), True),
        (Exposure("127.0.0.1", "https://a:b@desk.example.org"), True),
        (Exposure("127.0.0.1", "https://[bad"), True),
    ],
)
def test_beyond_loopback_needs_tls_or_a_proxy(exposure, is_refused):
    assert (refusal_of(exposure) is not None) is is_refused


def test_the_command_refuses_an_open_port(tmp_path, in_process):
    done = in_process("desk", "--host", "0.0.0.0", "--data", tmp_path)
    assert done.returncode == 2
    assert "--public-url" in done.stderr
    done = in_process("desk", "--host", "192.0.2.7", "--data", tmp_path)
    assert done.returncode == 2
    assert "not loopback" in done.stderr
    assert "Traceback" not in done.stderr


def test_behind_a_proxy_only_its_secret_counts(settings):
    with running_desk(settings, proxy_secret=SECRET) as desk, desk.stranger() as stranger:
        good = {"x-watchword-proxy-secret": SECRET, "x-forwarded-user": "ada"}
        assert stranger.get("/", headers=good).status_code == 200
        assert "ada" in stranger.get("/", headers=good).text
        for headers in (
            {},
            {"x-forwarded-user": "ada"},
            good | {"x-watchword-proxy-secret": SECRET[:-1]},
            {"x-watchword-proxy-secret": SECRET},
            good | {"x-forwarded-user": ""},
        ):
            assert stranger.get("/", headers=headers).status_code == 403
        doubled = [*good.items(), ("x-forwarded-user", "eve")]
        assert stranger.get("/", headers=doubled).status_code == 403
        assert stranger.get(f"/?token={TOKEN}").status_code == 403, "the token opens nothing there"


def test_a_secret_that_can_be_guessed_is_refused(tmp_path):
    for text in ("", "short", "ü" * 40):
        (tmp_path / "secret").write_text(text, "utf-8")
        with pytest.raises(ConfigError):
            secret_in(tmp_path / "secret")
    with pytest.raises(ConfigError):
        secret_in(tmp_path / "nothing")


def test_over_tls_the_cookie_is_for_tls_only():
    access = Access(TOKEN, ("https://desk.example.org",), None)
    assert access.is_encrypted
    assert access.cookie == "__Host-watchword-desk-443"
    assert TOKEN not in repr(access)


def test_the_stored_page_is_offered_as_text_to_save(quiet_client):
    page = quiet_client.get("/").text
    article = re.search(r"/articles/\w+", page)[0]
    link = re.search(rf'href="({article}/page/\w+)"', quiet_client.get(article).text)[1]
    answer = quiet_client.get(link)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert b"<html" in answer.content.lower()


def test_the_atom_feed_needs_its_own_token(desk, client):
    address = re.search(r"/stories\.atom\?token=(\w+)", client.get("/feeds").text)
    with desk.stranger() as feed_reader:
        assert feed_reader.get(address[0]).status_code == 404, "no feed was written yet"
        desk.settings.paths.public.mkdir()
        (desk.settings.paths.public / "stories.atom").write_bytes(b"<feed/>")
        answer = feed_reader.get(address[0])
        assert answer.content == b"<feed/>"
        assert answer.headers["content-type"] == "application/atom+xml"
        for bad in ("/stories.atom", "/stories.atom?token=", f"/stories.atom?token={TOKEN}", address[0][:-1]):
            assert feed_reader.get(bad).status_code == 401
        assert feed_reader.get(f"/?token={address[1]}").status_code == 401, "it opens nothing else"
        assert feed_reader.post(address[0]).status_code == 405


def test_it_serves_tls(tmp_path, newsroom_data):
    """With a certificate the desk listens over TLS, in the process that a user starts."""
    trustme = pytest.importorskip("trustme")
    authority = trustme.CA()
    made = authority.issue_cert("127.0.0.1")
    made.private_key_pem.write_to_path(tmp_path / "key.pem")
    made.cert_chain_pems[0].write_to_path(tmp_path / "certificate.pem")
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    command = [
        str(Path(sys.executable).with_name("watchword")),
        "desk",
        "--port",
        "0",
        "--data",
        str(newsroom_data / "data"),
    ]
    command += ["--certificate", str(tmp_path / "certificate.pem"), "--key", str(tmp_path / "key.pem")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ) as process:
        try:
            address = next(line for line in process.stderr if "https://" in line).split()[-1]
            parts = urlsplit(address)
            context = ssl.create_default_context(cafile=str(tmp_path / "ca.pem"))
            with httpx.Client(verify=context, base_url=f"https://{parts.netloc}", timeout=60) as client:
                answer = client.get(f"/?{parts.query}")
                assert "Secure" in answer.headers["set-cookie"]
                assert client.get("/").status_code == 200
        finally:
            process.terminate()
            process.wait(30)
