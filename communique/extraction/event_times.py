"""Which of the times of a report goes with an event that it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.extraction.moments import FUTURE
from communique.extraction.tenses import tense
from communique.model.report import Time
from communique.model.text import Span, Text


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
