import dataclasses
import itertools

import pytest

from communique.model.identity import Judgement
from communique.model.reading import Method, Skipped
from communique.model.record import Record
from communique.store import pending, questions
from communique.store.save import NotRead, decide, keep_reports, save_readings, save_record
from communique.store.session import Store
from tests.store import sample
from tests.store.sample import FIRST, SECOND, line

NAME = "0.0/by hand/0"


def sources(store: Store) -> list[str]:
    return [card.source for card in questions.reports(store).rows]


def test_keeping_twice_keeps_once(store: Store) -> None:
    assert keep_reports(store, [FIRST, SECOND]) == [FIRST.id, SECOND.id]
    assert keep_reports(store, [FIRST, SECOND]) == []
    assert questions.overview(store).reports == 2


def test_the_same_text_from_two_sources_is_one_report(store: Store) -> None:
    copy = dataclasses.replace(FIRST, source="z.txt")
    keep_reports(store, [FIRST, copy])
    card = questions.report(store, FIRST.id)
    assert (card.source, card.copies) == ("a.txt", ("z.txt",))


@pytest.mark.parametrize("order", list(itertools.permutations(["a.txt", "m.txt", "z.txt"])))
def test_which_source_is_shown_does_not_depend_on_the_order(
    store: Store, order: tuple[str, ...]
) -> None:
    for source in order:
        keep_reports(store, [dataclasses.replace(FIRST, source=source, outlet=source)])
    card = questions.report(store, FIRST.id)
    assert (card.source, card.outlet) == ("a.txt", "a.txt")


def test_a_copy_that_takes_the_place_of_a_report_is_read_anew(store: Store) -> None:
    keep_reports(store, [FIRST])
    save_readings(store, [line(FIRST)])
    keep_reports(store, [dataclasses.replace(FIRST, source="A.txt", segments=())])
    assert pending.unread(store, NAME) == [FIRST.id]


def test_a_report_comes_back_with_every_character(store: Store) -> None:
    odd = sample.report(
        "nul \0, half \ud800, \u00a0 and \U0001f54a\r\n", "odd.txt", title="\0\ud800"
    )
    keep_reports(store, [odd])
    assert list(pending.received(store, [odd.id])) == [odd]


def test_a_source_longer_than_an_index_takes_is_kept(store: Store) -> None:
    long = sample.report("Some words.", "https://example.org/" + "ä" * 5000)
    keep_reports(store, [long], [NotRead(Skipped("b" * 9000, "because"), "NotText")])
    assert sources(store) == [long.source]


def test_a_reading_takes_the_place_of_a_former_one(store: Store) -> None:
    keep_reports(store, [FIRST])
    save_readings(store, [line(FIRST)])
    save_readings(store, [line(FIRST, Method("0.1", "by hand", "0"))])
    assert pending.methods(store) == {FIRST.id: "0.1/by hand/0"}


def test_what_is_not_read_by_a_method_is_unread(store: Store) -> None:
    keep_reports(store, [FIRST, SECOND])
    save_readings(store, [line(FIRST)])
    assert pending.unread(store, NAME) == [SECOND.id]
    assert pending.unread(store, "another") == sorted([FIRST.id, SECOND.id])
    assert pending.unread(store, None) == sorted([FIRST.id, SECOND.id])


def test_what_a_method_could_not_read_is_not_tried_again_by_it(store: Store) -> None:
    keep_reports(store, [FIRST])
    save_readings(store, [], [NotRead(Skipped("a.txt", "no"), "ReadingFailed", FIRST.id, NAME)])
    assert pending.unread(store, NAME) == []
    assert pending.unread(store, "newer") == [FIRST.id]


def test_a_source_that_is_kept_after_all_is_no_longer_skipped(store: Store) -> None:
    keep_reports(store, [], [NotRead(Skipped("a.txt", "empty"), "EmptyReport")])
    assert [s.source for s in questions.skipped(store).rows] == ["a.txt"]
    keep_reports(store, [FIRST])
    assert questions.skipped(store).rows == ()


def test_a_report_that_is_read_after_all_is_no_longer_skipped(store: Store) -> None:
    keep_reports(store, [FIRST])
    save_readings(store, [], [NotRead(Skipped("a.txt", "no"), "ReadingFailed", FIRST.id, "old")])
    save_readings(store, [line(FIRST)])
    assert questions.skipped(store).rows == ()


def test_a_record_takes_the_place_of_the_former_one(filled: Store) -> None:
    save_record(filled, Record(), {})
    found = questions.overview(filled)
    assert (found.entities, found.statements, found.reports, found.unlinked) == ({}, 0, 2, 2)


def test_a_record_that_cannot_be_saved_leaves_the_former_one(filled: Store) -> None:
    row = sample.record().entities[0]
    with pytest.raises(Exception, match=r"(?i)unique"):
        save_record(filled, Record(entities=(row, row)), {})
    assert sum(questions.overview(filled).entities.values()) == 4


def test_the_latest_decision_about_a_pair_counts(store: Store) -> None:
    first = Judgement("l", "r", "same", 1.0, (), "anna", "2001-01-01T00:00:00Z")
    then = dataclasses.replace(first, verdict="different", at="2001-01-02T00:00:00Z")
    decide(store, then)
    decide(store, first)
    assert pending.decisions(store) == (then,)


def test_a_decision_outlives_a_link(store: Store) -> None:
    made = Judgement("l", "r", "same", 1.0, (), "anna", "2001-01-01T00:00:00Z")
    decide(store, made)
    save_record(store, Record(), {})
    assert pending.decisions(store) == (made,)


def test_a_decision_without_a_time_is_no_decision(store: Store) -> None:
    with pytest.raises(ValueError, match="time"):
        decide(store, Judgement("l", "r", "same", 1.0, (), "anna"))


def test_the_method_of_a_reading_is_kept(filled: Store) -> None:
    assert pending.methods(filled) == dict.fromkeys(sorted((FIRST.id, SECOND.id)), NAME)
