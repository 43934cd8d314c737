"""Which words a time hangs on: the way up the tree from a date to what it dates.

"held talks in Oslo on Tuesday" dates the talks and the holding of them, "Tuesday's talks" the
talks alone, "said on Tuesday that" the saying and nothing of what is said. On the events of
TimeBank (TempEval-3) a link marked sure is right in 96 of 100 cases, the others in 6 of 10.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.extraction.clauses import lemma
from communique.extraction.frames import FAR, Frames
from communique.extraction.triggers import triggers
from communique.lexicon.load import table, words

_ONE = frozenset({"flat", "appos", "conj"})
OWNED = frozenset({"compound", "amod", "nummod"})
"""Relations of a time before its noun, besides the possessive: "the 2015 deal"."""
SPEAKING = frozenset(
    {"speak", "talk", "address", "brief", "reply", "respond", "answer", "write"}
    | {"ask", "interview", "quote", "question"}
)
"""Verbs whose participle opens a sentence of saying: "speaking to reporters on Tuesday, she …",
"asked about it on Tuesday, she …"."""


class Link(NamedTuple):
    """A word that a time hangs on: `sure` by syntax, `steps` words away."""

    token: int
    sure: bool
    steps: int


@cache
def linking(role: str) -> frozenset[str]:
    """The words of one role in time_links.tsv."""
    return frozenset(row["word"] for row in table("time_links.tsv") if row["role"] == role)


def links(
    frames: Frames, head: int, inside: frozenset[int], *, limit: bool = True
) -> Iterator[Link]:
    """What the time headed by a token hangs on, the nearest first; nothing where its preposition
    gives a `limit` ("since", "by"; but "from Monday to Friday" gives both). `inside` are the tokens
    of the times of the text."""
    current = head
    for _ in range(FAR):
        own = current == head and not limit
        if not own and frames.case(current).split(" ")[0] in linking("limit"):
            return
        above, relation = frames.head(current), frames.rels[current]
        if above < 0 or relation in {"ccomp", "parataxis"}:
            return
        if above not in inside:
            break
        current = above
    else:
        return
    if frames.predicate(above):
        yield from _verb(frames, head, above, True, 1)
    else:
        owned = frames.text.tokens[current].deprel == "nmod:poss" or relation in OWNED
        owned = owned or frames.case(current) == "of"
        last = not frames.case(current) and current > above
        yield Link(above, not last or _is_event(frames, above), 1)
        yield from _noun(frames, head, above, owned, 2, last)


def _noun(
    frames: Frames, head: int, noun: int, owned: bool, steps: int, last: bool = False
) -> Iterator[Link]:
    """From a noun that a time hangs on to what the noun hangs on. `owned`: the noun is dated for
    itself ("Monday's vote", "the vote of May"); `last`: a day without a preposition follows it,
    which is that of the verb wherever the tree hangs it ("issued a warrant Monday")."""
    if steps > FAR:
        return
    above, relation = frames.head(noun), frames.rels[noun]
    case = frames.case(noun).split(" ")[0]
    if above < 0 or relation in {"ccomp", "parataxis", "acl", "advcl"}:
        return
    someone = not owned and (_is_someone(frames, noun, case) or last)
    someone = someone and not _is_event(frames, noun)
    placed = case in linking("inside")
    if not frames.predicate(above):
        if relation in _ONE or someone or last or case == "of" or placed:
            sure = relation in {"flat", "appos"} or someone or (placed and not owned)
            yield Link(above, sure, steps)
            yield from _noun(frames, head, above, owned, steps + 1, last)
    elif relation in {"obl", "nmod"}:
        sure = placed or someone or (not case and not owned)
        if sure or case in linking("after"):
            yield from _verb(frames, head, above, sure, steps)
    elif relation == "nsubj":
        yield Link(above, not owned, steps)
    elif relation in {"obj", "iobj", "xcomp"} and not owned:
        yield from _verb(frames, head, above, someone, steps)


def _is_someone(frames: Frames, noun: int, case: str) -> bool:
    """Whether a noun names who or where, not what happened: a date after it is that of the deed."""
    proper = frames.text.tokens[noun].upos in {"PROPN", "PRON"}
    return proper or case in linking("company")


def _is_event(frames: Frames, noun: int) -> bool:
    """Whether a noun names an event that we know, so that a date after it may be its own."""
    return ("noun", lemma(frames.text, noun)) in triggers()


def _verb(frames: Frames, head: int, verb: int, sure: bool, steps: int) -> Iterator[Link]:
    """A verb that a time hangs on, and the verbs and nouns that have its time with it."""
    yield Link(verb, sure, steps)
    if steps > FAR:
        return
    for kid in frames.kids(verb, "conj"):
        if head < verb and frames.predicate(kid) and not _dated(frames, kid):
            yield Link(kid, sure, steps + 1)
    for kid in frames.kids(verb, "xcomp"):
        yield Link(kid, sure and not apart(frames, verb), steps + 1)
    above, token = frames.head(verb), frames.text.tokens[verb]
    if above < 0:
        return
    if token.deprel == "acl:relcl":
        if lemma(frames.text, verb) in words("taking_place.tsv"):
            yield Link(above, sure, steps + 1)
    elif frames.rels[verb] == "acl":
        yield Link(above, sure, steps + 1)
        yield from _noun(frames, head, above, True, steps + 2)
    elif frames.rels[verb] == "advcl":
        yield from _clause(frames, verb, above, sure, steps + 1)
    elif frames.rels[verb] == "xcomp" and not apart(frames, above):
        yield Link(above, False, steps + 1)


def _clause(frames: Frames, verb: int, above: int, sure: bool, steps: int) -> Iterator[Link]:
    """From an adverbial clause to the clause above it."""
    marks = frames.marks(verb) | {frames.lower[k] for k in frames.kids(verb, "advmod")}
    opens = verb < above and not marks
    form = frames.text.tokens[verb].xpos
    if opens and form in {"VBG", "VBN"} and lemma(frames.text, verb) in SPEAKING:
        yield Link(above, sure, steps)
    elif (opens and form == "VBG") or marks & linking("together"):
        yield Link(above, False, steps)


def _dated(frames: Frames, verb: int) -> bool:
    return any(k in frames.of_dates for k in frames.kids(verb, "obl", "advmod"))


def apart(frames: Frames, verb: int) -> bool:
    """Whether a verb tells of what may be of another time: "agreed on Tuesday to meet", "condemned
    on Tuesday the attack"."""
    return lemma(frames.text, verb) in _resolving()


@cache
def _resolving() -> frozenset[str]:
    """Verbs of saying, wanting and resolving."""
    governors = (r["word"] for r in table("aux_words.tsv") if r["place"] == "governor")
    return frozenset({*governors, *(r["cue"] for r in table("cues.tsv") if r["pos"] == "verb")})
