from communique.model.identity import Citation
from communique.model.record import Status
from communique.model.report import Time
from communique.views.web.steps import steps
from tests.build import time

WORDS = (Citation("r", 3, 9, "signed"),)


def by(day: str) -> Time:
    return time(None, day)


def test_statuses_lie_at_their_days() -> None:
    line = steps(
        [Status("signed", time("1984-11-29"), WORDS), Status("in force", time("1985-05-02"), WORDS)]
    )
    assert [(s.status, s.x, s.row, s.anchor) for s in line.steps] == [
        ("signed", 3.0, 0, "start"), ("in force", 97.0, 0, "end"),
    ]  # fmt: skip
    assert line.steps[0].href == "/reports/r?cite=3-9#cited"


def test_statuses_of_near_days_are_stacked() -> None:
    near = [Status("announced", time("1984-10-18"), WORDS), Status("signed", by("1984-10-19"), ())]
    line = steps([*near, Status("in force", time("1985-05-02"), WORDS)])
    assert [(s.row, s.by) for s in line.steps] == [(0, False), (1, True), (0, False)]
    assert line.rows == 2


def test_a_status_without_a_year_is_not_drawn() -> None:
    assert steps([Status("signed", time("XXXX-05-02"), WORDS), Status(None, None, ())]).steps == ()
