"""Archives of several instances in one place, local or S3: written there, and queried together."""

from __future__ import annotations

import posixpath
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import duckdb
import pyarrow.dataset
from pyarrow import fs

from core.errors import QueryError, StorageDamagedError
from core.settings import DataPaths
from storage.archive import (
    INSTANCE,
    MANIFEST,
    MAX_MANIFEST_BYTES,
    VIEWS,
    archive,
    check_files,
    check_owner,
    manifest_of,
    place_of,
)
from storage.database.instance import literal
from storage.database.sandbox import SANDBOX, check_reads_only
from storage.queries import Answer, first_line

_VIEW = re.compile(r"[a-z][a-z0-9_]{0,63}")  # the name of a view, as it may stand in SQL


def is_remote(place: str) -> bool:
    """True for an address such as `s3://bucket/folder`."""
    return "://" in place


def without_credentials(place: str) -> str:
    """The place as it may be printed."""
    parts = urlsplit(place)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="").geturl() if is_remote(place) else place


def upload(paths: DataPaths, place: str, now: datetime, instance: str | None) -> dict[str, int]:
    """Writes an archive to a remote place, replacing an older one. Returns the number of rows per table.

    The manifest is written last. Raises StorageDamagedError if the place cannot be written, QueryError where another
    database has its archive.
    """
    building = paths.root / "archive.upload"
    try:
        rows = archive(paths, building, now, instance)
        with _errors(place, "cannot be written"):
            system, folder = fs.FileSystem.from_uri(place)
            _upload(system, place_of(building, instance), posixpath.join(folder, _name_in(instance)), place)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return rows


def _name_in(instance: str | None) -> str:
    return f"{INSTANCE}{instance}" if instance else ""


def _upload(system: fs.FileSystem, source: Path, folder: str, place: str) -> None:
    manifest = manifest_of((source / MANIFEST).read_bytes())
    check_owner(without_credentials(place), _manifest(system, folder), manifest)
    old = {one.path for one in _files(system, folder)}
    files = sorted(path for path in source.rglob("*") if path.is_file())
    for path in (*(one for one in files if one.name != MANIFEST), source / MANIFEST):
        target = posixpath.join(folder.rstrip("/"), path.relative_to(source).as_posix())
        with path.open("rb") as read, system.open_output_stream(target) as write:
            shutil.copyfileobj(read, write)
        old.discard(target)
    for path in old:
        system.delete_file(path)


@dataclass(frozen=True, slots=True)
class _Archive:
    """One instance's archive: its name in queries, and where it is."""

    instance: str
    system: fs.FileSystem
    folder: str


def ask_archives(places: Sequence[str], sql: str) -> Answer:
    """Runs a query on the views of several archives together; each row has its `instance`.

    A place is an archive or a folder of several. Raises QueryError for one that holds none, and for SQL that is wrong.
    """
    archives = _distinct([one for place in places for one in _archives(place)])
    with duckdb.connect(":memory:", config=SANDBOX) as db:
        views: dict[str, list[str]] = {}
        for number, one in enumerate(archives):
            with _errors(one.folder, "cannot be read"):
                for file in _files(one.system, posixpath.join(one.folder, VIEWS)):
                    view = Path(file.path).stem
                    if _VIEW.fullmatch(view):
                        source = f"archive_{number}_{view}"
                        data = pyarrow.dataset.dataset(file.path, filesystem=one.system, format="parquet")
                        db.register(source, data)
                        views.setdefault(view, []).append(
                            f"SELECT {literal(one.instance)} AS instance, * FROM {source}"
                        )
        try:
            for name, parts in views.items():
                db.execute(f"CREATE TEMP VIEW {name} AS {' UNION ALL BY NAME '.join(parts)}")
            check_reads_only(db, sql)
            cursor = db.execute(sql)
            return Answer(tuple(str(one[0]) for one in cursor.description or ()), tuple(cursor.fetchall()))
        except duckdb.Error as error:
            raise QueryError(str(error).strip()) from error


def _archives(place: str) -> list[_Archive]:
    """The archives at this place: itself, or those of the instances in it."""
    with _errors(place, "cannot be read"):
        if is_remote(place):
            system, folder = fs.FileSystem.from_uri(place)
        else:
            system, folder = fs.LocalFileSystem(), str(Path(place).absolute())
        folders = [folder] + [
            one.path
            for one in system.get_file_info(fs.FileSelector(folder, allow_not_found=True))
            if one.base_name.startswith(INSTANCE) and one.type is fs.FileType.Directory
        ]
        found = [
            _Archive(_instance(one, manifest), system, one) for one in folders if (manifest := _manifest(system, one))
        ]
        for one in found:
            if not is_remote(place):
                check_files(Path(one.folder))
            if not _files(system, posixpath.join(one.folder, VIEWS)):
                raise QueryError(
                    f"{one.folder} was written by an earlier version: `watchword maintain archive` it again"
                )
    if not found:
        raise QueryError(
            f"{without_credentials(place)} holds no archive; `watchword maintain archive FOLDER` writes one"
        )
    return found


def _instance(folder: str, manifest: dict[str, object]) -> str:
    return str(manifest.get("instance") or posixpath.basename(folder.rstrip("/")))


def _distinct(archives: list[_Archive]) -> list[_Archive]:
    """The archives; those that have one name are named by their whole path."""
    counts = Counter(one.instance for one in archives)
    return [one if counts[one.instance] == 1 else replace(one, instance=one.folder) for one in archives]


def _manifest(system: fs.FileSystem, folder: str) -> dict[str, object]:
    """The manifest of the archive in this folder; empty if there is none."""
    path = posixpath.join(folder, MANIFEST)
    if system.get_file_info(path).type is not fs.FileType.File:
        return {}
    with system.open_input_file(path) as file:
        return manifest_of(file.read(MAX_MANIFEST_BYTES))


def _files(system: fs.FileSystem, folder: str) -> list[fs.FileInfo]:
    chosen = fs.FileSelector(folder, recursive=True, allow_not_found=True)
    return [one for one in system.get_file_info(chosen) if one.type is fs.FileType.File]


@contextmanager
def _errors(place: str, what: str) -> Iterator[None]:
    """Arrow's errors as ours, without the credentials that an address may have."""
    try:
        yield
    except (OSError, ValueError) as error:
        detail = first_line(error).replace(place, without_credentials(place))
        raise StorageDamagedError(f"{without_credentials(place)} {what}: {detail}") from error
