import pytest

from communique.extraction.atoms import Phrases, key, pieces
from tests.extraction.plain import view


@pytest.mark.parametrize(
    ("phrase", "keys"),
    [
        ("vice-president", ("vice", "president")),
        ("U.S.", ("US",)),
        ("People's Republic", ("People", "'s", "Republic")),
        ("Côte d’Ivoire", ("Côte", "d'Ivoire")),
        ("Guinea-Bissau", ("Guinea", "Bissau")),
    ],
)
def test_a_phrase_is_cut_into_keys(phrase: str, keys: tuple[str, ...]) -> None:
    assert pieces(phrase) == keys


def test_a_full_stop_alone_stays() -> None:
    assert key(".") == "."


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases([("South Korea", "KOR"), ("South", "south")])
    assert phrases.match(("South", "Korea", "said"), 0) == (2, "KOR")
    assert phrases.match(("South", "Africa"), 0) == (1, "south")
    assert phrases.match(("North",), 0) is None


def test_a_hyphen_between_words_joins_atoms() -> None:
    atoms = view("Chile-Peru talks").atoms
    assert atoms.words == ["Chile", "Peru", "talks"]
    assert atoms.joined == [False, True, False]


def test_a_dash_between_blanks_is_an_atom() -> None:
    assert view("Oslo - Bergen").atoms.words == ["Oslo", "-", "Bergen"]


def test_a_sentence_cut_without_a_full_stop_is_one_unit() -> None:
    found = view("The Secretary of the Council ( SC )\nspoke .").atoms
    assert found.units[0] != found.units[-1]  # a line break ends a unit
