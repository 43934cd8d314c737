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
        ("Norway sent troops to Mali.", ["MOBILIZE Norway > Mali"]),
        ("Sweden joined the alliance in March 2024.", ["SUPPORT Sweden"]),
        (
            "The French president welcomed the Polish prime minister to Paris.",
            ["CONSULT Polish prime minister > French president"],
        ),
        ("North Korea fired two ballistic missiles into the sea.", ["MOBILIZE North Korea"]),
        ("Japan protested to China over the patrols.", ["ACCUSE Japan > China"]),
        ("Poland reopened two border crossings with Belarus.", ["CONCEDE Poland > Belarus"]),
        ("The IMF agreed to lend Egypt money.", ["AGREE International Monetary Fund > Egypt"]),
        ("Germany welcomed 200 Syrian refugees.", ["AID Germany > 200 Syrian refugees"]),
        ("Israel and Egypt pledged not to use force.", ["AGREE Israel, Egypt"]),
        (
            "Peru will not negotiate with Chile.",
            ["REJECT Peru > Chile", "negation CONSULT Peru, Chile"],
        ),
        (
            "Thousands rallied in Tbilisi against the government of Georgia.",
            ["PROTEST Thousands > Georgia"],
        ),
        ("The minister said it allowed Peru to rebuild.", []),
        ("The army blocked roads in Lima.", []),
        ("Farmers blocked roads in Lima.", ["PROTEST Farmers"]),
        ("If Iran attacked Bahrain, the United States would respond.", []),
        ("Shares in the company fell after the minister's resignation.", []),
    ],
)
def test_a_sentence_tells(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected
