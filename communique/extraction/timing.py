"""Which time an event or a statement has: from syntax first, then its sentence, then the report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from communique.extraction.cues import SPOKEN, verb_cue
from communique.extraction.frames import FAR, Frames
from communique.extraction.telling import told_as_done, told_as_news
from communique.extraction.timelinks import apart, linking, links
from communique.model.report import Report, Time
from communique.model.text import Span

SYNTAX, SENTENCE, REPORT = "syntax", "sentence", "report"
LEAD = 3
"""So many sentences of prose tell the news; a day that one of them gives is the day it is told of,
where it lies at most `LAG` days before the report."""
LAG = 3
_LONG = re.compile(r"P(?!1D|T)[\dX.]+[DWMYE]|P[DC]")
DAYS = frozenset({"day", "minute", "hour", "second"})
_NAMING = frozenset({"conj", "appos", "compound", "flat"})


@dataclass(frozen=True, slots=True)
class When:
    """An index into the times of the reading, what gives it, and why, in words."""

    time: int
    source: str
    why: str


@dataclass(frozen=True, slots=True)
class _Claim:
    time: int
    sure: bool
    steps: int


class Timing:
    """The times of one report and the words that each of them dates. `cited` are the stretches
    that somebody is cited with: what they say is of no time outside them, nor the other way."""

    def __init__(
        self, frames: Frames, times: Sequence[Time], report: Report, cited: Iterable[Span] = ()
    ) -> None:
        self.frames, self.times = frames, times
        self._report, self._cited = report, sorted(cited)
        self.own = _own_time(times, report)
        self._today = _last_day(times[self.own]) if self.own is not None else None
        heads = [(n, _head(frames, time)) for n, time in enumerate(times) if dates_events(time)]
        inside = frozenset(
            i for t in times if t.text is not None for i in frames.text.tokens_in(*t.text)
        )
        self._claims: dict[int, list[_Claim]] = defaultdict(list)
        self._here: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for n, head in heads:
            if head is None:
                continue
            self._here[frames.text.sentence_of[head]].append((n, head))
            spans = times[n].end is not None and frames.case(head) in {"from", "between"}
            for link in links(frames, head, inside, limit=not spans):
                self._claims[link.token].append(_Claim(n, link.sure, link.steps))

    def of(self, *words: int, ahead: bool = False) -> When | None:
        """The time of what some words tell (an event's noun and the verb that carries it, the
        nearest to the event first; a cue), by syntax, else by their sentence. `ahead` says that
        it is still to come."""
        return self.by_syntax(*words, ahead=ahead) or self.by_sentence(*words, ahead=ahead)

    def by_syntax(self, *words: int, ahead: bool = False) -> When | None:
        """The time that the words have in the tree."""
        for word in dict.fromkeys(words):
            best = self._best(word, True, ahead)
            if best is not None:
                return When(best, SYNTAX, f"{self._quoted(best)} dates “{self._word(word)}”")
        return None

    def to_come(self, noun: int) -> When | None:
        """The time of an event's noun where that is a day after the report, so that the event is
        still to come whatever its clause tells: "discussed next week's summit"."""
        found = self.by_syntax(noun, ahead=True)
        return None if found is None or self._fits(found.time, False) else found

    def by_sentence(self, *words: int, ahead: bool = False) -> When | None:
        """The only time of the sentence, where the tree puts it near the words."""
        only = self._only(words[0])
        if only is None or not self._fits(only, ahead) or not self._together(words[0], only):
            return None
        for word in dict.fromkeys(words):
            if any(c.time == only for c in self._claims.get(word, ())) or self._below(word, only):
                return When(only, SENTENCE, f"{self._quoted(only)} is the only day of its sentence")
        return None

    @cached_property
    def news(self) -> When | None:
        """The day that a report tells news of: the one that its first sentences give, where that
        is at most some days before its dateline or publication, else the day of these."""
        if self.own is None:
            return None
        for n in self._early():
            told = _day(self.times[n])
            if self._today is None or told is None or not self._tells(n):
                continue
            if 0 <= (self._today - told).days <= LAG:
                return When(n, REPORT, f"the report's beginning tells of {self._quoted(n)}")
        return When(self.own, REPORT, "the day of the report, as news that names no other")

    @cached_property
    def first_day(self) -> When | None:
        """Of a report without dateline and publication: the first day that its beginning names."""
        if self.own is None:
            for n in self._early():
                if self.times[n].precision == "day":
                    return When(n, REPORT, f"{self._quoted(n)} is named at the report's head")
        return None

    def _early(self) -> list[int]:
        """The times of the first sentences, in their order."""
        here = ((head, n) for number in self._leading for n, head in self._here.get(number, ()))
        return [n for _, n in sorted(here)]

    @cached_property
    def _leading(self) -> list[int]:
        text = self.frames.text
        titles = [s for s in self._report.segments if s.kind == "title"]
        found: list[int] = []
        for number in range(len(text.sentences)):
            at = text.sentence_span(number).start
            if not any(t.start <= at < t.end for t in titles):
                found.append(number)
            if len(found) == LEAD:
                break
        return found

    def is_news(self, verb: int) -> bool:
        """Whether a verb tells what has just happened: in the simple past, in the main clause of a
        sentence of the report's beginning that names no time. Words that were spoken are news
        anywhere in it."""
        frames, sentence = self.frames, self.frames.text.sentence_of[verb]
        main = verb
        while frames.rels[main] == "conj" and frames.head(main) >= 0:
            main = frames.head(main)
        if frames.head(main) >= 0 or not told_as_done(frames, verb) or self.cited(verb):
            return False
        cue = verb_cue(frames.text, verb)
        if cue is not None and cue.kind in SPOKEN:
            return not self.loose(verb)
        return sentence in self._leading and not self._here.get(sentence)

    def is_meeting_news(self, word: int) -> bool:
        """Whether a word tells of a meeting that has just been: anywhere in a report, since a
        meeting of another day is told with that day."""
        told = told_as_news(self.frames, word)
        return told and not self.cited(word) and not self.loose(word)

    def lasts(self, *words: int) -> bool:
        """Whether one of the words is said to last for days or longer: "a three-day visit", "two
        weeks of talks"."""
        return not self._lasting.isdisjoint(words)

    @cached_property
    def _lasting(self) -> frozenset[int]:
        """The words that a length of more than a day hangs on, or that it counts."""
        frames, found = self.frames, set[int]()
        for time in self.times:
            head = _head(frames, time) if _LONG.match(time.value) else None
            if head is not None:
                found |= {frames.head(head), *frames.kids(head, "nmod")}
        return frozenset(found)

    def hangs(self, word: int, time: int) -> bool:
        """Whether a time hangs on a word for sure."""
        return any(c.time == time and c.sure for c in self._claims.get(word, ()))

    def loose(self, word: int) -> bool:
        """Whether a time hangs on a word, sure or not, or one of its sentence dates no other verb:
        the words may be of that time, so that they are not of the day of the report."""
        frames = self.frames
        here = self._here.get(frames.text.sentence_of[word], ())
        free = (
            n not in self._dating
            and self._together(word, n)
            and frames.case(head).split(" ")[0] not in linking("limit")
            for n, head in here
        )
        return word in self._claims or any(free)

    @cached_property
    def _dating(self) -> frozenset[int]:
        """The times that hang on a verb."""
        verbs = (k for k in self._claims if self.frames.is_verb(k))
        return frozenset(claim.time for k in verbs for claim in self._claims[k])

    def cited(self, word: int) -> bool:
        """Whether a word stands in what somebody is cited with."""
        return bool(self._around(self.frames.text.tokens[word].start))

    def _tells(self, time: int) -> bool:
        """Whether a verb in the past has this time for sure."""
        return any(
            claim.time == time and claim.sure and told_as_done(self.frames, word)
            for word, claims in self._claims.items()
            for claim in claims
        )

    def _best(self, word: int, sure: bool, ahead: bool) -> int | None:
        """The time that hangs on a word, days before longer times, then the nearest."""
        at = self.frames.text.tokens[word].start
        found = [
            (self.times[c.time].precision not in DAYS, c.steps, abs(self._at(c.time) - at), c.time)
            for c in self._claims.get(word, ())
            if c.sure is sure and self._fits(c.time, ahead) and not self._before_words(word, c.time)
        ]
        return min(found)[-1] if found else None

    def _only(self, word: int) -> int | None:
        here = self._here.get(self.frames.text.sentence_of[word], [])
        values = {self.times[n].start or self.times[n].value for n, _ in here}
        return here[0][0] if len(values) == 1 else None

    def _below(self, word: int, time: int) -> bool:
        """Whether a word stands in a phrase or clause that is of one time with the verb above it,
        and that verb has the time for sure: "said after talks on Monday", "flew there on Monday to
        meet her". What a verb judges or is about is of no time with it."""
        frames, current = self.frames, word
        for _ in range(FAR):
            relation, above = frames.rels[current], frames.head(current)
            if above < 0:
                return False
            if frames.is_verb(above):
                break
            if relation not in _NAMING and frames.case(current) not in linking("inside"):
                return False
            current = above
        else:
            return False
        if frames.is_verb(current):
            joined = relation == "advcl" and not frames.marks(current) & linking("apart")
        elif relation in {"obl", "nmod"}:
            joined = frames.case(current) in linking("inside") | linking("after")
        else:
            joined = relation in {"nsubj", "obj"} and not apart(frames, above)
        return joined and any(c.time == time and c.sure for c in self._claims.get(above, ()))

    def _fits(self, time: int, ahead: bool) -> bool:
        """What has happened is not dated by a day after the report."""
        start = self.times[time].start
        if ahead or self._today is None or not start or "X" in start:
            return True
        today = self._today.isoformat()
        return start[: len(today)] <= today[: len(start)]

    def _together(self, word: int, time: int) -> bool:
        """Whether a word and a time stand in the same citations."""
        return self._around(self.frames.text.tokens[word].start) == self._around(self._at(time))

    def _before_words(self, word: int, time: int) -> bool:
        """Whether a time stands before the words that somebody is cited with and that hold a word:
        it dates the citing, wherever the tree hangs it."""
        cited = self._around(self.frames.text.tokens[word].start)
        return any(self._at(time) < span.start for span in cited)

    def _around(self, at: int) -> list[Span]:
        return [span for span in self._cited if span.start <= at < span.end]

    def _at(self, time: int) -> int:
        text = self.times[time].text
        assert text is not None
        return text.start

    def _word(self, index: int) -> str:
        return self.frames.text.word(index)

    def _quoted(self, time: int) -> str:
        text = self.times[time].text
        return f"“{' '.join(self.frames.text.slice(text).split())}”" if text else "the dateline"


