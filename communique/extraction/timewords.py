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


SHORT = re.compile(
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu(?:rs?)?|fri)\.",
    re.IGNORECASE,
)
CAPITAL = frozenset("MWwh59")
"""Classes whose words count only with a capital letter: `may` and `march` are common words."""


@cache
def _words() -> dict[str, tuple[str, str]]:
    feasts = {row["word"]: ("h", row["rule"]) for row in table("feasts.tsv")}
    others = {row["word"]: (row["class"], row["value"]) for row in table("calendars.tsv")}
    return (
        feasts
        | others
        | {row["word"]: (row["class"], row["value"]) for row in table("times_words.tsv")}
    )


@cache
def _phrases() -> dict[str, re.Pattern[str]]:
    """The phrases of the lexicon by their first word, the longest before the shorter."""
    found: dict[str, list[str]] = {}
    for phrase in sorted((w for w in _words() if not w.isalpha()), key=lambda w: (-len(w), w)):
        pattern = re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]")
        found.setdefault(re.split(r"[\W\d_]", phrase)[0], []).append(pattern)
    return {
        first: re.compile(rf"(?<![\w-])(?:{'|'.join(found[first])})(?!\w)", re.IGNORECASE)
        for first in found
    }


@cache
def _lexer() -> re.Pattern[str]:
    """Numbers and what else is no plain word."""
    return re.compile(
        r"""(?P<iso>\b\d{4}(?P<dash>[-/.])\d{2}(?P=dash)\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?\b)
        |(?P<figures>\b\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d{2})\b)
        |(?P<clock>(?<![\d.,:])(?:(?:[01]?\d|2[0-4]):\d{1,2}(?::\d{2})?(?!\d|:)
            |(?:0?\d|1[0-2])\.[0-5]\d(?=[ ]?[ap]\.?[ ]?m\b)
            |(?:[01]\d|2[0-3])[0-5]\d(?=[ ](?:GMT|UTC)\b)))
        |(?P<decade>\b\d{3}0['’]?s\b|['’]\d0s\b|\b[2-9]0['’]?s\b)
        |(?P<quarter>\b(?:Q[1-4]|H[12])\b)
        |(?P<fiscal>\bFY[ -]?(?:\d{4}(?:[-/](?:\d{4}|\d\d))?|\d\d)\b)
        |(?P<ordinal>\b\d{1,3}(?:st|nd|rd|th)\b)
        |(?P<short>['’]\d\d\b)
        |(?P<mixed>\b\d+(?:[ ]1/2\b|[ ]?½))
        |(?P<number>\b\d{1,3}(?:,\d{3})+(?:\.\d+)?|\b\d{1,2}(?=[ap]\.?m\b)|\b\d+(?:\.\d+)?(?!\w))
        |(?P<half>(?<=\d)[ap]\.m\b\.?)
        |(?P<word>[^\W\d_]+)
        |(?P<possessive>['’]s\b)
        |(?P<gap>[ \t\r\xa0\u2009\u202f]+|\n(?!\s*\n))
        |(?P<other>[^\w\s]|\n\s*|\w+|\s)""",
        re.IGNORECASE | re.VERBOSE,
    )


MARKS = {",": ",", "-": "-", "–": "-", "—": "-", "(": "<", ")": ">", "/": "/"}


@cache
def _starts() -> frozenset[str]:
    """The words with which a word or phrase of the lexicon begins."""
    return frozenset({*_phrases(), *_words()})


_TOKEN = re.compile(
    r"([^\W\d_]++)(?![\d_])|([^\w\s'’])|(\n(?=\s*\n)\s*|[^\S \t\r\n\xa0\u2009\u202f])|[\w'’]+"
)
"""A word, a mark, a blank line, and what else there is. A word that begins nothing in the lexicon
costs one look: three times as fast as a lexer that tries all kinds of pieces at each word."""


def pieces(chars: str, start: int, end: int) -> list[Piece]:
    """The pieces of a stretch of text, in order."""
    found: list[Piece] = []
    starts, done = _starts(), start
    for match in _TOKEN.finditer(chars, start, end):
        first, last = match.span()
        if last <= done:
            continue
        if first >= done:
            done, word = first, match[0]
            if match[1] and word.lower() not in starts:
                found.append(Piece(first, last, ".", word))
                continue
            if match[2] or match[3]:
                found.append(Piece(first, last, MARKS.get(word, "."), word))
                continue
        while done < last:
            piece, done = _next_piece(chars, done, end)
            if piece:
                found.append(piece)
    return found


_WORD = re.compile(r"(?<!\d)[^\W\d_]++(?![\d_])")


def _next_piece(chars: str, start: int, end: int) -> tuple[Piece | None, int]:
    """The piece at a place, if what stands there is one, and where it ends."""
    if word := _WORD.match(chars, start, end):
        return _word(chars, start, word.end(), end)
    match = _lexer().match(chars, start, end)
    if match is None:
        return None, start + 1
    name = match.lastgroup or ""
    if name == "gap":
        return None, match.end()
    kind, value = ("'", "") if name == "possessive" else _classify(name, match.group())
    return Piece(start, match.end(), kind, value), match.end()


def _word(chars: str, start: int, last: int, end: int) -> tuple[Piece, int]:
    """The phrase or word at a place."""
    word = chars[start:last]
    key = word.lower()
    phrases = _phrases().get(key)
    phrase = phrases.match(chars, start, end) if phrases else None
    if phrase:
        kind, value = _classify("phrase", phrase[0])
        return Piece(start, phrase.end(), kind, value), phrase.end()
    kind, value = _words().get(key, (".", word))
    if kind in CAPITAL and not word[0].isupper():
        kind, value = ".", word
    if kind in "MWw" and (short := SHORT.match(chars, start, end)):
        last = short.end()
    return Piece(start, last, kind, value), last


def _classify(name: str, word: str) -> tuple[str, str]:
    """The class and value of one piece."""
    if name in {"word", "phrase"}:
        key = " ".join(word.lower().replace("’", "'").split())
        kind, value = _words().get(key, (".", word))
        return (".", word) if kind in CAPITAL and not word[0].isupper() else (kind, value)
    if name == "mixed":
        return "n", re.match(r"\d+", word)[0] + ".5"  # type: ignore[index]
    if name == "number":
        return _number(word)
    if name == "decade":
        digits = re.sub(r"\D", "", word)
        return "D", (digits if len(digits) == 4 else "19" + digits)[:3]
    if name == "clock":
        return "k", re.sub(r"^(\d\d)(?=\d)|\.", lambda m: (m[1] or "") + ":", word)
    if name == "fiscal":
        return "7", re.sub(r"^FY[ -]?", "", word.upper()).replace("/", "-")
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
