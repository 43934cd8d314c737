"""What became of an agreement: every word of its sentence that says so, with its time.

Looked at are the verb whose argument the agreement is and those coordinated with it, the clauses
that describe it ("which was signed in 2015", "signed in 2015 and suspended since"), participles
before it, nouns on which it hangs ("the signing of") and adjectives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extraction.agreement_words import Saying, said_by
from communique.extraction.aux_modes import aux_modes
from communique.extraction.cues import verb_cue
from communique.extraction.deciding import word_at
from communique.extraction.frames import FAR
from communique.extraction.ground import Ground
from communique.extraction.timing import Timing, When
from communique.model.findings import Word

OBJECT, SUBJECT, BESIDE = "object", "subject", "beside"
STATED = "announced"
"""What a statement is in which something is said."""
_MADE = frozenset({"agreed", "signed", "ratified", "in force", "extended", "announced"})
_BEFORE = frozenset({"agreed", "signed", "proposed", "announced"})
"""What may be so of an agreement that is only supposed: it is proposed then."""
_RELATIVE = frozenset({"which", "that"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A word that says what became of an agreement; `verb` governs its clause. `extent`: the word
    belongs to the evidence; `ahead`: it says so only of what is to come; `inner`: in a clause that
    describes the agreement, so of what was before the main clause."""

    index: int
    verb: int
    status: str
    word: Word
    when: When | None
    extent: bool
    ahead: bool = False
    inner: bool = False


@dataclass(frozen=True, slots=True)
class _Role:
    """A verb and what an agreement is to it; `beside` the preposition it hangs by."""

    verb: int
    part: str
    beside: str = ""
    inner: bool = False


def tellings(ground: Ground, timing: Timing, top: int) -> list[Telling]:
    """Every word that says what became of the agreement that a noun or pronoun names."""
    found = [t for t in _all(ground, timing, top) if t is not None]
    return list({(t.index, t.status): t for t in found}.values())


def _all(ground: Ground, timing: Timing, top: int) -> Iterator[Telling | None]:
    for role in roles(ground, top):
        yield _of_verb(ground, timing, role, top)
        yield _said_in(ground, timing, role)
    yield _misspelt(ground, timing, top)
    yield _of_noun(ground, timing, top)
    for kid in ground.kids(top, "amod"):
        saying = said_by("adj", ground.lemmas[kid], ())
        if saying is not None:
            yield Telling(kid, kid, saying.status, _word(ground, kid, saying), None, False)


def _word(ground: Ground, index: int, saying: Saying | None) -> Word:
    forms = (" ".join([saying.word, *saying.rest]), saying.word) if saying else ("sign",)
    return word_at(ground.text, index, "agreement_status.tsv", *forms)


def roles(ground: Ground, top: int) -> list[_Role]:
    """The verbs that have an agreement for their argument, the ruling one first."""
    ruling = ruling_verb(ground, top)
    found: list[_Role] = []
    if ruling is not None:
        part = _part(ground, top, ruling)
        if part is not None:
            found += [part, *_after(ground, part, top)]
        found += _opening(ground, top, ruling)
    for clause in ground.kids(top, "acl"):
        inner = _described(ground, clause)
        if inner is not None:
            found += [inner, *_after(ground, inner, top)]
    return found


def ruling_verb(ground: Ground, top: int) -> int | None:
    """The verb whose argument a noun is, coordination looked through."""
    current = top
    for _ in range(FAR):
        above = ground.head(current)
        if above < 0:
            return None
        if ground.is_verb(above):
            return above if ground.rels[current] in {"obj", "nsubj", "obl", "xcomp"} else None
        if ground.rels[current] != "conj":
            return None
        current = above
    return None


def _part(ground: Ground, top: int, verb: int) -> _Role | None:
    """What an agreement is to its ruling verb."""
    beside = ground.case(top)
    if beside:
        return _Role(verb, BESIDE, beside)
    if top in {c for t in ground.objects(verb) for c in ground.conjuncts(t)}:
        return _Role(verb, OBJECT)
    told = top in {c for t in ground.kids(verb, "nsubj") for c in ground.conjuncts(t)}
    return _Role(verb, SUBJECT) if told else None


