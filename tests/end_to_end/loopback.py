"""Settings of a watch that reads and mails on loopback only."""

from __future__ import annotations


def loopback_settings(smtp_port: int) -> dict[str, str]:
    """Environment variables: feeds and pages on 127.0.0.0/8 without a pause, and a mail server at this port."""
    return {
        "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
        "WATCHWORD_HOST_SPACING_S": "0",
        "WATCHWORD_CONTACT": "desk@example.org",
        "WATCHWORD_SMTP_HOST": "127.0.0.1",
        "WATCHWORD_SMTP_PORT": str(smtp_port),
        "WATCHWORD_SMTP_SECURITY": "none",
        "WATCHWORD_SMTP_FROM": "watch@example.org",
    }
