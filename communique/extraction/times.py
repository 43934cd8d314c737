"""When: the dates, times, durations and sets that a report names, and the time of an event.

`timex` finds the expressions and what they say; `dates` counts them from the day the report was
published or datelined; here the two meet the report and its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from communique.extraction.dates import Anchor, resolve
from communique.extraction.moments import FUTURE, PAST, UNKNOWN, Moment
from communique.extraction.timeforms import Expression
from communique.extraction.timex import expressions
from communique.lexicon.load import words
from communique.model.report import Report, Time
from communique.model.text import Span, Text

NOT_TIMES = frozenset({"person", "organization", "facility", "product"})
"""Names that a month or weekday may be part of without being a time: a person called May."""


def find_times(report: Report, text: Text) -> tuple[Time, ...]:
    """The times a report names, sorted by where they stand; those without words come first.

    The publication day is among them as the report has it, the dateline's with basis `dateline`.
    Without a day to count from, expressions stay open: start None, or the year XXXX.
    """
    anchor = find_anchor(report)
    found = [report.published] if report.published else []
    taken = [t.text for t in found if t.text]
    last: Moment | None = None
    for expression in _expressions(report, text):
        if any(expression.start < span.end and span.start < expression.end for span in taken):
            continue
        in_dateline = _in_dateline(report, expression)
        direction = PAST if in_dateline else tense(text, expression.start, expression.end)
        resolved = resolve(expression, anchor, direction, last)
        basis, why = resolved.basis, resolved.why
        if in_dateline and resolved.start:
            basis, why = "dateline", f"the dateline; {why}"
        else:
            named = _moment(resolved.start)
            last = named if named and named.year is not None else last
        found.append(
            Time(
                resolved.start,
                resolved.end,
                Span(expression.start, expression.end),
                resolved.value,
                resolved.precision,
                basis,
                why[0].upper() + why[1:] + ".",
            )
        )
    return tuple(sorted(found, key=lambda t: t.text or Span(-1, -1)))


def find_anchor(report: Report) -> Anchor | None:
    """The day that "today" is in a report: the dateline's, else the publication day. A dateline
    without year takes that of the publication, on or before which it was written."""
    published = _moment(report.published.start) if report.published else None
    line = _moment(report.dateline.date) if report.dateline and report.dateline.date else None
    if line and line.day and line.year is None and published and published.year is not None:
        year = published.year
        if (line.month or 0, line.day) > (published.month or 12, published.day or 31):
            year -= 1
        line = line._replace(year=year)
    candidates = [
        Anchor(moment, f"the {name} {moment.iso}")
        for moment, name in ((line, "day of the dateline"), (published, "day of publication"))
        if moment
    ]
    full = [anchor for anchor in candidates if anchor.full]
    dated = [anchor for anchor in candidates if anchor.moment.day]
    return next(iter(full or dated or candidates), None)


def _moment(iso: str | None) -> Moment | None:
    """The moment of an ISO date, its time of day left out."""
    match = re.match(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?(?:T|$)", iso or "")
    if not match:
        return None
    year, month, day = match.groups()
    return Moment(
        None if year == "XXXX" else int(year),
        int(month) if month else None,
        int(day) if day else None,
    )


def _expressions(report: Report, text: Text) -> Iterator[Expression]:
    """The expressions of the prose and the dateline, in order, those inside names left out."""
    ranges = {*text.prose, *(Span(s.start, s.end) for s in report.segments if s.kind == "dateline")}
    if report.dateline:
        ranges.add(Span(report.dateline.start, report.dateline.end))
    names = [name for name in text.names if name.type in NOT_TIMES]
    done = 0
    for start, end in sorted(ranges):
        found = list(expressions(text.chars, max(start, done), end))
        for expression in _with_shared_years(text.chars, found):
            inside = any(n.start <= expression.start and expression.end <= n.end for n in names)
            if not inside:
                yield expression
        done = max(done, end)


_LINK = re.compile(r"\s*(?:to|and|or|until|till|through|[-–—])\s*(?:the\s*)?")


def _with_shared_years(chars: str, found: list[Expression]) -> Iterator[Expression]:
    """In "from May 3 to June 4, 2009" the first day has the year of the second."""
    for expression, following in zip_longest(found, found[1:]):
        if (
            following is not None
            and expression.kind == following.kind == "date"
            and expression.month
            and expression.year is None
            and following.year is not None
            and following.month
            and _LINK.fullmatch(chars, expression.end, following.start)
        ):
            year = following.year - (expression.month > following.month)
            until = expression.until and (year, *expression.until[1:])
            yield replace(expression, year=year, until=until)
        else:
            yield expression


def _in_dateline(report: Report, expression: Expression) -> bool:
    line = report.dateline
    return line is not None and line.start <= expression.start and expression.end <= line.end


# Which way a clause looks.

_AHEAD = re.compile(
    r"\b(?:will|shall|would|won['’]t|(?:is|are|was|were|be) (?:to|set) |"
    r"going to|scheduled|planned|slated|due|upcoming|forthcoming|plans? to|to be held|"
    r"expected to|agreed to|ahead of|tomorrow)\b|['’]ll\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|met|held|made|took|went|\w{3,}ed)\b"
)


def tense(text: Text, start: int, end: int) -> int:
    """Which way the clause of an expression looks: PAST, FUTURE or UNKNOWN.

    By the verb above it where the text is parsed, else by the nearest word before it that says.
    """
    head = text.head_of(start, end)
    return _tense_of_words(text, start) if head is None else _tense_of_verb(text, head)


def _tense_of_words(text: Text, start: int) -> int:
    before = re.split(r"[.!?]\s|\n", text.chars[max(0, start - 160) : start])[-1]
    ahead = max((m.end() for m in _AHEAD.finditer(before)), default=-1)
    behind = max((m.end() for m in _BEHIND.finditer(before)), default=-1)
    if ahead < 0 and behind < 0:
        return UNKNOWN
    return FUTURE if ahead >= behind else PAST


def _tense_of_verb(text: Text, head: int) -> int:
    """The tense of the nearest verb above a token; nouns on the way may look ahead themselves."""
    index, steps = head, 0
    while index >= 0 and steps < 8:
        token = text.tokens[index]
        below = [text.tokens[child] for child in text.children[index]]
        if any(t.lemma.lower() in words("times_ahead.tsv") and t.deprel == "amod" for t in below):
            return FUTURE
        if token.upos in {"VERB", "AUX"} or any(t.deprel in {"cop", "aux"} for t in below):
            found = _tense_at(text, index)
            if found != UNKNOWN:
                return found
        elif token.upos == "ADJ" and token.lemma.lower() in words("times_ahead.tsv"):
            return FUTURE
        index, steps = token.head, steps + 1
    return UNKNOWN


def _tense_at(text: Text, index: int) -> int:
    """The tense of one verb, by its form and auxiliaries."""
    token = text.tokens[index]
    below = [text.tokens[child] for child in text.children[index]]
    helpers = {t.lemma.lower() for t in below if t.deprel.startswith(("aux", "cop"))}
    if helpers & {"will", "shall", "would", "'ll", "’ll"}:
        return FUTURE
    if token.lemma.lower() in words("times_ahead.tsv") and token.xpos in {"VBN", "JJ"}:
        return FUTURE
    if any(t.lemma.lower() == "to" and t.upos == "PART" for t in below):
        parent = text.tokens[token.head] if token.head >= 0 else None
        if parent is None or parent.lemma.lower() in words("times_ahead.tsv") | {"be"}:
            return FUTURE
        return UNKNOWN
    past = any(
        t.xpos == "VBD" or "Tense=Past" in t.feats
        for t in below
        if t.deprel != "nmod" and t.deprel.startswith(("aux", "cop"))
    )
    if past or token.xpos in {"VBD", "VBN"} or "Tense=Past" in token.feats or "have" in helpers:
        return PAST
    return UNKNOWN


# The time of an event.


def time_for(
    text: Text, times: tuple[Time, ...], start: int, end: int, *, fallback: bool = True
) -> int | None:
    """The index of the time that goes with what the characters `start`..`end` tell of.

    In this order: a date below the head of these words or of the clause they stand in; a date of
    the same sentence that no verb of saying holds; and, where `fallback` is set and the words
    stand in the first sentences of the prose and do not look ahead, the day that the report is
    about: the weekday or "today" of its first two sentences, or its dateline's day. Lengths of
    time ("for ten years"), sets and vague references ("recently") are no time of an event.
    """
    dated = {i: t.text for i, t in enumerate(times) if t.text and _is_date(t)}
    sentence = text.sentence_at(start)
    head = text.head_of(start, end)
    if sentence is None or head is None:
        return None
    first, last = text.sentence_span(sentence)
    here = {i: span for i, span in dated.items() if first <= span.start and span.end <= last}
    for step in _clauses(text, head):
        covered = _covered(text, step)
        inside = {i: s for i, s in here.items() if text.head_of(s.start, s.end) in covered}
        if inside:
            return _nearest(inside, start, end)
    free = {i: s for i, s in here.items() if not _said_then(text, s, head)}
    if free:
        return _nearest(free, start, end)
    if fallback and _is_news(text, sentence, head):
        return _day_of_news(text, times)
    return None


def _is_date(time: Time) -> bool:
    """Whether an event can have this time: a date or an open weekday, no length, set or "now"."""
    return time.start is not None or (time.value.startswith("XXXX") and time.precision != "unknown")


def _clauses(text: Text, head: int) -> Iterator[int]:
    """The head of an event's words, then the heads above it, up to the verb of its clause."""
    index = head
    while index >= 0:
        yield index
        token = text.tokens[index]
        if token.upos in {"VERB", "AUX"} and token.deprel.split(":")[0] not in {"xcomp", "advcl"}:
            return
        index = token.head


