"""Whom a description describes: the name after it, the name before it, or none."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from communique.extraction.description import DETERMINERS, Description
from communique.extraction.known import StateName, singular, word_set
from communique.extraction.names import name_after
from communique.extraction.stage import speech_verbs
from communique.extraction.view import View

_MARKS = frozenset({",", ".", ")", ";", ":", "–", "—", "-"})
_AFTER_APPOSITION = _MARKS | word_set("after-apposition")
_APPOINT = word_set("appoint")
_REPLACE = word_set("replace")
_COUNTRIES = frozenset({"countries", "nations", "states", "neighbours", "neighbors"})
_ELEVATED = frozenset({"head-of-state", "head-of-government", "foreign-minister", "monarch"})
_CIVIL = frozenset({"academic", "business", "civil", "press"})
_ONCE = frozenset({"then", "once", "formerly", "previously"})
_COPULAS = frozenset({"is", "was", "became", "becomes", "remains"})
_HEADS = {"heads": "head", "headed": "head", "leads": "leader", "led": "leader", "chairs": "chair",
          "chaired": "chair", "runs": "head", "commands": "commander"}  # fmt: skip

Links = dict[int, list[tuple[Description, str]]]


def link(view: View, descriptions: list[Description]) -> Links:
    """For the first atom of each person's name, the descriptions of that person and the rule that
    joined them. Names that only a title betrays are added to the view."""
    links: Links = {}
    for d in descriptions:
        if not d.plural:
            _link_right(view, d, links)
    for d in descriptions:
        if d.plural:
            _link_several(view, d, links)
    for d in descriptions:
        if not d.plural and not d.linked:
            _link_left(view, d, links) or _link_comma(view, d, links)
    for d, following in reversed(list(pairwise(descriptions))):
        if not d.linked and not d.plural and following.linked and _same_holder(view, d, following):
            for first, found in sorted(links.items()):
                if any(other is following for other, _ in found):
                    _join(links, first, d, "title-name")
    for d in descriptions:
        if not d.linked and not d.plural:
            _link_verb(view, d, links)
    return links


def _join(links: Links, first: int, d: Description, rule: str) -> None:
    links.setdefault(first, []).append((d, rule))
    d.linked = True


def after_ranks(view: View, at: int) -> int:
    """The atom after the ranks and forms of address that begin at `at`."""
    while at in view.known.ranks and view.same_sentence(at, view.known.ranks[at][0]):
        if at in view.in_person or not view.atoms.capital(at):
            break
        at = view.known.ranks[at][0]
    return at


def _link_right(view: View, d: Description, links: Links) -> None:
    at = after_ranks(view, d.last)
    if not view.same_sentence(d.head, at):
        return
    if at not in view.in_person and _odd_name(view, d, at):
        at = d.last
        view.add_person(at, at + 1)
    if at not in view.person_last and at not in view.in_person and _may_name(view, d, at):
        end = name_after(view, at)
        after = after_ranks(view, end)
        if after in view.person_last and after == end > at:
            whole = view.person_last[after]
            view.drop_person(after)
            view.add_person(at, whole)  # the reader left a given name out
        elif after in view.person_last and end > at:
            d.title += " " + view.words(at, end)  # "Supreme Allied Commander Europe Gen. NAME"
            d.last, at = end, after
        elif end > at:
            view.add_person(at, end)
    if at in view.person_last:
        _join(links, at, d, "title-name")


def _odd_name(view: View, d: Description, at: int) -> bool:
    """Whether one word after a title in capitals is a name though it means something else: a
    state ("Prime Minister Holland"), a rank ("Prime Minister Major"), a noun ("Premier Rumor")."""
    first = d.last
    if d.kind not in _ELEVATED or not view.atoms.capital(d.head) or d.determiner:
        return False
    if first in view.in_person or not view.same_sentence(d.head, first):
        return False
    if not view.atoms.capital(first) or len(view.atoms.words[first]) < 3:
        return False
    after = first + 1
    if after < len(view.atoms) and (view.atoms.capital(after) or view.atoms.joined[after]):
        return False
    if at > first:
        return at == after  # a rank, and no name after it
    state = view.known.states.get(first)
    if state is not None:
        one = state[0] == after and state[1].kind in {"name", "capital"}
        return one and view.low(after) in {"of", "and", ",", ".", "on", "in"} and not d.states
    lemma = view.token(first).lemma.lower()
    return view.upos(first) in {"NOUN", "ADJ", "VERB"} and lemma not in speech_verbs()


def _link_several(view: View, d: Description, links: Links) -> None:
    """ "Presidents NAME and NAME", "the foreign ministers of Chile and Peru, NAME and NAME"."""
    behind = _group_after(view, d)
    at = after_ranks(view, behind + 1 if view.low(behind) == "," else behind)
    people = []
    while at in view.person_last and view.same_sentence(d.head, at):
        people.append(at)
        at = view.person_last[at]
        while view.low(at) in {",", "and"}:
            at += 1
        at = after_ranks(view, at)
    if len(people) < 2:
        return
    title = singular(d.title, d.row)
    grouped = behind > d.last
    states = _states_before(view, d, len(people)) if grouped else d.states
    for n, first in enumerate(people):
        own = [states[n]] if len(states) == len(people) else []
        one = replace(d, plural=False, title=title, states=own, state=own[0] if own else None)
        links.setdefault(first, []).append((one, "in-order" if grouped else "several"))
    d.linked = True


def _group_after(view: View, d: Description) -> int:
    """The end of "of the two countries" after a plural title, else the end of the title."""
    at = d.last
    if view.low(at) != "of" or view.low(at + 1) not in {"the", "both", "these"}:
        return at
    for noun in range(at + 2, at + 5):
        if view.low(noun) in _COUNTRIES and view.same_sentence(at, noun):
            return noun + 1
    return at


def _states_before(view: View, d: Description, count: int) -> list[StateName]:
    """The last so many states that the text names side by side before a description."""
    found, kept, end = list[StateName](), list[StateName](), -1
    for i, (last, state) in sorted(view.known.states.items()):
        if i >= d.first:
            break
        if state.kind != "name":
            continue
        between = [view.low(k) for k in range(end, i)] if end >= 0 else ["?"]
        if len(found) >= count or any(word not in {",", "and", "the"} for word in between):
            if len(found) == count:
                kept = found
            found = []
        found.append(state)
        end = last
    return found if len(found) == count else kept


def _may_name(view: View, d: Description, at: int) -> bool:
    """Whether capitalised words right after a title are a name that the reader missed."""
    if d.kind == "member" or (d.row["alone"] == "no" and d.kind in _CIVIL):
        return False  # "Member States", "Academic Development"
    if at in view.known.portfolios or at in view.known.bodies:
        return False  # "the governor of Enugu State"
    if d.row["class"] in {"leader", "predecessor"} and not view.atoms.capital(d.head):
        return False
    if view.upos(at) != "PROPN" or at in view.known.organizations or at in view.known.states:
        return False
    named = view.named_last.get(at)
    return named is None or not any(i in view.known.body_end for i in range(at + 1, named + 1))


def _link_left(view: View, d: Description, links: Links) -> bool:
    _skip_adverb(view, d)
    mark = view.low(d.first - 1)
    if mark not in {",", "(", "–", "—"} or not view.same_sentence(d.first - 1, d.head):
        return False
    at = d.first - 1
    if view.low(at - 1).isdigit() and view.low(at - 2) == mark:
        at -= 2  # "NAME, 77, leader of …"
    first = view.person_first.get(at)
    if first is None:
        return False
    ends = d.last >= len(view.atoms) or not view.same_sentence(d.head, d.last)
    if not ends and view.low(d.last) not in _AFTER_APPOSITION and not _opens(view, first):
        return False
    _join(links, first, d, "apposition")
    return True


def _opens(view: View, first: int) -> bool:
    """Whether a name, with the ranks before it, opens its sentence: then what follows the comma
    describes it even where the closing comma is missing."""
    for at in range(first, max(first - 6, -1), -1):
        if at == 0 or not view.same_sentence(at - 1, at):
            return at == first or after_ranks(view, at) == first
    return False


def _skip_adverb(view: View, d: Description) -> None:
    """ "NAME, now an adviser", "NAME, then the minister": the adverb is taken in."""
    low = view.low(d.first - 1)
    if low == "then" and view.low(d.last) == "," and _ranked_after(view, d) in view.person_last:
        return  # "met NAME first, then the Speaker, NAME"
    if low in {"now", "currently", *_ONCE} and view.low(d.first - 2) in {",", "("}:
        d.former = d.former or low in _ONCE
        d.first -= 1


def _link_comma(view: View, d: Description, links: Links) -> bool:
    """ "The Peruvian foreign minister, NAME, said"."""
    if view.low(d.last) != "," or not (d.determiner or d.states or d.body):
        return False
    at = _ranked_after(view, d)
    if at not in view.person_last or not view.same_sentence(d.head, at):
        return False
    end = view.person_last[at]
    closes = not view.same_sentence(at, end) or view.low(end) in {",", ".", ")", ";", "–", "—"}
    if not closes or (d.determiner in {"a", "an"} and view.low(end) != ","):
        return False
    _join(links, at, d, "apposition")
    return True


def _ranked_after(view: View, d: Description) -> int:
    """The atom after the comma behind a title and the ranks there: "the head of the mission,
    Italian General NAME", "the prime minister, retired Admiral NAME"."""
    at = d.last + 1
    state = view.known.states.get(at)
    if state and state[1].kind == "demonym" and not d.states and state[0] in view.known.ranks:
        at = state[0]
    elif view.low(at) == "retired":
        at += 1
    return after_ranks(view, at)


