"""Sentences of our own for the classifier of deeds: frames × verb phrases × parties.

The words stand in `training/deeds/`, each file with how to read it. A seed gives the same
sentences everywhere.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "deeds"

KINDLY = ("AID", "COOPERATE", "CONSULT", "SUPPORT", "YIELD")
HOSTILE = ("COERCE", "ASSAULT", "SANCTION", "PROTEST", "MOBILIZE")
GIVEN, NOUNS, PASSIVES, FITTING, MUTUAL = 0.6, 0.12, 0.25, 0.7, 0.4
"""How often a person has a given name, a deed is told by a noun, a verb stands in the passive where
it can, a source is of a kind that often does such things, and two who do a thing with each other
are named as one subject."""
PLURAL = (("has", "have"), ("is", "are"), ("was", "were"))
UNFIT = ("not ", "say ")
"""Verbs that no frame takes."""


@dataclass(frozen=True)
class Framed:
    """A kind of frame in frames.tsv that gives phrases of some `roots` another root: how often that
    root is told so, and whether it is a `third` that they are done to."""

    frame: str
    roots: tuple[str, ...]
    share: float
    third: bool = False


FRAMED = {
    "AGREE": Framed("agree", KINDLY, 1.0),
    "REJECT": Framed("refuse", KINDLY, 0.4),
    "THREATEN": Framed("threaten", HOSTILE, 0.4),
    "REQUEST": Framed("request", KINDLY, 0.3, third=True),
    "ACCUSE": Framed("accuse", HOSTILE, 0.2, third=True),
}

SOURCES = {
    "CONSULT": "state person person helper",
    "SUPPORT": "state person person body critic",
    "COOPERATE": "state state army police",
    "AID": "state helper army person",
    "YIELD": "state person body armed army police crowd",
    "REQUEST": "state person critic helper body crowd group",
    "ACCUSE": "state person critic body police",
    "REJECT": "state person body group crowd",
    "THREATEN": "state person armed crowd",
    "PROTEST": "crowd crowd group critic",
    "SANCTION": "state state person helper",
    "MOBILIZE": "state army army person",
    "COERCE": "state police police body person",
    "ASSAULT": "armed armed army army state",
    "AGREE": "state person group",
}
TARGETS = {
    "AID": "state needy group",
    "YIELD": "state captive group person",
    "ACCUSE": "state person captive firm",
    "COERCE": "state captive captive firm",
    "ASSAULT": "state victim victim group captive",
    "PROTEST": "state person firm body",
}
ANYBODY = "state person group"


@dataclass(frozen=True)
class Deed:
    """A sentence with its two parties and its root."""

    sentence: str
    source: tuple[int, int]
    target: tuple[int, int]
    root: str


def rows(name: str) -> list[list[str]]:
    """The lines of a file of `training/deeds/`, their columns split."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def words(kind: str) -> list[str]:
    """The words of a kind, as `words.tsv` lists them."""
    return [row[1] for row in rows("words.tsv") if row[0] == kind]


@cache
def irregular() -> dict[str, tuple[str, str]]:
    """Past and participle of irregular verbs."""
    return {base: (past, done) for base, past, done in (w.split("|") for w in words("forms"))}


def inflected(phrase: str) -> dict[str, str]:
    """A verb phrase in its four forms, keyed as in frames.tsv."""
    adverb, verb, rest = "", *([*phrase.split(" ", 1), ""][:2])
    if verb in {"strongly", "partially", "not"}:
        adverb = "" if verb == "not" else verb + " "
        verb, _, rest = rest.partition(" ")
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    doubled = verb + verb[-1] if verb in words("doubled") else stem
    if verb in irregular():
        past, done = irregular()[verb]
    elif re.search("[^aeiou]y$", verb):
        past = done = verb[:-1] + "ied"
    else:
        past = done = doubled + "ed"
    ing = "being" if verb == "be" else doubled + "ing"
    forms = {"base": verb, "past": past, "done": done, "ing": ing}
    return {key: f"{adverb}{form} {rest}".strip() for key, form in forms.items()}


