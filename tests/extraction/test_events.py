"""What happened, on trees in one line a sentence."""

from __future__ import annotations

import pytest

from communique.extraction.triggers import triggers
from communique.lexicon.load import table
from communique.model.findings import Event, Evidence, Statement
from communique.model.text import Span
from tests.extraction.grounds import Ground, actor, events, ground, names

ANNA, OMAR = actor("Anna Berg"), actor("Omar Haddad")
KENYA = actor("Kenya", "state", "KEN")
PERU = actor("Peru", "state", "PER", "Peruvian")
CHILE = actor("Chile", "state", "CHL")
WHO = (ANNA, OMAR, KENYA, PERU, CHILE)
WHERE = {"Lusaka": "ZMB"}
WHEN = {"Tuesday": "2017-03-28", "1978": "1978"}

MET = (
    "Anna/NNP/nsubj/3 Berg/NNP/flat/1 met|meet/VBD/root/0 Omar/NNP/obj/3 Haddad/NNP/flat/4 "
    "in/IN/case/7 Lusaka/NNP/nmod/4 on/IN/case/9 Tuesday/NNP/obl/3 ././punct/3"
)
AFTER = (
    "After/IN/case/3 her/PRP$/nmod:poss/3 meeting/NN/obl/10 with/IN/case/5 Omar/NNP/nmod/3 "
    "Haddad/NNP/flat/5 ,/,/punct/3 Anna/NNP/nsubj/10 Berg/NNP/flat/8 left|leave/VBD/root/0 "
    "././punct/10"
)
PRESS = (
    "Speaking|speak/VBG/advcl/14 at/IN/case/5 a/DT/det/5 press/NN/compound/5 conference/NN/obl/1 "
    "following|follow/VBG/case/7 negotiations|negotiation/NNS/nmod/5 with/IN/case/9 "
    "Omar/NNP/nmod/7 "
    "Haddad/NNP/flat/9 ,/,/punct/1 Anna/NNP/nsubj/14 Berg/NNP/flat/12 smiled|smile/VBD/root/0 "
    "././punct/14"
)
CASES = [
    (MET, "CONSULT meeting: Anna Berg, Omar Haddad @ Lusaka 2017-03-28"),
    (AFTER, "CONSULT meeting: Anna Berg, Omar Haddad"),
    (
        "Kenya/NNP/nsubj/4 and/CC/cc/3 Peru/NNP/conj/1 held|hold/VBD/root/0 talks|talk/NNS/obj/4 "
        "in/IN/case/7 Lusaka/NNP/nmod/5 ././punct/4",
        "CONSULT talks: Kenya, Peru @ Lusaka",
    ),
    (
        "Anna/NNP/nsubj/3 Berg/NNP/flat/1 held|hold/VBD/root/0 talks|talk/NNS/obj/3 in/IN/case/6 "
        "Lusaka/NNP/nmod/4 with/IN/case/8 Omar/NNP/nmod/4 Haddad/NNP/flat/8 ././punct/3",
        "CONSULT talks: Anna Berg, Omar Haddad @ Lusaka",
    ),
    (
        "Kenya/NNP/nsubj/2 hosted|host/VBD/root/0 talks|talk/NNS/obj/2 between/IN/case/5 "
        "Peru/NNP/nmod/3 and/CC/cc/7 Chile/NNP/conj/5 ././punct/2",
        "CONSULT talks: Peru, Chile by Kenya",
    ),
    (
        "Anna/NNP/nsubj:pass/4 Berg/NNP/flat/1 was|be/VBD/aux:pass/4 received|receive/VBN/root/0 "
        "by/IN/case/6 Omar/NNP/obl:agent/4 Haddad/NNP/flat/6 ././punct/4",
        "CONSULT meeting: Anna Berg > Omar Haddad by Omar Haddad",
    ),
    (
        "Anna/NNP/nsubj/3 Berg/NNP/flat/1 arrived|arrive/VBD/root/0 in/IN/case/5 Lusaka/NNP/obl/3 "
        "on/IN/case/7 Tuesday/NNP/obl/3 ././punct/3",
        "CONSULT/visit visit: Anna Berg @ Lusaka 2017-03-28",
    ),
    (
        "Anna/NNP/nsubj/3 Berg/NNP/flat/1 telephoned|telephone/VBD/root/0 Omar/NNP/obj/3 "
        "Haddad/NNP/flat/4 ././punct/3",
        "CONSULT/phone phone call: Anna Berg, Omar Haddad",
    ),
    (
        "Kenya/NNP/nsubj/2 imposed|impose/VBD/root/0 sanctions|sanction/NNS/obj/2 on/IN/case/5 "
        "Peru/NNP/nmod/3 ././punct/2",
        "SANCTION: Kenya > Peru",
    ),
    (
        "Kenya/NNP/nsubj/2 expelled|expell/VBD/root/0 two/CD/nummod/5 Peruvian/JJ/amod/5 "
        "diplomats|diplomat/NNS/obj/2 ././punct/2",
        "SANCTION/expel: Kenya > Peru",
    ),
    (
        "Kenya/NNP/nsubj/2 urged|urge/VBD/root/0 Peru/NNP/obj/2 to/TO/mark/5 release/VB/xcomp/2 "
        "the/DT/det/7 prisoners|prisoner/NNS/obj/5 ././punct/2",
        "REQUEST/yield: Kenya > Peru",
    ),
    (
        "Peru/NNP/nsubj/2 rejected|reject/VBD/root/0 talks|talk/NNS/obj/2 with/IN/case/5 "
        "Chile/NNP/nmod/3 ././punct/2",
        "REJECT/meet: Peru > Chile",
    ),
    (
        "Kenya/NNP/nsubj/2 agreed|agree/VBD/root/0 to/TO/mark/4 set/VB/xcomp/2 "
        "up/RP/compound:prt/4 "
        "a/DT/det/8 joint/JJ/amod/8 commission/NN/obj/4 with/IN/case/10 Peru/NNP/nmod/8 "
        "././punct/2",
        "AGREE: Kenya > Peru",
    ),
    (
        "Kenya/NNP/nsubj/2 attacked|attack/VBD/root/0 Peru/NNP/obj/2 in/IN/case/5 1978/CD/obl/2 "
        "././punct/2",
        "ASSAULT: Kenya > Peru 1978 (historical)",
    ),
]


