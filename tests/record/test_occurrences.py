"""Which tellings are of one event."""

import pytest

from communique.model.identity import Occurrence
from communique.record.link import link
from tests.build import Told, time, told
from tests.record.small import ADE, LIND, entity, meeting, meetings

RUIZ = {"Ana Ruiz": "PER"}
WORDS = "Telling {}: they met."


def linked(*reports: Told) -> list[Occurrence]:
    """The meetings that some reports give."""
    return meetings(link([report.read() for report in reports]))


def telling(number: int, people: dict[str, str] | None = None, **more: object) -> Told:
    """One more telling of a meeting of the same two."""
    return meeting(WORDS.format(number), people or LIND | ADE, **more)  # type: ignore[arg-type]


def lasting(number: int, length: str | None) -> Told:
    """A telling that gives the meeting a length."""
    return telling(number, time="2011-05-03", duration=length and time(None, value=length))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"time": "2011-05-03"}, {"time": "2011-05-03"}),
        ({"published": "2011-05-03"}, {"published": "2011-05-04"}),
        ({"time": "2011-05-03", "place": "Accra"}, {"time": "XXXX-WXX-2", "place": "Accra"}),
        ({"time": "2011-05-03", "place": "Lima"}, {"time": "XXXX-05-03", "place": "Lima"}),
        ({"time": "2011-05-03"}, {"time": "2011-05-03T10:00", "format": "talks"}),
        ({"time": "2011-05-03"}, {"time": "2011-05-03", "aux": ("future",)}),
    ],
)
def test_two_tellings_of_one_meeting(one: dict[str, str], other: dict[str, str]) -> None:
    assert len(linked(telling(1, **one), telling(2, **other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"time": "2011-05-03"}, {"time": "2012-05-03"}),
        ({"time": "2011-05-03"}, {"time": "2011-05-06"}),
        ({"published": "2011-05-03"}, {"published": "2011-07-20"}),
        ({"time": "2011-05-03", "place": "Accra"}, {"time": "2011-05-03", "place": "Lima"}),
        ({"place": "Accra"}, {"place": "Lima"}),
        ({"time": "XXXX-10-21", "place": "Accra"}, {"place": "Lima"}),
        ({"time": "2011-05-03"}, {"time": "XXXX-WXX-5"}),
        ({"time": "2011-05-03"}, {}),
        ({"time": "2011-05-03"}, {"time": "2011-05-03", "aux": ("negation",)}),
        (
            {"time": "2011-05-03", "format": "talks"},
            {"time": "2011-05-03", "format": "press conference"},
        ),
        ({"time": "2011-05-03"}, {"time": "2011-05-03", "people": {"Maria Lind": "SWE"} | RUIZ}),
    ],
)
def test_two_meetings_are_two(one: dict[str, str], other: dict[str, str]) -> None:
    assert len(linked(telling(1, **one), telling(2, **other))) == 2


def test_an_undated_telling_does_not_join_two_dates() -> None:
    found = linked(
        telling(1, time="2011-05-03", place="Accra"),
        telling(2, time="2012-06-05", place="Accra"),
        telling(3, place="Accra", time="XXXX-WXX-2"),
    )
    assert len(found) == 3


def test_an_undated_telling_joins_the_date_that_its_weekday_fits() -> None:
    found = linked(
        telling(1, time="2011-05-03", place="Accra"),
        telling(2, time="2012-06-07", place="Accra"),
        telling(3, place="Accra", time="XXXX-WXX-2"),
    )
    assert sorted(len(o.reports) for o in found) == [1, 2]


def test_leaders_and_their_states_are_one_meeting() -> None:
    states = told("The two states met.", published="2011-05-04").states(Sweden="SWE", Nigeria="NGA")
    states.event(at="met", actors=["Sweden", "Nigeria"], time="2011-05-03")
    (found,) = linked(telling(1, time="2011-05-03"), states)
    record = link([telling(1, time="2011-05-03").read(), states.read()])
    assert set(found.actors) == {entity(record, name).id for name in ("Maria Lind", "Okoro Ade")}


