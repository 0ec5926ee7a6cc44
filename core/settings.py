"""Settings from environment variables. Read in `cli` and `flows` only, and passed down."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from core.task_runner import TaskRunnerChoice, parse_task_runner, ray_is_encrypted

PREFIX = "WATCHWORD_"
"""How the names of all variables begin, apart from Prefect's own."""

MailSecurity = Literal["starttls", "tls", "none"]
"""How a connection to the mail server is encrypted."""

IPNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network


class Settings(BaseSettings):
    """The `WATCHWORD_…` variables and their defaults. Command-line options override them.

    `smtp_*` override `mail:` in alerts.yaml; None means that alerts.yaml decides. The password is
    `smtp_password` or in the file that `smtp_password_file` names, and nowhere else.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True)

    config_dir: Path = Path("config")
    data_dir: Path = Path("data")
    cache_dir: Path | None = None
    allow_networks: Annotated[tuple[IPNetwork, ...], NoDecode] = ()
    ca_file: Path | None = None
    contact: str | None = None

    fetch_timeout_s: float = Field(default=30.0, gt=0, le=600)
    fetch_max_bytes: int = Field(default=20 * 1024 * 1024, gt=0)
    host_spacing_s: float = Field(default=2.0, ge=0, le=600)

    smtp_host: str | None = None
    smtp_port: int | None = Field(default=None, gt=0, lt=65536)
    smtp_user: str | None = None
    smtp_password: SecretStr | None = None
    smtp_password_file: Path | None = None
    smtp_from: str | None = None
    smtp_security: MailSecurity | None = None

    ping_url: SecretStr | None = None  # asked after each complete cycle, for a service that misses it
    metrics_file: Path | None = None
    log_format: Literal["text", "json"] = "text"

    keep_pages_days: int = Field(default=30, ge=0)
    keep_text_days: int = Field(default=400, ge=0)
    keep_deliveries_days: int = Field(default=730, ge=0)
    keep_logs_days: int = Field(default=30, ge=0)
    group_reads_snapshot: bool = False
    recheck_pages: bool = True  # pages with a hit are read again after hours and days, for edits
    rematch_days: int = Field(default=90, ge=0)
    instance: str | None = Field(default=None, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
    task_runner: Annotated[TaskRunnerChoice, NoDecode] = TaskRunnerChoice()

    @field_validator("smtp_password_file")
    @classmethod
    def _refuse_two_passwords(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        if value is not None and info.data.get("smtp_password") is not None:
            raise ValueError("set either WATCHWORD_SMTP_PASSWORD or WATCHWORD_SMTP_PASSWORD_FILE, not both")
        return value

    @field_validator("allow_networks", mode="before")
    @classmethod
    def _split_networks(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(ipaddress.ip_network(part.strip(), strict=False) for part in value.split(",") if part.strip())

    @field_validator("task_runner", mode="before")
    @classmethod
    def _read_task_runner(cls, value: object) -> object:
        return (
            parse_task_runner(value, ray_is_encrypted=ray_is_encrypted(os.environ)) if isinstance(value, str) else value
        )

    @property
    def paths(self) -> DataPaths:
        """The paths in the data folder."""
        cache = (self.cache_dir or self.data_dir / "cache").absolute()
        return DataPaths(self.data_dir.absolute(), cache, group_reads=self.group_reads_snapshot)


@dataclass(frozen=True, slots=True)
class DataPaths:
    """The layout of the data folder. Creates nothing."""

    root: Path
    cache: Path  # by default in `root`, but it may be elsewhere
    group_reads: bool = False  # the group of the data folder may read the snapshot

    @property
    def live(self) -> Path:
        """The live database. Only `storage` opens it; everyone else reads the snapshot."""
        return self.root / "live" / "watchword.duckdb"

    @property
    def snapshot(self) -> Path:
        """The read snapshot: the public SQL interface."""
        return self.root / "watchword.read.duckdb"

    @property
    def reserve(self) -> Path:
        """A file that keeps space for maintenance and mail when the disk is nearly full."""
        return self.root / "live" / "reserve"

    @property
    def run_lock(self) -> Path:
        """The lock that a run holds while it is alive."""
        return self.root / "run.lock"

    @property
    def up_lock(self) -> Path:
        """Held by `watchword up`, so that only one runs on this folder."""
        return self.live.parent / "up.lock"

    @property
    def digest_lock(self) -> Path:
        """The lock held while digests are composed and messages are sent."""
        return self.root / "digest.lock"

    @property
    def outbox(self) -> Path:
        """Digests as files: `.eml` and `.html`."""
        return self.root / "outbox"

    @property
    def public(self) -> Path:
        """Files that may be published: the Atom feed of stories."""
        return self.root / "public"

    @property
    def last_run(self) -> Path:
        """How the last cycle was run."""
        return self.root / "last-run.json"

    @property
    def printed_failures(self) -> Path:
        """Which failing feeds `run --quiet` has printed, and when."""
        return self.root / "printed-failures.json"

    @property
    def last_good(self) -> Path:
        """The last valid configuration files."""
        return self.root / "last-good"

    @property
    def prefect_home(self) -> Path:
        """Prefect's own database and logs."""
        return self.root / "prefect"

    @property
    def link_secret(self) -> Path:
        """The key of the links in messages; only its owner can read it."""
        return self.root / "links.secret"

    @property
    def desk_secret(self) -> Path:
        """The secret of the desk; only its owner can read it."""
        return self.root / "desk.secret"

    @property
    def server_secret(self) -> Path:
        """The secret of Prefect's server; only its owner can read it."""
        return self.root / "prefect.secret"
