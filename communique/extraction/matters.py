"""What an event is about: the issues its phrases name, and PLOVER's contexts."""

from __future__ import annotations

from functools import cache

from communique.extraction.drafts import Draft
from communique.extraction.ground import Ground
from communique.extraction.issues import issues_of
from communique.lexicon.load import table
from communique.model.text import Span


def about(ground: Ground, found: Draft, clause: Span) -> tuple[str, ...]:
    """The issues that the object or the "on" and "about" phrases of an event name."""
    tops = ground.obliques(found.index, "on", "about", "over", "regarding", "concerning")
    if found.trigger.pos == "verb":
        for token in ground.objects(found.index):
            tops += ground.obliques(token, "on", "about", "over", "regarding", "concerning")
            if found.trigger.type in {"CONSULT", "REQUEST", "REJECT"}:
                tops.append(token)
        tops += ground.obliques(found.index, "for") if found.trigger.type == "REQUEST" else []
        tops += ground.kids(found.index, "xcomp") if found.trigger.type == "AGREE" else []
    own = {ground.actors[a].name for a in (*found.actors, *found.recipients)}
    spans = []
    for top in sorted(set(tops)):
        below = ground.text.subtree(top)
        span = Span(ground.text.tokens[below[0]].start, ground.text.tokens[below[-1]].end)
        spans.append(Span(max(span.start, clause.start), min(span.end, clause.end)))
    return issues_of(ground.text, spans, own) if spans else ()


@cache
def _context_words() -> dict[str, list[tuple[list[str], str]]]:
    found: dict[str, list[tuple[list[str], str]]] = {}
    for row in table("contexts.tsv"):
        words = row["word"].split(" ")
        found.setdefault(words[0], []).append((words, row["context"]))
    return found


def contexts(ground: Ground, found: Draft) -> tuple[str, ...]:
    """PLOVER's contexts that the words of the event's own clause show, sorted."""
    known = _context_words()
    below = ground.text.subtree(found.verb)
    context = {"diplomatic"} if found.trigger.meeting else set()
    for n, index in enumerate(below):
        for words, name in known.get(ground.lemmas[index], ()):
            if [ground.lemmas[i] for i in below[n : n + len(words)]] == words:
                context.add(name)
    return tuple(sorted(context))
