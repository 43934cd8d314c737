"""What was agreed: agreements by the nouns that name them, commitments by the verbs that make them.

An agreement noun counts where a verb or adjective says what became of it, or where its parties are
named; so "the peace agreement" in passing is left out. A commitment is what a party agrees, pledges
or promises to do, and what two parties together "will" do in the words of one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from communique.extraction.aux_modes import aux_modes
from communique.extraction.commitments import commitment
from communique.extraction.deciding import word_at
from communique.extraction.frames import FAR
from communique.extraction.ground import Ground
from communique.extraction.issues import issues_of, state_named
from communique.lexicon.load import table
from communique.model.findings import Agreement, Event, Evidence, Process, Word

_MATTERS = frozenset({"issue", "matter", "affair", "question", "area", "sphere", "field", "sector"})
_ABOUT = ("on", "about", "over", "regarding", "concerning")


def find_agreements(
    ground: Ground, events: tuple[Event, ...], processes: tuple[Process, ...]
) -> tuple[Agreement, ...]:
    """The agreements and commitments of a report, in the order of their evidence."""
    found: list[Agreement] = []
    for index in range(len(ground.text.tokens)):
        one = _named(ground, index) or commitment(ground, index)
        if one is not None:
            found.append(_with_event(_of_talks(one, processes), events))
    return _distinct(ground, found)


def _in_headline(ground: Ground, one: Agreement) -> bool:
    """Whether a finding stands in a sentence without a full stop, as headlines are."""
    number = ground.text.sentence_at(one.evidence.start)
    if number is None:
        return False
    last = ground.text.sentences[number].last - 1
    return ground.text.tokens[last].upos != "PUNCT"


def _told_below(ground: Ground, one: Agreement, found: Sequence[Agreement]) -> bool:
    """Whether the body tells of an agreement of one of the parties that a headline names."""
    mine = set(one.parties)
    return any(mine & set(a.parties) and not _in_headline(ground, a) for a in found)


def _distinct(ground: Ground, found: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """Every agreement once: one that says nothing that another of its type and parties does not
    say is that one again."""
    kept: list[Agreement] = []
    found = [a for a in found if not (_in_headline(ground, a) and _told_below(ground, a, found))]
    for one in sorted(found, key=lambda a: (a.evidence.start, a.evidence.end, a.type)):
        same = (k for k in kept if _again(k, one))
        if next(same, None) is None:
            kept.append(one)
    return tuple(kept)


def _again(known: Agreement, one: Agreement) -> bool:
    return (
        known.type == one.type
        and known.status == one.status
        and known.commitment == one.commitment
        and set(one.parties) <= set(known.parties)
        and set(one.topics) <= set(known.topics)
    )


def _of_talks(one: Agreement, processes: Sequence[Process]) -> Agreement:
    """What "the participants" agreed: a commitment without known parties has those of the talks
    that the report has named last, if it says who they are between."""
    before = [p for p in processes if p.evidence.start < one.evidence.start]
    if one.parties or one.type != "commitment" or not before:
        return one
    last = max(before, key=lambda p: p.evidence.start)
    parties = tuple(dict.fromkeys(r.actor for r in last.roles if r.role == "party"))
    if len(parties) < 2:
        return one
    proof = one.evidence
    why = f"{proof.why}; its parties are those of the {last.name}"
    return replace(one, parties=parties, evidence=replace(proof, score=0.5, why=why))


def _with_event(one: Agreement, events: Sequence[Event]) -> Agreement:
    """An agreement with the event that its words also tell: AGREE, SUPPORT, CONCEDE, RETREAT."""
    for number, event in enumerate(events):
        if event.type in {"AGREE", "SUPPORT", "CONCEDE", "RETREAT", "REJECT", "ASSAULT"} and (
            event.evidence.start < one.evidence.end and one.evidence.start < event.evidence.end
        ):
            return replace(one, event=number)
    return one


# --- agreements that have a noun --------------------------------------------------------------


@cache
def _kinds() -> dict[str, tuple[tuple[tuple[str, ...], str, bool], ...]]:
    """By last word, the longest first: the words, the type, and whether it needs a sign."""
    found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for row in table("agreements.tsv"):
        words = tuple(row["word"].rstrip("*").split(" "))
        found.setdefault(words[-1], []).append((words, row["type"], row["word"].endswith("*")))
    return {k: tuple(sorted(v, key=lambda f: -len(f[0]))) for k, v in found.items()}


@cache
def _statuses(pos: str) -> dict[str, str]:
    return {r["word"]: r["status"] for r in table("agreement_status.tsv") if r["pos"] == pos}


def kind_of(ground: Ground, index: int) -> tuple[str, bool] | None:
    """The type of agreement that a noun names, and whether it needs a sign that it is one."""
    if ground.text.tokens[index].upos not in {"NOUN", "PROPN"}:
        return None
    for lemma in (ground.lemmas[index], ground.lower[index]):
        for words, kind, needs in _kinds().get(lemma, ()):
            start = index - len(words) + 1
            if start >= 0 and all(
                w in {ground.lemmas[start + n], ground.lower[start + n]}
                for n, w in enumerate(words)
            ):
                return kind, needs
    return None


def _named(ground: Ground, index: int) -> Agreement | None:
    kind = kind_of(ground, index)
    if kind is None:
        return None
    top = index
    if ground.rels[index] in {"compound", "nmod", "amod"} and ground.head(index) > index:
        if ground.lemmas[ground.head(index)] not in {"regime", "agreement", "deal", "accord"}:
            return None
        top = ground.head(index)
        if kind_of(ground, top) is not None:
            kind = (kind[0], False)
    elif any(kind_of(ground, k) for k in ground.kids(index, "compound")):
        return None
    if ground.case(top) in {"without", "despite", "under"}:
        return None
    verb, status, said = _status(ground, top)
    parties, how = _parties(ground, top, verb)
    if status is None and (kind[1] or len(parties) < 2):
        return None
    if not parties and status in {None, "proposed"} and kind[0] != "ceasefire":
        return None
    if verb is not None and status is not None:
        modes = aux_modes(ground, verb, verb)
        if "negation" in modes:
            status = "denied" if status in _MADE else None
        elif "hypothetical" in modes and status != "announced":
            status = "proposed"
        elif "future" in modes and status in _MADE:
            status = "announced"
    if status == "proposed" and _known(ground, top):
        status = None
    start, end = _extent(ground, top, verb)
    words: tuple[Word, ...] = (word_at(ground.text, index, "agreements.tsv"),)
    why = f"'{ground.text.word(index)}' names it"
    if said is not None:
        words += (said,)
        why += f", '{ground.text.slice((said.start, said.end))}' says it is {status}"
    return Agreement(
        type=kind[0],
        parties=parties,
        topics=_topics(ground, top, index),
        status=status,
        evidence=Evidence(
            start, end, f"agreement: {kind[0]}", 0.8 if said else 0.6, f"{why}{how}", words
        ),
    )


_MADE = frozenset({"agreed", "signed", "ratified", "in force", "extended", "announced"})


def _known(ground: Ground, top: int) -> bool:
    """Whether a noun takes the agreement for known: what is discussed then is not a proposal."""
    return any(ground.lower[k] in {"the", "this", "that", "these"} for k in ground.kids(top, "det"))


def _extent(ground: Ground, top: int, verb: int | None) -> tuple[int, int]:
    start, end = ground.phrase(top)
    if verb is not None:
        token = ground.text.tokens[verb]
        start, end = min(start, token.start), max(end, token.end)
    return start, end


def _status(ground: Ground, top: int) -> tuple[int | None, str | None, Word | None]:
    """The verb that says what became of an agreement, the status, and the word that gives it."""

    def told(index: int, *forms: str) -> Word:
        return word_at(ground.text, index, "agreement_status.tsv", *forms)

    verb = _ruling_verb(ground, top)
    beside = ground.case(top)
    if verb is not None and (not beside or ground.lemmas[verb] in _WITH_CASE):
        lemma = ground.lemmas[verb]
        passive_or_object = bool(beside) or top in _chained(ground, ground.objects(verb))
        status = _statuses("verb" if passive_or_object else "subject").get(lemma)
        if status is None and passive_or_object and _swapped(ground.lower[verb]):
            status = "signed"
        if status is not None:
            return verb, status, told(verb, lemma, "sign")
    for k in range(max(0, top - 2), top):
        if _swapped(ground.lower[k]):
            return verb, "signed", told(k, "sign")
    for kid in ground.kids(top, "amod", "acl"):
        participle = ground.rels[kid] == "acl" and ground.text.tokens[kid].xpos == "VBN"
        status = _statuses("verb" if participle else "adj").get(ground.lemmas[kid])
        if status is not None:
            return (kid if participle else None), status, told(kid)
    for above in (ground.head(top),):
        if above >= 0 and ground.lemmas[above] == "signing" and ground.case(top) == "of":
            return None, "signed", told(above)
        if above >= 0 and ground.lemmas[above] in {"violation", "breach"}:
            return None, "broken", told(above)
        if above >= 0 and ground.lemmas[above] in {"extension", "renewal"}:
            return None, "extended", told(above)
    return verb, None, None


_WITH_CASE = frozenset({"withdraw", "agree", "enter", "pull", "walk", "back", "adhere"})
"""Verbs whose agreement stands behind a preposition: "withdrew from the treaty"."""


def _chained(ground: Ground, tokens: Sequence[int]) -> set[int]:
    return {c for t in tokens for c in ground.conjuncts(t)}


def _ruling_verb(ground: Ground, top: int) -> int | None:
    """The verb whose argument an agreement's noun is, coordination looked through."""
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


