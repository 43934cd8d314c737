"""Series of talks as reports in the style of the wires tell of them: a table of sentences of our
own, read whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.lexicon.load import parse
from communique.model.findings import Process, Round
from communique.model.reading import Reading
from tests.extraction.whole import reading

DAY = "2023-06-14"
TABLE = Path(__file__).with_name("process_cases.tsv")
CASES = [
    (row["sentence"], [p for p in row["processes"].split(" ; ") if p])
    for row in parse(TABLE.name, TABLE.read_text(encoding="utf-8"))
]


def told(found: Reading, one: Process) -> str:
    """A series of talks in one line."""
    roles = ", ".join(f"{r.role} {found.actors[r.actor].name}" for r in one.roles)
    rounds = "; ".join(_round(r) for r in one.rounds)
    return one.name + (f": {roles}" if roles else "") + (f" | {rounds}" if rounds else "")


def _round(one: Round) -> str:
    parts = (
        f"round {one.number or '?'}",
        one.start,
        one.place and f"in {one.place}",
        one.host and f"by {one.host}",
    )
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("words", "expected"), CASES, ids=[c[0] for c in CASES])
def test_which_talks_a_sentence_tells_of(words: str, expected: list[str]) -> None:
    found = reading(words, DAY)
    assert [told(found, one) for one in found.processes] == expected
