"""Organisations: institutions, parties, armed groups, agencies; with acronyms and former names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from communique.extraction.cast import Cast, Draft
from communique.extraction.names import PARTICLES, glued, plain
from communique.extraction.offices import PRAISE
from communique.extraction.people import Bodies
from communique.extraction.view import View
from communique.lexicon.load import Row
from communique.model.findings import Place

_GROUPS = frozenset("group groups organization organisation organizations organisations movement "
                    "movements faction factions militia militias network fighters militants rebels "
                    "insurgents guerrillas outfit".split())  # fmt: skip
_GROUP_WORDS = frozenset("terrorist terror militant armed rebel extremist jihadist jihadi insurgent "
                         "guerrilla paramilitary separatist islamist opposition resistance takfiri "
                         "political".split())  # fmt: skip
_EVENTS = frozenset("dialogue talks summit conference treaty agreement accord accords process "
                    "declaration protocol convention resolution plan doctrine war games cup "
                    "festival memorandum pact charter meeting act law constitution strategy "
                    "referendum election elections day crisis report".split())  # fmt: skip
_STAFF = frozenset("officials officers members leaders negotiators fighters militants forces "
                   "delegation delegates representatives diplomats envoys troops".split())  # fmt: skip
_ALIAS = frozenset("former formerly previously once also now then originally called known named "
                   "dubbed as the aka".split())  # fmt: skip
_ALIAS_HEAD = frozenset("former formerly previously once also originally aka".split())
_INNER = frozenset({"of", "for", "and", "the", "&", "de", "del", "la", "on"})
_LOWER_KINDS = frozenset({"MIL", "SPY", "LEG", "JUD", "COP", "OPP", "REB"})
_LOWER_BODIES = frozenset("ministry department embassy consulate presidency chancellery".split())
_GENERIC = frozenset("news agencies agency ministries sources officials press media talks home "
                     "statement report office house state general foreign party".split())  # fmt: skip

_WHY = {
    "lexicon-organization": "an organisation of the lexicon",
    "organization-name": "the reader took it for the name of an organisation",
    "institution": "the words end in a kind of body",
    "armed-group": "the text calls it a group",
}


@dataclass(slots=True)
class _Candidate:
    first: int
    last: int
    rule: str
    row: Row | None = None


@dataclass(slots=True)
class _Registry:
    cast: Cast
    bodies: Bodies
    by_key: dict[tuple[str, str | None], Draft] = field(default_factory=dict)
    by_name: dict[str, Draft] = field(default_factory=dict)


def find_institutions(
    view: View,
    cast: Cast,
    bodies: Bodies,
    places: tuple[Place, ...],
    taken: Callable[[int], bool],
) -> dict[int, Draft]:
    """Draft the organisations of a text; the draft of each atom of their mentions. `taken` tells
    which atoms belong to persons; what is a place is no organisation."""
    registry = _Registry(cast, bodies)
    owners: dict[int, Draft] = {}
    previous: tuple[_Candidate, Draft] | None = None
    located = {(place.span.start, place.span.end) for place in places}
    for candidate in _candidates(view, taken):
        if (
            candidate.rule == "organization-name"
            and view.span(candidate.first, candidate.last) in located
        ):
            continue
        alias = previous is not None and _is_alias(view, previous[0].last, candidate.first)
        if alias and previous is not None:
            draft = previous[1]
            _remember(view, registry, draft, candidate)
        else:
            draft = _draft(view, registry, candidate)
        last = _mention(view, registry, draft, candidate, alias)
        owners.update((i, draft) for i in range(candidate.first, last))
        previous = (candidate, draft)
    return owners


def _candidates(view: View, taken: Callable[[int], bool]) -> list[_Candidate]:
    """Organisations as ranges of atoms, none overlapping, in order."""
    found: dict[int, _Candidate] = {}
    used: set[int] = set()

    def take(candidate: _Candidate | None) -> None:
        if candidate is None:
            return
        atoms = range(candidate.first, candidate.last)
        if not any(i in used or taken(i) for i in atoms):
            found[candidate.first] = candidate
            used.update(atoms)

    for first, last in sorted(_group_lists(view)):
        take(_Candidate(first, last, "armed-group"))
    for name in view.text.names:
        if name.type in {"organization", "misc", "facility"}:
            take(_from_reader(view, *view.atoms.inside(name.start, name.end), name.type))
    for first in sorted(view.known.bodies):
        take(_institution(view, first))
    for first, (last, row) in sorted(view.known.organizations.items()):
        if not (last - first == 1 and view.atoms.words[first].islower()):
            take(_Candidate(first, last, "lexicon-organization", row))
    return sorted(found.values(), key=lambda c: c.first)


def _from_reader(view: View, first: int, last: int, kind: str) -> _Candidate | None:
    """The reader's organisation without articles, marks and words that are not of its name."""
    atoms, known = view.atoms, view.known
    while first < last and (
        atoms.lows[first] in {"the", "a", "an"} or not atoms.words[first][0].isalnum()
    ):
        first += 1
    while last > first and (
        atoms.lows[last - 1] in {"'s", "'"} or not atoms.words[last - 1][0].isalnum()
    ):
        last -= 1
    if first >= last or any(glued(atoms.words[i], view, i) for i in range(first, last)):
        return None
    inner = _lexicon_inside(view, first, last)
    if inner is not None:
        return inner
    if not any(atoms.capital(i) or atoms.words[i][0].isdigit() for i in range(first, last)):
        return None
    state = known.states.get(first)
    if state and state[0] >= last:
        return None
    ends_in_body = known.body_end.get(last) is not None
    if kind != "organization" and not ends_in_body:
        return None
    if (
        all(atoms.lows[i] in _GENERIC for i in range(first, last))
        or atoms.lows[last - 1] in _EVENTS
    ):
        return None
    if atoms.words[first].islower() and atoms.lows[first] not in PARTICLES:
        return None
    if last - first == 1 and view.low(first - 1) == "(" and view.low(last) == ")":
        return None
    if last - first == 1 and view.upos(first) in {
        "ADJ",
        "ADV",
        "VERB",
        "DET",
        "PRON",
        "ADP",
        "NUM",
    }:
        return None
    return _Candidate(first, last, "organization-name")


