"""The journey that a note tells by its heading alone: "LIMA, May 3–5 — President Ana Rojas. …".

Whoever is named alone under the place and days of a dateline, in office, was there on these days;
what they did there, the note goes on to tell.
"""

from __future__ import annotations

import re

from communique.extraction.drafts import NOTED
from communique.extraction.ground import Ground
from communique.extraction.merging import Told
from communique.extraction.timing import Timing
from communique.extraction.triggers import scores
from communique.extraction.verbals import private
from communique.model.findings import Event, Evidence, Mention
from communique.model.report import Report

RULE = "event: note of a journey"
FAR = 60
"""The characters that a title before the name may take."""
_OPENING = re.compile(r"\W*(?:[Tt]he\s+(?:[A-Z][\w -]{2,50},\s*)?)?")
_ENDING = re.compile(r"(?:\s*\([^()\n]{2,60}\))?(?:\s*[.:–—-]+\s+(?=[A-Z])|\s*(?:\n|$))")
_TOLD = frozenset({"VBD", "VBN", "NN", "NNS", "NNP", "JJ", "RB"})
"""What a note goes on with: deeds and things done, no clause of somebody who speaks."""


def journey(report: Report, ground: Ground, timing: Timing) -> list[Told]:
    """The visit of the person whom a note names, to the place and on the days of its dateline;
    nothing where it has none of these, or for one who is at home there."""
    place = next((n for n, p in enumerate(ground.places) if p.role == "dateline"), None)
    if place is None or report.dateline is None or timing.own is None:
        return []
    mention = _heading(report, ground)
    if mention is None or private(ground, mention.actor):
        return []
    where, who = ground.places[place], ground.actors[mention.actor]
    countries = {who.country, *(o.country for o in who.offices)}
    if where.country is None or where.country in countries:
        return []
    start = min(report.dateline.start, mention.start)
    end = max(report.dateline.end, mention.end)
    host = ground.states.get(where.country)
    why = "named alone with the place and days of the dateline, so a visit there"
    event = Event(
        type="CONSULT",
        mode="visit",
        contexts=("diplomatic",),
        actors=(mention.actor,),
        recipients=() if host is None else (host,),
        format="visit",
        place=place,
        time=timing.own,
        time_from="report",
        scale=scores()["CONSULT", "visit"],
        evidence=Evidence(start, end, RULE, NOTED, why),
    )
    return [Told(event, definite=False, joint=False)]


def _heading(report: Report, ground: Ground) -> Mention | None:
    """The person named alone right behind the dateline, or on the line before it."""
    line = report.dateline
    assert line is not None
    for mention in ground.ordered_mentions:
        if mention.start > line.end + FAR:
            break
        behind = mention.start >= line.end
        opened = ground.text.chars[line.end if behind else 0 : mention.start]
        ended = _ENDING.match(ground.text.chars, mention.end)
        if not _OPENING.fullmatch(opened) or ended is None:
            continue
        if ground.actors[mention.actor].type != "person":
            continue
        if behind and not _goes_on(ground, ended.end()):
            continue
        if behind or not ground.text.chars[ended.end() : line.start].strip():
            return mention
    return None


def _goes_on(ground: Ground, at: int) -> bool:
    """Whether a note's own words follow: of no subject, as notes are."""
    following = ground.text.tokens_in(at, at + 1)
    return not following or ground.text.tokens[following[0]].xpos in _TOLD