def said(on: Ground, event: Event) -> str:
    """An event in one line."""
    parts = [event.type + (f"/{event.mode}" if event.mode else "")]
    parts[0] += f" {event.format}:" if event.format else ":"
    parts.append(", ".join(names(on, event.actors)))
    if event.recipients:
        parts.append("> " + ", ".join(names(on, event.recipients)))
    if event.hosts:
        parts.append("by " + ", ".join(names(on, event.hosts)))
    if event.place is not None:
        parts.append("@ " + on.places[event.place].name)
    if event.time is not None:
        parts.append(str(on.times[event.time].start))
    if event.aux:
        parts.append(f"({', '.join(event.aux)})")
    return " ".join(parts)


def told(lines: str, published: str | None = "2017-03-28", **more: object) -> list[str]:
    on = ground(lines, WHO, places=WHERE, times=WHEN, **more)  # type: ignore[arg-type]
    return [said(on, event) for event in events(on, published)]


@pytest.mark.parametrize(("lines", "expected"), CASES, ids=[c[1] for c in CASES])
def test_a_sentence_tells_one_event(lines: str, expected: str) -> None:
    assert told(lines) == [expected]


def test_the_subject_takes_part_in_what_a_phrase_names() -> None:
    assert told(PRESS) == [
        "CONSULT press conference: Anna Berg",
        "CONSULT negotiations: Anna Berg, Omar Haddad",
    ]


def test_an_announced_meeting_is_also_an_agreement() -> None:
    lines = (
        "Anna/NNP/nsubj/4 Berg/NNP/flat/1 will/MD/aux/4 visit/VB/root/0 Lusaka/NNP/obj/4 "
        "on/IN/case/7 Tuesday/NNP/obl/4 ././punct/4"
    )
    assert told(lines) == [
        "AGREE visit: Anna Berg @ Lusaka",
        "CONSULT/visit visit: Anna Berg @ Lusaka 2017-03-28 (future)",
    ]


