"""Where a text speaks of a state or its government: by name, people, capital or seat."""

from __future__ import annotations

from collections.abc import Callable

from communique.extraction.cast import Cast, Draft
from communique.extraction.known import StateName, same_capital, word_set
from communique.extraction.view import View
from communique.model.findings import Place

GOVERNMENT = word_set("government")
"""Nouns after a demonym that make the phrase stand for the state."""
_OFFICIALS = GOVERNMENT | word_set("officials")
_LOCATIVE = word_set("locative")
_DIRECTION = frozenset({"to", "from", "toward", "towards", "for", "through"})
_TIES = word_set("ties")
_CITY = word_set("city")
_VENUE = word_set("venue")
_ACTS = frozenset(
    {
        "nsubj",
        "nsubj:pass",
        "root",
        "nmod:poss",
        "obj",
        "iobj",
        "parataxis",
        "acl:relcl",
        "ccomp",
        "conj",
    }
)

_WHY = {
    "state-name": "the name of a state",
    "people": "the people of a state stand for it",
    "demonym-government": "the government or officials of a state stand for it",
    "capital-government": "a capital where a government acts, not a place",
    "seat-government": "the seat of a government stands for the state",
    "compound": "two states in one compound",
}


def find_states(
    view: View, cast: Cast, places: tuple[Place, ...], taken: Callable[[int], bool]
) -> dict[int, Draft]:
    """Draft the states of a text; the draft of each mention's first atom. `taken` tells which
    atoms belong to other actors."""
    drafts: dict[str, Draft] = {}
    found: dict[int, Draft] = {}
    named = {
        s.name for _, s in view.known.states.values() if s.kind in {"name", "demonym", "people"}
    }
    lines = {p.span for p in places if p.role == "dateline"}
    venues = {p.span.start for p in places if p.role in {"venue", "dateline"}}
    covered = 0
    for i, (last, state) in sorted(view.known.states.items()):
        if i < covered or taken(i) or taken(last - 1) or i in view.in_person:
            continue
        covered = last
        if _inside_longer_name(view, i, last):
            continue
        judged = _judge(view, i, last, state, venues)
        if judged is None or view.span(i, last) in lines or _dateline(view, i, last):
            continue
        rule, first, end, score = judged
        state = _of_its_time(view, state, named)
        draft = drafts.get(state.name)
        if draft is None:
            draft = Draft("state", state.name, country=state.iso3, sector="GOV")
            drafts[state.name] = cast.add(draft)
        start, stop = view.span(first, end)
        draft.mention(start, stop)
        if (first, end) != (i, last):
            draft.mention(*view.span(i, last))
        if state.kind in {"name", "capital", "seat"}:
            draft.add_form(view.words(i, last))
        draft.prove(start, stop, rule, score, _WHY[rule])
        found[i] = draft
    return found


def _of_its_time(view: View, state: StateName, named: set[str]) -> StateName:
    """Of states that had one capital, the one that the text names: Moscow is the Soviet Union's
    where only that is named."""
    if state.kind not in {"capital", "seat"} or state.name in named:
        return state
    others = [other for other in same_capital(state.name) if other.name in named]
    return others[0] if len(others) == 1 else state


def _dateline(view: View, i: int, last: int) -> bool:
    """Whether a place in capitals opens a dateline ("OSLO, May 3 –", "OSLO (Reuters)")."""
    words = view.atoms.words[i:last]
    opens = i == 0 or not view.same_sentence(i - 1, i)
    return (
        opens
        and all(w.isupper() and len(w) > 2 for w in words)
        and (view.low(last) in {",", "(", "–", "—", "-", ":"})
    )


def _inside_longer_name(view: View, first: int, last: int) -> bool:
    """Whether the state's name is part of a longer name ("Gulf of Oman", "Bank of Chile")."""
    start, end = view.span(first, last)
    for name in view.text.names:
        if name.start <= start and end <= name.end and name.end - name.start > end - start + 4:
            if name.type in {"nationality", "date", "money"}:
                return False
            a, b = view.atoms.inside(name.start, name.end)
            return not _only_states(view, a, b)
    return False


def _only_states(view: View, first: int, last: int) -> bool:
    at = first
    while at < last:
        if at in view.known.states:
            at = view.known.states[at][0]
        elif view.low(at) in {"the", "and", ",", "'s", "of", "republic", "-"}:
            at += 1
        else:
            return False
    return True


