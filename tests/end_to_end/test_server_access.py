"""What `watchword up` starts, attacked: nobody without its secret gets in, nothing names a command, nothing leaks.

The environment that it inherits would open the server if it were heeded.
"""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import uuid
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.actions import WorkPoolUpdate
from prefect.workers.process import ProcessWorker
from starlette.routing import WebSocketRoute

from flows.server.bounded_connections import PLACES
from flows.server.work_pool import WORK_POOL, ensure_locked_pool, locked
from tests.conftest import EAGER_WORKER
from tests.local_site import RSS, LocalSite, Reply

PASSWORD = "planted-9f31c7a2"
NAME = "Kwang"
PARAGRAPH = "The court heard on Tuesday that a company in the port district had paid wages to people it never met. " * 3
PAGE = f"""<html><head><title>Wages paid to people never met</title></head><body><article>
<h1>Wages paid to people never met</h1><p>{PARAGRAPH}</p><p>Kim {NAME} Jin was named by the prosecution as the man who
opened the accounts. {PARAGRAPH}</p><p>{PARAGRAPH}</p></article></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Own</title><link>{base}</link>
<description>x</description><item><title>Wages paid to people never met</title><link>{base}/story</link><guid>1</guid>
<description>A court heard.</description></item></channel></rss>"""
OPEN = {
    "PREFECT_API_AUTH_STRING": "known:known",
    "PREFECT_CLIENT_CSRF_SUPPORT_ENABLED": "false",
    "PREFECT_SERVER_API_AUTH_STRING": "known:known",
    "PREFECT_SERVER_API_HOST": "0.0.0.0",
    "PREFECT_SERVER_API_CORS_ALLOWED_ORIGINS": "*",
    "PREFECT_SERVER_API_CSRF_PROTECTION_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "true",
    "HTTP_PROXY": "http://127.0.0.1:9",
}
FOREIGN = ("http://evil.example", "http://localhost:{port}", "http://127.0.0.1:9", "null")
REBOUND = ("evil.example:{port}", "evil.example", "localhost:{port}", "127.0.0.1", "127.0.0.1:{port}.evil.example", "")
WEBSOCKETS = (
    "/api/events/in",
    "/api/events/out",
    "/api/logs/out",
    "/api/task_runs/subscriptions/scheduled",
    "/api/work_pools/watchword/workers/connect",
)
READY_WITHIN_S = 150


@contextmanager
def outlet():
    """A loopback site with one feed and one article that names a watched person."""

    def answer(request):
        return Reply(PAGE) if request.path == "/story" else Reply(FEED.format(base=request.base), kind=RSS)

    with LocalSite(answer) as site:
        yield site.base


class Mailbox:
    """An SMTP handler that keeps the passwords shown to it and what it accepted."""

    def __init__(self):
        self.passwords, self.messages = [], []

    def authenticate(self, server, session, envelope, mechanism, data):
        self.passwords.append(data.password.decode())
        return AuthResult(success=True)

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the name that aiosmtpd looks for
        self.messages.append(envelope.content)
        return "250 accepted"


@contextmanager
def post_office(mailbox):
    """A mail server on loopback; yields its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {"auth_require_tls": False, "authenticator": mailbox.authenticate}
    controller = Controller(mailbox, hostname="127.0.0.1", port=port, **options)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


class AgainWhenBusy(httpx.HTTPTransport):
    """Asks again when Prefect answers 503, as its own clients do: its SQLite file was locked for the moment."""

    def handle_request(self, request):
        for _ in range(20):
            response = super().handle_request(request)
            if response.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                break
            response.close()
            time.sleep(0.2)
        return response


class Watch:
    """A running `watchword up`: its folder, its log, the address of its server and the secret."""

    def __init__(self, folder, process, mailbox):
        self.folder, self.process, self.mailbox = folder, process, mailbox
        self.data, self.log = folder / "data", folder / "log"
        self.wait(lambda: "The watch is on" in self.log.read_text())
        self.url = re.search(r"server at (http://127\.0\.0\.1:\d+)", self.log.read_text()).group(1)
        self.port = int(self.url.rpartition(":")[2])
        self.secret = (self.data / "prefect.secret").read_text().strip()

    def wait(self, condition, seconds=READY_WITHIN_S):
        deadline = time.monotonic() + seconds
        while not condition():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.5)

    def web(self, *, authorized=False, **headers):
        """A client as a program without Prefect's library would write it; `authorized` shows the secret."""
        auth = tuple(self.secret.split(":", 1)) if authorized else None
        transport = AgainWhenBusy(trust_env=False)
        return httpx.Client(base_url=self.url, headers=headers, auth=auth, timeout=30, transport=transport)

    def insider(self):
        """A client with the secret and a CSRF token."""
        client = str(uuid.uuid4())
        with self.web(authorized=True) as web:
            token = web.get("/api/csrf-token", params={"client": client}).raise_for_status().json()["token"]
        return self.web(authorized=True, **{"Prefect-Csrf-Token": token, "Prefect-Csrf-Client": client})

    def deployment(self, name):
        with self.insider() as web:
            return web.get(f"/api/deployments/name/{name}").raise_for_status().json()

    def run(self, deployment_id, **options):
        """Starts a run of the deployment; returns its id."""
        with self.insider() as web:
            answer = web.post(f"/api/deployments/{deployment_id}/create_flow_run", json=options)
            return answer.raise_for_status().json()["id"]

    def await_end(self, run_id):
        """The state of the run once it has ended."""
        with self.insider() as web:
            ends = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}

            def state():
                return web.get(f"/api/flow_runs/{run_id}").raise_for_status().json()["state_type"]

            self.wait(lambda: state() in ends)
            return state()


