"""Series of talks, on trees in one line a sentence."""

from __future__ import annotations

import pytest

from communique.extraction.processes import process_spans
from tests.extraction.grounds import actor, ground, processes

KENYA = actor("Kenya", "state", "KEN")
PERU = actor("Peru", "state", "PER")
CHILE = actor("Chile", "state", "CHL")
ZAMBIA = actor("Zambia", "state", "ZMB")
WHO = (KENYA, PERU, CHILE, ZAMBIA)
WHERE = {"Lusaka": "ZMB"}
WHEN = {"Monday": "2017-03-27", "Tuesday": "2017-03-28", "Friday": "2017-03-31"}

LAUNCHED = (
    "The/DT/det/3 Lusaka/NNP/compound/3 talks|talk/NNS/nsubj:pass/5 were|be/VBD/aux:pass/5 "
    "launched|launch/VBN/root/0 on/IN/case/7 Monday/NNP/obl/5 ././punct/5"
)
KICKED = (
    "The/DT/det/3 14th/JJ/amod/3 round/NN/nsubj/6 of/IN/case/5 talks|talk/NNS/nmod/3 "
    "kicked|kick/VBD/root/0 off/RP/compound:prt/6 in/IN/case/9 Lusaka/NNP/obl/6 on/IN/case/11 "
    "Tuesday/NNP/obl/6 ././punct/6"
)
HOSTED = (
    "Zambia/NNP/nsubj/2 hosted|host/VBD/root/0 three/CD/nummod/4 rounds|round/NNS/obj/2 "
    "of/IN/case/6 "
    "talks|talk/NNS/nmod/4 on/IN/case/8 Angola/NNP/nmod/6 in/IN/case/10 Lusaka/NNP/nmod/6 "
    ",/,/punct/12 held|hold/VBN/acl/4 on/IN/case/14 Monday/NNP/obl/12 ,/,/punct/16 "
    "Tuesday/NNP/conj/14 and/CC/cc/18 Friday/NNP/conj/14 ././punct/2"
)
WHOSE = (
    "The/DT/det/3 Lusaka/NNP/compound/3 talks|talk/NNS/nsubj/15 ,/,/punct/8 whose/WP$/nmod:poss/6 "
    "guarantors|guarantor/NNS/nsubj/8 are|be/VBP/cop/8 Peru/NNP/acl:relcl/3 ,/,/punct/10 "
    "Kenya/NNP/conj/8 and/CC/cc/12 Chile/NNP/conj/8 ,/,/punct/8 will/MD/aux/15 continue/VB/root/0 "
    "././punct/15"
)
ROLES = [
    (WHOSE, "guarantor", {"Peru", "Kenya", "Chile"}),
    (
        "The/DT/det/3 Lusaka/NNP/compound/3 talks|talk/NNS/nsubj:pass/5 were|be/VBD/aux:pass/5 "
        "brokered|broker/VBN/root/0 by/IN/case/7 Peru/NNP/obl:agent/5 and/CC/cc/9 Kenya/NNP/conj/7 "
        "././punct/5",
        "broker",
        {"Peru", "Kenya"},
    ),
    (
        "Peru/NNP/nsubj/5 and/CC/cc/3 Kenya/NNP/conj/1 are|be/VBP/cop/5 "
        "guarantors|guarantor/NNS/root/0 "
        "of/IN/case/9 the/DT/det/9 Lusaka/NNP/compound/9 talks|talk/NNS/nmod/5 ././punct/5",
        "guarantor",
        {"Peru", "Kenya"},
    ),
    (
        "The/DT/det/2 participation/NN/nsubj/15 of/IN/case/4 Peru/NNP/nmod/2 and/CC/cc/6 "
        "Kenya/NNP/conj/4 in/IN/case/10 the/DT/det/10 Lusaka/NNP/compound/10 talks|talk/NNS/nmod/2 "
        "as/IN/case/13 guarantor/NN/compound/13 states|state/NNS/nmod/2 will/MD/aux/15 "
        "help/VB/root/0 "
        "././punct/15",
        "guarantor",
        {"Peru", "Kenya"},
    ),
    (
        "Kenya/NNP/nsubj/2 launched|launch/VBD/root/0 the/DT/det/5 Lusaka/NNP/compound/5 "
        "talks|talk/NNS/obj/2 ././punct/2",
        "initiator",
        {"Kenya"},
    ),
    (
        "The/DT/det/3 Lusaka/NNP/compound/3 talks|talk/NNS/nsubj/9 between/IN/case/5 "
        "Peru/NNP/nmod/3 "
        "and/CC/cc/7 Chile/NNP/conj/5 ,/,/punct/3 failed|fail/VBD/root/0 ././punct/9",
        "party",
        {"Peru", "Chile"},
    ),
    (
        "They/PRP/nsubj/2 joined|join/VBD/root/0 the/DT/det/5 Lusaka/NNP/compound/5 "
        "talks|talk/NNS/obj/2 "
        ",/,/punct/8 with/IN/case/8 Peru/NNP/obl/2 and/CC/cc/10 Kenya/NNP/conj/8 as/IN/case/12 "
        "observers|observer/NNS/nmod/8 ././punct/2",
        "observer",
        {"Peru", "Kenya"},
    ),
]


