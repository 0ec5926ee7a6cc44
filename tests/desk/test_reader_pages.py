"""Links in messages work on the desk: without a session, and only with their token."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alerts.rendering.reader_links import LinkKey
from flows.server.server_secret import kept_secret
from tests.desk.conftest import running_desk

ALERTS = """
public_url: https://desk.example.org
subscriptions: [{id: desk, to: [ann@example.org, bob@example.org]}]
"""


@pytest.fixture
def desk(settings):
    (settings.config_dir / "alerts.yaml").write_text(ALERTS, encoding="utf-8")
    with running_desk(settings) as running:
        yield running


@pytest.fixture
def links(desk) -> LinkKey:
    return LinkKey("", kept_secret(desk.settings.paths.link_secret))


def test_a_reader_unsubscribes_without_a_session(desk, links):
    path = links.unsubscribe("desk", "ann@example.org")
    with desk.stranger() as anyone:
        asked = anyone.get(path)
        assert asked.status_code == 200
        assert "ann@example.org gets messages" in asked.text
        assert "style-src 'sha256-" in asked.headers["content-security-policy"]
        assert asked.headers["x-frame-options"] == "DENY"
        assert desk.store.readers.unsubscribed() == ()
        assert "You are unsubscribed" in anyone.post(path, data={"confirm": "yes"}).text
        assert [one.via for one in desk.store.readers.unsubscribed()] == ["link"]
        assert "reader again" in anyone.post(path, data={"undo": "yes"}).text
        assert desk.store.readers.unsubscribed() == ()


@pytest.mark.parametrize(
    "form", [{"data": {"List-Unsubscribe": "One-Click"}}, {"files": {"List-Unsubscribe": (None, "One-Click")}}]
)
def test_a_mail_program_unsubscribes_with_either_kind_of_form(desk, links, form):
    with desk.stranger() as program:
        assert program.post(links.unsubscribe("desk", "bob@example.org"), **form).status_code == 200
    assert [(one.recipient, one.via) for one in desk.store.readers.unsubscribed()] == [("bob@example.org", "one_click")]


def test_a_name_is_snoozed_by_its_hit(desk, links):
    hit = desk.store.findings.between(desk.now - timedelta(days=400), desk.now + timedelta(days=400))[0]
    with desk.stranger() as anyone:
        path = links.snooze("desk", "ann@example.org", hit.hit.hit_id)
        assert f"Snooze {hit.target.name}" in anyone.get(path).text
        assert "is snoozed" in anyone.post(path, data={"days": "7"}).text
    (snooze,) = desk.store.readers.snoozes(desk.now)
    assert (snooze.target_id, snooze.recipient) == (hit.hit.target_id, "ann@example.org")


def test_nothing_else_is_open(desk, links):
    path = links.unsubscribe("desk", "ann@example.org")
    with desk.stranger() as stranger:
        assert stranger.post(f"{path}x", data={"confirm": "yes"}).status_code == 404
        assert stranger.get("/unsubscribe/desk/guess").status_code == 404
        assert stranger.get("/unsubscribe/../stories/x").status_code == 401
        assert stranger.post(path, content=b"a=" + b"x" * 9000).status_code == 413
        assert stranger.get(path, headers={"host": "evil.example"}).status_code == 403
        embedded = {"sec-fetch-site": "cross-site", "sec-fetch-dest": "image"}
        assert stranger.get(path, headers=embedded).status_code == 403
    assert desk.store.readers.unsubscribed() == ()
