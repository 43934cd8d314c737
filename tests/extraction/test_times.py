"""When: what each expression stands for."""

from __future__ import annotations

import pytest

from communique.extraction.times import find_anchor, find_times
from communique.model.report import Dateline, Report, Time
from communique.model.text import Name, Span, Text
from tests import build


def times_of(chars: str, published: str | None = None, **more: object) -> tuple[Time, ...]:
    """The times of an unparsed text, those of the report's own frame left out."""
    text = Text(chars, (Span(0, len(chars)),))
    found = find_times(build.report(chars, published=published, **more), text)  # type: ignore[arg-type]
    return tuple(time for time in found if time.text)


def only(chars: str, published: str | None = None) -> Time:
    (time,) = times_of(chars, published)
    return time


def words(chars: str, published: str | None = None) -> list[str]:
    return [chars[t.text.start : t.text.end] for t in times_of(chars, published) if t.text]


MONDAY = "2009-06-15"


@pytest.mark.parametrize(
    ("chars", "value"),
    [
        ("They met on 21 October 1995.", "1995-10-21"),
        ("They met on October 21, 1995.", "1995-10-21"),
        ("They met on the 21st of October, 1995.", "1995-10-21"),
        ("They met on Oct. 21, 1995.", "1995-10-21"),
        ("They met on Saturday, 21 October 1995.", "1995-10-21"),
        ("Published 1995-10-21 here.", "1995-10-21"),
        ("Dated 21/10/1995 below.", "1995-10-21"),
        ("Dated 03/04/1995 below.", "1995"),
        ("It began in October 1995.", "1995-10"),
        ("It began in October of 1995.", "1995-10"),
        ("It began in 1995.", "1995"),
        ("It began in late 1995.", "1995"),
        ("It began at the end of March 1995.", "1995-03"),
        ("It began in mid-May 1995.", "1995-05"),
        ("It began in spring 1998.", "1998-SP"),
        ("It began in the fall of 1989.", "1989-FA"),
        ("It grew in the first quarter of 1999.", "1999-Q1"),
        ("It grew in the second half of 2009.", "2009-H2"),
        ("It was so in the 1990s.", "199"),
        ("It was so in the early 1990s.", "199"),
        ("It was so in the 70s.", "197"),
        ("It was so in the sixties.", "196"),
        ("It grew in Q3 2011.", "2011-Q3"),
        ("Dated 1995/10/21 below.", "1995-10-21"),
        ("It was so in the 19th century.", "18"),
        ("The battle of 480 BC was lost.", "BC0480"),
        ("The war of 1914-18 was long.", "1914/1918"),
        ("It arrived on Christmas Eve 1998.", "1998-12-24"),
        ("They signed on Good Friday 1998.", "1998-04-10"),
        ("It opened on March 8, 2004 at 9:30 p.m. there.", "2004-03-08T21:30"),
        ("On the morning of 8 March 2004 it opened.", "2004-03-08TMO"),
        ("It rose over the past decade.", "P10Y"),
        ("It rose over the past year.", "P1Y"),
        ("It rose in the last three years.", "P3Y"),
        ("A two-day summit ended.", "P2D"),
        ("It took two and a half years.", "P2.5Y"),
        ("It took several months.", "PXM"),
        ("It took half an hour.", "PT0.5H"),
        ("They waited for years.", "PXY"),
        ("It met every year.", "P1Y"),
        ("It met every Tuesday.", "XXXX-WXX-2"),
        ("It is published daily.", "P1D"),
        ("The current government fell.", "PRESENT_REF"),
        ("He now agrees.", "PRESENT_REF"),
        ("He recently agreed.", "PAST_REF"),
        ("It changed in recent months.", "PXM"),
        ("It may change in the near future.", "FUTURE_REF"),
    ],
)
def test_an_expression_has_its_timex3_value(chars: str, value: str) -> None:
    assert times_of(chars)[0].value == value


