"""What stands before a title: article, owner, country, body, portfolio ("the Chilean deputy foreign
minister", "Norway's Defence and Interior Minister")."""

from __future__ import annotations

from communique.extraction.description import (
    ACTING,
    DETERMINERS,
    FORMER,
    OWNERS,
    Description,
    acronym,
    country_word,
    only_country,
)
from communique.extraction.known import word_set
from communique.extraction.view import View

PRAISE = word_set("praise")
KEPT = word_set("kept")
_NO_BODY = KEPT | {"opposition", "resistance", "intelligence", "military"}


def read_left(view: View, d: Description, floor: int) -> None:
    """Take in what stands before the title."""
    at = d.head
    while at > floor and view.same_sentence(at - 1, d.head):
        before = _one_left(view, d, at)
        if before is None or before < floor:
            break
        at = before
    _read_middle(view, d, at)
    _read_owner(view, d, at, floor)
    if d.determiner is None and d.first > floor:
        before_low = view.low(d.first - 1)
        if before_low in DETERMINERS and view.same_sentence(d.first - 1, d.head):
            d.determiner = before_low
            d.first -= 1
        elif before_low in OWNERS and view.same_sentence(d.first - 1, d.head):
            d.determiner, d.owner = before_low, d.first - 1
            d.first -= 1


def _one_left(view: View, d: Description, at: int) -> int | None:
    """The start of the word, name or parenthesis before `at` when it belongs to the phrase."""
    atoms, known = view.atoms, view.known
    k = at - 1
    low = atoms.lows[k]
    if k in view.in_person or k in view.dates or _address_ends(view, at):
        return None
    if low == ")" and k >= 2 and atoms.lows[k - 2] == "(" and acronym(atoms.words[k - 1]):
        d.acronym = atoms.words[k - 1]
        return k - 2
    for ends in (known.organization_end, view.named_first, known.state_end, known.body_end):
        first = ends.get(at)
        if first is not None and first not in view.in_person and atoms.capital(first):
            if ends is view.named_first and not _plain_run(view, first, at):
                continue
            return first
    if low in FORMER or low in PRAISE or low in KEPT:
        return k
    if at in known.body_end:
        return known.body_end[at]
    if at in known.portfolio_end:
        return known.portfolio_end[at]
    if low in {"and", "&"} and k > 0 and (_portfolio_pair(view, k) or _two_states(view, k)):
        return k
    if atoms.joined[at] and low.isalpha():
        return k
    upos, deprel = view.upos(k), view.token(k).deprel
    if atoms.capital(k) and upos in {"PROPN", "NOUN", "ADJ"} and low.isalpha():
        return k if _capital_middle(view, d, k) else None
    if upos in {"ADJ", "NOUN"} and deprel in {"amod", "compound", "nmod"}:
        head = view.token(k).head
        if atoms.tokens[k] < head <= atoms.tokens[d.head_last - 1] and low.isalpha():
            return k
    return None


def _address_ends(view: View, at: int) -> bool:
    """Whether a form of address stands before a title: "His Holiness Pope NAME", "HM King NAME"."""
    ranks = view.known.ranks
    return any(
        first in ranks
        and ranks[first][0] == at
        and view.atoms.capital(first)
        and (at - first > 1 or ranks[first][1]["rank"].isupper())
        for first in range(max(0, at - 3), at)
    )


def _capital_middle(view: View, d: Description, k: int) -> bool:
    """Whether a capitalised word before a title belongs to it: not when it opens the sentence as
    another kind of word, or when the title is in lower case and the word is unknown."""
    if acronym(view.atoms.words[k]):
        return True
    if view.token(k).deprel in {"compound", "amod", "nmod", "flat", "nmod:poss", "nmod:unmarked"}:
        return True
    return view.atoms.capital(d.head) and view.token(k).deprel not in {
        "nsubj",
        "advmod",
        "discourse",
    }


def _plain_run(view: View, first: int, last: int) -> bool:
    """Whether a reader's name holds no title that is not inside a body ("Foreign Minister")."""
    return all(
        i not in view.known.titles or (last - i > 1 and view.known.titles[i][0] < last)
        for i in range(first, last)
    )


def _two_states(view: View, k: int) -> bool:
    """ "the German and French ministers"."""
    first = view.known.state_end.get(k)
    return first is not None and k + 1 in view.known.states


def _portfolio_pair(view: View, k: int) -> bool:
    """Whether "and" at `k` joins two portfolios: "Defence and Interior Minister"."""
    return (k + 1 in view.known.portfolios or view.atoms.capital(k + 1)) and (
        k in view.known.portfolio_end
    )


