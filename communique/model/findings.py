"""What one report says: findings, each with the evidence it rests on.

Findings name each other by index into the tuples of their Reading (`actors`, `times`, …).
Countries are ISO 3166-1 alpha-3. What is not known is None, never an empty string.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.report import Time
from communique.model.text import Span

__all__ = [
    "Actor",
    "Agreement",
    "Event",
    "Evidence",
    "Mention",
    "Office",
    "Place",
    "Process",
    "Role",
    "Round",
    "Stage",
    "Stance",
    "Statement",
    "Time",
    "Word",
]


@dataclass(frozen=True, slots=True)
class Word:
    """Characters that decided something, and the line of the lexicon that knows them
    ("event_triggers.tsv: call for"); None where no line does."""

    start: int
    end: int
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters a finding rests on, the rule or model that made it, and why. `words` are those
    that decided, the chief one first; empty where they are all of the evidence, as of a name."""

    start: int
    end: int
    rule: str
    score: float
    why: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """A title in a body of a country; `former` when the report says it is no longer held, `acting`
    when it is held for the time being (acting, interim, caretaker, provisional)."""

    title: str
    body: str | None
    country: str | None
    former: bool
    evidence: Evidence
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that stands for an actor: name, title, pronoun or group."""

    start: int
    end: int
    actor: int


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organization, state or group named in a report.

    `sector` is PLOVER's (GOV, MIL, SPY …); `members` are the actors that make up a group.
    """

    name: str
    type: str
    evidence: Evidence
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    rank: str | None = None
    offices: tuple[Office, ...] = ()
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a report. `role`: venue, topic, actor or dateline. `geonameid` is of
    GeoNames, `feature` its feature code; latitude and longitude in degrees (WGS 84). `why` says in
    words why the name means this place and no other; None in readings of earlier versions."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    feature: str | None
    role: str
    span: Span
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, PLOVER-typed. `aux`: historical, future, hypothetical, negation.
    A meeting is an event of type CONSULT; `format` and `occasion` describe it. `time_from` is
    what gives it its time: `syntax` (the words that tell it), `sentence`, `report` (the day of the
    report, for news that names no other). `cameo` is its CAMEO code, where one follows. `claimed`:
    the report itself does not tell it, only somebody whom it cites, `claimed_by` where known.
    `level` is that of the lower side of a meeting, from leader to expert (meeting_levels.tsv);
    `duration` the time that says how long it took, by index."""

    type: str
    evidence: Evidence
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    aux: tuple[str, ...] = ()
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    hosts: tuple[int, ...] = ()
    format: str | None = None
    occasion: str | None = None
    place: int | None = None
    time: int | None = None
    time_from: str | None = None
    process: int | None = None
    about: tuple[str, ...] = ()
    scale: float | None = None
    cameo: str | None = None
    claimed: bool = False
    claimed_by: tuple[int, ...] = ()
    level: str | None = None
    duration: int | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """For or against a target: an actor of the reading, or words. `words` are those that carry
    it."""

    toward: int | str
    polarity: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what. `text` is the content as the report has it, its spans joined by " … ".

    `form`: direct (inside quotation marks), indirect, or mixed. `via` is the actor (usually an
    agency) that reported it. `addressees` and `speakers` are indices of actors. `time` is when it
    was said, never a time that it speaks of; `time_from` as of an event.
    """

    form: str
    content: tuple[Span, ...]
    text: str
    evidence: Evidence
    speakers: tuple[int, ...] = ()
    addressees: tuple[int, ...] = ()
    joint: bool = False
    source: Span | None = None
    cue: Span | None = None
    occasion: str | None = None
    issues: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()
    via: int | None = None
    time: int | None = None
    time_from: str | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """What had become of an agreement at one time: proposed, announced, agreed, signed, ratified,
    in force, extended, suspended, broken or denied. `time` is when, by index, `time_from` as of
    an event; None where the report does not say."""

    status: str
    evidence: Evidence
    time: int | None = None
    time_from: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed. `history` are its stages, the earliest first, `status` the one that it has
    come to. `commitment` is what a party takes on, verbatim."""

    type: str
    evidence: Evidence
    parties: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()
    status: str | None = None
    commitment: str | None = None
    event: int | None = None
    history: tuple[Stage, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a process; dates as in Time.start; place and host by name."""

    number: int | None
    start: str | None
    end: str | None
    place: str | None
    host: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Role:
    """What an actor is to a process: party, guarantor, broker, initiator, host, mediator …"""

    actor: int
    role: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Process:
    """A series of talks, as one report names it."""

    name: str
    evidence: Evidence
    aliases: tuple[str, ...] = ()
    topic: str | None = None
    rounds: tuple[Round, ...] = ()
    roles: tuple[Role, ...] = ()
