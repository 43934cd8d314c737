"""Who is on stage while a report is read from its beginning: mentions in order, with their roles,
so that pronouns and bare titles find whom they mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from communique.extraction.cast import Draft
from communique.extraction.view import View
from communique.lexicon.load import table

SPEAKER, SUBJECT, OTHER = 3, 2, 1
# With these weights and those in `_fitness`, 90.4 % of the he and she that GUM's news, biographies,
# interviews, speeches and court reports give to a named person are right (gold trees and names).
_WEIGHT = {SPEAKER: 2.0, SUBJECT: 1.5, OTHER: 0.5}
_BESIDE = 6
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer"})


@cache
def speech_verbs() -> frozenset[str]:
    """Lemmas of the verbs by which somebody is said to say something."""
    return frozenset(row["cue"] for row in table("cues.tsv") if row["pos"] == "verb")


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention that the reader of the text has come past."""

    draft: Draft
    atom: int
    sentence: int
    role: int
    quoted: bool
    head: int | None


@dataclass(slots=True)
class Stage:
    """The mentions so far, by position of reading."""

    view: View
    seen: list[Seen] = field(default_factory=list)
    quoted: set[int] = field(default_factory=set)
    sources: set[int] = field(default_factory=set)
    speakers: dict[int, list[Draft]] = field(default_factory=dict)
    beside: dict[int, Draft] = field(default_factory=dict)

    @classmethod
    def of(cls, view: View) -> Stage:
        """An empty stage that knows which atoms stand in quotation marks or name a source."""
        stage = cls(view)
        inside = False
        for i, word in enumerate(view.atoms.lows):
            if word in {"“", '"', "«"}:
                inside = not inside if word == '"' else True
            elif word in {"”", "»"}:
                inside = False
            elif inside:
                stage.quoted.add(i)
        for attribution in view.text.attributions:
            if attribution.source is not None:
                stage.sources.update(range(*view.atoms.inside(*attribution.source)))
        return stage

    def quotation_beside(self, first: int, last: int) -> list[int]:
        """The quoted atoms nearest before or after a mention, a few words off at most."""
        for start, step in ((first - 1, -1), (last, 1)):
            at = start
            while 0 <= at < len(self.view.atoms) and abs(at - start) <= _BESIDE:
                if at in self.quoted:
                    return self._quotation(at, step)
                at += step
        return []

    def _quotation(self, at: int, step: int) -> list[int]:
        found = []
        while at in self.quoted:
            found.append(at)
            at += step
        return found

    def enter(self, draft: Draft, first: int, last: int) -> None:
        """Note a mention of an actor in a range of atoms."""
        sentence, quoted = self.view.atoms.sentences[first], first in self.quoted
        role, head = self.role(first, last), self.head(first, last)
        self.seen.append(Seen(draft, first, sentence, role, quoted, head))

    def role(self, first: int, last: int) -> int:
        """Whether a phrase is the subject of a verb of saying, another subject, or neither."""
        head = self.head(first, last)
        if any(i in self.sources for i in range(first, last)):
            return SPEAKER
        if head is None:
            return OTHER
        tokens = self.view.text.tokens
        token = tokens[head]
        for _ in range(4):
            if token.deprel not in {"conj", "appos", "flat", "compound"} or token.head < 0:
                break
            token = tokens[token.head]
        if token.deprel not in _SUBJECTS:
            return OTHER
        verb = tokens[token.head] if token.head >= 0 else None
        if verb is not None and verb.lemma.lower() in speech_verbs():
            return SPEAKER
        return SUBJECT

    def head(self, first: int, last: int) -> int | None:
        """The token that heads a range of atoms."""
        return self.view.text.head_of(*self.view.span(first, last))

    def persons(self, atom: int, kinds: tuple[str, ...] = ("person",)) -> list[Draft]:
        """The actors of these types seen before an atom, the latest first, each once."""
        found: dict[int, Draft] = {}
        for seen in reversed(self.seen):
            if seen.atom < atom and seen.draft.type in kinds:
                found.setdefault(id(seen.draft), seen.draft)
        return list(found.values())

    def foremost(self, seen: list[Seen], atom: int) -> Draft | None:
        """The actor that stands out before an atom: subjects and speakers, the nearer the more."""
        sentence = self.view.atoms.sentences[atom]
        scored = [
            (_WEIGHT[s.role] - 0.6 * (sentence - s.sentence), s.atom, i)
            for i, s in enumerate(seen)
            if s.atom < atom and sentence - s.sentence <= 8
        ]
        return seen[max(scored)[2]].draft if scored else None

    def pronoun(self, atom: int, gender: str, main: Draft | None) -> Draft | None:
        """The person that he or she stands for, None when nobody fits."""
        if main is not None and main.type == "person" and main.gender in {None, gender}:
            return main
        sentence = self.view.atoms.sentences[atom]
        subject = self.view.token(atom).deprel in _SUBJECTS
        best: tuple[float, int, Draft] | None = None
        for seen in self.seen:
            if seen.draft.type != "person" or seen.atom >= atom:
                continue
            score = self._fitness(seen, atom, sentence, gender, subject)
            if score is not None and (best is None or (score, seen.atom) >= best[:2]):
                best = (score, seen.atom, seen.draft)
        return best[2] if best else None

    def _fitness(
        self, seen: Seen, atom: int, sentence: int, gender: str, subject: bool
    ) -> float | None:
        distance = sentence - seen.sentence
        if seen.draft.gender not in {None, gender} or distance > 8:
            return None
        if seen.draft in self.speakers.get(atom, ()):
            return None  # nobody calls himself "he"
        if self.beside.get(atom) is seen.draft:
            return None  # "he and NAME" are two
        role = OTHER if atom in self.quoted and not seen.quoted else seen.role
        score = _WEIGHT[role] - 0.5 * distance
        score += 0.8 if seen.draft.gender == gender else -0.3 if gender == "f" else 0.0
        if seen.quoted != (atom in self.quoted):
            score -= 1.5 if seen.quoted else 0.5
        if distance == 0:
            if subject and seen.role == OTHER:
                score -= 0.5
            if seen.role != OTHER:
                score += 0.5
            if self.clause_mates(seen, atom):
                return None
        return score

    def clause_mates(self, seen: Seen, atom: int) -> bool:
        """Whether a pronoun cannot mean the mention since that is the subject of its own clause."""
        token = self.view.token(atom)
        if seen.head is None:
            return False
        other = self.view.text.tokens[seen.head]
        if other.deprel in _SUBJECTS and other.head == self.view.atoms.tokens[atom]:
            return True  # "NAME is with him"
        if token.deprel not in {"obj", "iobj", "obl"}:
            return False
        return other.deprel in _SUBJECTS and token.head == other.head
