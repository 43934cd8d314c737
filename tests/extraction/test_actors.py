import pytest

from communique.extraction.actors import actors_in, find_actors, mention_at
from communique.model.findings import Mention
from tests import build
from tests.extraction.plain import plain, read

MET = "met/VERB/root/0"


@pytest.mark.parametrize(
    ("sentence", "title", "body", "country"),
    [
        ("Chilean President Ana Rojas spoke.", "President", None, "CHL"),
        ("Ana Rojas, the foreign minister of Chile, spoke.", "foreign minister", None, "CHL"),
        ("Chile's foreign minister, Ana Rojas, spoke.", "foreign minister", None, "CHL"),
        ("President Ana Rojas of Chile spoke.", "President", None, "CHL"),
        ("Ana Rojas (foreign minister of Chile) spoke.", "foreign minister", None, "CHL"),
        ("Ana Rojas was appointed foreign minister of Chile.", "foreign minister", None, "CHL"),
        ("They appointed Ana Rojas as foreign minister.", "foreign minister", None, None),
        ("Ana Rojas, speaking as president of Chile, agreed.", "president", None, "CHL"),
        ("Ana Rojas, who heads UNESCO, spoke.", "head", "UNESCO", None),
        ("Ana Rojas, now an adviser, spoke.", "adviser", None, None),
        ("Ana Rojas, 61, the foreign minister of Chile, spoke.", "foreign minister", None, "CHL"),
        ("Ana Rojas, an adviser to the President of Chile, spoke.",
         "adviser to the President of Chile", None, "CHL"),
        ("UN Secretary-General's Special Envoy for Chad Ana Rojas spoke.",
         "Special Envoy for Chad", "UN", None),
        ("Chair of the Kenyan Senate's Trade Committee Ana Rojas spoke.",
         "Chair", "Senate's Trade Committee", "KEN"),
        ("Ana Rojas, the leader of the opposition Free Will party, spoke.",
         "leader", "opposition Free Will party", None),
        ("Taoiseach Ana Rojas spoke.", "Taoiseach", None, "IRL"),
        ("Chile's Secretary of the Supreme Council (SC) Rear Admiral Ana Rojas spoke.",
         "Secretary", "Supreme Council", "CHL"),
    ],
)  # fmt: skip
def test_an_office(sentence: str, title: str, body: str | None, country: str | None) -> None:
    found = read(sentence, "Ana Rojas").actor("Ana Rojas")
    (office,) = found.offices
    assert (office.title, office.body, office.country) == (title, body, country)
    assert (found.type, found.country) == ("person", country)


def test_a_rank_is_no_part_of_the_name() -> None:
    found = read("Rear Admiral Ana Rojas spoke.", "Rear Admiral Ana Rojas").actor("Ana Rojas")
    assert (found.rank, found.sector) == ("Rear Admiral", "MIL")


def test_a_form_of_address_is_no_rank() -> None:
    assert read("Mrs. Ana Rojas spoke.", "Ana Rojas").actor("Ana Rojas").rank is None


def test_a_name_that_only_its_title_betrays() -> None:
    assert read("Chilean President Ana Rojas spoke.").names() == ["Ana Rojas"]


def test_two_offices_in_a_row() -> None:
    found = read("President and Supreme Commander Ana Rojas spoke.", "Ana Rojas")
    assert {o.title for o in found.actor("Ana Rojas").offices} == {"President", "Supreme Commander"}


def test_a_former_office_gives_no_country() -> None:
    found = read(
        "UN Secretary-General Ana Rojas, the former president of Chile, spoke.", "Ana Rojas"
    )
    offices = {(o.title, o.former) for o in found.actor("Ana Rojas").offices}
    assert offices == {("Secretary-General", False), ("president", True)}


def test_who_is_succeeded_held_the_office() -> None:
    found = read("Ana Rojas succeeded Eva Lund as foreign minister.", "Ana Rojas", "Eva Lund")
    assert [o.former for o in found.actor("Ana Rojas").offices] == [False]
    assert [o.former for o in found.actor("Eva Lund").offices] == [True]


def test_the_second_of_two_ministers_is_of_the_same_country() -> None:
    found = read("Chilean President Ana Rojas and Defence Minister Eva Lund spoke.",
                 "Ana Rojas", "Eva Lund")  # fmt: skip
    assert found.actor("Eva Lund").country == "CHL"


