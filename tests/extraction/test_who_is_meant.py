"""Every way of meaning somebody again, on reports of our own writing, read whole."""

import pytest

from tests.extraction.whole import told

SAME = {
    "a title alone": (
        "Kenyan Foreign Minister Otieno Juma arrived in Lima on Tuesday. The minister met "
        "President Ana Rojas. The foreign minister said the talks were useful.",
        "Otieno Juma",
        ["The minister", "The foreign minister"],
    ),
    "a description that shares a word with the title": (
        "The head of the Chilean navy, Admiral Luis Prat, spoke in Oslo. The top naval officer "
        "called for calm. He left on Friday.",
        "Luis Prat",
        ["The top naval officer", "He"],
    ),
    "a counterpart": (
        "Peruvian Foreign Minister Rosa Quispe met her Kenyan counterpart, Otieno Juma, in Lima. "
        "Juma thanked his Peruvian counterpart for the welcome.",
        "Rosa Quispe",
        ["her", "his Peruvian counterpart"],
    ),
    "she": (
        "Norwegian Prime Minister Kari Lund received Peruvian President Ana Rojas in Oslo. Rojas "
        "said she hoped for a treaty. She thanked Lund.",
        "Ana Rojas",
        ["she", "She"],
    ),
    "a pronoun after the words of the one it means": (
        "“We will come,” said Rosa Quispe, the Peruvian foreign minister. Her spokesman added "
        "nothing.",
        "Rosa Quispe",
        ["the Peruvian foreign minister", "Her"],
    ),
    "it": (
        "The Bolivian government rejected the offer on Monday. It said that it would send an "
        "envoy to Lima.",
        "Bolivia",
        ["The Bolivian government", "It"],
    ),
    "a capital": (
        "Norway and Peru have talked for years. Oslo rejected the proposal on Monday, while Lima "
        "welcomed it.",
        "Norway",
        ["Norway", "Oslo"],
    ),
    "a seat of government": (
        "Moscow and Ankara disagree. The Kremlin said on Friday that the plan was dead.",
        "Russia",
        ["Moscow", "Kremlin"],
    ),
    "a people": (
        "Kenyan and Peruvian diplomats met. The Kenyans walked out, and Kenya recalled its envoy.",
        "Kenya",
        ["Kenyan", "Kenyans", "Kenya"],
    ),
    "an acronym": (
        "The Andean Grain Board (AGB) met in Quito. The AGB said prices would rise.",
        "Andean Grain Board",
        ["Andean Grain Board", "AGB"],
    ),
    "a former name": (
        "Burma expelled two envoys. Myanmar said that they had broken the law.",
        "Myanmar",
        ["Burma", "Myanmar"],
    ),
    "a name misspelt": (
        "Foreign Minister Rosa Quispe met farmers. Quispee said that the harvest was good.",
        "Rosa Quispe",
        ["Rosa Quispe", "Quispee"],
    ),
}
PEOPLE = "Peruvian President Ana Rojas and Kenyan President Otieno Juma met in Lima. "
GROUPS = [
    (PEOPLE + "The two presidents signed a treaty.", "The two presidents", {"Rojas", "Juma"}),
    (PEOPLE + "They signed a treaty.", "They", {"Rojas", "Juma"}),
    ("Peru and Bolivia held talks. Both sides will meet.", "Both sides", {"Peru", "Bolivia"}),
    (
        "Ana Rojas, Otieno Juma and Kari Lund dined in Oslo. The trio agreed on a plan.",
        "The trio",
        {"Rojas", "Juma", "Lund"},
    ),
    (
        "Peruvian President Ana Rojas held talks with Kenyan President Otieno Juma and Norwegian "
        "Prime Minister Kari Lund. The trio agreed on a plan.",
        "The trio",
        {"Rojas", "Juma", "Lund"},
    ),
    (
        "Peru and Bolivia met. The mediator urged both sides to sign.",
        "both sides",
        {"Peru", "Bolivia"},
    ),
    (
        "President Otieno Juma of Kenya arrived. Foreign Minister Rosa Quispe of Peru called "
        "Defence Minister Tor Berg of Norway. Rosa Quispe told both men to wait. She left.",
        "both men",
        {"Juma", "Berg"},
    ),
]


