"""The scorer of journeys: how a row becomes a note, and what is right of an event."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evaluation.travels import CARRIERS, PARTS, Journey, journeys, judge

TRIPS = """<trips><trip role="secretary" who="x"><id>7</id><name>Ann B. Hale</name>
<start-date>1994-03-30</start-date><end-date>1994-04-02</end-date>
<country id="y">Korea, Republic of</country><locale>Seoul, Osan (North)</locale>
<remarks>Met with President
Okoye.</remarks></trip>
<trip role="president" who="y"><id>8</id><name>Ann Hale</name><start-date>1989-01-01</start-date>
<end-date>1989-01-01</end-date><country>Chad</country><locale/><remarks>Rested.</remarks></trip>
</trips>"""


@pytest.fixture
def journey(tmp_path: Path) -> Journey:
    (tmp_path / "a-travels").mkdir()
    (tmp_path / "a-travels" / "a.xml").write_text(TRIPS)
    (found,) = journeys(tmp_path)
    return found


def test_a_row_since_1990_is_a_journey(journey: Journey) -> None:
    assert (journey.holder, journey.start) == ("Secretary of State Ann B. Hale", date(1994, 3, 30))
    assert journey.countries == {"KOR"}
    assert journey.towns == {"seoul", "osan", "north"}


def test_a_note_has_its_dateline_and_its_remark(journey: Journey) -> None:
    assert CARRIERS["dateline, name. remark"](journey) == (
        "SEOUL, Republic of Korea, March 30–April 2, 1994 — Secretary of State Ann B. Hale. "
        "Met with President Okoye."
    )


@pytest.mark.parametrize("carrier", CARRIERS)
def test_every_carrier_tells_the_whole_row(journey: Journey, carrier: str) -> None:
    note = CARRIERS[carrier](journey)
    told = ("Hale", "SEOUL" if "SEOUL" in note else "Seoul", "Korea", "1994", "ith President Okoye")
    assert all(part in note for part in told)


def line(**event: Any) -> dict[str, Any]:
    return {
        "actors": [{"type": "person", "name": "Ann Hale"}, {"type": "person", "name": "Okoye"}],
        "places": [{"name": "Seoul", "country": "KOR"}],
        "times": [{"start": "1994-03-30", "end": "1994-04-02"}],
        "events": [
            {"type": "CONSULT", "aux": [], "actors": [0], "recipients": [], "hosts": [], "place": 0}
            | {"time": 0}
            | event
        ],
    }


@pytest.mark.parametrize(
    ("event", "wrong"),
    [
        ({}, set()),
        ({"actors": [1], "recipients": [0]}, set()),
        ({"actors": [1]}, {"traveller"}),
        ({"place": None}, {"country", "place"}),
        ({"time": None}, {"start", "end"}),
        ({"type": "AGREE"}, set(PARTS)),
        ({"aux": ["negation"]}, set(PARTS)),
    ],
)
def test_what_is_right_of_an_event(
    journey: Journey, event: dict[str, Any], wrong: set[str]
) -> None:
    assert set(PARTS) - judge(journey, line(**event)) == wrong


def test_one_event_has_all_of_it(journey: Journey) -> None:
    two = line(actors=[1])
    two["events"].append(line(place=None)["events"][0])
    assert not judge(journey, two).issuperset(PARTS)