def _read_middle(view: View, d: Description, first: int) -> None:
    """Sort the words between the article and the title into country, body and portfolio."""
    known = view.known
    d.first = first
    i, body_from, body_to = first, None, None
    kept: list[tuple[int, int]] = []
    while i < d.head:
        low = view.low(i)
        organization = known.organizations.get(i)
        state = known.states.get(i)
        named = view.named_last.get(i)
        if organization and organization[0] <= d.head:
            d.body_row = organization[1]
            body_from, body_to = i, organization[0]
            i = organization[0]
        elif (
            named
            and named <= d.head
            and named - i > 1
            and known.portfolios.get(i) != named
            and not country_word(view, i, named)
        ):
            if only_country(view, i) and known.states[i][0] < named:
                d.states.append(known.states[i][1])
                body_from = known.states[i][0]
            else:
                body_from = i
            body_to = i = named
            if named in known.body_end:
                d.body_row = known.bodies[known.body_end[named]][1]
        elif (
            state and state[0] <= d.head and state[1].kind in {"demonym", "name", "capital", "seat"}
        ):
            d.states.append(state[1])
            if state[1].kind in {"capital", "seat"}:
                body_from, body_to = i, state[0]
            i = state[0]
        elif i in known.bodies and known.bodies[i][0] <= d.head and low not in _NO_BODY:
            end = known.bodies[i][0]
            body_from, body_to, kept = (kept[0][0] if kept else i), end, []
            d.body_row = known.bodies[i][1]
            i = end
        elif acronym(view.atoms.words[i]) and i not in known.portfolios and not kept:
            body_from, body_to = i, i + 1
            i += 1
        elif low == "(":
            i += 3
        elif low in FORMER:
            d.former = True
            i += 1
        elif low in PRAISE:
            d.count = _COUNTS.get(low, d.count)
            i += 1
        else:
            if kept or _keeps(view, d, i):
                kept.append((i, i + 1))
            i += 1
    if body_from is not None and body_to is not None:
        d.body = view.words(body_from, body_to)
    elif view.named_first.get(d.head) is None and d.acronym and not d.body:
        d.body = d.acronym
    d.title = _title(view, kept, d)
    d.acting = any(word in ACTING for word in d.title.casefold().split())
    d.state = d.states[-1] if d.states else None


_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4}


def _keeps(view: View, d: Description, i: int) -> bool:
    """Whether a word before the title is part of it: capitalised like it, or a known portfolio."""
    if i in view.known.portfolios or view.low(i) in KEPT:
        return True
    return view.atoms.capital(i) and view.atoms.capital(d.head) and view.low(i).isalpha()


def _title(view: View, kept: list[tuple[int, int]], d: Description) -> str:
    """The words that make the title, without a country among them ("acting Chilean president")."""
    pieces: list[list[int]] = []
    for first, last in [*kept, (d.head, d.head_last)]:
        if pieces and pieces[-1][1] == first:
            pieces[-1][1] = last
        else:
            pieces.append([first, last])
    between = range(pieces[0][0], d.head)
    whole = not any(i in view.known.states for i in between)
    words = (
        view.words(pieces[0][0], d.head_last)
        if whole
        else " ".join(view.words(first, last) for first, last in pieces)
    )
    return words[:-1] if words.endswith(".") else words


def _read_owner(view: View, d: Description, at: int, floor: int) -> None:
    """What stands before "'s": a state, a body or a person; and a determiner before all."""
    atoms, known = view.atoms, view.known
    k = at - 1
    if k < max(floor, 1) or not view.same_sentence(k - 1, d.head):
        return
    low = atoms.lows[k]
    if low not in {"'s", "'"} or d.determiner:
        return
    for ends, kind in (
        (known.organization_end, "body"),
        (known.state_end, "state"),
        (view.named_first, "body"),
        (view.person_first, "person"),
        (known.body_end, "body"),
    ):
        first = ends.get(k)
        if first is None or first < floor:
            continue
        if kind == "state":
            d.states.insert(0, known.states[first][1])
            d.state = d.states[-1]
            if known.states[first][1].kind == "people":
                continue
        elif kind == "person":
            d.owner_name = (first, k)
        else:
            if d.body is None:
                d.body = view.words(first, k)
                row = known.organizations.get(first) or known.bodies.get(first)
                d.body_row = row[1] if row and row[0] == k else None
            while first > floor and known.state_end.get(first) is not None:
                state = known.state_end[first]
                d.states.insert(0, known.states[state][1])
                d.state = d.state or d.states[0]
                first = state
        d.first = first
        d.determiner = "'s"
        if view.low(first - 1) == "the" and first > floor:
            d.first = first - 1
        return
    d.determiner = "'s"  # "the country's president": whose, another rule may tell