def _same_holder(view: View, d: Description, following: Description) -> bool:
    """Whether two descriptions in a row are of one person: "his counterpart the Secretary of X
    NAME", "President and Supreme Commander NAME"."""
    if not view.same_sentence(d.head, following.head) or following.determiner == "'s":
        return False
    gap = following.first - d.last
    if gap == 0 or (gap == 1 and view.low(d.last) == ","):
        specific = bool(d.states or d.body) and d.determiner is not None
        beside = following.determiner is None
        return d.kind == "counterpart" or gap == 0 or (specific and beside)
    if gap == 1 and view.low(d.last) == "/":
        return True
    if gap == 1 and view.low(d.last) in {"and", "&"}:
        bare = following.determiner is None
        return bare and (d.determiner not in DETERMINERS or view.atoms.capital(d.head))
    return False


def _link_verb(view: View, d: Description, links: Links) -> None:
    """ "appointed NAME as …", "NAME was elected …", "NAME is …", "NAME, speaking as …"."""
    k = d.first - 1
    if k < 1 or not view.same_sentence(k, d.head):
        return
    low = view.low(k)
    if low == "as" or low in _APPOINT:
        if low == "as" and view.person_first.get(k) is not None:
            _link_as(view, d, links, k)
            return
        at = k - 1 if low == "as" else k
        if view.low(at) in _APPOINT or (view.low(at) == "in" and view.low(at - 1) in _APPOINT):
            subject = _last_person(view, at, d.head)
            if subject is not None:
                _join(links, subject, d, "appointment")
        elif view.low(at) in {"speaking", "capacity"}:
            subject = _last_person(view, at, d.head)
            if subject is not None:
                _join(links, subject, d, "apposition")
    elif low in _COPULAS and view.person_first.get(k) is not None:
        _join(links, view.person_first[k], d, "predicate")
    elif (
        view.person_first.get(d.first) is not None
        and view.low(view.person_first[d.first] - 1) in _APPOINT
    ):
        _join(links, view.person_first[d.first], d, "appointment")


