"""`watchword config show`: every setting with its value and where that came from; no secret is printed."""

from __future__ import annotations

import json

from core.settings import Settings

ALERTS = """mail: {host: smtp.example.org, from: watch@example.org, username: desk}
subscriptions: [{id: desk, to: [desk@example.org]}]
channels: [{id: room, kind: slack, subscription: desk, url_env: DESK_SLACK_URL}]
"""


def shown(in_process, tmp_path, *arguments, **environment):
    (tmp_path / "alerts.yaml").write_text(ALERTS)
    done = in_process("config", "show", "--json", "--config", tmp_path, *arguments, environment=environment)
    assert done.returncode == 0, done.stderr
    return {row["setting"]: row for row in map(json.loads, done.stdout.splitlines())}, done.stdout


def test_every_setting_is_shown_with_where_it_came_from(in_process, tmp_path):
    rows, _ = shown(in_process, tmp_path, "--data", tmp_path / "d", WATCHWORD_CONTACT="me@example.org")
    assert set(Settings.model_fields) < set(rows)
    found = {name: (rows[name]["value"], rows[name]["source"]) for name in rows}
    assert found["contact"] == ("me@example.org", "environment")
    assert found["data_dir"] == (str(tmp_path / "d"), "option")
    assert found["smtp_host"] == ("smtp.example.org", "alerts.yaml")
    assert found["smtp_port"] == ("587", "default")
    assert found["rematch_days"] == ("90", "default")
    assert rows["channel room"]["variable"] == "DESK_SLACK_URL"
    assert rows["channel room"]["value"] == "not set"
    assert not (tmp_path / "d").exists()


def test_secrets_are_not_shown(in_process, tmp_path):
    _, text = shown(in_process, tmp_path, WATCHWORD_SMTP_PASSWORD="hush-1", DESK_SLACK_URL="https://hush-2.example/x")
    assert "hush" not in text
    assert text.count("set, not shown") == 2


def test_a_wrong_alerts_yaml_is_said_and_the_rest_is_shown(in_process, tmp_path):
    (tmp_path / "alerts.yaml").write_text("mail: {hots: x}")
    done = in_process("config", "show", "--config", tmp_path)
    assert done.returncode == 0
    assert "alerts.yaml:1:" in done.stderr
    assert "WATCHWORD_CONTACT" in done.stdout
