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
Documentation=file:{project}/docs/operations.md
{after}
[Service]
Type=notify
NotifyAccess=main
ExecStart={program} up --port {port} --config "{config}" --data "{data}"
WorkingDirectory={data}
# Passwords and addresses of channels: a line NAME=value each, mode 0600. It need not exist.
EnvironmentFile=-{config}/watchword.env
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
ReadWritePaths="{data}"
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
            project=_escaped(Path(__file__).parents[1]),
            program=_escaped(Path(sys.executable).with_name("watchword")),
            config=_escaped(self.config),
            data=_escaped(self.data),
            port=self.port,
            user=self.user,
            wanted_by="multi-user.target" if self.user else "default.target",
        )


def _escaped(path: Path) -> str:
    """The path as systemd reads it: a percent sign would begin a specifier, a backslash an escape."""
    return str(path).replace("%", "%%").replace("\\", "\\\\")
