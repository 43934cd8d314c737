"""What was agreed, on trees in one line a sentence."""

from __future__ import annotations

import pytest

from communique.model.findings import Agreement
from tests.extraction.grounds import Ground, actor, agreements, ground, names

KENYA = actor("Kenya", "state", "KEN")
PERU = actor("Peru", "state", "PER")
ANNA = actor("Anna Berg")
WHO = (KENYA, PERU, ANNA)
PAIR = {
    "they": ["Kenya", "Peru"],
    "Both sides": ["Kenya", "Peru"],
    "Both countries": ["Kenya", "Peru"],
    "They": ["Kenya", "Peru"],
}

CASES = [
    (
        "Kenya/NNP/nsubj/4 and/CC/cc/3 Peru/NNP/conj/1 signed|sign/VBD/root/0 a/DT/det/6 "
        "memorandum/NN/obj/4 of/IN/case/8 understanding/NN/nmod/6 on/IN/case/13 "
        "economic/JJ/amod/13 "
        "and/CC/cc/12 security/NN/conj/10 issues|issue/NNS/nmod/6 ././punct/4",
        "signed memorandum of understanding: Kenya, Peru on economic, security, economy",
    ),
    (
        "Both/DT/det/2 sides|side/NNS/nsubj/3 singed|sing/VBD/root/0 memorandum/NN/obj/3 "
        "of/IN/case/6 "
        "understanding/NN/nmod/4 ././punct/3",
        "signed memorandum of understanding: Kenya, Peru",
    ),
    (
        "Kenya/NNP/nsubj/2 ratified|ratify/VBD/root/0 the/DT/det/4 treaty/NN/obj/2 with/IN/case/6 "
        "Peru/NNP/nmod/4 ././punct/2",
        "ratified treaty: Kenya, Peru",
    ),
    (
        "Kenya/NNP/nsubj/3 will/MD/aux/3 sign/VB/root/0 a/DT/det/5 treaty/NN/obj/3 with/IN/case/7 "
        "Peru/NNP/nmod/5 ././punct/3",
        "announced treaty: Kenya, Peru",
    ),
    (
        "Kenya/NNP/nsubj/2 broke|break/VBD/root/0 the/DT/det/4 ceasefire/NN/obj/2 ././punct/2",
        "broken ceasefire: Kenya on ceasefire",
    ),
    (
        "Kenya/NNP/nsubj/4 did|do/VBD/aux/4 not/RB/advmod/4 sign/VB/root/0 the/DT/det/6 "
        "treaty/NN/obj/4 ././punct/4",
        "denied treaty: Kenya",
    ),
    (
        "Joint/JJ/amod/2 actions|action/NNS/nsubj/7 of/IN/case/4 Kenya/NNP/nmod/2 and/CC/cc/6 "
        "Peru/NNP/conj/4 made|make/VBD/root/0 it/PRP/expl/7 possible/JJ/xcomp/7 to/TO/mark/11 "
        "establish/VB/csubj/9 the/DT/det/13 ceasefire/NN/obj/11 ././punct/7",
        "in force ceasefire: Kenya, Peru on ceasefire",
    ),
    (
        "Kenya/NNP/nsubj/4 and/CC/cc/3 Peru/NNP/conj/1 agreed|agree/VBD/root/0 to/TO/mark/6 "
        "set/VB/xcomp/4 up/RP/compound:prt/6 a/DT/det/10 ceasefire/NN/compound/10 "
        "group/NN/obj/6 ././punct/4",
        "agreed commitment: Kenya, Peru on ceasefire 'to set up a ceasefire group'",
    ),
    (
        "It/PRP/expl/3 was|be/VBD/aux:pass/3 agreed|agree/VBN/root/0 that/IN/mark/9 "
        "Kenya/NNP/nsubj/9 "
        "and/CC/cc/7 Peru/NNP/conj/5 would/MD/aux/9 open/VB/ccomp/3 their/PRP$/nmod:poss/11 "
        "roads|road/NNS/obj/9 ././punct/3",
        "agreed commitment: Kenya, Peru 'Kenya and Peru would open their roads'",
    ),
    (
        "Both/DT/det/2 countries|country/NNS/nsubj/4 will/MD/aux/4 coordinate/VB/root/0 "
        "their/PRP$/nmod:poss/6 steps|step/NNS/obj/4 ././punct/4",
        "announced commitment: Kenya, Peru 'Both countries will coordinate their steps'",
    ),
    (
        "Both/DT/det/2 countries|country/NNS/nsubj/4 will/MD/aux/4 dredge/VB/root/0 "
        "the/DT/det/6 canal/NN/obj/4 ././punct/4",
        "announced commitment: Kenya, Peru 'Both countries will dredge the canal'",
    ),
    (
        "In/IN/case/4 a/DT/det/4 joint/JJ/amod/4 text/NN/obl/9 ,/,/punct/4 Kenya/NNP/nsubj/9 "
        "and/CC/cc/8 Peru/NNP/conj/6 said|say/VBD/root/0 they|they/PRP/nsubj/12 would/MD/aux/12 "
        "dredge/VB/ccomp/9 the/DT/det/14 canal/NN/obj/12 ././punct/9",
        "announced commitment: Kenya, Peru 'they would dredge the canal'",
    ),
    (
        "Kenya/NNP/obl/5 and/CC/cc/3 Peru/NNP/conj/1 have/VBP/aux/5 agreed|agree/VBN/root/0 "
        "to/TO/mark/7 dredge/VB/xcomp/5 the/DT/det/9 canal/NN/obj/7 ././punct/5",
        "agreed commitment: Kenya, Peru 'to dredge the canal'",
    ),
]


