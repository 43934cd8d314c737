"""What was agreed: agreements by the nouns that name them, commitments by the words that make
them.

An agreement noun counts where a verb, noun or adjective says what became of it, or where its
parties are named; so "the peace agreement" in passing is left out. What one report tells of one
agreement in several places ("signed in 2015", "the accord was suspended", "on Monday it was
extended") is one finding, with its history. A commitment is what a party agrees, pledges or
promises to do, and what two parties together "will" do in the words of one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.extraction.commitments import commitment
from communique.extraction.deals import Deal, Staged, deals, joined
from communique.extraction.ground import Ground
from communique.extraction.timing import Timing
from communique.model.findings import Agreement, Event, Process, Stage, Statement
from communique.model.report import Report

_TELL_AGREEMENTS = frozenset({"AGREE", "SUPPORT", "CONCEDE", "RETREAT", "REJECT", "ASSAULT"})
_NOW = "9999"
"""Sorts what is told without a time after everything that has one."""


def find_agreements(
    report: Report,
    ground: Ground,
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
    processes: tuple[Process, ...],
) -> tuple[Agreement, ...]:
    """The agreements and commitments of a report, in the order of their evidence."""
    cited = [span for statement in statements for span in statement.content]
    timing = Timing(ground, ground.times, report, cited)
    today = (ground.times[timing.own].start if timing.own is not None else None) or ""
    found = [_agreement(ground, today, deal) for deal in joined(ground, deals(ground, timing))]
    for index in range(len(ground.text.tokens)):
        one = commitment(ground, timing, index)
        if one is not None:
            found.append(_of_talks(one, processes))
    return _distinct(ground, [_with_event(one, events) for one in found])


def _agreement(ground: Ground, today: str, deal: Deal) -> Agreement:
    """A finding of all that a report tells of one agreement; its status is the stage that it has
    come to, not one that is only announced."""
    staged = _in_order(ground, today, deal.stages)
    reached = [s for s in staged if not s.ahead] or staged
    last: Stage | None = reached[-1].stage if reached else None
    return Agreement(
        type=deal.type,
        parties=deal.parties,
        topics=deal.topics,
        status=last.status if last else None,
        evidence=last.evidence if last else deal.evidence,
        history=tuple(s.stage for s in staged),
    )


def _in_order(ground: Ground, today: str, stages: Sequence[Staged]) -> list[Staged]:
    """By time. What is told without one is so now; what describes the agreement, or stands before
    what has a time, came after what is told so before, and a proposal was first."""
    ranked: list[tuple[bool, str, int, Staged]] = []
    told = sorted(stages, key=lambda s: s.stage.evidence.end)
    latest = ""
    for n, staged in enumerate(told):
        known = _day(ground, today, staged)
        if not known and staged.stage.status != "proposed":
            goes_on = any(_day(ground, today, s) and not s.inner for s in told[n + 1 :])
            known = latest if staged.inner or goes_on else _NOW
        latest = max(latest, known) if known != _NOW else latest
        ranked.append((staged.ahead, known, n, staged))
    return [staged for *_, staged in sorted(ranked, key=lambda r: r[:3])]


def _day(ground: Ground, today: str, staged: Staged) -> str:
    """What a stage sorts by; a day without its year is the last such day up to the report's."""
    time = staged.stage.time
    start = (ground.times[time].start if time is not None else None) or ""
    if not start.startswith("XXXX-") or "W" in start:
        return "" if "X" in start else start
    year = int(today[:4]) if today[:4].isdigit() else 9000
    return f"{year if start[5:] <= (today[5:] or start[5:]) else year - 1}{start[4:]}"


def _in_headline(ground: Ground, one: Agreement) -> bool:
    """Whether a finding stands in a sentence without a full stop, as headlines are."""
    number = ground.text.sentence_at(one.evidence.start)
    if number is None:
        return False
    last = ground.text.sentences[number].last - 1
    return ground.text.tokens[last].upos != "PUNCT"


def _told_below(ground: Ground, one: Agreement, found: Sequence[Agreement]) -> bool:
    """Whether the body tells of an agreement of one of the parties that a headline names."""
    mine = set(one.parties)
    return any(mine & set(a.parties) and not _in_headline(ground, a) for a in found)


def _distinct(ground: Ground, found: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """Every agreement once: one that says nothing that another of its type and parties does not
    say is that one again."""
    kept: list[Agreement] = []
    found = [a for a in found if not (_in_headline(ground, a) and _told_below(ground, a, found))]
    for one in sorted(found, key=lambda a: (a.evidence.start, a.evidence.end, a.type)):
        same = (k for k in kept if _again(k, one))
        if next(same, None) is None:
            kept.append(one)
    return tuple(kept)


def _again(known: Agreement, one: Agreement) -> bool:
    return (
        known.type == one.type
        and known.commitment == one.commitment
        and {s.status for s in one.history} <= {s.status for s in known.history}
        and {s.time for s in one.history} <= {s.time for s in known.history} | {None}
        and set(one.parties) <= set(known.parties)
        and set(one.topics) <= set(known.topics)
    )


def _of_talks(one: Agreement, processes: Sequence[Process]) -> Agreement:
    """What "the participants" agreed: a commitment without known parties has those of the talks
    that the report has named last, if it says who they are between."""
    before = [p for p in processes if p.evidence.start < one.evidence.start]
    if one.parties or one.type != "commitment" or not before:
        return one
    last = max(before, key=lambda p: p.evidence.start)
    parties = tuple(dict.fromkeys(r.actor for r in last.roles if r.role == "party"))
    if len(parties) < 2:
        return one
    proof = one.evidence
    why = f"{proof.why}; its parties are those of the {last.name}"
    return replace(one, parties=parties, evidence=replace(proof, score=0.5, why=why))


def _with_event(one: Agreement, events: Sequence[Event]) -> Agreement:
    """An agreement with the event that its words also tell."""
    for number, event in enumerate(events):
        if event.type in _TELL_AGREEMENTS and (
            event.evidence.start < one.evidence.end and one.evidence.start < event.evidence.end
        ):
            return replace(one, event=number)
    return one
