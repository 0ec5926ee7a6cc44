"""Delivery over a real SMTP server with TLS and AUTH: every refusal, lost connections, bad certificates."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from alerts.config.subscriptions import Mail
from alerts.delivering.outbox import AccountError, OutboxFolder, attempt, drain, mail_deliveries
from alerts.delivering.smtp import Mailer, MailServer, check_password_file, server_of
from alerts.rendering.message import Sender
from core.errors import PermanentDeliveryError, TransientDeliveryError
from core.records import Delivery, DeliveryState
from core.settings import Settings

PASSWORD = "correct horse"


@dataclass
class MailHandler:
    """An aiosmtpd handler: keeps what it accepts and answers as configured, by stage and recipient."""

    answers: dict[str, str] = field(default_factory=dict)
    accepted: list[tuple[list[str], bytes]] = field(default_factory=list)
    drop_after_data: int = 0

    async def mail(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return self.answers.get("MAIL", "250 OK")

    async def recipient(self, server, session, envelope, address, options):
        answer = self.answers.get(address, self.answers.get("RCPT", "250 OK"))
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def data(self, server, session, envelope):
        answer = self.answers.get("DATA", "250 accepted")
        if answer.startswith("250"):
            self.accepted.append((list(envelope.rcpt_tos), envelope.content))
        if self.drop_after_data:
            self.drop_after_data -= 1
            server.transport.abort()
        return answer

    handle_MAIL, handle_RCPT, handle_DATA = mail, recipient, data  # noqa: N815 - the names that aiosmtpd looks for


@dataclass
class DeliveryStore:
    """A fake store: deliveries by id."""

    rows: dict[str, Delivery]

    @contextmanager
    def claimed(self, delivery_id, now):
        yield self.rows[delivery_id]

    def due(self, now, kind=None):
        due = [one for one in self.rows.values() if one.state is DeliveryState.QUEUED and one.next_attempt_at <= now]
        return sorted(due, key=lambda one: one.recipient)

    def record(self, delivery):
        self.rows[delivery.delivery_id] = delivery


@contextmanager
def running(handler: MailHandler, **options: Any) -> Iterator[Controller]:
    controller = Controller(handler, hostname="127.0.0.1", port=0, **options)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        controller.port = free.getsockname()[1]
    controller.start()
    try:
        yield controller
    finally:
        controller.stop()


@pytest.fixture(scope="session")
def authority(tmp_path_factory) -> tuple[Path, ssl.SSLContext]:
    """A certificate authority of our own and a server's context with a certificate for 127.0.0.1."""
    ca = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("127.0.0.1").configure_cert(context)
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    ca.cert_pem.write_to_path(str(path))
    return path, context


def server(controller: Controller, **changes: Any) -> MailServer:
    plain = MailServer("127.0.0.1", controller.port, "none", "Watchword <watch@example.org>", timeout_s=60)
    return replace(plain, **changes)


@pytest.fixture
def deliveries(make) -> Callable[[int], tuple[Delivery, ...]]:
    digest = make.digest(at=make.now)

    def of(count: int) -> tuple[Delivery, ...]:
        sender = Sender("watch@example.org")
        names = [f"reader{number:02}@example.org" for number in range(count)]
        body = b"Message-ID: <%b@example.org>\r\nSubject: x\r\n\r\n.one dot\r\n"
        return mail_deliveries(digest, ((name, "x", body % name[:8].encode()) for name in names), sender, make.now)

    return of


def test_an_accepted_message_is_sent_byte_for_byte(make, deliveries):
    handler, (one,) = MailHandler(), deliveries(1)
    with running(handler) as controller:
        done = attempt(one, Mailer(server(controller)), make.now)
    assert (done.state, done.attempts, done.finished_at) == (DeliveryState.SENT, 1, make.now)
    assert handler.accepted == [(["reader00@example.org"], one.body)]


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_encrypted_and_signed_in(make, deliveries, authority, security):
    ca_file, context = authority
    handler, seen = MailHandler(), []

    def authenticate(server, session, envelope, mechanism, data):
        seen.append((mechanism, session.ssl is not None))
        return AuthResult(success=data.password == PASSWORD.encode(), handled=False)

    options = {"tls_context": context, "require_starttls": True} if security == "starttls" else {"ssl_context": context}
    options |= {"auth_required": True, "auth_require_tls": security == "starttls"}
    with running(handler, authenticator=authenticate, **options) as controller:
        account = server(controller, security=security, username="desk", password=PASSWORD, ca_file=ca_file)
        Mailer(account).send(*deliveries(1))
        with pytest.raises(AccountError, match="signing in as desk") as caught:
            Mailer(replace(account, password="wrong")).send(*deliveries(1))
    assert len(handler.accepted) == 1
    assert all(encrypted or security == "tls" for _, encrypted in seen)
    assert "wrong" not in str(caught.value)