@pytest.fixture(scope="module")
def watch(tmp_path_factory):
    folder = tmp_path_factory.mktemp("watch")
    (folder / "config").mkdir()
    (folder / "tmp").mkdir()
    (folder / "tmp" / "runner_storage").touch()  # where Prefect's worker would work, as another account has taken it
    (folder / "password").touch(0o600)
    (folder / "password").write_text(f"{PASSWORD}\n")
    mailbox = Mailbox()
    with outlet() as base, post_office(mailbox) as mail_port:
        (folder / "config" / "feeds.yaml").write_text(f"feeds: [{{id: own, url: '{base}/feed', every: 0s}}]\n")
        (folder / "config" / "watchlist.yaml").write_text(
            f"version: 1\nactors: [{{id: kim, name: Kim {NAME}-jin, severity: high}}]\n"
        )
        (folder / "config" / "alerts.yaml").write_text(
            "subscriptions: [{id: desk, to: [desk@example.org], timezone: UTC}]\n"
        )
        ours = {
            "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
            "WATCHWORD_SMTP_HOST": "127.0.0.1",
            "WATCHWORD_SMTP_PORT": str(mail_port),
            "WATCHWORD_SMTP_SECURITY": "none",
            "WATCHWORD_SMTP_USER": "desk",
            "WATCHWORD_SMTP_FROM": "watch@example.org",
            "WATCHWORD_SMTP_PASSWORD_FILE": str(folder / "password"),
            "PREFECT_LOGGING_LEVEL": "DEBUG",
            "TMPDIR": str(folder / "tmp"),
            **EAGER_WORKER,
        }
        places = ["--config", str(folder / "config"), "--data", str(folder / "data")]
        command = [str(Path(sys.executable).with_name("watchword")), "up", "--port", "0", *places]
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("WATCHWORD_", "PREFECT_"))}
        with (folder / "log").open("w") as log:
            process = subprocess.Popen(command, env=clean | OPEN | ours, stdout=log, stderr=log)
        try:
            yield Watch(folder, process, mailbox)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)


@pytest.mark.parametrize("origin", FOREIGN)
@pytest.mark.parametrize("authorized", [False, True])
def test_a_page_of_another_origin_is_refused(watch, origin, authorized):
    origin = origin.format(port=watch.port)
    with watch.web(authorized=authorized, Origin=origin) as web:
        answers = [
            web.post("/api/deployments/filter", json={}),
            web.post("/api/deployments/filter", content="{}", headers={"Content-Type": "text/plain"}),
            web.get("/api/csrf-token", params={"client": "page"}),
            web.get("/"),
            web.options("/api/deployments/filter", headers={"Access-Control-Request-Method": "POST"}),
        ]
    assert [one.status_code for one in answers] == [403] * len(answers)
    assert not [name for one in answers for name in one.headers if name.startswith("access-control")]


@pytest.mark.parametrize("host", REBOUND)
@pytest.mark.parametrize("authorized", [False, True])
def test_a_rebound_host_is_refused(watch, host, authorized):
    with watch.web(authorized=authorized, Host=host.format(port=watch.port), Cookie="session=x") as web:
        answers = [web.get("/"), web.get("/api/health"), web.post("/api/deployments/filter", json={})]
    assert [one.status_code for one in answers] == [403] * len(answers)


