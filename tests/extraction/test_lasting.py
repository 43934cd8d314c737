"""How long a meeting took."""

from __future__ import annotations

import pytest

from communique.extraction.ground import is_length
from tests.build import time
from tests.extraction.whole import reading

ANA = "Peruvian President Ana Rojas"
LUIS = "Chilean President Luis Paz"
MET = f"{ANA} met {LUIS} in Lima."
CASES = [
    ("Peru and Chile held a two-hour meeting in Lima.", "PT2H"),
    ("Peru and Chile held three days of talks in Lima.", "P3D"),
    ("Peru and Chile held talks for five hours.", "PT5H"),
    ("Peru and Chile held talks that lasted five hours.", "PT5H"),
    ("Peru and Chile held talks lasting five hours.", "PT5H"),
    ("Peru and Chile held talks in Lima, which went on for seven hours.", "PT7H"),
    (f"{ANA} met {LUIS} for 40 minutes.", "PT40M"),
    (f"{ANA} met with {LUIS} in Lima for two hours.", "PT2H"),
    (f"{ANA} spoke by phone with {LUIS} for half an hour.", "PT0.5H"),
    (f"{ANA} arrived in Santiago for a three-day visit.", "P3D"),
    (f"{ANA} began a two-day visit to Chile.", "P2D"),
    (f"{ANA} spent three hours in talks with {LUIS}.", "PT3H"),
    (f"{ANA} was on a four-day visit to Chile.", "P4D"),
    (f"{ANA}, who is on a two-day visit to Santiago, praised Chile.", "P2D"),
    ("Peru was in talks with Chile for two days.", "P2D"),
    (f"The two-hour meeting between {ANA} and {LUIS} took place in Lima.", "PT2H"),
    (f"The talks between {ANA} and {LUIS} lasted three hours.", "PT3H"),
    (f"{MET} The talks lasted more than two hours.", "PT2H"),
    (f"{MET} Their two-hour meeting focused on trade.", "PT2H"),
    (f"{MET} The two-hour talks focused on trade.", "PT2H"),
    (f"{ANA} arrived in Santiago. The visit will last three days.", "P3D"),
    ("Peru and Chile will hold two days of talks next week.", "P2D"),
    (f"{ANA} met {LUIS} two hours before the vote.", None),
    (f"{ANA} met {LUIS} for the first time in two years.", None),
    (f"{ANA} did not meet {LUIS} for two years.", None),
    (f"{ANA} met {LUIS} after a two-hour flight.", None),
    ("Peru and Chile held talks on a three-month truce.", None),
    (f"{ANA} met {LUIS} in Lima. A two-hour concert followed.", None),
    (f"{ANA} met {LUIS} in Lima. The visit lasted three days.", None),
    (f"{ANA} will meet {LUIS} in two hours.", None),
]


@pytest.mark.parametrize(("words", "length"), CASES, ids=[case[0] for case in CASES])
def test_how_long_a_meeting_took(words: str, length: str | None) -> None:
    found = reading(words, "2023-06-13")
    told = {found.times[e.duration].value for e in found.events if e.duration is not None}
    assert told == ({length} if length else set())


def test_a_length_that_is_told_four_sentences_later_is_still_of_the_meeting() -> None:
    between = " Nobody said more." * 3
    found = reading(f"{MET}{between} The talks lasted three hours.")
    assert [e.duration is not None for e in found.events if e.type == "CONSULT"] == [True]
    found = reading(f"{MET}{between * 2} The talks lasted three hours.")
    assert [e.duration for e in found.events if e.type == "CONSULT"] == [None]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("PT2H", True), ("P3D", True), ("PXD", False), ("2011-05-03", False), ("PAST_REF", False)],
)
def test_a_length_has_a_number_and_a_unit(value: str, expected: bool) -> None:
    assert is_length(time(None, value=value)) is expected
