"""What was said, by filters that combine; how many of each kind; who spoke about what."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from communique.errors import NotFound
from communique.model.identity import Citation
from communique.model.record import RowStance
from communique.store import questions as ask
from communique.store.save import keep_reports, method_name, save_readings, save_record
from communique.store.session import Store, open_record
from tests.build import time
from tests.store import sample
from tests.store.conftest import place
from tests.store.sample import FIRST, METHOD, SECOND, cite, line, said


def spoken() -> list[Any]:
    """Six statements of a queen and a doge about salt and tariffs."""
    tariff = cite(SECOND, "rejected")
    return [
        said("s-1", "e-queen", FIRST, "salt treaty", issues=("salt",), time=time("1652-03-04"),
             stances=(RowStance("e-doge", "for", tariff),), form="direct"),
        said("s-2", "e-queen", FIRST, "She praised", issues=("salt", "tariffs"),
             time=time("1652-04"), form="mixed",
             stances=(RowStance("the tariff", "against"), RowStance("e-doge", "for"))),
        said("s-3", "e-doge", SECOND, "the tariff", issues=("tariffs",), time=time("1653"),
             stances=(RowStance("the tariff", "against"),), via=("e-council",)),
        said("s-4", "e-doge", SECOND, "it was said", issues=("salt",)),
        said("s-5", "e-queen", SECOND, "at Porto Sole", time=time("1652-03-04")),
        said("s-6", "e-queen", FIRST, "Doge", speakers=("e-doge", "e-queen"), joint=True,
             issues=("salt",), time=time("1652-04")),
    ]  # fmt: skip


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def asked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("said")
    with open_record(place(request.param, folder)) as store:
        keep_reports(store, [FIRST, SECOND])
        save_readings(store, [line(FIRST), line(SECOND)])
        methods = dict.fromkeys((FIRST.id, SECOND.id), method_name(METHOD))
        save_record(store, replace(sample.record(), statements=tuple(spoken())), methods)
        yield store


ALL = ["s-1", "s-5", "s-2", "s-6", "s-3", "s-4"]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ALL),
        ({"latest": True}, ["s-3", "s-2", "s-6", "s-1", "s-5", "s-4"]),
        ({"speaker": "elodie"}, ["s-1", "s-5", "s-2", "s-6"]),
        ({"speaker": "e-queen", "issue": "salt"}, ["s-1", "s-2", "s-6"]),
        ({"speaker": "e-queen", "issue": "salt", "form": "direct"}, ["s-1"]),
        ({"form": "MIXED"}, ["s-2"]),
        ({"form": "shouted"}, []),
        ({"stance": "for"}, ["s-1", "s-2"]),
        ({"stance": "against"}, ["s-2", "s-3"]),
        ({"stance": "any"}, ["s-1", "s-2", "s-3"]),
        ({"stance": "against", "speaker": "doge"}, ["s-3"]),
        ({"stance": "against", "until": "1652"}, ["s-2"]),
        ({"since": "1652-04", "until": "1652"}, ["s-2", "s-6"]),
        ({"issue": "tariffs", "words": "praised"}, ["s-2"]),
        ({"about": "e-doge", "form": "direct"}, ["s-1"]),
    ],
)
def test_filters_combine(asked: Store, given: dict[str, Any], found: list[str]) -> None:
    listing = ask.statements(asked, **given)
    assert [row.id for row in listing.rows] == found
    assert ask.statement_counts(
        asked, **{k: v for k, v in given.items() if k != "latest"}
    ).total == (len(found))


def test_statements_are_counted_by_kind(asked: Store) -> None:
    found = ask.statement_counts(asked)
    assert [(entity.id, n) for entity, n in found.speakers] == [("e-queen", 4), ("e-doge", 3)]
    assert found.issues == (("salt", 4), ("tariffs", 2))
    assert found.forms == {"direct": 1, "indirect": 4, "mixed": 1}
    assert found.stances == {"for": 2, "against": 2}
    assert found.days == (("1652-03-04", 2), ("1652-04", 2), ("1653", 1))
    assert found.undated == 1


def test_counts_are_of_what_was_asked_for(asked: Store) -> None:
    found = ask.statement_counts(asked, speaker="e-doge", stance="against")
    assert [(entity.id, n) for entity, n in found.speakers] == [("e-doge", 1)]
    assert found.issues == (("tariffs", 1),)
    assert found.stances == {"against": 1}


def test_a_matrix_counts_statements_and_stances(asked: Store) -> None:
    found = ask.matrix(asked)
    assert [(entity.id, n) for entity, n in found.speakers] == [("e-doge", 3), ("e-queen", 3)]
    assert [name for name, _ in found.issues] == ["salt", "tariffs"]
    cells = {(c.speaker, c.issue): (c.statements, dict(c.stances)) for c in found.cells}
    assert cells == {
        ("e-queen", "salt"): (3, {"for": 2, "against": 1}),
        ("e-queen", "tariffs"): (1, {"for": 1, "against": 1}),
        ("e-doge", "salt"): (2, {}),
        ("e-doge", "tariffs"): (1, {"against": 1}),
    }


@pytest.mark.parametrize(
    ("given", "speakers", "issues"),
    [
        ({"rows": 1, "columns": 1}, ["e-doge"], ["salt"]),
        ({"until": "1652-03"}, ["e-queen"], ["salt"]),
        ({"since": "1653"}, ["e-doge"], ["tariffs"]),
        ({"type": "state"}, [], ["salt", "tariffs"]),
        ({"stance": "against"}, ["e-doge", "e-queen"], ["tariffs", "salt"]),
    ],
)
def test_a_matrix_is_filtered_and_cut(
    asked: Store, given: dict[str, Any], speakers: list[str], issues: list[str]
) -> None:
    found = ask.matrix(asked, **given)
    assert [entity.id for entity, _ in found.speakers] == speakers
    assert [name for name, _ in found.issues] == issues
    assert found.all_issues >= len(issues)


@pytest.mark.parametrize("given", [{"speaker": "nobody"}, {"issue": "nothing"}])
def test_who_is_not_there_is_not_found(asked: Store, given: dict[str, str]) -> None:
    for question in (ask.statements, ask.statement_counts, ask.matrix):
        with pytest.raises(NotFound):
            question(asked, **given)  # type: ignore[operator]


def test_a_statement_keeps_the_words_of_its_stances_and_who_reported_it(asked: Store) -> None:
    (stance,) = ask.statement(asked, "s-1").stances
    assert [type(c) for c in stance.evidence] == [Citation]
    assert stance.evidence[0].text == "rejected"
    assert ask.statement(asked, "s-3").via == ("e-council",)
    assert ask.statements(asked, form="indirect", speaker="doge").known.name("e-council") == (
        "Council of Sole"
    )
