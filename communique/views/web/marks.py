"""A report's text cut into pieces, each with the marks of the findings that lie on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.model.contract import Json


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a report with what it is (a class of the style sheet), its label, and the anchor
    on the page where the finding is told in full."""

    start: int
    end: int
    kind: str
    label: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that carry the same marks. `to` is the anchor of a time, place or actor among
    them; `first_cited`: the cited passage begins here."""

    start: int
    end: int
    text: str
    kinds: tuple[str, ...]
    label: str
    to: str
    first_cited: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A segment of the report, or the characters between two (`kind` is then "gap")."""

    kind: str
    pieces: tuple[Piece, ...]


def marks_of(reading: Json) -> list[Mark]:
    """What is marked in the text: names, times, and the three parts of a statement."""
    names = [
        Mark(n["start"], n["end"], n["type"], n["type"], _anchor("actor", n["actor"]))
        for n in reading["names"]
    ]
    times = [
        _mark(t["text"], "time", f"{t['start'] or t['value']}, {t['basis']}", _anchor("time", n))
        for n, t in enumerate(reading["times"])
        if t["text"]
    ]
    places = [
        _mark(p["span"], "place", f"{p['name']}, {p['role']}", _anchor("place", n))
        for n, p in enumerate(reading["places"])
    ]
    said = []
    for statement in reading["statements"]:
        who = ", ".join(reading["actors"][i]["name"] for i in statement["speakers"])
        label = f"{statement['form']} statement of {who or 'an unnamed speaker'}"
        said += [_mark(span, "content", label) for span in statement["content"]]
        for part in ("source", "cue"):
            if statement[part]:
                said.append(_mark(statement[part], part, f"{part} of a {label}"))
    return [*times, *places, *names, *said]


def _mark(span: Sequence[int], kind: str, label: str, to: str = "") -> Mark:
    return Mark(span[0], span[1], kind, label, to)


def _anchor(kind: str, number: int | None) -> str:
    return "" if number is None else f"{kind}-{number}"


def blocks(reading: Json, cited: tuple[int, int] | None = None) -> tuple[Block, ...]:
    """The whole text in order, segment by segment; nothing is left out."""
    text = reading["report"]["text"]
    marks = marks_of(reading)
    if cited:
        marks.append(Mark(*cited, "cited", "the words this line rests on"))
    found, position = [], 0
    for segment in reading["report"]["segments"]:
        if position < segment["start"]:
            found.append(Block("gap", _pieces(text, position, segment["start"], marks)))
        found.append(Block(segment["kind"], _pieces(text, segment["start"], segment["end"], marks)))
        position = segment["end"]
    if position < len(text):
        kind = "gap" if found else "body"
        found.append(Block(kind, _pieces(text, position, len(text), marks)))
    return tuple(found)


def _pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    over = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = {start, end}
    for mark in over:
        cuts |= {max(start, mark.start), min(end, mark.end)}
    edges = sorted(cuts)
    pieces = []
    for left, right in pairwise(edges):
        here = [mark for mark in over if mark.start <= left and mark.end >= right]
        pieces.append(
            Piece(
                left,
                right,
                text[left:right],
                tuple(sorted({mark.kind for mark in here})),
                "; ".join(dict.fromkeys(mark.label for mark in here)),
                next((mark.to for mark in here if mark.to), ""),
                any(mark.kind == "cited" and mark.start == left for mark in here),
            )
        )
    return tuple(pieces)