def _covered(text: Text, index: int) -> set[int]:
    """A token and all below it, clauses with a verb of their own left out."""
    found, todo = set(), [index]
    while todo:
        current = todo.pop()
        found.add(current)
        for child in text.children[current]:
            relation = text.tokens[child].deprel.split(":")[0]
            if relation not in {"ccomp", "parataxis", "conj", "acl"} or (
                relation in {"conj", "acl"} and text.tokens[child].upos not in {"VERB", "AUX"}
            ):
                todo.append(child)
    return found


def _nearest(spans: dict[int, Span], start: int, end: int) -> int:
    """The index of the nearest span, the earlier of two as near."""
    return min(spans, key=lambda i: (max(spans[i].start - end, start - spans[i].end, 0), i))


def _said_then(text: Text, span: Span, head: int) -> bool:
    """Whether a date belongs to a verb that only reports the event: "said on Tuesday that …"."""
    index = text.head_of(span.start, span.end)
    while index is not None and index >= 0 and text.tokens[index].upos not in {"VERB", "AUX"}:
        index = text.tokens[index].head
    if index is None or index < 0:
        return False
    current = head
    while current >= 0:
        token = text.tokens[current]
        if token.head == index:
            return token.deprel.split(":")[0] in {"ccomp", "parataxis"}
        current = token.head
    return any(
        text.tokens[child].deprel.split(":")[0] in {"ccomp", "parataxis"}
        for child in text.children[index]
    )


