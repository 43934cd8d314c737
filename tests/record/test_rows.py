"""Offices, statements, agreements and processes across reports."""

from dataclasses import replace

import pytest

from communique.model.findings import Stage
from communique.record.link import link
from communique.record.numbers import counts
from tests.build import Told, office, round_, told


def test_an_office_is_held_from_the_first_to_the_last_report_that_says_so() -> None:
    reads = [
        told(f"{day}: Minister Ana Ruiz", published=day)
        .actor("Ana Ruiz", country="PER", offices=[office("minister", body, "PER")])
        .read()
        for day, body in (("2011-05-03", "Ministry of Fisheries"), ("2012-02-01", None))
    ]
    (row,) = link(reads).offices
    assert (row.start, row.end, row.body) == ("2011-05-03", "2012-02-01", "Ministry of Fisheries")


def test_a_former_office_ends_before_the_report() -> None:
    former = office("minister", country="PER", former=True)
    report = told("ex-minister Ana Ruiz", published="2011-05-03")
    report.actor("Ana Ruiz", country="PER", offices=[former])
    (row,) = link([report.read()]).offices
    assert (row.start, row.end) == (None, "2011-05-03")


def speech(words: str, speaker: str = "Ana Ruiz", day: str = "2011-05-03", **more: object) -> Told:
    """A report of one statement."""
    report = told(f"{words} {speaker} said.", published=day)
    report.actor(speaker, country="PER", offices=[office("minister", country="PER")])
    report.states(Peru="PER", Chile="CHL")
    return report.said(speaker, words, **more)


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        (
            "The ferry talks with Chile in Lima will go on until autumn.",
            "Ferry talks with Chile in Lima would continue until autumn.",
            1,
        ),
        (
            "The ferry talks with Chile in Lima will go on until autumn.",
            "The ferry talks with Chile in Lima will not go on until autumn.",
            2,
        ),
        (
            "The ferry talks with Chile in Lima will go on until autumn.",
            "Fishing quotas need a court, a budget and some patience.",
            2,
        ),
    ],
)
def test_one_statement_in_two_reports(one: str, other: str, rows: int) -> None:
    assert len(link([speech(one).read(), speech(other).read()]).statements) == rows


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("syntax", ("2011-05-01", "syntax")),
        ("sentence", ("2011-05-01", "sentence")),
        ("report", ("2011-05-03", "report")),
    ],
)
def test_a_statement_has_its_own_day(source: str, expected: tuple[str, str]) -> None:
    report = speech("The ferry talks will go on until autumn.")
    when = report.when("2011-05-01")
    report.statements[0] = replace(report.statements[0], time=when, time_from=source)
    (row,) = link([report.read()]).statements
    assert row.time is not None
    assert (row.time.start, row.time_from) == expected


def test_a_statement_shows_the_direct_words_and_the_office() -> None:
    record = link(
        [
            speech("The ferry talks with Chile in Lima will go on until autumn.").read(),
            speech("“Ferry talks with Chile in Lima will go on till autumn”", form="direct").read(),
        ]
    )
    (row,) = record.statements
    assert (row.form, len(row.reports), row.offices) == ("direct", 2, (record.offices[0].id,))


def test_the_same_words_months_later_are_another_statement() -> None:
    words = "The ferry talks with Chile in Lima will go on until autumn."
    later = speech(words + " Again,", day="2011-11-03")
    assert len(link([speech(words).read(), later.read()]).statements) == 2


def deal(status: str, day: str, **more: object) -> Told:
    """A report of the fisheries treaty of two states."""
    report = told(f"The treaty is {status}.", published=day).states(Peru="PER", Chile="CHL")
    known: dict[str, object] = {"parties": ["Peru", "Chile"], "topics": ("fisheries",)}
    return report.agreed("treaty", at="treaty", status=status, **(known | more))


def test_an_agreement_is_followed_over_time() -> None:
    reads = [deal(s, d).read() for s, d in (("signed", "2011-05-03"), ("announced", "2011-03-01"))]
    (row,) = link(reads).agreements
    assert [line.status for line in row.history] == ["announced", "signed"]


def test_one_report_can_tell_the_whole_history_of_an_agreement() -> None:
    report = deal("extended", "2011-05-04")
    words = ("treaty", "The treaty", "treaty is")
    told_as = (("signed", "2009", None), ("suspended", None, None), ("extended", "XXXX-WXX-2", 1))
    history = [
        Stage(status, report.on(at), report.when(day), "syntax" if day else None)
        for at, (status, day, _) in zip(words, told_as, strict=True)
    ]
    (known,) = report.agreements
    report.agreements[0] = replace(known, history=tuple(history), evidence=history[-1].evidence)
    (row,) = link([report.read()]).agreements
    assert [(s.status, s.time and (s.time.start, s.time.end)) for s in row.history] == [
        ("signed", ("2009", None)),
        ("suspended", (None, "2011-05-03")),
        ("extended", ("2011-05-03", None)),
    ]
    assert [[c.text for c in s.evidence] for s in row.history] == [
        ["treaty"], ["The treaty"], ["treaty is"]
    ]  # fmt: skip


