"""Why each finding of a reading was made: its rule, the words that decided with their lines of the
lexicon, and the way through the sentence from them to each argument.

Nothing is decided here: rules and words are those that the findings carry; the lexicon is asked
once more by the look-ups that found the names, and the ways are read off the trees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from communique.extraction.entries import Entries
from communique.extraction.paths import length, relation, steps
from communique.model.explanation import Explanation, Path
from communique.model.findings import Event, Evidence, Mention, Statement, Word
from communique.model.reading import Reading
from communique.model.text import Span, Text

_SHORT = 60
"""Characters of a name or content that an explanation repeats."""


def explain(text: Text, reading: Reading) -> tuple[Explanation, ...]:
    """Why everything in a reading was found, kind by kind, in the order of the reading."""
    return tuple(_Explainer(text, reading).all())


class _Explainer:
    """One reading while it is explained."""

    def __init__(self, text: Text, reading: Reading) -> None:
        self.text, self.reading = text, reading
        self.entries = Entries(text)
        self.mentions: dict[int, list[Mention]] = defaultdict(list)
        for mention in reading.mentions:
            for actor in (mention.actor, *reading.actors[mention.actor].members):
                self.mentions[actor].append(mention)

    def all(self) -> Iterator[Explanation]:
        """Everything, kind by kind."""
        yield from self._actors()
        yield from self._times()
        yield from self._places()
        yield from self._events()
        yield from self._statements()
        yield from self._agreements()
        yield from self._processes()

    def _actors(self) -> Iterator[Explanation]:
        for index, actor in enumerate(self.reading.actors):
            proof = actor.evidence
            words = self.entries.of_name(proof.start, proof.end)
            yield _explained("actor", index, None, actor.name, proof, words)
            for n, office in enumerate(actor.offices):
                proof = office.evidence
                title = self._token(proof.start, proof.end)
                words = self.entries.of_name(proof.start, proof.end)
                paths = self._to_actors(title, "holder", [index])
                yield _explained("office", n, index, office.title, proof, words, paths)

    def _times(self) -> Iterator[Explanation]:
        for index, time in enumerate(self.reading.times):
            start, end = time.text or (None, None)
            words = self.entries.of_time(time.text) if time.text else ()
            if time.text and not words:
                words = (Word(*time.text),)
            paths = self._hangs(time.text)
            rule = f"time: {time.basis}"
            yield Explanation(
                "time", index, None, time.value, rule, None, time.why, start, end, words, paths
            )

    def _places(self) -> Iterator[Explanation]:
        for index, place in enumerate(self.reading.places):
            words = (self.entries.of_place(place),)
            rule, why = f"place: {place.role}", place.why or "the reader's name of a place"
            yield Explanation(
                "place", index, None, place.name, rule, None, why, *place.span, words,
                self._hangs(place.span),
            )  # fmt: skip

    def _events(self) -> Iterator[Explanation]:
        for index, event in enumerate(self.reading.events):
            name = " ".join(filter(None, (event.type, event.mode, event.format, *event.aux)))
            yield _explained("event", index, None, name, event.evidence, (), self._arguments(event))

    def _arguments(self, event: Event) -> tuple[Path, ...]:
        word = self._chief(event.evidence)
        carrying = self._carrying(event.evidence)
        found = [
            *self._to_actors(word, "actor", event.actors),
            *self._to_actors(word, "recipient", event.recipients),
            *self._to_actors(word, "host", event.hosts),
        ]
        if event.place is not None:
            place = self.reading.places[event.place]
            found.append(self._to_span(word, "place", place.name, place.span))
        if event.time is not None:
            time = self.reading.times[event.time]
            found.append(self._to_span(word, "time", time.value, time.text))
        return (*carrying, *found)

    def _statements(self) -> Iterator[Explanation]:
        for index, said in enumerate(self.reading.statements):
            words = said.evidence.words or tuple(Word(*span) for span in said.content)
            name = _short(said.text)
            yield _explained(
                "statement", index, None, name, said.evidence, words, self._saying(said)
            )
            yield from self._issues(index, said)
            for n, stance in enumerate(said.stances):
                toward = (
                    self.reading.actors[stance.toward].name
                    if isinstance(stance.toward, int)
                    else stance.toward
                )
                yield Explanation(
                    "stance", n, index, f"{stance.polarity} {toward}", "stance", None,
                    f"{self._said(stance.words)} carries {stance.polarity}",
                    said.evidence.start, said.evidence.end, stance.words,
                    self._targets(said, stance.words, stance.toward),
                )  # fmt: skip

    def _issues(self, index: int, said: Statement) -> Iterator[Explanation]:
        """By which words a statement is about its issues; else by what its sentence or the talks of
        the report tell it to be."""
        whole = Span(said.evidence.start, said.evidence.end)
        for n, issue in enumerate(said.issues):
            words = self.entries.of_issue(issue, said.content)
            why = f"{self._said(words)} in what is said names it"
            if not words:
                words = self.entries.of_issue(issue, [whole])
                why = f"{self._said(words)} in its sentence names it"
            if not words:
                words = tuple(Word(*span) for span in said.content)
                why = "the talks that are spoken of are about it"
            yield Explanation(
                "issue", n, index, issue, "issue", None, why, whole.start, whole.end, words
            )

    def _saying(self, said: Statement) -> tuple[Path, ...]:
        cue = self._chief(said.evidence) if said.evidence.words else None
        found = []
        names = ", ".join(self.reading.actors[a].name for a in said.speakers)
        if said.source is not None:
            found.append(self._to_span(cue, "source", names or "nobody known", said.source))
        else:
            found += self._to_actors(cue, "speaker", said.speakers)
        found += self._to_actors(cue, "addressee", said.addressees)
        if said.via is not None:
            found += self._to_actors(cue, "via", [said.via])
        found += [self._to_span(cue, "content", _short(said.text), said.content[0])]
        return tuple(found)

    def _targets(
        self, said: Statement, words: Sequence[Word], toward: int | str
    ) -> tuple[Path, ...]:
        word = self._token(words[0].start, words[0].end) if words else None
        if isinstance(toward, int):
            return self._to_actors(word, "toward", [toward])
        at = self.text.chars.find(toward, said.evidence.start, said.evidence.end)
        span = Span(at, at + len(toward)) if at >= 0 else None
        return (self._to_span(word, "toward", toward, span),)

    def _agreements(self) -> Iterator[Explanation]:
        for index, one in enumerate(self.reading.agreements):
            name = f"{one.type}{f', {one.status}' if one.status else ''}"
            paths = [
                *self._carrying(one.evidence),
                *self._to_actors(self._chief(one.evidence), "party", one.parties),
            ]
            yield _explained("agreement", index, None, name, one.evidence, (), paths)
            for n, stage in enumerate(one.history):
                paths = [*self._carrying(stage.evidence)]
                if stage.time is not None:
                    time = self.reading.times[stage.time]
                    chief = self._chief(stage.evidence)
                    paths.append(self._to_span(chief, "time", time.value, time.text))
                yield _explained("stage", n, index, stage.status, stage.evidence, (), paths)

    def _processes(self) -> Iterator[Explanation]:
        for index, talks in enumerate(self.reading.processes):
            yield _explained("process", index, None, talks.name, talks.evidence)
            for n, one in enumerate(talks.rounds):
                name = f"round {one.number or ''}".strip()
                paths = self._carrying(one.evidence)
                yield _explained("round", n, index, name, one.evidence, (), paths)
            for n, role in enumerate(talks.roles):
                name = f"{self.reading.actors[role.actor].name}: {role.role}"
                paths = self._to_actors(self._chief(role.evidence), role.role, [role.actor])
                yield _explained("role", n, index, name, role.evidence, (), paths)

    # --- the ways ---------------------------------------------------------------------------

    def _token(self, start: int, end: int) -> int | None:
        return self.text.head_of(start, end)

    def _chief(self, proof: Evidence) -> int | None:
        first = proof.words[0] if proof.words else proof
        return self._token(first.start, first.end)

    def _carrying(self, proof: Evidence) -> tuple[Path, ...]:
        """The way from the chief word to the others that decided."""
        word = self._chief(proof)
        return tuple(
            self._to_span(word, "beside", self.text.slice((w.start, w.end)), Span(w.start, w.end))
            for w in proof.words[1:]
        )

    def _to_span(self, word: int | None, role: str, name: str, span: Span | None) -> Path:
        head = None if span is None else self._token(*span)
        if word is None or head is None or span is None:
            return Path(role, name, None)
        return Path(role, name, steps(self.text, word, head, _short(self.text.slice(span))))

    def _to_actors(self, word: int | None, role: str, actors: Iterable[int]) -> tuple[Path, ...]:
        return tuple(self._to_actor(word, role, actor) for actor in actors)

    def _to_actor(self, word: int | None, role: str, actor: int) -> Path:
        """The shortest way to a mention of an actor, or of a group that it is in; to one that does
        not hold the word itself, if there is one ("President Ana Ruiz": from the title to the
        name)."""
        name = self.reading.actors[actor].name
        if word is None:
            return Path(role, name, None)
        here, at = self.text.sentence_of[word], self.text.tokens[word].start
        near = []
        for mention in self.mentions[actor]:
            head = self._token(mention.start, mention.end)
            if head is not None and self.text.sentence_of[head] == here:
                near.append((length(self.text, word, head), mention.start, -mention.end, head))
        if not near:
            return Path(role, name, None)
        near = [one for one in near if not one[1] <= at < -one[2]] or near
        _, start, end, head = min(near)
        return Path(role, name, steps(self.text, word, head, self.text.slice((start, -end))))

    def _hangs(self, span: Span | None) -> tuple[Path, ...]:
        """The word that a time or place hangs on."""
        head = None if span is None else self._token(*span)
        if head is None or span is None or self.text.tokens[head].head < 0:
            return ()
        above = self.text.word(self.text.tokens[head].head)
        said = _short(self.text.slice(span))
        return (Path("hangs on", above, f"{said} ←{relation(self.text, head)}— {above}"),)

    def _said(self, words: Sequence[Word]) -> str:
        return ", ".join(f"“{self.text.slice((w.start, w.end))}”" for w in words)


def _explained(
    kind: str,
    index: int,
    of: int | None,
    name: str,
    proof: Evidence,
    words: tuple[Word, ...] = (),
    paths: Iterable[Path] = (),
) -> Explanation:
    words = words or proof.words or (Word(proof.start, proof.end),)
    return Explanation(
        kind, index, of, name, proof.rule, proof.score, proof.why, proof.start, proof.end, words,
        tuple(paths),
    )  # fmt: skip


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHORT else f"{plain[: _SHORT - 1]}…"
