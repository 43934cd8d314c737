"""The lexicon of cues, and cues in sentences."""

import pytest

from communique.extraction.cues import cue_in, cue_span, cue_words
from communique.lexicon.load import table
from tests.extraction.trees import span, tree

KINDS = {"say", "stress", "ask", "pledge", "accept", "reject", "warn", "feel", "think", "report"}
FILES = {
    "cues.tsv": ("cue", "pos"),
    "issues.tsv": ("issue", "trigger"),
    "stance.tsv": ("word", "pos", "target"),
    "occasions.tsv": ("noun",),
    "papers.tsv": ("word",),
    "evaluations.tsv": ("word", "pos"),
    "evidentials.tsv": ("word",),
}


def test_every_cue_is_of_a_known_class() -> None:
    assert {row["class"] for row in table("cues.tsv")} == KINDS


@pytest.mark.parametrize("name", FILES)
def test_no_line_stands_twice(name: str) -> None:
    keys = [tuple(row[column] for column in FILES[name]) for row in table(name)]
    assert sorted(keys) == sorted(set(keys))


def test_what_is_for_and_against_is_never_both() -> None:
    sides: dict[tuple[str, ...], set[str]] = {}
    for row in table("stance.tsv"):
        key = (row["word"], row["pos"], row["target"])
        sides.setdefault(key, set()).add(row["polarity"])
    assert all(len(found) == 1 for found in sides.values())


def test_a_particle_is_part_of_the_cue() -> None:
    text = tree("he/PRON/2/nsubj pointed/VERB/0/root/point out/ADP/2/compound:prt facts/NOUN/2/obj")
    index, cue = cue_in(text, span(text, "pointed out"))
    assert cue is cue_words("verb")["point out"]
    assert text.slice(cue_span(text, index)) == "pointed out"


def test_words_that_are_no_cue_still_have_a_head() -> None:
    text = tree("he/PRON/2/nsubj danced/VERB/0/root/dance")
    assert cue_in(text, span(text, "danced")) == (1, None)
