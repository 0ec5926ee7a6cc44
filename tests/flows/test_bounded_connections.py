"""Connections whose clients say nothing, little, or take nothing: real sockets on a server of its own."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
import time
from contextlib import ExitStack, contextmanager

import pytest
import trustme
import uvicorn
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from flows.server.bounded_connections import BACKLOG, PLACES, BoundedConnection, FirstMessageInTime

REQUEST = b"GET /%s HTTP/1.1\r\nHost: here\r\n\r\n"
HANGS_S = 60
LARGE = 32 * 1024 * 1024
MEDIUM = 60_000  # fits into the buffer in front of the operating system's


class Hasty(BoundedConnection):
    """With bounds that a test can wait for."""

    request_s = 0.5
    transfer_s = 0.7


async def application(scope, receive, send):
    """Answers at once, after two seconds, with what was sent, or with much; a WebSocket gets its first word back."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        message = await receive()
        if message["type"] == "websocket.receive":
            await asyncio.sleep(1.5)  # longer than the bound of the first message
            await send({"type": "websocket.send", "text": message["text"]})
        return
    body, message = b"", {"more_body": True}
    while message.get("more_body"):
        message = await receive()
        body += message.get("body", b"")
    if scope["path"] == "/slow":
        await asyncio.sleep(2)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    body = {"/large": b"x" * LARGE, "/medium": b"x" * MEDIUM}.get(scope["path"], body or b"here")
    await send({"type": "http.response.body", "body": body})


@contextmanager
def serving(connection=BoundedConnection, sent_ahead=None, **options):
    """The port of a server with such connections, whose operating system sends so many bytes ahead."""
    guarded = FirstMessageInTime(application, within_s=1.0)
    config = uvicorn.Config(guarded, http=connection, backlog=BACKLOG, log_level="critical", lifespan="off", **options)
    server = uvicorn.Server(config)
    with socket.socket() as listener:
        if sent_ahead:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, sent_ahead)
        listener.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield listener.getsockname()[1]
        server.should_exit = True
        server.force_exit = True
        thread.join(HANGS_S)


@pytest.fixture(scope="module")
def hasty():
    with serving(Hasty) as port:
        yield port


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    """The options of a server with a certificate for 127.0.0.1, and the context of a client that trusts it."""
    authority, folder = trustme.CA(), tmp_path_factory.mktemp("certificates")
    made, trusting = authority.issue_cert("127.0.0.1"), ssl.create_default_context()
    made.cert_chain_pems[0].write_to_path(folder / "certificate.pem")
    made.private_key_pem.write_to_path(folder / "key.pem")
    authority.configure_trust(trusting)
    return {"ssl_certfile": folder / "certificate.pem", "ssl_keyfile": folder / "key.pem"}, trusting


def connected(port):
    return socket.create_connection(("127.0.0.1", port), timeout=HANGS_S)


def all_of(connection):
    """What comes until the server closes the connection; a hang is an error."""
    answer = b""
    try:
        while chunk := connection.recv(65_536):
            answer += chunk
    except ConnectionResetError:
        pass
    return answer


def chunks_of(connection):
    """A whole answer in chunks."""
    answer = b""
    while not answer.endswith(b"0\r\n\r\n"):
        answer += connection.recv(65_536)
    return answer


BODY = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\n"


@pytest.mark.parametrize(
    ("said", "answered"),
    [(b"", 0), (b"GET / HT", 0), (b"GET / HTTP/1.1\r\nX: ", 0), (BODY + b"part", 0), (REQUEST % b"" + b"GET / ", 1)],
    ids=["nothing", "a word", "half a head", "half a body", "half a second request"],
)
def test_a_client_that_keeps_the_server_waiting_is_let_go(hasty, said, answered):
    with connected(hasty) as connection:
        connection.sendall(said)
        assert all_of(connection).count(b"200 OK") == answered


def test_a_client_that_sends_a_byte_now_and_then_is_let_go(hasty):
    with connected(hasty) as connection:
        connection.settimeout(0.1)
        for _ in range(10 * HANGS_S):
            try:
                connection.sendall(b"G")
                connection.recv(1)
            except TimeoutError:  # nothing is said, and the connection is there
                continue
            except ConnectionError:
                pass
            return
    pytest.fail("it was not let go")


