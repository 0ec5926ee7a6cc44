"""The command-line application: shared options, settings, exit codes, and the console for messages."""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any, NoReturn

from cyclopts import App, CycloptsError, CycloptsPanel, Group, MissingArgumentError, Parameter, UnusedCliTokensError
from pydantic import ValidationError
from rich.console import Console
from rich.style import Style
from rich.text import Text

from cli.standard_streams import write_any_letter
from core.config import message_for
from core.errors import ConfigError, Problem, QueryError, WatchwordError
from core.folder_access import owned_by_another, written_by_others
from core.printable import printable
from core.settings import PREFIX, Settings

DONE, FAILED, BAD_USAGE = 0, 1, 2


_SEVERITIES = {"red": "ERROR", "yellow": "WARNING"}
"""The severity of a message by the colour that it has on a terminal."""


class _Messages(Console):
    """A console that prints no control character, whoever wrote the text; with `as_json`, a JSON object a message.

    When nobody reads messages any more, or the disk of a log is full, the work goes on without them.
    """

    as_json = False

    def print(self, *objects: Any, style: str | Style | None = None, **options: Any) -> None:  # noqa: ANN401 - as above
        if self.quiet:
            return
        try:
            self._print(*objects, style=style, **options)
        except OSError:
            self.quiet = True

    def on_broken_pipe(self) -> None:  # the base class would end the command, and its standard output
        self.quiet = True

    @property
    def encoding(self) -> str:  # the base class knows it of a file of its own only
        return getattr(self.file, "encoding", None) or "utf-8"

    def _print(self, *objects: Any, style: str | Style | None, **options: Any) -> None:  # noqa: ANN401 - as above
        if not self.as_json:
            super().print(*objects, style=style, **options)
            return
        severity = _SEVERITIES.get(str(style), "INFO")
        said = " ".join(map(str, objects))
        message = said if options.get("markup") is False else Text.from_markup(said).plain
        row = {"name": "watchword", "created": time.time(), "severity": severity, "message": printable(message)}
        self.file.write(json.dumps(row, ensure_ascii=False) + "\n")
        self.file.flush()

    def render_str(self, text: str, **options: Any) -> Text:  # noqa: ANN401 - as the base class
        return super().render_str(printable(text), **options)


logs = _Messages(stderr=True, highlight=False, soft_wrap=True)
"""Standard error, for messages and progress; data goes to standard output."""


def _shown_default(value: object) -> str | None:
    """The default as help pages show it; None for an option that is left out."""
    return None if value in (None, (), False) else str(value)


def _usage_error(error: CycloptsError) -> str:
    """What is wrong with the words of a command, and where its help is."""
    verb = " ".join(("watchword", *(error.command_chain or ())))
    if isinstance(error, UnusedCliTokensError):
        words = ", ".join(error.unused_tokens or ())
        return f"{verb} takes no {words}; `{verb} --help` lists what it takes."
    if isinstance(error, MissingArgumentError) and error.argument and error.argument.field_info.is_positional:
        return f"{verb} lacks {error.argument.name.lstrip('-').upper()}; `{verb} --help` lists what it takes."
    return str(error)


app = App(
    name="watchword",
    help="Tells you once, with the quote, when a name on your watchlist turns up in the news, "
    "and says what it could not read.",
    version=lambda: metadata.version("watchword"),
    version_flags=["--version", "-V"],
    default_parameter=Parameter(negative=(), show_default=_shown_default),
    error_formatter=lambda error: CycloptsPanel(printable(_usage_error(error))),  # it quotes what was given
)
_shared_options = Group("Everywhere", sort_key=1000)


@app.meta.default
def launch(
    *tokens: Annotated[str, Parameter(show=False, allow_leading_hyphen=True)],
    config: Annotated[Path | None, Parameter(group=_shared_options)] = None,
    data: Annotated[Path | None, Parameter(group=_shared_options)] = None,
) -> object:
    """Run one verb. The shared options are here for the help pages only; `take_shared_options` has removed them.

    Args:
        tokens: The verb and its options.
        config: The folder of feeds.yaml, watchlist.yaml and alerts.yaml (WATCHWORD_CONFIG_DIR, default config/).
        data: The folder of the database, the outbox and the cache (WATCHWORD_DATA_DIR, default data/).
    """
    del config, data
    return app(tokens, result_action="return_value", exit_on_error=False)


FROM_OPTIONS: set[str] = set()
"""The variables that an option of this command has set."""

_FOLDERS = {"--config": "WATCHWORD_CONFIG_DIR", "--data": "WATCHWORD_DATA_DIR"}


