"""The classes of errors in expressions of time, counted by what the two sides say."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from evaluation.report import ErrorClass


class Timex(NamedTuple):
    """An expression of time: its span in characters, its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


class Pair(NamedTuple):
    """An expression of the gold and ours of the same words, None where one has none."""

    text: str
    gold: Timex | None
    ours: Timex | None


EXAMPLES = {
    "missed": "The harbour had been closed since *the time of the flood*.",
    "found where the gold has none": "The *current* mayor opened the bridge.",
    "extent": "He stayed for *two weeks* of idle talk (the gold goes on).",
    "value": "The two ministers met on *Friday* (the one before, or the one to come).",
}

_WORDS = {
    "an article": r"the|an?",
    "early, late, mid, the end of": r"early|late|later|earlier|mid"
    r"|the (?:end|start|beginning|middle|rest) of|end|of",
    "about, more than, at least": r"about|almost|nearly|around|roughly|some|only|just"
    r"|(?:more|less) than|at least|over|up to",
    "ago, earlier, later, old": r"ago|earlier|later|before|after|old|long|away|from now",
    "this, last, next, past": r"this|that|these|last|past|next|previous|recent|current|coming"
    r"|following|same",
    "the first, the final": r"(?:the )?(?:first|second|third|fourth|final|last|latest)",
    "fiscal": r"(?:the |its )?(?:current )?fiscal(?: year)?",
    "a weekday": r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?",
    "a part of the day": r"morning|afternoon|evening|night|midnight|noon",
    "a time of the clock": r"[\d:.]+|[ap]\.?m\.?|[a-z]{3,4}t|local time",
    "a year or day in figures": r"\d+(?:st|nd|rd|th)?",
}


def kind(time: Timex) -> str:
    """What sort of thing a value names, in plain words."""
    value = time.value
    if value.endswith("_REF"):
        return "a vague reference (now, recently)"
    if time.type == "SET":
        return "something that comes again"
    if value.startswith("P"):
        return "a length of time"
    if "T" in value:
        return "a time of day"
    if re.search(r"-[QH]|FY", value):
        return "a quarter or half"
    if re.search(r"-(?:SP|SU|FA|WI|W)", value):
        return "a season or week"
    return {4: "a year", 7: "a month", 10: "a day"}.get(len(value), "another date")


def extent(pair: Pair) -> str:
    """Which words one side has and the other has not."""
    gold, ours = pair.gold, pair.ours
    assert gold is not None
    assert ours is not None
    text = pair.text
    start, end = max(gold.start, ours.start), min(gold.end, ours.end)
    missing = text[gold.start : start], text[end : gold.end]
    over = text[ours.start : start], text[end : ours.end]
    side, words = ("too short", missing) if any(missing) else ("too long", over)
    return f"{side} by {_sort(' '.join(part.strip() for part in words if part.strip()))}"


def _sort(words: str) -> str:
    lowered = words.lower().strip(" ,-'\n")
    for name, pattern in _WORDS.items():
        if re.fullmatch(pattern, lowered):
            return name
    return "several words" if len(lowered.split()) > 1 else "another word"


def value(pair: Pair) -> str:
    """In what two values differ."""
    gold, ours = pair.gold, pair.ours
    assert gold is not None
    assert ours is not None
    kinds = kind(gold), kind(ours)
    if kinds[0] != kinds[1]:
        return f"{kinds[1]} where the gold has {kinds[0]}"
    if "X" in ours.value and "X" not in gold.value:
        return f"{kinds[0]}: left open"
    if "X" in gold.value and "X" not in ours.value:
        return f"{kinds[0]}: the gold leaves it open"
    if kinds[0] == "a length of time":
        return f"{kinds[0]}: another count or unit"
    if gold.value[4:] == ours.value[4:]:
        return f"{kinds[0]}: another year"
    later = "later" if ours.value > gold.value else "earlier"
    return f"{kinds[0]}: {later} than in the gold"


def classes(pairs: list[Pair]) -> list[ErrorClass]:
    """How often each class occurs, those that occur most first."""
    found: Counter[tuple[str, str, str]] = Counter()
    for pair in pairs:
        if pair.gold is None or pair.ours is None:
            one = pair.gold or pair.ours
            assert one is not None
            name = "missed" if pair.gold else "found where the gold has none"
            found["relaxed", f"{name}: {kind(one)}", name] += 1
            continue
        if (pair.gold.start, pair.gold.end) != (pair.ours.start, pair.ours.end):
            found["strict", extent(pair), "extent"] += 1
        if pair.gold.value != pair.ours.value:
            found["value", value(pair), "value"] += 1
    return [ErrorClass(f, name, n, EXAMPLES[e]) for (f, name, e), n in found.most_common()]
