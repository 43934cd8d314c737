"""Whether a verb tells of what has just been, by its form and by what it hangs on."""

from __future__ import annotations

from communique.extraction.clauses import lemma
from communique.extraction.frames import FAR, Frames
from communique.extraction.timelinks import apart
from communique.model.text import Span

_HANGS = frozenset({"advcl", "xcomp", "conj", "acl", "parataxis"})


def told_as_done(frames: Frames, word: int) -> bool:
    """Whether a verb stands in the simple past, active or passive."""
    token = frames.text.tokens[word]
    helpers = [frames.text.tokens[k] for k in frames.kids(word, "aux")]
    if token.xpos == "VBD":
        return not any(h.xpos == "MD" or h.lemma.lower() == "have" for h in helpers)
    if token.xpos == "VBN":
        return bool(helpers) and all(h.xpos == "VBD" and h.lemma != "have" for h in helpers)
    return False


def in_perfect(frames: Frames, word: int) -> bool:
    """Whether a verb stands in a perfect: what it tells was over before, nobody says when."""
    return any(lemma(frames.text, k) == "have" for k in frames.kids(word, "aux"))


def told_as_news(frames: Frames, word: int, span: Span | None = None) -> bool:
    """Whether a word tells of what has just been: in the simple past or in the present of one doer
    ("analysts say" is of no day), itself or through the clause it hangs on. `span` are the words
    that make one cue with it ("went on to say")."""
    current = word
    for _ in range(FAR):
        token = frames.text.tokens[current]
        helpers = {frames.text.tokens[k].xpos for k in frames.kids(current, "aux", "cop")}
        if in_perfect(frames, current) or token.deprel == "acl:relcl":
            return False
        if told_as_done(frames, current) or token.xpos == "VBZ" or "VBD" in helpers:
            return True
        if helpers or token.xpos == "VBP":
            return token.xpos == "VB" and "VBZ" in helpers
        above = frames.head(current)
        if above < 0 or (frames.is_verb(current) and frames.rels[current] not in _HANGS):
            return False
        within = span is not None and span.start <= frames.text.tokens[above].start < span.end
        if frames.rels[current] == "xcomp" and apart(frames, above) and not within:
            return False  # "wanted to say"; but "went on to say" is one cue
        current = above
    return False