def dates_events(time: Time) -> bool:
    """Whether an event can have this time: a date or an open weekday that stands in the prose, no
    length of time, set or "now"."""
    if time.text is None or time.basis == "dateline":
        return False
    return time.start is not None or (time.value.startswith("XXXX") and time.precision != "unknown")


def _head(frames: Frames, time: Time) -> int | None:
    return frames.text.head_of(*time.text) if time.text is not None else None


def _day(time: Time) -> date | None:
    if not time.start or time.precision not in DAYS:
        return None
    try:
        return date.fromisoformat(time.start[:10])
    except ValueError:
        return None


def _last_day(time: Time) -> date | None:
    """The day of a time, of a range the last: a note of several days is written at their end."""
    first, end = _day(time), time.end
    if first is None or not end or time.precision != "day":
        return first
    try:
        return date.fromisoformat(end[:10])
    except ValueError:
        return first


def _own_time(times: Sequence[Time], report: Report) -> int | None:
    """The time that is the report's own day: the dateline's before that of publication, one with
    its year before one without."""
    own = [n for n, time in enumerate(times) if time.basis == "dateline"]
    own += [n for n, time in enumerate(times) if time == report.published]
    own = [n for n in own if times[n].start and times[n].precision in DAYS]
    return min(own, key=lambda n: (_day(times[n]) is None, own.index(n)), default=None)
