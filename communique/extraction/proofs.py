"""The evidence of an event: the characters that it rests on, the words that decided, and why."""

from __future__ import annotations

from dataclasses import dataclass

from communique.extraction.deciding import word_at
from communique.extraction.drafts import CARRIED, Draft, span_of
from communique.extraction.ground import Ground
from communique.extraction.levels import Told as Level
from communique.extraction.meetings import Found
from communique.extraction.timing import When
from communique.extraction.triggers import mode_word
from communique.lexicon.load import forms
from communique.model.findings import Evidence, Word
from communique.model.text import Span

CLAIMED = 0.7
"""What the score of an event is multiplied by where the report only has somebody say it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of a report that somebody is cited with."""

    span: Span
    speakers: tuple[int, ...]
    quoted: bool


def evidence(
    ground: Ground,
    found: Draft,
    claim: Claim | None,
    span: Span,
    time: When | None,
    level: Level | None,
) -> Evidence:
    """Why a draft is an event, and how surely."""
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
    if level is not None:
        why.append(level.why)
    return Evidence(
        span.start,
        span.end,
        f"event: {found.trigger.name}",
        round(score, 2),
        "; ".join(why),
        _words(ground, found, level),
    )


def _words(ground: Ground, found: Draft, level: Level | None) -> tuple[Word, ...]:
    """The trigger, the verb that carries it where that is another word, and what gives its mode and
    its level."""
    trigger, text = found.trigger, ground.text
    words = [word_at(text, found.index, trigger.file, " ".join(trigger.words))]
    if found.verb != found.index and found.part in CARRIED:
        words.append(word_at(text, found.verb, "light_verbs.tsv"))
    told = mode_word(ground, found.index, trigger) if trigger.mode == "?" else None
    if told is not None:
        words.append(word_at(text, told[0], "request_modes.tsv", ground.lemmas[told[0]]))
    if level is not None and level.token is not None:
        ours = level.entry in forms("meeting_levels.tsv")
        known = "meeting_levels.tsv" if ours else "offices.tsv"
        words.append(word_at(text, level.token, known, level.entry))
    return tuple(words)


def widened(ground: Ground, found: Draft, place: Found | None, aside: Span | None) -> Span:
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
