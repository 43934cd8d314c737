"""What follows a title: "of the Senate of Peru", "for Foreign Affairs", "to the United Nations"."""

from __future__ import annotations

from communique.extraction.description import (
    DETERMINERS,
    OWNERS,
    Description,
    acronym,
    country_word,
)
from communique.extraction.known import word_set
from communique.extraction.tenure import OF_STATE
from communique.extraction.view import View
from communique.lexicon.load import Row

_LINKS = frozenset({"of", "for", "to", "at", "with", "in"})
_ON = frozenset({"adviser", "envoy", "negotiator", "academic", "security-adviser"})
_CALLED = word_set("group-kind")
_ENVOYS = frozenset({"envoy", "representative", "coordinator", "adviser", "emissary"})
_UNDER = frozenset({"deputy-minister", "secretary", "igo-head", "adviser"})
_CABINET = frozenset({"minister", "deputy-minister", "foreign-minister", "secretary"})
_INNER = frozenset({"of", "for", "and", "the", "&", "on", "in", "de", "del", "la"})


def read_right(view: View, d: Description) -> None:
    """Take in what follows the title: "of the Senate", "of Peru", "for Foreign Affairs"."""
    at = d.head_last
    while view.low(at) in {"elect", "designate", "designated"} and view.same_sentence(d.head, at):
        d.title += ("-" if view.atoms.joined[at] else " ") + view.low(at)
        at += 1
    d.last = at
    if d.kind in _CABINET and " of " in d.row["title"] and _and_portfolio(view, at):
        d.last = _portfolios_after(view, d, at + 1)
    for _ in range(3):
        link = view.low(d.last)
        own = (link == "on" and d.kind in _ON) or (link == "from" and d.kind == "counterpart")
        if link not in _LINKS and not own:
            return
        if not view.same_sentence(d.head, d.last + 1) or (link == "at" and d.kind in OF_STATE):
            return  # "received the president at the State Palace"
        start = d.last + 1
        if view.low(start) in DETERMINERS or view.low(start) in OWNERS:
            start += 1
        if _serves(view, d, link, start):
            return
        if view.low(start) in _CALLED and _named(view, start + 1):
            start += 1  # "a spokesman for the rebel Union of …"
        end = _read_complement(view, d, link, start)
        if end is None:
            return
        d.last = end


def _and_portfolio(view: View, at: int) -> bool:
    """ "Minister of Foreign Affairs and Cooperation"."""
    end = view.known.portfolios.get(at + 1)
    if view.low(at) not in {"and", "&"} or end is None or at + 1 in view.in_person:
        return False
    return view.same_sentence(at, at + 1) and end not in view.known.titles


def _named(view: View, at: int) -> bool:
    return at in view.named_last or at in view.known.organizations


def _serves(view: View, d: Description, link: str, start: int) -> bool:
    """Whether the complement is the title of another: "envoy of the UN Secretary-General"; or
    what follows is the field of somebody's envoy and not of the one whom he serves."""
    if link == "for" and d.kind == "igo-head":
        return view.low(d.first - 1) in {"of", "to"} and view.low(d.first - 2) in _ENVOYS
    end = start
    for table in (view.known.organizations, view.known.states):
        if start in table:
            end = max(end, table[start][0])
    title = view.known.titles.get(end)
    return link == "of" and end > start and title is not None and d.kind == "envoy"


def field_of(view: View, at: int) -> int | None:
    """The end of "for Chad", "for the Horn of Africa" at an atom."""
    start = at + 2 if view.low(at + 1) in DETERMINERS else at + 1
    state = view.known.states.get(start)
    return state[0] if state else _capitals(view, start)


