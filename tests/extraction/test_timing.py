"""Which time an event or a statement has, and what gives it, in sentences of our own read by the
reader itself. Reports are of Wednesday, 14 June 2023, unless a case says otherwise."""

from __future__ import annotations

from functools import cache

import pytest

from communique.extraction.extract import extract
from communique.extraction.timing import REPORT, SENTENCE, SYNTAX
from communique.model.reading import Reading
from communique.model.report import Dateline, Segment
from communique.pipeline.one import ModelParse
from tests import build

DAY = "2023-06-14"
SUN, MON, TUE, FRI = "2023-06-11", "2023-06-12", "2023-06-13", "2023-06-16"
EVENTS = [
    # A time that hangs on the verb.
    ("Peru's President Ana Rojas met Kenya's minister Omar Haddad on Monday.", "meet", MON, SYNTAX),
    ("On Monday, Peru's President Ana Rojas met Kenya's envoy Omar Haddad.", "meet", MON, SYNTAX),
    ("Ana Rojas on Monday met Omar Haddad in Lusaka.", "meet", MON, SYNTAX),
    ("Ana Rojas met Omar Haddad in Lusaka Monday.", "meet", MON, SYNTAX),
    ("Ana Rojas met with Omar Haddad last week in Lusaka.", "meet", "2023-06-05", SYNTAX),
    ("Ana Rojas met Omar Haddad in Lusaka in March 2021.", "meet", "2021-03", SYNTAX),
    ("Ana Rojas met Omar Haddad on 3 May 2022 and thanked him.", "meet", "2022-05-03", SYNTAX),
    ("Ana Rojas was received by Omar Haddad on Tuesday.", "receive", TUE, SYNTAX),
    ("Ana Rojas visited Lusaka yesterday.", "visit", TUE, SYNTAX),
    ("Peru imposed sanctions on Chile in 2019.", "impose", "2019", SYNTAX),
    ("Peru expelled two Chilean diplomats on Sunday.", "expel", SUN, SYNTAX),
    ("Kenya and Peru signed a trade agreement on 1 June.", "sign", "2023-06-01", SYNTAX),
    # A verb that only carries the noun.
    ("Ana Rojas held talks with Omar Haddad on Tuesday.", "talk", TUE, SYNTAX),
    ("On Tuesday Ana Rojas held talks with Omar Haddad in Lusaka.", "talk", TUE, SYNTAX),
    ("Talks between Peru and Kenya began in Lusaka on Monday.", "talk", MON, SYNTAX),
    ("Ana Rojas paid a visit to Kenya in April 2020.", "visit", "2020-04", SYNTAX),
    ("Kenya hosted talks between Peru and Chile on Friday.", "talk", "2023-06-09", SYNTAX),
    # A time that hangs on the noun.
    ("Monday's talks between Peru and Kenya ended without a result.", "talk", MON, SYNTAX),
    ("The 2015 talks between Peru and Kenya were hard.", "talk", "2015", SYNTAX),
    ("The talks on Monday between Peru and Kenya were hard.", "talk", MON, SYNTAX),
    ("The talks between Peru and Kenya held on Monday were hard.", "talk", MON, SYNTAX),
    # Shared by verbs that are joined.
    ("On Monday Ana Rojas flew to Lusaka and met Omar Haddad.", "meet", MON, SYNTAX),
    ("Ana Rojas arrived on Monday and met Omar Haddad on Tuesday.", "meet", TUE, SYNTAX),
    # The clause of a meeting has a day of its own.
    ("Ana Rojas, who met Omar Haddad on Sunday, left on Tuesday.", "meet", SUN, SYNTAX),
    ("Ana Rojas left on Tuesday after meeting Omar Haddad on Sunday.", "meet", SUN, SYNTAX),
    ("The truce of 2019 has held, but Peru expelled two Chilean diplomats.", "expel", None, None),
    # Near it in the sentence.
    ("Ana Rojas flew to Lusaka on Monday to meet Omar Haddad.", "meet", MON, SENTENCE),
    ("Ana Rojas left Lusaka on Monday after a meeting with Omar Haddad.", "meeting", MON, SENTENCE),
    # Still to come.
    ("Ana Rojas will meet Omar Haddad on Friday.", "meet", FRI, SYNTAX),
    ("Ana Rojas is expected to meet Omar Haddad on Friday.", "meet", FRI, SYNTAX),
    ("Ana Rojas said on Monday that she will meet Omar Haddad in July.", "meet", "2023-07", SYNTAX),
    ("Next week's talks between Peru and Kenya were on his mind.", "talk", "2023-06-19", SYNTAX),
    # The report's day, as news that names no other.
    ("Ana Rojas met Omar Haddad in Lusaka.", "meet", DAY, REPORT),
    ("Peru expelled two Chilean diplomats.", "expel", DAY, REPORT),
    ("Ana Rojas met Omar Haddad for three hours.", "meet", DAY, REPORT),
    # Nothing: an end of a stretch, a length, a set, the past of the past, something only supposed.
    ("Ana Rojas has met Omar Haddad three times.", "meet", None, None),
    ("Ana Rojas and Omar Haddad held two weeks of talks in Lusaka.", "talk", None, None),
    ("Ana Rojas had met Omar Haddad in Lusaka.", "meet", None, None),
    ("Ana Rojas has met Omar Haddad twice since 2015.", "meet", None, None),
    ("Ana Rojas did not meet Omar Haddad in Lusaka.", "meet", None, None),
    ("Ana Rojas will meet Omar Haddad in Lusaka.", "meet", None, None),
]  # fmt: skip
STATEMENTS = [
    ("The plan is dead, Ana Rojas said on Monday.", MON, SYNTAX),
    ("“The plan is dead,” Ana Rojas said Monday.", MON, SYNTAX),
    ("Ana Rojas said on Monday that the plan was dead.", MON, SYNTAX),
    ("On Monday, Ana Rojas said that the plan was dead.", MON, SYNTAX),
    ("Ana Rojas told reporters in Lusaka on Monday that the plan was dead.", MON, SYNTAX),
    ("Ana Rojas said at a news conference on Monday that the plan was dead.", MON, SYNTAX),
    ("Ana Rojas said in a statement on Monday that the plan was dead.", MON, SYNTAX),
    ("Ana Rojas said in a statement issued on Monday that the plan was dead.", MON, SYNTAX),
    ("Ana Rojas said during Monday's debate that the plan was dead.", MON, SYNTAX),
    ("Speaking to reporters on Monday, Ana Rojas said that the plan was dead.", MON, SYNTAX),
    ("Ana Rojas told the newspaper yesterday that the plan was dead.", TUE, SYNTAX),
    ("Ana Rojas warned in March 2021 that the plan was dead.", "2021-03", SYNTAX),
    ("Ana Rojas called on Monday for an end to the war.", MON, SYNTAX),
    ("Ana Rojas on Monday rejected the plan.", MON, SYNTAX),
    ("The plan was rejected by Ana Rojas on Monday.", MON, SYNTAX),
    ("Ana Rojas said after talks in Lusaka on Monday that the plan was dead.", MON, SENTENCE),
    ("Ana Rojas asked for a visa Tuesday for her client.", TUE, SYNTAX),
    ("The plan was dead, according to a statement by Ana Rojas on Monday.", MON, SYNTAX),
    ("The plan was dead, according to a 2015 report.", "2015", SYNTAX),
    ("“The plan is dead,” Ana Rojas said in an interview broadcast on Sunday.", SUN, SYNTAX),
    # A time of what is said, not of the saying.
    ("Ana Rojas promised to meet Omar Haddad on Friday.", DAY, REPORT),
    ("Ana Rojas said that the talks would begin on Friday.", DAY, REPORT),
    ("The talks will begin on Friday, Ana Rojas said.", DAY, REPORT),
    ("Ana Rojas said the army had left the town in 2019.", DAY, REPORT),
    ("“We won in 1998,” Ana Rojas said.", DAY, REPORT),
    ("Ana Rojas condemned Monday's attack on the town.", DAY, REPORT),
    ("Ana Rojas, who took office in 2019, said that the plan was dead.", DAY, REPORT),
    ("Ana Rojas pledged to open the border by Friday.", DAY, REPORT),
    # The day of the report.
    ("Ana Rojas said that the plan was dead.", DAY, REPORT),
    ("Ana Rojas says that the plan is dead.", DAY, REPORT),
    ("“The plan is dead,” said Ana Rojas.", DAY, REPORT),
    ("Ana Rojas went on to say that the plan was dead.", DAY, REPORT),
    ("According to Ana Rojas, the plan is dead.", DAY, REPORT),
    # Nothing.
    ("Ana Rojas has said that the plan is dead.", None, None),
    ("Ana Rojas had said that the plan was dead.", None, None),
    ("Analysts say that the plan is dead.", None, None),
    ("Ana Rojas believes that the plan is dead.", None, None),
]  # fmt: skip


