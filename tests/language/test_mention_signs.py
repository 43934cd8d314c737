"""What is told of single mentions, on trees of our own."""

import pytest

from communique.language import mention_signs as ms
from communique.language.mentions import find
from communique.model.text import Attribution, Span, Text
from tests import build


def field(text: Text, words: str, name: str) -> int:
    found = find(text)
    signs = ms.read(text, found)
    at = next(
        i
        for i, m in enumerate(found)
        if text.chars[text.tokens[m.first].start : text.tokens[m.last].end] == words
    )
    return int(signs.field(name)[at])


SLEPT = "the/DET/det/2 queen/NOUN/nsubj/3 slept/VERB/root/0"


@pytest.mark.parametrize(
    ("sentence", "words", "name", "value"),
    [
        (SLEPT, "the queen", "gender", ms.FEMALE),
        ("He/PRON/nsubj/2 slept/VERB/root/0", "He", "gender", ms.MALE),
        ("They/PRON/nsubj/2 slept/VERB/root/0", "They", "number", ms.PLURAL),
        ("They/PRON/nsubj/2 slept/VERB/root/0", "They", "pronoun", ms.THEY),
        ("I/PRON/nsubj/2 slept/VERB/root/0", "I", "pronoun", ms.ME),
        (SLEPT, "the queen", "determiner", 1),
        (SLEPT, "the queen", "opens", 1),
        ("her/PRON/nmod:poss/2 son/NOUN/root/0", "her", "inside", ms.OWNER),
        ("Why/ADV/root/0 her/PRON/obj/1 ?/PUNCT/punct/1", "her", "asked", 1),
        ("“/PUNCT/punct/2 her/PRON/root/0 ”/PUNCT/punct/2", "her", "quoted", 1),
    ],
)
def test_a_mention_has_its_signs(sentence: str, words: str, name: str, value: int) -> None:
    assert field(build.text(sentence), words, name) == value


def test_every_value_is_within_its_range() -> None:
    text = build.text(SLEPT, "her/PRON/nmod:poss/2 sons/NOUN/nsubj/3 slept/VERB/root/0")
    signs = ms.read(text, find(text))
    assert signs.fields.shape[1] == len(ms.FIELDS)
    assert (signs.fields < list(ms.FIELDS.values())).all()
    assert (signs.fields >= 0).all()


def test_what_is_reported_has_its_source() -> None:
    text = build.text(
        "Birk/PROPN/nsubj/2 said/VERB/root/0 she/PRON/nsubj/4 slept/VERB/ccomp/2",
    )
    told = Attribution(Span(0, 4), Span(5, 9), (Span(10, 19),), 1.0)
    text = Text(text.chars, text.prose, text.tokens, text.sentences, (), (told,))
    assert ms.sources(text) == [-1, -1, 0, 0]


def test_a_quotation_ends_with_its_paragraph() -> None:
    words = ["“", "Go", "they", "”", "so"]
    assert ms.quotations(words, [0, 0, 1, 1, 1]) == [1, 1, 0, 0, 0]


def test_some_of_the_mentions_keep_their_places() -> None:
    text = build.text(SLEPT, "her/PRON/nmod:poss/2 sons/NOUN/nsubj/3 slept/VERB/root/0")
    signs = ms.read(text, find(text))
    last = signs.take(signs.order[-1:])
    assert last.order.tolist() == [len(signs.order) - 1]
    assert last.low == signs.low[-1:]
