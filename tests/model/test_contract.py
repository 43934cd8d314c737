"""A reading as JSON: what is written comes back, and fits the schema that scripts rely on."""

import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from communique.errors import ModelMissing
from communique.model.contract import (
    read_report,
    reading_json,
    report_from_json,
    report_json,
    skipped_json,
)
from communique.model.findings import Word
from communique.model.reading import Skipped
from communique.model.report import Dateline, Segment
from communique.model.text import Attribution, Chain, Name, Sentence, Span, Text, Token
from communique.pipeline.inspect import inspect
from communique.pipeline.one import Inspected
from communique.settings import Settings
from tests import build

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
SCHEMAS = {
    name: json.loads((ROOT / f"docs/schema/{name}.json").read_text("utf-8"))
    for name in ("reading", "record")
}
READING = Draft202012Validator(SCHEMAS["reading"])


def told() -> build.Told:
    """One finding of every kind."""
    words = "Ada Stone, the envoy, met Bo Hill in Rome on 2 May 1901. She said that peace is near."
    told = build.told(
        words,
        published="1901-05-03",
        dateline=Dateline("Rome", None, "Wire", 0, 3),
        title="Envoy in Rome",
        agencies=("Wire",),
        segments=(Segment("title", 0, 9), Segment("body", 9, len(words))),
    )
    told.actor("Ada Stone", offices=[build.office("envoy", "Senate", "ITA")], country="ITA")
    told.actor("both", type="group", members=["Ada Stone", "Bo Hill"])
    told.event(
        actors=["Ada Stone"], recipients=["Bo Hill"], at="met", place="Rome", time="1901-05-02",
        time_words="2 May 1901", aux=("historical",), contexts=("diplomatic",),
    )  # fmt: skip
    told.said(
        "Ada Stone", "peace is near", issues=("peace",), cue=build.find(words, "said"),
        stances=(build.stance(1), build.stance("peace", "for", Word(3, 5, "stance.tsv: back"))),
    )  # fmt: skip
    told.agreed(parties=["Ada Stone"], topics=("peace",), status="signed", event=0)
    told.agreements.append(
        build.agreement("truce", evidence=build.evidence(words=(Word(0, 1), Word(2, 3, "a: b"))))
    )
    told.talks("Rome talks", roles=[("Bo Hill", "host")], rounds=[build.round_(1, "1901-05")])
    return told


def text(chars: str) -> Text:
    return Text(
        chars,
        (Span(0, len(chars)),),
        (Token(0, 3, "Ada", "PROPN", "NNP", "_", -1, "root"),),
        (Sentence(0, 1),),
        (Name(0, 9, "person"),),
        (Attribution(None, None, (), 1.0),),
        (Chain("person", (Span(0, 9), Span(57, 60)), (0, 0)),),
    )


def line(*, tokens: bool = False, chains: bool = False) -> dict[str, Any]:
    read = told().read()
    parsed = text(read.report.text)
    return reading_json(read.report, parsed, read.reading, tokens=tokens, chains=chains)


def test_a_reading_comes_back_as_it_was() -> None:
    assert read_report(json.loads(json.dumps(line()))) == told().read()


def test_a_report_comes_back_as_it_was() -> None:
    report = told().report
    assert report_from_json(json.loads(json.dumps(report_json(report)))) == report


def test_a_report_without_anything_comes_back_as_it_was() -> None:
    report = build.report("\ud800\0")
    assert report_from_json(json.loads(json.dumps(report_json(report)))) == report


@pytest.mark.parametrize("tokens", [False, True])
def test_a_reading_fits_the_schema(tokens: bool) -> None:
    data = json.loads(json.dumps(line(tokens=tokens)))
    READING.validate(data)
    assert ("tokens" in data) == tokens


def test_chains_are_told_when_asked_for() -> None:
    data = json.loads(json.dumps(line(chains=True)))
    READING.validate(data)
    assert data["chains"] == [{"type": "person", "mentions": [[0, 9], [57, 60]]}]
    assert "chains" not in line()


def test_a_skipped_report_fits_the_schema() -> None:
    READING.validate(skipped_json(Skipped("a.txt", "nothing is in it.")))


def test_a_name_leads_to_its_actor() -> None:
    assert line()["names"] == [{"start": 0, "end": 9, "type": "person", "actor": 0}]


@pytest.mark.parametrize("field", ["report", "actors", "statements", "method"])
def test_a_line_without_a_field_is_refused(field: str) -> None:
    data = line()
    del data[field]
    assert not READING.is_valid(data)
    with pytest.raises(KeyError):
        read_report(data)