def said(on: Ground, found: Agreement) -> str:
    """An agreement in one line."""
    line = f"{found.status} {found.type}: {', '.join(names(on, found.parties))}"
    line += f" on {', '.join(found.topics)}" if found.topics else ""
    return line + (f" '{found.commitment}'" if found.commitment else "")


@pytest.mark.parametrize(("lines", "expected"), CASES, ids=[c[1] for c in CASES])
def test_a_sentence_tells_one_agreement(lines: str, expected: str) -> None:
    on = ground(lines, WHO, groups=PAIR)
    assert [said(on, found) for found in agreements(on)] == [expected]


def test_a_joint_statement_and_what_it_pledges() -> None:
    on = ground(
        "They/PRP/nsubj/2 issued|issue/VBD/root/0 a/DT/det/5 joint/JJ/amod/5 statement/NN/obj/2 "
        ",/,/punct/7 pledging|pledge/VBG/advcl/2 to/TO/mark/9 share/VB/xcomp/7 data/NN/obj/9 "
        "././punct/2",
        WHO,
        groups=PAIR,
    )
    assert [said(on, found) for found in agreements(on)] == [
        "announced joint statement: Kenya, Peru",
        "announced commitment: Kenya, Peru 'to share data'",
    ]


def test_an_agreement_in_passing_is_left_out() -> None:
    on = ground(
        "Anna/NNP/nsubj/3 Berg/NNP/flat/1 welcomed|welcome/VBD/root/0 the/DT/det/6 "
        "peace/NN/compound/6 "
        "agreement/NN/obj/3 ././punct/3",
        WHO,
    )
    assert agreements(on) == ()


def test_what_one_state_alone_will_do_is_no_joint_commitment() -> None:
    on = ground(
        "Kenya/NNP/nsubj/3 will/MD/aux/3 coordinate/VB/root/0 its/PRP$/nmod:poss/5 "
        "steps|step/NNS/obj/3 "
        "././punct/3",
        WHO,
    )
    assert agreements(on) == ()


def test_what_befalls_two_states_is_no_commitment() -> None:
    on = ground(
        "Both/DT/det/2 countries|country/NNS/nsubj/4 will/MD/aux/4 suffer/VB/root/0 ././punct/4",
        WHO,
        groups=PAIR,
    )
    assert agreements(on) == ()


def test_an_agreement_names_the_event_its_words_also_tell() -> None:
    on = ground(CASES[0][0], WHO)
    (found,) = agreements(on)
    assert found.event == 0


def test_what_the_participants_agree_binds_the_parties_of_the_talks() -> None:
    on = ground(
        "The/DT/det/3 Lusaka/NNP/compound/3 talks|talk/NNS/nsubj/8 between/IN/case/5 "
        "Kenya/NNP/nmod/3 and/CC/cc/7 Peru/NNP/conj/5 ended|end/VBD/root/0 ././punct/8\n"
        "The/DT/det/2 participants|participant/NNS/nsubj/3 agreed|agree/VBD/root/0 to/TO/mark/5 "
        "share/VB/xcomp/3 data/NN/obj/5 ././punct/3",
        WHO,
        places={"Lusaka": "ZMB"},
    )
    assert [said(on, found) for found in agreements(on)] == [
        "agreed commitment: Kenya, Peru 'to share data'"
    ]
