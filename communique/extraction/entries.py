"""Which lines of the lexicon know the words of names, titles, times and places: the same look-ups
by which they were found, asked once more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from communique.extraction.issues import issue_words, state_named
from communique.extraction.known import Known
from communique.extraction.timewords import pieces
from communique.extraction.view import View, view_of
from communique.lexicon.gazetteer import look_up
from communique.lexicon.load import entry, words
from communique.model.findings import Place, Word
from communique.model.text import Span, Text

GAZETTEER = "gazetteer.txt"
_TIMES = ("times_words.tsv", "feasts.tsv", "calendars.tsv", "number_words.tsv", "round_words.tsv")
_PLACES = (
    "places_seats.tsv",
    "places_regions.tsv",
    "places_renamed.tsv",
    "places_short.tsv",
    "divisions.tsv",
    "states.tsv",
)


class Entries:
    """The lexicon's entries in one text."""

    def __init__(self, text: Text) -> None:
        self.text = text

    @cached_property
    def _view(self) -> View:
        return view_of(self.text)

    @cached_property
    def _names(self) -> list[Word]:
        """Every name of a state or body, title, rank and kind of body of the text, by place, the
        longer first; of one place in the order of `_found`."""
        known, found = self._view.known, list[Word]()
        for first, (last, files, forms) in _found(known):
            said = self._view.words(first, last)
            told = (entry(file, *forms, said, said.removesuffix("s")) for file in files)
            named = next((one for one in told if one), None)
            if named is not None:
                found.append(Word(*self._view.span(first, last), named))
        return sorted(found, key=lambda word: (word.start, -word.end))

    def of_name(self, start: int, end: int) -> tuple[Word, ...]:
        """The words of a name or title that the lexicon knows, the longer of nested ones."""
        kept: list[Word] = []
        for word in self._names:
            inside = start <= word.start and word.end <= end
            if inside and (not kept or kept[-1].end <= word.start):
                kept.append(word)
        return tuple(kept)

    def of_issue(self, issue: str, spans: Sequence[Span]) -> tuple[Word, ...]:
        """The words that name an issue among some stretches, or the state that it is."""
        tokens = [i for span in spans for i in self.text.tokens_in(*span)]
        hits = [hit for hit in issue_words(self.text, tokens) if hit.issue == issue]
        if hits:
            named = (Word(h.start, h.end, entry("issues.tsv", h.trigger)) for h in hits)
            return tuple(dict.fromkeys(named))
        inside = (n for n in self.text.names if any(a <= n.start and n.end <= b for a, b in spans))
        told = ((n.start, n.end, self.text.slice((n.start, n.end))) for n in inside)
        return tuple(
            Word(start, end, entry("states.tsv", said, said.removesuffix("s")))
            for start, end, said in told
            if said == issue or state_named(said) == issue
        )

    def of_time(self, span: Span) -> tuple[Word, ...]:
        """The words of an expression of time that the lexicon knows."""
        found = []
        for piece in pieces(self.text.chars, *span):
            said = " ".join(self.text.chars[piece.start : piece.end].lower().split())
            told = (entry(name, said) for name in _TIMES if said in words(name))
            named = next(told, None)
            if named is not None:
                found.append(Word(piece.start, piece.end, named))
        return tuple(found)

    def of_place(self, place: Place) -> Word:
        """The name of a place, by the line of the gazetteer or else of a file of places."""
        said = self.text.slice(place.span)
        told = entry("states.tsv", said) if (place.feature or "").startswith("PCL") else None
        for one in () if told or place.geonameid is None else look_up(said):
            if one.geonameid == place.geonameid:
                told = f"{GAZETTEER}: {one.geonameid} {one.name}"
        if told is None and place.feature is not None:
            told = next((e for name in _PLACES if (e := entry(name, said, place.name))), None)
        return Word(*place.span, told)


def _found(known: Known) -> list[tuple[int, tuple[int, tuple[str, ...], tuple[str, ...]]]]:
    """What the lexicon found: first atom, last excluded, files, and forms to look for there."""
    return [
        *((i, (n, ("states.tsv", "metonyms.tsv"), ())) for i, (n, _) in known.states.items()),
        *((i, (n, ("organizations.tsv",), ())) for i, (n, _) in known.organizations.items()),
        *((i, (n, ("offices.tsv",), (t.row["title"],))) for i, (n, t) in known.titles.items()),
        *((i, (n, ("ranks.tsv",), (r["rank"],))) for i, (n, r) in known.ranks.items()),
        *((i, (n, ("bodies.tsv",), (r["body"],))) for i, (n, r) in known.bodies.items()),
        *((i, (n, ("portfolios.tsv",), ())) for i, n in known.portfolios.items()),
    ]