def test_an_acronym_is_written_out_and_brings_its_country() -> None:
    found = read(
        "Polish Foreign Intelligence Agency (AW) Director Ana Nowak spoke.\n"
        "AW spokesman Jan Lis agreed.",
        "Ana Nowak",
        "Jan Lis",
    )
    (office,) = found.actor("Jan Lis").offices
    assert (office.title, office.body, office.country) == (
        "spokesman", "Foreign Intelligence Agency", "POL")  # fmt: skip


def test_a_surname_is_the_person_named_in_full() -> None:
    found = read("Rojas: we agree\nAna Rojas spoke.", "Ana Rojas", "Rojas")
    assert found.names() == ["Ana Rojas"]
    assert found.who("Rojas") == "Ana Rojas"


def test_a_misspelt_surname_is_an_alias() -> None:
    found = read("Ana Castellano spoke.\nCastelalno agreed.", "Ana Castellano")
    assert found.actor("Ana Castellano").aliases == ("Castelalno",)


def test_two_of_one_family_stay_two() -> None:
    found = read("Benazir Bhutto met Bilawal Bhutto.", "Benazir Bhutto", "Bilawal Bhutto")
    assert found.names() == ["Benazir Bhutto", "Bilawal Bhutto"]


def test_a_described_name_gives_two_mentions() -> None:
    found = read("Chilean President Ana Rojas spoke.", "Ana Rojas")
    assert found.who("Ana Rojas") == found.who("Chilean President Ana Rojas") == "Ana Rojas"
    evidence = found.actor("Ana Rojas").evidence
    assert found.text.slice((evidence.start, evidence.end)) == "Chilean President Ana Rojas"


def test_actors_stand_in_order_of_first_mention() -> None:
    found = read("Peru and Chile met.\nAna Rojas spoke.", "Ana Rojas")
    assert found.names() == ["Peru", "Chile", "Ana Rojas"]


def test_an_empty_text_has_no_actors() -> None:
    text = plain("")
    assert find_actors(build.report(""), text, ()) == ((), ())


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(0, 5, (0, 5)), (2, 4, (0, 5)), (0, 20, (0, 9)), (12, 14, None)],
)
def test_the_mention_at_a_place(start: int, end: int, found: tuple[int, int] | None) -> None:
    mentions = (Mention(0, 5, 0), Mention(0, 9, 1), Mention(15, 18, 2))
    mention = mention_at(mentions, start, end)
    assert (mention and (mention.start, mention.end)) == found


def test_actors_in_a_stretch_are_the_outer_ones() -> None:
    text = plain("Chile, Peru and his Kenyan counterpart")
    mentions = (Mention(0, 5, 0), Mention(7, 11, 1), Mention(16, 19, 3), Mention(16, 38, 2))
    assert actors_in(text, mentions, 0, 38) == (0, 1, 2)


def test_a_title_before_several_names_is_of_each() -> None:
    found = read(
        "the foreign ministers of Chile and Peru, Ana Rojas and Eva Lund, met.",
        "Ana Rojas",
        "Eva Lund",
    )
    for name, country in (("Ana Rojas", "CHL"), ("Eva Lund", "PER")):
        (office,) = found.actor(name).offices
        assert (office.title, office.country) == ("foreign minister", country)


def test_a_wife_is_not_her_husband() -> None:
    found = read("Juan Rojas spoke.\nMrs Rojas agreed.", "Juan Rojas", "Rojas")
    assert found.names() == ["Juan Rojas", "Rojas"]


def test_ranks_in_a_row_are_one() -> None:
    found = read("General Sheikh Omar Haddad spoke.", "Omar Haddad")
    assert found.actor("Omar Haddad").rank == "General Sheikh"


def test_two_titles_around_a_comma_are_of_one_person() -> None:
    found = read(
        "the head of the Chilean delegation, Deputy Prime Minister Ana Rojas, spoke.", "Ana Rojas"
    )
    assert found.names() == ["Ana Rojas"]
    assert {o.title for o in found.actor("Ana Rojas").offices} == {"head", "Deputy Prime Minister"}


def test_an_office_of_no_named_body_is_nobody() -> None:
    assert read("the company's executive director/NOUN/nsubj/6 spoke/VERB/root/0.").names() == []
