"""Shell completion: installed for the user's shell, and the shell then completes verbs and options."""

from __future__ import annotations

import subprocess

import pytest

COMPLETED = """
source "$1"
complete -p watchword >/dev/null
COMP_WORDS=("$@"); COMP_WORDS=(watchword "${@:2}"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
_watchword
printf '%s\\n' "${COMPREPLY[@]}"
"""


def completed(script, *words):
    done = subprocess.run(
        ["bash", "-c", COMPLETED, "bash", str(script), *words], capture_output=True, text=True, check=True
    )
    return done.stdout.split()


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


def test_bash_completes_verbs_options_and_values(in_process, home):
    done = in_process("completion", "install", "--shell", "bash", environment={"HOME": str(home)})
    assert done.returncode == 0, done.stderr
    script = home / ".local/share/bash-completion/completions/watchword"
    assert str(script) in " ".join(done.stderr.split())
    assert "watchlist" in completed(script, "wat")
    assert {"list", "pause", "discover"} <= set(completed(script, "feeds", ""))
    assert "--verdict" in completed(script, "hits", "--ver")
    assert str(script) in (home / ".bashrc").read_text()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_can_be_shown(in_process, shell):
    done = in_process("completion", "show", shell)
    assert done.returncode == 0
    assert "watchword" in done.stdout


def test_an_unknown_shell_is_asked_for(in_process, home):
    done = in_process("completion", "install", environment={"HOME": str(home), "SHELL": "/bin/false"})
    assert done.returncode in (0, 2)  # the shell of the process above may be found out
    assert "Traceback" not in done.stderr
