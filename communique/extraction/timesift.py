"""Which expressions are no times: parts of names and titles, and kinds of things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from communique.extraction.timeforms import Expression
from communique.lexicon.load import words
from communique.model.text import Name, Text

NOT_TIMES = frozenset({"person", "organization", "facility", "product"})
"""Names that a month or weekday may be part of without being a time: a person called May."""

_COUNTED = frozenset({"day", "period", "clock"})
_LONG_SETS = frozenset({"P1Y", "P2Y", "P3M"})


def is_time(text: Text, names: Sequence[Name], expression: Expression) -> bool:
    """Whether words that could name a time do; `names` are those of the types in `NOT_TIMES`."""
    start, end = expression.start, expression.end
    if any(name.start <= start and end <= name.end for name in names):
        return False
    if expression.kind in _COUNTED and text.chars[start].isupper():
        return not _is_title(text, start, end)
    if expression.kind == "feast" and (_in_a_place(text, start, end) or _of_a_treaty(text, end)):
        return False
    if expression.kind == "duration" and _in_a_name(text, start, end):
        return False
    return not (expression.value in _LONG_SETS and _is_adjective(text, start, end))


def _in_a_place(text: Text, start: int, end: int) -> bool:
    """ "Easter Island"; a feast in the name of an event ("the Easter Offensive") tells its time."""
    return any(n.type == "place" and n.start <= start and end < n.end for n in text.names)


def _of_a_treaty(text: Text, end: int) -> bool:
    """ "The Good Friday Agreement" is older than the last Good Friday."""
    after = text.tokens_in(end, end + 2)
    word = text.word(after[-1]) if after and text.tokens[after[-1]].start >= end else ""
    return word[:1].isupper() and word.lower().removesuffix("s") in _treaties()


@cache
def _treaties() -> frozenset[str]:
    return frozenset(word.rstrip("*").split()[-1] for word in words("agreements.tsv"))


_CAPITALS = re.compile(r"(?:\w+[ -])?[A-Z][a-z]+")
_NAME_GOES_ON = re.compile(r"['’]?\s[A-Z][a-z]")
_PLAIN = re.compile(r"\b[a-z]{5,}")


def _in_a_name(text: Text, start: int, end: int) -> bool:
    """ "The Six-Day War", "Five-Year Plan": capitals through and through, and not for the reason
    that the whole line is a headline."""
    if not _CAPITALS.fullmatch(text.chars, start, end):
        return False
    sentence = text.sentence_at(start)
    if sentence is None or not _NAME_GOES_ON.match(text.chars, end):
        return False
    around = text.sentence_span(sentence)
    return bool(_PLAIN.search(text.chars, around.start, around.end))


def _is_title(text: Text, start: int, end: int) -> bool:
    """ "Radio Today", "Operation Dawn": a proper noun through and through."""
    inside = text.tokens_in(start, end)
    return bool(inside) and all(text.tokens[i].upos == "PROPN" for i in inside)


def _is_adjective(text: Text, start: int, end: int) -> bool:
    """ "The annual report", "a quarterly dividend" say what kind of thing it is, and no time of
    it: of 16 such in TimeBank one is marked."""
    inside = text.tokens_in(start, end)
    return len(inside) == 1 and text.tokens[inside[0]].deprel == "amod"