def take_shared_options(arguments: Sequence[str]) -> list[str]:
    """The arguments without the shared options, which may be anywhere before a `--` and move to the environment.

    In the environment, child processes (flow runs, workers) see the same folders. Parsed by hand, because a verb
    with any number of addresses, `-` among them, would take the shared options as addresses.
    """
    rest: list[str] = []
    remaining = iter(arguments)
    for argument in remaining:
        name, equals, value = argument.partition("=")
        if argument == "--":
            return [*rest, argument, *remaining]
        if name not in _FOLDERS or (not equals and (value := next(remaining, "")) == ""):
            rest.append(argument)
        else:
            os.environ[_FOLDERS[name]] = str(Path(value).absolute())
            FROM_OPTIONS.add(_FOLDERS[name])
    return rest


def _help_as_option(arguments: list[str]) -> list[str]:
    """`help VERB`, which people type, as `VERB --help`."""
    return [*arguments[1:], "--help"] if arguments[:1] == ["help"] else arguments


def settings() -> Settings:
    """The settings from the environment. Raises ConfigError for an invalid variable."""
    try:
        return Settings()
    except ValidationError as error:
        problems = (
            Problem("environment", message_for(one), field=f"{PREFIX}{'_'.join(map(str, one['loc'])).upper()}")
            for one in error.errors()
        )
        raise ConfigError(tuple(problems)) from error


def exit_with(code: int) -> NoReturn:
    """Ends the command with this exit code."""
    raise SystemExit(code)


def warn_of_environment(chosen: Settings) -> None:
    """Prints what the environment has wrong for a whole watch: a line for each thing."""
    _warn_of_password_file(chosen)
    _warn_of_open_folders(chosen)
    warn_of_unknown_variables(chosen)


def _warn_of_password_file(chosen: Settings) -> None:
    """Prints one line if the file with the mail server's password cannot be used, or is open to every account."""
    from alerts.delivering.smtp import check_password_file

    try:
        warning = check_password_file(chosen)
    except WatchwordError as error:
        warning = f"{error}: no mail can be sent"
    if warning:
        logs.print(warning, style="yellow", markup=False)


def warn_of_unknown_variables(chosen: Settings) -> None:
    """Prints a line for each variable that looks like a setting and is none."""
    from cli.environment_names import unknown_variables

    for said in unknown_variables(chosen):
        logs.print(said, style="yellow", markup=False)


def _warn_of_open_folders(chosen: Settings) -> None:
    """Prints a line for each folder of the watch that is another account's to write into."""
    warnings = (*map(written_by_others, (chosen.paths.root, chosen.config_dir)), owned_by_another(chosen.paths.root))
    for warning in filter(None, warnings):
        logs.print(warning, style="yellow", markup=False)


_MAKE_ROOM = "Free some space; nothing that was stored is lost."
_BAD_PATHS = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.EACCES, errno.ENAMETOOLONG, errno.ELOOP)


def _say_system_error(error: OSError) -> int:
    """Prints the operating system's error in one sentence, with the path; returns the exit code."""
    what = error.strerror or str(error)
    where = f"{error.filename}: " if error.filename is not None else ""
    remedy = f" {_MAKE_ROOM}" if error.errno in (errno.ENOSPC, errno.EDQUOT) else ""
    logs.print(f"{where}{what}.{remedy}", style="red", markup=False)
    return BAD_USAGE if error.errno in _BAD_PATHS else FAILED


def _disk_is_full() -> bool:
    """True if an error that nobody foresaw is most likely that of a full disk."""
    from storage.database.disk import free_bytes

    free = free_bytes(Settings().paths)
    return free is not None and free < _FULL_BELOW


_FULL_BELOW = 8 * 1024 * 1024  # bytes; what Prefect and DuckDB may need at once


def run_command(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command and exits: 0 done, 1 failed, 2 bad usage or configuration, 130 interrupted."""
    write_any_letter()
    os.umask(0o077)  # the database, the logs and mails hold the watchlist: they are for this account alone
    try:
        words = _help_as_option(take_shared_options(sys.argv[1:] if arguments is None else arguments))
        result = app.meta(words, result_action="return_value", exit_on_error=False)
    except CycloptsError:  # already printed, with the usage
        exit_with(BAD_USAGE)
    except ConfigError as error:
        for problem in error.problems:
            logs.print(str(problem), style="red", markup=False)
        exit_with(BAD_USAGE)
    except WatchwordError as error:
        logs.print(f"{error}", style="red", markup=False)
        exit_with(BAD_USAGE if isinstance(error, QueryError) else FAILED)
    except BrokenPipeError:  # the reader closed the pipe, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        exit_with(DONE)
    except OSError as error:
        exit_with(_say_system_error(error))
    except KeyboardInterrupt:
        exit_with(130)
    except Exception:  # Prefect and its libraries have errors of their own for a full disk; others go on
        if not _disk_is_full():
            raise
        logs.print(f"The disk of the data folder is full. {_MAKE_ROOM}", style="red")
        exit_with(FAILED)
    exit_with(result if isinstance(result, int) else DONE)
