"""When each statement of a report was made: never a time that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.extraction.cues import SPOKEN, cue_in
from communique.extraction.frames import Frames
from communique.extraction.merging import FACE_TO_FACE
from communique.extraction.telling import in_perfect, told_as_news
from communique.extraction.timelinks import linking
from communique.extraction.timing import DAYS, REPORT, SENTENCE, SYNTAX, Timing, When
from communique.model.findings import Event, Statement
from communique.model.report import Report, Time

NEAR = 2
"""So many sentences on, the same speaker is still speaking on the same occasion."""
_OWN = frozenset({SYNTAX, SENTENCE})


def with_times(
    report: Report,
    frames: Frames,
    times: tuple[Time, ...],
    statements: Sequence[Statement],
    events: Sequence[Event] = (),
) -> tuple[Statement, ...]:
    """The statements, each with its time where one is known: by syntax, by its sentence, carried
    over from the meeting at which it was made or from the same speaker's statement just before it,
    or the day of the report."""
    dated = [e for e in events if e.time is not None and e.time_from in _OWN and not e.aux]
    cited = [span for statement in statements for span in statement.content]
    timing = Timing(frames, times, report, cited)
    found: list[Statement] = []
    for statement in statements:
        when = _when(timing, statement, found, dated)
        found.append(statement if when is None else _timed(statement, when))
    return tuple(found)


def _timed(statement: Statement, when: When) -> Statement:
    proof = statement.evidence
    proof = replace(proof, why=f"{proof.why}; its time by {when.source}: {when.why}")
    return replace(statement, time=when.time, time_from=when.source, evidence=proof)


def _when(
    timing: Timing, statement: Statement, before: Sequence[Statement], dated: Sequence[Event]
) -> When | None:
    frames = timing.frames
    cue, known = cue_in(frames.text, statement.cue) if statement.cue is not None else (-1, None)
    if cue < 0:
        goes_on = bool(before) and before[-1].time_from == REPORT
        return _carried(timing, statement, before) or (timing.news if goes_on else None)
    evidential = frames.lower[cue] == "according" and frames.head(cue) >= 0
    words = (cue, frames.head(cue)) if evidential else (cue,)
    ahead = any(frames.text.tokens[k].xpos == "MD" for k in frames.kids(cue, "aux"))
    own = timing.of(*words, ahead=ahead)
    if own is not None:
        return None if _spoken_of(timing, statement, cue, own) else own
    told = evidential or told_as_news(frames, cue, statement.cue)
    if ahead or not told or any(timing.loose(word) for word in words):
        return None
    carried = _at(timing, cue, dated) or _carried(timing, statement, before)
    spoken = evidential or statement.form == "direct"
    spoken = spoken or (known is not None and known.kind in SPOKEN)
    return carried or (timing.news if spoken and not timing.cited(cue) else None)


def _spoken_of(timing: Timing, statement: Statement, cue: int, when: When) -> bool:
    """Whether a time stands in what is said: not where it hangs on the cue and the content holds
    no verb before it ("requested a visa on Monday for his client")."""
    at, text = timing.times[when.time].text, timing.frames.text
    for span in statement.content:
        if at is not None and span.start <= at.start < span.end:
            before = text.tokens_in(span.start, at.start)
            verbs = any(text.tokens[k].upos in {"VERB", "AUX"} for k in before)
            return verbs or not timing.hangs(cue, when.time)
    return False


def _at(timing: Timing, cue: int, dated: Sequence[Event]) -> When | None:
    """The time of the meeting, told of before, at which something is said: "during the meeting she
    said …"."""
    frames = timing.frames
    for phrase in frames.kids(cue, "obl"):
        inside = frames.case(phrase).split(" ")[0] in linking("inside")
        if not inside or not _known(frames, phrase):
            continue
        noun, start = frames.lower[phrase], frames.text.tokens[phrase].start
        for event in reversed(dated):
            told = event.format or "no meeting"
            same = told.endswith(noun) or {told, noun} <= FACE_TO_FACE
            if same and event.time is not None and event.evidence.end <= start:
                return When(event.time, SENTENCE, f"that of the {noun} told of before")
    return None


def _known(frames: Frames, noun: int) -> bool:
    """Whether a noun is taken for known: "the meeting", "their talks"."""
    told = {frames.lower[k] for k in frames.kids(noun, "det")}
    owned = any(frames.text.tokens[k].xpos == "PRP$" for k in frames.kids(noun, "nmod"))
    return owned or bool(told & {"the", "this", "that", "these", "those"})


def _carried(timing: Timing, statement: Statement, before: Sequence[Statement]) -> When | None:
    """The time of the last statement before, where the same speaker goes on in the same or the
    next sentences."""
    last = before[-1] if before else None
    if last is None or last.time is None or last.time_from not in _OWN:
        return None
    day = timing.times[last.time].precision in DAYS
    if not day or not statement.speakers or last.speakers != statement.speakers:
        return None
    sentence = timing.frames.text.sentence_at
    here, there = sentence(statement.evidence.start), sentence(last.evidence.end - 1)
    if here is None or there is None or not 0 <= here - there <= NEAR:
        return None
    cue = cue_in(timing.frames.text, last.cue)[0] if last.cue is not None else -1
    if here != there and cue >= 0 and in_perfect(timing.frames, cue):
        return None  # "had rejected it on Monday. It would not work, she said": when is not told
    return When(last.time, SENTENCE, "that of the same speaker's statement before it")
