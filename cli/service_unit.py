"""The systemd unit of the watch, as a text."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from core.settings import Settings

NAME = "watchword.service"

_HEAD = """\
# Written by `watchword service install`. Your own additions belong in a drop-in: systemctl {scope}edit watchword
[Unit]
Description=Watchword, which watches the news for the names on a list
Documentation={documentation}
{after}
[Service]
Type=notify
NotifyAccess=main
ExecStart={program} up --port {port} --config {config} --data {data}
WorkingDirectory={plain_data}
# Passwords and addresses of channels: a line NAME=value each, mode 0600. It need not exist.
EnvironmentFile=-{plain_config}/watchword.env
Environment=PYTHONUNBUFFERED=1
Restart=on-failure
RestartSec=15
# A server that no longer answers is restarted.
WatchdogSec=300
TimeoutStartSec=600
TimeoutStopSec=45
KillMode=mixed
UMask=0077
Nice=5

# What the parsers, the mail and the server do not need.
NoNewPrivileges=yes
LockPersonality=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RestrictNamespaces=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
SystemCallArchitectures=native
SystemCallFilter=@system-service landlock_create_ruleset landlock_add_rule landlock_restrict_self
SystemCallFilter=~@privileged
SystemCallErrorNumber=EPERM
"""

# These need the rights of the system's manager.
_SYSTEM_ONLY = """\
User={user}
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
ReadWritePaths={quoted_data}
ProtectHome=read-only
PrivateTmp=yes
PrivateDevices=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
RemoveIPC=yes
"""

_TAIL = """
[Install]
WantedBy={wanted_by}
"""


@dataclass(frozen=True, slots=True)
class Service:
    """Where and as whom the watch runs; `user` None for a service of the user's own manager."""

    config: Path
    data: Path
    port: int
    user: str | None

    @classmethod
    def of(cls, settings: Settings, port: int, user: str | None) -> Service:
        """The service for these settings."""
        return cls(settings.config_dir.absolute(), settings.paths.root, port, user)

    @property
    def path(self) -> Path:
        """Where systemd looks for the unit."""
        folder = Path("/etc/systemd/system") if self.user else Path.home() / ".config" / "systemd" / "user"
        return folder / NAME

    def unit(self) -> str:
        """The text of the unit."""
        text = _HEAD + (_SYSTEM_ONLY if self.user else "") + _TAIL
        return text.format(
            scope="" if self.user else "--user ",
            after="After=network-online.target\nWants=network-online.target\n" if self.user else "",
            documentation=_plain((Path(__file__).parents[1] / "docs" / "operations.md").as_uri()),
            program=_argument(Path(sys.executable).with_name("watchword")),
            config=_argument(self.config),
            data=_argument(self.data),
            plain_config=_plain(self.config),
            plain_data=_plain(self.data),
            quoted_data=_quoted(self.data),
            port=self.port,
            user=self.user,
            wanted_by="multi-user.target" if self.user else "default.target",
        )


def _plain(text: Path | str) -> str:
    """As systemd reads a whole line: a percent sign would begin a specifier."""
    return str(text).replace("%", "%%")


def _quoted(path: Path) -> str:
    """As systemd reads words, of which this is one."""
    return '"' + _plain(path).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _argument(path: Path) -> str:
    """As systemd reads the words of a command, where a dollar sign would begin a variable."""
    return _quoted(path).replace("$", "$$")