@cache
def _parse() -> ModelParse:
    return ModelParse("reader")


@cache
def read(chars: str, published: str | None = DAY) -> Reading:
    """What is read in a text."""
    report = build.report(chars, published=published)
    return extract(report, _parse()(report), build.METHOD)


def event_time(reading: Reading, word: str) -> tuple[str | None, str | None]:
    """The start of the time of the first event of a trigger, announcements left out."""
    for event in reading.events:
        rule = event.evidence.rule
        if word in rule.removeprefix("event: ").split() and "announced" not in rule:
            time = None if event.time is None else reading.times[event.time].start
            return time, event.time_from
    raise AssertionError([event.evidence.rule for event in reading.events])


@pytest.mark.parametrize(("sentence", "word", "start", "source"), EVENTS)
def test_an_event_has_its_time(
    sentence: str, word: str, start: str | None, source: str | None
) -> None:
    assert event_time(read(sentence), word) == (start, source)


@pytest.mark.parametrize(("sentence", "start", "source"), STATEMENTS)
def test_a_statement_has_its_time(sentence: str, start: str | None, source: str | None) -> None:
    reading = read(sentence)
    said = reading.statements[0]
    time = None if said.time is None else reading.times[said.time].start
    assert (time, said.time_from) == (start, source)


MORE = [
    # The same speaker goes on: the time is carried over.
    (
        "Ana Rojas said on Monday that the plan was dead. She added that nobody wanted it.",
        [f"{MON} syntax", f"{MON} sentence"],
    ),
    (
        "Ana Rojas said on Monday that the plan was dead. Omar Haddad said that it was not.",
        [f"{MON} syntax", f"{MON} report"],
    ),
    (
        "Asked on Monday about the plan, Ana Rojas said that it was dead.",
        [f"{MON} syntax"],
    ),
    # What is said at a meeting that has its day.
    (
        "Ana Rojas met Omar Haddad in Lusaka on Monday. During the meeting, Haddad said that the "
        "plan was dead.",
        [f"{MON} sentence"],
    ),
    # The first sentences tell of which day the news is.
    (
        "Kenya closed its border on Tuesday. Ana Rojas said that the plan was dead.",
        [f"{TUE} report"],
    ),
    # A day too long before the report is not that of its news.
    (
        "Kenya closed its border on 1 March. Ana Rojas said that the plan was dead.",
        [f"{DAY} report"],
    ),
]