def _judge(
    view: View, i: int, last: int, state: StateName, venues: set[int]
) -> tuple[str, int, int, float] | None:
    """The rule by which the words stand for the state, with the atoms of the mention."""
    if _compound(view, i, last):
        return ("compound", i, last, 0.9) if _two_states(view, i, last, state) else None
    government = _government(view, last)
    if government is not None and state.kind in {"demonym", "name", "capital"}:
        first = i - 1 if view.low(i - 1) == "the" else i
        return "demonym-government", first, government, 0.85
    if state.kind == "name":
        if _locative(view, i) and not _officials_in(view, i):
            return None
        return "state-name", i, last, 0.95
    if state.kind == "people":
        return ("people", i, last, 0.6) if view.low(i - 1) == "the" else None
    if state.kind == "demonym" and not view.low(last - 1).endswith(("sh", "ch", "ese", "ss")):
        return None
    if state.kind == "demonym":
        return _people(view, i, last)
    if state.kind == "seat":
        return None if _is_place(view, i, last, venues) else ("seat-government", i, last, 0.85)
    if state.kind == "capital":
        return None if _is_place(view, i, last, venues) else ("capital-government", i, last, 0.75)
    return None


def _compound(view: View, i: int, last: int) -> bool:
    """Whether a hyphen joins the name to another state's ("Iran-Iraq", "Franco-German")."""
    joined = view.atoms.joined
    after = view.known.states.get(last) if last < len(view.atoms) and joined[last] else None
    if after is not None:
        return True
    before = view.known.state_end.get(i) if joined[i] else None
    return before is not None


def _two_states(view: View, i: int, last: int, state: StateName) -> bool:
    """False for "Indo-China": a beginning like "Franco" needs an adjective after it."""
    if state.kind == "prefix":
        return view.known.states.get(last, (0, state))[1].kind == "demonym"
    before = view.known.state_end.get(i)
    prefixed = before is not None and view.known.states[before][1].kind == "prefix"
    return state.kind == "demonym" or not prefixed


def _government(view: View, last: int) -> int | None:
    """The end of "… government", "… and Turkish officials" after a demonym at most two words on."""
    at = last
    if view.low(at) == "and" and at + 1 in view.known.states:
        at = view.known.states[at + 1][0]
        return last if _government(view, at) is not None else None
    if view.low(at) == "'s":
        at += 1
    for _ in range(3):
        if not view.same_sentence(last - 1, at):
            return None
        if view.low(at) in GOVERNMENT:
            return at + 1
        if view.upos(at) not in {"ADJ", "NOUN"} or at in view.known.titles:
            return None
        at += 1
    return None


def _people(view: View, i: int, last: int) -> tuple[str, int, int, float] | None:
    """ "the Chinese said": an article and no noun after it."""
    if view.low(i - 1) != "the" or view.low(last) in {"and", "or", ","}:
        return None
    if last < len(view.atoms) and view.upos(last) in {
        "NOUN",
        "ADJ",
        "PROPN",
        "NUM",
        "PUNCT",
        "PART",
    }:
        return None
    return "people", i - 1, last, 0.5


def list_start(view: View, i: int) -> int:
    """The first atom of the coordination of states that an atom closes or stands in."""
    at = i
    while True:
        before = at - 1
        while view.low(before) in {",", "and", "or", "the", "&", "as", "well"} and before > 0:
            before -= 1
        if before == at - 1 or before + 1 not in view.known.state_end:
            return at
        first = view.known.state_end[before + 1]
        if not view.same_sentence(first, i):
            return at
        at = first


def _before(view: View, i: int) -> int:
    at = list_start(view, i) - 1
    while view.low(at) in {"the", "both"}:
        at -= 1
    return at if at >= 0 and view.same_sentence(at, i) else -1


def _locative(view: View, i: int) -> bool:
    return view.low(_before(view, i)) in _LOCATIVE


def _officials_in(view: View, i: int) -> bool:
    """ "officials in CAPITAL", "the government in CAPITAL"."""
    at = _before(view, i)
    if view.token(i).deprel == "obl" or view.low(at - 2) in {"both", "two"}:
        return False  # "will see both leaders in CAPITAL"
    return view.low(at) in {"in", "from"} and view.low(at - 1) in _OFFICIALS


def _is_place(view: View, i: int, last: int, venues: set[int]) -> bool:
    """Whether a capital or seat is meant as a place."""
    if _officials_in(view, i):
        return False
    before = view.low(_before(view, i))
    if before in _LOCATIVE or before in _CITY or view.low(i - 1) in _CITY:
        return True
    if before == "of" and view.low(_before(view, i) - 1) in _CITY:
        return True
    following = view.low(last)
    if following in _CITY or following in _VENUE:
        return True
    if following == "," and last + 1 in view.known.states and before in {"of", "on"}:
        return True
    if before in _DIRECTION:
        return view.low(_before(view, i) - 1) not in _TIES
    if before in {"between", "with", "against", "by", "among", "both", "including", "of"}:
        return False
    first = list_start(view, i)
    end = view.known.states[first][0] if first in view.known.states else last
    head = view.text.head_of(*view.span(first, end))
    token = view.token(first) if head is None else view.text.tokens[head]
    if token.deprel == "conj" and token.head >= 0:
        token = view.text.tokens[token.head]
    return view.atoms.starts[i] in venues or token.deprel not in _ACTS
