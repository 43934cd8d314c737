"""The attributions of PolNeAR as whole ones, and what can be told of their sources."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from communique.lexicon.load import table
from evaluation.attribution import joined
from evaluation.inspecting import Dense

KINDS = ("source", "cue", "content")
Pieces = list[tuple[int, int]]
_MARKED = re.compile('["\u201c]([^"\u201c\u201d]*)(?:["\u201d]|$)')
_PRONOUN = re.compile(
    r"(?i)(?:i|me|my|we|us|our|you|he|him|his|she|her|it|its|they|them|their|who|whom|whose|which"
    r"|this|that|these|those|one|himself|herself|themselves)"
)
_PEOPLE = re.compile(r"(?i)\w(?:ans|ats|ists|ims|ese)$|^jews$")
_ENDS = re.compile(
    r"[,(\u2013\u2014]| --"
    r"|(?<=\w) (?:of|for|to|from|with|in|at|on|by|who|whose|that|which|and|about|like)\b"
)
_DIRECT = 0.9


@dataclass(frozen=True)
class Gold:
    """One attribution, its pieces in visible characters; `said` is its source as written and
    `quoted` the share of its content's letters in quotation marks, None where it has no mark."""

    parts: dict[str, Pieces]
    said: str
    place: tuple[int, int] | None
    quoted: float | None

    @property
    def form(self) -> str:
        """direct, mixed or indirect."""
        if self.quoted is None:
            return "indirect"
        return "direct" if self.quoted >= _DIRECT else "mixed"


def read(folder: Path) -> list[tuple[str, list[Gold]]]:
    """The articles with their attributions, by the first annotator of each."""
    articles = []
    for path in sorted((folder / "text").glob("*.txt")):
        annotated = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotated:
            text = path.read_bytes().decode("utf-8")
            articles.append((text, list(golden(text, annotated[0].read_text(encoding="utf-8")))))
    return articles


def golden(text: str, annotation: str) -> Iterator[Gold]:
    """The attributions of a brat file that have a content."""
    dense = Dense(text)
    spans: dict[str, Pieces] = {}
    for line in annotation.splitlines():
        match = re.match(r"(T\d+)\t\w+ ([\d ;]+)\t", line)
        if match:
            pieces = (piece.split() for piece in match[2].split(";") if piece)
            spans[match[1]] = [(int(a), int(b)) for a, b in pieces]
    for line in annotation.splitlines():
        if not re.match(r"E\d+\t", line):
            continue
        held = {
            kind: [s for key in re.findall(rf"{kind.title()}\d*:(T\d+)", line) for s in spans[key]]
            for kind in KINDS
        }
        if not held["content"]:
            continue
        parts = {k: joined(sorted(dense.span(*s) for s in v)) for k, v in held.items()}
        source = (min(held["source"])[0], max(held["source"])[1]) if held["source"] else None
        yield Gold(
            parts,
            text[slice(*source)] if source else "",
            source,
            share_quoted(text, sorted(held["content"])),
        )


def share_quoted(text: str, pieces: Pieces) -> float | None:
    """The share of letters in quotation marks; None without any mark."""
    content = "\n".join(text[a:b] for a, b in pieces)
    if not re.search('["\u201c\u201d]', content):
        return None
    letters = sum(map(str.isalnum, content))
    inside = sum(map(str.isalnum, "".join(_MARKED.findall(content))))
    # A quotation that began before ("... end" without its opening mark) is one all the same.
    opens = re.match('[^"\u201c]*\u201d', content)
    return (inside + (sum(map(str.isalnum, opens[0])) if opens else 0)) / max(1, letters)


@cache
def _titles() -> frozenset[str]:
    """The titles of offices."""
    return frozenset(row["title"] for row in table("offices.tsv") if row["class"] != "generic")


@cache
def _alone() -> frozenset[str]:
    """Those that are an office even without a name or a body beside them."""
    return frozenset(row["title"] for row in table("offices.tsv") if row["alone"] != "no")


def is_named_or_titled(source: str, small: Collection[str] = ()) -> bool:
    """Whether the head of a source is a name or a title; `small` are the words that the article
    has in lower case, which are no names where they open a sentence."""
    phrase = _ENDS.split(source.strip(), maxsplit=1)[0].strip()
    found = re.findall(r"[^\W_][\w.&-]*", re.sub("['\u2019]s?$", "", phrase))
    if not found or _PRONOUN.fullmatch(found[-1]):
        return False
    if found[-1][:1].isupper():
        alone = not any(word[:1].isupper() for word in found[:-1])
        return not alone or not (_PEOPLE.search(found[-1]) or found[-1].lower() in small)
    named = any(word[:1].isupper() for word in found[1:])
    titles = _titles() if named else _titles() & _alone()
    lower = [word.lower() for word in found]
    return any(" ".join(lower[at:]) in titles for at in range(len(lower)))


def small_words(text: str) -> frozenset[str]:
    """The words that a text has in lower case."""
    return frozenset(re.findall(r"\b[a-z][\w.&-]*", text))