@pytest.mark.parametrize(
    ("chars", "start"),
    [
        ("They met on Friday.", "2009-06-12"),
        ("They met on Monday.", "2009-06-15"),
        ("They will meet on Friday.", "2009-06-19"),
        ("They are due to meet on Tuesday.", "2009-06-16"),
        ("They will meet next Tuesday.", "2009-06-23"),
        ("They met last Monday.", "2009-06-08"),
        ("They met this Wednesday.", "2009-06-17"),
        ("They met yesterday.", "2009-06-14"),
        ("They meet today.", "2009-06-15"),
        ("They will meet tomorrow.", "2009-06-16"),
        ("They met the day before yesterday.", "2009-06-13"),
        ("They met last year.", "2008"),
        ("They met in March last year.", "2008-03"),
        ("They met last month.", "2009-05"),
        ("They met last week.", "2009-06-08"),
        ("They met over the weekend.", "2009-06-13"),
        ("They met three days ago.", "2009-06-12"),
        ("They met two years ago.", "2007"),
        ("They met in March.", "2009-03"),
        ("They met in August.", "2008-08"),
        ("They will meet in March.", "2010-03"),
        ("They met on June 20.", "2008-06-20"),
        ("They will meet on June 20.", "2009-06-20"),
        ("They met on 2 May.", "2009-05-02"),
        ("They met earlier this year.", "2009"),
        ("They meet at the end of the month.", "2009-06"),
        ("They met at 10:16 PM.", "2009-06-15T22:16"),
        ("They met at noon.", "2009-06-15T12:00"),
        ("They met in the third quarter.", "2008-07"),
        ("They met on Friday last week.", "2009-06-12"),
        ("They will meet next week on Friday.", "2009-06-26"),
        ("They met on the 3rd of this month.", "2009-06-03"),
        ("They will meet two weeks from now.", "2009-06-29"),
        ("They met late Friday.", "2009-06-12"),
        ("They met at 7pm.", "2009-06-15T19:00"),
        ("They met at 1400 hours.", "2009-06-15T14:00"),
        ("They met two decades ago.", "1989"),
        ("They met half a century ago.", "1959"),
        ("They met a decade and a half ago.", "1994"),
        ("They met on the 12th and parted.", "2009-06-12"),
        ("They met on Wednesday, Oct. 21.", "2009-10-21"),
        ("They will meet on Tuesday, Oct. 21.", "2008-10-21"),
        ("The deadline of July 14 is near.", "2009-07-14"),
    ],
)
def test_an_expression_counts_from_the_day_of_publication(chars: str, start: str) -> None:
    time = only(chars, MONDAY)
    assert (time.start, time.basis) == (start, "resolved")
    assert time.why


