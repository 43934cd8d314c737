"""Expressions of time in running text: what the words say, before any day is known.

The words of time (lexicon/data/times_words.tsv) and numbers become one letter each, everything
else a dot; regular expressions over these letters find the expressions. What an expression says
is kept as fields (`timeforms.Expression`); `dates.resolve` turns them into days.
Kinds and values follow TIMEX3 (TimeML 1.2.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from communique.extraction.calendars import CALENDAR_PATTERNS
from communique.extraction.clock import CLOCK
from communique.extraction.dayparts import PART_PATTERNS
from communique.extraction.feasts import FEAST_PATTERNS
from communique.extraction.figures import FIGURE_PATTERNS
from communique.extraction.fiscal import FISCAL_PATTERNS
from communique.extraction.lengths import LENGTH_PATTERNS
from communique.extraction.nth import NTH_PATTERNS
from communique.extraction.repeating import SET_PATTERNS
from communique.extraction.timebuild import BUILDERS
from communique.extraction.timeforms import Expression, Match
from communique.extraction.timewords import Piece, pieces

# The patterns. NUM: a number in words or figures; EARLY: "early", "the end of"; CLOCK: "9:30 p.m."
_NUM = r"(?:[dny]|N(?:-?N){0,6})"
_EARLY = r"(?P<early>t?(?:m-?|[mbl]i|eF|[bl](?=[TLX]))t?)?"
_CLOCK = rf"(?P<clock>{CLOCK})"
_AT = rf"(?:,?-?[if]?a?{_CLOCK})?"
_YEAR = r"(?P<year>,?F?[yY](?!-?U))"
_OF_YEAR = r",?F?(?P<rel>t?[LXTS]U)"
_ON = r"(?:W,?|w,?|W<?)?"
_BACK = rf"(?:{CLOCK},?[iF]?)?"

PATTERNS: tuple[tuple[str, str], ...] = (
    *SET_PATTERNS,
    *NTH_PATTERNS,
    *PART_PATTERNS,
    *CALENDAR_PATTERNS,
    *FISCAL_PATTERNS,
    *FIGURE_PATTERNS,
    *FEAST_PATTERNS,
    *LENGTH_PATTERNS,
    ("iso", rf"(?P<back>{_BACK})(?P<date>I){_AT}"),
    ("figures", rf"(?P<back>{_BACK})(?P<date>J){_AT}"),
    (
        "month_days",
        rf"{_ON}Mt?(?P<first>[do])(?:-|#|&)t?(?P<last>[do])(?!-?[UN]){_YEAR}?",
    ),
    (
        "months_days",
        rf"{_ON}M(?P<first>[do])-(?P<second>M)(?P<last>[do]){_YEAR}?",
    ),
    (
        "days_month",
        rf"{_ON}t?(?P<first>[do])(?:-|#|&)t?(?P<last>[do])F?M{_YEAR}?",
    ),
    (
        "days_months",
        rf"{_ON}t?(?P<first>[do])F?M-(?P<last>[do])F?(?P<second>M){_YEAR}?",
    ),
    ("month_day_of", rf"{_ON}Mt?(?P<day>[do]){_OF_YEAR}{_AT}"),
    ("day_month_of", rf"{_ON}t?(?P<day>[do])F?M{_OF_YEAR}{_AT}"),
    (
        "month_day",
        rf"(?P<night>t?(?:m-?)?pU?Ft?)?(?P<back>{_BACK}){_ON}Mt?(?P<day>[do])(?![NU]|-U){_YEAR}?{_AT}",
    ),
    (
        "day_month",
        rf"(?P<night>t?(?:m-?)?pU?Ft?)?(?P<back>{_BACK}){_ON}t?(?P<day>[do])F?M{_YEAR}?{_AT}",
    ),
    ("spoken_year", r"(?P<named>t?U)?(?P<back>M)?N(?:-?N){1,6}(?!-?U)"),
    ("months", rf"{_EARLY}M(?:-|/)(?P<second>M),?F?(?P<year>y)"),
    ("month", rf"{_EARLY}(?P<dir>[LPXT])?M(?:{_YEAR}|,?F?(?P<rel>t?[LXTS]U))?"),
    ("season", rf"{_EARLY}(?P<dir>t?[LPXTS]|t)?(?P<before>y)?s(?:{_YEAR}|,?F?(?P<rel>t?[LXT]U))?"),
    (
        "year_quarter",
        rf"{_EARLY}t?(?:(?P<rel>t?[LXT]U')|(?P<year>y))(?:(?P<nth>o|L)-?)?(?P<unit>U|c)",
    ),
    ("of_length", rf"(?:A|t?S|t)?(?P<amount>q|{_NUM})-?(?P<unit>U)c"),
    ("period_of", rf"AcF(?P<amount>q|{_NUM}(?:#{_NUM})?)(?P<unit>U)"),
    ("end", r"t?(?P<unit>U)(?:-|')?(?P<last>e)(?!F)"),
    ("year_before", r"t?x(?:-?(?P<nth>o)-?)?(?P<unit>U|c)?"),
    ("latest", r"tR(?P<unit>U|c)"),
    ("whole", r"(?P<early>[mbl]i)?tQ?(?P<unit>U|c)(?!-?[Zgblr])(?:,?F?(?P<rel>t?[LXT]U))?"),
    ("quarter", rf"{_EARLY}t?(?P<nth>o|L|X|T)-?(?P<unit>U)(?:,?F?(?P<year>y)|F(?P<rel>t?[LXT]U))?"),
    ("short_quarter", r"t?[LXT]?u(?:,?F?(?P<year>y))?"),
    ("half", r"t?(?P<nth>o|L)-?0(?:F?(?P<year>y)|F(?P<rel>t?[LXT]U|tU))?"),
    ("century", rf"{_EARLY}t?(?P<nth>[oN](?:-o)?)-?(?P<unit>U)(?P<era>B)?"),
    ("decade", rf"{_EARLY}t?(?:m-?)?D"),
    ("era", r"(?P<first>[dny])(?:-(?P<last>[dny]))?B"),
    ("era_before", r"B(?P<first>[dny])"),
    ("years", rf"{_EARLY}(?P<first>y)[-/](?P<last>y|d|n)(?!-?U)"),
    ("year", rf"{_EARLY}(?P<y>[yY])(?!-U)"),
    ("day_of_month", r"t?(?P<day>[do])F(?P<rel>t?[LXTS])U"),
    ("weekday_of_week", r"W,?F?(?P<rel>t?[LXT])U"),
    ("week_weekday", r"(?P<rel>t?[LXT])Ui?[Ww]"),
    (
        "weekday",
        rf"(?P<night>t?(?:m-?)?pU?Ft?)?(?P<back>{_BACK})m?(?P<dir>[tT]?[LPXTS])?W(?P<part>p)?{_AT}",
    ),
    ("short_weekday", r"(?P<dir>[LPXTS])w"),
    ("today", rf"(?P<back>{_BACK})(?P<early>m|[bl])?H(?P<part>p|C)?{_AT}"),
    ("clock", rf"{_CLOCK}"),
    ("ago", rf"a?(?P<amount>(?:A?q|A|0|{_NUM}(?:#{_NUM})?)K?)t?(?P<unit>-?U)2?(?P<way>[glb]|fG)"),
    ("units_ago", r"(?P<unit>U)(?P<way>[glb])"),
    ("half_ago", r"(?P<half>0)(?P<unit>U)(?P<way>g|l|b)"),
    ("past", rf"(?P<dir>t?[LPXT])a?(?P<amount>A?q|{_NUM}(?:(?:#|&){_NUM})?)(?P<unit>-?U)(?!-?Z)2?"),
    ("first_of", rf"t(?:o|L|R)?(?P<amount>q|{_NUM})(?P<unit>-?U)(?!-?[Zgblr])"),
    ("recent", r"t?R(?P<unit>U)"),
    ("past_unit", r"t?P(?P<unit>U)"),
    ("edge", r"t?(?P<early>m|eF)t?(?P<unit>U)"),
    ("period", rf"{_EARLY}(?P<dir>t?[LXTS])(?P<unit>U|p)(?:U|2)?"),
    ("weekend", r"t(?P<unit>U)"),
    ("set", r"(?P<every>v)(?P<amount>0|[Ndo])?(?P<unit>U|W|p|M|s)"),
    ("sets", r"V"),
    (
        "duration",
        rf"a?(?P<amount>(?:A?q|A0|0A?|AN|AQ?|[Q3]?{_NUM}(?:(?:#|-|&){_NUM})?Q?)K?)-?"
        r"(?P<unit>U)2?-?r?(?!-?Z)(?P<way>)",
    ),
    ("bare", r"(?P<unit>U)-?r?(?!-?Z)"),
    ("reference", r"G|(?:t?P|T)(?![\dUNdnqMWsp])"),
    ("part", r"t?(?P<part>p)"),
)


_FIRST = r"[^.,'&tAa1368iFf#<>/-]|[tAa136][^.,'&i#<>/]"
"""What an expression begins with: no preposition, and no article before another word."""


@cache
def _search() -> re.Pattern[str]:
    groups = "|".join(
        f"(?P<{name}>{re.sub(r'[?]P<[a-z_]+>', '?:', body)})" for name, body in PATTERNS
    )
    return re.compile(f"(?={_FIRST})(?:{groups})")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(dict(PATTERNS)[name])


def expressions(chars: str, start: int, end: int) -> Iterator[Expression]:
    """The expressions of a stretch of text, in order, none overlapping another."""
    found = pieces(chars, start, end)
    codes = "".join(piece.kind for piece in found)
    for run in _RUNS.finditer(codes):
        if _SAYS.search(codes, *run.span()):
            yield from _in_run(chars, found, codes, *run.span())


_RUNS = re.compile(r"[^.]+")
_SAYS = re.compile(r"[^.tAaiFf#&<>/',\-NdnqmeblgKrZzQ0LXSR]|N-?N")
"""What one letter in a row at least must be to make an expression: "the first in" holds none."""


def _in_run(
    chars: str, found: list[Piece], codes: str, position: int, end: int
) -> Iterator[Expression]:
    """The expressions between two of the words that are none of time."""
    while match := _search().search(codes, position, end):
        name = match.lastgroup or ""
        position = match.start() + 1
        for candidate in _candidates(name):
            again = _pattern(candidate).match(codes, match.start())
            if again and again.end() > again.start():
                made = BUILDERS[candidate](Match(candidate, again, found, chars))
                if made:
                    position = again.end()
                    yield made
                    break


@cache
def _candidates(name: str) -> tuple[str, ...]:
    """The pattern that matched and those after it: one that declines leaves it to the next."""
    names = [n for n, _ in PATTERNS]
    return tuple(names[names.index(name) :])
