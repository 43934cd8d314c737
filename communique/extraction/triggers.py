"""Which words of a text tell an event: `event_triggers.tsv` matched on lemmas and trees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from communique.extraction.ground import Ground
from communique.lexicon.load import table, words


@dataclass(frozen=True, slots=True)
class Trigger:
    """One line of `event_triggers.tsv`; slots and objects split, the words after the first kept.
    `file`: the data file that knows the word, "" where none does."""

    words: tuple[str, ...]
    pos: str
    type: str
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    objects: tuple[tuple[str, ...], ...]
    format: str | None
    needs: bool
    file: str = "event_triggers.tsv"

    @property
    def meeting(self) -> bool:
        """Whether it tells of people who meet or speak."""
        return self.type == "CONSULT"

    @property
    def name(self) -> str:
        """The words of the trigger as its rule is named in the evidence."""
        wanted = " ".join(self.objects[0]) if self.objects else ""
        return " ".join(self.words) + (f" {wanted}" if wanted not in {"", "-", "person"} else "")


@cache
def triggers() -> dict[tuple[str, str], tuple[Trigger, ...]]:
    """The triggers by part of speech and lemma: of a verb its first word, of a noun its last.
    Those with more words come first, then those that name an object."""
    found: dict[tuple[str, str], list[Trigger]] = {}
    for row in table("event_triggers.tsv"):
        words = tuple(row["trigger"].split(" "))
        key = words[-1] if row["pos"] == "noun" else words[0]
        trigger = Trigger(
            words,
            row["pos"],
            row["type"],
            row["mode"] or None,
            tuple(row["actor"].split()),
            tuple(row["recipient"].replace("!", "").split()),
            tuple(tuple(o.split(" ")) for o in row["object"].split("|") if o),
            row["format"] or None,
            "!" in row["recipient"],
        )
        found.setdefault((row["pos"], key), []).append(trigger)
    return {
        key: tuple(sorted(those, key=lambda t: (-len(t.words), not t.objects)))
        for key, those in found.items()
    }


def same_word(trigger: Trigger) -> tuple[Trigger, ...]:
    """All triggers of the word by which a trigger is found, whatever else they need."""
    key = trigger.words[-1] if trigger.pos == "noun" else trigger.words[0]
    return triggers().get((trigger.pos, key), ())


@cache
def modes() -> dict[str, tuple[tuple[str, str], ...]]:
    """For REQUEST, REJECT and THREATEN: the words that give a mode, in order, with the mode."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in table("request_modes.tsv"):
        found.setdefault(row["type"], []).append((row["word"], row["mode"]))
    return {key: tuple(pairs) for key, pairs in found.items()}


@cache
def scores() -> dict[tuple[str, str | None], float]:
    """The base score of every type and mode of PLOVER."""
    return {(row["type"], row["mode"] or None): float(row["score"]) for row in table("plover.tsv")}


POS = MappingProxyType(
    {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
)
"""The part of speech of a trigger, by universal part of speech."""


def matches(ground: Ground, index: int) -> Iterator[Trigger]:
    """The triggers that a token can be, the most specific first."""
    pos = POS.get(ground.text.tokens[index].upos)
    if pos is None or ground.rels[index] in {"aux", "cop"}:
        return
    for trigger in triggers().get((pos, ground.lemmas[index]), ()):
        if pos == "noun" and not _preceded(ground, index, trigger.words[:-1]):
            continue
        if pos == "verb" and not set(trigger.words[1:]) <= _below(ground, index):
            continue
        if trigger.objects == (("-",),):
            if ground.kids(index, "obj") or ground.passive(index):
                continue
        elif trigger.objects == (("person",),):
            if not _calls_person(ground, index):
                continue
        elif trigger.objects and not has_object(ground, index, trigger):
            continue
        yield trigger


def _calls_person(ground: Ground, index: int) -> bool:
    """Whether a verb has a person for its object and says nothing of them ("called her a liar")."""
    objects = ground.kids(index, "obj")
    people = [o for o in objects if _is_person(ground, o)]
    more = [k for k in ground.kids(index, "xcomp", "ccomp", "iobj") if not tells(ground, k)]
    return len(objects) == len(people) == 1 and not more


def tells(ground: Ground, index: int) -> bool:
    """Whether a clause says what somebody calls for: "called her to discuss", "to thank her"."""
    return "to" in ground.marks(index) and ground.lemmas[index] in words("call_purposes.tsv")


def _is_person(ground: Ground, index: int) -> bool:
    return any(ground.actors[a].type == "person" for a in ground.named(index))


def _preceded(ground: Ground, index: int, words: tuple[str, ...]) -> bool:
    start = index - len(words)
    return start >= 0 and all(
        word in {ground.lemmas[start + n], ground.lower[start + n]} for n, word in enumerate(words)
    )


def _below(ground: Ground, index: int) -> set[str]:
    """The words that hang on a verb: particles, and the prepositions of what hangs on it."""
    found: set[str] = set()
    for kid in ground.kids(index):
        if kid in ground.of_dates:
            continue
        found |= {ground.lower[kid], ground.lemmas[kid]}
        if ground.rels[kid] in {"obl", "nmod", "obj", "advcl", "xcomp", "compound", "advmod"}:
            found |= {ground.lower[k] for k in ground.kids(kid, "case", "mark")}
    return found


def has_object(ground: Ground, index: int, trigger: Trigger) -> bool:
    """Whether the object of a verb is one that the trigger names."""
    for token in objects_of(ground, index):
        if token in ground.of_dates:
            continue
        near = {ground.lemmas[token], ground.lower[token]}
        if token in ground.money:
            near.add("money")
        for kid in ground.kids(token, "compound", "amod", "nummod", "nmod"):
            if ground.case(kid) in {"", "of"}:
                near |= {ground.lemmas[kid], ground.lower[kid]}
        if any(near.issuperset(wanted) for wanted in trigger.objects):
            return True
    return False


def objects_of(ground: Ground, index: int) -> list[int]:
    """The objects of a verb with those coordinated, and what a preposition in its trigger rules."""
    found = [c for o in ground.objects(index) for c in ground.conjuncts(o)]
    beside = ground.kids(index, "obl", "iobj", "xcomp")
    return found + [k for k in beside if not ground.agent(k) and k not in ground.headed]


def mode_of(ground: Ground, index: int, trigger: Trigger) -> str | None:
    """The mode of a trigger; where it is "?" it is read from the words that the trigger governs."""
    if trigger.mode != "?":
        return trigger.mode
    told = mode_word(ground, index, trigger)
    return told[1] if told is not None else None


def mode_word(ground: Ground, index: int, trigger: Trigger) -> tuple[int, str] | None:
    """The word that a trigger governs and that gives its mode, by request_modes.tsv."""
    below: dict[str, int] = {}
    for kid in ground.kids(index, "obj", "obl", "xcomp", "ccomp", "nmod", "advcl", "acl"):
        near = [kid, *ground.kids(kid, "conj", "compound", "amod", "nmod", "obj", "obl", "xcomp")]
        for token in near:
            below.setdefault(ground.lemmas[token], token)
    known = ((below[w], mode) for w, mode in modes().get(trigger.type, ()) if w in below)
    return next(known, None)


def names_meeting(ground: Ground, token: int) -> bool:
    """Whether a noun names a meeting or talks, which are nobody's party."""
    found = triggers().get(("noun", ground.lemmas[token]), ())
    return any(t.meeting and len(t.words) == 1 for t in found)
