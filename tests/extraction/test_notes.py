"""Notes of journeys: a dateline, whose journey it is, and what was done, without a subject."""

from __future__ import annotations

from functools import cache

import pytest

from communique.extraction.extract import extract
from communique.intake.reports import from_text
from communique.model.reading import Reading
from communique.pipeline.one import ModelParse
from tests.build import METHOD


@cache
def read(text: str, clean: bool = True) -> Reading:
    report = from_text(text, "note", clean=clean)
    return extract(report, ModelParse("reader")(report), METHOD)


def told(text: str, clean: bool = True) -> list[str]:
    """The meetings of a text: mode or format, who, whom, where and when."""
    reading = read(text, clean)
    lines = []
    for event in reading.events:
        who = ", ".join(reading.actors[a].name for a in (*event.actors, *event.recipients))
        place = reading.places[event.place].name if event.place is not None else "?"
        time = reading.times[event.time] if event.time is not None else None
        days = f"{time.start}/{time.end}" if time and time.end else time.start if time else "?"
        if event.type == "CONSULT":
            lines.append(f"{event.mode or event.format}: {who} @ {place} {days}")
    return sorted(lines)


LINE = "LIMA, Peru, May 3–5, 1994 — "
MET = "meeting: Ana Lind, Tomas Okoye @ Lima 1994-05-03/1994-05-05"
VISIT = "visit: Ana Lind @ Lima 1994-05-03/1994-05-05"


@pytest.mark.parametrize("clean", [True, False])
@pytest.mark.parametrize(
    "head",
    [
        f"{LINE}Foreign Minister Ana Lind of Norway. ",
        f"{LINE}Foreign Minister Ana Lind of Norway: ",
        "LIMA, May 3-5, 1994 (Peru) - Foreign Minister Ana Lind of Norway. ",
        "LIMA, Peru, 3-5 May 1994 - Foreign Minister Ana Lind of Norway. ",
    ],
)
def test_a_note_is_of_whom_it_names(head: str, clean: bool) -> None:
    assert MET in told(head + "Met with President Tomas Okoye.", clean)


@pytest.mark.parametrize(
    "remark", ["Rested.", "Spoke at the university.", "Dedicated a bridge.", "Addressed Congress."]
)
def test_who_is_named_under_a_dateline_was_there(remark: str) -> None:
    assert VISIT in told(f"{LINE}Norwegian Foreign Minister Ana Lind. {remark}")


def test_the_visit_of_a_note_says_why_it_is_one() -> None:
    reading = read(f"{LINE}Norwegian Foreign Minister Ana Lind. Rested.")
    (event,) = reading.events
    assert event.evidence.score == 0.6
    assert "under" in event.evidence.why or "dateline" in event.evidence.why


def test_who_is_at_home_makes_no_visit() -> None:
    assert told(f"{LINE}Peruvian Foreign Minister Ana Lind. Rested.") == []


def test_one_without_office_makes_no_visit() -> None:
    assert told(f"{LINE}Ana Lind. Rested.") == []


def test_who_speaks_behind_a_colon_makes_no_visit() -> None:
    assert told(f"{LINE}Norwegian Foreign Minister Ana Lind: We are ready to talk.") == []


def test_a_name_above_the_dateline_is_the_traveller() -> None:
    text = f"Ana Lind (SECRETARY OF STATE)\n\n{LINE}Met with President Tomas Okoye."
    assert MET in told(text)


def test_a_bare_verb_after_a_sentence_is_of_its_subject() -> None:
    text = (
        f"{LINE}Norwegian Foreign Minister Ana Lind visited Peru. Met with President Tomas Okoye."
    )
    assert MET in told(text)


def test_a_bare_noun_of_a_note_tells_what_it_names() -> None:
    text = f"{LINE}Norwegian Foreign Minister Ana Lind. Meeting with President Tomas Okoye."
    assert MET in told(text)


def test_a_full_sentence_keeps_its_own_subject() -> None:
    text = f"{LINE}Norwegian Foreign Minister Ana Lind. Luis Paz met with President Tomas Okoye."
    assert "meeting: Luis Paz, Tomas Okoye @ Lima 1994-05-03/1994-05-05" in told(text)


def test_a_visit_to_a_country_was_to_the_town_that_the_report_is_from() -> None:
    text = "LIMA, May 3, 1994 — Norwegian Foreign Minister Ana Lind visited Peru."
    assert told(text) == ["visit: Ana Lind @ Lima 1994-05-03"]


def test_from_one_day_to_another_is_how_long_a_visit_lasted() -> None:
    text = "Norwegian Foreign Minister Ana Lind visited Lima from June 3 to June 5, 1994."
    assert told(text) == ["visit: Ana Lind @ Lima 1994-06-03/1994-06-05"]


def test_who_visits_no_place_that_is_named_is_where_the_report_is_from() -> None:
    text = "LIMA, May 3, 1994 — Norwegian Foreign Minister Ana Lind visited Tomas Okoye."
    assert told(text) == ["visit: Ana Lind, Tomas Okoye @ Lima 1994-05-03"]