def _swapped(word: str) -> bool:
    """Whether a word is a form of "sign" with two neighbouring letters in the wrong order."""
    forms = {"sign", "signs", "signed", "signing"}
    return word not in forms and any(
        word[:n] + word[n + 1] + word[n] + word[n + 2 :] in forms for n in range(len(word) - 1)
    )


def _parties(ground: Ground, top: int, verb: int | None) -> tuple[tuple[int, ...], str]:
    """Who an agreement is between: its own phrases, else the subject of its verb with whom it
    names by "with", else the parties that the subject's phrase names."""
    found: list[int] = []
    for token in ground.obliques(top, "between", "among", "of"):
        found += [a for a in ground.named(token) if _can_sign(ground, a)]
    if len(found) > 1:
        return ground.members(found), ""
    partners = [a for t in ground.obliques(top, "with") for a in ground.named(t)]
    current = verb
    for _ in range(FAR):
        if current is None or current < 0:
            break
        if ground.is_verb(current):
            partners += [
                a for t in ground.obliques(current, "with", "between") for a in ground.named(t)
            ]
            subjects = ground.subjects(current)
            mine = [a for t in subjects for a in ground.named(t)]
            mine = [a for a in mine if _can_sign(ground, a)]
            if mine:
                return ground.members(mine + partners), ""
            inside = [a for t in subjects for a in ground.named_in(ground.whole(t))]
            inside = [a for a in ground.members(inside) if _can_sign(ground, a)]
            if len(inside) > 1:
                return ground.members(inside + partners), "; parties named in its subject"
        if ground.rels[current] == "acl":
            break
        current = ground.head(current)
        if current >= 0 and ground.lemmas[current] in {"say", "tell", "report", "add", "announce"}:
            break
    return ground.members(found + partners), ""


def _can_sign(ground: Ground, actor: int) -> bool:
    return ground.actors[actor].type in {"state", "organization", "group", "person"}


def _topics(ground: Ground, top: int, index: int) -> tuple[str, ...]:
    """What an agreement is on: the adjectives of "on economic and security issues" as written, and
    the issues that its phrase names."""
    spans = []
    found: list[str] = []
    for token in ground.obliques(top, *_ABOUT):
        spans.append(ground.whole(token))
        if ground.lemmas[token] in _MATTERS:
            for kid in ground.kids(token, "amod", "compound"):
                found += [ground.lower[c] for c in ground.conjuncts(kid)]
    found += issues_of(ground.text, spans, ())
    named = issues_of(ground.text, [ground.phrase(top)], ())
    found += [issue for issue in named if state_named(issue) is None]
    return tuple(dict.fromkeys(found))
