"""What is the same across reports: judgements, and the entities and occurrences they give."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.report import Time


@dataclass(frozen=True, slots=True)
class Citation:
    """The characters of a report that a row of the record rests on; `text` is verbatim."""

    report: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason of a judgement: the rule's name, its weight, and the values that decided."""

    sign: str
    weight: float
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """same, different or unsure, about two findings. `by` is a rule set or a person; `at` is
    when a person decided (ISO 8601), None for the rules' own, which are derived each time."""

    left: str
    right: str
    verdict: str
    score: float
    why: tuple[Sign, ...]
    by: str
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """The same actor or place across reports."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    sector: str | None
    members: tuple[str, ...]
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The same event across reports. `origins` counts independent ones, not copies; `time_from`
    is what gives its time, as of a finding; `cameo` its CAMEO code, where one follows; `claimed`:
    no report tells it but in the words of others, `claimed_by` where known. `level` is the highest
    that a telling gives a meeting; `duration` a TIMEX3 value (PT2H), where no telling gives
    another."""

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    aux: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    hosts: tuple[str, ...]
    format: str | None
    occasion: str | None
    process: str | None
    round: int | None
    place: str | None
    time: Time | None
    reports: tuple[str, ...]
    origins: int
    evidence: tuple[Citation, ...]
    time_from: str | None = None
    cameo: str | None = None
    claimed: bool = False
    claimed_by: tuple[str, ...] = ()
    level: str | None = None
    duration: str | None = None


@dataclass(frozen=True, slots=True)
class DifferentValue:
    """One of the values that reports give, with the words that give it."""

    value: str
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where reports tell the same thing differently: `about` is the id of an occurrence,
    process, entity or agreement, `field` what differs."""

    id: str
    about: str
    field: str
    values: tuple[DifferentValue, ...]