def handshake(watch, path, **changes):
    """The first line of the answer to a WebSocket's opening, and the open connection."""
    headers = {"Host": f"127.0.0.1:{watch.port}", "Origin": watch.url, "Sec-WebSocket-Protocol": "prefect"} | changes
    lines = [
        f"GET {path} HTTP/1.1",
        *(f"{key}: {header}" for key, header in headers.items() if header),
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ]
    connection = socket.create_connection(("127.0.0.1", watch.port), timeout=10)
    connection.sendall("\r\n".join([*lines, "", ""]).encode())
    return connection.recv(4096).partition(b"\r\n")[0], connection


@pytest.mark.parametrize("changes", [{"Origin": "http://evil.example"}, {"Host": "evil.example"}, {"Origin": "null"}])
def test_a_websocket_of_another_page_is_refused(watch, changes):
    line, connection = handshake(watch, "/api/events/out", **changes)
    connection.close()
    assert b" 403 " in line


@pytest.mark.parametrize("path", WEBSOCKETS)
def test_a_websocket_without_the_secret_is_closed_before_anything_is_taken(watch, path):
    line, connection = handshake(watch, path, **{"Sec-WebSocket-Protocol": "", "Origin": ""})
    connection.close()
    assert b" 403 " in line
    line, connection = handshake(watch, path, Origin="")
    with connection:
        assert b" 101 " in line
        message = json.dumps({"type": "auth", "token": "wrong"}).encode()
        connection.sendall(bytes([0x81, 0x80 | len(message)]) + bytes(4) + message)  # a masked text frame
        assert connection.recv(2)[0] == 0x88, "closed"


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../../../etc/passwd",
        "/assets/..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/v2/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/assets/..%5c..%5cprefect.secret",
        "http://127.0.0.1/etc/passwd",
    ],
)
def test_no_path_of_the_pages_leads_to_a_file_of_the_machine(watch, path):
    lines = (f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{watch.port}", "Connection: close", "", "")
    with socket.create_connection(("127.0.0.1", watch.port), timeout=30) as connection:
        connection.sendall("\r\n".join(lines).encode())
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))
    assert b"root:" not in answer
    assert watch.secret.encode() not in answer


def test_the_list_of_websockets_is_complete():
    from prefect.server.api.server import API_ROUTERS

    routes = [one for router in API_ROUTERS for one in router.routes if isinstance(one, WebSocketRoute)]
    paths = ["/api" + one.path.replace("{work_pool_name}", WORK_POOL) for one in routes]
    assert sorted(paths) == sorted(WEBSOCKETS)


def test_silent_connections_and_websockets_of_other_accounts_shut_nobody_out(watch):
    with ExitStack() as held:
        for _ in range(2 * PLACES):
            held.enter_context(socket.create_connection(("127.0.0.1", watch.port), timeout=30))
        silent = [handshake(watch, "/api/events/out", Origin="")[1] for _ in range(100)]
        for one in silent:
            held.enter_context(one)
        assert silent[0].recv(2)[:1] in (b"", b"\x88"), "closed, to make room"
        assert watch.await_end(watch.run(watch.deployment("rematch/rematch")["id"])) == "COMPLETED"


def test_a_process_without_the_secret_is_refused(watch):
    """Also with what the inherited environment named as the secret, and from the server's own origin."""
    paths = ("/api/csrf-token?client=x", "/api/work_pools/watchword", "/api/admin/settings", "/api/flow_runs/count")
    for headers in ({}, {"Origin": watch.url}, {"Authorization": "Basic a25vd246a25vd24="}):
        with watch.web(**headers) as web:
            assert {web.get(path).status_code for path in paths[:3]} == {401}
            assert {web.post(path, json={}).status_code for path in paths[1:]} == {403}  # no CSRF token
            forged = {"Prefect-Csrf-Token": "x", "Prefect-Csrf-Client": "x"}
            assert web.post("/api/deployments/filter", json={}, headers=forged).status_code == 403
            assert web.get("/ui-settings").json()["auth"] == "BASIC"


def test_the_server_listens_on_loopback_only(watch):
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", watch.port), timeout=5)


def test_the_secret_is_in_its_file_and_on_no_command_line(watch):
    assert (watch.data / "prefect.secret").stat().st_mode & 0o777 == 0o600
    commands = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert "flows.server.guarded_server" in commands
    assert watch.secret.partition(":")[2] not in commands


