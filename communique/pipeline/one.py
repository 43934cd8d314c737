"""One report through the rooms, in order: language, then extraction."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import communique
from communique.errors import (
    CommuniqueError,
    NotEnglish,
    ReadingFailed,
    SkipReport,
    StopRun,
    TooLarge,
)
from communique.model.contract import Json, reading_json
from communique.model.explanation import Explanation
from communique.model.reading import Method, Reading
from communique.model.report import Report
from communique.model.text import Text
from communique.pipeline import models, places

if TYPE_CHECKING:
    from communique.intake.sources import Source

Parse = Callable[[Report], Text]
"""What turns a report into tokens, sentences and names."""

ENGLISH = "en"
LONGEST = 500_000
"""The most characters of prose of one report. What takes a report's own words together grows faster
than they do: 200,000 characters of news took 27 s, and more than this is no press report."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """A report, its parsed text, and all that is read from it."""

    report: Report
    text: Text
    reading: Reading

    def json(self, *, tokens: bool = False, chains: bool = False, explain: bool = False) -> Json:
        """As `communique inspect --json` prints it."""
        return reading_json(
            self.report,
            self.text,
            self.reading,
            tokens=tokens,
            chains=chains,
            explain=self.explain() if explain else None,
        )

    def explain(self) -> tuple[Explanation, ...]:
        """Why everything was found: rule, words, and the way through the sentence."""
        from communique.extraction.explain import explain

        return explain(self.text, self.reading)


class Reads(Protocol):
    """Whatever reads a report by a named method. Picklable, so that workers can have it."""

    @property
    def method(self) -> Method:
        """What its readings are remembered by."""

    def __call__(self, report: Report) -> Inspected:
        """Read a report. Raises SkipReport and its kinds, and StopRun."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads a report with a parser, then with our extraction."""

    method: Method
    parse: Parse
    places: str = ""
    """The index of places to look up beside the carried ones."""

    def __call__(self, report: Report) -> Inspected:
        """Read a report. Raises NotEnglish, TooLarge, and ReadingFailed for a fault of ours;
        StopRun goes through, since the next report would meet it too."""
        from communique.extraction.extract import extract

        if report.language not in (None, ENGLISH):
            raise NotEnglish(
                report.source,
                f"its language is {report.language!r}, and only English is read; if it is "
                "English, give the article alone.",
            )
        prose = sum(end - start for start, end in report.prose)
        if prose > LONGEST:
            raise TooLarge(
                report.source,
                f"it holds {prose:,} characters of prose, and a report may have {LONGEST:,}; "
                "give its reports one by one.",
            )
        places.use(self.places)
        try:
            text = self.parse(report)
            return Inspected(report, text, extract(report, text, self.method))
        except CommuniqueError:
            raise
        except Exception as error:
            if os.environ.get("COMMUNIQUE_DEBUG"):
                raise
            raise reading_failed(report.source, error) from error


@dataclass(frozen=True, slots=True)
class ModelParse:
    """Parsing with a model by name: our own reader, or a spaCy pipeline."""

    model: str

    def __call__(self, report: Report) -> Text:
        """Raises ModelMissing."""
        from communique.language.parse import parse

        return parse(report.text, report.prose, model=self.model)


def reader(model: str, index: str = "") -> Reader:
    """The reader of a model's name, with an index of places (`places.index_of`). Raises
    ModelMissing, LexiconDamaged, PlacesUnusable."""
    from communique.lexicon import load

    lexicon = load.version() + places.version_of(index)
    method = Method(communique.__version__, models.version(model), lexicon)
    return Reader(method, ModelParse(model), index)


def load_source(source: Source, *, largest: int, clean: bool = False) -> Report:
    """The report of a source, its language told; with `clean` its whole text is taken for prose
    in English. Raises SkipReport and its kinds."""
    from communique.intake.sources import load
    from communique.language.identify import identify

    return load(source, largest, identify=None if clean else identify, clean=clean)


def not_taken(source: str, error: Exception) -> SkipReport:
    """Why a source gave no reading. Raises `error` again when the run cannot go on."""
    if isinstance(error, StopRun):
        raise error
    return error if isinstance(error, SkipReport) else reading_failed(source, error)


def reading_failed(source: str, error: Exception) -> ReadingFailed:
    """An error that nobody foresaw, as a report that is skipped."""
    return ReadingFailed(
        source,
        f"it could not be read ({type(error).__name__}: {error}); this is a fault of Communique, "
        "please report it with this text.",
    )
