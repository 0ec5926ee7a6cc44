"""A mail server that drips, never stops or sends escapes: it costs one attempt at one message."""

from __future__ import annotations

import resource
import socket
import ssl
import threading
import time

import pytest
import trustme

from alerts.delivering.outbox import mail_deliveries
from alerts.delivering.smtp import Mailer, MailServer
from alerts.rendering.message import Sender
from core.errors import DeliveryError, TransientDeliveryError

GREETING = b"220 mail.example.org\r\n"


def drip(peer):
    peer.sendall(b"22")
    for _ in range(600):
        peer.sendall(b"0")
        time.sleep(0.1)


def drip_lines(peer):
    for _ in range(600):
        peer.sendall(b"220-hello\r\n")
        time.sleep(0.1)


def drip_after_greeting(peer):
    peer.sendall(GREETING)
    drip_lines(peer)


def never_stop(peer):
    for _ in range(100_000):
        peer.sendall(b"220-hello\r\n" * 1000)


def never_stop_after_greeting(peer):
    peer.sendall(GREETING)
    for _ in range(100_000):
        peer.sendall(b"250-SIZE 1000\r\n" * 1000)


def say_nothing(peer):
    peer.recv(1)


def escapes(peer):
    peer.sendall(b"554 \x1b]0;owned\x07\x9b2J " + b"A" * 7000 + b"\r\n")


def message(make):
    rows = [("reader@example.org", "x", b"Subject: x\r\n\r\nA digest.\r\n")]
    return mail_deliveries(make.digest(at=make.now), rows, Sender("watch@example.org"), make.now)[0]


@pytest.fixture
def answering():
    """Starts a server that does this with one connection, and returns its port."""
    opened = []

    def start(answer, tls=None):
        listener = socket.create_server(("127.0.0.1", 0))

        def serve():
            try:
                peer, _ = listener.accept()
                with tls.wrap_socket(peer, server_side=True) if tls else peer as connected:
                    answer(connected)
            except OSError:  # the client has gone
                pass

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        opened.append((listener, thread))
        return listener.getsockname()[1]

    yield start
    for listener, thread in opened:
        listener.close()
        thread.join(15)


@pytest.mark.parametrize(
    "answer", [drip, drip_lines, drip_after_greeting, never_stop, never_stop_after_greeting, say_nothing]
)
def test_a_session_ends_in_time_and_keeps_little(make, answering, answer):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    mailer = Mailer(MailServer("127.0.0.1", answering(answer), "none", "watch@example.org", timeout_s=0.4))
    begun = time.monotonic()
    with pytest.raises(TransientDeliveryError):
        mailer.send(message(make))
    assert time.monotonic() - begun < 45, "it could drip for a minute, and a server for days"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # KiB


def test_so_does_an_encrypted_one(make, answering, tmp_path):
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    port = answering(never_stop, context)
    account = MailServer("127.0.0.1", port, "tls", "watch@example.org", ca_file=tmp_path / "ca.pem", timeout_s=30)
    with pytest.raises(TransientDeliveryError, match="its answers do not end"):
        Mailer(account).send(message(make))


def test_what_a_server_says_is_one_short_line(make, answering):
    mailer = Mailer(MailServer("127.0.0.1", answering(escapes), "none", "watch@example.org", timeout_s=60))
    with pytest.raises(DeliveryError) as caught:
        mailer.send(message(make))
    assert "554" in str(caught.value)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) <= 500
