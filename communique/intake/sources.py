"""Where reports come from: files, folders, lines of JSON and standard input.

`find` lists what is there without reading it; `load` reads one. A source that cannot be read
raises its own SkipReport, and the others go on.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.errors import (
    BadMarkup,
    EmptyReport,
    NothingToRead,
    SkipReport,
    TooLarge,
    Unreadable,
)
from communique.intake.decode import decode
from communique.intake.page import is_page, read_page
from communique.intake.reports import from_json, from_page, from_text, json_object
from communique.intake.segments import Identify
from communique.model.reading import Skipped
from communique.model.report import Report

PAGES = frozenset({".html", ".htm", ".xhtml"})
LINES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
PIECE = 1 << 20
"""Bytes read at once where lines are counted: a line need not fit in memory to be refused."""


@dataclass(frozen=True, slots=True)
class Source:
    """One report to be read: a file, a stretch of bytes in a file, or bytes already here."""

    name: str
    path: str | None = None
    start: int = 0
    length: int | None = None
    data: bytes | None = None
    line: bool = False
    """Whether it is a line of JSON, of a file of them."""

    def __str__(self) -> str:
        """Its name."""
        return self.name


def collect(
    paths: Sequence[str],
    *,
    largest: int,
    identify: Identify | None = None,
    clean: bool = False,
) -> Iterator[Report | Skipped]:
    """The reports at `paths`, one after another; what cannot be read as Skipped.

    Raises NothingToRead when a path does not exist.
    """
    for source in find(paths):
        try:
            yield load(source, largest, identify=identify, clean=clean)
        except SkipReport as skip:
            yield Skipped(skip.source, skip.reason)


# --- listing -----------------------------------------------------------------------------------


def find(paths: Sequence[str]) -> list[Source]:
    """The sources at `paths`, in their order, those of a folder sorted; each file once.

    A folder is read with all below it; names that begin with a full stop are left out. `-` is
    standard input. Raises NothingToRead when a path does not exist or a folder holds nothing.
    """
    found: list[Source] = []
    seen: set[str] = set()
    for path in paths:
        listed = _listed(path)
        if not listed:
            raise NothingToRead(f"{path}: nothing is in this folder; point to reports.")
        for source in listed:
            place = os.path.realpath(source.path) if source.path else source.name
            if (mark := f"{place}:{source.start}") not in seen:
                seen.add(mark)
                found.append(source)
    return found


def _listed(path: str) -> list[Source]:
    if path == "-":
        return _standard_input(sys.stdin.buffer.read())
    if not os.path.lexists(path):
        raise NothingToRead(f"{path}: there is no such file or folder; check the name.")
    if Path(path).is_dir():
        return list(_folder(path, ()))
    return _file(path)


def _folder(path: str, above: tuple[tuple[int, int], ...]) -> Iterator[Source]:
    """The sources in a folder, sorted. One that leads back to a folder above it, or that cannot
    be opened, is a source itself, which `load` refuses with the reason."""
    try:
        about = Path(path).stat()
        entries = sorted(entry.name for entry in Path(path).iterdir())
    except OSError:
        yield Source(path, path)
        return
    here = (about.st_dev, about.st_ino)
    if here in above:
        yield Source(path, path)
        return
    for name in entries:
        if name.startswith("."):
            continue
        inside = str(Path(path) / name)
        if Path(inside).is_dir():
            yield from _folder(inside, (*above, here))
        else:
            yield from _file(inside)


def _file(path: str) -> list[Source]:
    suffix = Path(path).suffix.lower()
    if suffix in LINES or suffix == ".json":
        try:
            if stat.S_ISREG(Path(path).stat().st_mode):
                lines = list(_lines(path))
                if suffix in LINES or _holds_lines(path, lines):
                    return lines or [Source(path, path)]
                return _json_file(path)
        except OSError:
            pass
    return [Source(path, path)]


def _lines(path: str) -> Iterator[Source]:
    """The lines of a file that hold anything, by their place."""
    with Path(path).open("rb") as file:
        number, start, position, blank = 1, 0, 0, True
        while piece := file.read(PIECE):
            offset = 0
            while (end := piece.find(b"\n", offset)) >= 0:
                blank = blank and not piece[offset:end].strip()
                if not blank:
                    length = position + end - start
                    yield Source(f"{path}:{number}", path, start, length, line=True)
                number, start, blank = number + 1, position + end + 1, True
                offset = end + 1
            blank = blank and not piece[offset:].strip()
            position += len(piece)
        if not blank:
            yield Source(f"{path}:{number}", path, start, position - start, line=True)


def _holds_lines(path: str, lines: Sequence[Source]) -> bool:
    """Whether a .json file is one report a line: its first line is an object by itself."""
    if len(lines) < 2:
        return False
    first = _bytes_of(lines[0], PIECE) if (lines[0].length or 0) <= PIECE else b""
    return json_object(first) is not None


def _json_file(path: str) -> list[Source]:
    """A file of one object, or of a list of them."""
    try:
        held = json.loads(Path(path).read_bytes())
    except (ValueError, RecursionError):
        return [Source(path, path, line=True)]
    if not isinstance(held, list):
        return [Source(path, path, line=True)]
    return [
        Source(f"{path}:{n}", path, n, data=_dumped(item), line=True)
        for n, item in enumerate(held, start=1)
    ]


def _standard_input(data: bytes) -> list[Source]:
    lines = [line for line in data.split(b"\n") if line.strip()]
    if lines and all(json_object(line) is not None for line in lines[:3]):
        return [
            Source(f"-:{n}", start=n, data=line, line=True) for n, line in enumerate(lines, start=1)
        ]
    return [Source("-", data=data)]


def _dumped(item: Any) -> bytes:
    return json.dumps(item, ensure_ascii=False).encode("utf-8", "surrogatepass")


# --- reading -----------------------------------------------------------------------------------


def load(
    source: Source, largest: int, *, identify: Identify | None = None, clean: bool = False
) -> Report:
    """The report at a source. `largest` is the most bytes it may have; with `clean` the whole
    text is taken for prose; `identify` tells the language of a text.

    Raises a SkipReport: EmptyReport, TooLarge, NotText, Unreadable or BadMarkup.
    """
    data = _bytes_of(source, largest)
    digest = hashlib.sha256(data).hexdigest()
    if source.line:
        return from_json(data, source.name, digest, identify=identify, clean=clean)
    suffix = Path(source.name).suffix.lower()
    text = decode(data, source.name, markup=suffix in PAGES or is_page(_ascii(data)))
    if is_page(text) or (suffix in PAGES and "<" in text):
        return from_page(read_page(text, source.name), source.name, digest, identify=identify)
    if text.lstrip().startswith("<?xml"):
        reason = "it is XML, but no page; save the article's text as .txt."
        raise BadMarkup(source.name, reason)
    return from_text(text, source.name, digest=digest, identify=identify, clean=clean)


def _ascii(data: bytes) -> str:
    return data[:4096].decode("ascii", "replace")


def _bytes_of(source: Source, largest: int) -> bytes:
    data = source.data if source.data is not None else _read(source, largest)
    if len(data) > largest:
        raise _too_large(source.name, len(data), largest)
    if not data.strip():
        raise EmptyReport(source.name, "nothing is in it; leave it out or fetch it again.")
    return data


def _read(source: Source, largest: int) -> bytes:
    assert source.path is not None
    path = Path(source.path)
    try:
        if path.is_symlink() and not path.exists():
            raise Unreadable(source.name, "it is a link that leads nowhere; mend or remove it.")
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            # A folder comes here only when `find` could not, or need not, look into it.
            list(path.iterdir())
            reason = "this folder leads back to one above it, which is read; remove the link."
            raise Unreadable(source.name, reason)
        if not stat.S_ISREG(about.st_mode):
            reason = "it is a pipe or a device, not a file; give its content to '-' instead."
            raise Unreadable(source.name, reason)
        size = about.st_size if source.length is None else source.length
        if size > largest:
            raise _too_large(source.name, size, largest)
        with path.open("rb") as file:
            file.seek(source.start if source.length is not None else 0)
            return file.read(size)
    except PermissionError:
        reason = "you may not read it; ask its owner, or change its permissions."
        raise Unreadable(source.name, reason) from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise Unreadable(source.name, f"the system refuses it ({why}); try again.") from None


def _too_large(name: str, size: int, largest: int) -> TooLarge:
    reason = (
        f"it has {size:,} bytes, more than the {largest:,} of a report; split it, or set "
        "COMMUNIQUE_LARGEST higher."
    )
    return TooLarge(name, reason)
