"""The auxiliary modes of PLOVER: whether an event is past history, still to come, only supposed,
or denied. Read from the words that hang on the event and on what governs it."""

from __future__ import annotations

from datetime import date
from functools import cache

from communique.extraction.frames import FAR
from communique.extraction.ground import Ground
from communique.extraction.triggers import tells
from communique.lexicon.load import table
from communique.model.report import Time

HISTORY_DAYS = 60
"""An event dated this many days before the report, or more, is told as history."""


_ENCOUNTERS = frozenset({"meet", "visit", "confer", "attend", "investigate", "probe"})
"""Verbs whose purpose clause announces an event: "flew to Lima to meet her counterpart"."""
CALLS = frozenset({"call", "phone", "telephone", "ring"})
ANNOUNCES = frozenset({"say", "announce", "declare", "add", "tell", "confirm", "state", "report"})
"""Verbs after which "would" tells what is to come."""


@cache
def _signs(place: str) -> dict[str, str]:
    """The mode that a word gives, for one place in the tree ("aux", "mark", "governor" …)."""
    return {row["word"]: row["mode"] for row in table("aux_words.tsv") if row["place"] == place}


def aux_modes(ground: Ground, index: int, verb: int) -> tuple[str, ...]:
    """The modes of an event from its trigger and the verb that carries it, sorted."""
    found = _of_noun(ground, index) if not ground.is_verb(index) else set()
    found |= _of_clause(ground, verb)
    if "negation" in found and "hypothetical" not in found:
        found.discard("future")
    if "hypothetical" in found:
        found.discard("future")
    return tuple(sorted(found))


def _of_noun(ground: Ground, index: int) -> set[str]:
    """ "the upcoming talks", "no meeting", "a possible visit"."""
    found = set()
    for kid in ground.kids(index, "amod", "det", "compound", "advmod", "case"):
        for place in ("noun", "negation"):
            mode = _signs(place).get(ground.lower[kid])
            if mode:
                found.add(mode)
    return found


def of_object(ground: Ground, index: int) -> set[str]:
    """The mode of what a noun names, from the verb whose object it is: "supports talks between",
    "called for a summit", "denied the raids on"."""
    above = ground.head(index)
    if above < 0 or ground.rels[index] not in {"obj", "obl"}:
        return set()
    told = " ".join(filter(None, [ground.lemmas[above], ground.case(index)]))
    mode = _signs("object").get(told)
    return {mode} if mode else set()


def _of_clause(ground: Ground, verb: int) -> set[str]:
    """The modes of a verb, and of the verbs above it that leave it open or deny it."""
    found = _at_verb(ground, verb)
    if _said_to_come(ground, verb):
        found = found - {"hypothetical"} | {"future"}
    current = verb
    for _ in range(FAR):
        above, relation = ground.head(current), ground.rels[current]
        if above < 0:
            break
        if relation in {"xcomp", "advcl"} and _undone(ground, current, above):
            found.add("negation")
        if (
            relation in {"xcomp", "advcl"}
            and ground.lemmas[above] in CALLS
            and tells(ground, current)
        ):
            break
        if relation == "conj" and ground.predicate(above):
            if not ground.kids(current, "nsubj", "aux"):
                found |= _at_verb(ground, above)
        elif relation in {"xcomp", "ccomp", "csubj"} or (
            relation in {"acl", "advcl", "obl", "obj", "nmod"} and not ground.is_verb(above)
        ):
            mode = _signs("governor").get(ground.lemmas[above])
            if mode == "future" and relation == "ccomp" and _past(ground, current):
                mode = None
            if ground.lemmas[above] == "possible" and _made_possible(ground, above):
                mode = None
            if mode:
                found.add(mode)
            if relation == "ccomp" and not mode:
                break
            if relation == "xcomp":
                found |= _at_verb(ground, above)
        else:
            if relation == "advcl" and _once(ground, current):
                found |= _at_verb(ground, above) & {"future"}
            if relation == "advcl" and "from" in ground.marks(current):
                found.add("hypothetical")
            if relation == "advcl" and _devoted(ground, current):
                found.add("hypothetical")
            if relation == "advcl" and _purpose(ground, current):
                found.add("future" if ground.lemmas[current] in _ENCOUNTERS else "hypothetical")
            break
        current = above
    return found


def _said_to_come(ground: Ground, verb: int) -> bool:
    """ "said it would withdraw": what was to come when it was said, without a condition."""
    above = ground.head(verb)
    return (
        above >= 0
        and ground.rels[verb] == "ccomp"
        and ground.lemmas[above] in ANNOUNCES
        and any(ground.lower[k] == "would" for k in ground.kids(verb, "aux"))
        and not any(ground.marks(k) & {"if", "unless"} for k in ground.kids(verb, "advcl"))
        and not ground.marks(verb) & {"if", "whether"}
    )


