"""An alert that is refused for good is never forgotten: a real store, a real SMTP server, real environment."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from zoneinfo import ZoneInfo

import pytest

from alerts.config.alerts_file import parse_alerts
from core.config import parse_document
from core.records import DeliveryState
from core.settings import Settings
from flows.dispatcher import Dispatcher
from flows.run_config import RunConfig
from storage import queries
from storage.store import Store
from tests.alerts.test_dispatcher import cycle
from tests.alerts.test_smtp import MailHandler, running

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
ALERTS = """
mail: {trouble_to: [ops@example.org]}
subscriptions:
  - {id: desk, to: [a@example.org, b@example.org], timezone: UTC, immediate: {severity: high}, when_empty: never}
"""


class Desk:
    """A dispatcher with a mail server; `answers` says what the server answers to a recipient."""

    def __init__(self, folder, port, handler, alerts=ALERTS):
        settings = Settings(
            data_dir=folder, smtp_host="127.0.0.1", smtp_port=port, smtp_security="none", smtp_from="w@example.org"
        )
        parsed = parse_alerts(parse_document(alerts, "alerts.yaml"), ZoneInfo("UTC"))
        self.answers, self.accepted = handler.answers, handler.accepted
        self.dispatcher = Dispatcher(Store(settings.paths), RunConfig(settings, (), None, parsed, ()))
        self.store = self.dispatcher.store
        self.store.prepare()

    def alerts(self, text):
        parsed = parse_alerts(parse_document(text, "alerts.yaml"), ZoneInfo("UTC"))
        self.dispatcher = replace(self.dispatcher, config=replace(self.dispatcher.config, alerts=parsed))

    def immediate(self, make, *findings, at):
        saved = cycle(self.dispatcher, make, *findings, at=at)
        return self.dispatcher.queue_immediate(saved.new_hits, at), self.dispatcher.drain(at)

    def digest(self, at):
        result = self.dispatcher.queue_due(at)
        assert result.failures == ()
        return self.dispatcher.drain(at)

    def mails(self, recipient):
        """The text parts of the messages that arrived, oldest first."""
        bodies = [message_from_bytes(body, policy=default) for to, body in self.accepted if to == [recipient]]
        return [f"{one['subject']}\n{one.get_body(('plain',)).get_content()}" for one in bodies]


@pytest.fixture
def desk(tmp_path):
    handler = MailHandler()
    with running(handler) as controller:
        yield Desk(tmp_path, controller.port, handler)


def test_a_refused_immediate_mail_is_said_and_reported_again_to_whom_it_did_not_reach(desk, make):
    desk.digest(make.now - DAY)
    desk.answers["a@example.org"] = "550 5.1.1 no such user"
    found = make.finding("kim-kwang-jin", make.article())
    _, drained = desk.immediate(make, found, at=make.now)
    (failure,) = drained.failures
    assert (drained.sent, drained.dead) == (2, 1), "b got the alert, ops the notice of trouble"
    assert "refused for good" in failure.message
    (notice,) = desk.mails("ops@example.org")
    assert "TROUBLE" in notice
    assert "a@example.org" in notice
    assert "no such user" in notice
    assert "Kim" not in notice, "a notice names no target"
    assert len(desk.mails("b@example.org")) == 1

    desk.answers.clear()
    drained = desk.digest(make.now + DAY)
    assert drained.sent == 1
    (again,) = desk.mails("a@example.org")
    assert "Kim Kwang-jin" in again
    assert "Not delivered on 22 Nov, 08:00 UTC: handing the message over: 550 5.1.1 no such user" in again
    assert len(desk.mails("b@example.org")) == 1, "b knows it already"
    assert desk.digest(make.now + 2 * DAY).sent == 0, "told again once"


def test_a_digest_refused_for_good_is_in_the_next_one_and_in_its_coverage(desk, make):
    desk.answers["a@example.org"] = "550 no"
    cycle(desk.dispatcher, make, make.finding("kim-kwang-jin", make.article()), at=make.now)
    desk.digest(make.now + HOUR)
    digest = desk.dispatcher.pending_digest(desk.dispatcher.config.alerts.subscriptions[0], make.now + DAY)
    assert [one[0] for one in digest.coverage.undelivered] == ["a@example.org"]
    desk.digest(make.now + DAY)
    assert desk.store.outbox.missed("desk"), "refused again: still owed"
    desk.answers.clear()
    desk.digest(make.now + 2 * DAY)
    assert len(desk.mails("a@example.org")) == 1
    assert "Kim Kwang-jin" in desk.mails("a@example.org")[0]
    assert desk.store.outbox.missed("desk") == ()
    assert desk.dispatcher.readership.refused(make.now + 2 * DAY) == ()


def test_the_address_that_replaces_a_refused_one_gets_what_it_missed(desk, make):
    desk.digest(make.now - DAY)
    desk.answers["a@example.org"] = "550 no"
    desk.immediate(make, make.finding("kim-kwang-jin", make.article()), at=make.now)
    desk.alerts(ALERTS.replace("a@example.org", "new@example.org"))
    desk.digest(make.now + DAY)
    assert "Kim Kwang-jin" in desk.mails("new@example.org")[0]
    assert len(desk.mails("b@example.org")) == 1
    assert desk.store.outbox.missed("desk") == ()


def test_a_hit_that_reached_nobody_does_not_count_as_reported(desk, make):
    desk.digest(make.now - DAY)
    desk.answers |= {"a@example.org": "550 no", "b@example.org": "550 no"}
    desk.immediate(make, make.finding("kim-kwang-jin", make.article()), at=make.now)
    paths = desk.store.paths
    desk.store.publish_snapshot(make.now, force=True)
    assert queries.ask(paths, "SELECT told_at FROM hits").rows == ((None,),)
    desk.answers.clear()
    desk.digest(make.now + DAY)
    desk.store.publish_snapshot(make.now + DAY, force=True)
    ((reported_at,),) = queries.ask(paths, "SELECT told_at FROM hits").rows
    assert reported_at.day == 23


def test_a_message_retried_by_hand_is_no_longer_owed(desk, make):
    desk.digest(make.now - DAY)
    desk.answers["a@example.org"] = "550 no"
    desk.immediate(make, make.finding("kim-kwang-jin", make.article()), at=make.now)
    (dead,) = desk.store.outbox.newest(DeliveryState.DEAD)
    desk.answers.clear()
    desk.store.outbox.record(replace(dead, state=DeliveryState.QUEUED, next_attempt_at=make.now, finished_at=None))
    desk.dispatcher.drain(make.now + HOUR)
    assert len(desk.mails("a@example.org")) == 1
    assert desk.digest(make.now + DAY).sent == 0


def test_a_channel_whose_variable_is_not_set_keeps_its_message_and_names_it(desk, make):
    desk.alerts(f"{ALERTS}channels: [{{id: room, kind: slack, subscription: desk, url_env: DESK_SLACK_URL}}]\n")
    desk.digest(make.now - DAY)
    _, drained = desk.immediate(make, make.finding("kim-kwang-jin", make.article()), at=make.now)
    assert (drained.sent, drained.postponed, drained.dead) == (2, 1, 0)
    assert [one.message for one in drained.failures] == ["room: DESK_SLACK_URL is not set in the environment"]
    (waiting,) = desk.store.outbox.newest(DeliveryState.QUEUED)
    assert waiting.channel == "room"


def test_what_the_cap_holds_is_said_in_the_last_mail_and_in_the_run(desk, make):
    desk.alerts(ALERTS.replace("severity: high", "severity: high, cap: 1 a day"))
    desk.digest(make.now - DAY)
    first, _ = desk.immediate(make, make.finding("kim-kwang-jin", make.article()), at=make.now)
    assert first.held == ()
    assert "last immediate mail of today" in desk.mails("b@example.org")[0]
    other = make.article(site="other.example", key="2", text=f"Elsewhere. {make.text[::-1]} Kang Tae-bok")
    second, _ = desk.immediate(make, make.finding("kang-tae-bok", other), at=make.now + HOUR)
    assert [(one.subscription_id, one.reason, one.hits) for one in second.held] == [("desk", "1 mails a day", 1)]
    assert second.queued == 0


def test_quiet_hours_hold_all_but_high_and_say_so(desk, make):
    quiet = 'immediate: {severity: medium}, quiet_hours: "07:00-10:00"'
    desk.alerts(ALERTS.replace("immediate: {severity: high}", quiet))
    desk.digest(make.now - DAY)
    found = make.finding("kim-kwang-jin", make.article())
    medium = replace(found, target=make.target("kim-kwang-jin"))
    result, _ = desk.immediate(make, medium, at=make.now)
    assert result.queued == 1, "high severity is excepted"
