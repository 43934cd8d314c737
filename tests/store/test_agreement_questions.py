"""What was agreed, and what became of it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from communique.errors import NotFound
from communique.model.record import AgreementRow, Status
from communique.store import questions as ask
from communique.store.save import keep_reports, method_name, save_readings, save_record
from communique.store.session import Store, open_record
from tests.build import time
from tests.store import sample
from tests.store.sample import FIRST, METHOD, SECOND, cite, line

HERE, THERE = cite(FIRST, "salt treaty"), cite(SECOND, "the tariff")


def promise(id: str, party: str, report: str) -> AgreementRow:
    cited = HERE if report == "here" else THERE
    history = (Status("announced", time("1652"), cited),)
    return AgreementRow(id, "commitment", (party,), (), "to lower tolls", history, cited)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    treaty = AgreementRow(
        "a-treaty", "treaty", ("e-doge", "e-queen"), ("salt",), None,
        (Status("announced", time("1651"), HERE), Status("signed", time("1652"), HERE)), HERE,
    )  # fmt: skip
    promises = (promise("a-p1", "e-queen", "here"), promise("a-p2", "e-queen", "there"),
                promise("a-p3", "e-council", "here"))  # fmt: skip
    with open_record(tmp_path_factory.mktemp("agreed") / "record.db") as store:
        keep_reports(store, [FIRST, SECOND])
        save_readings(store, [line(FIRST), line(SECOND)])
        methods = dict.fromkeys((FIRST.id, SECOND.id), method_name(METHOD))
        save_record(store, replace(sample.record(), agreements=(*promises, treaty)), methods)
        yield store


@pytest.mark.parametrize("id", ["a-treaty", "a-tr"])
def test_an_agreement_has_its_history_and_sentences(asked: Store, id: str) -> None:
    page = ask.agreement(asked, id)
    assert [step.status for step in page.agreement.history] == ["announced", "signed"]
    assert [p.text for p in page.passages] == ["She praised the salt treaty."]
    assert page.known.name("e-doge") == "Marco Vento"


def test_an_agreement_has_what_its_parties_promise_in_the_same_reports(asked: Store) -> None:
    assert [row.id for row in ask.agreement(asked, "a-treaty").commitments] == ["a-p1"]
    assert ask.agreement(asked, "a-p1").commitments == ()


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"type": "TREATY"}, ["a-treaty"]),
        ({"type": "commitment", "party": "council"}, ["a-p3"]),
        ({"status": "signed"}, ["a-treaty"]),
        ({"status": "announced", "type": "treaty"}, []),
    ],
)
def test_agreements_are_filtered(asked: Store, given: dict[str, str], found: list[str]) -> None:
    assert [row.id for row in ask.agreements(asked, **given).rows] == found  # type: ignore[arg-type]


def test_an_agreement_that_is_not_there_is_not_found(asked: Store) -> None:
    with pytest.raises(NotFound, match="agreement"):
        ask.agreement(asked, "a-none")