def _once(ground: Ground, verb: int) -> bool:
    """A clause of time that its main clause may put into the future: "when it is signed"."""
    told = {ground.lower[k] for k in ground.kids(verb, "mark", "advmod")}
    return bool(told & {"when", "once", "after", "as"})


def _made_possible(ground: Ground, index: int) -> bool:
    """What somebody made possible has happened: "made it possible to establish"."""
    above = ground.head(index)
    return above >= 0 and ground.lemmas[above] in {"make", "render"}


def _past(ground: Ground, verb: int) -> bool:
    """A clause that tells what has been done, so that no verb above puts it into the future."""
    if any(ground.lower[k] in {"has", "have", "had"} for k in ground.kids(verb, "aux")):
        return True
    return ground.text.tokens[verb].xpos == "VBD"


def _devoted(ground: Ground, verb: int) -> bool:
    """ "is committed to fighting": the deed to which somebody is devoted."""
    gerund = ground.text.tokens[verb].xpos == "VBG" and "to" in ground.marks(verb)
    return gerund and ground.lemmas[ground.head(verb)] in {"commit", "dedicate", "devote"}


def _purpose(ground: Ground, verb: int) -> bool:
    """ "… in order to help": an infinitive that says what something is for."""
    return "to" in ground.marks(verb) and ground.text.tokens[verb].xpos == "VB"


def _at_verb(ground: Ground, verb: int) -> set[str]:
    found = set()
    for kid in ground.kids(verb, "aux", "mark", "advmod", "det", "case", "cop"):
        place = "negation" if ground.rels[kid] in {"advmod", "det", "case"} else ground.rels[kid]
        mode = _signs(place).get(ground.lower[kid])
        if mode:
            found.add(mode)
    for kid in ground.kids(verb, "case", "amod", "advmod", "aux", "cop"):
        if ground.text.tokens[kid].upos == "ADJ":
            found.add(_signs("governor").get(ground.lower[kid], ""))
    found.discard("")
    if _nobody(ground, verb):
        found.add("negation")
    if _is_to(ground, verb):
        found.add("future")
    return found


def _is_to(ground: Ground, verb: int) -> bool:
    """ "is to visit", "is due to visit", "is going to": a form of be before an infinitive."""
    kids = ground.kids(verb, "aux")
    bare = ground.text.tokens[verb].xpos == "VB"
    kids += ground.kids(verb, "cop") if "to" in ground.marks(verb) else []
    return bare and any(ground.lemmas[k] == "be" and ground.rels[verb] != "xcomp" for k in kids)


def _nobody(ground: Ground, verb: int) -> bool:
    """Whether who does a deed, or what it is done to, is denied: "Neither side signed", "signed no
    treaty"."""
    near = [verb, *ground.kids(verb, "nsubj", "obj")]
    told = {ground.lower[k] for token in near for k in ground.kids(token, "det", "cc")}
    return bool(told & {"no", "neither"})


def _undone(ground: Ground, verb: int, above: int) -> bool:
    """Whether the verb above says that a deed was not done: "have yet to sign", "stopped short of
    signing"."""
    beside = {ground.lower[k] for k in (*ground.kids(above), *ground.kids(verb, "advmod"))}
    if ground.lemmas[above] in {"have", "be", "remain"} and "to" in ground.marks(verb):
        return "yet" in beside
    return ground.lemmas[above] in {"stop", "fall"} and "short" in beside


def in_present(ground: Ground, verb: int) -> bool:
    """Whether a verb is in the present, so that a day after the report puts it into the future:
    "meets her tomorrow", "is flying to Lima on Sunday"."""
    if not ground.is_verb(verb):
        return False
    helpers = ground.kids(verb, "aux")
    tags = {ground.text.tokens[k].xpos for k in helpers} or {ground.text.tokens[verb].xpos}
    return bool(tags & {"VBZ", "VBP"}) and not any(ground.lemmas[k] == "have" for k in helpers)


def is_history(time: Time | None, published: str | None) -> bool:
    """Whether an event of that time was history when the report was published."""
    if time is None or not time.start or not published or "X" in time.start + published:
        return False
    if len(time.start) < 10 or len(published) < 10:
        return time.start[:7] < published[: min(7, len(time.start))]
    try:
        told, now = date.fromisoformat(time.start[:10]), date.fromisoformat(published[:10])
    except ValueError:
        return False
    return (now - told).days >= HISTORY_DAYS
