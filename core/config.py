"""Files that a user edits: read within size limits, validated by models, every mistake reported with its place.

Lines and columns cost a second, slower parse, which is made only if something is wrong.
"""

from __future__ import annotations

import codecs
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from core.atomic_files import PRIVATE, replace_file
from core.errors import ConfigError, Problem
from core.plain_yaml import Location, Places, PlainYamlError, read_plain

MAX_BYTES = 20 * 1024 * 1024
MAX_LIST_BYTES = 400 * 1024 * 1024  # for CSV and JSON lines, whose parsing costs a tenth of YAML's
_LINE_FORMATS = {".csv", ".jsonl"}
_MAX_PROBLEMS = 20
_MOST_QUOTED = 40  # characters of what was typed

Model = TypeVar("Model", bound=BaseModel)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read."""

    name: str  # for messages: its path
    text: str
    data: Any  # plain values; None for an empty file, and for CSV and JSON lines, which the caller parses


def watchlist_files(path: Path) -> tuple[Path, ...]:
    """The files of the watchlist at `path`: the file itself, or those in the folder, sorted by name.

    Raises ConfigError for a folder without any, which would otherwise silently watch for nobody.
    """
    if not path.is_dir():
        return (path,)
    files = tuple(sorted(file for file in path.iterdir() if _is_list(file)))
    if not files:
        raise ConfigError.of(Problem(str(path), "holds no list", remedy="put a .yaml, .csv or .jsonl file into it"))
    return files


def unread_files(path: Path) -> tuple[str, ...]:
    """The names in the watchlist's folder that are not read because of how they end; none for a single file."""
    if not path.is_dir():
        return ()
    return tuple(sorted(one.name for one in path.iterdir() if not _is_list(one) and not one.name.startswith(".")))


def _is_list(file: Path) -> bool:
    """True for what may be a file of the watchlist; hidden files are of editors, file systems and imports."""
    return file.suffix.lower() in {".yaml", ".yml", *_LINE_FORMATS} and not file.name.startswith(".")


def read_document(path: Path, *, max_bytes: int | None = None) -> Document:
    """The file with its values. Raises ConfigError if it is missing, too large, not UTF-8 or malformed."""
    return parse_document(read_text(path, max_bytes=max_bytes), str(path))


def read_text(path: Path, *, max_bytes: int | None = None) -> str:
    """The file's text. Raises ConfigError if it is missing, too large or not UTF-8.

    `max_bytes` defaults to 20 MB, and to 400 MB for CSV and JSON lines.
    """
    if max_bytes is None:
        max_bytes = MAX_LIST_BYTES if path.suffix.lower() in _LINE_FORMATS else MAX_BYTES
    raw = _bytes_of(path, max_bytes)
    if raw.startswith(_UTF_16) or b"\0" in raw[:4]:  # the latter is UTF-16 without its mark
        raise _not_utf_8(path, 1)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf_8(path, raw[: error.start].count(b"\n") + 1) from error


def _not_utf_8(path: Path, line: int) -> ConfigError:
    return ConfigError.of(Problem(str(path), "is not UTF-8 text", line=line, remedy="save the file as UTF-8"))


_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(rb"<\?xml[^>]{0,100}encoding=[\"']([A-Za-z0-9_.-]{1,40})[\"']")


def read_any_encoding(path: Path, *, max_bytes: int) -> tuple[str, str]:
    """The file's text, and its encoding: UTF-8, UTF-16 with its byte order mark, what XML declares, else Windows-1252.

    Raises ConfigError if the file is missing, too large, or in none of these.
    """
    raw = _bytes_of(path, max_bytes)
    declared = _DECLARED.match(raw.lstrip()[:200])
    others = ("utf-16",) if raw.startswith(_UTF_16) else ((declared[1].decode(),) if declared else ()) + ("cp1252",)
    for encoding in ("utf-8-sig", *others):
        try:
            return raw.decode(encoding), "utf-8" if encoding == "utf-8-sig" else encoding
        except (UnicodeError, LookupError):
            continue
    raise ConfigError.of(Problem(str(path), f"is no text in {', '.join(others)} or UTF-8", remedy="save it as UTF-8"))


def _bytes_of(path: Path, max_bytes: int) -> bytes:
    try:
        raw = path.read_bytes() if path.stat().st_size <= max_bytes else None
    except OSError as error:
        problem = Problem(str(path), f"cannot be read: {error.strerror or error}", remedy=_remedy_for_missing(path))
        raise ConfigError.of(problem) from error
    if raw is None:
        raise ConfigError.of(Problem(str(path), f"is larger than {max_bytes // 1024 // 1024} MB"))
    return raw


