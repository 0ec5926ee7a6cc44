"""Mail by SMTP, one envelope per message; every error says at which step it happened."""

from __future__ import annotations

import smtplib
import ssl
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parseaddr
from pathlib import Path

from alerts.config.subscriptions import Mail
from alerts.delivering.mail_session import MailSession, TlsMailSession
from alerts.delivering.outbox import AccountError
from core.errors import PermanentDeliveryError, TransientDeliveryError
from core.records import Delivery
from core.settings import MailSecurity, Settings

_OTHERS = (
    "`security: tls` (port 465) encrypts from the start, `security: none` sends in the clear; as a variable, "
    "WATCHWORD_SMTP_SECURITY"
)
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class MailServer:
    """A mail server and the account on it. `ca_file` is an additional certificate authority, None for none.

    The password is either given or read from `password_file` each time a connection signs in.
    """

    host: str
    port: int
    security: MailSecurity
    sender: str
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    password_file: Path | None = None
    ca_file: Path | None = None
    timeout_s: float = 30.0


def server_of(mail: Mail, settings: Settings) -> MailServer | None:
    """The server to use, None if none is configured; the environment overrides alerts.yaml."""
    host = settings.smtp_host or mail.host
    sender = settings.smtp_from or mail.sender
    if not host or not sender:
        return None
    return MailServer(
        host=host,
        port=settings.smtp_port or mail.port,
        security=settings.smtp_security or mail.security,
        sender=sender,
        username=settings.smtp_user or mail.username,
        password=settings.smtp_password.get_secret_value() if settings.smtp_password else None,
        password_file=settings.smtp_password_file,
        ca_file=settings.ca_file,
    )


def check_password_file(settings: Settings) -> str | None:
    """A warning if every account can read the password's file; None if there is none or it is private.

    Such a file is used all the same: Docker and Kubernetes mount secrets that are readable by all. Raises AccountError
    if the file cannot be used.
    """
    path = settings.smtp_password_file
    if path is None:
        return None
    try:
        _password_in(path)
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise AccountError(f"WATCHWORD_SMTP_PASSWORD_FILE: {_reason(path, error)}") from error
    if mode & stat.S_IROTH:
        return f"WATCHWORD_SMTP_PASSWORD_FILE: every account here can read {path}; `chmod o= {path}` ends that"
    return None


def _password_in(path: Path) -> str:
    """The file's content without the line break at its end. Raises OSError, or ValueError if nothing is in it."""
    password = path.read_text(encoding="utf-8").rstrip("\r\n")
    if not password:
        raise ValueError("it is empty")
    return password


def _reason(path: Path, error: OSError | ValueError) -> str:
    cause = error.strerror or str(error) if isinstance(error, OSError) else str(error)
    return f"{path} cannot be used ({cause})"


@dataclass(frozen=True, slots=True)
class Mailer:
    """Sends messages through one server, each with its own connection, so that a failure does not affect the next."""

    server: MailServer

    def send(self, delivery: Delivery) -> None:
        """Hands one message to the server. Raises DeliveryError with the step that failed."""
        sender = parseaddr(self.server.sender)[1]
        with _translated_errors(self.server) as step, self._connection(step) as connection:
            step.name = "handing the message over"
            connection.sendmail(sender, [delivery.recipient], delivery.body)

    @contextmanager
    def _connection(self, step: _CurrentStep) -> Iterator[smtplib.SMTP]:
        server = self.server
        context = ssl.create_default_context()
        if server.ca_file:
            context.load_verify_locations(server.ca_file)
        step.name = f"connecting to {server.host}:{server.port}"
        if server.security == "tls":
            connection: MailSession = TlsMailSession(server.host, server.port, server.timeout_s, context)
        else:
            connection = MailSession(server.host, server.port, server.timeout_s)
        try:
            if server.security == "starttls":
                step.name = "encrypting (STARTTLS)"
                connection.starttls(context=context)
            if server.username:
                step.name = f"signing in as {server.username}"
                self._sign_in(connection)
            yield connection
        finally:
            _quit(connection)

    def _sign_in(self, connection: smtplib.SMTP) -> None:
        server = self.server
        if server.security == "none" and server.host not in _LOOPBACK:
            raise AccountError(f"signing in as {server.username}: refused to send a password without encryption")
        assert server.username
        connection.login(server.username, self._password())

    def _password(self) -> str:
        server = self.server
        if server.password is not None:
            return server.password
        if server.password_file is None:
            names = "WATCHWORD_SMTP_PASSWORD or WATCHWORD_SMTP_PASSWORD_FILE"
            raise AccountError(f"signing in as {server.username}: no password ({names})")
        try:
            return _password_in(server.password_file)
        except (OSError, ValueError) as error:
            reason = _reason(server.password_file, error)
            raise AccountError(f"signing in as {server.username}: {reason}") from error


@dataclass(slots=True)
class _CurrentStep:
    name: str = ""


@contextmanager
def _translated_errors(server: MailServer) -> Iterator[_CurrentStep]:
    """Translates smtplib's exceptions into our errors, which name the step."""
    step = _CurrentStep()
    try:
        yield step
    except smtplib.SMTPAuthenticationError as error:
        raise _sign_in_error(step, error, f"{error.smtp_code} {_text_of(error.smtp_error)}") from error
    except smtplib.SMTPNotSupportedError as error:
        raise AccountError(f"{step.name}: {str(error).rstrip('.')}; nothing was sent unencrypted. {_OTHERS}") from error
    except ssl.SSLCertVerificationError as error:
        raise AccountError(f"{step.name}: {error}; nothing was sent unencrypted") from error
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        raise _refusal(step, code, said) from error
    except smtplib.SMTPResponseException as error:
        raise _refusal(step, error.smtp_code, error.smtp_error) from error
    except (smtplib.SMTPException, OSError) as error:
        raise TransientDeliveryError(f"{step.name}: {error or type(error).__name__} ({server.host})") from error


def _sign_in_error(
    step: _CurrentStep, error: smtplib.SMTPAuthenticationError, said: str
) -> AccountError | TransientDeliveryError:
    """The error for a failed sign-in: transient if the server answered 4xx."""
    if 400 <= error.smtp_code < 500:
        return TransientDeliveryError(f"{step.name}: {said}")
    return AccountError(f"{step.name}: {said}")


def _refusal(step: _CurrentStep, code: int, said: bytes | str) -> TransientDeliveryError | PermanentDeliveryError:
    kind = PermanentDeliveryError if code >= 500 else TransientDeliveryError
    return kind(f"{step.name}: {code} {_text_of(said)}")


def _text_of(answer: bytes | str) -> str:
    return answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer


def _quit(connection: smtplib.SMTP) -> None:
    """Ends the session; errors no longer matter, since the message was accepted or refused before."""
    try:
        connection.quit()
    except (smtplib.SMTPException, OSError):
        connection.close()
