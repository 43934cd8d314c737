"""Auxiliary modes of sentences: history, what is to come, what is supposed, what is denied."""

from __future__ import annotations

import pytest

from tests.extraction.whole import reading

ANA = "Peruvian President Ana Rojas"
LUIS = "Chilean President Luis Paz"
CASES = [
    ("Peru and Chile signed a peace treaty in 1929.", {"historical"}),
    ("Ten years ago, Kenya expelled Somali diplomats.", {"historical"}),
    (f"On Monday, {ANA} met {LUIS} in Lima.", set()),
    ("Peru has imposed sanctions on Chile.", set()),
    (f"{ANA} will have talks with {LUIS}.", {"future"}),
    (f"{ANA} is to meet {LUIS} in Lima.", {"future"}),
    (f"{ANA} is about to visit Chile.", {"future"}),
    (f"{ANA} meets {LUIS} tomorrow.", {"future"}),
    (f"{ANA} is meeting {LUIS} next Tuesday.", {"future"}),
    (f"{ANA} is traveling to Chile next week.", {"future"}),
    ("Peru and Chile are expected to hold talks next month.", {"future"}),
    (f"{ANA} could meet {LUIS}.", {"hypothetical"}),
    ("Had Peru met Chile, the war would have ended.", {"hypothetical"}),
    ("Unless Peru meets Chile, the deal will fail.", {"hypothetical"}),
    (f"{ANA} did not meet {LUIS}.", {"negation"}),
    ("Neither Peru nor Chile signed the agreement.", {"negation"}),
    ("Peru stopped short of condemning Chile.", {"negation"}),
    ("Peru and Chile have yet to sign the agreement.", {"negation"}),
    (f"{ANA} left Lima without meeting {LUIS}.", {"negation"}),
    ("Peru said it had not held talks with Chile.", {"negation"}),
]


@pytest.mark.parametrize(("sentence", "modes"), CASES, ids=[c[0] for c in CASES])
def test_the_modes_of_a_sentence(sentence: str, modes: set[str]) -> None:
    events = reading(sentence, "2023-06-13").events
    assert events
    assert {mode for event in events for mode in event.aux} == modes
