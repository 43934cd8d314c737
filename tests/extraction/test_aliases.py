"""Other names of a person, as the text gives them."""

import pytest

from tests.extraction.whole import told


@pytest.mark.parametrize(
    ("sentence", "name", "alias"),
    [
        ("Abdul Karim, known as Abu Omar, was killed.", "Abdul Karim", "Abu Omar"),
        ("Juan Perez, nom de guerre Comandante Tigre, spoke.", "Juan Perez", "Tigre"),
        ("Ali Hasan, better known as Abu Mahdi, came.", "Ali Hasan", "Abu Mahdi"),
        ("Omar Talib (also known as Abu Yusuf) left.", "Omar Talib", "Abu Yusuf"),
        ("Pedro Gil, alias “the Fox”, was seen.", "Pedro Gil", "Fox"),
        ("Abu Zaid, whose real name is Salim Hamad, fled.", "Abu Zaid", "Salim Hamad"),
    ],
)
def test_an_other_name_is_of_one_person(sentence: str, name: str, alias: str) -> None:
    (person,) = [a for a in told(sentence).actors if a.type == "person"]
    assert {person.name, *person.aliases} >= {name, alias}


def test_two_persons_side_by_side_stay_two() -> None:
    people = told("Ana Rojas, known to many, met Luis Paz.").actors
    assert [p.name for p in people if p.type == "person"] == ["Ana Rojas", "Luis Paz"]