class Maker:
    """Draws sentences, root after root."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.parties: dict[str, list[str]] = {}
        for kind, pattern in rows("parties.tsv"):
            self.parties.setdefault(kind, []).append(pattern)
        self.phrases: dict[str, list[tuple[str, str]]] = {}
        for root, verbs, rest in rows("verbs.tsv"):
            found = self.phrases.setdefault(root, [])
            found.extend((verb, rest) for verb in verbs.split("|"))
        self.nouns: dict[str, list[tuple[str, str]]] = {}
        for root, nouns, rest in rows("nouns.tsv"):
            found = self.nouns.setdefault(root, [])
            found.extend((noun, rest) for noun in nouns.split("|"))
        self.frames: dict[str, list[str]] = {}
        for kind, frame in rows("frames.tsv"):
            self.frames.setdefault(kind, []).append(frame)

    def pick(self, pattern: str) -> str:
        """A pattern with its alternatives drawn, the innermost first."""
        while "{" in pattern:
            pattern = re.sub(r"\{([^{}]*)\}", lambda m: self.rng.choice(m[1].split("|")), pattern)
        return re.sub(" +", " ", pattern)

    def word(self, kind: str) -> str:
        """One word of a kind."""
        return self.rng.choice(words(kind))

    def party(self, kinds: str) -> str:
        """A name for a party of one of some kinds."""
        text = self.pick(self.rng.choice(self.parties[self.rng.choice(kinds.split())]))
        country, adjective = self.word("country").split("|")
        name = self.word("family")
        if self.rng.random() < GIVEN:
            name = f"{self.word('given')} {name}"
        text = re.sub(r"\bthe C\b", "the " + country.removeprefix("the "), text)
        named = {"C": country, "A": adjective, "N": name, "L": self.word("capital")}
        text = re.sub(r"\b([CANL])\b(?!\.)", lambda m: named[m[1]], text)
        return re.sub(r"\b([Aa]) (?=[AEIOU])", r"\1n ", text)

    def phrase(self, root: str) -> str:
        """A verb phrase of a root, T still in it."""
        verb, rest = self.rng.choice(self.phrases[root])
        rest = self.pick(rest).replace("T 's", "T's").strip()
        rest = rest.replace("S3", f"${self.rng.choice((2, 5, 10, 40, 150))}")
        return re.sub(r"\bC\b", self.word("capital"), f"{verb} {rest}".strip())

    def deed(self, root: str) -> Deed:
        """A sentence of a root."""
        framed = FRAMED.get(root)
        if framed and (root not in self.phrases or self.rng.random() < framed.share):
            return self._framed(framed, root)
        if root in self.nouns and self.rng.random() < NOUNS:
            return self._sentence(self._nominal(root), root, root)
        phrase = self.phrase(root)
        clause = self._passive(phrase) if self.rng.random() < PASSIVES else ""
        return self._sentence(clause or self._fill("own", phrase), root, root)

    def _passive(self, phrase: str) -> str:
        """The passive of a phrase that begins with a verb and its object; else nothing."""
        verb, _, rest = phrase.partition(" T")
        if " " in verb or " T" not in phrase or rest.startswith("'s") or verb == "say":
            return ""
        be = self.rng.choice(("was", "were", "has been", "is being", "have been"))
        tail = f"by S{rest}" if self.rng.random() < 0.6 else f"{rest} by S".strip()
        return f"T {be} {inflected(verb)['done']} {tail}"

    def _framed(self, framed: Framed, root: str) -> Deed:
        """A phrase of another root in a frame that gives it this one; what is asked of the target
        or laid at its door is done to a third."""
        inner = self.rng.choice(framed.roots)
        phrase = self.phrase(inner)
        while phrase.startswith(UNFIT):
            phrase = self.phrase(inner)
        if framed.third:
            third = self.party(TARGETS.get(inner, ANYBODY))
            phrase = re.sub(r"\bT\b", third, phrase)
            inner = root
        return self._sentence(self._fill(framed.frame, phrase), root, inner)

    def _fill(self, kind: str, phrase: str) -> str:
        if phrase.startswith("not "):
            return f"S {self.rng.choice(('will', 'did', 'would'))} {phrase}"
        frame = self.pick(self.rng.choice(self.frames[kind]))
        alone = frame.startswith("S ") and "T" not in frame
        if alone and " with T" in phrase and self.rng.random() < MUTUAL:
            # "met with T" as "S and T met"
            phrase = phrase.replace(" with T", "", 1)
            frame = "S and T " + frame.removeprefix("S ")
            for one, many in PLURAL:
                frame = frame.replace(f"T {one} ", f"T {many} ")
        forms = inflected(phrase)
        return re.sub(r"<(\w+)>", lambda m: forms[m[1]], frame)

    def _nominal(self, root: str) -> str:
        noun, rest = self.rng.choice(self.nouns[root])
        tail = f"{noun} {self.pick(rest)}"
        bare = re.sub("^an? ", "", tail)
        own = ("drew criticism", "came as a surprise", "continued", "was announced")
        frames = (f"S's {bare} {self.rng.choice(own)}", f"the {bare} by S began", f"S began {tail}")
        return self.rng.choice(frames)

    def _sentence(self, clause: str, root: str, inner: str) -> Deed:
        """The clause with both parties named, an opening and an ending."""
        source = self.party(SOURCES[root] if self.rng.random() < FITTING else ANYBODY)
        target = self.party(TARGETS.get(inner, ANYBODY))
        text = self.pick(self.word("opening")) + clause + self.pick(self.word("ending"))
        if source.endswith("s") or re.match("(dozens|thousands|hundreds|two|three)", source):
            for one, many in PLURAL:
                text = re.sub(rf"\bS {one}\b", f"S {many}", text)
        return _named(text, {"S": source, "T": target}, root)


def _named(text: str, parties: dict[str, str], root: str) -> Deed:
    """A sentence with its S and T replaced; where each is named first counts."""
    found: dict[str, tuple[int, int]] = {}
    built, at = "", 0
    for m in re.finditer(r"(?<![\w.])[ST](?!\w)", text):
        built += text[at : m.start()]
        name = parties[m[0]]
        found.setdefault(m[0], (len(built), len(built) + len(name)))
        built += name
        at = m.end()
    built += text[at:] + "."
    return Deed(built[0].upper() + built[1:], found["S"], found["T"], root)


def sentences(count: int, seed: int) -> Iterator[Deed]:
    """`count` sentences, every root as often as the others."""
    maker = Maker(seed)
    roots = sorted(SOURCES)
    for number in range(count):
        yield maker.deed(roots[number % len(roots)])
