import pytest

from communique.extraction.names import alike, find_persons, parts_of, same_person
from tests.extraction.plain import read, view


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Juan Perón", "Juan Peron", True),
        ("Juan Domingo Peron", "Juan Peron", True),
        ("J. Peron", "Juan Peron", True),
        ("Bilawal Bhutto Zardari", "Bilawal Bhutto", True),
        ("Benazir Bhutto", "Bilawal Bhutto", False),
        ("Yuri Andropov", "Yury Andropov", True),
        ("Eduard Shevardnadze", "Eduard Shevarnadze", True),
        ("Anna Berg", "Omar Haddad", False),
        ("Peron", "Juan Peron", False),
    ],
)
def test_two_names_of_one_person(left: str, right: str, same: bool) -> None:
    assert same_person(parts_of(left), parts_of(right)) is same


@pytest.mark.parametrize(
    ("left", "right", "slip"),
    [
        ("gromyko", "gormyko", True),
        ("kissinger", "kisinger", True),
        ("ivanov", "ivanova", False),
        ("meir", "weir", False),
        ("gandhi", "mandhi", False),
        ("castillo", "carrillo", False),
    ],
)
def test_one_slip_of_spelling(left: str, right: str, slip: bool) -> None:
    assert alike(left, right) is slip


@pytest.mark.parametrize(
    ("sentence", "given", "kept"),
    [
        ("President Ana Rojas spoke.", "President Ana Rojas", "Ana Rojas"),
        ("Rear Admiral Ana Rojas spoke.", "Rear Admiral Ana Rojas", "Ana Rojas"),
        ("Dr. Ana Rojas's car", "Dr. Ana Rojas's", "Ana Rojas"),
        ("Chilean diplomat Ana Rojas spoke.", "Chilean diplomat Ana Rojas", "Ana Rojas"),
        ("Ambassador to Peru Ana Rojas spoke.", "Peru Ana Rojas", "Ana Rojas"),
    ],
)
def test_a_name_is_cleaned(sentence: str, given: str, kept: str) -> None:
    found = view(sentence, given)
    find_persons(found)
    ((first, last),) = found.person_last.items()
    assert found.words(first, last) == kept


@pytest.mark.parametrize("name", ["Ottawa", "ChileThe", "Boko Haram", "Peruvian"])
def test_what_the_reader_took_for_a_person_and_is_none(name: str) -> None:
    found = view(f"{name} spoke.", name)
    find_persons(found)
    assert not found.person_last


def test_two_letters_exchanged_in_a_short_surname() -> None:
    found = read("Kenyan President Ana Roa spoke.\nRao added this.", "Ana Roa", "Rao")
    assert found.names("person") == ["Ana Roa"]


def test_a_swap_that_may_be_of_two_is_nobodys() -> None:
    found = read("Ana Roa and Luis Roa spoke.\nRao added this.", "Ana Roa", "Luis Roa", "Rao")
    assert "Rao" in found.names("person")


@pytest.mark.parametrize(
    "sentence",
    ["They asked about Belmar.", "The return of Belmar was discussed.", "He will visit Belmar."],
)
def test_a_place_that_was_taken_for_a_person(sentence: str) -> None:
    assert read(sentence, "Belmar").names("person") == []


@pytest.mark.parametrize(
    "sentence", ["Belmar/PROPN/nsubj/2 spoke of Ana.", "The plan of Ana Belmar."]
)
def test_a_person_behind_a_preposition(sentence: str) -> None:
    assert any("Belmar" in n for n in read(sentence, "Ana Belmar", "Belmar").names("person"))
