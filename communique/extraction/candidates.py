"""Where names of organisations stand: the lexicon's, the reader's, and those that a kind of body
or the word "group" gives away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from communique.extraction.known import word_set
from communique.extraction.modifiers import PRAISE
from communique.extraction.names import PARTICLES, glued
from communique.extraction.stage import speech_verbs
from communique.extraction.view import View
from communique.lexicon.gazetteer import look_up
from communique.lexicon.load import Row

GROUPS = word_set("group")
GROUP_KINDS = word_set("group-kind")
_EVENTS = word_set("event")
_INNER = frozenset({"of", "for", "and", "the", "&", "de", "del", "la", "on"})
_LOWER_KINDS = frozenset({"MIL", "SPY", "LEG", "JUD", "COP", "OPP", "REB"})
_LOWER_BODIES = word_set("lower-body")
_GENERIC = word_set("generic")
_PLACED = word_set("placed")


@dataclass(slots=True)
class Candidate:
    """A range of atoms that names an organisation, the rule that found it, the lexicon's entry."""

    first: int
    last: int
    rule: str
    row: Row | None = None


def find_candidates(view: View, taken: Callable[[int], bool]) -> list[Candidate]:
    """Organisations as ranges of atoms, none overlapping, in order."""
    found: dict[int, Candidate] = {}
    used: set[int] = set()

    def take(candidate: Candidate | None) -> None:
        if candidate is None:
            return
        atoms = range(candidate.first, candidate.last)
        if not any(i in used or taken(i) for i in atoms):
            found[candidate.first] = candidate
            used.update(atoms)

    for first, last in sorted(_group_lists(view)):
        take(Candidate(first, last, "armed-group"))
    for name in view.text.names:
        if name.type in {"organization", "misc", "facility"}:
            take(_from_reader(view, *view.atoms.inside(name.start, name.end), name.type))
    for first in sorted(view.known.bodies):
        take(_institution(view, first))
    for first, (last, row) in sorted(view.known.organizations.items()):
        if not (last - first == 1 and view.atoms.words[first].islower()):
            take(Candidate(first, last, "lexicon-organization", row))
    return sorted(found.values(), key=lambda c: c.first)


def _from_reader(view: View, first: int, last: int, kind: str) -> Candidate | None:
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
    if last - first == 1 and _mapped(view, first):
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
    return Candidate(first, last, "organization-name")


def _mapped(view: View, at: int) -> bool:
    """Whether a single word is the name of a place and stands as one ("the banks of the Danube").
    An acronym may well be both."""
    word = view.atoms.words[at]
    before = view.low(at - 2 if view.low(at - 1) == "the" else at - 1)
    placed = before in _PLACED and not view.token(at).deprel.startswith("nsubj")
    return placed and not word.isupper() and bool(look_up(word))


def _lexicon_inside(view: View, first: int, last: int) -> Candidate | None:
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
        return Candidate(i, end, "lexicon-organization", row)
    return None


def _institution(view: View, body: int) -> Candidate | None:
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
        if row["sector"] == "REB" and not view.low(end - 1).endswith("s"):
            allowed = False  # "the Chadian front" is where they fight, "Chadian rebels" are a group
        owned = state_first is not None or _speaks(view, first, body, last)
        if not owned or not allowed or (last < len(atoms) and atoms.capital(last)):
            return None  # "Zambia's opposition United Party" names the party
    elif words < 2 or all(view.low(i) in _GENERIC for i in range(first, last)):
        return None
    whole = known.states.get(first)
    if whole and whole[0] >= last:
        return None  # "Soviet Union"
    return Candidate(first, last, "institution")


def _speaks(view: View, first: int, body: int, last: int) -> bool:
    """Whether "the foreign ministry" says something: a body of the report's own country."""
    if view.low(first - 1) != "the" or view.known.portfolio_end.get(body) != first:
        return False
    token = view.token(last - 1)
    verb = view.text.tokens[token.head] if token.head >= 0 else None
    says = verb is not None and verb.lemma.lower() in speech_verbs()
    return token.deprel.startswith("nsubj") and says


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
        if after in view.in_person or (
            view.low(at) == "and" and after not in view.known.portfolios
        ):
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
        if low not in GROUPS or view.low(i - 1) not in GROUP_KINDS:
            continue
        at = i - 1
        while view.low(at - 1) in GROUP_KINDS:
            at -= 1
        while at > 0 and view.same_sentence(at - 1, i):
            last = _skip_parenthesis(view, at)
            first = _name_start(view, last)
            if first == last:
                break
            found.append(_trim_group(view, first, last))
            if low not in GROUPS or view.low(first - 1) not in {",", "and"}:
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
        if not ((view.atoms.capital(k) and view.low(k).isalpha()) or particle):
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
