"""What `doctor` finds out about mail, channels and readers, also if feeds.yaml or watchlist.yaml has mistakes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

from alerts.config.subscriptions import AlertsConfig
from cli.health_checks import FoundError, listed
from core.errors import ConfigError
from core.settings import Settings

Inspect = Callable[[], str]


def delivery_checks(found: Settings) -> Iterator[tuple[str, Inspect]]:
    """The checks by name; without those of alerts.yaml if that has mistakes, which the check of the files says."""
    from flows.run_config import load_alerts

    try:
        alerts = load_alerts(found)
    except ConfigError:
        alerts = None
    if alerts is not None:
        yield "mail", partial(_check_mail, found, alerts)
        yield "channels", partial(_check_channels, alerts)
        yield "readers", partial(_check_readers, found, alerts)
    if found.smtp_password_file:
        yield "mail password", partial(_check_password_file, found)


def _check_mail(found: Settings, alerts: AlertsConfig) -> str:
    from alerts.delivering.smtp import server_of

    server = server_of(alerts.mail, found)
    if server is None:
        _check_that_mail_is_not_in_use(found)
        return f"no mail server: digests are files in {found.paths.outbox}"
    if server.username and server.password is None and server.password_file is None:
        raise FoundError(
            f"{server.host} wants a password for {server.username}, and neither WATCHWORD_SMTP_PASSWORD nor "
            "WATCHWORD_SMTP_PASSWORD_FILE is set here"
        )
    return f"{server.host}:{server.port}, {server.security}; `watchword digest send --test ADDRESS` tries it"


def _check_that_mail_is_not_in_use(found: Settings) -> None:
    """Raises FoundError if messages left by mail lately: then variables are missing in this environment."""
    from alerts.delivering.outbox import MissingServer
    from storage.store import Store

    if not found.paths.live.exists():
        return
    last = Store(found.paths).outbox.last_sent_by_mail(datetime.now(UTC) - MissingServer.WAITS)
    if last is not None:
        raise FoundError(MissingServer(last).message)


def _check_channels(alerts: AlertsConfig) -> str:
    from alerts.delivering.channels import unset_variables

    missing = [
        f"{one.channel_id}: {' and '.join(names)}"
        for one in alerts.channels
        if (names := unset_variables(one, os.environ))
    ]
    if missing:
        raise FoundError(f"not set in this environment: {'; '.join(missing)}. Their messages wait until they are")
    return f"{len(alerts.channels)}, with all their variables" if alerts.channels else "none"


def _check_readers(found: Settings, alerts: AlertsConfig) -> str:
    """A subscription that everybody left waits for a reader, and nobody is notified meanwhile."""
    from flows.readership import Readership
    from storage.store import Store

    if not found.paths.live.exists():
        return "nobody unsubscribed"
    store = Store(found.paths)
    gone, left = store.readers.unsubscribed(), Readership(store, alerts).left_subscriptions()
    if left:
        raise FoundError(f"everybody unsubscribed from {listed(left)}; `watchword readers` lists them")
    return f"{len(gone)} unsubscribed: `watchword readers`" if gone else "nobody unsubscribed"


def _check_password_file(found: Settings) -> str:
    from alerts.delivering.smtp import check_password_file

    return check_password_file(found) or f"in {found.smtp_password_file}"
