"""Ways through a tree, from a verb to its arguments."""

from __future__ import annotations

import pytest

from communique.extraction.frames import Frames
from tests.extraction.grounds import tree

SUBJECTS = [
    (
        "Kenya/NNP/nsubj/2 agreed|agree/VBD/root/0 to/TO/mark/4 send/VB/xcomp/2 troops/NNS/obj/4",
        "send",
        ["Kenya"],
    ),
    (
        "Kenya/NNP/nsubj/2 urged|urge/VBD/root/0 Peru/NNP/obj/2 to/TO/mark/5 leave/VB/xcomp/2",
        "leave",
        ["Peru"],
    ),
    (
        "Speaking|speak/VBG/advcl/5 in/IN/case/3 Rome/NNP/obl/1 Anna/NNP/nsubj/5 "
        "smiled|smile/VBD/root/0",
        "Speaking",
        ["Anna"],
    ),
    (
        "Kenya/NNP/nsubj/2 left|leave/VBD/root/0 and/CC/cc/4 condemned|condemn/VBD/conj/2 "
        "Peru/NNP/obj/4",
        "condemned",
        ["Kenya"],
    ),
    (
        "Kenya/NNP/nsubj/4 which/WDT/nsubj/3 signed|sign/VBD/acl:relcl/1 left|leave/VBD/root/0",
        "signed",
        ["Kenya"],
    ),
    (
        "Peru/NNP/nsubj:pass/3 was|be/VBD/aux:pass/3 blamed|blame/VBN/root/0 by/IN/case/5 "
        "Kenya/NNP/obl:agent/3",
        "blamed",
        ["Kenya"],
    ),
    (
        "talks|talk/NNS/root/0 brokered|broker/VBN/acl/1 by/IN/case/4 Kenya/NNP/obl/2",
        "brokered",
        ["Kenya"],
    ),
    (
        "They/PRP/nsubj/2 praised|praise/VBD/root/0 Peru/NNP/nmod:poss/4 decision/NN/obj/2 "
        "to/TO/mark/6 leave/VB/acl/4",
        "leave",
        ["Peru"],
    ),
    (
        "Kenya/NNP/nsubj/2 accused|accuse/VBD/root/0 Peru/NNP/obj/2 of/IN/mark/5 "
        "lying|lie/VBG/advcl/2",
        "lying",
        ["Peru"],
    ),
]


def words(frames: Frames, indices: list[int]) -> list[str]:
    return [frames.text.word(index) for index in indices]


def at(frames: Frames, word: str) -> int:
    return [frames.text.word(i) for i in range(len(frames.text.tokens))].index(word)


@pytest.mark.parametrize(("lines", "verb", "expected"), SUBJECTS)
def test_who_does_what_a_verb_says(lines: str, verb: str, expected: list[str]) -> None:
    frames = Frames(tree(lines))
    assert words(frames, frames.subjects(at(frames, verb))) == expected


def test_what_a_passive_is_done_to() -> None:
    frames = Frames(tree(SUBJECTS[5][0]))
    assert words(frames, frames.objects(at(frames, "blamed"))) == ["Peru"]


def test_a_list_is_unfolded() -> None:
    frames = Frames(
        tree("Kenya/NNP/nsubj/5 ,/,/punct/3 Peru/NNP/conj/1 alongside/IN/case/5 Chile/NNP/nmod/1")
    )
    assert words(frames, frames.conjuncts(0)) == ["Kenya", "Peru", "Chile"]


def test_what_is_set_against_another_is_not_joined_to_it() -> None:
    frames = Frames(tree("Kenya/NNP/root/0 but/CC/cc/4 not/RB/advmod/4 Peru/NNP/conj/1"))
    assert words(frames, frames.conjuncts(0)) == ["Kenya"]


def test_a_phrase_leaves_out_its_preposition_and_clauses() -> None:
    frames = Frames(
        tree(
            "after/IN/case/3 long/JJ/amod/3 talks|talk/NNS/obl/0 with/IN/case/5 Peru/NNP/nmod/3 "
            "that/WDT/nsubj/7 failed|fail/VBD/acl:relcl/3"
        )
    )
    assert frames.text.slice(frames.phrase(2)) == "long talks with Peru"


@pytest.mark.parametrize(
    ("cut", "expected"), [("conced", "concede"), ("expell", "expel"), ("sever", "sever")]
)
def test_a_lemma_that_was_cut_wrong_is_mended(cut: str, expected: str) -> None:
    assert Frames(tree(f"X|{cut}/VBD/root/0")).lemmas == [expected]
