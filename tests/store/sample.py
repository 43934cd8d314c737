"""A record of two reports by hand: a queen, a doge, a treaty, two meetings, five statements."""

from __future__ import annotations

from typing import Any

from communique.model.contract import Json, reading_json
from communique.model.identity import (
    Citation,
    Difference,
    DifferentValue,
    Entity,
    Judgement,
    Occurrence,
    Sign,
)
from communique.model.reading import Method, Reading
from communique.model.record import (
    AgreementRow,
    OfficeRow,
    ProcessRow,
    Record,
    ReportRow,
    RoleRow,
    RoundRow,
    RowStance,
    StatementRow,
    Status,
)
from communique.model.report import Report, Segment
from communique.model.text import Sentence, Span, Text, Token
from communique.store.save import keep_reports, method_name, save_readings, save_record
from communique.store.session import Store
from tests.build import time

METHOD = Method("0.0", "by hand", "0")
ONE = "Queen Élodie of Aldmark met Doge Marco Vento in Porto Sole. She praised the salt treaty."
TWO = "The doge and the queen met at Porto Sole, it was said. The doge rejected the tariff."


def report(text: str, source: str, **more: Any) -> Report:
    """A report of one body."""
    segments = (Segment("body", 0, len(text)),)
    return Report(source, text, segments=segments, language="en", digest=source, **more)


FIRST = report(ONE, "a.txt", title="Queen meets doge", outlet="Salt Post", published=time("1652"))
SECOND = report(TWO, "b.txt", title="At Porto Sole", outlet="Gazette", agencies=("Courier",))


def text_of(report: Report) -> Text:
    """Words by blanks, sentences by full stops."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    at = first = 0
    for word in report.text.split():
        start = report.text.index(word, at)
        at = start + len(word)
        tokens.append(Token(start, at, word, "X", "_", "_", -1, "root"))
        if word.endswith("."):
            sentences.append(Sentence(first, len(tokens)))
            first = len(tokens)
    return Text(report.text, (Span(0, len(report.text)),), tuple(tokens), tuple(sentences))


def line(report: Report, method: Method = METHOD) -> Json:
    """A reading with no finding."""
    return reading_json(report, text_of(report), Reading(method=method))


def cite(report: Report, words: str) -> tuple[Citation, ...]:
    """The words of a report, cited."""
    start = report.text.index(words)
    return (Citation(report.id, start, start + len(words), words),)


def entity(id: str, name: str, type: str, evidence: tuple[Citation, ...], **more: Any) -> Entity:
    """An entity."""
    given: dict[str, Any] = {"aliases": (), "country": None, "sector": None, "members": ()}
    return Entity(id=id, name=name, type=type, evidence=evidence, **(given | more))


def met(id: str, start: str | None, reports: tuple[Report, ...], **more: Any) -> Occurrence:
    """The queen meets the doge."""
    given: dict[str, Any] = {
        "type": "CONSULT", "mode": "visit", "contexts": (), "aux": (), "actors": ("e-queen",),
        "recipients": ("e-doge",), "hosts": (), "format": "talks", "occasion": None,
        "process": None, "round": None, "place": "e-porto", "origins": len(reports),
        "evidence": tuple(c for r in reports for c in cite(r, "met")),
    }  # fmt: skip
    when = time(start) if start else None
    return Occurrence(id=id, time=when, reports=tuple(r.id for r in reports), **(given | more))


def said(id: str, speaker: str, report: Report, words: str, **more: Any) -> StatementRow:
    """Somebody says these words."""
    given: dict[str, Any] = {
        "speakers": (speaker,), "offices": (), "addressees": (), "form": "indirect",
        "joint": False, "text": words, "occasion": None, "issues": (), "stances": (),
        "time": None, "reports": (report.id,), "origins": 1, "evidence": cite(report, words),
    }  # fmt: skip
    return StatementRow(id=id, **(given | more))


def record() -> Record:
    """What linking might make of the two reports."""
    queen, doge = cite(FIRST, "Queen Élodie"), cite(FIRST, "Doge Marco Vento")
    doge_again = cite(SECOND, "The doge rejected")
    return Record(
        reports=tuple(
            sorted(
                (ReportRow(FIRST.id, "g-1", FIRST.published), ReportRow(SECOND.id, "g-2", None)),
                key=lambda row: row.id,
            )
        ),
        entities=(
            entity("e-council", "Council of Sole", "group", doge, members=("e-doge",)),
            entity("e-doge", "Marco Vento", "person", doge + doge_again, aliases=("the doge",)),
            entity("e-porto", "Porto Sole", "place", cite(FIRST, "Porto Sole"), country="SOL"),
            entity("e-queen", "Élodie of Aldmark", "person", queen, country="ALD", sector="GOV"),
        ),
        offices=(
            OfficeRow("f-1", "e-queen", "Queen", "Crown", "ALD", "1650", "1660", "named", queen),
        ),
        occurrences=(
            met("o-1", "1652-03", (FIRST, SECOND), process="p-1", round=2, level="leader",
                duration="PT2H"),
            met("o-2", None, (SECOND,), type="AGREE", place=None, recipients=(), cameo="057",
                claimed=True, claimed_by=("e-council",)),
        ),
        statements=(
            said("s-1", "e-queen", FIRST, "She praised the salt treaty", issues=("salt",),
                 time=time("1652-03-04"), stances=(RowStance("e-doge", "for"),),
                 offices=("f-1",)),
            said("s-2", "e-doge", SECOND, "rejected the tariff", issues=("tariffs",),
                 time=time("1653"), addressees=("e-queen",)),
            said("s-3", "e-queen", FIRST, "Marco Vento in Porto Sole"),
            said("s-4", "e-queen", FIRST, "the salt treaty", speakers=("e-doge", "e-queen"),
                 joint=True, issues=("salt",)),
        ),
        agreements=(
            AgreementRow(
                "a-1", "treaty", ("e-doge", "e-queen"), ("salt",), "to share the salt",
                (Status("announced", time("1651"), queen), Status("signed", time("1652"), doge)),
                queen,
            ),
        ),
        processes=(
            ProcessRow(
                "p-1", "Salt talks", ("Porto process",), "salt", ("e-doge", "e-queen"),
                (RoleRow("e-doge", "host", doge),),
                (RoundRow(2, time("1652-03"), "e-porto", "e-doge", "o-1", queen),), queen,
            ),
        ),
        differences=(
            Difference("d-1", "o-1", "place", (DifferentValue("in", cite(FIRST, "in Porto Sole")),
                                               DifferentValue("at", cite(SECOND, "at Porto")))),
        ),
        judgements=(
            Judgement("k-1", "o-1", "same", 0.9, (Sign("same day", 1.0, ("a", "b")),), "rules"),
            Judgement("k-1", "o-1", "same", 1.0, (), "a person", "1999-01-01T00:00:00Z"),
        ),
    )  # fmt: skip


def fill(store: Store) -> None:
    """Keep the two reports, their readings and the record."""
    keep_reports(store, [FIRST, SECOND])
    save_readings(store, [line(FIRST), line(SECOND)])
    methods = dict.fromkeys((FIRST.id, SECOND.id), method_name(METHOD))
    save_record(store, record(), methods)
