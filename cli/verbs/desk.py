"""`watchword desk`: the browser page to read, judge and search."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter, validators

from cli.app import BAD_USAGE, DONE, logs, settings
from cli.verbs.review import reviewer
from core.settings import Settings

_PORT = 4210


def desk(
    *,
    port: Annotated[int, Parameter(validator=validators.Number(gte=0, lte=65535))] = _PORT,
    host: str = "127.0.0.1",
    address: Annotated[bool, Parameter(negative=())] = False,
    public_url: str | None = None,
    certificate: Path | None = None,
    key: Path | None = None,
    proxy_secret_file: Path | None = None,
) -> int:
    """Read, judge and search in the browser, until Ctrl-C.

    The printed address has a token, which opens the desk in that browser for a week. On another address than loopback
    it starts only with TLS or behind a proxy that signs people in; docs/desk.md says how.

    Args:
        port: The port; 0 takes a free one.
        host: The address to listen at.
        address: Print the address with the token, and end.
        public_url: What people type, where that differs: behind a proxy, or the name in the certificate.
        certificate: The certificate for TLS, a PEM file.
        key: Its key, a PEM file.
        proxy_secret_file: A file with the secret that the proxy sends in X-Watchword-Proxy-Secret, beside the person's
            name in X-Forwarded-User.
    """
    from desk.access.exposure import Exposure, origins_of, refusal_of, secret_in
    from desk.access.sessions import Access
    from desk.server import Certificate, listening_at, server_of
    from desk.state import Desk
    from flows.run_config import machine_zone
    from flows.server.server_secret import kept_secret

    chosen = settings()
    token = kept_secret(chosen.paths.desk_secret).partition(":")[2]
    exposure = Exposure(
        host, public_url, has_certificate=certificate is not None, has_proxy=proxy_secret_file is not None
    )
    if (certificate is None) != (key is None):
        logs.print("--certificate and --key belong together.", style="red", markup=False)
        return BAD_USAGE
    if refusal := refusal_of(exposure):
        logs.print(refusal, style="red", markup=False)
        return BAD_USAGE
    proxy_secret = secret_in(proxy_secret_file) if proxy_secret_file else None
    if address:
        print(Access(token, origins_of(exposure, port), None).address_with_token)  # noqa: T201 - the answer
        return DONE
    with listening_at(host, port) as listener:
        access = Access(token, origins_of(exposure, listener.getsockname()[1]), reviewer(), proxy_secret)
        opened = Desk.of(chosen, access, lambda: datetime.now(UTC), machine_zone())
        _log_requests()
        logs.print(f"The desk: {access.address if proxy_secret else access.address_with_token}", markup=False)
        logs.print("Ctrl-C ends it.")
        server = server_of(opened, Certificate(certificate, key) if certificate and key else None)
        server.run(sockets=[listener])
    return DONE


@contextmanager
def desk_beside(chosen: Settings, port: int, *, wanted: bool) -> Iterator[None]:
    """Serves the desk on loopback in a thread while the context lasts.

    The address is printed without the token, for the messages of a service may be read by others. If the port is taken
    the watch goes on without a desk, and says so.
    """
    from core.errors import WatchwordError
    from desk.access.exposure import Exposure, origins_of
    from desk.access.sessions import Access
    from desk.server import listening_at, running_server
    from desk.state import Desk
    from flows.run_config import machine_zone
    from flows.server.server_secret import kept_secret

    with ExitStack() as stack:
        if wanted:
            try:
                listener = stack.enter_context(listening_at("127.0.0.1", port))
                token = kept_secret(chosen.paths.desk_secret).partition(":")[2]
                access = Access(token, origins_of(Exposure("127.0.0.1"), listener.getsockname()[1]), reviewer())
                opened = Desk.of(chosen, access, lambda: datetime.now(UTC), machine_zone())
                stack.enter_context(running_server(opened, listener))
                logs.print(f"The desk: {access.address}", markup=False)
                logs.print("`watchword desk --address`, with its port, prints the address that opens it.", markup=False)
            except WatchwordError as error:
                logs.print(f"No desk: {error}", style="yellow", markup=False)
        yield


def _log_requests() -> None:
    """The requests on standard error, without their queries; warnings of the server too."""
    logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%H:%M:%S", level=logging.WARNING)
    logging.getLogger("watchword.desk").setLevel(logging.INFO)
