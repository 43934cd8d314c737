"""A citation on its way to a statement."""

from __future__ import annotations

from dataclasses import dataclass

from communique.extraction.citing import Citation
from communique.extraction.cues import Cue, cue_in
from communique.model.text import Span, Text


@dataclass
class Said:
    """A citation with what is found out about it step by step.

    `first` and `last` are the sentences that its spans lie in, `place` the one of its cue; `word`
    is the token that makes the cue one, -1 where there is no cue. `how` tells in words how the
    speakers are known.
    """

    citation: Citation
    first: int
    place: int
    last: int
    word: int = -1
    cue: Cue | None = None
    speakers: tuple[int, ...] = ()
    how: str = ""
    occasion: Span | None = None

    @property
    def anchor(self) -> Span:
        """The cue, or else the first content."""
        return self.citation.cue or self.citation.content[0]


def said(text: Text, citation: Citation) -> Said:
    """A citation of which nothing more is known yet."""
    ends = [(s.start, s.end - 1) for s in citation.spans()]
    numbers = [text.sentence_at(offset) or 0 for pair in ends for offset in pair]
    anchor = citation.cue or citation.content[0]
    place = text.sentence_at(anchor.start) or 0
    one = Said(citation, min(numbers), place, max(numbers))
    if citation.cue is not None:
        one.word, one.cue = cue_in(text, citation.cue)
    return one