@pytest.mark.parametrize("stage", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize(("answer", "state"), [("451 later", DeliveryState.QUEUED), ("550 never", DeliveryState.DEAD)])
def test_a_refusal_at_each_stage(make, deliveries, stage, answer, state):
    handler, (one,) = MailHandler(answers={stage: answer}), deliveries(1)
    with running(handler) as controller:
        done = attempt(one, Mailer(server(controller)), make.now)
    assert done.state is state
    assert answer in done.last_error
    assert (done.next_attempt_at is None) is (state is DeliveryState.DEAD)
    assert handler.accepted == []


def test_a_server_that_is_missing_or_silent(make, deliveries):
    with socket.create_server(("127.0.0.1", 0)) as hole:
        port = hole.getsockname()[1]
        silent = MailServer("127.0.0.1", port, "none", "watch@example.org", timeout_s=0.3)
        with pytest.raises(TransientDeliveryError, match="connecting to 127"):
            Mailer(silent).send(*deliveries(1))
    with pytest.raises(TransientDeliveryError, match="connecting to 127"):
        Mailer(silent).send(*deliveries(1))


def test_a_refusal_in_the_greeting(deliveries):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        unfriendly = MailServer("127.0.0.1", listener.getsockname()[1], "none", "watch@example.org", timeout_s=60)
        listener.settimeout(60)

        def greet() -> None:
            connection, _ = listener.accept()
            connection.sendall(b"554 go away\r\n")
            connection.close()

        thread = threading.Thread(target=greet)
        thread.start()
        with pytest.raises(PermanentDeliveryError, match="554 go away"):
            Mailer(unfriendly).send(*deliveries(1))
        thread.join()


def test_twenty_recipients_with_a_bad_one(make, deliveries):
    handler = MailHandler(answers={"reader07@example.org": "550 no such reader"})
    store = DeliveryStore({one.delivery_id: one for one in deliveries(20)})
    with running(handler) as controller:
        drained = drain(store, {"mail": Mailer(server(controller))}, make.now)
        again = drain(store, {"mail": Mailer(server(controller))}, make.now + timedelta(days=1))
    assert (drained.sent, drained.dead, drained.stopped) == (19, 1, None)
    assert (again.sent, again.dead) == (0, 0)
    assert sorted(name for names, _ in handler.accepted for name in names) == [
        f"reader{number:02}@example.org" for number in range(20) if number != 7
    ]


def test_a_connection_lost_after_acceptance_sends_again_with_the_same_id(make, deliveries):
    handler = MailHandler(drop_after_data=1)
    store = DeliveryStore({one.delivery_id: one for one in deliveries(2)})
    with running(handler) as controller:
        first = drain(store, {"mail": Mailer(server(controller))}, make.now)
        assert (first.sent, first.postponed) == (1, 1)
        assert drain(store, {"mail": Mailer(server(controller))}, make.now).sent == 0, "not before its time"
        assert drain(store, {"mail": Mailer(server(controller))}, make.now + timedelta(minutes=2)).sent == 1
    ids = [message_from_bytes(body)["Message-ID"] for _, body in handler.accepted]
    assert len(ids) == 3
    assert len(set(ids)) == 2


def test_a_refused_account_stops_the_drain_and_leaves_the_rest_untouched(make, deliveries, authority):
    ca_file, context = authority
    handler = MailHandler()
    store = DeliveryStore({one.delivery_id: one for one in deliveries(5)})

    def authenticate(server, session, envelope, mechanism, data):
        return AuthResult(success=False, handled=False)

    with running(handler, tls_context=context, authenticator=authenticate) as controller:
        account = server(controller, security="starttls", username="desk", password=PASSWORD, ca_file=ca_file)
        drained = drain(store, {"mail": Mailer(account)}, make.now)
    assert "signing in as desk: 535" in drained.stopped
    assert sorted(one.attempts for one in store.rows.values()) == [0, 0, 0, 0, 1]
    assert {one.state for one in store.rows.values()} == {DeliveryState.QUEUED}
    assert handler.accepted == []


def test_an_untrusted_certificate_is_never_a_reason_for_plain_text(make, deliveries, authority):
    _, context = authority
    for security, options in (("starttls", {"tls_context": context}), ("tls", {"ssl_context": context})):
        handler = MailHandler()
        with running(handler, **options) as controller, pytest.raises(AccountError, match="nothing was sent") as caught:
            Mailer(server(controller, security=security)).send(*deliveries(1))
        assert "certificate verify failed" in str(caught.value)
        assert handler.accepted == []


def test_a_server_without_starttls_gets_nothing(deliveries):
    handler = MailHandler()
    with running(handler) as controller, pytest.raises(AccountError, match="STARTTLS"):
        Mailer(server(controller, security="starttls")).send(*deliveries(1))
    assert handler.accepted == []


def test_no_password_without_encryption_except_on_this_machine(deliveries):
    handler = MailHandler()
    with running(handler) as controller:
        away = server(controller, host="0.0.0.0", username="desk", password=PASSWORD)
        with pytest.raises(AccountError, match="refused to send a password without encryption"):
            Mailer(away).send(*deliveries(1))
        with pytest.raises(AccountError, match="WATCHWORD_SMTP_PASSWORD"):
            Mailer(server(controller, username="desk")).send(*deliveries(1))
    assert handler.accepted == []


def test_the_password_may_be_in_a_file_that_is_read_at_each_sign_in(deliveries, tmp_path):
    shown = []

    def authenticate(server, session, envelope, mechanism, data):
        shown.append(data.password.decode())
        return AuthResult(success=True)

    path, handler = tmp_path / "password", MailHandler()
    with running(handler, authenticator=authenticate, auth_require_tls=False) as controller:
        mailer = Mailer(server(controller, username="desk", password_file=path))
        for content in ("first\n", "second\r\n", " spaces stay "):
            path.write_bytes(content.encode())
            mailer.send(*deliveries(1))
        for content in (None, b"", b"\n", b"\xff"):
            path.unlink() if content is None else path.write_bytes(content)
            with pytest.raises(AccountError, match=f"signing in as desk: {path} cannot be used"):
                mailer.send(*deliveries(1))
    assert shown == ["first", "second", " spaces stay "]


@pytest.mark.parametrize(("mode", "warned"), [(0o600, False), (0o400, False), (0o440, False), (0o444, True)])
def test_a_password_file_that_everybody_can_read_is_used_with_a_warning(tmp_path, mode, warned):
    path = tmp_path / "password"
    path.write_text("x")
    path.chmod(mode)
    warning = check_password_file(Settings(smtp_password_file=path))
    assert (warning is not None) == warned
    assert not warned or f"chmod o= {path}" in warning


def test_a_password_file_that_is_missing_is_an_error_with_its_name(tmp_path):
    assert check_password_file(Settings()) is None
    with pytest.raises(AccountError, match=r"WATCHWORD_SMTP_PASSWORD_FILE: .*No such file"):
        check_password_file(Settings(smtp_password_file=tmp_path / "password"))


def test_a_message_is_given_up_after_three_days_of_delays(make, deliveries):
    handler, (one,) = MailHandler(answers={"RCPT": "450 mailbox busy"}), deliveries(1)
    with running(handler) as controller:
        mailer, now, waits = Mailer(server(controller)), make.now, []
        while one.state is DeliveryState.QUEUED:
            one = attempt(one, mailer, now)
            waits.append((one.next_attempt_at or now) - now)
            now = max(one.next_attempt_at or now, now + timedelta(hours=6))
    assert waits[:3] == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4)]
    assert max(waits) == timedelta(hours=1)
    assert one.state is DeliveryState.DEAD


