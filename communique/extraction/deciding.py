"""The words that decide a finding, with the line of the lexicon that knows them."""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.load import entry
from communique.model.findings import Word
from communique.model.text import Text

_LONGEST = 4
"""Words of the longest entries that end in a word: "memorandum of understanding"."""


def word_at(text: Text, index: int, name: str = "", *forms: str) -> Word:
    """A token as a word that decides, by the data file of this name where one does: its entry is
    that of `forms`, else of the token's own form or lemma, with the words before it if need be."""
    token = text.tokens[index]
    known = entry(name, *forms, *_forms(text, index)) if name else None
    return Word(token.start, token.end, known)


def _forms(text: Text, index: int) -> Iterator[str]:
    for first in range(max(0, index - _LONGEST + 1), index + 1):
        before = " ".join(text.lower[first:index])
        for form in (text.lower[index], text.tokens[index].lemma):
            yield f"{before} {form}".strip()
