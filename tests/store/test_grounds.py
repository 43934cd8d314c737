"""What times, places and offices were read from."""

from collections.abc import Iterator

import pytest

from communique.store import questions
from communique.store.answers import EntityPage
from communique.store.session import Store, open_record
from tests.store.conftest import place
from tests.views import small


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    where = place(request.param, tmp_path_factory.mktemp("record"))
    with open_record(small.keep(where)) as opened:
        yield opened


@pytest.fixture(scope="module")
def ruiz(store: Store) -> EntityPage:
    return questions.entity(store, "e-ruiz")


def test_an_event_has_the_words_of_its_time_and_place(store: Store) -> None:
    ground = questions.occurrence(store, "o-1").ground
    assert [(t.text, t.time.start) for t in ground.times] == [("3 May 1998", "1998-05-03")]
    assert [(p.text, p.entity, p.role) for p in ground.places] == [("Oslo", "e-oslo", "venue")]


def test_a_statement_without_a_time_has_the_day_of_its_report(store: Store) -> None:
    said = questions.statements(store).rows
    (time,) = questions.grounds(store, said)["s-1"].times
    assert time.time == small.DAY
    assert time.time_from == "report"
    assert time.text is None


def test_a_place_has_coordinates_and_number(ruiz: EntityPage) -> None:
    (place,) = ruiz.places
    assert (place.lat, place.lon, place.geonameid) == (59.9, 10.7, 3143244)
    assert (place.start, place.end) == small.at("Oslo")


def test_an_office_has_the_reports_that_show_it(ruiz: EntityPage) -> None:
    (told,) = ruiz.told
    assert told.office == "f-1"
    assert told.published == small.DAY
    assert told.evidence.report == small.REPORT.id
    assert not told.former


def test_a_place_has_what_happened_there_and_its_mentions(store: Store) -> None:
    oslo = questions.entity(store, "e-oslo")
    assert [o.id for o in oslo.occurrences] == ["o-1"]
    assert [(p.start, p.end) for p in oslo.places] == [small.at("Oslo")]


def test_a_process_has_its_places(store: Store) -> None:
    assert [p.name for p in questions.process(store, "p-1").places] == ["Oslo"]


def test_a_report_knows_who_and_where_its_findings_are(store: Store) -> None:
    places, actors = questions.named_in(store, small.REPORT.id)
    assert [p.entity for p in places] == ["e-oslo"]
    assert actors[small.REPORT.id, *small.at("Per Dahl")] == "e-dahl"


def test_of_many_reports_the_latest_are_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from communique.store import ground_questions

    monkeypatch.setattr(ground_questions, "READ", 0)
    assert questions.entity(store, "e-ruiz").places == ()