def test_hostile_acts_to_come_are_a_threat() -> None:
    lines = "Peru/NNP/nsubj/3 will/MD/aux/3 attack/VB/root/0 Chile/NNP/obj/3 ././punct/3"
    assert told(lines) == ["THREATEN: Peru > Chile"]


def test_a_visit_that_will_not_be_made_has_no_place() -> None:
    lines = (
        "Anna/NNP/nsubj/5 Berg/NNP/flat/1 will/MD/aux/5 not/RB/advmod/5 visit/VB/root/0 "
        "Lusaka/NNP/obj/5 ././punct/5"
    )
    assert all("Lusaka" not in line for line in told(lines, None))


def test_where_stands_for_the_place_before_it() -> None:
    lines = (
        "Anna/NNP/nsubj/4 Berg/NNP/flat/1 will/MD/aux/4 travel/VB/root/0 to/TO/case/6 "
        "Lusaka/NNP/obl/4 ,/,/punct/10 where/WRB/advmod/10 she/PRP/nsubj/10 meets|meet/VBZ/advcl/4 "
        "Omar/NNP/obj/10 Haddad/NNP/flat/11 ././punct/4"
    )
    on = ground(lines, (actor("Anna Berg", "person", None, "she"), OMAR), places=WHERE)
    meetings = [e for e in events(on) if e.format == "meeting" and e.type == "CONSULT"]
    assert [e.place for e in meetings] == [0]


def test_what_is_joined_to_the_name_beside_a_title_takes_part() -> None:
    lines = (
        "The/DT/det/2 envoy/NN/nsubj/8 Anna/NNP/appos/2 Berg/NNP/flat/3 and/CC/cc/6 "
        "Omar/NNP/conj/3 Haddad/NNP/flat/6 held|hold/VBD/root/0 talks|talk/NNS/obj/8 ././punct/8"
    )
    assert told(lines, None) == ["CONSULT talks: Anna Berg, Omar Haddad"]


def test_talks_are_held_by_those_who_hold_hours_of_them() -> None:
    lines = (
        "Kenya/NNP/nsubj/2 held|hold/VBD/root/0 two/CD/nummod/4 hours|hour/NNS/obj/2 of/IN/case/6 "
        "talks|talk/NNS/nmod/4 with/IN/case/8 Peru/NNP/nmod/6 ././punct/2"
    )
    assert told(lines, None) == ["CONSULT talks: Kenya, Peru"]


def test_their_talks_at_the_close_of_which_two_speak_are_theirs() -> None:
    lines = (
        "At/IN/case/3 the/DT/det/3 close/NN/obl/11 of/IN/case/6 their/PRP$/nmod:poss/6 "
        "meeting/NN/obl/11 ,/,/punct/3 Kenya/NNP/nsubj/11 and/CC/cc/10 Peru/NNP/conj/8 "
        "smiled|smile/VBD/root/0 ././punct/11"
    )
    assert told(lines, None) == ["CONSULT meeting: Kenya, Peru"]


def test_what_a_state_is_committed_to_fighting_is_no_assault() -> None:
    lines = (
        "Kenya/NNP/nsubj/3 is|be/VBZ/cop/3 committed/JJ/root/0 to/TO/mark/5 "
        "fighting|fight/VBG/advcl/3 Peru/NNP/obj/5 ././punct/3"
    )
    assert told(lines) == []


def test_the_day_of_what_somebody_is_blamed_for_is_not_that_of_the_blame() -> None:
    lines = (
        "Kenya/NNP/nsubj/2 blamed|blame/VBD/root/0 Peru/NNP/obj/2 for/IN/case/7 "
        "Tuesday/NNP/nmod:poss/7 's/POS/case/5 attack/NN/obl/2 ././punct/2"
    )
    assert all("2017-03-28" not in line for line in told(lines))