def _read_complement(view: View, d: Description, link: str, start: int) -> int | None:
    """Read "Peru", "Russian Security Council", "foreign affairs" … after `link`; its end."""
    if start >= len(view.atoms) or not view.same_sentence(d.head, start):
        return None
    known = view.known
    state = known.states.get(start)
    organization = known.organizations.get(start)
    if link == "in":
        return _in(view, d, start)
    if link == "to" and d.kind in {"ambassador", "envoy", "negotiator"}:
        end = _seated(view, organization[0]) if organization else state[0] if state else None
        end = _capitals(view, start) if end is None else end
        if end is not None:
            d.title += " " + view.words(d.last, end)
        return end
    if link == "to":
        return None
    if link == "on":
        end = known.portfolios.get(start) or (state[0] if state else None) or _capitals(view, start)
        if end is not None:
            d.title += " " + view.words(d.last, end)
        return end
    if start in known.portfolios and link in {"of", "for"} and d.kind in _CABINET:
        return _portfolios_after(view, d, start)
    if organization and link != "with":
        return _set_body(view, d, start, organization[0], organization[1])
    body = _body_from(view, start)
    if body is not None:
        return _take_body(view, d, start, body)
    if state and state[1].kind in {"name", "capital"} and link in {"of", "for", "at", "from"}:
        if link == "for" and d.kind in {"envoy", "negotiator"}:
            d.title += " " + view.words(d.last, state[0])
            return state[0]  # the place that an envoy is for is not his own
        return _states_after(view, d, start)
    if start in known.portfolios and link in {"of", "for"}:
        return _portfolios_after(view, d, start)
    end = _capitals(view, start) if d.kind in {"envoy", "negotiator"} else None
    if link == "for" and end is not None:
        d.title += " " + view.words(d.last, end)
        return end
    return None


def _in(view: View, d: Description, start: int) -> int | None:
    """The end of "in the Ministry of Works" after a servant of a ministry, of "in Fiji" between
    an envoy and his name."""
    if d.kind in _UNDER:
        end = _body_from(view, start)
        named = end is not None and any(i in view.known.bodies for i in range(start, end))
        return _take_body(view, d, start, end) if end is not None and named else None
    if d.kind != "ambassador":
        return None
    state = view.known.states.get(start)
    end = state[0] if state else _capitals(view, start)
    if end is None or (end + 1 if view.low(end) == "," else end) not in view.person_last:
        return None
    d.title += " " + view.words(d.last, end)
    return end


def _seated(view: View, end: int) -> int:
    """The end of "UN Office at Geneva" behind the organisation, or that of the organisation."""
    if end in view.known.bodies and view.atoms.capital(end):
        end = view.known.bodies[end][0]
    if view.low(end) in {"at", "in"} and view.same_sentence(end - 1, end + 1):
        return _capitals(view, end + 1) or end
    return end


def _capitals(view: View, start: int) -> int | None:
    """The end of a run of capitalised words that may have "of" among them: "Horn of Africa"."""
    end = start
    while view.same_sentence(start, end) and end not in view.in_person:
        if end in view.known.titles and end > start:
            break
        if not view.atoms.capital(end) and not (end > start and _goes_on_of(view, end)):
            break
        end += 1
    return end if end > start else None


def _goes_on_of(view: View, at: int) -> bool:
    return view.low(at) == "of" and _goes_on(view, at)


def _states_after(view: View, d: Description, start: int) -> int:
    """One state, or several after a plural: "presidents of Chile, Peru and Bolivia"."""
    known = view.known
    end, value = known.states[start]
    d.states.append(value)
    d.state = value
    while d.plural:
        at = end
        while view.low(at) in {",", "and", "the"}:
            at += 1
        if at == end or at not in known.states or not view.same_sentence(start, at):
            break
        end, value = known.states[at]
        d.states.append(value)
    return end


def _portfolios_after(view: View, d: Description, start: int) -> int:
    """A list of portfolios: "Trade, Industry and Energy"."""
    known = view.known
    end = known.portfolios[start]
    while True:
        at = end
        while view.low(at) in {",", "and", "&"}:
            at += 1
        if at == end or at in view.in_person:
            break
        more = _capitals(view, at) if view.low(at - 1) in {"and", "&"} else None
        if at not in known.portfolios and (more is None or at in known.states | known.titles):
            break
        end = known.portfolios.get(at) or more or end
    d.title += " " + view.words(d.last, end)
    return end


def _set_body(view: View, d: Description, start: int, end: int, row: Row | None) -> int:
    body = view.words(start, end)
    d.body = body if d.body is None else d.body
    d.body_row = row or d.body_row
    return _acronym_after(view, d, end)


