"""Any object of the model in one line, without a model file.

`text("Ministers/NOUN/nsubj/2 met/VERB/root/0 in/ADP/case/4 Oslo/PROPN/obl/2 ./PUNCT/punct/2")`
is a parsed Text; `told("Anna Berg met Omar Haddad in Oslo.")` collects the findings of one report
by name: `t.actor("Anna Berg"); t.event("CONSULT", actors=["Anna Berg"]); t.read()`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from communique.model.findings import (
    Actor,
    Agreement,
    Event,
    Evidence,
    Mention,
    Office,
    Place,
    Process,
    Role,
    Round,
    Stance,
    Statement,
    Word,
)
from communique.model.identity import Judgement
from communique.model.reading import Method, Reading
from communique.model.record import ReadReport
from communique.model.report import Dateline, Report, Segment, Time
from communique.model.text import Name, Sentence, Span, Text, Token

METHOD = Method("0", "by hand", "0")
NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", "!", "?", ")", "”", "’s", "'s", "n't", "%"})
NO_SPACE_AFTER = frozenset({"(", "“", "$"})
PRECISION = {4: "year", 7: "month", 10: "day", 16: "minute"}

At = str | tuple[int, int] | None


def evidence(
    start: int = 0, end: int = 1, rule: str = "test", score: float = 1.0, **more: Any
) -> Evidence:
    """The characters start to end, found by a test."""
    return Evidence(start, end, rule, score, "built by hand", **more)


def time(start: str | None, end: str | None = None, **more: Any) -> Time:
    """A time of this day, month or year; `XXXX-WXX-2` is a Tuesday of no known week."""
    given: dict[str, Any] = {
        "text": None,
        "value": start or "",
        "precision": PRECISION.get(len(start or ""), "day"),
        "basis": "stated",
        "why": "built by hand",
    }
    weekday = (start or "").startswith("XXXX-W")
    return Time(**({"start": None if weekday else start, "end": end} | given | more))


def report(
    text: str,
    *,
    source: str = "",
    published: str | Time | None = None,
    dateline: Dateline | None = None,
    segments: Sequence[Segment] | None = None,
    **more: Any,
) -> Report:
    """A report that is one body of prose unless segments are given."""
    return Report(
        source=source or "test",
        text=text,
        published=time(published) if isinstance(published, str) else published,
        dateline=dateline,
        segments=tuple(segments) if segments else (Segment("body", 0, len(text)),),
        **more,
    )


def office(title: str, body: str | None = None, country: str | None = None, **more: Any) -> Office:
    """An office that is held."""
    more.setdefault("former", False)
    return Office(title, body, country, evidence=more.pop("evidence", evidence()), **more)


def actor(name: str, *, type: str = "person", **more: Any) -> Actor:
    """A person, or what `type` says."""
    return Actor(name, type, more.pop("evidence", evidence()), **more)


def place(name: str, *, span: tuple[int, int] = (0, 1), **more: Any) -> Place:
    """A place of which no gazetteer knows more than is given."""
    nothing: dict[str, Any] = dict.fromkeys(("country", "lat", "lon", "geonameid", "feature"))
    return Place(**(nothing | {"name": name, "role": "venue", "span": Span(*span)} | more))


def event(type: str = "CONSULT", **more: Any) -> Event:
    """A meeting, or what `type` says."""
    return Event(type, more.pop("evidence", evidence()), **more)


def statement(text: str, **more: Any) -> Statement:
    """An indirect statement with these words."""
    given: dict[str, Any] = {
        "form": "indirect",
        "content": (),
        "text": text,
        "evidence": evidence(),
    }
    return Statement(**(given | more))


def agreement(type: str = "agreement", **more: Any) -> Agreement:
    """An agreement."""
    return Agreement(type, more.pop("evidence", evidence()), **more)


def process(name: str, **more: Any) -> Process:
    """A series of talks."""
    return Process(name, more.pop("evidence", evidence()), **more)


def reading(**found: Iterable[Any]) -> Reading:
    """A reading with these findings."""
    lists: dict[str, Any] = {name: tuple(items) for name, items in found.items()}
    return Reading(**lists, method=METHOD)


def judgement(left: str, right: str, verdict: str = "same", **more: Any) -> Judgement:
    """A judgement; `by` and `at` make it a person's."""
    given: dict[str, Any] = {"score": 1.0, "why": (), "by": "rules"} | more
    return Judgement(left, right, verdict, **given)


def text(*sentences: str, names: Iterable[tuple[str, str]] = (), chars: str | None = None) -> Text:
    """A parsed text. A sentence is words `form/UPOS/deprel/head` (head as in CoNLL-U: 1 for the
    sentence's first word, 0 for the root; `form|lemma` where the lemma is not the form in lower
    case). `chars` gives the characters where they are not the words with blanks between."""
    words = [[_word(word) for word in sentence.split()] for sentence in sentences]
    chars = (
        _chars([form for sentence in words for form, *_ in sentence]) if chars is None else chars
    )
    tokens: list[Token] = []
    ranges: list[Sentence] = []
    at = 0
    for sentence in words:
        first = len(tokens)
        for form, lemma, upos, deprel, head in sentence:
            at = chars.index(form, at)
            above = first + head - 1 if head else -1
            tokens.append(Token(at, at + len(form), lemma, upos, "_", "_", above, deprel))
            at += len(form)
        ranges.append(Sentence(first, len(tokens)))
    found = tuple(Name(*find(chars, name), type) for name, type in names)
    return Text(chars, (Span(0, len(chars)),), tuple(tokens), tuple(ranges), found)


