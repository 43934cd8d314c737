"""Why a finding was made: the rule, the words that decided, the ways from them to its arguments."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.findings import Word


@dataclass(frozen=True, slots=True)
class Path:
    """The way through the tree of a sentence from the word that decided to an argument. `role` is
    what the argument is to it, `name` who or what; `steps` go from word to word by the relations of
    Universal Dependencies, "→" down and "←" up ("met —nsubj→ minister —appos→ Ana Ruiz"), None
    where the argument stands in another sentence."""

    role: str
    name: str
    steps: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one finding was made. `kind` and `index` name it; an office, issue, stance, stage, round
    or role is the `index`-th of the finding `of`. `start`..`end` are its characters, None where it
    has none; `score` None where none is given. `words` are never empty where it has characters."""

    kind: str
    index: int
    of: int | None
    name: str
    rule: str
    score: float | None
    why: str
    start: int | None
    end: int | None
    words: tuple[Word, ...]
    paths: tuple[Path, ...] = ()
