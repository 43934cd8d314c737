"""Sentences as a wire service writes them, and what each tells: type, actors > recipients."""

from __future__ import annotations

import pytest

from tests.extraction.whole import reading


def told(sentence: str) -> list[str]:
    """Each event as "TYPE actor, actor > recipient", marks of aux before the type."""
    read = reading(sentence)
    lines = []
    for event in read.events:
        left = ", ".join(read.actors[a].name for a in event.actors)
        right = ", ".join(read.actors[a].name for a in event.recipients)
        lines.append(" ".join([*event.aux, event.type, left, *(["> " + right] if right else [])]))
    return sorted(lines)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Chilean navy detained a Peruvian trawler near Arica.",
            ["COERCE Chilean navy > Peru"],
        ),
        (
            "Armenia and Azerbaijan exchanged prisoners on Sunday.",
            ["RETREAT Armenia, Azerbaijan"],
        ),
        (
            "Students clashed with riot police in Dhaka.",
            ["ASSAULT Students > riot police"],
        ),
        (
            "Thousands of workers marched through Lima to protest against the government of Peru.",
            ["PROTEST Thousands of workers > Peru"],
        ),
        (
            "The UN envoy held separate talks with the Houthis and the Saudi government in Muscat.",
            ["CONSULT UN envoy, Houthis, Saudi Arabia"],
        ),
        (
            "The United Nations Security Council extended the mandate of its mission in Mali.",
            ["CONCEDE United Nations Security Council > Mali"],
        ),
        ("Canada did not impose sanctions on Nicaragua.", ["negation SANCTION Canada > Nicaragua"]),
        ("The minister said it allowed Peru to rebuild.", []),
        ("The army blocked roads in Lima.", []),
        ("Farmers blocked roads in Lima.", ["PROTEST Farmers"]),
        ("If Iran attacked Bahrain, the United States would respond.", []),
        ("Shares in the company fell after the minister's resignation.", []),
    ],
)
def test_a_sentence_tells(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected
