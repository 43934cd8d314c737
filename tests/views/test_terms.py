from datetime import date

import pytest

from communique.model.identity import Citation
from communique.model.record import OfficeRow
from communique.store.answers import Known, OfficeTelling
from communique.views.web.axis import Axis, axis_over
from communique.views.web.terms import Terms, terms
from tests import build


def telling(
    report: str, day: str | None, former: bool = False, acting: bool = False
) -> OfficeTelling:
    time = build.time(day) if day else None
    return OfficeTelling("f-1", time, former, acting, Citation(report, 0, 8, "Minister"))


def shown(*told: OfficeTelling) -> Terms:
    cited = tuple(t.evidence for t in told)
    row = OfficeRow("f-1", "e-1", "Minister", None, "NOR", None, None, "told", cited)
    return terms([row], told, Known())


def test_a_bar_runs_from_the_first_to_the_last_report() -> None:
    (row,) = shown(telling("a", "1998-01-01"), telling("b", "2000-01-01")).rows
    assert (row.left, row.width) == (3.0, 94.0)
    assert [report.x for report in row.reports] == [3.0, 97.0]
    assert row.href == "/reports/a?cite=0-8#cited"


def test_one_day_is_a_dot_and_no_bar() -> None:
    (row,) = shown(telling("a", "1998-01-01")).rows
    assert row.width == 0
    assert len(row.reports) == 1


def test_no_date_is_no_bar_and_no_line() -> None:
    found = shown(telling("a", None), telling("b", "XXXX-05-03"))
    assert found.ticks == ()
    assert found.rows[0].reports == ()
    assert found.rows[0].undated == 2


def test_a_report_that_says_former_lengthens_no_bar() -> None:
    told = [telling("a", "1998-01-01"), telling("b", "1999-01-01")]
    (row,) = shown(*told, telling("c", "2005-01-01", former=True)).rows
    assert row.left + row.width < 50
    assert [report.former for report in row.reports] == [False, False, True]
    assert not row.former


def test_an_office_only_told_as_former_is_former() -> None:
    (row,) = shown(telling("a", "1998-01-01", former=True)).rows
    assert row.former
    assert row.width == 0
    assert row.reports[0].label.endswith("as former")


def test_an_acting_one_is_said_so() -> None:
    assert shown(telling("a", "1998-01-01", acting=True)).rows[0].acting


def test_a_report_that_says_it_twice_is_one_dot() -> None:
    (row,) = shown(telling("a", "1998-01-01"), telling("a", "1998-01-01")).rows
    assert len(row.reports) == 1


def test_the_reports_of_a_day_are_one_dot() -> None:
    told = [telling(name, "1998-01-01") for name in "abc"]
    (row,) = shown(*told, telling("d", "1999-01-01")).rows
    assert row.reports[0].label.endswith("; and 2 more reports")
    assert len(row.reports) == 2


TICKS = [
    (("1998-03-01", "2001-02-01"), ["1999", "2000", "2001"]),
    (("1998-03-05", "1998-06-01"), ["Apr 1998", "May", "Jun"]),
    (("1998-03-05", "1998-03-09"), ["5 Mar 1998", "9 Mar 1998"]),
    (("1998-03-05", "1998-03-05"), ["5 Mar 1998"]),
]


@pytest.mark.parametrize(("days", "labels"), TICKS)
def test_a_line_of_time_is_labelled_as_finely_as_it_is_long(
    days: tuple[str, str], labels: list[str]
) -> None:
    axis = axis_over(date.fromisoformat(day) for day in days)
    assert axis is not None
    assert [tick.label for tick in axis.ticks] == labels


def test_a_long_line_has_few_labels() -> None:
    assert len(Axis(date(1900, 1, 1), date(2000, 1, 1)).ticks) <= 8