def test_two_meetings_of_one_person_are_not_joined_by_a_vague_telling() -> None:
    report = told("Lind met Ade. Lind also met Ruiz. The sides met as friends.")
    for name, country in (LIND | ADE | RUIZ).items():
        report.actor(name, country=country, at="Lind")
    report.states(Sweden="SWE", Nigeria="NGA", Peru="PER")
    report.event(at="Lind met Ade", actors=["Maria Lind", "Okoro Ade"], time="2011-05-03")
    report.event(at="Lind also met Ruiz", actors=["Maria Lind", "Ana Ruiz"], time="2011-05-03")
    report.event(at="The sides met", actors=["Sweden", "Peru"], time="2011-05-03")
    assert len(linked(report)) == 2


def test_fields_are_drawn_together() -> None:
    first = telling(
        1, time="2011-05", place="Accra", published="2011-05-20", contexts=("economic",)
    )
    second = telling(2, time="2011-05-19", published="2011-05-20", occasion="Gulf Summit")
    (found,) = linked(first, second)
    assert found.time is not None
    assert found.time.start == "2011-05-19"
    assert (found.contexts, found.occasion, found.place is None) == (
        ("economic",),
        "Gulf Summit",
        False,
    )


def test_news_without_a_day_was_not_later_than_its_report() -> None:
    (found,) = linked(telling(1, published="2011-05-04"))
    assert found.time is not None
    assert (found.time.start, found.time.end, found.time.basis) == (None, "2011-05-04", "inferred")


def test_an_occurrence_is_claimed_if_every_telling_is() -> None:
    ruiz = LIND | ADE | RUIZ
    claims = [
        meeting(WORDS.format(n), ruiz, "2011-05-03", claimed=True, claimed_by=[2]) for n in (1, 2)
    ]
    record = link([claim.read() for claim in claims])
    (found,) = meetings(record)
    assert (found.claimed, found.claimed_by) == (True, (entity(record, "Ana Ruiz").id,))
    (found,) = linked(*claims, meeting(WORDS.format(3), ruiz, "2011-05-03"))
    assert (found.claimed, found.claimed_by) == (False, ())


def test_an_occurrence_has_the_code_that_most_tellings_give() -> None:
    given = [telling(n, time="2011-05-03", cameo=c) for n, c in enumerate(("036", "040", "036"))]
    (found,) = linked(*given)
    assert found.cameo == "036"


def test_an_occurrence_has_the_highest_level_that_a_telling_gives() -> None:
    levels = ("official", "minister", None)
    given = [telling(n, time="2011-05-03", level=level) for n, level in enumerate(levels)]
    (found,) = linked(*given)
    assert found.level == "minister"


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [(("PT2H", "PT2H"), "PT2H"), (("PT2H", None), "PT2H"), (("PT2H", "PT3H"), None)],
)
def test_an_occurrence_has_a_length_where_its_tellings_agree(
    lengths: tuple[str | None, ...], expected: str | None
) -> None:
    (found,) = linked(*(lasting(n, length) for n, length in enumerate(lengths)))
    assert found.duration == expected


def test_lengths_that_differ_are_shown_side_by_side() -> None:
    (found,) = link([lasting(n, f"PT{n}H").read() for n in (2, 3)]).differences
    assert (found.field, [value.value for value in found.values]) == ("duration", ["PT2H", "PT3H"])
    assert link([lasting(n, "PT2H").read() for n in (2, 3)]).differences == ()


def test_an_announced_meeting_has_no_such_bound() -> None:
    (found,) = linked(telling(1, published="2011-05-04", aux=("future",)))
    assert found.time is None


def test_a_time_of_its_own_goes_before_the_day_of_a_report() -> None:
    told_of = telling(1, time="2011-05-04", time_from="report", published="2011-05-04")
    dated = telling(2, time="2011-05-03", time_from="syntax", published="2011-05-04")
    (found,) = linked(told_of, dated)
    assert found.time is not None
    assert (found.time.start, found.time.basis, found.time_from) == (
        "2011-05-03",
        "stated",
        "syntax",
    )


def test_the_day_of_a_report_is_inferred() -> None:
    (found,) = linked(telling(1, time="2011-05-04", time_from="report", published="2011-05-04"))
    assert found.time is not None
    assert (found.time.start, found.time.basis, found.time_from) == (
        "2011-05-04",
        "inferred",
        "report",
    )