def _lexicon_inside(view: View, first: int, last: int) -> _Candidate | None:
    """A known organisation inside a reader's name: the whole name when the other words make it a
    longer one (a kind of body, a place), else the known organisation alone."""
    for i in range(first, last):
        if i not in view.known.organizations or view.known.organizations[i][0] > last:
            continue
        end, row = view.known.organizations[i]
        rest = [*range(first, i), *range(end, last)]
        longer = any(
            j in view.known.bodies or j in view.known.states or view.low(j) in _INNER for j in rest
        )
        if rest and longer:
            return None
        return _Candidate(i, end, "lexicon-organization", row)
    return None


def _institution(view: View, body: int) -> _Candidate | None:
    """The institution around a kind of body: "Chilean Ministry of Defence", "Iraqi army"."""
    known, atoms = view.known, view.atoms
    end, row = known.bodies[body]
    if view.low(end - 1) in {"government", "governments"} or body in view.in_person:
        return None
    first, state_first = body, None
    capital = atoms.capital(body)
    while first > 0 and view.same_sentence(first - 1, body):
        state = known.state_end.get(first)
        if state is not None and known.states[state][1].kind in {"demonym", "name"}:
            state_first = state
            first = state
            break
        if view.low(first - 1) == "'s" and known.state_end.get(first - 1) is not None:
            state_first = known.state_end[first - 1]
            break
        if not _left_word(view, first - 1, capital):
            break
        first -= 1
    while first < body and view.low(first) in _INNER | PRAISE:
        first += 1
    last = _right_end(view, end) if capital else end
    words = last - first
    if not capital:
        allowed = row["sector"] in _LOWER_KINDS or view.low(end - 1) in _LOWER_BODIES
        if state_first is None or not allowed:
            return None
    elif words < 2 or all(view.low(i) in _GENERIC for i in range(first, last)):
        return None
    return _Candidate(first, last, "institution")