def said(reading: Reading) -> list[str]:
    """The time and source of every statement with a cue."""
    return [
        f"{None if s.time is None else reading.times[s.time].start} {s.time_from}"
        for s in reading.statements
    ]


@pytest.mark.parametrize(("chars", "times"), MORE)
def test_a_statement_has_the_time_of_what_is_around_it(chars: str, times: list[str]) -> None:
    assert said(read(chars)) == times


def test_a_report_without_a_day_gives_none_to_its_news() -> None:
    reading = read("Ana Rojas met Omar Haddad. She said that the plan was dead.", None)
    assert [(e.time, e.time_from) for e in reading.events] == [(None, None)]
    assert said(reading) == ["None None"]


def test_a_weekday_of_an_undated_report_stays_open() -> None:
    reading = read("Ana Rojas met Omar Haddad on Tuesday.", None)
    (event,) = reading.events
    assert event.time is not None
    assert (reading.times[event.time].start, event.time_from) == (None, "syntax")


def test_the_dateline_is_the_day_of_the_report() -> None:
    chars = "LUSAKA, June 12 (ANB) - Ana Rojas met Omar Haddad."
    line = Dateline("Lusaka", "XXXX-06-12", "ANB", 0, 21)
    report = build.report(
        chars,
        published=DAY,
        dateline=line,
        segments=[Segment("dateline", 0, 24), Segment("body", 24, len(chars))],
    )
    reading = extract(report, _parse()(report), build.METHOD)
    (event,) = reading.events
    assert event.time is not None
    time = reading.times[event.time]
    assert (time.start, time.basis, event.time_from) == ("2023-06-12", "dateline", "report")


def test_an_announcement_is_of_the_day_it_is_made() -> None:
    reading = read("Ana Rojas will visit Lusaka on Friday.")
    times = {e.type: e.time and reading.times[e.time].start for e in reading.events}
    assert times["CONSULT"] == "2023-06-16"
    assert times["AGREE"] != "2023-06-16"


def test_a_meeting_of_a_day_after_the_report_is_to_come() -> None:
    reading = read("Ana Rojas praised next week's talks between Peru and Kenya.")
    assert [e.aux for e in reading.events if e.type == "CONSULT"] == [("future",)]


def test_the_reason_is_told() -> None:
    (event,) = read("Ana Rojas met Omar Haddad on Monday.").events
    assert "its time by syntax: “Monday” dates “met”" in event.evidence.why


def test_only_the_beginning_of_a_report_is_its_news() -> None:
    rain = "It rained. " * 4
    reading = read(f"{rain}Peru expelled two Chilean diplomats.")
    (event,) = reading.events
    assert (event.time, event.time_from) == (None, None)


def test_what_somebody_is_cited_with_is_no_news_of_the_report() -> None:
    reading = read("Ana Rojas said that Peru expelled two Chilean diplomats.")
    (event,) = reading.events
    assert (event.time, event.time_from) == (None, None)
