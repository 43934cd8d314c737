"""Which way the clause of an expression of time looks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.extraction.moments import FUTURE, PAST
from communique.extraction.tenses import tense
from tests import build


def looks(sentence: str, tags: str) -> int:
    """The way of the last word of a sentence; `tags` are the tags of its words."""
    text = build.text(sentence)
    tokens = tuple(replace(t, xpos=tag) for t, tag in zip(text.tokens, tags.split(), strict=True))
    text = replace(text, tokens=tokens)
    return tense(text, tokens[-1].start, tokens[-1].end)


@pytest.mark.parametrize(
    ("sentence", "tags", "wanted"),
    [
        (
            "He/PRON/nsubj/2 said/VERB/root/0 it/PRON/nsubj/4 opens/VERB/ccomp/2 Friday/NOUN/obl/4",
            "PRP VBD PRP VBZ NNP",
            FUTURE,
        ),
        (
            "He/PRON/nsubj/2 said/VERB/root/0 it/PRON/nsubj/4 opened/VERB/ccomp/2 "
            "Friday/NOUN/obl/4",
            "PRP VBD PRP VBD NNP",
            PAST,
        ),
        (
            "He/PRON/nsubj/2 knew/VERB/root/0 it/PRON/nsubj/4 leads/VERB/ccomp/2 "
            "since/ADP/case/6 Friday/NOUN/obl/4",
            "PRP VBD PRP VBZ IN NNP",
            PAST,
        ),
        (
            "It/PRON/nsubj/3 was/AUX/aux:pass/3 agreed|agree/VERB/root/0 in/ADP/case/5 "
            "May/NOUN/obl/3",
            "PRP VBD VBN IN NNP",
            PAST,
        ),
        (
            "It/PRON/nsubj/3 was/AUX/aux:pass/3 scheduled|schedule/VERB/root/0 for/ADP/case/5 "
            "May/NOUN/obl/3",
            "PRP VBD VBN IN NNP",
            FUTURE,
        ),
        (
            "It/PRON/nsubj/3 was/AUX/aux:pass/3 postponed|postpone/VERB/root/0 to/ADP/case/5 "
            "Friday/NOUN/obl/3",
            "PRP VBD VBN IN NNP",
            FUTURE,
        ),
    ],
)
def test_the_verb_above_an_expression_says_which_way_it_looks(
    sentence: str, tags: str, wanted: int
) -> None:
    assert looks(sentence, tags) == wanted
