"""For and against, where words carry it."""

from dataclasses import replace

import pytest

from communique.model.findings import Actor, Evidence, Office, Stance
from tests.extraction.trees import actor, mention, statements, tree

PERU, CHILE = actor("Peru", "state"), actor("Chile", "state")


def plain(found: tuple[Stance, ...]) -> tuple[Stance, ...]:
    """Stances without the words that carry them."""
    return tuple(replace(stance, words=()) for stance in found)


def stances(line: str) -> tuple[Stance, ...]:
    text = tree(line)
    found = [mention(text, a.name, i) for i, a in enumerate((PERU, CHILE)) if a.name in text.chars]
    (one,) = statements(text, (PERU, CHILE), tuple(found))
    return plain(one.stances)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Peru/PROPN/2/nsubj rejected/VERB/0/root/reject the/DET/4/det plan/NOUN/2/obj",
            (Stance("the plan", "against"),),
        ),
        (
            "Peru/PROPN/2/nsubj welcomed/VERB/0/root/welcome the/DET/4/det plan/NOUN/2/obj",
            (Stance("the plan", "for"),),
        ),
        (
            "Peru/PROPN/2/nsubj condemned/VERB/0/root/condemn Chile/PROPN/2/obj",
            (Stance(1, "against"),),
        ),
        (  # the noun judges; the state before it is who does it
            "Peru/PROPN/2/nsubj said/VERB/0/root/say Chile/PROPN/5/compound 's/PART/3/case "
            "meddling/NOUN/7/nsubj will/AUX/7/aux fail/VERB/2/ccomp",
            (Stance(1, "against"),),
        ),
        (  # "end" and an act: against the act, and against whose it is
            "Peru/PROPN/2/nsubj said/VERB/0/root/say they/PRON/5/nsubj should/AUX/5/aux "
            "end/VERB/2/ccomp the/DET/7/det blockade/NOUN/5/obj by/ADP/9/case Chile/PROPN/7/nmod",
            (Stance("the blockade by Chile", "against"), Stance(1, "against")),
        ),
        (  # an adjective that judges, before an act
            "Peru/PROPN/2/nsubj said/VERB/0/root/say illegal/ADJ/5/amod Chilean/ADJ/5/nmod "
            "tariffs/NOUN/6/nsubj/tariff hurt/VERB/2/ccomp trade/NOUN/6/obj",
            (),
        ),
        (  # negated
            "Peru/PROPN/4/nsubj does/AUX/4/aux/do not/PART/4/advmod support/VERB/0/root "
            "the/DET/6/det "
            "plan/NOUN/4/obj",
            (Stance("the plan", "against"),),
        ),
        (  # somebody else's stance, told
            "Peru/PROPN/2/nsubj said/VERB/0/root/say Chile/PROPN/4/nsubj "
            "rejects/VERB/2/ccomp/reject "
            "the/DET/6/det plan/NOUN/4/obj",
            (),
        ),
        (
            "Peru/PROPN/2/nsubj said/VERB/0/root/say they/PRON/5/nsubj were/AUX/5/cop/be "
            "opposed/ADJ/2/ccomp to/ADP/8/case the/DET/8/det plan/NOUN/5/obl",
            (Stance("the plan", "against"),),
        ),
        (  # what somebody else is told to do
            "Peru/PROPN/2/nsubj said/VERB/0/root/say envoys/NOUN/4/nsubj/envoy "
            "told/VERB/2/ccomp/tell rebels/NOUN/4/obj/rebel to/PART/7/mark reject/VERB/4/xcomp "
            "the/DET/9/det plan/NOUN/7/obj",
            (),
        ),
        (  # "the solution is to end ...": the speaker's own
            "Peru/PROPN/2/nsubj said/VERB/0/root/say the/DET/4/det solution/NOUN/7/nsubj "
            "is/AUX/7/cop/be to/PART/7/mark end/VERB/2/ccomp the/DET/9/det siege/NOUN/7/obj",
            (Stance("the siege", "against"),),
        ),
        (
            "Peru/PROPN/2/nsubj said/VERB/0/root/say the/DET/4/det talks/NOUN/5/nsubj/talk "
            "failed/VERB/2/ccomp/fail",
            (),
        ),
    ],
)  # fmt: skip
def test_stances(line: str, found: tuple[Stance, ...]) -> None:
    assert stances(line) == found


REJECTS = (
    "Mora/PROPN/2/nsubj said/VERB/0/root/say {subject} rejects/VERB/2/ccomp/reject "
    "the/DET/{plan}/det plan/NOUN/{verb}/obj"
)
MORA = actor("Luc\u00eda Mora", country="CHL", title="Foreign Minister")
FRONT = Office("spokeswoman", "Sea Front", "CHL", False, Evidence(0, 1, "test", 1.0, "given"))


def own(subject: str, verb: int, speaker: Actor) -> bool:
    """Whether the stance of a subject that the speaker names is the speaker's."""
    text = tree(REJECTS.format(subject=subject, verb=verb, plan=verb + 2))
    states = (actor("Chile", "state", "CHL"), actor("Peru", "state", "PER"))
    found = [mention(text, "Mora", 0)]
    found += [mention(text, a.name, n) for n, a in enumerate(states, 1) if a.name in text.chars]
    (one,) = statements(text, (speaker, *states), tuple(found))
    return plain(one.stances) == (Stance("the plan", "against"),)


@pytest.mark.parametrize(
    ("subject", "verb", "speaker", "found"),
    [
        ("Chile/PROPN/4/nsubj", 4, MORA, True),
        ("Peru/PROPN/4/nsubj", 4, MORA, False),
        ("Chile/PROPN/4/nsubj", 4, replace(MORA, sector="OPP"), False),
        ("the/DET/4/det group/NOUN/5/nsubj", 5, MORA, False),
        (
            "the/DET/4/det group/NOUN/5/nsubj",
            5,
            replace(MORA, offices=(FRONT,), sector="REB"),
            True,
        ),
    ],
)
def test_who_holds_an_office_speaks_for_its_state_or_body(
    subject: str, verb: int, speaker: Actor, found: bool
) -> None:
    assert own(subject, verb, speaker) is found


@pytest.mark.parametrize(
    ("line", "carried"),
    [
        (
            "Peru/PROPN/2/nsubj rejected/VERB/0/root/reject the/DET/4/det plan/NOUN/2/obj",
            ("rejected", "stance.tsv: reject"),
        ),
        (  # of a noun, the noun
            "Peru/PROPN/2/nsubj said/VERB/0/root/say Chile/PROPN/5/compound 's/PART/3/case "
            "meddling/NOUN/7/nsubj will/AUX/7/aux fail/VERB/2/ccomp",
            ("meddling", "stance.tsv: meddling"),
        ),
    ],
)
def test_a_stance_names_the_words_that_carry_it(line: str, carried: tuple[str, str]) -> None:
    text = tree(line)
    found = [mention(text, a.name, i) for i, a in enumerate((PERU, CHILE)) if a.name in text.chars]
    (one,) = statements(text, (PERU, CHILE), tuple(found))
    ((word,),) = (stance.words for stance in one.stances)
    assert (text.slice((word.start, word.end)), word.entry) == carried