def test_a_client_that_takes_nothing_is_let_go(hasty):
    with connected(hasty) as connection:
        connection.sendall(REQUEST % b"large")
        time.sleep(2)
        assert len(all_of(connection)) < LARGE


@pytest.mark.parametrize("ending", [b"", b"Connection: close\r\n"], ids=["kept", "closed"])
def test_a_slow_client_that_goes_on_taking_an_answer_gets_all_of_it(hasty, ending):
    with connected(hasty) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65_536)
        connection.sendall((REQUEST % b"large").removesuffix(b"\r\n") + ending + b"\r\n")
        taken, begun = 0, time.monotonic()
        while chunk := connection.recv(1024 * 1024):
            taken += len(chunk)
            while time.monotonic() - begun < 3 * taken / LARGE:
                time.sleep(0.005)
            if chunk.endswith(b"0\r\n\r\n"):
                break
    assert taken > LARGE


@pytest.mark.parametrize("is_encrypted", [False, True], ids=["plain", "TLS"])
def test_a_slow_client_gets_the_end_of_an_answer_too(is_encrypted, certificates, caplog):
    files, trusting = certificates
    with serving(Hasty, sent_ahead=4096, **files if is_encrypted else {}) as port, socket.socket() as plain:
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        plain.settimeout(HANGS_S)
        plain.connect(("127.0.0.1", port))
        with trusting.wrap_socket(plain, server_hostname="127.0.0.1") if is_encrypted else plain as connection:
            connection.sendall(REQUEST % b"medium")
            taken, begun = 0, time.monotonic()
            while not (chunk := connection.recv(2048)).endswith(b"0\r\n\r\n"):
                assert chunk, f"it ends behind {taken} bytes"
                taken += len(chunk)
                while time.monotonic() - begun < 1.2 * taken / MEDIUM:  # a record of TLS within each bound
                    time.sleep(0.005)
            assert all_of(connection) == b"", "silent from now on, it is let go"
    assert "Traceback" not in caplog.text


def test_an_application_may_work_as_long_as_it_likes(hasty):
    with connected(hasty) as connection:
        for _ in range(2):
            connection.sendall(REQUEST % b"slow")
            assert b"0\r\n\r\n" in chunks_of(connection)


def test_more_silent_connections_than_places_shut_nobody_out():
    with serving() as port, ExitStack() as held:
        for number in range(PLACES + 50):
            silent = held.enter_context(connected(port))
            silent.sendall((b"", b"GET / HTTP/1.1\r\nX-Slow: ", BODY)[number % 3])
        for _ in range(5):
            with connected(port) as connection:
                connection.sendall(REQUEST % b"")
                assert b"200 OK" in connection.recv(65_536)


def test_the_connection_that_waits_longest_makes_room_and_one_that_is_worked_for_does_not():
    with serving() as port, ExitStack() as held:
        working = held.enter_context(connected(port))
        working.sendall(REQUEST % b"slow")
        time.sleep(0.2)
        silent = [held.enter_context(connected(port)) for _ in range(PLACES)]
        assert all_of(silent[0]) == b""
        silent[-1].sendall(REQUEST % b"")
        assert b"200 OK" in silent[-1].recv(65_536)
        assert b"200 OK" in working.recv(65_536)


def test_a_websocket_that_says_nothing_is_ended_and_one_that_has_spoken_is_not(hasty):
    address = f"ws://127.0.0.1:{hasty}"
    with connect(address) as silent, connect(address) as speaking:
        speaking.send("word")
        with pytest.raises(ConnectionClosed):
            silent.recv(timeout=HANGS_S)
        assert speaking.recv(timeout=HANGS_S) == "word"


def test_of_many_silent_websockets_the_oldest_makes_room(hasty):
    address = f"ws://127.0.0.1:{hasty}"
    with ExitStack() as held:
        for _ in range(100):
            held.enter_context(connect(address))
        last = held.enter_context(connect(address))
        last.send("word")
        assert last.recv(timeout=HANGS_S) == "word"
