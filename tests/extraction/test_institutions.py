import pytest

from tests.extraction.plain import read

ORG = "organization"


@pytest.mark.parametrize(
    ("sentence", "names", "name", "country", "sector"),
    [
        ("the United Nations met", (), "United Nations", None, "UNO"),
        ("ECOWAS met", (), "Economic Community of West African States", None, "IGO"),
        ("the Chilean Foreign Ministry said", (), "Chilean Foreign Ministry", "CHL", "GOV"),
        ("the Chilean navy met", (), "Chilean navy", "CHL", "MIL"),
        ("Chile's Supreme Court met", (), "Supreme Court", "CHL", "JUD"),
        ("the Ministry of Defence of Chile met", (), "Ministry of Defence of Chile", "CHL", "MIL"),
        ("Azawad Dawn armed group met", (), "Azawad Dawn", None, "REB"),
        ("the Azawad Council met", (("Azawad Council", ORG),), "Azawad Council", None, "GOV"),
    ],
)
def test_an_organisation(
    sentence: str, names: tuple[tuple[str, str]], name: str, country: str | None, sector: str
) -> None:
    found = read(sentence, *names).actor(name)
    assert (found.type, found.country, found.sector) == (ORG, country, sector)


def test_officials_of_an_organisation_are_a_mention_of_it() -> None:
    found = read("They met top Chilean Trade Ministry officials.")
    assert found.who("top Chilean Trade Ministry officials") == "Chilean Trade Ministry"


def test_an_acronym_after_a_name_is_an_alias() -> None:
    found = read(
        "the Azawad Council (AZC) met\nthe AZC agreed", ("Azawad Council", ORG), ("AZC", ORG)
    )
    assert found.names() == ["Azawad Council"]
    assert found.who("AZC", 1) == "Azawad Council"


@pytest.mark.parametrize("said", ["(former", "(formerly called", ", previously known as the"])
def test_a_former_name_is_an_alias(said: str) -> None:
    found = read(
        f"the Dawn Front {said} Star Column) met", ("Dawn Front", ORG), ("Star Column", ORG)
    )
    assert found.names() == ["Dawn Front"]
    assert found.actor("Dawn Front").aliases == ("Star Column",)


@pytest.mark.parametrize(
    ("sentence", "named", "name"),
    [
        ("the Boko Haram Sahwi terrorist group", "Boko Haram Sahwi", "Boko Haram"),
        ("the Salafist Boko Haram", "Salafist Boko Haram", "Boko Haram"),
    ],
)
def test_a_strange_word_beside_a_known_group_is_not_of_its_name(
    sentence: str, named: str, name: str
) -> None:
    assert read(sentence, named).names() == [name]


def test_groups_of_a_list_are_told_apart() -> None:
    found = read("the Azawad Dawn and Red Star rebel groups met")
    assert found.names() == ["Azawad Dawn", "Red Star"]


@pytest.mark.parametrize(
    "name", ["News Agencies", "Oslo Regional Dialogue", "inter-Chilean", "ChileThe"]
)
def test_what_the_reader_took_for_an_organisation_and_is_none(name: str) -> None:
    assert read(f"{name} met", (name, ORG)).names() == []


def test_an_acronym_of_something_else_is_no_organisation() -> None:
    assert read("an understanding (MoU) was signed", ("MoU", ORG)).names() == []
