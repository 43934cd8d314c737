"""What the rules about actors look at: a text, its atoms, what the lexicon and the reader found."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extraction.atoms import Atoms, atoms_of
from communique.extraction.known import Known, scan
from communique.model.text import Text, Token

ORGANIZATION_TYPES = frozenset({"organization", "facility", "misc"})


@dataclass(slots=True)
class View:
    """A text with its atoms. `person_last`, `named_last` … give the last atom (excluded) of the
    name that begins at an atom, `*_first` the first of the one that ends there."""

    text: Text
    atoms: Atoms
    known: Known
    person_last: dict[int, int] = field(default_factory=dict)
    person_first: dict[int, int] = field(default_factory=dict)
    in_person: set[int] = field(default_factory=set)
    named_last: dict[int, int] = field(default_factory=dict)
    named_first: dict[int, int] = field(default_factory=dict)
    dates: set[int] = field(default_factory=set)

    def token(self, atom: int) -> Token:
        """The token of an atom."""
        return self.text.tokens[self.atoms.tokens[atom]]

    def upos(self, atom: int) -> str:
        """The part of speech of an atom's token."""
        return self.token(atom).upos

    def low(self, atom: int) -> str:
        """An atom in lower case, "" outside the text."""
        lows = self.atoms.lows
        return lows[atom] if 0 <= atom < len(lows) else ""

    def same_sentence(self, left: int, right: int) -> bool:
        """Whether two atoms exist and are of one sentence."""
        units = self.atoms.units
        return left >= 0 and right < len(units) and units[left] == units[right]

    def words(self, first: int, last: int) -> str:
        """The characters of the report from one atom to another, white space made single."""
        if first >= last:
            return ""
        atoms = self.atoms
        return " ".join(self.text.chars[atoms.starts[first] : atoms.ends[last - 1]].split())

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters of a range of atoms."""
        return self.atoms.starts[first], self.atoms.ends[last - 1]

    def add_person(self, first: int, last: int) -> None:
        """Take a range of atoms for the name of a person."""
        self.person_last[first] = last
        self.person_first[last] = first
        self.in_person.update(range(first, last))

    def drop_person(self, first: int) -> None:
        """Take a name out again."""
        last = self.person_last.pop(first)
        self.person_first.pop(last, None)
        self.in_person.difference_update(range(first, last))


def view_of(text: Text) -> View:
    """The view of a text, with the dates and institutions that the reader named."""
    atoms = atoms_of(text)
    view = View(text, atoms, scan(atoms))
    for name in text.names:
        first, last = atoms.inside(name.start, name.end)
        if name.type == "date":
            view.dates.update(range(first, last))
        elif name.type in ORGANIZATION_TYPES and last - first > 0:
            view.named_last[first] = last
            view.named_first[last] = first
    return view
