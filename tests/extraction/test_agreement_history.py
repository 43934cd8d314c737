"""What became of agreements, as reports in the style of the wires tell it: a table of sentences of
our own, read whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.lexicon.load import parse
from communique.model.findings import Agreement
from communique.model.reading import Reading
from tests.extraction.whole import reading

DAY = "2023-06-14"
TABLE = Path(__file__).with_name("agreement_cases.tsv")
CASES = [
    (row["sentence"], [a for a in row["agreements"].split(" ; ") if a])
    for row in parse(TABLE.name, TABLE.read_text(encoding="utf-8"))
]


def told(found: Reading, one: Agreement) -> str:
    """An agreement in one line."""
    on = [t for t in one.topics if t in {"energy", "fisheries"}]
    line = f"{one.type}: {', '.join(found.actors[a].name for a in one.parties)}"
    line += f" on {', '.join(on)}" if on else ""
    stages = []
    for stage in one.history:
        day = found.times[stage.time].start if stage.time is not None else None
        stages.append(f"{stage.status} {day}" if day else stage.status)
    line += f" | {', '.join(stages)}"
    return line + (f" '{one.commitment}'" if one.commitment else "")


@pytest.mark.parametrize(("words", "expected"), CASES, ids=[c[0] for c in CASES])
def test_what_became_of_an_agreement(words: str, expected: list[str]) -> None:
    found = reading(words, DAY)
    assert [told(found, one) for one in found.agreements] == expected
