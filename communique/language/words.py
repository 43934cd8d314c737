"""From characters to words, as UD English cuts them.

Written for this project instead of taking spaCy's rules: against the words of the two English
treebanks spaCy's blank tokenizer reaches an F1 of 97.25 (EWT dev) and 99.69 (GUM dev), and every
word it cuts differently is lost for tags, trees and names alike; importing it also takes most of
the time in which one report can be read. What is a matter of vocabulary is in `data/words.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"

# A soft hyphen, a zero-width space or a byte-order mark is no word and no part of one.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_CHUNK = re.compile(rf"[^\s{INVISIBLE}]+")
_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2032": "'", "`": "'"})
_SUFFIXES = (
    "com|org|net|edu|gov|mil|int|info|biz|co|tv|uk|us|ir|ru|cn|fr|de|it|eu|htm|html|php|asp|pdf|"
    "doc|docx|xls|xlsx|ppt|txt|zip|jpg|jpeg|gif|png|mp3|mp4|exe|csv|xml"
)
_LETTER = r"[^\W\d_]"
_WORD = re.compile(
    rf"""
    (?P<url>(?:https?|ftp)://[^\s<>"\u201d]*[^\s<>"\u201d.,;:!?)\]'\u2019]
          | www\.[^\s<>"\u201d]*[^\s<>"\u201d.,;:!?)\]'\u2019]
          | [\w.+-]+\.{{0,3}}@[\w-]+(?:\.[\w-]+)+
          | [\w-]+(?:\.[\w-]+)*\.(?i:{_SUFFIXES})
            (?:/[^\s<>"\u201d]*[^\s<>"\u201d.,;:!?)\]'\u2019])?\b)
  | (?P<handle>[@\#](?=\w*{_LETTER})\w+)
  | (?P<acronym>(?:{_LETTER}\.){{2,}}(?:{_LETTER}(?!\w))?
          | (?:{_LETTER}\.)+{_LETTER}(?![\w.])
          | {_LETTER}{{1,3}}(?:\.{_LETTER}{{1,2}})+\.(?!\w))
  | (?P<smiley>[:;=]-?[()DPp](?!\w))
  | (?P<run>['\u2019](?:s|S|m|re|ve|ll|d)(?!\w)
          | \.{{2,}}|\u2026+|[!?]{{2,}}|[-=*_~+|]{{2,}}|<{{2,}}|>{{2,}}|\#{{2,}}|\${{2,}}|''|``)
  | (?P<ordinal>(?:\d+(?:st|nd|rd|th|s)|\d+0['\u2019]s)(?!\w)|'\d\ds?(?!\w)|\u2019\d\ds?(?!\w))
  | (?P<phone>(?:1-)?\d{{3}}-\d{{3}}-\d{{4}}(?!\d)|\d{{3}}-\d{{4}}(?!\d)
          | \d{{1,2}}-\d{{1,2}}-\d{{2,4}}(?![\d-])|\d{{4}}-\d\d-\d\d(?!\d))
  | (?P<number>\d(?=/\d(?![\d/]))|\d+(?:,\d{{3}}(?!\d))+(?:\.\d+)?|\d+(?:[.:/]\d+)*|\.\d+(?!\w))
  | (?P<word>{_LETTER}(?:\w|[\u0300-\u036f])*(?:['\u2019](?:\w|[\u0300-\u036f])+)*)
  | (?P<other>[^\W_]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_LETTERS = re.compile(rf"{_LETTER}+\w*")
_JOINED = re.compile(rf"-{_LETTER}+\w*(?:['\u2019]\w+)?")
_BROKEN_OFF = re.compile(r"-[,.?!]?$")
_ITEM = re.compile(r"\d{1,2}(?:\.\d)?\.")
_NUMERO = re.compile(r"[Nn]o\.")
_DIGIT_NEXT = re.compile(r"\s*\d")
_CLITIC = re.compile(r"(.+?)(n't|'(?:s|m|d|re|ve|ll))$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], frozenset[str], frozenset[str], dict[str, int]]:
    """Abbreviations, joining prefixes, units, and for each fused pair, in every case that it may
    have, where it is cut."""
    lists: dict[str, set[str]] = {"abbreviation": set(), "joined": set(), "unit": set()}
    split: dict[str, int] = {}
    for line in (DATA / "words.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        kind, *entry = line.split()
        if kind in lists:
            lists[kind].add(entry[0])
        else:
            pair = "".join(entry)
            split[pair] = len(entry[0])
            if kind != "lower":  # "Lotta" is a name
                split[pair.capitalize()] = len(entry[0])
    abbreviations, joined, units = (frozenset(lists[kind]) for kind in lists)
    return abbreviations, joined, units, split


def _cut_word(chunk: str, start: int, end: int) -> list[tuple[int, int]]:
    """One run of letters: fused pairs ("cannot") and clitics ("government's", "don't") apart."""
    word = chunk[start:end].translate(_QUOTES)
    at = _known()[3].get(word)
    if at is not None:
        return [(start, start + at), (start + at, end)]
    match = _CLITIC.match(word)
    if match is None:
        return [(start, end)]
    cut = start + match.end(1)
    return [*_cut_word(chunk, start, cut), (cut, end)]


def _number_end(chunk: str, end: int) -> int:
    """ "20m", "10am", "5km" are two words; "3D", "2b", "1980s" are one."""
    letters = _LETTERS.match(chunk, end)
    return letters.end() if letters and letters.group().lower() not in _known()[2] else end


def _joined_end(chunk: str, at: int, end: int) -> int:
    """The end of a word with what a hyphen joins to it: "non-aligned", or a word broken off."""
    short = end - at == 1 or (end - at <= 3 and chunk[at:end].islower())
    if short and _BROKEN_OFF.match(chunk, end):
        return end + 1
    joins = chunk[at:end].lower() in _known()[1] and chunk[max(0, at - 1) : at] != "-"
    match = _JOINED.match(chunk, end) if joins else None
    return match.end() if match else end


def _keeps_stop(chunk: str, at: int, end: int) -> bool:
    """Whether the full stop after a word belongs to it: "Mr.", "J. Smith", "No. 5"."""
    after = chunk[end + 1 : end + 2]
    if chunk[end : end + 1] != "." or after == ".":
        return False
    word = chunk[at:end]
    if word.lower() == "no":
        return not after or after.isdigit()
    return word.lower() in _known()[0] or (len(word) == 1 and word.isupper() and word != "I")


@lru_cache(maxsize=1 << 16)
def cut(chunk: str) -> tuple[tuple[int, int], ...]:
    """The words of a run of characters without white space, as (start, end) inside it."""
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(chunk):
        match = _WORD.match(chunk, at)
        assert match is not None  # the last alternative takes any character
        kind, end = match.lastgroup, match.end()
        if kind == "number":
            end = _number_end(chunk, end)
        elif kind == "word":
            end = _joined_end(chunk, at, end)
        if kind == "word" and _keeps_stop(chunk, at, end):
            end += 1
            spans.append((at, end))
        elif kind == "word":
            spans.extend(_cut_word(chunk, at, end))
        else:
            spans.append((at, end))
        at = end
    return tuple(spans)


def words(chars: str, ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words inside the given character ranges of a text, in the order of the ranges.

    Offsets are those of `chars`; white space and invisible characters belong to no word.
    """
    spans: list[tuple[int, int]] = []
    for start, end in ranges:
        for chunk in _CHUNK.finditer(chars, start, end):
            at = chunk.start()
            if _ITEM.fullmatch(chunk.group()) and (at == start or chars[at - 1] in "\r\n"):
                spans.append(chunk.span())  # the number of an item in a list
                continue
            spans.extend((at + a, at + b) for a, b in cut(chunk.group()))
            begin, stop = spans[-1]
            # "No. 5" is a number; "No." before anything else is an answer.
            if _NUMERO.fullmatch(chars, begin, stop) and not _DIGIT_NEXT.match(chars, stop):
                spans[-1:] = [(begin, stop - 1), (stop - 1, stop)]
    return spans
