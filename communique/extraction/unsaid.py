"""Who does what a note tells without a subject: "President Okoye. Met with Minister Sato."

Lists, diaries and short notes name somebody once, alone in a sentence or before a colon, and go on
with bare verbs and nouns. A bare sentence after a full one is of that one's subject. Only persons
take part in this, only the simple past counts, and nothing but an adverb may stand before the verb,
so that a sentence whose tree lost its subject is not one of these.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.extraction.frames import Frames
from communique.model.text import Sentence

LONGEST = 24
"""The most words of a sentence that is a name and its titles."""
_LIGHT = frozenset({"ADV", "PUNCT", "CCONJ", "SYM"})
_PAST = frozenset({"VBD", "VBN"})

Person = Callable[[int], int | None]
"""The token that names the person whom a noun stands for; None where it stands for nobody."""


def unsaid(frames: Frames, person: Person) -> dict[int, int]:
    """For the verbs and nouns of a note that have no subject, the token that names who is meant."""
    found: dict[int, int] = {}
    doer: int | None = None
    for sentence in frames.text.sentences:
        root = _root(frames, sentence)
        if root is None:
            continue
        told = _after_colon(frames, sentence)
        named = _heading(frames, sentence, told or sentence.last, person)
        if named is not None:
            doer = named
            found |= {} if told is None else {told: named}
        elif _bare_verb(frames, sentence, root) or _bare_noun(frames, sentence, root):
            found |= {} if doer is None else {root: doer}
        elif frames.is_verb(root) or frames.kids(root, "nsubj", "cop"):
            doer = _subject(frames, root, person)
    return found


def _root(frames: Frames, sentence: Sentence) -> int | None:
    return next((i for i in range(sentence.first, sentence.last) if frames.head(i) < 0), None)


def _after_colon(frames: Frames, sentence: Sentence) -> int | None:
    """The first word behind a colon, where it is a noun or a verb in the past: what a note tells of
    whom it names before."""
    for index in range(sentence.first + 1, min(sentence.last - 1, sentence.first + LONGEST)):
        if frames.lower[index] == ":":
            token = frames.text.tokens[index + 1]
            return index + 1 if token.xpos in _PAST or token.upos == "NOUN" else None
    return None


def _heading(frames: Frames, sentence: Sentence, last: int, person: Person) -> int | None:
    """The person whom a sentence, or what stands before its colon, names without saying more."""
    if last - sentence.first > LONGEST:
        return None
    words = range(sentence.first, last)
    if any(frames.text.tokens[i].upos in {"VERB", "AUX"} for i in words):
        return None
    tops = [i for i in words if not sentence.first <= frames.head(i) < last]
    return person(tops[0]) if tops and not frames.case(tops[0]) else None


def _bare_verb(frames: Frames, sentence: Sentence, root: int) -> bool:
    """A verb in the past that opens its sentence and has no subject."""
    if not frames.is_verb(root) or frames.text.tokens[root].xpos not in _PAST:
        return False
    before = range(sentence.first, root)
    if any(frames.text.tokens[i].upos not in _LIGHT for i in before):
        return False
    if frames.kids(root, "nsubj", "csubj", "expl", "aux", "cop"):
        return False
    return not any(frames.agent(k) for k in frames.kids(root, "obl"))


def _bare_noun(frames: Frames, sentence: Sentence, root: int) -> bool:
    """A noun that is the whole of its sentence: "Audience with the Pope.", "State visit."."""
    if frames.text.tokens[root].upos != "NOUN" or frames.kids(root, "nsubj", "cop", "det"):
        return False
    words = range(sentence.first, sentence.last)
    return not any(frames.text.tokens[i].upos in {"VERB", "AUX"} for i in words)


def _subject(frames: Frames, root: int, person: Person) -> int | None:
    """The person who is the subject of a full sentence."""
    subjects = frames.kids(root, "nsubj")
    return person(subjects[0]) if len(subjects) == 1 else None
