"""docs/getting-started.md, typed as written: a site, a name, a first alert by mail."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.alerts.test_smtp import MailHandler, running
from tests.end_to_end.test_week import PORT, Outlet
from tests.local_site import Reply

PAGE = Path(__file__).parents[2] / "docs" / "getting-started.md"
NAME = "Anton Velmar-Szabo"


class Site(Outlet):
    """An outlet whose front page links to its feed."""

    def answer(self, request):
        if request.path == "/":
            return Reply("<html><head><link rel=alternate type=application/rss+xml href=/feed></head></html>")
        return super().answer(request)


def typed(site: str) -> str:
    """The commands of the page, with the site and the mail server of this test; installing is done already."""
    commands = "".join(re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL))
    replaced = {"make setup": "true", "https://news.example/": f"{site}/", "smtp.example.org": "127.0.0.1"}
    for words, instead in replaced.items():
        assert words in commands
        commands = commands.replace(words, instead)
    return commands


def test_the_page_leads_to_the_first_alert(tmp_path, prefect_server):
    clone = Path(sys.executable).parents[2]
    site, handler = Site("127.0.0.14"), MailHandler()
    site.publish("/wages", "Wages paid to people never met", f"{PORT}\nProsecutors charged {NAME} on Monday.\n{PORT}")
    with running(handler) as controller:
        environment = prefect_server | {
            "HOME": str(tmp_path),
            "WATCHWORD_ALLOW_NETWORKS": "127.0.0.0/8",
            "WATCHWORD_HOST_SPACING_S": "0",
            "WATCHWORD_SMTP_PORT": str(controller.port),
            "WATCHWORD_SMTP_SECURITY": "none",
        }
        done = subprocess.run(
            ["bash", "-e", "-c", typed(site.base)],
            cwd=clone,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    site.site.close()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "OK: 1 actor, 0 schemes" in done.stdout
    assert "Hits: 1 to alert" in done.stderr
    assert "!!" not in done.stdout, "doctor finds nothing wrong"
    mails = [body.decode() for to, body in handler.accepted if to == ["you@example.org"]]
    assert len(mails) == 2, "the test message and the digest: " + done.stderr
    assert "Velmar-Szabo" not in mails[0]
    assert "Velmar-Szabo" in mails[1]
    assert (tmp_path / "watch" / "data" / "outbox" / "preview.html").is_file()
