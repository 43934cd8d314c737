import json

import pytest

from communique.model.identity import Difference, Entity, Judgement, Occurrence
from communique.model.record import AgreementRow, OfficeRow, ProcessRow, ReportRow, StatementRow
from communique.store.rows import dated, dump, fold, keyed, load, storable
from tests.store import sample

RECORD = sample.record()
ROWS = [
    (ReportRow, RECORD.reports),
    (Entity, RECORD.entities),
    (OfficeRow, RECORD.offices),
    (Occurrence, RECORD.occurrences),
    (StatementRow, RECORD.statements),
    (AgreementRow, RECORD.agreements),
    (ProcessRow, RECORD.processes),
    (Difference, RECORD.differences),
    (Judgement, RECORD.judgements),
]


@pytest.mark.parametrize(("kind", "rows"), ROWS, ids=lambda p: getattr(p, "__name__", ""))
def test_a_row_comes_back_as_it_was(kind: type, rows: tuple[object, ...]) -> None:
    assert rows
    assert tuple(load(kind, dump(row)) for row in rows) == rows


def test_a_row_is_written_in_ascii_whatever_it_holds() -> None:
    row = sample.entity("e", "half \ud800 and \0", "person", ())
    assert dump(row).isascii()
    assert load(Entity, dump(row)) == row


def test_a_row_of_an_older_version_has_what_it_did_not_write_as_unknown() -> None:
    occurrence = RECORD.occurrences[0]
    body = {k: v for k, v in json.loads(dump(occurrence)).items() if k != "time_from"}
    assert load(Occurrence, json.dumps(body)).time_from is None


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élodie  of\nAldmark", "elodie of aldmark"),
        ("STRASSE straße", "strasse strasse"),
        ("İstanbul", "istanbul"),
        ("a\0b\ud800c", "a\ufffdb\ufffdc"),
        ("", ""),
    ],
)
def test_words_are_compared_without_case_and_accents(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_what_no_database_takes_is_replaced() -> None:
    assert storable("a\0\udfff") == "a\ufffd\ufffd"


def test_an_indexed_text_is_short() -> None:
    assert len(keyed("x" * 10_000).encode()) < 2700


@pytest.mark.parametrize(
    ("start", "sorts"), [("1999-02", "1999-02"), ("XXXX-10-21", None), (None, None), ("", None)]
)
def test_a_time_without_a_year_does_not_sort(start: str | None, sorts: str | None) -> None:
    assert dated(start) == sorts