def test_a_stage_with_a_day_takes_in_those_that_were_so_by_a_later_day() -> None:
    dated = deal("signed", "2011-05-04")
    (known,) = dated.agreements
    stage = Stage("signed", known.evidence, dated.when("2011-05-03"), "syntax")
    dated.agreements[0] = replace(known, history=(stage,))
    (row,) = link([dated.read(), deal("signed", "2011-06-01").read()]).agreements
    assert [(s.status, s.time and s.time.start) for s in row.history] == [("signed", "2011-05-03")]


def test_other_topics_are_another_agreement() -> None:
    reads = [deal("signed", "2011-05-03"), deal("announced", "2011-05-03", topics=("visas",))]
    assert len(link([r.read() for r in reads]).agreements) == 2


def talks(*names: str, **more: object) -> list[str]:
    """The processes that reports with these names of talks give."""
    reads = []
    for n, name in enumerate(names):
        report = told(f"{n}: of {name} they spoke.")
        report.where("Lima", country="PER", geonameid=3936456, said="of")
        reads.append(report.talks(name, at=name, **more).read())
    return sorted(row.name for row in link(reads).processes)


@pytest.mark.parametrize(
    "names",
    [
        ("Lima talks", "Lima peace process", "the Lima format"),
        ("Lima talks", "talks in Lima"),
        ("River Dialogue", "Great River Dialogue"),
    ],
)
def test_names_of_one_process(names: tuple[str, ...]) -> None:
    assert len(talks(*names, topic="Chile")) == 1


@pytest.mark.parametrize(
    "names",
    [("Lima talks", "Quito talks"), ("fisheries talks", "border talks"), ("talks", "talks")],
)
def test_names_of_two_processes(names: tuple[str, ...]) -> None:
    assert len(talks(*names)) == 2


def test_rounds_are_one_by_number_or_by_day() -> None:
    first = told("one").talks("Lima talks", rounds=[round_(1, "2011-05-03"), round_(2)])
    second = told("two").talks("Lima talks", rounds=[round_(None, "2011-05-03", place="Lima")])
    (row,) = link([first.read(), second.read()]).processes
    assert [(r.number, r.place, r.time and r.time.start) for r in row.rounds] == [
        (1, "Lima", "2011-05-03"),
        (2, None, None),
    ]


def test_a_round_is_linked_to_its_meeting() -> None:
    report = told("The second round met in May.").states(Peru="PER", Chile="CHL")
    report.talks("Lima talks", rounds=[round_(2, "2011-05-03")])
    report.event(at="met", actors=["Peru", "Chile"], time="2011-05-03", process=0)
    record = link([report.read()])
    assert record.processes[0].rounds[0].occurrence == record.occurrences[0].id
    assert record.occurrences[0].round == 2


def test_two_starts_of_one_round_are_a_difference() -> None:
    reads = [
        told(f"{day}.").talks("Lima talks", rounds=[round_(1, day)]).read()
        for day in ("2011-05-03", "2011-05-04")
    ]
    (difference,) = link(reads).differences
    assert (difference.field, [v.value for v in difference.values]) == (
        "round 1: start",
        ["2011-05-03", "2011-05-04"],
    )


def test_a_more_precise_start_is_no_difference() -> None:
    reads = [
        told(f"{day}.").talks("Lima talks", rounds=[round_(1, day)]).read()
        for day in ("2011-05-03", "2011-05")
    ]
    assert link(reads).differences == ()


@pytest.mark.parametrize(
    "roles", [("guarantor", "host"), ("guarantor", "guarantor"), ("mediator", "party")]
)
def test_roles_that_go_together_are_no_difference(roles: tuple[str, str]) -> None:
    reads = [
        told(f"{n} {role}").states(Peru="PER").talks("Lima talks", roles=[("Peru", role)]).read()
        for n, role in enumerate(roles)
    ]
    assert link(reads).differences == ()


def test_other_numbers_of_the_same_things_are_a_difference() -> None:
    reads = []
    for words in ("killed 12 fishermen and two guards", "killed fourteen fishermen, 2 guards"):
        report = told(f"Raiders {words}.", published="2011-05-04").actor(
            "Raiders", type="organization"
        )
        report.actor("Peru Navy", type="organization").where("Lima", country="PER")
        report.event(
            "ASSAULT", at=words, actors=["Raiders", "Peru Navy"], time="2011-05-03", place="Lima"
        )
        reads.append(report.read())
    found = link(reads).differences
    assert [(d.field, [v.value for v in d.values]) for d in found] == [
        ("number of fishermen", ["12", "14"])
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("three rounds of talks", [("rounds", 3)]),
        ("1,200 wounded soldiers", [("soldiers", 1200)]),
        ("on 12 May 2011", []),
        ("for ten years and 3 months", []),
        ("the two sides", []),
        ("a 12-member team", []),
    ],
)
def test_what_is_counted(text: str, found: list[tuple[str, int]]) -> None:
    assert list(counts(text)) == found
