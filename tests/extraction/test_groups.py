import pytest

from tests.extraction.plain import Found, read


def members(found: Found, words: str) -> list[str]:
    name = found.who(words)
    group = next(a for a in found.actors if a.name == name)
    assert group.type == "group"
    return [found.actors[i].name for i in group.members]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the trio", ["Chile", "Peru", "Bolivia"]),
        ("the three nations", ["Chile", "Peru", "Bolivia"]),
        ("the three power brokers", ["Chile", "Peru", "Bolivia"]),
    ],
)
def test_a_noun_for_three_states(phrase: str, expected: list[str]) -> None:
    found = read(f"Chile/PROPN/nsubj/5, Peru and Bolivia agreed/VERB/root/0.\nThen {phrase} met.")
    assert members(found, phrase) == expected


@pytest.mark.parametrize("phrase", ["both sides", "the two countries", "the parties"])
def test_a_noun_for_two_states(phrase: str) -> None:
    found = read(f"talks between Chile and Peru\nThere {phrase} met in Kenya.")
    assert members(found, phrase) == ["Chile", "Peru"]


def test_states_that_are_only_a_topic_are_not_the_two_sides() -> None:
    found = read(
        "Norwegian envoy Ana Berg and Kenyan envoy Omar Ali discussed Chad and Niger.\n"
        "Norway and Kenya met.\nThere both sides agreed.",
        "Ana Berg",
        "Omar Ali",
    )
    assert members(found, "both sides") == ["Norway", "Kenya"]


def test_the_two_ministers_are_ministers() -> None:
    found = read(
        "Chilean Trade Minister Ana Rojas met Peruvian Trade Minister Eva Lund.\n"
        "Norwegian President Omar Ali spoke.\nThen the two ministers agreed.",
        "Ana Rojas",
        "Eva Lund",
        "Omar Ali",
    )
    assert sorted(members(found, "the two ministers")) == ["Ana Rojas", "Eva Lund"]


def test_officials_by_country() -> None:
    found = read(
        "Chilean President Ana Rojas met Peruvian President Eva Lund.\n"
        "The presidents of Peru and Chile agreed.",
        "Ana Rojas",
        "Eva Lund",
    )
    assert members(found, "The presidents of Peru and Chile") == ["Ana Rojas", "Eva Lund"]


def test_ministers_whom_nobody_names_are_their_states() -> None:
    found = read("The German and French foreign ministers agreed.")
    assert members(found, "The German and French foreign ministers") == ["Germany", "France"]


@pytest.mark.parametrize("phrase", ["political parties", "regional countries", "both sides of it"])
def test_a_noun_for_nobody_in_particular(phrase: str) -> None:
    assert not read(f"talks between Chile and Peru\nThere {phrase} met.").names("group")


def test_one_group_has_one_actor() -> None:
    found = read("talks between Chile and Peru\nThen both sides met.\nThen the two countries met.")
    assert len(found.names("group")) == 1


def test_a_front_at_one_table_with_states() -> None:
    found = read(
        "Chad, the Sahel Union Front and Niger met.\nThey agreed.",
        ("Sahel Union Front", "organization"),
    )
    assert found.actor("Chad, Sahel Union Front and Niger").members


def test_a_noun_between_the_number_and_the_group() -> None:
    found = read("Chile, Peru and Kenya met.\nThe three guarantor powers agreed.")
    assert found.who("The three guarantor powers") == "Chile, Peru and Kenya"


def test_no_pair_of_states_where_a_minister_is_of_no_known_one() -> None:
    found = read(
        "Foreign Minister Ana Rojas met Kenyan Foreign Minister Otieno Juma.\n"
        "The two sides agreed.\n"
        "Juma will meet Peruvian President Luis Paz in Chile.",
        "Ana Rojas",
        "Otieno Juma",
        "Juma",
        "Luis Paz",
    )
    assert found.who("The two sides") in {None, "Ana Rojas and Otieno Juma"}
