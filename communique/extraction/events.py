"""What happened: who did what to whom, coded after PLOVER, meetings with their circumstances.

The coding rules are those of PLOVER's manual (draft 2.0): who visits is the actor and who receives
the recipient; a meeting without host or visitor has all its parties as actors; a meeting or
cooperation that is only announced is an AGREE, hostile acts announced by those who will do them
are a THREATEN. Scores: 0.9 for a verb with its own subject, less where a party is inherited or
inferred, and less again (`CLAIMED`) for what the report only has somebody say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.extraction.aux_modes import in_present, is_history
from communique.extraction.cameo import acted, as_intent, code_of
from communique.extraction.deciding import word_at
from communique.extraction.doubtful import settled
from communique.extraction.drafts import ABOVE, Draft, definite, span_of
from communique.extraction.ground import Ground
from communique.extraction.matters import about, contexts
from communique.extraction.meetings import (
    Found,
    destination,
    hosts,
    occasion,
    venue,
)
from communique.extraction.merging import Told
from communique.extraction.modals import demand, refusal, until
from communique.extraction.nominals import nominal
from communique.extraction.notes import journey
from communique.extraction.parties import anchored
from communique.extraction.processes import process_spans
from communique.extraction.settling import finished
from communique.extraction.timing import Timing, When
from communique.extraction.triggers import Trigger, matches, mode_word, names_meeting, scores
from communique.extraction.verbals import verbal
from communique.extraction.weighing import likeliest, retold, unknown
from communique.model.findings import (
    Event,
    Evidence,
    Process,
    Statement,
    Word,
)
from communique.model.report import Report, Segment
from communique.model.text import Span

CLAIMED = 0.7
ANNOUNCED = {
    "COOPERATE": "AGREE",
    "AID": "AGREE",
    "SUPPORT": "AGREE",
    "CONCEDE": "AGREE",
    "RETREAT": "AGREE",
}
"""What a kindly act is while it is only announced. A ceasefire or withdrawal of troops that is
declared is a CONCEDE, and so is a concession that is decided and not yet carried out."""
DECLARED = frozenset({"ceasefire", "withdraw"})
DECIDED = frozenset({"decide", "order", "vote", "approve", "announce", "declare"})
KINDLY = frozenset({"CONCEDE", "RETREAT", "AGREE", "AID", "COOPERATE"})
"""Types that REJECT refuses."""
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
CARRIED = frozenset({"own", "holder", "host", "target"})
"""What a noun's event is to its verb where the two are of one time."""
OCCASIONS = frozenset({"ASSAULT", "PROTEST"})
"""Types whose light verbs have what happens for their object."""
MATTERS = frozenset({"discuss", "debate", "review", "exchange"})
"""Verbs whose object is a matter, so that "the crisis in Chad" names no venue."""
THERE = frozenset({"accompany", "stop", "visit", "tour"})
"""Verbs of a journey that may leave its place to the dateline."""
SWALLOWS = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE", "ACCUSE"})
"""Types whose complement is what is asked for, refused or promised, not an event of its own."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of a report that somebody is cited with."""

    span: Span
    speakers: tuple[int, ...]
    quoted: bool


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
    if any(_below(ground, found.index, top) for top in swallowed) and not found.trigger.meeting:
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


def _below(ground: Ground, index: int, top: int) -> bool:
    """Whether a token stands in the complement of another."""
    current = index
    for _ in range(8):
        above = ground.head(current)
        if above < 0 or ground.rels[current] in {"parataxis", "nsubj"}:
            return False
        if above == top:
            clauses = ground.marks(current) & {"of", "for", "from"}
            return bool(clauses) or ground.rels[current] in {"xcomp", "ccomp", "obj", "obl", "nmod"}
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
    """The event of a draft; of a meeting still to come also the AGREE that announces it."""
    if "hypothetical" in found.aux and (claim is not None or found.why not in {"", ABOVE}):
        return []
    event = _event(report, timing, ground, found, claim, spans)
    event = replace(event, cameo=code_of(ground, found, event))
    own = _own_words(ground, event)
    code = acted(ground, found, event) if event.aux else event.cameo
    if "negation" in event.aux and _refuses(ground, found):
        waits = tuple(a for a in until(ground, found.verb) if a not in event.actors)
        refused = replace(event, recipients=event.recipients or waits)
        return [event, _coded(refused, "REJECT", "will not, so REJECT", code, own)]
    if "negation" in event.aux and event.type == "REJECT":
        return []
    if found.trigger.words == ("round",) and event.process is None and not _of_talks(ground, found):
        return []
    if not event.actors and (event.process is None or "future" in event.aux):
        return []
    if "future" not in event.aux:
        return [event]
    if found.trigger.meeting:
        announced = replace(event, time=None, time_from=None)
        return [event, _coded(announced, "AGREE", "an announced meeting is an AGREE", code, own)]
    kind = _announced(ground, found, event)
    if kind is not None:
        return [_coded(event, kind, f"announced, so {kind}", code, own)]
    if event.type in HOSTILE:
        return [_coded(event, "THREATEN", "announced, so THREATEN", code, own)]
    return [event]


def _announced(ground: Ground, found: Draft, event: Event) -> str | None:
    """The type that announces an act, None for one that keeps its own."""
    if event.type == "RETREAT" and event.mode in DECLARED:
        return "CONCEDE"
    above = ground.head(found.verb)
    decided = above >= 0 and ground.lemmas[above] in DECIDED and ground.rels[found.verb] == "xcomp"
    if event.type == "CONCEDE" and (
        decided or (found.trigger.objects and found.trigger.objects[0][0].startswith("cease"))
    ):
        return None
    return ANNOUNCED.get(event.type)


