"""Which words of a text tell an event: `event_triggers.tsv` matched on lemmas and trees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.extraction.frames import Scene
from communique.lexicon.load import table


@dataclass(frozen=True, slots=True)
class Trigger:
    """One line of `event_triggers.tsv`; slots and objects split, the words after the first kept."""

    words: tuple[str, ...]
    pos: str
    type: str
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    objects: tuple[tuple[str, ...], ...]
    format: str | None

    @property
    def meeting(self) -> bool:
        """Whether it tells of people who meet or speak."""
        return self.type == "CONSULT"

    @property
    def name(self) -> str:
        """The words of the trigger as its rule is named in the evidence."""
        wanted = f" {'|'.join(' '.join(o) for o in self.objects[:1])}" if self.objects else ""
        return " ".join(self.words) + wanted


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
            tuple(row["recipient"].split()),
            tuple(tuple(o.split(" ")) for o in row["object"].split("|") if o),
            row["format"] or None,
        )
        found.setdefault((row["pos"], key), []).append(trigger)
    return {
        key: tuple(sorted(those, key=lambda t: (-len(t.words), not t.objects)))
        for key, those in found.items()
    }


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


def matches(scene: Scene, index: int) -> Iterator[Trigger]:
    """The triggers that a token can be, the most specific first."""
    upos = scene.text.tokens[index].upos
    pos = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}.get(upos)
    if pos is None or scene.rels[index] in {"aux", "cop"}:
        return
    for trigger in triggers().get((pos, scene.lemmas[index]), ()):
        if pos == "noun" and not _preceded(scene, index, trigger.words[:-1]):
            continue
        if pos == "verb" and not set(trigger.words[1:]) <= _below(scene, index):
            continue
        if trigger.objects and not has_object(scene, index, trigger):
            continue
        yield trigger


def _preceded(scene: Scene, index: int, words: tuple[str, ...]) -> bool:
    start = index - len(words)
    return start >= 0 and all(
        word in {scene.lemmas[start + n], scene.lower[start + n]} for n, word in enumerate(words)
    )


def _below(scene: Scene, index: int) -> set[str]:
    """The words that hang on a verb: particles, and the prepositions of what hangs on it."""
    found: set[str] = set()
    for kid in scene.kids(index):
        found |= {scene.lower[kid], scene.lemmas[kid]}
        if scene.rels[kid] in {"obl", "nmod", "obj", "advcl", "xcomp", "compound", "advmod"}:
            found |= {scene.lower[k] for k in scene.kids(kid, "case", "mark")}
    return found


def has_object(scene: Scene, index: int, trigger: Trigger) -> bool:
    """Whether the object of a verb is one that the trigger names."""
    for token in objects_of(scene, index):
        near = {scene.lemmas[token], scene.lower[token]}
        if token in scene.money:
            near.add("money")
        for kid in scene.kids(token, "compound", "amod", "nummod", "nmod"):
            near |= {scene.lemmas[kid], scene.lower[kid]}
        if any(near.issuperset(wanted) for wanted in trigger.objects):
            return True
    return False


def objects_of(scene: Scene, index: int) -> list[int]:
    """The objects of a verb with those coordinated, and what a preposition in its trigger rules."""
    found = [c for o in scene.objects(index) for c in scene.conjuncts(o)]
    found += [k for k in scene.kids(index, "obl", "iobj", "xcomp") if not scene.agent(k)]
    return found


def mode_of(scene: Scene, index: int, trigger: Trigger) -> str | None:
    """The mode of a trigger; where it is "?" it is read from the words that the trigger governs."""
    if trigger.mode != "?":
        return trigger.mode
    below: set[str] = set()
    for kid in scene.kids(index, "obj", "obl", "xcomp", "ccomp", "nmod", "advcl", "acl"):
        near = {kid, *scene.kids(kid, "conj", "compound", "amod", "nmod", "obj", "obl", "xcomp")}
        below |= {scene.lemmas[k] for k in near}
    for word, mode in modes().get(trigger.type, ()):
        if word in below:
            return mode
    return None
