"""Times of unparsed sentences, for the tests of the forms of expressions."""

from __future__ import annotations

from communique.extraction.times import find_times
from communique.model.report import Time
from communique.model.text import Span, Text
from tests import build

WEDNESDAY = "2011-03-09"


def times_of(chars: str, published: str | None = WEDNESDAY) -> list[Time]:
    """The times of an unparsed text that was published on a Wednesday."""
    text = Text(chars, (Span(0, len(chars)),))
    return [t for t in find_times(build.report(chars, published=published), text) if t.text]


def only(words: str, before: str = "They met", published: str | None = WEDNESDAY) -> Time:
    """The one time of a sentence, which must stand in its last words."""
    chars = f"{before} {words}."
    (found,) = times_of(chars, published)
    assert found.text
    assert chars[found.text.start : found.text.end] in words
    return found
