"""A description: a phrase that tells who somebody is by office."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extraction.known import StateName, word_set
from communique.extraction.view import View
from communique.lexicon.load import Row

FORMER = word_set("former")
ACTING = word_set("acting")
DETERMINERS = word_set("determiner")
OWNERS = word_set("owner")


@dataclass(slots=True)
class Description:
    """A phrase that tells who somebody is by office: atoms `first`..`last`, the title's at
    `head`..`head_last`. `owner` is the atom of "his" in "his counterpart"."""

    first: int
    last: int
    head: int
    head_last: int
    row: Row
    plural: bool
    title: str = ""
    body: str | None = None
    body_row: Row | None = None
    acronym: str | None = None
    state: StateName | None = None
    states: list[StateName] = field(default_factory=list)
    former: bool = False
    acting: bool = False
    determiner: str | None = None
    owner: int | None = None
    owner_name: tuple[int, int] | None = None
    count: int | None = None
    country: str | None = None
    linked: bool = False

    @property
    def kind(self) -> str:
        """The class of the title."""
        return self.row["class"]


def acronym(word: str) -> bool:
    """Whether a word is written like an acronym."""
    return 2 <= len(word) <= 9 and sum(c.isupper() for c in word) >= max(2, len(word) - 3)


def country_word(view: View, first: int, last: int) -> bool:
    """Whether atoms are the name of a state and nothing else."""
    state = view.known.states.get(first)
    return state is not None and state[0] >= last


def only_country(view: View, at: int) -> bool:
    """Whether a state or its adjective begins at an atom."""
    state = view.known.states.get(at)
    return state is not None and state[1].kind in {"demonym", "name", "prefix"}
