"""What happened: who did what to whom, coded after PLOVER, meetings with their circumstances.

The coding rules are those of PLOVER's manual (draft 2.0): who visits is the actor and who receives
the recipient; a meeting without host or visitor has all its parties as actors; a meeting or
cooperation that is only announced is an AGREE, hostile acts announced by those who will do them
are a THREATEN. Scores: 0.9 for a verb with its own subject, less where a party is inherited or
inferred, and less again (`proofs.CLAIMED`) for what the report only has somebody say.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from communique.extraction.announced import as_told
from communique.extraction.aux_modes import in_present, is_history
from communique.extraction.cameo import code_of
from communique.extraction.doubtful import settled
from communique.extraction.drafts import ABOVE, CARRIED, Draft, definite
from communique.extraction.ground import Ground
from communique.extraction.lasting import duration
from communique.extraction.levels import told_level
from communique.extraction.matters import about, contexts
from communique.extraction.meetings import Found, destination, hosts, occasion, venue
from communique.extraction.merging import Told
from communique.extraction.modals import demand, refusal
from communique.extraction.nominals import nominal
from communique.extraction.notes import journey
from communique.extraction.parties import anchored
from communique.extraction.processes import process_spans
from communique.extraction.proofs import Claim, evidence, widened
from communique.extraction.settling import finished
from communique.extraction.timing import Timing, When
from communique.extraction.triggers import Trigger, matches, scores
from communique.extraction.verbals import verbal
from communique.extraction.weighing import likeliest, retold, unknown
from communique.model.findings import Event, Process, Statement
from communique.model.report import Report, Segment
from communique.model.text import Span

OCCASIONS = frozenset({"ASSAULT", "PROTEST"})
"""Types whose light verbs have what happens for their object."""
MATTERS = frozenset({"discuss", "debate", "review", "exchange"})
"""Verbs whose object is a matter, so that "the crisis in Chad" names no venue."""
THERE = frozenset({"accompany", "stop", "visit", "tour"})
"""Verbs of a journey that may leave its place to the dateline."""
SWALLOWS = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE", "ACCUSE"})
"""Types whose complement is what is asked for, refused or promised, not an event of its own."""


def find_events(
    report: Report,
    ground: Ground,
    statements: tuple[Statement, ...],
    processes: tuple[Process, ...],
) -> tuple[Event, ...]:
    """The events of a report in the order of their evidence, each told once: what the title or a
    later sentence says again is joined to the fullest telling."""
    text = ground.text
    claims = [Claim(span, s.speakers, s.form == "direct") for s in statements for span in s.content]
    spans = process_spans(ground, processes)
    timing = Timing(ground, ground.times, report, [claim.span for claim in claims])
    titles = [s for s in report.segments if s.kind == "title" and not _is_sentence(report, s)]
    told = journey(report, ground, timing)
    heads: list[Told] = []
    swallowed: set[int] = set()
    objects: set[int] = set()
    for index in range(len(text.tokens)):
        found = None if index in objects else draft(ground, index)
        if found is None or not _stands(ground, found, swallowed):
            continue
        if _process(spans, found, ground) is not None and not _takes_place(timing, found):
            continue
        if found.trigger.objects:
            objects.update(ground.objects(index))
        start = text.tokens[index].start
        in_title = any(s.start <= start < s.end for s in titles)
        claim = next((c for c in claims if c.span.start <= start < c.span.end), None)
        news = _is_news(timing, ground, found)
        for event in _events(report, timing, ground, found, claim, spans):
            there = ground.noted(found.verb) or found.trigger.words[0] in THERE
            one = Told(event, definite(ground, found), _joint(ground, found), news, there)
            (heads if in_title else told).append(one)
    return finished(timing, ground, told, heads)


def _is_news(timing: Timing, ground: Ground, found: Draft) -> bool:
    """Whether an event that no time is named for is told as the news of the report. What a note
    tells without a subject is of its days."""
    if timing.lasts(found.index, found.verb):
        return False
    if ground.noted(found.verb):
        return not timing.loose(found.verb)
    if found.trigger.meeting:
        return timing.is_meeting_news(found.verb)
    return timing.is_news(found.verb)


def _joint(ground: Ground, found: Draft) -> bool:
    """Whether a noun's event is said to be joint: "a joint news conference"."""
    return any(ground.lower[k] == "joint" for k in ground.kids(found.index, "amod"))


def _is_sentence(report: Report, segment: Segment) -> bool:
    """Whether what stands for a title is a sentence of the report, as where it has no headline."""
    return report.text[segment.start : segment.end].rstrip().endswith(".")


def draft(ground: Ground, index: int) -> Draft | None:
    """The event that a token tells, if any: of its triggers whose actors are named the first, or
    among equally specific ones the likeliest."""
    found = demand(ground, index)
    if found is not None:
        return found
    drafts: list[Draft] = []
    for trigger in matches(ground, index):
        if drafts and _rank(trigger) != _rank(drafts[0].trigger):
            break
        read = nominal if trigger.pos == "noun" else verbal
        found = read(ground, index, trigger)
        if found is not None:
            drafts.append(found)
    chosen = retold(ground, likeliest(ground, drafts)) if drafts else refusal(ground, index)
    chosen = chosen or unknown(ground, index)
    return settled(ground, chosen) if chosen is not None else None


