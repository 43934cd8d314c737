"""Who comes into an office, leaves it, or holds it for a time: "NAME took over as president", "NAME
resigned as minister", "NAME was replaced by NAME as envoy", "NAME, who is the speaker of …"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from communique.extraction.description import Description
from communique.extraction.known import word_set
from communique.extraction.links import Links
from communique.extraction.view import View

_ENTER, _LEAVE, _HOLD = word_set("enter"), word_set("leave"), word_set("hold")
_APPOINT, _REPLACED = word_set("appoint"), frozenset({"succeeded", "replaced"})
_PAST = frozenset({"until", "till", "from", "between", "during", "before", "under"})
_WAS = frozenset({"was", "were", "been"})
_BE = frozenset({"is", "remains", "became", "becomes", *_WAS})
_REACH = 6  # words between the verb and "as": "stepped down abruptly on Monday as"
_CLAUSE = frozenset({",", ";", "(", ")", "who", "that", "which"})


def link_deeds(view: View, descriptions: list[Description], links: Links) -> None:
    """Join descriptions that no name stands beside to whom a verb of the sentence gives them."""
    if not view.person_last:
        return
    for d in descriptions:
        if d.linked or d.plural:
            continue
        before = view.low(d.first - 1)
        if before in {"as", "to"}:
            _as(view, d, links)
        elif before in _BE:
            _who_is(view, d, links)
    for d, following in pairwise(descriptions):
        if d.linked and not following.linked and not following.plural:
            _second(view, d, following, links)
    for d in descriptions:
        if d.linked and view.low(d.first - 1) in _WAS and _over(view, d):
            d.former = True


def _give(links: Links, first: int, d: Description, rule: str) -> None:
    links.setdefault(first, []).append((d, rule))
    d.linked = True


def _as(view: View, d: Description, links: Links) -> None:
    """ "VERB … as OFFICE", "appointed General NAME as OFFICE", "promoted to OFFICE"."""
    k = d.first - 1
    to = view.low(k) == "to"
    named = view.person_first.get(k)
    if named is not None and not to:
        verb = _before_ranks(view, named)
        if view.low(verb) in _APPOINT and view.same_sentence(verb, k):
            _give(links, named, d, "appointment")
            return
        if view.low(verb) == "by" and view.low(verb - 1) in _REPLACED:
            old = _subject(view, verb - 1, k)
            if old is not None:
                links.setdefault(old, []).append((replace(d, former=True), "replaced"))
            _give(links, named, d, "appointment")
        return
    for at in range(k - 1, max(k - 1 - _REACH, -1), -1):
        low = view.low(at)
        if not view.same_sentence(at, k) or low in _CLAUSE:
            return
        if to and low not in {"promoted", "elevated", "appointed", "elected", "named"}:
            if at < k - 1:
                return
            continue
        if view.token(at).deprel == "amod":
            continue  # "appointed a retired diplomat as …"
        if low in _LEAVE or low in _ENTER or low in _HOLD or (to and low in _APPOINT):
            _deed(view, d, links, at)
            return
        if low == "acting":
            d.acting = True
            _deed(view, d, links, at)
            return


def _deed(view: View, d: Description, links: Links, verb: int) -> None:
    subject = _subject(view, verb, d.head)
    if subject is None and not _has_left(view, verb):
        subject = _fronted(view, d)
    if subject is None:
        return
    low = view.low(verb)
    perfect = any(view.low(i) in {"has", "have"} for i in range(max(0, verb - 2), verb))
    d.former = d.former or low in _LEAVE or (low == "served" and not perfect)
    _give(links, subject, d, "left" if low in _LEAVE else "appointment")


def _has_left(view: View, verb: int) -> bool:
    """Whether anything but an auxiliary stands before a verb in its sentence."""
    return verb > 0 and view.same_sentence(verb - 1, verb) and view.low(verb - 1) not in {"“", '"'}


def _fronted(view: View, d: Description) -> int | None:
    """ "Ousted as president of Nepal, NAME left": the name right after the comma."""
    at = d.last + 1
    if view.low(d.last) != "," or not view.same_sentence(d.head, at):
        return None
    for first in range(at, at + 4):
        if first in view.person_last and view.same_sentence(d.head, first):
            return first
    return None


def _who_is(view: View, d: Description, links: Links) -> None:
    """ "NAME, who is the speaker of …"."""
    k = d.first - 1
    who = k - 1 if view.low(k - 1) == "who" else k - 2 if view.low(k - 2) == "who" else None
    if who is None or view.low(who - 1) != ",":
        return
    first = view.person_first.get(who - 1)
    if first is not None and view.same_sentence(first, d.head):
        d.former = d.former or view.low(k) in _WAS
        _give(links, first, d, "predicate")


def _second(view: View, d: Description, following: Description, links: Links) -> None:
    """ "NAME, president of Ghana and chairman of …": a second office of the one described."""
    bare = following.determiner is None and not following.owner_name
    if not bare or following.first - d.last != 1 or view.low(d.last) not in {"and", "&"}:
        return
    if not view.same_sentence(d.head, following.head):
        return
    for first, found in sorted(links.items()):
        rule = next((rule for other, rule in found if other is d), None)
        if rule in {"apposition", "predicate", "appointment", "left"} and first < d.first:
            following.former = following.former or d.former
            _give(links, first, following, rule)
            return


def _over(view: View, d: Description) -> bool:
    """Whether "was" has an end beside it: "was minister from 1990 to 1992", "until May"."""
    at = d.last
    return view.low(at) in _PAST and view.same_sentence(d.head, at) and at + 1 in view.dates


def _before_ranks(view: View, named: int) -> int:
    """The atom before a name and the ranks that stand before it."""
    at = named
    for _ in range(3):
        rank = next(
            (r for r in range(max(0, at - 4), at) if view.known.ranks.get(r, (0,))[0] == at), None
        )
        if rank is None:
            break
        at = rank
    return at - 1


def _subject(view: View, verb: int, head: int) -> int | None:
    """The person named last before a verb in its sentence, none of a clause or phrase between:
    the verb's own subject where the parser says so."""
    subject = next(
        (
            first
            for first, last in sorted(view.person_last.items())
            if view.same_sentence(first, verb)
            and first < verb
            and _heads(view, first, last, view.atoms.tokens[verb])
        ),
        None,
    )
    if subject is not None:
        return subject
    for at in range(verb - 1, max(verb - 20, -1), -1):
        if not view.same_sentence(at, head):
            return None
        if at + 1 in view.person_first:
            return view.person_first[at + 1]
    return None


def _heads(view: View, first: int, last: int, verb: int) -> bool:
    """Whether a name is, or stands beside, the subject of a verb."""
    head = view.text.head_of(*view.span(first, last))
    for _ in range(3):
        if head is None or head < 0:
            return False
        token = view.text.tokens[head]
        if token.deprel.startswith("nsubj"):
            return token.head == verb
        if token.deprel not in {"flat", "appos", "compound"}:
            return False
        head = token.head
    return False