@pytest.mark.parametrize("field", ["unknown", "Report"])
def test_the_schema_knows_every_field(field: str) -> None:
    assert not READING.is_valid(line() | {field: None})


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_the_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def seeds() -> list[str]:
    found = sorted(str(path) for path in SEEDS.glob("*.txt")) if SEEDS.is_dir() else []
    if not found and os.environ.get("CI"):
        return ["../shared/seeds is missing"]
    return found


REAL = [str(ROOT / "examples" / "reports"), *seeds()]


@pytest.fixture(scope="module", params=REAL, ids=lambda path: Path(path).name)
def readings(request: pytest.FixtureRequest) -> Iterator[list[Inspected]]:
    """What is read from real reports, with the real model."""
    if not Path(request.param).exists():
        pytest.fail(request.param)
    try:
        found = list(inspect([request.param], Settings(workers=1)))
    except ModelMissing as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))
    yield [one for one in found if isinstance(one, Inspected)]
    assert all(isinstance(one, Inspected) for one in found), found


def test_what_is_really_read_fits_the_schema(readings: list[Inspected]) -> None:
    for one in readings:
        READING.validate(json.loads(json.dumps(one.json(tokens=True))))


def test_what_is_really_read_comes_back_as_it_was(readings: list[Inspected]) -> None:
    for one in readings:
        read = read_report(json.loads(json.dumps(one.json())))
        assert (read.report, read.reading) == (one.report, one.reading)


def test_indices_lead_somewhere(readings: list[Inspected]) -> None:
    for one in readings:
        reading, people = one.reading, len(one.reading.actors)
        for event in reading.events:
            assert all(n < people for n in (*event.actors, *event.recipients, *event.hosts))
            assert event.place is None or event.place < len(reading.places)
            assert event.time is None or event.time < len(reading.times)
            assert event.process is None or event.process < len(reading.processes)
        for statement in reading.statements:
            assert all(n < people for n in (*statement.speakers, *statement.addressees))
        for mention in reading.mentions:
            assert mention.actor < people


def test_evidence_is_inside_the_report(readings: list[Inspected]) -> None:
    for one in readings:
        findings = (
            *one.reading.actors, *one.reading.events, *one.reading.statements,
            *one.reading.agreements, *one.reading.processes,
        )  # fmt: skip
        for finding in findings:
            assert 0 <= finding.evidence.start < finding.evidence.end <= len(one.report.text)
            assert finding.evidence.rule
            assert finding.evidence.why


DATA = ROOT / "communique" / "lexicon" / "data"


@cache
def lines(name: str) -> list[str]:
    """The entries of a data file, in small letters."""
    content = (DATA / name).read_text("utf-8", errors="replace").lower()
    return [line for line in content.splitlines() if not line.startswith("#")]


@cache
def holds(entry: str) -> bool:
    """Whether the data file that an explanation names has the entry that it names."""
    name, _, word = entry.lower().partition(": ")
    if name == "gazetteer.txt":
        return any(line.startswith(f"{word.split()[0]}\t") for line in lines(name))
    cells = (cell for line in lines(name) for cell in re.split(r"[\t|]", line))
    return any(cell.strip(" *!") == word for cell in cells)


def test_everything_can_be_asked_why(readings: list[Inspected]) -> None:
    for one in readings:
        reading, found = one.reading, one.explain()
        findings = (
            len(reading.actors) + len(reading.times) + len(reading.places) + len(reading.events)
            + len(reading.statements) + len(reading.agreements) + len(reading.processes)
            + sum(len(actor.offices) for actor in reading.actors)
            + sum(len(said.stances) + len(said.issues) for said in reading.statements)
            + sum(len(deal.history) for deal in reading.agreements)
            + sum(len(talks.rounds) + len(talks.roles) for talks in reading.processes)
        )  # fmt: skip
        assert len(found) == findings
        READING.validate(json.loads(json.dumps(one.json(explain=True))))
        for why in found:
            assert why.rule, why
            assert why.why, why
            assert why.words or why.start is None, why


def test_an_entry_that_an_explanation_names_is_in_its_file(readings: list[Inspected]) -> None:
    entries = {w.entry for one in readings for why in one.explain() for w in why.words if w.entry}
    assert {entry.partition(":")[0] for entry in entries} >= {"event_triggers.tsv", "cues.tsv"}
    assert not {entry for entry in entries if not holds(entry)}


def test_events_agreements_and_stances_name_the_entry_that_decided(
    readings: list[Inspected],
) -> None:
    for one in readings:
        for why in one.explain():
            if why.kind in {"event", "agreement", "stance"}:
                assert why.words[0].entry or why.rule.startswith("commitment"), why