def _word(word: str) -> tuple[str, str, str, str, int]:
    form, upos, deprel, head = word.rsplit("/", 3)
    form, _, lemma = form.partition("|")
    return form, lemma or form.lower(), upos, deprel, int(head)


def _chars(forms: list[str]) -> str:
    joined = ""
    for form in forms:
        tight = not joined or form in NO_SPACE_BEFORE or joined[-1] in NO_SPACE_AFTER
        joined += form if tight else f" {form}"
    return joined


def find(chars: str, words: str, after: int = 0) -> Span:
    """Where some words stand; the first place of several."""
    start = chars.index(words, after)
    return Span(start, start + len(words))


@dataclass
class Told:
    """A report under construction: findings name each other by name and lie on their words."""

    report: Report
    actors: list[Actor] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    processes: list[Process] = field(default_factory=list)

    def on(self, at: At) -> Evidence:
        """Evidence on some words of the report (or on the first character)."""
        span = find(self.report.text, at) if isinstance(at, str) else at or (0, 1)
        return evidence(*span)

    def who(self, names: Iterable[str]) -> tuple[int, ...]:
        """The indices of actors, each made if it is not there."""
        return tuple(self._index(name) for name in names)

    def _index(self, name: str) -> int:
        for index, known in enumerate(self.actors):
            if name in (known.name, *known.aliases):
                return index
        self.actor(name)
        return len(self.actors) - 1

    def actor(self, name: str, at: At = None, **more: Any) -> Told:
        """An actor on the words of its name, if the report has them."""
        at = at if at is not None or name not in self.report.text else name
        found = self.on(at)
        more["offices"] = tuple(
            Office(o.title, o.body, o.country, o.former, found) for o in more.get("offices", ())
        )
        more["members"] = self.who(more.get("members", ()))
        self.actors.append(actor(name, evidence=found, **more))
        return self

    def states(self, **codes: str) -> Told:
        """States by name and country code."""
        for name, code in codes.items():
            self.actor(name, type="state", country=code)
        return self

    def when(self, when: str | Time | None, words: str | None = None) -> int | None:
        """The index of a time."""
        if when is None:
            return None
        span = find(self.report.text, words) if words else None
        self.times.append(when if isinstance(when, Time) else time(when, text=span))
        return len(self.times) - 1

    def where(self, name: str | None, **more: Any) -> int | None:
        """The index of a place, made if it is not there."""
        if name is None:
            return None
        for index, known in enumerate(self.places):
            if known.name == name:
                return index
        said = more.pop("said", name)
        span = find(self.report.text, said) if said in self.report.text else Span(0, 1)
        self.places.append(place(name, span=span, **more))
        return len(self.places) - 1

    def event(self, type: str = "CONSULT", at: At = None, **more: Any) -> Told:
        """An event; actors, recipients and hosts by name, `time` and `place` as text."""
        for slot in ("actors", "recipients", "hosts"):
            more[slot] = self.who(more.get(slot, ()))
        more["time"] = self.when(more.get("time"), more.pop("time_words", None))
        more["duration"] = self.when(more.get("duration"))
        more["place"] = self.where(more.get("place"))
        self.events.append(event(type, evidence=self.on(at), **more))
        return self

    def said(self, speaker: str | Sequence[str], words: str, **more: Any) -> Told:
        """A statement of these words of the report."""
        speakers = [speaker] if isinstance(speaker, str) else speaker
        span = find(self.report.text, words)
        self.statements.append(
            statement(
                words,
                speakers=self.who(speakers),
                content=(span,),
                evidence=evidence(*span),
                **more,
            )
        )
        return self

    def agreed(self, type: str = "agreement", at: At = None, **more: Any) -> Told:
        """An agreement; parties by name."""
        more["parties"] = self.who(more.get("parties", ()))
        self.agreements.append(agreement(type, evidence=self.on(at), **more))
        return self

    def talks(
        self,
        name: str,
        at: At = None,
        roles: Iterable[tuple[str, str]] = (),
        rounds: Iterable[Round] = (),
        **more: Any,
    ) -> Told:
        """A process; roles as (actor, role)."""
        found = self.on(at)
        self.processes.append(
            process(
                name,
                evidence=found,
                roles=tuple(Role(self.who([who])[0], role, found) for who, role in roles),
                rounds=tuple(rounds),
                **more,
            )
        )
        return self

    def read(self) -> ReadReport:
        """The report with all that was collected."""
        mentions = tuple(
            Mention(a.evidence.start, a.evidence.end, n) for n, a in enumerate(self.actors)
        )
        return ReadReport(
            self.report,
            reading(
                times=self.times,
                places=self.places,
                actors=self.actors,
                mentions=mentions,
                events=self.events,
                statements=self.statements,
                agreements=self.agreements,
                processes=self.processes,
            ),
        )


def told(words: str, **more: Any) -> Told:
    """A report to which findings are added one line each."""
    return Told(report(words, **more))


def round_(number: int | None = None, start: str | None = None, **more: Any) -> Round:
    """A round of talks."""
    nothing: dict[str, Any] = dict.fromkeys(("end", "place", "host"))
    return Round(**(nothing | {"number": number, "start": start, "evidence": evidence()} | more))


def stance(toward: int | str, polarity: str = "against", *words: Word) -> Stance:
    """For or against, carried by some words."""
    return Stance(toward, polarity, words)