def test_without_a_server_messages_become_files_and_are_final(make, deliveries, tmp_path):
    store = DeliveryStore({one.delivery_id: one for one in deliveries(2)})
    assert drain(store, {"mail": OutboxFolder(tmp_path)}, make.now).written == 2
    assert {one.state for one in store.rows.values()} == {DeliveryState.WRITTEN}
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".eml", ".eml", ".html", ".html"]
    handler = MailHandler()
    with running(handler) as controller:
        later = drain(store, {"mail": Mailer(server(controller))}, make.now + timedelta(days=1))
    assert (later.sent, handler.accepted) == (0, [])


def test_the_environment_wins_over_the_file():
    mail = Mail("smtp.example.org", 587, "starttls", "desk", "watch@example.org")
    assert server_of(Mail(), Settings()) is None
    assert server_of(mail, Settings()).password is None
    settings = Settings(
        smtp_host="other.example.org", smtp_port=25, smtp_security="none", smtp_password="x", smtp_user="me"
    )
    chosen = server_of(mail, settings)
    assert (chosen.host, chosen.port, chosen.security, chosen.username) == ("other.example.org", 25, "none", "me")
    assert chosen.sender == "watch@example.org"
    assert "x" not in repr(settings.smtp_password)


def test_messages_of_an_unknown_channel_are_dead(make, deliveries):
    (one,) = deliveries(1)
    store = DeliveryStore({one.delivery_id: replace(one, channel="room")})
    assert drain(store, {}, make.now).dead == 1
    assert "no channel room" in store.rows[one.delivery_id].last_error
