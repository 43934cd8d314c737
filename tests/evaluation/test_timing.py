from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evaluation.timing import (
    BESIDE,
    LASTS,
    OTHER_FAR,
    OTHER_HERE,
    RIGHT,
    Case,
    Document,
    Given,
    Linked,
    Timex,
    figures,
    judged,
    printed,
    read,
)

TEXT = "They met on Friday. They had quarrelled in May, and it rained on Monday."
FRIDAY, MAY, MONDAY = Timex((12, 18), "2003-04-04"), Timex((43, 46), "2002-05"), Timex(
    (65, 71), "2003-04-07"
)  # fmt: skip
OWN = Timex(None, "2003-04-05T10:00")
DOCUMENT = Document(TEXT, "t0", {"t0": OWN, "t1": FRIDAY, "t2": MAY, "t3": MONDAY})
TIMEML = """<TimeML><DCT><TIMEX3 tid="t0" value="2003-04-05">5 April</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1">met</EVENT> on
<TIMEX3 tid="t1" value="2003-04-04">Friday</TIMEX3>.</TEXT>
<MAKEINSTANCE eventID="e1" eiid="i1"/>
<TLINK relType="INCLUDES" timeID="t1" relatedToEventInstance="i1"/>
<TLINK relType="BEFORE" eventInstanceID="i1" relatedToTime="t0"/>
<TLINK relType="BEFORE" eventInstanceID="i1" relatedToEventInstance="i1"/></TimeML>"""


def met(**links: str) -> Linked:
    return Linked(5, 8, links)


def on(time: Timex, source: str = "syntax") -> Given:
    return Given(source, {"start": time.value, "value": time.value, "text": list(time.span or ())})


def test_links_are_turned_from_the_event_to_the_time(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(TIMEML)
    (document,) = read(tmp_path)
    assert document.text == "They met on\nFriday."
    assert document.published == "2003-04-05"
    assert document.events == [Linked(5, 8, {"t1": "IS_INCLUDED", "t0": "BEFORE"})]


@pytest.mark.parametrize(
    ("event", "given", "expected"),
    [
        (met(t1="IS_INCLUDED"), on(FRIDAY), RIGHT),
        (met(t1="INCLUDES"), on(FRIDAY), RIGHT),
        (met(t1="AFTER"), on(FRIDAY), BESIDE),
        (met(t1="IS_INCLUDED"), on(MONDAY), OTHER_HERE),
        (met(t2="IS_INCLUDED"), on(FRIDAY), OTHER_FAR),
        (met(t0="BEFORE"), on(FRIDAY), None),
        (met(t0="BEFORE"), on(OWN, "report"), RIGHT),
        (met(t0="IS_INCLUDED"), on(OWN, "report"), RIGHT),
        (met(t0="INCLUDES"), on(OWN, "report"), LASTS),
        (met(t1="IS_INCLUDED"), on(OWN, "report"), OTHER_HERE),
        (met(t1="IS_INCLUDED"), on(FRIDAY, "report"), RIGHT),
        (met(t1="IS_INCLUDED"), Given("none", {}), None),
    ],
)
def test_a_time_is_judged_by_the_links(event: Linked, given: Given, expected: str | None) -> None:
    assert judged(DOCUMENT, event, given) == expected


def line(**more: Any) -> dict[str, Any]:
    token = {"start": 5, "end": 8, "lemma": "meet"}
    times = [{"start": "2003-04-04", "value": "2003-04-04", "text": [12, 18]}]
    return {"tokens": [token], "times": times, "statements": [], "events": []} | more


def test_an_event_is_found_by_its_trigger() -> None:
    proof = {"start": 0, "end": 18, "rule": "event: meet"}
    told = {"evidence": proof, "time": 0, "time_from": "syntax"}
    found = printed(line(events=[told]), met())
    assert found is not None
    assert found.source == "syntax"
    proof["rule"] = "event: quarrel"
    assert printed(line(events=[told]), met()) is None


def test_a_statement_is_found_by_its_cue() -> None:
    said = {"cue": [5, 8], "time": None, "time_from": None}
    assert printed(line(statements=[said]), met()) == Given("none", {})


def test_figures_are_shares_of_what_is_judged() -> None:
    cases = [
        Case("syntax", RIGHT, True, OTHER_HERE),
        Case("syntax", BESIDE, False, ""),
        Case("report", None, True, OTHER_FAR),
    ]
    shown = figures(cases)
    assert (shown["syntax"], shown["syntax, judged"]) == (50.0, 2.0)
    assert (shown["report"], shown["report, judged"]) == (0.0, 0.0)
    assert shown["found"] == 50.0