def test_with_the_secret_no_command_can_be_set(watch, tmp_path):
    """Refused where Prefect checks variables, without effect where it does not; the watch works on."""
    marker = tmp_path / "owned"
    variables = {"command": f"touch {marker}", "env": {"PATH": str(tmp_path)}, "working_dir": str(tmp_path)}
    deployment = watch.deployment("rematch/rematch")
    with watch.insider() as web:
        for name, value in variables.items():
            attack = {"job_variables": {name: value}}
            assert web.post(f"/api/deployments/{deployment['id']}/create_flow_run", json=attack).status_code == 422
        own = {"Origin": watch.url}  # as Prefect's page sends it
        assert web.post("/api/deployments/filter", json={}, headers=own).status_code == 200
        run = watch.run(deployment["id"], state={"type": "SCHEDULED"})
        assert web.patch(f"/api/flow_runs/{run}", json={"job_variables": variables}).status_code == 422
        assert watch.await_end(run) == "COMPLETED"
        web.patch(f"/api/deployments/{deployment['id']}", json={"job_variables": variables})
        due = {"flow_id": deployment["flow_id"], "deployment_id": deployment["id"], "state": {"type": "SCHEDULED"}}
        web.post("/api/flow_runs/", json=due | {"job_variables": variables})
        web.patch(f"/api/deployments/{deployment['id']}", json={"job_variables": {}})
    assert watch.await_end(watch.run(deployment["id"])) == "COMPLETED"
    assert not marker.exists()


def test_the_worker_has_a_folder_for_temporary_files_that_no_other_account_can_take(watch):
    assert watch.await_end(watch.run(watch.deployment("rematch/rematch")["id"])) == "COMPLETED"
    assert (watch.folder / "tmp" / "runner_storage").is_file()
    (own,) = (one for one in (watch.folder / "tmp").iterdir() if one.name.startswith("watchword-"))
    assert own.stat().st_mode & 0o777 == 0o700


def test_an_unlocked_pool_runs_the_command_and_is_locked_again(watch, tmp_path):
    """The attack as it was before, so that the tests above prove something."""
    marker, deployment = tmp_path / "owned", watch.deployment("rematch/rematch")
    with SyncPrefectClient(f"{watch.url}/api", auth_string=watch.secret) as client:
        template = ProcessWorker.get_default_base_job_template()
        client.update_work_pool(WORK_POOL, WorkPoolUpdate(base_job_template=template))
        watch.run(deployment["id"], job_variables={"command": f"touch {marker}"})
        watch.wait(marker.exists)
        ensure_locked_pool(client)
        assert client.read_work_pool(WORK_POOL).base_job_template == locked({})


def test_a_run_uses_the_server_with_the_secret_and_says_what_is_missing_without(watch, watchword):
    environment = {"PREFECT_API_URL": f"{watch.url}/api", "PREFECT_HOME": str(watch.folder / "home")}
    places = ("--config", watch.folder / "config", "--data", watch.folder / "other")
    done = watchword("run", *places, environment=environment)
    assert done.returncode == 1
    assert "PREFECT_API_AUTH_STRING" in done.stderr
    assert "Traceback" not in done.stderr
    allowed = {"PREFECT_API_AUTH_STRING": watch.secret, "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8"}
    done = watchword("run", *places, environment=environment | allowed)
    assert done.returncode == 0, done.stderr


def test_neither_password_nor_name_nor_secret_reaches_prefect_or_a_log(watch):
    watch.wait((watch.data / "watchword.read.duckdb").exists)
    assert watch.await_end(watch.run(watch.deployment("digest/digest")["id"])) == "COMPLETED"
    watch.wait(lambda: watch.mailbox.messages, seconds=30)
    assert PASSWORD in watch.mailbox.passwords
    assert NAME.encode() in b"".join(watch.mailbox.messages)
    kept = b"".join(path.read_bytes() for path in (watch.data / "prefect").rglob("*") if path.is_file())
    kept += watch.log.read_bytes()
    assert b"Feeds read" in kept  # the artifact is there, so these are the right files
    for planted in (NAME, PASSWORD, watch.secret, watch.secret.partition(":")[2]):
        assert planted.encode() not in kept
    everything = b"".join(path.read_bytes() for path in watch.data.rglob("*") if path.is_file())
    assert PASSWORD.encode() not in everything
