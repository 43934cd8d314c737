"""Reading the data files of the lexicon.

A data file is UTF-8, tab-separated, one entry a line. It begins with a header of `#` lines that
say what it means, where it comes from and how to add a line, and whose last line, `#= a b c`,
names the columns. A column named `word*` may be empty; every other must hold something.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from types import MappingProxyType

from communique.errors import LexiconDamaged

Row = MappingProxyType[str, str]


def _damaged(name: str, why: str) -> LexiconDamaged:
    return LexiconDamaged(f"lexicon/data/{name} {why}; mend the line or reinstall communique.")


def parse(name: str, content: str) -> tuple[Row, ...]:
    """The entries of a data file, one mapping of column to text a line.

    Raises LexiconDamaged, naming the line, when the header or a line does not fit.
    """
    columns: list[str] = []
    optional: set[str] = set()
    rows: list[Row] = []
    for number, line in enumerate(content.splitlines(), start=1):
        if line.startswith("#="):
            names = line[2:].split()
            columns = [column.rstrip("*") for column in names]
            optional = {column[:-1] for column in names if column.endswith("*")}
        elif line.strip() and not line.startswith("#"):
            if not columns:
                raise _damaged(name, "has no header line '#= columns' before its first entry")
            cells = line.split("\t")
            cells += [""] * (len(columns) - len(cells))
            if len(cells) != len(columns):
                raise _damaged(name, f"has {len(cells)} columns in line {number}")
            row = dict(zip(columns, cells, strict=True))
            for column, cell in row.items():
                if not cell and column not in optional:
                    raise _damaged(name, f"has nothing in column '{column}' of line {number}")
            rows.append(MappingProxyType(row))
    if not columns:
        raise _damaged(name, "has no header line '#= columns'")
    return tuple(rows)


@cache
def table(name: str) -> tuple[Row, ...]:
    """The entries of `lexicon/data/NAME`, in the order of the file."""
    path = resources.files("communique.lexicon") / "data" / name
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(name, f"cannot be read ({error})") from error
    return parse(name, content)


@cache
def words(name: str, column: str = "word") -> frozenset[str]:
    """The values of one column of a data file, as a set."""
    return frozenset(row[column] for row in table(name))


WORDS = frozenset(
    {"word", "trigger", "cue", "verb", "noun", "title", "rank", "full", "body", "phrase", "short"}
    | {"name", "also", "aliases", "variants", "official", "demonyms", "capital", "capital_variants"}
)
"""The columns that hold what an entry is found by; the others say what it means."""


@cache
def forms(name: str) -> dict[str, str]:
    """What the entries of a data file are found by, in small letters, each as the file has it: its
    cells of WORDS, what | parts in one being several, without the marks * and !."""
    found: dict[str, str] = {}
    for row in table(name):
        for column, cell in row.items():
            for form in cell.split("|") if column in WORDS else ():
                written = form.strip(" *!")
                found.setdefault(written.lower(), written)
    found.pop("", None)
    return found


def entry(name: str, *words: str) -> str | None:
    """How an explanation names the entry of a data file: "FILE: WORD", of the first of these words
    that the file knows; None where it knows none."""
    known = (forms(name).get(word.lower()) for word in words)
    return next((f"{name}: {word}" for word in known if word is not None), None)


def names() -> tuple[str, ...]:
    """The names of all data files, sorted."""
    folder = resources.files("communique.lexicon") / "data"
    return tuple(sorted(path.name for path in folder.iterdir() if path.name.endswith(".tsv")))


@cache
def version() -> str:
    """Eight hexadecimal digits from all data files: which lexicon made a reading."""
    import hashlib

    digest = hashlib.sha256()
    folder = resources.files("communique.lexicon") / "data"
    for name in names():
        digest.update(name.encode())
        digest.update((folder / name).read_bytes())
    with (folder / "gazetteer.txt").open("rb") as gazetteer:
        digest.update(gazetteer.readline())  # it says its own version
    return digest.hexdigest()[:8]
