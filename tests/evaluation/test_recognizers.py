from pathlib import Path
from typing import Any

import pytest

from evaluation.recognizers import judge
from evaluation.recognizers_gold import Case, in_print, read, why_left_out
from evaluation.recognizers_meaning import agree, length, said, wanted

NOON = "2011-03-09T12:00:00"


def value(timex: str, **more: str) -> dict[str, Any]:
    return {"values": [{"timex": timex, **more}]}


def time(words: str, line: str, start: str | None, value: str, end: str | None = None) -> Any:
    at = line.index(words)
    return {"text": [at, at + len(words)], "start": start, "end": end, "value": value}


def case(words: str, line: str, meaning: dict[str, Any] | None, kind: str = "date") -> Case:
    at = line.index(words)
    return Case(line, NOON, at, at + len(words), kind, meaning)


@pytest.mark.parametrize(
    ("words", "kind", "reason"),
    [
        ("7", "date", "number alone"),
        ("tmrw", "date", "chat spelling"),
        ("msk", "timezone", "time zone alone"),
        ("< 2010", "daterange", "sign of comparison"),
        ("5/12", "date", "day and month in figures, no year"),
        ("9 to 5 on Monday", "datetimerange", "hours without a sign of hours"),
        ("20110309", "date", "digits run together"),
        ("2011/mar/09", "date", "machine notation"),
        ("seven twenty a m", "time", "spelled as speech"),
        ("feb 30", "date", "no such day"),
        ("rest the month", "daterange", "no English"),
        ("my week", "daterange", "somebody's own"),
        ("the 7th", "date", ""),
        ("May 5-12", "daterange", ""),
        ("9 a.m. to 5 p.m.", "timerange", ""),
        ("two decades", "duration", ""),
        ("2009-2011", "daterange", ""),
    ],
)
def test_why_a_case_is_left_out(words: str, kind: str, reason: str) -> None:
    assert why_left_out(words, kind) == reason


def test_print_has_capitals() -> None:
    assert in_print("monday the first of may, new year's eve") == (
        "Monday the first of May, New Year's Eve"
    )


def test_a_case_in_two_files_counts_once_with_its_meaning(tmp_path: Path) -> None:
    (tmp_path / "DateExtractor.json").write_text(
        '[{"Input": "go on May 3", "Results": [{"Text": "May 3", "Type": "date", "Start": 6,'
        ' "Length": 5}]}]'
    )
    (tmp_path / "DateTimeModel.json").write_text(
        '[{"Input": "Go on May 3", "Context": {"ReferenceDateTime": "2011-03-09T12:00:00"},'
        ' "Results": [{"Text": "may 3", "Start": 6, "End": 10, "TypeName": "datetimeV2.date",'
        ' "Resolution": {"values": []}}]}]'
    )
    (found,) = read(tmp_path)
    assert (found.words, found.meaning, found.reference) == ("May 3", {"values": []}, NOON)


LINE = "They met from May 3 to 5."
MAY = value("(2011-05-03,2011-05-05,P2D)", type="daterange", start="2011-05-03", end="2011-05-05")


@pytest.mark.parametrize(
    ("times", "result"),
    [
        ([time("May 3 to 5", LINE, "2011-05-03", "2011-05-03/2011-05-05", "2011-05-05")], "right"),
        (
            [time("May 3", LINE, "2011-05-03", "2011-05-03"), time("5", LINE, "2011-05-05", "")],
            "right",
        ),
        ([time("May 3", LINE, "2011-05-03", "2011-05-03")], "found in part"),
        ([time("met from May 3 to 5", LINE, None, "")], "found with other words"),
        ([time("May 3 to 5", LINE, "2011-05-03", "2011-05-03")], "another value"),
        ([], "not found"),
    ],
)
def test_what_becomes_of_a_case(times: list[dict[str, Any]], result: str) -> None:
    assert judge(case("from May 3 to 5", LINE, MAY, "daterange"), times).result == result


@pytest.mark.parametrize(
    ("timex", "key"),
    [
        ("P2W", ("for", "1209600")),
        ("P14D", ("for", "1209600")),
        ("PT1H30M", ("for", "5400")),
        ("PXW", ("for", "PXW")),
        ("2011", None),
    ],
)
def test_lengths(timex: str, key: tuple[str, str] | None) -> None:
    assert length(timex) == key


def meant(start: str | None, value: str, end: str | None = None) -> list[dict[str, Any]]:
    return [{"start": start, "end": end, "value": value}]


@pytest.mark.parametrize(
    ("meaning", "words", "times", "same"),
    [
        (value("2011-05-03", value="2011-05-03"), "May 3", meant("2011-05-03", "2011-05-03"), True),
        (
            value("2011-05-03", value="2011-05-03"),
            "May 3",
            meant("2010-05-03", "2010-05-03"),
            False,
        ),
        (
            value("T08", value="08:00:00"),
            "8 a.m.",
            meant("2011-03-09T08:00", "2011-03-09T08:00"),
            True,
        ),
        (
            value("T08", value="08:00:00"),
            "8 a.m.",
            meant("2011-03-09T20:00", "2011-03-09T20:00"),
            False,
        ),
        (value("P3D", value="259200"), "three days", meant(None, "P3D"), True),
        (value("P3D", value="259200"), "a few days", meant(None, "PXD"), True),
        (value("P3D", value="259200"), "three days", meant(None, "PXD"), False),
        (value("2011", Mod="after", start="2012-01-01"), "after 2011", meant("2011", "2011"), True),
        (
            value("2011-01-09", value="2011-01-09"),
            "two months ago",
            meant("2011-01", "2011-01"),
            True,
        ),
        (value("2011-01-09", value="2011-01-09"), "January 9", meant("2011-01", "2011-01"), False),
        (value("2011-03-07", value="2011-03-07"), "3-7-2011", meant("2011", "2011"), True),
        (value("2011-03-21", value="2011-03-21"), "eid", meant("2011-03-22", "2011-03-22"), True),
        (value("XXXX-WXX-5", type="set"), "every Friday", meant(None, "XXXX-WXX-5"), True),
    ],
)
def test_whether_two_mean_the_same(
    meaning: dict[str, Any], words: str, times: list[dict[str, Any]], same: bool
) -> None:
    assert agree(meaning, words, NOON, times) is same


def test_a_parser_file_gives_a_past_and_a_future_day() -> None:
    meaning = {
        "Timex": "XXXX-05-03",
        "FutureResolution": {"date": "2011-05-03"},
        "PastResolution": {"date": "2010-05-03"},
    }
    keys = wanted(meaning, "May 3", NOON)
    assert keys & said(meant("2010-05-03", "2010-05-03"), NOON)
    assert keys & said(meant("2011-05-03", "2011-05-03"), NOON)
