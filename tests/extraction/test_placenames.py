"""Which words of a report are names of places, and where they are cut."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from communique.extraction.placenames import find
from communique.model.text import Name, Text
from tests import build


def found(chars: str, names: Iterable[tuple[str, str]] = ()) -> list[str]:
    """The names of places in an unparsed text, in which the reader found these names."""
    known = tuple(Name(*build.find(chars, name), type) for name, type in names)
    text = Text(chars, ((0, len(chars)),), names=known)  # type: ignore[arg-type]
    return [text.slice(span) for span in find(build.report(chars), text).spans]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Lima's", ["Lima"]),
        ("continental Chile", ["Chile"]),
        ("northern Chile", ["northern Chile"]),
        ("Salem, Ore", ["Salem", "Ore."]),
        ("Lima-Quito", ["Lima", "Quito"]),
        ("Washington, D.C.", ["Washington, D.C."]),
        ("D-Ohio", ["Ohio"]),
        ("Tobago", ["Tobago"]),
    ],
)
def test_a_name_of_the_reader_is_cut_to_the_place(name: str, wanted: list[str]) -> None:
    assert found(f"All of it: {name}. No more.", [(name, "place")]) == wanted


@pytest.mark.parametrize(
    ("chars", "name", "type", "wanted"),
    [
        ("The Lima-Quito summit opened.", "Lima-Quito summit", "event", ["Lima", "Quito"]),
        ("The Lima-Quito Council met.", "Lima-Quito Council", "organization", []),
        ("Sen. Lee, D-Calif., left.", "D-Calif", "person", ["Calif."]),
        ("Windhoek agreed.", "Windhoek", "person", ["Windhoek"]),
        ("Sofia agreed.", "Sofia", "person", []),
        ("He is in Bergen now.", "Bergen", "organization", ["Bergen"]),
        ("A Bergen man was hurt.", "Bergen", "person", ["Bergen"]),
        ("Bergen scored twice.", "Bergen", "organization", []),
        ("He was treated at Rose Hill Hospital.", "Rose Hill Hospital", "organization",
         ["Rose Hill Hospital"]),
        ("Rose Hill Hospital hired him.", "Rose Hill Hospital", "organization", []),
    ],
)  # fmt: skip
def test_what_the_reader_took_for_something_else(
    chars: str, name: str, type: str, wanted: list[str]
) -> None:
    assert found(chars, [(name, type)]) == wanted


def test_a_surname_is_no_town() -> None:
    chars = "Ann Bergen spoke. A man in Bergen heard it."
    names = (Name(0, 10, "person"), Name(27, 33, "person"))
    text = Text(chars, ((0, len(chars)),), names=names)  # type: ignore[arg-type]
    assert find(build.report(chars), text).spans == ()


def test_a_name_that_is_a_place_elsewhere_in_the_report_is_one() -> None:
    chars = "They left Bergen. Bergen waited."
    names = (Name(10, 16, "place"), Name(18, 24, "organization"))
    text = Text(chars, ((0, len(chars)),), names=names)  # type: ignore[arg-type]
    assert len(find(build.report(chars), text).spans) == 2


def test_a_short_form_after_a_town_is_a_place() -> None:
    assert found("He left Salem, Ore., on Monday.", [("Salem", "place")]) == ["Salem", "Ore."]


def test_names_of_two_parts_are_put_together() -> None:
    chars = "He left Trinidad and Tobago."
    assert found(chars, [("Tobago", "place")]) == ["Trinidad and Tobago"]


def test_names_with_a_hyphen_are_put_together() -> None:
    names = [("Congo", "place"), ("Kinshasa", "place")]
    assert found("He left Congo-Kinshasa.", names) == ["Congo-Kinshasa"]


def test_counties_in_a_list_are_counties() -> None:
    chars = "It rained in Clay, Becker and Grant counties."
    names = tuple(Name(*build.find(chars, n), "place") for n in ("Clay", "Becker", "Grant"))
    text = Text(chars, ((0, len(chars)),), names=names)  # type: ignore[arg-type]
    place = find(build.report(chars), text)
    assert [text.slice(s) for s in sorted(place.counties)] == ["Clay", "Becker", "Grant"]


@pytest.mark.parametrize(
    ("chars", "name", "wanted"),
    [
        ("Lord Cornwall spoke.", "Cornwall", []),
        ("The Duke of York spoke.", "York", ["York"]),
        ("The mayor of York spoke.", "York", ["York"]),
    ],
)
def test_a_rank_before_it_makes_it_a_person(chars: str, name: str, wanted: list[str]) -> None:
    assert found(chars, [(name, "place")]) == wanted


@pytest.mark.parametrize("title", ["Agreement", "Accords", "Times", "Protocol"])
def test_a_noun_after_it_makes_it_another_name(title: str) -> None:
    assert found(f"The Lima {title} is old.", [("Lima", "place")]) == []
