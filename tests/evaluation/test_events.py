from __future__ import annotations

from typing import Any

import pytest

from evaluation.events import Gold, compare, figures

TEXT = "Dutch police arrested a baker in Lima."
GOLD = Gold(TEXT, ((0, 12),), ((22, 29),), "COERCE")


def line(
    kind: str = "COERCE",
    actors: tuple[int, ...] = (0,),
    recipients: tuple[int, ...] = (1,),
    aux: tuple[str, ...] = (),
    target: tuple[int, int] = (22, 29),
) -> dict[str, Any]:
    """What is printed of TEXT with one event; the actors are the police and the baker."""
    words = [
        (0, 5, 1, "amod"), (6, 12, 2, "nsubj"), (13, 21, -1, "root"), (22, 23, 4, "det"),
        (24, 29, 2, "obj"), (30, 32, 6, "case"), (33, 37, 4, "nmod"),
    ]  # fmt: skip
    spans = [(0, 12), target]
    return {
        "tokens": [
            {"start": s, "end": e, "head": h, "deprel": d, "xpos": "NN"}
            for s, e, h, d in words
        ],
        "actors": [{"members": [], "evidence": {"start": s, "end": e}} for s, e in spans],
        "mentions": [{"start": s, "end": e, "actor": n} for n, (s, e) in enumerate(spans)],
        "events": [
            {"type": kind, "actors": [*actors], "recipients": [*recipients], "hosts": [],
             "aux": [*aux], "format": None}
        ],
    }  # fmt: skip


ALL = {"pair", "pair, strict", "pair, lenient"}
CASES = [
    (line(), ALL),
    (line("ASSAULT"), set()),
    (line(actors=(1,), recipients=(0,)), {"pair, lenient"}),
    (line(recipients=()), set()),
    (line(aux=("negation",)), set()),
    (line(target=(33, 37)), {"pair, lenient"} - {"pair, lenient"}),
]


@pytest.mark.parametrize(("printed", "reached"), CASES)
def test_an_event_of_the_gold_has_its_type_and_parties(
    printed: dict[str, Any], reached: set[str]
) -> None:
    assert compare(GOLD, printed).reached == reached


def test_other_roots_cost_precision() -> None:
    found = [compare(GOLD, line()), compare(GOLD, line("ASSAULT"))]
    assert figures(found)["root P"] == 50.0


def test_concessions_and_retreats_are_one_root() -> None:
    gold = Gold(TEXT, GOLD.source, GOLD.target, "YIELD")
    assert compare(gold, line("RETREAT")).reached == ALL