def _after(ground: Ground, first: _Role, top: int) -> Iterator[_Role]:
    """The verbs coordinated with one, of the same agreement: "was signed and suspended", "signed
    and ratified the treaty", "signed the treaty and suspended it"."""
    carried = ground.passive(first.verb) and first.part == OBJECT
    surface = first.part == SUBJECT or carried or first.inner
    for verb in ground.kids(first.verb, "conj"):
        if not ground.is_verb(verb):
            continue
        own = ground.kids(verb, "nsubj", "csubj")
        objects = ground.kids(verb, "obj", "xcomp", "ccomp")
        if surface and not own:
            passive = ground.passive(verb) or (
                ground.text.tokens[verb].xpos == "VBN" and not ground.kids(verb, "aux")
            )
            role = _Role(verb, OBJECT if passive else SUBJECT, inner=first.inner)
        elif first.part == OBJECT and not surface and not own and not objects:
            role = _Role(verb, OBJECT, inner=first.inner)
        else:
            role = _Role(verb, "")
        if role.part:
            yield role
        yield from _after(ground, role if role.part else _Role(verb, first.part), top)


def _opening(ground: Ground, top: int, verb: int) -> Iterator[_Role]:
    """Participles before a clause whose subject an agreement is: "signed in 2015, the treaty …"."""
    if ground.rels[top] != "nsubj":
        return
    for clause in ground.kids(verb, "advcl"):
        bare = ground.text.tokens[clause].xpos == "VBN" and not ground.kids(clause, "nsubj", "aux")
        if bare and not ground.kids(clause, "obj"):
            role = _Role(clause, OBJECT, inner=True)
            yield role
            yield from _after(ground, role, top)


def _described(ground: Ground, clause: int) -> _Role | None:
    """What an agreement is to the verb of a clause that describes it."""
    if not ground.is_verb(clause):
        return None
    token = ground.text.tokens[clause]
    if not token.deprel.endswith("relcl"):
        return _Role(clause, SUBJECT if token.xpos == "VBG" else OBJECT, inner=True)
    if any(ground.lower[k] in _RELATIVE for k in ground.kids(clause, "nsubj")):
        return _Role(clause, OBJECT if ground.passive(clause) else SUBJECT, inner=True)
    for kid in ground.kids(clause, "obl"):
        if ground.lower[kid] in _RELATIVE:
            return _Role(clause, BESIDE, ground.case(kid), inner=True)
    objects = ground.kids(clause, "obj")
    if not objects or any(ground.lower[k] in _RELATIVE for k in objects):
        return _Role(clause, OBJECT, inner=True)
    return None


def _of_verb(ground: Ground, timing: Timing, role: _Role, top: int) -> Telling | None:
    verb = role.verb
    saying = _said(ground, role)
    swapped = role.part == OBJECT and saying is None and _swapped(ground.lower[verb])
    if saying is None and not swapped:
        return None
    later = _later(ground, timing, verb)
    status = _told_so(ground, verb, saying.status if saying else "signed", later)
    if status is None or (status in _MADE and _none(ground, top)):
        return None
    ahead = later or "future" in aux_modes(ground, verb, verb)
    apart = ground.rels[top] == "conj" and not role.inner
    own = timing.by_syntax(top, *ground.kids(top, "nmod"), ahead=ahead) if apart else None
    when = own or _when(ground, timing, verb)
    word = _word(ground, verb, saying)
    return Telling(verb, verb, status, word, when, True, ahead, role.inner)


def _said_in(ground: Ground, timing: Timing, role: _Role) -> Telling | None:
    """ "In a joint statement, both said": what is said in it makes it public."""
    verb = role.verb
    if role.part != BESIDE or role.beside != "in" or verb_cue(ground.text, verb) is None:
        return None
    if aux_modes(ground, verb, verb) or role.inner:
        return None
    word = word_at(ground.text, verb, "cues.tsv")
    return Telling(verb, verb, STATED, word, _when(ground, timing, verb), False)


def _said(ground: Ground, role: _Role) -> Saying | None:
    verb, lemma = role.verb, ground.lemmas[role.verb]
    below = _below(ground, verb)
    if role.part != SUBJECT:
        return said_by("verb", lemma, below, role.beside)
    saying = said_by("subject", lemma, below)
    rest = saying.rest if saying else frozenset()
    done_to = [k for k in ground.kids(verb, "obj") if ground.lemmas[k] not in rest]
    to_do = any(ground.is_verb(k) for k in ground.kids(verb, "xcomp"))
    return None if done_to or to_do else saying


def _below(ground: Ground, verb: int) -> set[str]:
    """The words that make one with a verb: particles, objects and what prepositions rule."""
    near = ground.kids(verb, "compound", "obj", "obl", "advmod", "xcomp", "case", "advcl")
    found = {form for k in near for form in (ground.lemmas[k], ground.lower[k])}
    return found | {ground.lower[c] for k in near for c in ground.kids(k, "case")}