def _acronym_after(view: View, d: Description, end: int) -> int:
    if view.low(end) == "(" and view.low(end + 2) == ")" and acronym(view.atoms.words[end + 1]):
        d.acronym = view.atoms.words[end + 1]
        return end + 3
    return end


def _body_from(view: View, start: int) -> int | None:
    """The end of the institution that begins at `start`: the reader's name, or words up to the
    last kind of body among them."""
    atoms, known = view.atoms, view.known
    at, end = start, None
    core = known.states[start][0] if start in known.states else start
    capital = any(atoms.capital(i) for i in range(core, min(core + 3, len(atoms))))
    while view.same_sentence(start, at) and at not in view.in_person and at - start < 12:
        low = atoms.lows[at]
        named = atoms.capital(at) or (at > start and atoms.capital(at - 1))  # "Popular Will party"
        if at in known.bodies and (named or not capital or end is None):
            at = end = _body_of(view, known.bodies[at][0], capital)
            continue
        whole = view.named_last.get(at, 0)
        if whole > at and atoms.capital(at) and not country_word(view, at, whole):
            if any(i in known.titles for i in range(at, whole)):
                break
            at = end = whole
            continue
        if at in known.states and known.states[at][1].kind in {"demonym", "name"}:
            at = known.states[at][0]
            if view.low(at) == "'s":
                at += 1
            continue
        if low == "'s" and end == at and _goes_on(view, at):
            at += 1  # "the Senate's Foreign Affairs Committee"
            continue
        joins = low in _INNER and at > start and _goes_on(view, at)
        lower = not capital and view.upos(at) in {"NOUN", "ADJ"} and at - start < 4
        if not ((atoms.capital(at) and low.isalpha()) or joins or lower):
            break
        at += 1
    return end


def _body_of(view: View, end: int, capital: bool) -> int:
    """ "Ministry of Foreign Affairs": what a kind of body is of, unless that is a state."""
    at = end + 2 if view.low(end + 1) == "the" else end + 1
    if view.low(end) not in {"of", "for"} or not view.same_sentence(end, at):
        return end
    if at in view.known.portfolios:
        while at in view.known.portfolios and at not in view.in_person:
            end = at = view.known.portfolios[at]
            while view.low(at) in {",", "and", "&"}:
                at += 1
        return end
    if not capital or at in view.known.states or at in view.known.bodies:
        return end
    return _capitals(view, at) or end


def _goes_on(view: View, at: int) -> bool:
    """Whether a capitalised word follows "of", "for" or "and" inside an institution's name."""
    after = at + 1
    while view.low(after) in _INNER:
        after += 1
    return (
        view.same_sentence(at, after)
        and view.atoms.capital(after)
        and after not in view.in_person
        and after not in view.known.titles
    )


def _take_body(view: View, d: Description, start: int, end: int) -> int:
    """Split leading and closing states from a body and keep both; the end of all that is read."""
    known = view.known
    while start in known.states and known.states[start][0] < end:
        after, state = known.states[start]
        if state.kind not in {"demonym", "name"}:
            break
        d.states.append(state)
        d.state = state
        if (
            state.kind == "name"
            and view.low(after) != "'s"
            and not view.atoms.words[start].isupper()
        ):
            break  # "Kosovo Security Force": the state's name is part of the body's
        start = after + 1 if view.low(after) == "'s" else after
    closing = known.state_end.get(end)
    stop = end
    if closing is not None and closing > start and known.states[closing][1].kind == "name":
        d.state = d.state or known.states[closing][1]
        d.states.append(known.states[closing][1])
        cut = closing
        while cut > start and view.low(cut - 1) in {"of", "the"}:
            cut -= 1
        stop = cut if cut > start else end
    for i in range(start, end):
        if i in known.bodies:
            d.body_row = known.bodies[i][1]
    if d.body is None:
        d.body = view.words(start, stop)
    after = _acronym_after(view, d, end)
    if view.low(after) in {"of", "in"} and view.same_sentence(d.head, after + 1):
        at = after + 2 if view.low(after + 1) == "the" else after + 1
        found = known.states.get(at)
        if found and found[1].kind == "name" and at not in view.in_person:
            d.state = d.state or found[1]
            d.states.append(found[1])
            after = found[0]
    return after