def _left_word(view: View, i: int, capital: bool) -> bool:
    low = view.low(i)
    if i in view.in_person or i in view.dates or i in view.known.titles:
        return False
    if i + 1 in view.known.portfolio_end or i in view.known.portfolios:
        return True
    if capital:
        if view.atoms.capital(i):
            opens = i == 0 or not view.same_sentence(i - 1, i)
            return low.isalpha() and not (opens and view.upos(i) not in {"PROPN", "ADJ", "NOUN"})
        return low in {"of", "and", "&", "for"} and i > 0 and view.atoms.capital(i - 1)
    return view.upos(i) == "ADJ" and low not in PRAISE


def _right_end(view: View, end: int) -> int:
    """ "of Foreign Affairs", "for Reconstruction and Development", "of Chile" after a body."""
    at = end
    while view.low(at) in _INNER and view.same_sentence(end - 1, at):
        after = at + 1
        while view.low(after) in _INNER:
            after += 1
        if not view.same_sentence(end - 1, after) or not view.atoms.capital(after):
            break
        if after in view.in_person or view.low(at) == "and" and after not in view.known.portfolios:
            break
        if view.low(at) in {"on", "for"} and after in view.known.states:
            break
        at = after
        while (
            view.same_sentence(end - 1, at) and view.atoms.capital(at) and at not in view.in_person
        ):
            at += 1
        end = at
    return end


def _group_lists(view: View) -> list[tuple[int, int]]:
    """Names before "terrorist group", "rebel groups": each of a coordination apart."""
    found = []
    for i, low in enumerate(view.atoms.lows):
        if low not in _GROUPS or view.low(i - 1) not in _GROUP_WORDS:
            continue
        at = i - 1
        while view.low(at - 1) in _GROUP_WORDS:
            at -= 1
        while at > 0 and view.same_sentence(at - 1, i):
            last = _skip_parenthesis(view, at)
            first = _name_start(view, last)
            if first == last:
                break
            found.append(_trim_group(view, first, last))
            if low not in _GROUPS or view.low(first - 1) not in {",", "and"}:
                break
            at = first - 1
            while view.low(at - 1) in {",", "and"}:
                at -= 1
    return [(a, b) for a, b in found if b > a]


def _skip_parenthesis(view: View, at: int) -> int:
    if view.low(at - 1) != ")":
        return at
    opened = at - 2
    while opened > 0 and view.low(opened) != "(" and at - opened < 10:
        opened -= 1
    return opened if view.low(opened) == "(" else at


def _name_start(view: View, last: int) -> int:
    first = last
    while first > 0 and view.same_sentence(first - 1, last - 1):
        k = first - 1
        particle = view.low(k) in PARTICLES and first < last and view.low(k) != "y"
        if not (view.atoms.capital(k) and view.low(k).isalpha() or particle):
            break
        if k in view.in_person or k in view.dates or view.upos(k) in {"VERB", "ADV", "PRON", "DET"}:
            break
        first = k
    return first


def _trim_group(view: View, first: int, last: int) -> tuple[int, int]:
    """A group's name without a strange word beside a known name, and not a demonym alone."""
    for i in range(first, last):
        known = view.known.organizations.get(i)
        if known and known[0] <= last:
            strange = [*range(first, i), *range(known[0], last)]
            if not any(j in view.known.bodies or j in view.known.states for j in strange):
                return i, known[0]
    state = view.known.states.get(first)
    if state and state[0] >= last:
        return first, first
    return first, last


def _is_alias(view: View, last: int, first: int) -> bool:
    """Whether only "(former", ", formerly known as the" and the like stand between two names."""
    between = [view.low(i) for i in range(last, first)]
    if not 2 <= len(between) <= 6 or between[0] not in {"(", ",", "–", "—"}:
        return False
    return between[1] in _ALIAS_HEAD and all(word in _ALIAS for word in between[1:])


