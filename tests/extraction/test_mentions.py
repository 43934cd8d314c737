import pytest

from tests.extraction.plain import read

TWO = "Chilean President Ana Rojas/PROPN/nsubj/5 met/VERB/root/0 Kenyan President Omar Ali."
PEOPLE = ("Ana Rojas", "Omar Ali")


@pytest.mark.parametrize(
    ("sentence", "words", "who"),
    [
        ("The Kenyan president/NOUN/nsubj/4 said/VERB/root/0", "The Kenyan president", "Omar Ali"),
        ("Chile's president/NOUN/nsubj/4 said/VERB/root/0", "Chile's president", "Ana Rojas"),
        ("The Kenyan leader/NOUN/nsubj/4 said/VERB/root/0", "The Kenyan leader", "Omar Ali"),
        ("The Chilean official/NOUN/nsubj/4 said/VERB/root/0", "The Chilean official", "Ana Rojas"),
        ("The president/NOUN/nsubj/3 said/VERB/root/0", "The president", "Omar Ali"),
    ],
)  # fmt: skip
def test_a_title_stands_for_its_holder(sentence: str, words: str, who: str) -> None:
    assert read(f"{TWO}\n{sentence}", *PEOPLE).who(words) == who


def test_a_title_by_the_acronym_of_its_body() -> None:
    found = read(
        "Secretary of the Supreme Electoral Council (SEC) Ana Rojas spoke.\n"
        "The SEC secretary agreed.",
        "Ana Rojas",
    )
    assert found.who("The SEC secretary") == "Ana Rojas"


def test_a_title_of_another_country_is_another_person() -> None:
    found = read(f"{TWO}\nThe Peruvian president/NOUN/nsubj/4 said/VERB/root/0", *PEOPLE)
    assert found.who("The Peruvian president") == "Peruvian president"
    assert found.actor("Peruvian president").country == "PER"


@pytest.mark.parametrize(
    "words", ["elected president", "the next Chilean president", "every minister"]
)
def test_an_office_without_a_holder_is_no_mention(words: str) -> None:
    assert read(f"{TWO}\nThey asked for {words} again.", *PEOPLE).who(words) is None


def test_a_counterpart_with_a_name_holds_the_same_office() -> None:
    found = read(
        "Chilean President Ana Rojas/PROPN/nsubj/9 and her Kenyan counterpart Omar Ali met.",
        *PEOPLE,
    )
    (office,) = found.actor("Omar Ali").offices
    assert (office.title, office.country) == ("President", "KEN")
    assert found.who("her") == "Ana Rojas"


def test_a_counterpart_named_later() -> None:
    found = read(
        "Chilean President Ana Rojas/PROPN/nsubj/5 met/VERB/root/0 her Kenyan counterpart.\n"
        "Kenyan President Omar Ali spoke.",
        *PEOPLE,
    )
    assert found.who("her Kenyan counterpart") == "Omar Ali"


def test_a_counterpart_without_a_name_has_the_office() -> None:
    found = read(
        "Chilean President Ana Rojas/PROPN/nsubj/5 met/VERB/root/0 her Kenyan counterpart.",
        "Ana Rojas",
    )
    assert found.who("her Kenyan counterpart") == "Kenyan President"


def test_he_who_speaks_goes_on_speaking() -> None:
    found = read(
        "Omar Ali/PROPN/nsubj/3 said|say/VERB/root/0 so after talks with Juan Rojas.\n"
        "He/PRON/nsubj/2 added|add/VERB/root/0 more.",
        "Omar Ali",
        "Juan Rojas",
    )
    assert found.who("He") == "Omar Ali"


def test_she_is_the_woman() -> None:
    found = read(f"{TWO}\nShe/PRON/nsubj/2 added|add/VERB/root/0 more.", *PEOPLE)
    assert found.who("She") == "Ana Rojas"


def test_a_pronoun_before_the_subject_waits_for_it() -> None:
    found = read(
        "Omar Ali spoke.\n"
        "After/ADP/case/3 his/PRON/nmod:poss/3 visit/NOUN/obl/7 ,/PUNCT/punct/7 "
        "Juan Rojas/PROPN/nsubj/7 left/VERB/root/0.",
        "Omar Ali",
        "Juan Rojas",
    )
    assert found.who("his") == "Juan Rojas"


def test_they_are_those_named_together() -> None:
    found = read("Chile/PROPN/nsubj/4 and Peru agreed/VERB/root/0.\nThey met.")
    assert found.who("They") == "Chile and Peru"


def test_its_is_the_subject() -> None:
    found = read("Chile/PROPN/nsubj/2 opened/VERB/root/0 its/PRON/nmod:poss/4 embassy/NOUN/obj/2")
    assert found.who("its") == "Chile"


def test_it_that_is_nobody() -> None:
    found = read(
        "Chile/PROPN/nsubj/2 agreed/VERB/root/0.\n"
        "It/PRON/expl/3 is/AUX/cop/3 impossible/ADJ/root/0 to wait."
    )
    assert found.who("It") is None


def test_a_kind_of_body_stands_for_the_one_named_before() -> None:
    found = read("the Chilean Trade Ministry agreed\nThen the ministry spoke/VERB/root/0.")
    assert found.who("the ministry") == "Chilean Trade Ministry"


def test_he_is_not_whom_he_is_named_beside() -> None:
    found = read(
        "Juan Rojas/PROPN/nsubj/3 spoke/VERB/root/0.\nOmar Ali/PROPN/nsubj/3 spoke/VERB/root/0.\n"
        "He/PRON/nsubj/4 and Omar/PROPN/conj/1 left/VERB/root/0.",
        "Juan Rojas",
        "Omar Ali",
        "Omar",
    )
    assert found.who("He") == "Juan Rojas"


def test_nobody_calls_himself_he() -> None:
    found = read(
        "Juan Rojas spoke.\n"
        '"He/PRON/nsubj/3 left/VERB/ccomp/8," Omar Ali/PROPN/nsubj/8 said|say/VERB/root/0.',
        "Juan Rojas",
        "Omar Ali",
    )
    assert found.who("He") == "Juan Rojas"
