"""Whose words they are, by the mentions in a source."""

import pytest

from communique.extraction.clauses import subject
from communique.extraction.speakers import Mentions, speakers_in
from tests.extraction.trees import actor, mention, span, tree

NAMES = {"Peru": "state", "Chile": "state", "Andean Front": "organization"}
APART = (
    "Peru/PROPN/7/nsubj ,/PUNCT/1/punct the/DET/5/det Andean/PROPN/5/compound "
    "Front/PROPN/7/nsubj and/CCONJ/7/cc Chile/PROPN/0/root said/VERB/7/dep/say so/ADV/8/advmod"
)


def speakers(line: str, source: str) -> tuple[int, ...]:
    text = tree(line)
    actors = tuple(actor(name, kind) for name, kind in NAMES.items())
    found = [mention(text, name, n) for n, name in enumerate(NAMES) if name in text.chars]
    return speakers_in(Mentions(text, actors, tuple(found)), span(text, source))


@pytest.mark.parametrize(
    ("line", "source", "found"),
    [
        (APART, "Peru, the Andean Front and Chile", (0, 2, 1)),
        ("Peru/PROPN/2/dep ,/PUNCT/1/punct Chile/PROPN/0/root", "Peru, Chile", (0, 1)),
        (  # an owner is no speaker beside the owned
            "Peru/PROPN/3/nmod:poss 's/PART/1/case Andean/PROPN/4/compound Front/PROPN/0/root",
            "Peru's Andean Front",
            (2,),
        ),
    ],
)
def test_a_list_is_read_from_its_surface(line: str, source: str, found: tuple[int, ...]) -> None:
    assert speakers(line, source) == found


FOR_SAYING = (
    "Kaine/PROPN/2/nsubj attacked/VERB/0/root Mora/PROPN/2/obj for/SCONJ/5/mark "
    "saying/VERB/2/advcl so/ADV/5/advmod"
)
AFTER_SAYING = FOR_SAYING.replace("for/SCONJ", "after/SCONJ")


@pytest.mark.parametrize(("line", "who"), [(FOR_SAYING, "Mora"), (AFTER_SAYING, "Kaine")])
def test_who_is_attacked_for_saying_something_says_it(line: str, who: str) -> None:
    text = tree(line)
    found = subject(text, text.lower.index("saying"))
    assert found is not None
    assert text.word(found) == who
