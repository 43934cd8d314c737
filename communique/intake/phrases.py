"""The phrases that sites put around an article, sought in a line (lexicon/data/boilerplate.tsv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from communique.intake.lines import Line, key
from communique.lexicon.load import table, words

LONGEST = MappingProxyType(
    {
        "byline": 14,
        "credit": 30,
        "navigation": 30,
        "tags": 60,
        "caption": 70,
        "comment": 80,
        "notice": 120,
        "disclaimer": 150,
        "other": 6,
    }
)
"""The most words that a line of a kind has: a longer one is an article's sentence that happens to
begin with the same words."""


OPENING = 2
"""The characters by which the phrases that begin a line are looked up; those of one, by that."""

UNLABELLED = 14
"""The same for a phrase without a colon, such as "edited by"."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a phrase says about a line. `opens`: short lines below it belong to it too."""

    kind: str
    opens: bool
    whole: bool


@dataclass(frozen=True)
class _Phrases:
    line: dict[str, Hit]
    start: dict[str, list[tuple[str, Hit]]]
    inside: list[tuple[str, Hit]]
    held: dict[str, list[int]]
    """Which of `inside` have this word; "" for those without a word that must stand whole."""


@cache
def _phrases() -> _Phrases:
    found = _Phrases({}, {}, [], {})
    for row in table("boilerplate.tsv"):
        phrase, opens = row["phrase"].replace(" :", ":"), row["opens"] == "list"
        if row["match"] == "line":
            found.line[key(phrase)] = Hit(row["kind"], opens, whole=True)
        elif row["match"] == "start":
            hit = Hit(row["kind"], opens, whole=False)
            phrase = phrase.lstrip("([")
            found.start.setdefault(phrase[:OPENING], []).append((phrase, hit))
        else:
            inner = max(phrase.split()[1:-1], key=len, default="")
            found.held.setdefault(inner, []).append(len(found.inside))
            found.inside.append((phrase, Hit(row["kind"], opens, whole=False)))
    for phrases in found.start.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return found


def boilerplate(line: Line) -> Hit | None:
    """What the phrases say about a line: those for the whole line before those that begin it
    before those within it."""
    phrases = _phrases()
    lowered = line.key
    if hit := phrases.line.get(lowered):
        return hit
    if line.flat[0] not in "\"“‘'«":
        openings = (lowered[:OPENING], lowered[:1])
        for phrase, hit in (p for o in openings for p in phrases.start.get(o, ())):
            if _begins(lowered, phrase) and len(line.words) <= _longest(hit.kind, phrase):
                return hit
    # Seeking all of them in every line took a tenth of the time that intake takes.
    near = list(phrases.held.get("", ()))
    for word in lowered.split():
        if word in phrases.held:
            near += phrases.held[word]
    for place in sorted(near):
        phrase, hit = phrases.inside[place]
        if phrase in lowered and len(line.words) <= LONGEST[hit.kind]:
            return hit
    return None


def _longest(kind: str, phrase: str) -> int:
    """A label is told from a sentence's first words by the colon behind it; without one the line
    must be short, or of a kind that is written in sentences."""
    labelled = not phrase[-1].isalnum() or kind in {"notice", "disclaimer", "comment", "caption"}
    return LONGEST[kind] if labelled else UNLABELLED


def _begins(lowered: str, phrase: str) -> bool:
    if not lowered.startswith(phrase):
        return False
    rest = lowered[len(phrase) :]
    return not rest or not (phrase[-1].isalnum() and rest[0].isalnum())


@cache
def section_names() -> frozenset[str]:
    """Names of sections, regions and states, in lower case, as a site's navigation has them."""
    found = {word.lower() for word in words("sections.tsv")}
    for row in table("states.tsv"):
        found |= {name.lower() for name in (row["name"], *row["variants"].split("|")) if name}
    return frozenset(found)
