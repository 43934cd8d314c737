"""The words and numbers of time in running text, each with its class (a letter)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from communique.lexicon.load import table


class Piece(NamedTuple):
    """A word or number of the text: its class (a letter of times_words.tsv) and value.

    Classes of numbers: d 1-31, y four digits (1000-2199), Y two digits after an apostrophe,
    n any other, k clock (13:45), u quarter (Q1), I ISO date, J date in figures (28/03/2017),
    D decade, o ordinal.
    """

    start: int
    end: int
    kind: str
    value: str


SHORT_MONTHS = r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu(?:rs?)?|fri)\."
CAPITAL = frozenset("MWwh")
"""Classes whose words count only with a capital letter: `may` and `march` are common words."""


@cache
def _words() -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["class"], row["value"]) for row in table("times_words.tsv")}


@cache
def _lexer() -> re.Pattern[str]:
    """Pieces in one pass; phrases of the lexicon first, the longest before the shorter."""
    phrases = sorted((w for w in _words() if not w.isalpha()), key=lambda word: (-len(word), word))
    alternatives = "|".join(
        re.escape(w).replace(r"\ ", r"\s+").replace("'", "['’]") for w in phrases
    )
    return re.compile(
        rf"""(?P<phrase>(?<![\w-])(?:{alternatives})(?!\w))
        |(?P<iso>\b\d{{4}}(?P<dash>[-/.])\d{{2}}(?P=dash)\d{{2}}(?:T\d{{2}}:\d{{2}}(?::\d{{2}})?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?\b)
        |(?P<figures>\b\d{{1,2}}(?P<mark>[/.-])\d{{1,2}}(?P=mark)(?:\d{{4}}|\d{{2}})\b)
        |(?P<clock>(?<![\d.,:])(?:(?:[01]?\d|2[0-4]):\d{{1,2}}(?::\d{{2}})?(?!\d|:)
            |(?:0?\d|1[0-2])\.[0-5]\d(?=[ ]?[ap]\.?[ ]?m\b)
            |(?:[01]\d|2[0-3])[0-5]\d(?=[ ](?:GMT|UTC)\b)))
        |(?P<decade>\b\d{{3}}0['’]?s\b|['’]\d0s\b|\b[2-9]0s\b)
        |(?P<quarter>\b(?:Q[1-4]|H[12])\b)
        |(?P<ordinal>\b\d{{1,3}}(?:st|nd|rd|th)\b)
        |(?P<short>['’]\d\d\b)
        |(?P<number>\b\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\b\d{{1,2}}(?=[ap]\.?m\b)|\b\d+(?:\.\d+)?(?!\w))
        |(?P<half>(?<=\d)[ap]\.m\b\.?)
        |(?P<month>\b{SHORT_MONTHS})
        |(?P<word>[^\W\d_]+)
        |(?P<possessive>['’]s\b)
        |(?P<gap>[ \t\r\xa0\u2009\u202f]+|\n(?!\s*\n))
        |(?P<other>[^\w\s]|\n\s*|\w+|\s)""",
        re.IGNORECASE | re.VERBOSE,
    )


MARKS = {",": ",", "-": "-", "–": "-", "—": "-", "(": "<", ")": ">", "/": "/"}


def pieces(chars: str, start: int, end: int) -> list[Piece]:
    """The pieces of a stretch of text, in order."""
    found: list[Piece] = []
    for match in _lexer().finditer(chars, start, end):
        name, word = match.lastgroup or "", match.group()
        if name in {"gap", "possessive"}:
            kind, value = ("'", "") if name == "possessive" else ("", "")
        else:
            kind, value = _classify(name, word)
        if kind:
            found.append(Piece(match.start(), match.end(), kind, value))
    return found


def _classify(name: str, word: str) -> tuple[str, str]:
    """The class and value of one piece."""
    if name in {"word", "phrase", "month"}:
        key = " ".join(word.lower().replace("’", "'").split())
        kind, value = _words().get(key if name != "month" else key[:-1], (".", word))
        return (".", word) if kind in CAPITAL and not word[0].isupper() else (kind, value)
    if name == "number":
        return _number(word)
    if name == "decade":
        digits = re.sub(r"\D", "", word)
        return "D", (digits if len(digits) == 4 else "19" + digits)[:3]
    if name == "clock":
        return "k", re.sub(r"^(\d\d)(?=\d)|\.", lambda m: (m[1] or "") + ":", word)
    if name == "half":
        return "j", word[0].upper() + "M"
    simple = {
        "iso": "I",
        "figures": "J",
        "ordinal": "o",
        "short": "Y",
        "quarter": "u",
    }
    if name in simple:
        return simple[name], re.sub(r"(?:st|nd|rd|th)$|^['’]", "", word.lower()).removeprefix("q")
    return MARKS.get(word, "."), word


def _number(word: str) -> tuple[str, str]:
    digits = word.replace(",", "")
    if digits == word and "." not in word and not (len(word) > 1 and word[0] == "0"):
        if len(word) == 4 and 1000 <= int(word) <= 2199:
            return "y", word
        if int(word) <= 31 and int(word) > 0:
            return "d", word
    if len(word) == 2 and word[0] == "0" and word != "00":
        return "d", str(int(word))
    return "n", digits
