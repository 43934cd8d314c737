"""Sentences read whole, by the reader itself: what the product finds in them."""

from __future__ import annotations

from functools import cache, cached_property

from communique.extraction.actors import find_actors
from communique.extraction.extract import extract
from communique.extraction.places import find_places
from communique.extraction.statements import find_statements
from communique.model.findings import Actor, Mention, Statement
from communique.model.reading import Method, Reading
from communique.model.report import Report, Segment, Time
from communique.model.text import Text
from communique.pipeline.one import ModelParse


class Told:
    """The actors and mentions of one text."""

    def __init__(self, report: Report, text: Text) -> None:
        self.text = text
        self.actors: tuple[Actor, ...]
        self.mentions: tuple[Mention, ...]
        self.actors, self.mentions = find_actors(report, text, find_places(report, text))
        self.report = report

    def names(self, actors: tuple[int, ...]) -> list[str]:
        """The names of some actors."""
        return [self.actors[one].name for one in actors]

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What is said in the text."""
        return find_statements(self.report, self.text, self.actors, self.mentions)


@cache
def _parse() -> ModelParse:
    return ModelParse("reader")


@cache
def told(chars: str) -> Told:
    """Who is named in a text."""
    report = Report("test", chars, segments=(Segment("body", 0, len(chars)),))
    return Told(report, _parse()(report))


@cache
def reading(chars: str, published: str | None = None) -> Reading:
    """All that is read from a text, on a day of publication if one is given."""
    day = published and Time(published, published, None, published, "day", "stated", "given")
    body = Segment("body", 0, len(chars))
    report = Report("test", chars, published=day or None, segments=(body,))
    return extract(report, _parse()(report), Method("test", "reader", "test"))
