"""A reading as JSON, format 1: the contract that scripts outside the project read.

`reading_json` writes it, `read_report` takes it back: what the store keeps is this JSON.
The schema is docs/schema/reading.json; a change of a field is a change of FORMAT.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from communique.model import findings as f
from communique.model.explanation import Explanation
from communique.model.reading import Method, Reading, Skipped
from communique.model.record import ReadReport
from communique.model.report import Dateline, Report, Segment, Time
from communique.model.text import Span, Text

FORMAT = 1

Json = dict[str, Any]

_PLAIN = frozenset({str, int, float, bool})
_FIELDS: dict[type, tuple[str, ...]] = {}


def reading_json(
    report: Report,
    text: Text,
    reading: Reading,
    *,
    tokens: bool = False,
    chains: bool = False,
    explain: Sequence[Explanation] | None = None,
) -> Json:
    """One report and all that is read from it, as `communique inspect --json` prints it."""
    actor_at = {(m.start, m.end): m.actor for m in reading.mentions}
    line: Json = {
        "format": FORMAT,
        "report": report_json(report),
        "sentences": [list(text.sentence_span(n)) for n in range(len(text.sentences))],
    }
    if tokens:
        line["tokens"] = [_fields(token) for token in text.tokens]
    if chains:
        line["chains"] = [
            {"type": chain.type, "mentions": [list(span) for span in chain.mentions]}
            for chain in text.chains
        ]
    line["names"] = [
        {
            "start": name.start,
            "end": name.end,
            "type": name.type,
            "actor": actor_at.get((name.start, name.end)),
        }
        for name in text.names
    ]
    line |= {
        "mentions": _list(reading.mentions),
        "actors": _list(reading.actors),
        "times": _list(reading.times),
        "places": _list(reading.places),
        "events": _list(reading.events),
        "statements": _list(reading.statements),
        "agreements": _list(reading.agreements),
        "processes": _list(reading.processes),
        "method": _fields(reading.method),
    }
    if explain is not None:
        line["explain"] = _list(explain)
    return line


def skipped_json(skipped: Skipped) -> Json:
    """A report that was not read."""
    return {"format": FORMAT, "skipped": _fields(skipped)}


def report_json(report: Report) -> Json:
    """A report without its findings."""
    return {
        "id": report.id,
        "source": report.source,
        "text": report.text,
        "title": report.title,
        "outlet": report.outlet,
        "agencies": list(report.agencies),
        "author": report.author,
        "language": report.language,
        "dateline": _fields(report.dateline) if report.dateline else None,
        "published": _fields(report.published) if report.published else None,
        "segments": _list(report.segments),
        "digest": report.digest,
    }


def read_report(line: Json) -> ReadReport:
    """The report and reading that `reading_json` wrote. Raises KeyError or TypeError for a line
    that is not of this format."""
    return ReadReport(report_from_json(line["report"]), _reading(line))


def report_from_json(data: Json) -> Report:
    """The report that `report_json` wrote."""
    dateline, published = data["dateline"], data["published"]
    return Report(
        source=data["source"],
        text=data["text"],
        title=data["title"],
        outlet=data["outlet"],
        agencies=tuple(data["agencies"]),
        author=data["author"],
        language=data["language"],
        dateline=Dateline(**dateline) if dateline else None,
        published=time_from_json(published) if published else None,
        segments=tuple(Segment(**segment) for segment in data["segments"]),
        digest=data["digest"],
    )


def time_from_json(data: Json) -> Time:
    """The time that this format wrote."""
    return Time(**(data | {"text": _span(data["text"])}))


def _reading(line: Json) -> Reading:
    return Reading(
        times=tuple(time_from_json(t) for t in line["times"]),
        places=tuple(f.Place(**(p | {"span": Span(*p["span"])})) for p in line["places"]),
        actors=tuple(_actor(a) for a in line["actors"]),
        mentions=tuple(f.Mention(**m) for m in line["mentions"]),
        events=tuple(f.Event(**_tuples(_with_evidence(e))) for e in line["events"]),
        statements=tuple(_statement(s) for s in line["statements"]),
        agreements=tuple(_agreement(a) for a in line["agreements"]),
        processes=tuple(_process(p) for p in line["processes"]),
        method=Method(**line["method"]),
    )


def _actor(data: Json) -> f.Actor:
    offices = tuple(f.Office(**_with_evidence(o)) for o in data["offices"])
    return f.Actor(**(_tuples(_with_evidence(data)) | {"offices": offices}))


def _statement(data: Json) -> f.Statement:
    return f.Statement(
        **(
            _tuples(_with_evidence(data))
            | {
                "source": _span(data["source"]),
                "cue": _span(data["cue"]),
                "content": tuple(Span(*span) for span in data["content"]),
                "stances": tuple(f.Stance(**_with_words(s)) for s in data["stances"]),
            }
        )
    )


def _agreement(data: Json) -> f.Agreement:
    history = tuple(f.Stage(**_with_evidence(s)) for s in data.get("history", ()))
    return f.Agreement(**(_tuples(_with_evidence(data)) | {"history": history}))


def _process(data: Json) -> f.Process:
    return f.Process(
        **(
            _tuples(_with_evidence(data))
            | {
                "rounds": tuple(f.Round(**_with_evidence(r)) for r in data["rounds"]),
                "roles": tuple(f.Role(**_with_evidence(r)) for r in data["roles"]),
            }
        )
    )


def _with_evidence(data: Json) -> Json:
    return data | {"evidence": f.Evidence(**_with_words(data["evidence"]))}


def _with_words(data: Json) -> Json:
    return data | {"words": tuple(f.Word(**word) for word in data.get("words", ()))}


def _tuples(data: Json) -> Json:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in data.items()}


def _span(data: Sequence[int] | None) -> Span | None:
    return Span(*data) if data is not None else None


def _list(items: Sequence[Any]) -> list[Json]:
    return [_fields(item) for item in items]


def _fields(item: Any) -> Json:
    """A dataclass as JSON, in the order of its fields; spans as [start, end]."""
    return {name: _value(getattr(item, name)) for name in _names(type(item))}


def _value(value: Any) -> Any:
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [_value(part) for part in value]
    return _fields(value) if _names(type(value)) else value


def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass, in order; nothing for another type."""
    if kind not in _FIELDS:
        known = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
        _FIELDS[kind] = tuple(field.name for field in known)
    return _FIELDS[kind]
