"""Which nouns tell of a meeting that was held, and which only speak of one."""

from __future__ import annotations

import pytest

from tests.extraction.whole import reading

ANA = "Peruvian President Ana Rojas"
JUMA = "Kenyan Foreign Minister Otieno Juma"
CASES = [
    (f"{ANA} met {JUMA} on the sidelines of the climate summit.", ["meeting"]),
    (f"{ANA} also spoke with {JUMA} on the margins of the summit.", ["talks"]),
    (f"On the sidelines of the summit, {ANA} criticised Kenya.", []),
    (f"{ANA} told reporters after the summit that she was glad.", ["summit"]),
    (f"On the eve of her visit to Oslo, {ANA} praised Norway.", ["visit"]),
    ("Norway supports talks between Kenya and Peru.", []),
    ("Norway called for talks between Kenya and Peru.", []),
    ("Norway proposed a summit between Kenya and Peru.", []),
    ("Norway welcomed the talks between Kenya and Peru.", ["talks"]),
]


@pytest.mark.parametrize(("sentence", "formats"), CASES, ids=[c[0] for c in CASES])
def test_meetings_that_were_held(sentence: str, formats: list[str]) -> None:
    events = reading(sentence, "2023-06-13").events
    held = [e for e in events if e.type == "CONSULT" and not set(e.aux) & {"hypothetical"}]
    assert [e.format for e in held] == formats


def test_what_is_ordered_is_not_done_yet() -> None:
    events = reading("A court ordered Peru to pay compensation to Chile.", "2023-06-13").events
    assert "CONCEDE" not in {event.type for event in events}