def _core(view: View, first: int, last: int) -> tuple[int, str | None]:
    """The atom after a leading state, and that state's code (or that of a state that owns)."""
    state = view.known.states.get(first)
    if state and state[0] < last and state[1].kind in {"demonym", "name"}:
        return state[0], state[1].iso3
    if view.low(first - 1) == "'s" and view.known.state_end.get(first - 1) is not None:
        return first, view.known.states[view.known.state_end[first - 1]][1].iso3
    closing = view.known.state_end.get(last)
    if closing is not None and closing > first and view.low(closing - 1) in {"of", "the"}:
        return first, view.known.states[closing][1].iso3
    return first, None


def _draft(view: View, registry: _Registry, c: _Candidate) -> Draft:
    words = view.words(c.first, c.last)
    row = c.row
    if row is None and c.first in view.known.organizations:
        last, found = view.known.organizations[c.first]
        row = found if last == c.last else None
    if row is not None:
        known = registry.by_name.get(plain(row["name"])) or registry.by_name.get(plain(words))
        draft = known or Draft("organization", row["name"])
        draft.country = draft.country or row["country"] or None
        draft.sector = row["sector"]
        registry.by_name[plain(row["name"])] = draft
        long = registry.bodies.long(words)
        if long != words and long:
            draft.add_form(long)
            draft.country = draft.country or registry.bodies.country(words)
    else:
        draft = _unknown(view, registry, c, words)
    if draft not in registry.cast.drafts:
        registry.cast.add(draft)
    _remember(view, registry, draft, c)
    return draft


def _unknown(view: View, registry: _Registry, c: _Candidate, words: str) -> Draft:
    core, country = _core(view, c.first, c.last)
    name = view.words(core, c.last)
    known = registry.by_name.get(plain(words))
    long = registry.bodies.long(words)
    if known is None and long and long != words:
        known = registry.by_name.get(plain(long))
        words = long
    country = country or registry.bodies.country(name)
    known = known or registry.by_key.get((plain(name), country))
    if known is None and country is None:
        owners = [d for (n, _), d in registry.by_key.items() if n == plain(name)]
        known = owners[0] if owners else None
    draft = known or Draft("organization", words, country=country)
    registry.by_key.setdefault((plain(name), draft.country), draft)
    body = view.known.body_end.get(c.last)
    for i in range(c.first, c.last):
        if i in view.known.bodies:
            body = i
    if draft.sector is None and body is not None and body in view.known.bodies:
        draft.sector = view.known.bodies[body][1]["sector"]
    if c.rule == "armed-group":
        draft.sector = draft.sector or "REB"
    return draft


def _remember(view: View, registry: _Registry, draft: Draft, c: _Candidate) -> None:
    words = view.words(c.first, c.last)
    draft.add_form(words)
    registry.by_name.setdefault(plain(words), draft)
    core, country = _core(view, c.first, c.last)
    if core > c.first:
        registry.by_key.setdefault((plain(view.words(core, c.last)), country), draft)


def _mention(view: View, registry: _Registry, draft: Draft, c: _Candidate, alias: bool) -> int:
    """Record the name, an acronym in parentheses after it, and the phrase around it."""
    draft.mention(*view.span(c.first, c.last))
    last = c.last
    if view.low(last) == "(" and view.low(last + 2) == ")" and view.atoms.words[last + 1].isupper():
        acronym = view.words(last + 1, last + 2)
        draft.add_form(acronym)
        draft.mention(*view.span(last + 1, last + 2))
        registry.by_name.setdefault(plain(acronym), draft)
        registry.bodies.learn(draft.name, acronym, draft.country)
        last += 3
    end = _phrase_end(view, last)
    first = c.first
    while first > 0 and view.low(first - 1) in PRAISE and end > last:
        first -= 1
    draft.mention(*view.span(first, end)) if end > last else None
    if not alias:
        draft.prove(*view.span(first, max(end, last)), c.rule, 0.85, _WHY[c.rule])
    return max(end, last)


def _phrase_end(view: View, last: int) -> int:
    """The end of "… terrorist group", "… officials" after an organisation's name."""
    at = last
    for _ in range(4):
        if not view.same_sentence(last - 1, at):
            return last
        low = view.low(at)
        if low in _STAFF or low in _GROUPS:
            return at + 1
        if low not in _GROUP_WORDS and not (at == last and view.atoms.capital(at)):
            return last
        at += 1
    return last
