"""What is told of two parties, on small trees built by hand."""

from communique.language.deed_signs import read
from tests.build import text

BANNED = (
    "Amber/PROPN/nsubj/2 banned|ban/VERB/root/0 all/DET/det/4 boats/NOUN/obj/2 "
    "of/ADP/case/6 Birk/PROPN/nmod/4"
)
FREED = "Roe/PROPN/nsubj/2 freed|free/VERB/root/0 Birk/PROPN/obj/2"


def test_the_path_leads_over_what_stands_above_both() -> None:
    found = read(text(BANNED), [0], [5])
    assert found.path == [1, 3]
    assert "pp ban boats" in found.words


def test_parties_are_letters_and_other_names_all_one() -> None:
    found = read(text(FREED + " in/ADP/case/5 Oslo/PROPN/obl/2"), [0], [2])
    assert {"ww S free", "ww free T", "w N"} <= set(found.words)
    assert not any("Roe" in name or "oslo" in name.lower() for name in found.words)


def test_who_does_and_who_is_done_to_are_told_apart() -> None:
    one, other = read(text(FREED), [0], [2]), read(text(FREED), [2], [0])
    assert "ww S free" in one.words
    assert "ww T free" in other.words


def test_what_hangs_on_a_word_of_the_path_is_told_with_it() -> None:
    sent = "Roe/PROPN/nsubj/2 sent|send/VERB/root/0 aid/NOUN/obj/2 to/ADP/case/5 Birk/PROPN/obl/2"
    assert {"c send aid", "r obj aid"} <= set(read(text(sent), [0], [4]).words)


def test_a_party_that_is_not_named_has_no_verb() -> None:
    found = read(text(FREED), [0], [])
    assert (found.source, found.target) == (1, None)
    assert found.path == [1]


def test_other_sentences_say_nothing() -> None:
    found = read(text(FREED, BANNED), [0], [2])
    assert "w boats" not in found.words


def test_parties_of_two_sentences_have_a_way_over_both_roots() -> None:
    found = read(text(FREED, BANNED), [0], [8])
    assert found.path == [1, 4, 6]
