from communique.model.identity import Occurrence
from communique.model.report import Time
from communique.views.web.axis import day
from communique.views.web.charts import circle, timeline


def met(id: str, start: str | None, *who: str) -> Occurrence:
    time = Time(start, None, None, start or "", "day", "stated", "") if start else None
    nothing: tuple[str, ...] = ()
    return Occurrence(
        id, "CONSULT", None, nothing, nothing, who, nothing, nothing, None, None, None, None,
        None, time, ("r",), 1, (),
    )  # fmt: skip


def test_a_time_line_runs_from_the_first_day_to_the_last() -> None:
    events = [met("o-1", "1998-01-01"), met("o-2", "2000-01-01"), met("o-3", None)]
    line = timeline(events, ["a", "b", "c"])
    assert [(dot.x, dot.label) for dot in line.dots] == [(3.0, "a"), (97.0, "b")]
    assert line.undated == 1
    assert [tick.label for tick in line.ticks] == ["1998", "1999", "2000"]


def test_events_of_one_day_are_stacked() -> None:
    line = timeline([met("o-1", "1998-05-03"), met("o-2", "1998-05-03")], ["a", "b"])
    assert [dot.row for dot in line.dots] == [0, 1]
    assert line.rows == 2


def test_an_open_year_has_no_day() -> None:
    assert day(Time("XXXX-10-21", None, None, "", "day", "dateline", "")) is None


def test_those_who_meet_most_are_on_the_circle() -> None:
    meetings = [met("o-1", None, "a", "b"), met("o-2", None, "a", "b"), met("o-3", None, "a", "c")]
    picture = circle(meetings, most=2)
    assert [node.id for node in picture.nodes] == ["a", "b"]
    assert [edge.times for edge in picture.edges] == [2]
