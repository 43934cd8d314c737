"""The English date and time cases of Microsoft's Recognizers-Text: what is to be found in one line
of text, what it means, and which cases a press report could not contain.

Many lines are typed as in a chat. Months, weekdays and feasts inside an expression are given the
capital letter that they have in print; nothing else is changed.

A case whose text stands in several files counts once: the files that give meanings go before those
that only give extents. Left out are, by rule and whether or not we read them, the expressions of
`LEFT_OUT`; where in doubt, an expression counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REFERENCE = "2016-11-07T00:00:00"
"""What the files count from where a case does not say: nearly half of those that say, say this."""

OTHER_MODES = ("TasksMode", "SplitDateAndTime", "SkipFromTo", "ExperimentalMode")
"""Files of options under which the same words are cut differently on purpose."""


@dataclass(frozen=True)
class Case:
    """One expression: where it stands in its line, its kind, and what the file says it means."""

    line: str
    reference: str
    start: int
    end: int
    kind: str
    meaning: dict[str, Any] | None
    left_out: str = ""

    @property
    def words(self) -> str:
        """The expression as written."""
        return self.line[self.start : self.end]


@dataclass(frozen=True)
class Reason:
    """Why expressions are left out: a short name, the reason, the expression's pattern (searched
    in lower case), and the kinds it is for (all when empty)."""

    name: str
    why: str
    pattern: str
    kinds: tuple[str, ...] = ()


_UNITS = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TEENS = (
    r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_SPELLED = rf"(?:{_UNITS}|{_TEENS})"
_HOUR = rf"(?:\d{{1,2}}|{_UNITS}|ten|eleven|twelve)"
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
_MONTHS = (
    r"(?:(?:jan|febr)(?:uary)?|feb|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|(?:nov|dec)(?:ember)?)"
)
_SAYS_HOURS = (
    r":|\d\.\d\d|[ap] ?\.? ?m\b|\d[ap]\b|o'?clock|noon|midnight|past|quarter|morning|afternoon|"
    r"evening|night|lunch|breakfast|dinner|hour|minute|second|\bmins?\b|\bhrs?\b|\dh|weekend"
)

LEFT_OUT = (
    Reason("time zone alone", "a zone is no time", r"", ("timezone",)),
    Reason(
        "chat spelling",
        "abbreviations of chats and tables, and spellings that no newspaper has",
        r"\b(?:tmrw?|tonite|eod|eoy|otd|everyday|\d\.am|\d+ ys|\d+-?ish|noonish|til|wedn|w/c|"
        r"[cs]y ?\d+|\d{1,2}(?::\d\d)?[ap](?!\.?m)|\d*ampm|oclock|(?<!\d)[123]th|[2-9][123]th)\b",
    ),
    Reason("sign of comparison", "the language of queries", r"[<>=]|\b(?:equal to|greater)\b"),
    Reason(
        "number alone",
        "a bare number, which only the request before it makes a day or an hour",
        rf"^(?:at |on |the |before |after |no later than )?(?:\d{{1,2}}|zero|{_SPELLED}"
        rf"(?:[ -]{_SPELLED})?)$|^(?:the )?\d{{1,2}}(?:,| at \d| from| between)|m on (?:the )?\d+$",
    ),
    Reason(
        "day and month in figures, no year",
        "in the press scores, votes and fractions are written so, and days are not",
        rf"^(?!.*\b{_MONTHS}\b).*(?<![\d:/.-])(?<!at )(?<!days at )\d{{1,2}}[/.-]\d{{1,2}}"
        r"(?![\d:/.-]|,? \d{4}| ?[ap]\.?m)",
        ("date", "daterange", "datetime", "datetimealt", "set"),
    ),
    Reason(
        "hours without a sign of hours",
        "bare numbers for hours, with no o'clock, minutes or half of the day",
        rf"^(?!.*(?:{_SAYS_HOURS})).*\b{_HOUR}(?!th|st|nd|rd|\.? ?{_MONTHS})\b",
        ("time", "timerange", "datetime", "datetimerange"),
    ),
    Reason(
        "digits run together",
        "shorthand without separators",
        rf"\b\d{{8}}\b|\b\d{{3,4}} ?[ap] ?\.? ?m\b|\b0\d{{3}}\b|\b{_MONTHS}\d|"
        rf"\b\d+(?:\.\d+)?(?:[dhyw]\d*|ys|mins?|days?|years?|{_MONTHS})\b|\d{{4}}[hq]\d|"
        r"ber\.\d|\b\d+ h \d|^t\d\d:",
    ),
    Reason(
        "machine notation",
        "orders and separators of tables, file names and logs",
        rf"~|@|\d/{_MONTHS}|\d{{4}}-(?:\d+-)?{_MONTHS}(?! \d)|"
        rf"\b{_MONTHS}(?:/\d|-\d{{1,2}}\b|-\d{{4}}-)|"
        r"\d{4} ?, [a-z]|\d{4} \d\d \d\d|\d+/\d+, ?\d{2,4}$|:\d\d \d{4}$|"
        r"^\d{1,2}(?: [-/] ?|[-/] )\d{4}$|^\d{4}(?: [-/] ?|[-/] )\d{1,2}$",
        ("date", "daterange", "datetime", "datetimealt"),
    ),
    Reason(
        "spelled as speech",
        "clock times, days and years in words, as a machine writes down what it hears",
        rf"{_SPELLED} {_SPELLED}(?! past| to)\b|\b[ap] \.? ?m\b|{_SPELLED} (?:hundred|thousand)|"
        rf"{_TEENS} {_ORDINAL}|\b(?:nineteen|twenty)[ -](?:zero|tens|seventies)",
    ),
    Reason(
        "no such day",
        "days that the calendar does not have",
        r"feb(?:ruary)? 30|2/29(?:/2019|-3/1)|-2-30\b",
    ),
    Reason(
        "no English",
        "words left out, or in an order that English has not",
        r"^rest (?:the|this|current)\b|^remaining of|^afternoon (?:at )?(?:\d|seven)|"
        r"lunchtime \d|\d lunchtime|o'clock (?:lunchtime|midnight)|\bin morning$|\bmonday later",
    ),
    Reason("somebody's own", "the speaker's own calendar", r"\bmy (?:day|week|weekend)\b"),
)
"""Why a case is left out: the first reason whose pattern is found in its expression."""


def why_left_out(words: str, kind: str) -> str:
    """The name of the reason for which an expression is left out; empty when it counts."""
    for reason in LEFT_OUT:
        if (not reason.kinds or kind in reason.kinds) and re.search(
            reason.pattern, words.lower().strip()
        ):
            return reason.name
    return ""


_CAPITALS = re.compile(
    rf"\b(?:{_MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|wed|thur?s?|fri|sat|"
    r"sun|christmas|easter|eve(?= day|$)|halloween|thanks ?giving|new year(?:'s)?|ramadan|yuandan|"
    r"(?:father's|mother's|labor|earth|independence|boxing|mlk|presidents') day|"
    r"(?:black|cyber|clean) \w+day|saint patrick(?:'s day)?)\b"
)


def in_print(words: str) -> str:
    """An expression with the capital letters that its months, weekdays and feasts have in print."""
    return _CAPITALS.sub(lambda m: re.sub(r"\b[a-z](?!\b)", lambda c: c[0].upper(), m[0]), words)


def read(folder: Path) -> list[Case]:
    """All expressions, each once, in the order of the files."""
    files = sorted(p for p in folder.glob("*.json") if not any(m in p.name for m in OTHER_MODES))
    # What has meanings goes first, and the files of one kind before those of all.
    files.sort(key=lambda p: ("Extractor" in p.name, "Model" not in p.name))
    found: list[Case] = []
    taken: dict[str, list[Case]] = {}
    for path in files:
        for given in json.loads(path.read_text(encoding="utf-8-sig")):
            for case in _cases(given, path.name):
                others = taken.setdefault(case.line.casefold(), [])
                if not any(_told(case, other) for other in others):
                    others.append(case)
                    found.append(case)
    return found


def _told(case: Case, other: Case) -> bool:
    """Whether a case is one that is there already, or cuts the same words otherwise."""
    overlap = case.start < other.end and other.start < case.end
    return overlap and (case.reference == other.reference or case.meaning is None)


def _cases(given: dict[str, Any], file: str) -> Iterator[Case]:
    line = given["Input"]
    reference = (given.get("Context") or {}).get("ReferenceDateTime") or REFERENCE
    for result in given.get("Results", []):
        kind = (result.get("TypeName") or result.get("Type") or "").removeprefix("datetimeV2.")
        start = result["Start"]
        end = start + result["Length"] if "Length" in result else result["End"] + 1
        if line[start:end].casefold() != result["Text"].casefold():
            start = line.casefold().find(result["Text"].casefold())
            end = start + len(result["Text"])
        if kind and start >= 0:
            meaning = result.get("Value") or result.get("Resolution")
            line = line[:start] + in_print(line[start:end]) + line[end:]
            reason = why_left_out(line[start:end], kind)
            holiday = "holiday" if "Holiday" in file else kind
            yield Case(line, reference[:19], start, end, holiday, meaning, reason)