def _remedy_for_missing(path: Path) -> str:
    """What to do if the file has the other usual ending of YAML files, or if its folder is not there; else empty."""
    other = path.with_suffix(".yml")
    if path.suffix == ".yaml" and not path.exists() and other.exists():
        return f"rename {other.name} to {path.name}"
    if not path.parent.is_dir():
        return "there is no such folder: `watchword init FOLDER` makes one, or choose another with --config DIR"
    return ""


_COMMENT_IN_VALUE = re.compile(
    r"^[ \t]*(?:- +)?[A-Za-z_]+:[ \t]+[^\s\"'\[{#&*!|>][^#\n]*[ \t](#[^\s#].*)$", re.MULTILINE
)


def cut_values(document: Document) -> tuple[str, ...]:
    """`FILE:LINE: …` for each value that ends where a `#` begins which may have been meant: `name: Depot #4`.

    YAML takes a `#` behind a space for the beginning of a comment; people write a space behind it then.
    """
    if Path(document.name).suffix.lower() in _LINE_FORMATS:
        return ()
    text = document.text.replace("\r\n", "\n")
    remedy = "put the whole value in quotes if it belongs to it, else a space behind the #"
    return tuple(
        str(Problem(document.name, f"{one[1][:_MOST_QUOTED]} is a comment and not in the value", line, remedy=remedy))
        for one in _COMMENT_IN_VALUE.finditer(text)
        for line in [text.count("\n", 0, one.start(1)) + 1]
    )


def parse_document(text: str, name: str) -> Document:
    """As `read_document`, for a text already read; `name` is used in messages."""
    if Path(name).suffix.lower() in _LINE_FORMATS:
        return Document(name, text, None)
    try:
        return Document(name, text, read_plain(text))
    except PlainYamlError as error:
        problem = Problem(name, error.message, error.line, error.column, remedy=error.remedy)
        raise ConfigError.of(problem) from error


def parse_model(document: Document, model: type[Model]) -> Model:
    """The document's values as `model`. Raises ConfigError with every problem, each with line and column."""
    return parse_as(document, TypeAdapter(model))


def parse_as(document: Document, adapter: TypeAdapter[Value]) -> Value:
    """As `parse_model`, for any type that pydantic supports."""
    try:
        return adapter.validate_python({} if document.data is None else document.data)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False)[:_MAX_PROBLEMS]
        places = [tuple(one["loc"]) for one in details]
        found = [
            (place, message_for(one), _remedy(one, adapter))
            for place, one in zip(places, details, strict=True)
            # pydantic also calls a list too short if its only entry is wrong
            if one["type"] != "too_short" or not any(other[: len(place)] == place != other for other in places)
        ]
        raise located_error(document, found) from error


_CURLY_QUOTES = "“”„‘’‚«»"  # as word processors put them; in YAML they are letters of the value
_MESSAGES = {
    "extra_forbidden": "unknown key",
    "unexpected_keyword_argument": "unknown key",
    "dataclass_type": "should be a mapping (key: value)",
    "model_type": "should be a mapping (key: value)",
    "tuple_type": "should be a list",
    "list_type": "should be a list",
    "string_type": "should be text",
    "missing": "is missing",
    "int_parsing": "should be an integer",
    "float_parsing": "should be a number",
    "bool_parsing": "should be true or false",
    "date_from_datetime_parsing": "is no date",
    "date_parsing": "is no date",
    "date_type": "is no date",
}
"""Messages for pydantic's error types, in terms of YAML."""


def message_for(detail: Mapping[str, Any]) -> str:
    """The message for one of pydantic's error details, for someone who edits YAML."""
    if detail["type"] == "string_pattern_mismatch":
        return f"may hold {_allowed(detail['msg'])} only"
    message: str = _MESSAGES.get(detail["type"]) or detail["msg"].removeprefix("Value error, ")
    message = re.sub(r"^(Input|Tuple|List) (?=should)", "", message).replace(" after validation", "")
    return message[:1].lower() + message[1:]


def _allowed(message: str) -> str:
    """The characters of the repeated class in the pattern that pydantic's message quotes: `a-z 0-9 . _ -`."""
    classes = re.findall(r"\[([^\]]+)\]", message)
    characters = re.findall(r".-(?=\w)\w|.", classes[-1]) if classes else ["what its pattern allows"]
    return " ".join(characters)


