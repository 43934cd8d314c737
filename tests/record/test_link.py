"""Many readings, one record: the same for every order, a person's word above the rules'."""

import dataclasses
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.record import ReadReport, Record
from communique.record.link import link
from tests.build import judgement, told
from tests.record.small import (
    ADE,
    LIND,
    bearers,
    entity,
    holder,
    meeting,
    meetings,
    two_tellings,
)


def world() -> list[ReadReport]:
    """Reports that share people, places, days and talks in many ways."""
    reads = two_tellings()
    for number in range(8):
        report = meeting(
            f"Telling {number}: they met again.",
            dict([*LIND.items(), *ADE.items()])
            if number % 2
            else {"Lind": "SWE", "Ana Ruiz": "PER"},
            time=[None, "2011-05-03", "2012-01-09", "XXXX-01-09"][number % 4],
            place=["Accra", "Lima", None][number % 3],
            published=["2011-05-04", None, "2012-01-10"][number % 3],
        )
        report.said(report.actors[0].name, f"Telling {number}: they met")
        report.agreed(parties=["Maria Lind", "Ana Ruiz"], status="signed", topics=("fishing",))
        reads.append(report.read())
    return reads


@given(st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_reports_changes_nothing(random: random.Random) -> None:
    reads = world()
    before = link(reads)
    random.shuffle(reads)
    assert link(iter(reads)) == before


def test_adding_twice_changes_nothing() -> None:
    assert link(world() + world()) == link(world())


def test_half_and_then_the_rest_is_all_at_once() -> None:
    reads = world()
    link(reads[:5])
    assert link(reads[:5] + reads[5:]) == link(reads[::-1])


def test_nothing_gives_an_empty_record() -> None:
    assert link([]) == Record()


def test_rows_are_sorted_by_id_and_ids_are_their_own() -> None:
    record = link(world())
    for name in ("entities", "offices", "occurrences", "statements", "agreements", "processes"):
        ids = [row.id for row in getattr(record, name)]
        assert ids == sorted(set(ids)), name


def test_every_row_is_cited_verbatim() -> None:
    reads = world()
    texts = {read.report.id: read.report.text for read in reads}
    record = link(reads)
    for field in dataclasses.fields(record):
        for row in getattr(record, field.name):
            for cited in getattr(row, "evidence", ()):
                assert texts[cited.report][cited.start : cited.end] == cited.text


def test_every_id_in_a_row_is_a_row() -> None:
    record = link(world())
    entities = {e.id for e in record.entities}
    for occurrence in record.occurrences:
        parties = {*occurrence.actors, *occurrence.recipients, *occurrence.hosts}
        assert parties <= entities
        assert occurrence.place in entities | {None}


def test_an_undated_report_takes_its_day_from_the_one_that_confirms_it() -> None:
    record = link(two_tellings())
    inferred = [
        r.published for r in record.reports if r.published and r.published.basis != "stated"
    ]
    assert [(t.start, t.basis) for t in inferred] == [("2011-05-03", "inferred")]


def test_two_tellings_of_a_meeting_are_one_occurrence_with_two_origins() -> None:
    (met,) = meetings(link(two_tellings()))
    assert met.origins == len(met.reports) == 2
    assert met.time is not None
    assert met.time.start == "2011-05-03"


def test_copies_do_not_count_as_confirmation() -> None:
    story = (
        "The ministers of the two countries met on Tuesday in the old customs house and spoke for "
        "three hours about the fishing grounds, the ferry line and the debts of the harbour board, "
        "and they met the press on the quay when evening came, tired but in good spirits."
    )
    copies = [
        meeting(f"{head} {story} {tail}", LIND | ADE, time="2011-05-03", published="2011-05-04")
        for head, tail in (("By our staff.", ""), ("", "Copyright."), ("Agencies.", "Read more."))
    ]
    (met,) = meetings(link([copy.read() for copy in copies]))
    assert (len(met.reports), met.origins) == (3, 1)


def test_roles_told_in_other_words_are_shown_as_a_difference() -> None:
    (difference,) = link(two_tellings()).differences
    assert difference.field == "role"
    assert [value.value for value in difference.values] == ["guarantor", "initiator"]
    assert all(value.evidence for value in difference.values)


def test_a_person_joins_what_the_rules_keep_apart() -> None:
    reads = [holder("Ana Ruiz", "PER"), holder("Ana Ruiz", "CHL")]
    assert bearers(link(reads), "Ana Ruiz") == 2
    left, right = (read.report.id + "/actor/0-8" for read in reads)
    decision = judgement(left, right, "same", by="ivana", at="2020-01-01T10:00")
    record = link(reads, [decision])
    assert bearers(record, "Ana Ruiz") == 1
    assert decision in record.judgements


def test_a_person_parts_what_the_rules_join() -> None:
    reads = [holder("Ana Ruiz", "PER", "minister"), holder("Ana Ruiz", "PER", "envoy")]
    assert bearers(link(reads), "Ana Ruiz") == 1
    left, right = (read.report.id + "/actor/0-8" for read in reads)
    decision = judgement(left, right, "different", by="ivana", at="2020-01-01T10:00")
    assert bearers(link(reads, [decision]), "Ana Ruiz") == 2


def test_the_later_of_two_decisions_counts() -> None:
    reads = [holder("Ana Ruiz", "PER", "minister"), holder("Ana Ruiz", "PER", "envoy")]
    left, right = (read.report.id + "/actor/0-8" for read in reads)
    decisions = [
        judgement(left, right, "different", by="ivana", at="2020-01-01"),
        judgement(right, left, "same", by="ivana", at="2020-01-02"),
    ]
    assert bearers(link(reads, decisions), "Ana Ruiz") == 1


def test_a_decision_may_name_entities() -> None:
    reads = [holder("Ana Ruiz", "PER"), holder("Ana Ruiz", "CHL")]
    left, right = (e.id for e in link(reads).entities)
    assert bearers(link(reads, [judgement(left, right, by="ivana")]), "Ana Ruiz") == 1


def test_a_decision_outlives_a_reading_that_finds_other_characters() -> None:
    reads = [holder("Ana Ruiz", "PER"), holder("Ana Ruiz", "CHL")]
    left, right = (read.report.id + "/actor/4-12" for read in reads)
    assert bearers(link(reads, [judgement(left, right, by="ivana")]), "Ana Ruiz") == 1


def test_a_decision_about_what_is_not_there_is_kept_and_does_nothing() -> None:
    decision = judgement("gone/actor/0-5", "e-000000000000", by="ivana")
    record = link([holder("Ana Ruiz")], [decision])
    assert record.judgements == (decision,)


def test_the_same_code_of_two_names_is_one_state() -> None:
    reads = [
        told("Bern agreed.").actor("Bern", type="state", country="CHE").read(),
        told("Switzerland agreed.").actor("Switzerland", type="state", country="CHE").read(),
    ]
    state = entity(link(reads), "Bern")
    assert (state.name, state.aliases, state.type) == ("Switzerland", ("Bern",), "state")


def test_the_same_number_of_the_gazetteer_is_one_place() -> None:
    reads = []
    for name in ("Madras", "Chennai"):
        report = told(f"They met in {name}.")
        report.where(name, country="IND", geonameid=1264527)
        reads.append(report.read())
    assert entity(link(reads), "Madras").aliases == ("Madras",)


def test_groups_of_the_same_members_are_one() -> None:
    reads = []
    for name in ("the Ferry Three", "the Harbour Circle"):
        report = told(f"{name} met.").states(Ghana="GHA", Togo="TGO", Benin="BEN")
        report.actor(name, type="group", members=["Ghana", "Togo", "Benin"])
        reads.append(report.read())
    record = link(reads)
    assert entity(record, "the Ferry Three") == entity(record, "the Harbour Circle")
    assert len(entity(record, "the Ferry Three").members) == 3


@pytest.mark.parametrize("name", ["Ghana and Togo", "the two sides", "the Ghanaian and Togolese"])
def test_a_group_without_a_name_of_its_own_is_its_members(name: str) -> None:
    report = told(f"{name} met.").states(Ghana="GHA", Togo="TGO")
    report.actor(name, type="group", members=["Ghana", "Togo"]).event(at="met", actors=[name])
    record = link([report.read()])
    assert [e.name for e in record.entities if e.type == "group"] == []
    assert len(meetings(record)[0].actors) == 2


@pytest.mark.parametrize("text", ["", "\u0000", "Ж" * 50, "a b c d"])
def test_a_report_of_nothing_is_a_row(text: str) -> None:
    record = link([told(text).read()])
    assert len(record.reports) == 1
