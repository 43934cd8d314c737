"""Why a finding was made: its words, their entries, and the way through the sentence."""

import pytest

from communique.extraction.explain import explain
from communique.extraction.paths import relation, steps
from communique.model.explanation import Explanation
from communique.model.findings import Mention, Word
from communique.model.text import Span, Text
from tests import build

MET = (
    "The/DET/det/2 minister/NOUN/nsubj/4 ,/PUNCT/punct/2 met|meet/VERB/root/0 "
    "Per/PROPN/obj/4 Dahl/PROPN/flat/5 in/ADP/case/8 Oslo/PROPN/obl/4 ./PUNCT/punct/4"
)
SAID = "He/PRON/nsubj/2 rejected|reject/VERB/root/0 the/DET/det/4 plan/NOUN/obj/2 ./PUNCT/punct/2"


@pytest.fixture
def text() -> Text:
    return build.text(MET, SAID)


@pytest.mark.parametrize(
    ("start", "end", "way"),
    [
        ("met", "minister", "met —nsubj→ minister"),
        ("met", "Oslo", "met —obl:in→ Oslo"),
        ("minister", "Dahl", "minister ←nsubj— met —obj→ Per —flat→ Dahl"),
        ("Dahl", "met", "Dahl ←flat— Per ←obj— met"),
        ("met", "met", "met"),
        ("met", "plan", None),
    ],
)
def test_the_way_from_one_word_to_another(
    text: Text, start: str, end: str, way: str | None
) -> None:
    first, last = (text.tokens_in(*build.find(text.chars, word))[0] for word in (start, end))
    assert steps(text, first, last) == way


def test_a_relation_tells_its_preposition(text: Text) -> None:
    assert [relation(text, n) for n in (1, 7)] == ["nsubj", "obl:in"]


def on(text: Text, words: str) -> Span:
    return build.find(text.chars, words)


def explained(text: Text, kind: str) -> Explanation:
    met, said = on(text, "met"), on(text, "rejected")
    proof = build.evidence(0, 30, words=(Word(*met, "event_triggers.tsv: meet"),))
    reading = build.reading(
        actors=[build.actor("Ana Ruiz"), build.actor("Per Dahl")],
        mentions=[Mention(*on(text, "The minister"), 0), Mention(*on(text, "Per Dahl"), 1)],
        places=[build.place("Oslo", span=on(text, "Oslo"))],
        events=[build.event(actors=(0, 1), place=0, evidence=proof)],
        statements=[
            build.statement(
                "the plan", speakers=(0,), content=(on(text, "the plan"),), source=on(text, "He"),
                evidence=build.evidence(on(text, "He").start, on(text, "plan").end,
                                        words=(Word(*said, "cues.tsv: reject"),)),
                stances=(build.stance("the plan", "against", Word(*said, "stance.tsv: reject")),
                         build.stance(1, "against", Word(*said))),
            )
        ],
    )  # fmt: skip
    return next(one for one in explain(text, reading) if one.kind == kind)


@pytest.mark.parametrize(
    ("kind", "paths"),
    [
        (
            "event",
            [
                ("actor", "Ana Ruiz", "met —nsubj→ The minister"),
                ("actor", "Per Dahl", "met —obj→ Per Dahl"),
                ("place", "Oslo", "met —obl:in→ Oslo"),
            ],
        ),
        (
            "statement",
            [
                ("source", "Ana Ruiz", "rejected —nsubj→ He"),
                ("content", "the plan", "rejected —obj→ the plan"),
            ],
        ),
        ("stance", [("toward", "the plan", "rejected —obj→ the plan")]),
        ("place", [("hangs on", "met", "Oslo ←obl:in— met")]),
    ],
)
def test_arguments_are_reached_from_the_word_that_decided(
    text: Text, kind: str, paths: list[tuple[str, str, str]]
) -> None:
    found = explained(text, kind).paths
    assert [(path.role, path.name, path.steps) for path in found] == paths


def test_an_argument_of_another_sentence_has_no_way(text: Text) -> None:
    reading = build.reading(
        actors=[build.actor("Ana Ruiz")],
        mentions=[Mention(*on(text, "The minister"), 0)],
        events=[
            build.event(
                actors=(0,), evidence=build.evidence(60, 61, words=(Word(*on(text, "rejected")),))
            )
        ],
    )
    (event,) = (one for one in explain(text, reading) if one.kind == "event")
    assert [path.steps for path in event.paths] == [None]


def test_a_finding_without_words_of_its_own_rests_on_its_evidence(text: Text) -> None:
    reading = build.reading(actors=[build.actor("Per", evidence=build.evidence(18, 21))])
    assert [one.words for one in explain(text, reading)] == [(Word(18, 21),)]