def test_what_is_announced_as_done_is_not_to_come() -> None:
    lines = (
        "Chile/NNP/nsubj/2 announced|announce/VBD/root/0 that/IN/mark/7 Kenya/NNP/nsubj/7 "
        "and/CC/cc/6 Peru/NNP/conj/4 met|meet/VBD/ccomp/2 ././punct/2"
    )
    assert "CONSULT meeting: Kenya, Peru" in told(lines, None)


def test_what_an_actor_will_not_do_is_a_refusal() -> None:
    lines = (
        "Kenya/NNP/nsubj/4 will/MD/aux/4 not/RB/advmod/4 lift/VB/root/0 the/DT/det/6 "
        "embargo/NN/obj/4 ././punct/4"
    )
    assert told(lines) == ["CONCEDE: Kenya (negation)", "REJECT: Kenya"]


def test_a_meeting_that_was_not_held_says_so() -> None:
    lines = (
        "Kenya/NNP/nsubj/4 did|do/VBD/aux/4 not/RB/advmod/4 meet/VB/root/0 Peru/NNP/obj/4 "
        "././punct/4"
    )
    assert told(lines, None) == ["CONSULT meeting: Kenya, Peru (negation)"]


def test_what_is_only_supposed_is_no_hostile_act() -> None:
    lines = (
        "Kenya/NNP/nsubj/3 would/MD/aux/3 impose/VB/root/0 sanctions|sanction/NNS/obj/3 "
        "on/IN/case/6 "
        "Peru/NNP/nmod/4 ././punct/3"
    )
    assert told(lines) == []


def test_the_host_of_an_occasion_takes_no_part() -> None:
    on = ground(
        "Anna/NNP/nsubj/3 Berg/NNP/flat/1 met|meet/VBD/root/0 Omar/NNP/obj/3 Haddad/NNP/flat/4 "
        "on/IN/case/8 the/DT/det/8 sidelines|sideline/NNS/obl/3 of/IN/case/12 the/DT/det/12 "
        "Coffee/NNP/compound/12 Forum/NNP/nmod/8 hosted|host/VBN/acl/12 by/IN/case/15 "
        "Kenya/NNP/obl/13 ././punct/3",
        WHO,
    )
    (event,) = events(on)
    assert (event.occasion, names(on, event.actors)) == (
        "Coffee Forum",
        ["Anna Berg", "Omar Haddad"],
    )


def test_tellings_of_one_meeting_are_one_event_on_the_fullest() -> None:
    on = ground(f"{AFTER}\n{MET}", WHO, places=WHERE, times=WHEN)
    (event,) = events(on)
    assert said(on, event) == "CONSULT meeting: Anna Berg, Omar Haddad @ Lusaka 2017-03-28"
    assert event.evidence.start == on.text.chars.index("Anna Berg met")


def test_both_sides_are_the_states_of_those_who_met() -> None:
    anna, omar = actor("Anna Berg", "person", "KEN"), actor("Omar Haddad", "person", "PER")
    sides = (
        "Both/DT/det/2 sides|side/NNS/nsubj/3 exchanged|exchange/VBD/root/0 views|view/NNS/obj/3 "
        "././punct/3"
    )
    on = ground(
        f"{MET}\n{sides}",
        (anna, omar, KENYA, PERU),
        groups={"Both sides": ["Kenya", "Peru"]},
        places=WHERE,
        times=WHEN,
    )
    assert [names(on, e.actors) for e in events(on)] == [["Anna Berg", "Omar Haddad"]]


def test_a_title_adds_nothing_that_the_body_tells() -> None:
    title = "Kenya/NNP/nsubj/2 meets|meet/VBZ/root/0 Peru/NNP/obj/2"
    body = "Kenya/NNP/nsubj/2 met|meet/VBD/root/0 Peru/NNP/obj/2 ././punct/2"
    on = ground(f"{title}\n{body}", WHO)
    (event,) = events(on, title=len("Kenya meets Peru"))
    assert event.evidence.start > len("Kenya meets Peru")


def test_a_title_is_read_where_the_body_is_silent() -> None:
    on = ground("Kenya/NNP/nsubj/2 meets|meet/VBZ/root/0 Peru/NNP/obj/2", WHO)
    assert len(events(on, title=len("Kenya meets Peru"))) == 1