def _later(ground: Ground, timing: Timing, verb: int) -> bool:
    """Whether "would" is the "will" of what somebody said: "it would be signed, he said"."""
    helpers = {ground.lower[k] for k in ground.kids(verb, "aux")}
    return "would" in helpers and "if" not in ground.marks(verb) and timing.cited(verb)


def _told_so(ground: Ground, verb: int, status: str, later: bool = False) -> str | None:
    """A status as its clause tells it: what is to come is announced, what is supposed proposed,
    what is denied denied or, of what nobody has made, nothing."""
    modes = aux_modes(ground, verb, verb)
    if status in _MADE and not modes and _unmade(ground, verb):
        return None
    if "negation" in modes:
        return "denied" if status in _MADE - {"agreed", "announced", "in force"} else None
    if "hypothetical" in modes and not later:
        return status if status == "announced" else "proposed" if status in _BEFORE else None
    if "future" in modes or later:
        return "announced" if status in _MADE else status if status == "proposed" else None
    return status


def _none(ground: Ground, top: int) -> bool:
    """ "reached no agreement"."""
    return any(ground.lower[k] in {"no", "neither"} for k in ground.kids(top, "det"))


_IMPLIED = frozenset(
    {
        "manage",
        "help",
        "begin",
        "start",
        "continue",
        "go",
        "come",
        "get",
        "have",
        "force",
        "prove",
        "possible",
    }
)
"""Words whose infinitive was done: "managed to reach a deal", "made it possible to"; where it was
not, its mode says so."""


def _unmade(ground: Ground, verb: int) -> bool:
    """Whether a clause says of a deed only what it is for or that it is wanting: "tasked to draft",
    "the delay in reaching", "hopes of signing"."""
    token, above = ground.text.tokens[verb], ground.head(verb)
    if token.xpos == "VBG":
        nominal = ground.rels[verb] in {"acl", "nmod"} or (
            above >= 0 and ground.text.tokens[above].upos == "ADJ"
        )
        return nominal and bool(ground.marks(verb) & {"in", "of", "for", "at", "towards", "to"})
    if token.xpos != "VB" or "to" not in ground.marks(verb):
        return False
    return ground.rels[verb] in {"xcomp", "acl"} and ground.lemmas[above] not in _IMPLIED


def _when(ground: Ground, timing: Timing, verb: int, *more: int) -> When | None:
    ahead = bool({"future", "hypothetical"} & {*aux_modes(ground, verb, verb)})
    found = timing.of(verb, *more, ahead=ahead)
    if found is None and not ahead and timing.is_news(verb):
        return timing.news
    return found


def _misspelt(ground: Ground, timing: Timing, top: int) -> Telling | None:
    """ "singed memorandum": a form of sign with two letters swapped, just before the noun."""
    for index in range(max(0, top - 2), top):
        if _swapped(ground.lower[index]):
            when = _when(ground, timing, index)
            return Telling(index, index, "signed", _word(ground, index, None), when, False)
    return None


def _swapped(word: str) -> bool:
    forms = {"sign", "signs", "signed", "signing"}
    return word not in forms and any(
        word[:n] + word[n + 1] + word[n] + word[n + 2 :] in forms for n in range(len(word) - 1)
    )


def _of_noun(ground: Ground, timing: Timing, top: int) -> Telling | None:
    """ "the signing of the treaty", "its entry into force"."""
    if ground.case(top) not in {"of", "to", "in"}:
        return None
    above = ground.head(top)
    if above >= 0 and ground.lemmas[above] == "force" and ground.head(above) >= 0:
        above = ground.head(above)
    if above < 0 or ground.text.tokens[above].upos not in {"NOUN", "PROPN"}:
        return None
    below = {ground.lemmas[k] for k in ground.kids(above, "nmod", "compound")}
    saying = said_by("noun", ground.lemmas[above], below)
    if saying is None:
        return None
    clause = ground.clause(above)
    modes = {*aux_modes(ground, above, clause)}
    status: str | None = saying.status
    if modes & {"negation", "future", "hypothetical"} or _wanted(ground, above):
        status = "announced" if "future" in modes and saying.status in _MADE else None
    if status is None:
        return None
    ahead = "future" in modes
    found = timing.of(above, clause, ahead=ahead)
    return Telling(above, clause, status, _word(ground, above, saying), found, False, ahead)


def _wanted(ground: Ground, noun: int) -> bool:
    """Whether a noun's deed is only wanted: "called for the renewal of"."""
    return ground.case(noun) in {"for", "without", "towards", "toward", "on", "about"}