def _link_as(view: View, d: Description, links: Links, k: int) -> None:
    """ "VERB NAME as …": the one appointed, or the one who is replaced and who replaces."""
    named = view.person_first[k]
    verb = view.low(named - 1)
    if verb in _REPLACE:
        subject = _last_person(view, named - 1, d.head)
        if subject is not None:
            _join(links, subject, d, "appointment")
            links.setdefault(named, []).append((replace(d, former=True), "replaced"))
    elif verb in _APPOINT:
        _join(links, named, d, "appointment")


def _last_person(view: View, at: int, head: int) -> int | None:
    """The nearest person named before an atom in its sentence."""
    for i in range(at - 1, max(at - 20, -1), -1):
        if not view.same_sentence(i, head):
            return None
        if i + 1 in view.person_first:
            return view.person_first[i + 1]
    return None


def heads_of(view: View) -> list[tuple[int, str, int, int]]:
    """ "NAME, who heads BODY": the person's first atom, the title, and the atoms of the body."""
    found = []
    for i, low in enumerate(view.atoms.lows):
        if low not in _HEADS:
            continue
        who = i - 2 if view.low(i - 1) in {"now", "currently", "also"} else i - 1
        if view.low(who) != "who":
            continue
        person = _last_person(view, who, i)
        start = i + 2 if view.low(i + 1) in DETERMINERS else i + 1
        organization = view.known.organizations.get(start)
        end = view.named_last.get(start) or (organization[0] if organization else None)
        if end is not None and end in view.known.bodies:
            end = view.known.bodies[end][0]  # "the African Union mission"
        if person is not None and end is not None and view.same_sentence(i, end - 1):
            found.append((person, _HEADS[low], start, end))
    return found