def test_what_somebody_claims_says_so_and_counts_less() -> None:
    on = ground(MET, WHO, places=WHERE, times=WHEN)
    whole = Span(0, len(on.text.chars))
    claim = Statement(
        "direct", (whole,), on.text.chars, Evidence(0, 1, "test", 1.0, ""), speakers=(2,)
    )
    (event,) = events(on, statements=[claim])
    (plain,) = events(on)
    assert "in the words of Kenya" in event.evidence.why
    assert event.evidence.score < plain.evidence.score
    assert (event.claimed, names(on, event.claimed_by)) == (True, ["Kenya"])
    assert (plain.claimed, plain.claimed_by) == (False, ())


@pytest.mark.parametrize("own", [0, 1])
def test_what_the_report_tells_too_is_not_claimed(own: int) -> None:
    on = ground(f"{MET}\n{MET}", WHO, places=WHERE, times=WHEN)
    sentence = on.text.sentence_span(1 - own)
    words = on.text.slice(sentence)
    proof = Evidence(*sentence, "test", 1.0, "")
    claim = Statement("indirect", (sentence,), words, proof, speakers=(2,))
    (event,) = events(on, statements=[claim])
    assert (event.claimed, event.claimed_by) == (False, ())


def test_what_several_claim_is_claimed_by_all_of_them() -> None:
    on = ground(f"{MET}\n{MET}", WHO, places=WHERE, times=WHEN)
    proof = Evidence(0, 1, "test", 1.0, "")
    claims = [
        Statement("indirect", (span,), on.text.slice(span), proof, speakers=(speaker,))
        for speaker, span in ((3, on.text.sentence_span(0)), (2, on.text.sentence_span(1)))
    ]
    (event,) = events(on, statements=claims)
    assert (event.claimed, names(on, event.claimed_by)) == (True, ["Kenya", "Peru"])


def test_a_meeting_without_day_has_that_of_the_report() -> None:
    lines = "Kenya/NNP/nsubj/2 met|meet/VBD/root/0 Peru/NNP/obj/2 ././punct/2\n" + MET
    (first, _) = told(lines)
    assert first == "CONSULT meeting: Kenya, Peru 2017-03-28"


def test_every_event_has_its_base_score() -> None:
    on = ground(CASES[8][0], WHO)
    assert [e.scale for e in events(on)] == [-6.0]


def test_every_trigger_is_of_a_type_and_mode_of_plover() -> None:
    known = {(row["type"], row["mode"] or None) for row in table("plover.tsv")}
    used = {(t.type, t.mode) for those in triggers().values() for t in those if t.mode != "?"}
    assert used <= known


def test_plover_has_sixteen_types() -> None:
    assert len({row["type"] for row in table("plover.tsv")}) == 16
    assert sum(bool(row["mode"]) for row in table("plover.tsv")) == 67


def test_the_modes_of_requests_are_of_plover() -> None:
    known = {(row["type"], row["mode"]) for row in table("plover.tsv")}
    assert {(row["type"], row["mode"]) for row in table("request_modes.tsv")} <= known


@pytest.mark.parametrize(
    ("line", "kind", "entry"),
    [
        (
            "Kenya/NNP/nsubj/2 said|say/VBD/root/0 Peru/NNP/nsubj/5 must/MD/aux/5 "
            "disarm/VB/ccomp/2 ././punct/2",
            "REQUEST",
            None,
        ),
        (
            "Kenya/NNP/nsubj/4 will/MD/aux/4 not/RB/advmod/4 tolerate/VB/root/0 Peru/NNP/obj/4 "
            "././punct/4",
            "REJECT",
            "refusals.tsv: tolerate",
        ),
        (
            "Kenya/NNP/nsubj/2 condemned|condemn/VBD/root/0 Peru/NNP/obj/2 ././punct/2",
            "ACCUSE",
            "event_triggers.tsv: condemn",
        ),
    ],
)
def test_an_event_names_the_line_by_which_it_was_found(
    line: str, kind: str, entry: str | None
) -> None:
    (event,) = events(ground(line, WHO))
    assert (event.type, event.evidence.words[0].entry) == (kind, entry)
