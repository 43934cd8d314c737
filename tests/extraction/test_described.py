"""Who is described and not named, read whole."""

from __future__ import annotations

from functools import cache

import pytest

from communique.extraction.extract import extract
from communique.model.findings import Event
from communique.model.reading import Method, Reading
from communique.model.report import Report, Segment
from communique.pipeline.one import ModelParse


@cache
def reading(words: str) -> Reading:
    report = Report("test", words, segments=(Segment("body", 0, len(words)),))
    return extract(report, ModelParse("reader")(report), Method("0", "reader", "0"))


def said(words: str) -> list[str]:
    read = reading(words)

    def who(event: Event) -> str:
        sides = (event.actors, event.recipients)
        return " > ".join(", ".join(read.actors[a].name for a in side) for side in sides if side)

    return [f"{event.type} {who(event)}" for event in read.events]


def described(words: str) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (a.name, a.type, a.country, a.sector)
        for a in reading(words).actors
        if a.evidence.rule == "actor: described"
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Rebels attacked Kenya.", ("Rebels", "group", None, "REB")),
        ("Peru arrested a Kenyan journalist.", ("Kenyan journalist", "person", "KEN", "JRN")),
        ("Peru arrested two smugglers.", ("two smugglers", "group", None, "CRM")),
        ("A court in Lima fined Chile.", ("court in Lima", "organization", "PER", "JUD")),
        ("Dozens of students marched on Ghana.", ("Dozens of students", "group", None, "EDU")),
    ],
    ids=lambda case: case if isinstance(case, str) else "",
)  # fmt: skip
def test_a_party_without_a_name_is_an_actor(
    words: str, expected: tuple[str, str, str | None, str | None]
) -> None:
    assert expected in described(words)


def test_who_is_party_to_nothing_is_no_actor() -> None:
    assert described("Kenya met Uganda while farmers slept.") == []


def test_daily_life_is_no_event() -> None:
    assert said("A man attacked a neighbour.") == []


def test_who_is_taken_up_again_is_one_actor() -> None:
    words = "Rebels attacked Kenya. The rebels then attacked Uganda."
    assert len({name for name, *_ in described(words)}) == 1


def test_a_place_names_the_state_that_is_attacked() -> None:
    assert "ASSAULT Rebels > Kenya" in said("Rebels attacked a camp near Mombasa.")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kenya said that Uganda must disarm.", "REQUEST Kenya > Uganda"),
        ("Kenya said it would never yield to Uganda.", "REJECT Kenya > Uganda"),
        ("Peru said it would release prisoners from Chile.", "AGREE Peru > prisoners from Chile"),
        ("Kenya refused to meet Uganda.", "REJECT Kenya > Uganda"),
        ("Kenyan jets bombed Uganda.", "ASSAULT Kenyan jets > Uganda"),
        ("Kenya lifted the sanctions imposed on Uganda.", "CONCEDE Kenya > Uganda"),
        ("Peru demanded that Chile leave.", "REQUEST Peru > Chile"),
        ("Two Kenyan journalists were arrested in Lima.", "COERCE Peru > Two Kenyan journalists"),
        ("Peru called Chile to thank it.", "SUPPORT Peru > Chile"),
        ("Peru will not lift the ban until Chile pays.", "REJECT Peru > Chile"),
        ("Peru refused to send peacekeepers to Chile.", "REJECT Peru > Chile"),
    ],
)
def test_parties_are_found_where_the_sentence_has_them(words: str, expected: str) -> None:
    assert expected in said(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Several judges said that the ban was illegal.", ["Several judges"]),
        ("The court's ruling was clear, a lawyer said.", ["lawyer"]),
        ("Some Democrats said that the plan was unfair.", ["Democrats"]),
        ("Mora's aides said that the plan was unfair.", ["Mora's aides"]),
        ("China, Kenya's only ally, said that it would act.", ["China"]),
        ("One of the family's attorneys, Ann Mora, said that it was over.", ["Ann Mora"]),
    ],
)  # fmt: skip
def test_who_says_something_is_an_actor_without_a_name_too(words: str, expected: list[str]) -> None:
    read = reading(words)
    assert [read.actors[a].name for s in read.statements for a in s.speakers] == expected


def test_what_somebody_is_against_is_no_actor_by_its_description() -> None:
    read = reading("Ann Mora said that she condemned the government.")
    assert [s.toward for one in read.statements for s in one.stances] == ["the government"]


def test_a_claim_is_by_the_one_described_who_makes_it() -> None:
    read = reading("Kenyan lawyers met. A doctor said that rebels had attacked Kenya.")
    assert [[read.actors[a].name for a in e.claimed_by] for e in read.events if e.claimed] == [
        ["doctor"]
    ]


def test_a_noun_only_of_those_who_speak_is_no_party_of_an_event() -> None:
    assert described("Rebels attacked delegates in Kenya.") == [("Rebels", "group", None, "REB")]