def _is_news(text: Text, sentence: int, head: int) -> bool:
    """Whether words tell of the day of the report: at its beginning, and of no other time."""
    titles = sum(1 for n in range(sentence) if _without_stop(text, n))
    if sentence - titles > 2:
        return False
    return tense(text, text.tokens[head].start, text.tokens[head].end) != FUTURE


def _without_stop(text: Text, sentence: int) -> bool:
    start, end = text.sentence_span(sentence)
    return not re.search(r"[.!?]['\"”’)]*$", text.chars[start:end])


def _day_of_news(text: Text, times: tuple[Time, ...]) -> int | None:
    """The index of the day that a report is about, for news that names none: the weekday or
    "today" of its first sentences, or the dateline's day. A day that is known goes first."""
    lead = [n for n in range(len(text.sentences)) if not _without_stop(text, n)][:2]
    ends = [text.sentence_span(n).end for n in lead]
    near: list[int] = []
    for index, time in enumerate(times):
        if time.basis == "dateline":
            near.append(index)
        elif time.text and _is_date(time) and ends and time.text.start < ends[-1]:
            words_of = text.slice(time.text).split()
            if len(words_of) == 1 and time.precision == "day":
                near.append(index)
    known = [i for i in near if times[i].start]
    return next(iter(known or near), None)