@pytest.mark.parametrize(("lines", "role", "expected"), ROLES)
def test_words_give_roles(lines: str, role: str, expected: set[str]) -> None:
    on = ground(lines, WHO, places=WHERE)
    (found,) = processes(on)
    assert {on.actors[r.actor].name for r in found.roles if r.role == role} == expected


def test_talks_are_named_after_their_place() -> None:
    (found,) = processes(ground(LAUNCHED, WHO, places=WHERE))
    assert found.name == "Lusaka talks"


def test_the_launch_is_the_first_round() -> None:
    (found,) = processes(ground(LAUNCHED, WHO, places=WHERE, times=WHEN))
    assert [(r.number, r.start) for r in found.rounds] == [(1, "2017-03-27")]


def test_rounds_with_a_date_each_are_numbered() -> None:
    (found,) = processes(ground(HOSTED, WHO, places=WHERE, times=WHEN))
    assert [(r.number, r.start, r.place, r.host) for r in found.rounds] == [
        (1, "2017-03-27", "Lusaka", "Zambia"),
        (2, "2017-03-28", "Lusaka", "Zambia"),
        (3, "2017-03-31", "Lusaka", "Zambia"),
    ]


def test_a_round_joins_the_talks_the_report_has_named() -> None:
    on = ground(f"{LAUNCHED}\n{KICKED}", WHO, places=WHERE, times=WHEN)
    (found,) = processes(on)
    assert [(r.number, r.start, r.place) for r in found.rounds] == [
        (1, "2017-03-27", "Lusaka"),
        (14, "2017-03-28", "Lusaka"),
    ]


def test_both_mentions_are_of_the_process() -> None:
    on = ground(f"{LAUNCHED}\n{KICKED}", WHO, places=WHERE, times=WHEN)
    given = processes(on)
    found = process_spans(on, given)
    assert [index for _, index in found] == [0, 0]


def test_a_name_of_its_own_is_kept() -> None:
    on = ground(
        "The/DT/det/4 Coffee/NNP/compound/4 Security/NNP/compound/4 Dialogue/NNP/nsubj/9 "
        "on/IN/case/6 "
        "Angola/NNP/nmod/4 hosted|host/VBN/acl/4 by/IN/case/9 Kenya/NNP/obl/7 ended|end/VBD/root/0 "
        "././punct/10",
        WHO,
    )
    (found,) = processes(on)
    assert (found.name, found.topic) == ("Coffee Security Dialogue", "Angola")
    assert [(on.actors[r.actor].name, r.role) for r in found.roles] == [("Kenya", "host")]


