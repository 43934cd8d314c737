from pathlib import Path

import pytest

from evaluation.timex import compare, expressions, figures, kind_of, pair, read
from evaluation.timex_errors import Timex, classes

TEXT = "They met on early Friday, for two days."
FRIDAY = Timex(18, 24, "DATE", "2003-04-04")
DAYS = Timex(30, 38, "DURATION", "P2D")


def test_timeml_is_read_with_its_day_of_publication(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(
        '<TimeML><DCT><TIMEX3 value="2003-04-05">5 April</TIMEX3></DCT>'
        '<TEXT>They <EVENT>met</EVENT> <TIMEX3 type="DATE" value="2003-04-04">on\n'
        "<EVENT>Fri</EVENT>day </TIMEX3>.</TEXT></TimeML>"
    )
    (document,) = read(tmp_path)
    assert document.published == "2003-04-05"
    assert document.text == "They met on\nFriday ."
    assert document.times == [Timex(9, 18, "DATE", "2003-04-04")]


def test_the_folder_of_wikiwars_is_scored_on_its_last_files(tmp_path: Path) -> None:
    folder = tmp_path / "wikiwars"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.tml").write_text(f"<TimeML><TEXT>{number}</TEXT></TimeML>")
    assert [document.text for document in read(folder)] == ["2", "3", "4", "5", "6", "7"]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2003-04-04", "DATE"),
        ("2003-Q1", "DATE"),
        ("PAST_REF", "DATE"),
        ("PRESENT_REF", "DATE"),
        ("2003-04-04T15:00", "TIME"),
        ("XXXX-XX-XXTNI", "TIME"),
        ("P2D", "DURATION"),
        ("PT24H", "DURATION"),
        ("PXM", "DURATION"),
    ],
)
def test_the_type_is_that_of_the_value(value: str, kind: str) -> None:
    assert kind_of(value) == kind


@pytest.mark.parametrize(
    ("text", "value", "parts"),
    [
        ("3-5 May", "2003-05-03/2003-05-05", [("3", "2003-05-03"), ("5 May", "2003-05-05")]),
        ("May 3 to 5", "2003-05-03/2003-05-05", [("May 3", "2003-05-03"), ("5", "2003-05-05")]),
        ("1990-94", "1990/1994", [("1990", "1990"), ("94", "1994")]),
        ("May 3", "2003-05-03", [("May 3", "2003-05-03")]),
    ],
)
def test_a_range_is_two_expressions(text: str, value: str, parts: list[tuple[str, str]]) -> None:
    found = expressions(text, [(0, len(text), value)])
    assert [(text[t.start : t.end], t.value) for t in found] == parts


def test_exact_extents_are_paired_before_overlapping_ones() -> None:
    wide = Timex(0, 20, "DATE", "2003")
    assert pair([FRIDAY, wide], [FRIDAY]) == [(FRIDAY, FRIDAY)]


def test_an_attribute_counts_where_extents_overlap() -> None:
    longer = FRIDAY._replace(start=12)
    found = figures(compare(TEXT, [FRIDAY, DAYS], [longer, DAYS._replace(value="P3D")]))
    assert found == {
        "strict": 50.0,
        "relaxed": 100.0,
        "value": 50.0,
        "type": 100.0,
        "strict + value": 0.0,
    }


@pytest.mark.parametrize(
    ("gold", "ours", "name"),
    [
        ([FRIDAY], [], "missed: a day"),
        ([], [DAYS], "found where the gold has none: a length of time"),
        ([FRIDAY], [FRIDAY._replace(start=12)], "too long by early, late, mid, the end of"),
        ([FRIDAY._replace(start=12)], [FRIDAY], "too short by early, late, mid, the end of"),
        ([FRIDAY], [FRIDAY._replace(value="2002-04-04")], "a day: another year"),
        ([FRIDAY], [FRIDAY._replace(value="2003-04-11")], "a day: later than in the gold"),
        ([FRIDAY], [FRIDAY._replace(value="2003")], "a year where the gold has a day"),
        ([FRIDAY], [FRIDAY._replace(value="XXXX-XX-XX")], "a day: left open"),
        ([DAYS], [DAYS._replace(value="P3D")], "a length of time: another count or unit"),
    ],
)
def test_errors_are_classed(gold: list[Timex], ours: list[Timex], name: str) -> None:
    assert [(c.name, c.count) for c in classes(compare(TEXT, gold, ours))] == [(name, 1)]