def _remedy(detail: Mapping[str, Any], adapter: TypeAdapter[Any]) -> str:
    """What to type instead; empty if unknown."""
    if detail["type"] in {"extra_forbidden", "unexpected_keyword_argument"}:
        *place, key = detail["loc"]
        schema = adapter.json_schema()
        keys = _keys_at(schema, place) or _keys(schema)
        near = difflib.get_close_matches(str(key), keys - {key}, n=1)
        return f"did you mean {near[0]}?" if near else f"the keys here are {', '.join(sorted(keys))}"
    if message_for(detail) == "is no date":
        return "write it as 2027-06-30"
    if detail["type"] == "string_pattern_mismatch":
        plain = re.sub(r"[^a-z0-9._-]+", "-", str(detail.get("input")).lower()).strip("-._")
        return f"such as {plain}" if plain else ""
    return _remedy_for_shape(detail, adapter)


def _remedy_for_shape(detail: Mapping[str, Any], adapter: TypeAdapter[Any]) -> str:
    """What to type in place of a value of another shape; empty if unknown."""
    kind, given = detail["type"], detail.get("input")
    if kind in {"tuple_type", "list_type"} and isinstance(given, str):
        return f"in brackets, as in [{given}]"
    if kind in {"tuple_type", "list_type"} and isinstance(given, Mapping):
        return "write a dash and a space before each of its entries"
    if kind in {"dataclass_type", "model_type"} and isinstance(given, str) and detail["loc"]:
        schema = adapter.json_schema()
        required = sorted(_keys_at(schema, detail["loc"], "required"))
        return f"give it its keys, at least {' and '.join(required)}" if required else ""
    if kind in {"literal_error", "enum"} and isinstance(given, str):
        curly = given != "" and given[0] in _CURLY_QUOTES and given[-1] in _CURLY_QUOTES
        return "write it without the curly quotes" if curly else f"not {given[:_MOST_QUOTED]!r}"
    plain_scalar = isinstance(given, int | float | bool | None)
    return "put it in quotes" if kind == "string_type" and plain_scalar else ""


def _keys_at(schema: Mapping[str, Any], place: Iterable[int | str], which: str = "properties") -> set[str]:
    """The property names that the schema allows at a place, or those `required`; no keys in the place are skipped."""
    nodes = _choices(schema, schema)
    for part in place:
        found = [child for node in nodes for child in _children(node, part)]
        nodes = [choice for child in found for choice in _choices(schema, child)] or nodes
    return {key for node in nodes for key in node.get(which, ())}


def _children(node: Mapping[str, Any], part: int | str) -> Iterator[Mapping[str, Any]]:
    found = node.get("items") if isinstance(part, int) else node.get("properties", {}).get(part)
    if not isinstance(found, dict) and isinstance(part, str):
        found = node.get("additionalProperties")
    if isinstance(found, dict):
        yield found


def _choices(schema: Mapping[str, Any], node: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The node itself, or the nodes that its `$ref`, `anyOf`, `oneOf` or `allOf` stands for."""
    if "$ref" in node:
        return _choices(schema, schema["$defs"][node["$ref"].rpartition("/")[2]])
    several = [one for word in ("anyOf", "oneOf", "allOf") for one in node.get(word, ())]
    return [choice for one in several for choice in _choices(schema, one)] or [node]


def _keys(schema: object) -> set[str]:
    """Every property name in a JSON Schema, at any depth."""
    if isinstance(schema, list):
        return set().union(*map(_keys, schema))
    if not isinstance(schema, dict):
        return set()
    properties = schema.get("properties")
    own = set(properties) if isinstance(properties, dict) else set()
    return own.union(*map(_keys, schema.values()))


def located_error(document: Document, found: list[tuple[Location, str, str]]) -> ConfigError:
    """A ConfigError for (location, message, remedy) triples; a location is a path of keys and indices."""
    places = Places(document.text)
    problems = []
    for location, message, remedy in found:
        line, column, path = places.place(location)
        problems.append(Problem(document.name, message, line, column, path, remedy))
    return ConfigError(tuple(problems))


def keep_last_good(document: Document, folder: Path) -> None:
    """Saves the text of a valid file in `folder` under the file's own name, atomically. Raises OSError."""
    target = folder / Path(document.name).name
    content = document.text.encode()
    if target.exists() and target.read_bytes() == content:
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace_file(target, content, mode=PRIVATE)