@pytest.mark.parametrize("way", SAME)
def test_all_that_means_one_is_one(way: str) -> None:
    chars, name, words = SAME[way]
    found = told(chars)
    (actor,) = [i for i, a in enumerate(found.actors) if a.name == name]
    said = [chars[m.start : m.end] for m in found.mentions if m.actor == actor]
    assert set(words) <= set(said)


@pytest.mark.parametrize(("chars", "words", "members"), GROUPS)
def test_a_group_has_its_members(chars: str, words: str, members: set[str]) -> None:
    found = told(chars)
    (group,) = [a for a in found.actors if a.type == "group"]
    (actor,) = {m.actor for m in found.mentions if chars[m.start : m.end] == words}
    assert found.actors[actor] is group
    assert {found.actors[i].name.rsplit(" ", 1)[-1] for i in group.members} == members


def test_two_of_one_family_stay_two() -> None:
    chars = (
        "Prime Minister Carl Osei and his brother Paul Osei opened the fair. Paul Osei spoke "
        "first. Carl Osei said that the harvest was good."
    )
    people = [a.name for a in told(chars).actors if a.type == "person"]
    assert people == ["Carl Osei", "Paul Osei"]


def test_he_and_her_are_two() -> None:
    found = told(
        "Finnish President Aino Salo met Kenyan President Otieno Juma in Nairobi. He told her "
        "that the border would stay open."
    )
    he, her = (
        next(m.actor for m in found.mentions if found.text.chars[m.start : m.end] == word)
        for word in ("He", "her")
    )
    assert he != her


def actor_of(chars: str, words: str) -> str:
    """The name of the actor that some words mean."""
    found = told(chars)
    meant = {found.actors[m.actor].name for m in found.mentions if chars[m.start : m.end] == words}
    (name,) = meant or {""}
    return name


def test_nobody_is_with_himself() -> None:
    chars = "Turkish envoy Selim Aydin landed. Our reporter Leyla Berk is with him."
    assert actor_of(chars, "him") != "Leyla Berk"


def test_the_one_elected_is_not_the_one_who_leaves() -> None:
    chars = (
        "Kenyan President-elect Ana Mboya was late. Outgoing Kenyan President Otieno Juma "
        "received the president-elect at the State House."
    )
    assert actor_of(chars, "the president-elect") == "Ana Mboya"


@pytest.mark.parametrize(
    ("chars", "country"),
    [
        ("The Philippine Department of Justice closed the case.", "PHL"),
        ("Kenya asked the United States and the Department of Justice agreed.", "USA"),
        ("Kenya waited. The Department of Justice closed the case.", None),
        ("Kenya waited. The State Department closed the file.", "USA"),
    ],
)
def test_a_body_of_a_common_name_is_of_a_state_that_is_named(
    chars: str, country: str | None
) -> None:
    bodies = {a.country for a in told(chars).actors if a.name.endswith(("Justice", "Department"))}
    assert bodies == {country}


def test_a_family_name_that_an_institution_has_is_the_person() -> None:
    chars = "Alfredo Cortes came to Lima. Cortes told reporters that he was tired."
    assert actor_of(chars, "Cortes") == "Alfredo Cortes"


def test_a_form_of_address_is_no_pronoun() -> None:
    chars = "HH the Emir Sheikh Hamad Al Noor received HE the Minister of Works, Sami Haddad."
    assert actor_of(chars, "HE") == ""


@pytest.mark.parametrize(
    ("chars", "words", "name"),
    [
        ("The White House says that it asked for restraint.", "White House", "United States"),
        ("Rojas said the mediator would see both leaders in Brussels.", "Brussels", ""),
    ],
)
def test_a_seat_is_its_government_where_it_acts(chars: str, words: str, name: str) -> None:
    assert actor_of(chars, words) == name


def test_those_who_stand_beside_talks_are_no_side_in_them() -> None:
    chars = (
        "Chad and Libya opened border talks in Oslo on Monday. The hotel was full. Snow fell. "
        "Norway and Cuba are the guarantors of the talks. Kenya and Ghana accompany them as "
        "observers. The two sides spoke at a press conference."
    )
    found = told(chars)
    (group,) = (
        found.actors[m.actor] for m in found.mentions if chars[m.start : m.end] == "The two sides"
    )
    assert [found.actors[n].name for n in group.members] == ["Chad", "Libya"]