@pytest.mark.parametrize(
    ("chars", "value"),
    [
        ("They met on Tuesday.", "XXXX-WXX-2"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met last year.", "XXXX"),
        ("They met last month.", "XXXX-XX"),
        ("They met three weeks earlier.", "XXXX-WXX"),
        ("They met at noon.", "XXXX-XX-XXT12:00"),
    ],
)
def test_without_a_day_to_count_from_an_expression_stays_open(chars: str, value: str) -> None:
    time = only(chars)
    assert (time.start, time.value) == (None, value)


@pytest.mark.parametrize(
    ("chars", "start", "end"),
    [
        ("Held on Feb. 3-4, 2011 there.", "2011-02-03", "2011-02-04"),
        ("Held on 3 and 4 February 2011 there.", "2011-02-03", "2011-02-04"),
        ("Held on January 30-February 2, 2011 there.", "2011-01-30", "2011-02-02"),
        ("Held on December 30-January 2, 2011 there.", "2010-12-30", "2011-01-02"),
        ("Held on February 3-4 there.", "XXXX-02-03", "XXXX-02-04"),
        ("The 1914-1918 war ended.", "1914", "1918"),
        ("It was so in the 1990s.", "1990", "1999"),
    ],
)
def test_a_range_has_a_start_and_an_end(chars: str, start: str, end: str) -> None:
    time = only(chars)
    assert (time.start, time.end) == (start, end)


def test_three_ranges_without_year_are_the_last_before_publication() -> None:
    chars = "Rounds were held on November 23-24, February 5-6 and June 14-15."
    found = [(t.start, t.end) for t in times_of(chars, MONDAY)]
    assert found == [
        ("2008-11-23", "2008-11-24"),
        ("2009-02-05", "2009-02-06"),
        ("2009-06-14", "2009-06-15"),
    ]


def test_the_first_day_of_a_range_shares_the_year_of_the_second() -> None:
    first, second = times_of("From December 3 to January 4, 1979 they talked.")
    assert (first.start, second.start) == ("1978-12-03", "1979-01-04")


def test_a_year_taken_from_the_date_before_is_inferred() -> None:
    _, second = times_of("The pact was signed in 1978. In March it was ratified.")
    assert (second.start, second.basis) == ("1978-03", "inferred")


@pytest.mark.parametrize(
    ("chars", "start"),
    [
        ("They met on 3 May 1972. The next day they signed.", "1972-05-04"),
        ("They met on 3 May 1972. Two weeks later they signed.", "1972-05-15"),
        ("They met on 3 May 1972. The same day they signed.", "1972-05-03"),
        ("They met in 1972. The following year they signed.", "1973"),
        ("They met on 4 May. The following Friday they signed.", "2009-05-08"),
        ("They will meet the following Friday.", "2009-06-26"),
        ("They met in 1972. In October of that year they signed.", "1972-10"),
    ],
)
def test_an_expression_counts_from_the_date_before_it(chars: str, start: str) -> None:
    assert times_of(chars, MONDAY)[-1].start == start


@pytest.mark.parametrize(
    "chars",
    [
        "They may march in the second row.",
        "The fall of Saigon came.",
        "Some 2000 troops left.",
        "The sun sat low.",
        "It springs from fear.",
        "They had 24 seats of 1,500.",
        "The Arab Spring began there.",
        "Three quarters of the land is dry.",
        "They are in their 60s.",
        "About 2018 people came.",
        "Some 1500 soldiers and 2000 civilians left.",
        "It stands in Article 1990.",
        "Room 2010 is on page 1998.",
        "At least 1950 died.",
        "It was the third in as many months.",
        "The March on Lisbon failed.",
        "He stood on the 15th floor.",
    ],
)
def test_common_words_are_no_times(chars: str) -> None:
    assert words(chars) == []


def test_a_year_joined_to_another_counts_nothing() -> None:
    assert words("Between 2003 and 2005 talks stalled.") == ["2003", "2005"]


def test_a_month_inside_the_name_of_a_person_is_no_time() -> None:
    chars = "It was said by April Jones in June 1999."
    start = chars.index("April")
    text = Text(chars, (Span(0, len(chars)),), names=(Name(start, start + 11, "person"),))
    found = find_times(build.report(chars), text)
    assert [t.value for t in found] == ["1999-06"]


@pytest.mark.parametrize(
    "chars", ["They met on 29 February.", "They met on 29 February last year."]
)
def test_a_leap_day_is_of_no_year_without_it(chars: str) -> None:
    time = only(chars, "2010-03-01")
    assert (time.value, time.basis) == ("XXXX-02-29", "stated")


@pytest.mark.parametrize(
    ("chars", "why"),
    [
        ("They met on 2 May.", "The most recent one from the day of publication 2009-06-15."),
        ("2 July is near.", "The nearest one from the day of publication 2009-06-15."),
        ("They will meet on 2 May.", "The next one from the day of publication 2009-06-15."),
    ],
)
def test_why_a_day_has_its_year(chars: str, why: str) -> None:
    assert only(chars, MONDAY).why == why


def test_a_set_leads_to_no_day() -> None:
    assert times_of("It rose every year since 1990.", MONDAY)[0].start is None


@pytest.mark.parametrize("chars", ["In the year 0000 CE it fell.", "It fell in 99999 AD."])
def test_a_year_that_no_calendar_reckons_is_none(chars: str) -> None:
    assert all(time.start is None for time in times_of(chars))


def test_round_hundreds_are_centuries() -> None:
    found = times_of("In the 1800s, the 1890s and the 2000s.")
    assert [time.precision for time in found] == ["century", "decade", "decade"]


def test_the_span_of_a_time_of_day_ends_before_the_comma() -> None:
    assert words("It came at 13:45, then left.") == ["13:45"]


def test_a_day_that_the_calendar_has_not_is_no_day() -> None:
    assert [t.value for t in times_of("They met on February 30, 2009.")] == ["XXXX-02", "2009"]


def test_the_span_of_an_expression_leaves_out_its_preposition() -> None:
    assert words("Talks held since May 1999, and on Tuesday, ended.") == ["May 1999", "Tuesday"]


@pytest.mark.parametrize(
    ("line", "published", "start"),
    [
        ("XXXX-03-02", "2012-03-03", "2012-03-02"),
        ("XXXX-12-31", "2012-01-01", "2011-12-31"),
        ("XXXX-03-02", None, "XXXX-03-02"),
        (None, "2012-03-03", "2012-03-03"),
    ],
)
def test_the_dateline_goes_before_the_publication(
    line: str | None, published: str | None, start: str
) -> None:
    dateline = Dateline("Lima", line, None, 0, 4) if line else None
    anchor = find_anchor(build.report("Lima", published=published, dateline=dateline))
    assert anchor is not None
    assert anchor.moment.iso == start


def test_a_report_without_any_date_has_no_anchor() -> None:
    assert find_anchor(build.report("Lima")) is None


def test_the_date_of_a_dateline_says_so() -> None:
    chars = "LIMA, Mar. 2 - They met on Friday."
    dateline = Dateline("LIMA", "XXXX-03-02", None, 0, 12)
    found = times_of(chars, "2012-03-03", dateline=dateline)
    assert [(t.start, t.basis) for t in found] == [
        ("2012-03-02", "dateline"),
        ("2012-03-02", "resolved"),
    ]


def test_yesterday_of_a_dateline_without_year_keeps_the_year_open() -> None:
    chars = "LIMA, Mar. 12 - They met yesterday."
    found = times_of(chars, dateline=Dateline("LIMA", "XXXX-03-12", None, 0, 13))
    assert found[-1].start == "XXXX-03-11"


def test_the_publication_stands_among_the_times_once() -> None:
    chars = "June 15, 2009\n\nThey met."
    published = build.time("2009-06-15", text=Span(0, 13))
    report: Report = build.report(chars, published=published)
    assert find_times(report, Text(chars, (Span(0, len(chars)),))) == (published,)
