import itertools
from collections.abc import Iterable, Iterator

import pytest

from communique.errors import NotFound
from communique.model.contract import read_report
from communique.store import questions as ask
from communique.store.save import keep_reports
from communique.store.session import Store, open_record
from tests.store import sample
from tests.store.conftest import place
from tests.store.sample import FIRST, SECOND


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def asked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A record of two reports that is only asked."""
    folder = tmp_path_factory.mktemp("asked")
    with open_record(place(request.param, folder)) as store:
        sample.fill(store)
        yield store


def ids(rows: Iterable[object]) -> list[str]:
    return [row.id for row in rows]  # type: ignore[attr-defined]


def test_the_overview_counts_everything(asked: Store) -> None:
    found = ask.overview(asked)
    assert found.entities == {"group": 1, "person": 2, "place": 1}
    assert found.occurrences == {"AGREE": 1, "CONSULT": 1}
    assert (found.reports, found.read, found.unlinked, found.meetings) == (2, 2, 0, 1)
    assert (found.statements, found.agreements, found.processes, found.differences) == (4, 1, 1, 1)
    assert (found.outlets, found.origins, found.first, found.last) == (2, 2, "1652", "1652")


def test_an_empty_record_answers_too(store: Store) -> None:
    assert ask.overview(store).entities == {}
    assert ask.reports(store).total == 0
    assert ask.issues(store) == ()
    assert ask.search(store, "anything") == ()


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["a.txt", "b.txt"]),
        ({"words": "QUEEN elodie"}, ["a.txt"]),
        ({"words": "doge tariff"}, ["b.txt"]),
        ({"words": "said porto"}, ["b.txt"]),
        ({"words": "100%"}, []),
        ({"outlet": "salt post"}, ["a.txt"]),
        ({"since": "1652-05"}, ["a.txt"]),
        ({"since": "1653"}, []),
        ({"until": "1651"}, []),
        ({"limit": 1, "offset": 1}, ["b.txt"]),
    ],
)
def test_reports_are_listed_latest_first(
    asked: Store, given: dict[str, object], found: list[str]
) -> None:
    listing = ask.reports(asked, **given)  # type: ignore[arg-type]
    assert [card.source for card in listing.rows] == found
    assert listing.total == (2 if "limit" in given else len(found))


@pytest.mark.parametrize("name", [FIRST.id, FIRST.id[:6], "a.txt"])
def test_a_report_is_found_by_id_or_source(asked: Store, name: str) -> None:
    card = ask.report(asked, name)
    assert (card.id, card.outlet, card.origin, card.read) == (FIRST.id, "Salt Post", "g-1", True)


@pytest.mark.parametrize("name", ["", "%", "____", "nothing.txt", FIRST.id + "0"])
def test_a_report_that_is_not_there_is_not_found(asked: Store, name: str) -> None:
    with pytest.raises(NotFound, match="communique show reports"):
        ask.report(asked, name)


def test_a_reading_comes_back_as_the_contract_has_it(asked: Store) -> None:
    line = ask.reading_json(asked, FIRST.id)
    assert line == sample.line(FIRST)
    assert ask.read_report(asked, FIRST.id) == read_report(line)


def test_a_report_that_is_not_read_has_no_findings(store: Store) -> None:
    keep_reports(store, [FIRST])
    found = ask.read_report(store, FIRST.id)
    assert found.report == FIRST
    assert found.reading.actors == ()
    assert not ask.report(store, FIRST.id).read


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["e-doge", "e-council", "e-porto", "e-queen"]),
        ({"name": "elodie"}, ["e-queen"]),
        ({"name": "DOGE the"}, ["e-doge"]),
        ({"type": "person"}, ["e-doge", "e-queen"]),
        ({"country": "sol"}, ["e-porto"]),
        ({"type": "state"}, []),
        ({"places": False}, ["e-doge", "e-council", "e-queen"]),
    ],
)
def test_entities_are_listed_most_reported_first(
    asked: Store, given: dict[str, str], found: list[str]
) -> None:
    assert ids(card.entity for card in ask.entities(asked, **given).rows) == found  # type: ignore[arg-type]


def test_an_entity_in_a_list_is_counted(asked: Store) -> None:
    (card,) = ask.entities(asked, name="vento").rows
    assert (card.reports, card.occurrences, card.statements) == (2, 1, 2)


@pytest.mark.parametrize("name", ["e-queen", "Élodie of Aldmark", "elodie OF aldmark", "Aldm"])
def test_an_entity_is_found_by_id_or_name(asked: Store, name: str) -> None:
    assert ask.find_entity(asked, name).id == "e-queen"


def test_an_entity_is_found_by_an_alias(asked: Store) -> None:
    assert ask.find_entity(asked, "The Doge").id == "e-doge"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Marko Vento", "did you mean Marco Vento\\?$"),
        ("Xyz", "in the record\\.$"),
        ("", "record\\."),
    ],
)
def test_a_name_that_is_not_there_brings_the_nearest(asked: Store, name: str, message: str) -> None:
    with pytest.raises(NotFound, match=message):
        ask.find_entity(asked, name)


def test_an_entity_has_all_about_it(asked: Store) -> None:
    page = ask.entity(asked, "marco vento")
    assert page.entity.id == "e-doge"
    assert ids(page.groups) == ["e-council"]
    assert ids(page.occurrences) == ["o-1"]
    assert ids(page.statements) == ["s-2", "s-4"]
    assert ids(page.about) == ["s-1", "s-3"]
    assert ids(page.agreements) == ["a-1"]
    assert ids(page.processes) == ["p-1"]
    assert ids(page.reports) == sorted([FIRST.id, SECOND.id])


def test_an_entity_has_its_offices(asked: Store) -> None:
    assert ids(ask.entity(asked, "e-queen").offices) == ["f-1"]


def test_a_statement_is_about_whom_it_names_addresses_or_judges(asked: Store) -> None:
    about = {name: ids(ask.statements(asked, about=name).rows) for name in ("e-doge", "e-queen")}
    assert about == {"e-doge": ["s-1", "s-3"], "e-queen": ["s-2"]}


def test_two_entities_have_what_they_share(asked: Store) -> None:
    page = ask.pair(asked, "elodie", "vento")
    assert (page.left.id, page.right.id) == ("e-queen", "e-doge")
    assert ids(page.occurrences) == ["o-1"]
    assert ids(page.left_about_right) == ["s-1", "s-3"]
    assert ids(page.right_about_left) == ["s-2"]
    assert ids(page.joint) == ["s-4"]
    assert ids(page.agreements) == ["a-1"]
    assert ids(page.processes) == ["p-1"]


def test_a_pair_is_the_same_from_both_sides(asked: Store) -> None:
    one, other = ask.pair(asked, "e-queen", "e-doge"), ask.pair(asked, "e-doge", "e-queen")
    assert one.left_about_right == other.right_about_left
    assert one.occurrences == other.occurrences


def test_ids_in_an_answer_are_known(asked: Store) -> None:
    known = ask.entity(asked, "e-doge").known
    assert [known.name(id) for id in ("e-queen", "e-porto", "p-1", "no id")] == [
        "Élodie of Aldmark",
        "Porto Sole",
        "Salt talks",
        "no id",
    ]
    assert list(known.offices) == ["f-1"]
    assert set(known.reports) == {FIRST.id, SECOND.id}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["o-1", "o-2"]),
        ({"type": "consult"}, ["o-1"]),
        ({"actor": "vento"}, ["o-1"]),
        ({"actor": "porto sole"}, []),
        ({"country": "SOL"}, ["o-1"]),
        ({"process": "salt talks"}, ["o-1"]),
        ({"since": "1652-03-20"}, ["o-1"]),
        ({"since": "1652-04"}, []),
        ({"until": "1652"}, ["o-1"]),
        ({"until": "1652-02-28"}, []),
        ({"since": "1600", "until": "1700"}, ["o-1"]),
        ({"cameo": "05"}, ["o-2"]),
        ({"cameo": "0571"}, []),
        ({"claimed": True}, ["o-2"]),
        ({"level": "leader"}, ["o-1"]),
        ({"level": "minister"}, []),
        ({"claimed": False}, ["o-1"]),
        ({"actor": "council of sole"}, []),
    ],
)
def test_events_are_listed_by_time(
    asked: Store, given: dict[str, object], found: list[str]
) -> None:
    assert ids(ask.occurrences(asked, **given).rows) == found  # type: ignore[arg-type]


def test_meetings_are_consultations(asked: Store) -> None:
    assert ids(ask.meetings(asked).rows) == ["o-1"]


def test_an_event_has_the_sentences_of_every_report(asked: Store) -> None:
    page = ask.occurrence(asked, "o-1")
    told = {passage.report.id: passage.text for passage in page.passages}
    assert told == {
        FIRST.id: "Queen Élodie of Aldmark met Doge Marco Vento in Porto Sole.",
        SECOND.id: "The doge and the queen met at Porto Sole, it was said.",
    }
    for passage in page.passages:
        (cited,) = passage.cited
        start, end = cited.start - passage.start, cited.end - passage.start
        assert passage.text[start:end] == "met"


def test_an_event_has_its_differences_and_judgements(asked: Store) -> None:
    page = ask.occurrence(asked, "o-1")
    assert ids(page.differences) == ["d-1"]
    assert [judgement.by for judgement in page.judgements] == ["rules", "a person"]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["s-1", "s-2", "s-3", "s-4"]),
        ({"speaker": "elodie"}, ["s-1", "s-3", "s-4"]),
        ({"issue": "SALT"}, ["s-1", "s-4"]),
        ({"issue": "tarif"}, ["s-2"]),
        ({"words": "Treaty SALT"}, ["s-1", "s-4"]),
        ({"since": "1653"}, ["s-2"]),
        ({"until": "1652"}, ["s-1"]),
        ({"speaker": "e-doge", "about": "e-queen"}, ["s-2"]),
    ],
)
def test_statements_are_listed_by_time(
    asked: Store, given: dict[str, str], found: list[str]
) -> None:
    assert ids(ask.statements(asked, **given).rows) == found  # type: ignore[arg-type]


def test_one_statement_is_found(asked: Store) -> None:
    assert ask.statement(asked, "s-1").text == "She praised the salt treaty"
    with pytest.raises(NotFound):
        ask.statement(asked, "s-9")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["a-1"]),
        ({"party": "vento"}, ["a-1"]),
        ({"party": "e-council"}, []),
        ({"topic": "salt"}, ["a-1"]),
        ({"status": "Signed"}, ["a-1"]),
        ({"status": "announced"}, []),
    ],
)
def test_agreements_are_listed(asked: Store, given: dict[str, str], found: list[str]) -> None:
    assert ids(ask.agreements(asked, **given).rows) == found  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["p-1", "Salt Talks", "porto process", "salt"])
def test_a_process_is_found_with_its_events(asked: Store, name: str) -> None:
    page = ask.process(asked, name)
    assert page.process.id == "p-1"
    assert ids(page.occurrences) == ["o-1"]
    assert [passage.report.id for passage in page.passages] == [FIRST.id]


def test_a_process_that_is_not_there_brings_the_nearest(asked: Store) -> None:
    with pytest.raises(NotFound, match="did you mean Salt talks"):
        ask.process(asked, "Sault talks")


def test_issues_are_listed_most_spoken_about_first(asked: Store) -> None:
    found = [(card.issue, card.statements, card.agreements) for card in ask.issues(asked)]
    assert found == [("salt", 2, 1), ("tariffs", 1, 0)]


def test_an_issue_has_who_spoke_about_it(asked: Store) -> None:
    page = ask.issue(asked, "Salt")
    assert ids(page.statements) == ["s-1", "s-4"]
    assert ids(page.agreements) == ["a-1"]
    assert [(entity.id, count) for entity, count in page.speakers] == [
        ("e-queen", 2),
        ("e-doge", 1),
    ]


def test_an_issue_that_is_not_there_brings_the_nearest(asked: Store) -> None:
    with pytest.raises(NotFound, match="did you mean tariffs"):
        ask.issue(asked, "tarriffs")


def test_differences_are_asked_by_what_they_are_about(asked: Store) -> None:
    assert ids(ask.differences(asked)) == ["d-1"]
    assert ids(ask.differences(asked, about="o-1")) == ["d-1"]
    assert ask.differences(asked, about="o-2") == ()


def test_judgements_are_asked_by_either_side(asked: Store) -> None:
    assert len(ask.judgements(asked)) == 2
    assert len(ask.judgements(asked, of=["k-1"])) == 2
    assert ask.judgements(asked, of=["x"]) == ()


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("salt", ["process", "agreement", "statement", "statement", "report"]),
        ("vento", ["entity", "statement", "report"]),
        ("porto process", ["process"]),
        ("elodie aldmark", ["entity", "report"]),
        ("nothing of the kind", []),
        ("  ", []),
        ("%", []),
        ("_", []),
    ],
)
def test_everything_is_searched(asked: Store, words: str, kinds: list[str]) -> None:
    assert [hit.kind for hit in ask.search(asked, words)] == kinds


def test_a_hit_shows_the_words_around_it(asked: Store) -> None:
    hit = next(hit for hit in ask.search(asked, "tariff") if hit.kind == "statement")
    assert (hit.title, hit.excerpt) == ("Marco Vento", "rejected the tariff")


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_of_a_list_make_the_whole(asked: Store, limit: int) -> None:
    whole = ids(ask.statements(asked).rows)
    pages = [
        ids(ask.statements(asked, limit=limit, offset=offset).rows)
        for offset in range(0, len(whole), limit)
    ]
    assert list(itertools.chain(*pages)) == whole