def test_talks_of_two_people_are_no_series() -> None:
    anna, omar = actor("Anna Berg"), actor("Omar Haddad")
    on = ground(
        "Anna/NNP/nsubj/3 Berg/NNP/flat/1 held|hold/VBD/root/0 peace/NN/compound/5 "
        "talks|talk/NNS/obj/3 "
        "in/IN/case/7 Lusaka/NNP/nmod/5 with/IN/case/9 Omar/NNP/nmod/5 Haddad/NNP/flat/9 "
        "././punct/3",
        (anna, omar),
        places=WHERE,
    )
    assert processes(on) == ()


def test_a_well_known_process_has_its_name_and_topic() -> None:
    on = ground(
        "The/DT/det/3 Normandy/NNP/compound/3 Four/NNP/nsubj/4 met|meet/VBD/root/0 ././punct/4", WHO
    )
    (found,) = processes(on)
    assert (found.name, found.aliases, found.topic) == (
        "Normandy format",
        ("Normandy Four",),
        "Ukraine",
    )


def test_talks_are_called_after_a_name_that_is_no_state() -> None:
    on = ground(
        "The/DT/det/3 Danube/NNP/compound/3 talks|talk/NNS/nsubj/4 failed|fail/VBD/root/0 "
        "././punct/4",
        WHO,
    )
    assert [p.name for p in processes(on)] == ["Danube talks"]


def test_talks_of_three_are_named_by_their_number_and_have_them_for_parties() -> None:
    on = ground(
        "They/PRP/nsubj/2 discussed|discuss/VBD/root/0 the/DT/det/5 tripartite/JJ/amod/5 "
        "talks|talk/NNS/obj/2 on/IN/case/8 the/DT/det/8 canal/NN/nmod/5 between/IN/case/10 "
        "Kenya/NNP/nmod/8 ,/,/punct/12 Peru/NNP/conj/10 and/CC/cc/14 Chile/NNP/conj/10 ././punct/2",
        WHO,
    )
    (one,) = processes(on)
    assert one.name == "tripartite talks"
    assert {on.actors[r.actor].name for r in one.roles} == {"Kenya", "Peru", "Chile"}


def test_talks_without_a_name_are_those_that_somebody_stands_behind() -> None:
    on = ground(
        "The/DT/det/2 talks|talk/NNS/nsubj/7 ,/,/punct/4 brokered|broker/VBN/acl/2 by/IN/case/6 "
        "Peru/NNP/obl:agent/4 began|begin/VBD/root/0 ././punct/7",
        WHO,
    )
    (one,) = processes(on)
    assert one.name == "talks brokered by Peru"
    assert [(on.actors[r.actor].name, r.role) for r in one.roles] == [("Peru", "broker")]


def test_who_mediates_talks_is_not_what_they_are_about() -> None:
    on = ground(
        "The/DT/det/3 Lusaka/NNP/compound/3 talks|talk/NNS/nsubj/10 on/IN/case/6 the/DT/det/6 "
        "canal/NN/nmod/3 mediated|mediate/VBN/acl/6 by/IN/case/9 Peru/NNP/obl:agent/7 "
        "failed|fail/VBD/root/0 ././punct/10",
        WHO,
        places=WHERE,
    )
    assert [p.topic for p in processes(on)] == [None]


def test_a_host_is_told_after_who_brokers() -> None:
    on = ground(
        "The/DT/det/2 talks|talk/NNS/nsubj/11 ,/,/punct/4 brokered|broker/VBN/acl/2 by/IN/case/6 "
        "Peru/NNP/obl:agent/4 and/CC/cc/8 hosted|host/VBN/conj/4 by/IN/case/10 "
        "Chile/NNP/obl:agent/8 began|begin/VBD/root/0 ././punct/11",
        WHO,
    )
    (one,) = processes(on)
    assert ("Chile", "host") in {(on.actors[r.actor].name, r.role) for r in one.roles}