def _of_talks(ground: Ground, found: Draft) -> bool:
    """Whether a round is one of talks, not of an election or a match."""
    return any(names_meeting(ground, k) for k in ground.obliques(found.index, "of"))


def _refuses(ground: Ground, found: Draft) -> bool:
    """Whether a denied act is one that its actor will not do."""
    if found.trigger.type not in KINDLY and ground.lemmas[found.verb] not in {"meet", "negotiate"}:
        return False
    told = {ground.lower[k] for k in ground.kids(found.verb, "aux")}
    return bool(told & {"will", "wo", "would", "shall"})


def _own_words(ground: Ground, event: Event) -> bool:
    """Whether those who act, or people of theirs, say so themselves."""
    homes = {ground.actors[a].country for a in event.claimed_by} - {None}
    return any(
        a in event.claimed_by
        or (ground.actors[a].type == "state" and ground.actors[a].country in homes)
        for a in event.actors
    )


def _coded(event: Event, kind: str, why: str, code: str | None, own: bool) -> Event:
    """An event that is still to come, as the announcement that it is now; `code` is what CAMEO
    has for the act. It keeps the day that is announced, unless the event itself is told too. In
    their `own` words it is no claim: they announce, threaten or refuse by saying so."""
    proof = replace(event.evidence, rule=f"{event.evidence.rule}, announced", why=why)
    cameo, scale = as_intent(code, kind), scores()[kind, None]
    coded = replace(event, type=kind, mode=None, aux=(), scale=scale, cameo=cameo, evidence=proof)
    return replace(coded, claimed=False, claimed_by=()) if own else coded


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
    aux = set(found.aux)
    if time is None and not aux and (found.trigger.pos == "noun" or in_present(ground, found.verb)):
        time = timing.to_come(found.index)
        aux |= {"future"} if time is not None else set()
    told = report.published.start if report.published else None
    if is_history(ground.times[time.time] if time else None, told):
        aux.add("historical")
    span = _widened(ground, found, place, aside[1] if aside else None)
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
        evidence=_evidence(ground, found, claim, span, time),
    )


def _time(timing: Timing, ground: Ground, found: Draft) -> When | None:
    """The time of an event: that of its noun, else of the verb by which it takes place; of a verb
    whose object is what happens ("led the 1992 protests") that of the object too."""
    carried = found.trigger.pos != "noun" or found.part in CARRIED
    words = (found.index, found.verb) if carried else (found.index,)
    if found.trigger.objects and found.trigger.type in OCCASIONS:
        words = (*words, *ground.objects(found.index))
    return timing.of(*words, ahead=bool({"future", "hypothetical"} & {*found.aux}))


def _evidence(
    ground: Ground, found: Draft, claim: Claim | None, span: Span, time: When | None
) -> Evidence:
    kind = f"{found.trigger.pos} '{found.trigger.name}'"
    why = [f"{kind} tells {found.trigger.type}"]
    score = found.sure - (0.15 if found.far else 0.0)
    if found.far:
        why.append("the recipient is named inside what the verb is done to")
    why += [reason for reason in (found.weighed, found.why) if reason]
    if claim is not None:
        names = " and ".join(ground.actors[s].name for s in claim.speakers) or "an unnamed source"
        why.append(f"{'in the words of' if claim.quoted else 'as told by'} {names}")
        score *= CLAIMED
    if time is not None:
        why.append(f"its time by {time.source}: {time.why}")
    return Evidence(
        span.start,
        span.end,
        f"event: {found.trigger.name}",
        round(score, 2),
        "; ".join(why),
        _words(ground, found),
    )


def _words(ground: Ground, found: Draft) -> tuple[Word, ...]:
    """The trigger, the verb that carries it where that is another word, and what gives its mode."""
    trigger, text = found.trigger, ground.text
    words = [word_at(text, found.index, trigger.file, " ".join(trigger.words))]
    if found.verb != found.index and found.part in CARRIED:
        words.append(word_at(text, found.verb, "light_verbs.tsv"))
    told = mode_word(ground, found.index, trigger) if trigger.mode == "?" else None
    if told is not None:
        words.append(word_at(text, told[0], "request_modes.tsv", ground.lemmas[told[0]]))
    return tuple(words)


def _place(ground: Ground, found: Draft) -> Found | None:
    if found.mode == "visit":
        return destination(ground, found.index, found.verb) or venue(
            ground, found.index, found.verb, found.parties
        )
    place = venue(ground, found.index, found.verb, found.parties, wide=found.trigger.meeting)
    if place is not None and found.trigger.words[0] in MATTERS:
        return place if ground.places[place.index].role == "venue" else None
    return place


def _widened(ground: Ground, found: Draft, place: Found | None, aside: Span | None) -> Span:
    """The evidence with the place and occasion named after it in the same sentence."""
    span = span_of(ground, found)
    sentence = ground.text.sentence_span(ground.text.sentence_of[found.index])
    extra = [aside] if aside else []
    if place is not None and "with it" in place.why:
        extra.append(ground.places[place.index].span)
    for more in extra:
        if sentence.start <= more.start and more.end <= sentence.end and more.start >= span.start:
            span = Span(span.start, max(span.end, more.end))
    return span


def _process(spans: Sequence[tuple[Span, int]], found: Draft, ground: Ground) -> int | None:
    """The process that a meeting belongs to: the one its noun names."""
    if not found.trigger.meeting or found.trigger.pos != "noun":
        return None
    start = ground.text.tokens[found.index].start
    return next((p for span, p in spans if span.start <= start < span.end), None)