def _rank(trigger: Trigger) -> tuple[int, bool]:
    """How specific a trigger is: by its words, and by whether it names an object."""
    return len(trigger.words), bool(trigger.objects)


def _stands(ground: Ground, found: Draft, swallowed: set[int]) -> bool:
    """Whether a draft is an event of its own; notes what it swallows if it is."""
    if not found.trigger.meeting and _below(ground, found.index, swallowed):
        return False
    if "hypothetical" in found.aux and found.trigger.type not in {"CONSULT", "AGREE"}:
        return False
    if not anchored(ground, found):
        return False
    if found.trigger.type in SWALLOWS:
        swallowed.add(found.index)
    return True


def _takes_place(timing: Timing, found: Draft) -> bool:
    """Whether the noun of a series of talks tells that they were held, not only which are meant."""
    return found.part in {"own", "holder", "host"} or timing.by_syntax(found.index) is not None


def _below(ground: Ground, index: int, tops: Collection[int]) -> bool:
    """Whether a token stands in the complement of one of some others."""
    current = index
    for _ in range(8):
        above = ground.head(current)
        if above < 0 or ground.rels[current] in {"parataxis", "nsubj"}:
            return False
        if above in tops and (
            ground.rels[current] in {"xcomp", "ccomp", "obj", "obl", "nmod"}
            or ground.marks(current) & {"of", "for", "from"}
        ):
            return True
        current = above
    return False


def _events(
    report: Report,
    timing: Timing,
    ground: Ground,
    found: Draft,
    claim: Claim | None,
    spans: Sequence[tuple[Span, int]],
) -> list[Event]:
    """The events that a draft tells."""
    if "hypothetical" in found.aux and (claim is not None or found.why not in {"", ABOVE}):
        return []
    event = _event(report, timing, ground, found, claim, spans)
    return as_told(ground, found, replace(event, cameo=code_of(ground, found, event)))


def _event(
    report: Report,
    timing: Timing,
    ground: Ground,
    found: Draft,
    claim: Claim | None,
    spans: Sequence[tuple[Span, int]],
) -> Event:
    meeting = found.trigger.meeting
    time = _time(timing, ground, found)
    place = None if "negation" in found.aux else _place(ground, found)
    aside = occasion(ground, found.index) if meeting else None
    level = told_level(ground, found) if meeting else None
    aux = set(found.aux)
    if time is None and not aux and (found.trigger.pos == "noun" or in_present(ground, found.verb)):
        time = timing.to_come(found.index)
        aux |= {"future"} if time is not None else set()
    told = report.published.start if report.published else None
    if is_history(ground.times[time.time] if time else None, told):
        aux.add("historical")
    span = widened(ground, found, place, aside[1] if aside else None)
    clause = Span(*ground.text.sentence_span(ground.text.sentence_of[found.index]))
    return Event(
        type=found.trigger.type,
        mode=found.mode,
        contexts=contexts(ground, found),
        aux=tuple(sorted(aux)),
        actors=found.actors,
        recipients=found.recipients,
        hosts=ground.members((*found.hosts, *hosts(ground, found.index))) if meeting else (),
        format=found.trigger.format,
        occasion=aside[0] if aside else None,
        place=place.index if place else None,
        time=time.time if time else None,
        time_from=time.source if time else None,
        process=_process(spans, found, ground),
        about=about(ground, found, clause),
        scale=scores()[found.trigger.type, found.mode],
        claimed=claim is not None,
        claimed_by=claim.speakers if claim is not None else (),
        level=level.level if level else None,
        duration=duration(ground, found) if meeting else None,
        evidence=evidence(ground, found, claim, span, time, level),
    )


def _time(timing: Timing, ground: Ground, found: Draft) -> When | None:
    """The time of an event: that of its noun, else of the verb by which it takes place; of a verb
    whose object is what happens ("led the 1992 protests") that of the object too."""
    carried = found.trigger.pos != "noun" or found.part in CARRIED
    words = (found.index, found.verb) if carried else (found.index,)
    if found.trigger.objects and found.trigger.type in OCCASIONS:
        words = (*words, *ground.objects(found.index))
    return timing.of(*words, ahead=bool({"future", "hypothetical"} & {*found.aux}))


def _place(ground: Ground, found: Draft) -> Found | None:
    if found.mode == "visit":
        return destination(ground, found.index, found.verb) or venue(
            ground, found.index, found.verb, found.parties
        )
    place = venue(ground, found.index, found.verb, found.parties, wide=found.trigger.meeting)
    if place is not None and found.trigger.words[0] in MATTERS:
        return place if ground.places[place.index].role == "venue" else None
    return place


def _process(spans: Sequence[tuple[Span, int]], found: Draft, ground: Ground) -> int | None:
    """The process that a meeting belongs to: the one its noun names."""
    if not found.trigger.meeting or found.trigger.pos != "noun":
        return None
    start = ground.text.tokens[found.index].start
    return next((p for span, p in spans if span.start <= start < span.end), None)
