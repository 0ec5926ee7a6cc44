"""The container files: linted where a linter is, and what must hold in any case."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from core.plain_yaml import read_plain
from core.settings import Settings

ROOT = Path(__file__).parents[1]
LINTERS = Path(sys.prefix) / "lint" / "bin"
SERVICES = read_plain((ROOT / "compose.yaml").read_text("utf-8"))["services"]


@pytest.mark.parametrize(
    "command",
    [("hadolint", "Dockerfile"), ("check-jsonschema", "--builtin-schema", "vendor.compose-spec", "compose.yaml")],
    ids=lambda command: command[0],
)
def test_linters_find_nothing(command):
    name, *words = command
    linter = LINTERS / name
    if not linter.exists():
        pytest.skip(f"SKIPPED: no {name} here; python3 -m venv {LINTERS.parent}, and install tests/linters.txt there")
    done = subprocess.run([linter, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_container_has_no_root_a_volume_and_a_health_check():
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    last = {line.split()[0]: line for line in lines if line[:1].isupper()}
    assert last["USER"] == "USER 10001:10001"
    assert last["VOLUME"].split()[1] in "\n".join(lines).split("WATCHWORD_DATA_DIR=")[1].split()[0]
    assert '"doctor", "--quick"' in "\n".join(lines)
    assert all("-slim" in line for line in lines if line.startswith("FROM"))


def test_the_account_has_a_group_and_a_private_folder_and_the_server_a_place_for_its_pages():
    text = (ROOT / "Dockerfile").read_text("utf-8")
    assert "groupadd --gid 10001" in text
    assert "--no-create-home" in text, "the files of a new home would lie in the volume"
    assert "install -d -o 10001 -g 10001 -m 0700 /var/lib/watchword" in text
    assert SERVICES["server"]["environment"]["PREFECT_UI_STATIC_DIRECTORY"].startswith("/var/lib/watchword/")


def test_base_images_are_named_with_their_version_and_no_container_gains_rights():
    bases = {line.split()[1] for line in (ROOT / "Dockerfile").read_text("utf-8").splitlines() if line[:5] == "FROM "}
    assert len(bases) == 1, "what is built runs on what it was built on"
    images = {*bases, *(one["image"] for one in SERVICES.values() if "image" in one)}
    assert all(re.fullmatch(r"[a-z]+:\d+(\.\d+)?-[a-z-]+", image) for image in images), images
    ours = [one for one in SERVICES.values() if "build" in one]
    assert all(one["cap_drop"] == ["ALL"] and one["security_opt"] == ["no-new-privileges:true"] for one in ours)
    assert all(not one.get("privileged") and "healthcheck" in one for name, one in SERVICES.items() if name != "worker")
    mounted = {name for one in SERVICES.values() for name in one.get("volumes", []) if name[0] not in "./$"}
    declared = read_plain((ROOT / "compose.yaml").read_text("utf-8"))["volumes"]
    assert {name.split(":")[0] for name in mounted} == set(declared)


def test_nothing_is_published_but_the_page_on_loopback():
    published = [port for one in SERVICES.values() for port in one.get("ports", [])]
    assert published == ["127.0.0.1:4200:4200"]


def test_no_secret_is_in_the_file_and_none_is_optional():
    text = (ROOT / "compose.yaml").read_text("utf-8")
    assert "${PREFECT_SECRET:?" in text
    assert "${POSTGRES_SECRET:?" in text
    server = SERVICES["server"]["environment"]
    assert server["PREFECT_SERVER_API_CSRF_PROTECTION_ENABLED"] == "true"
    assert server["PREFECT_SERVER_API_AUTH_STRING"].startswith("${PREFECT_SECRET")


def test_the_variables_of_the_worker_are_settings():
    named = {name for name in SERVICES["worker"]["environment"] if name.startswith("WATCHWORD_")}
    assert named <= {f"WATCHWORD_{name.upper()}" for name in Settings.model_fields}
