"""The country of officials of whom the report does not say it: "Foreign Minister NAME" in a report
from Khartoum. Press reports leave it out where it is their own; it is inferred, and said to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from communique.extraction.cast import Cast, Draft
from communique.extraction.description import Description
from communique.extraction.known import word_set
from communique.extraction.links import Links
from communique.extraction.view import View
from communique.model.findings import Place
from communique.model.report import Report

_SINGLE = frozenset({"head-of-state", "head-of-government", "foreign-minister", "monarch"})
_STATE = _SINGLE | {
    "royal",
    "vice-head-of-state",
    "deputy-head-of-government",
    "minister",
    "deputy-minister",
    "parliament",
    "deputy-foreign-minister",
}
_MET = frozenset({"igo-head", "secretary", "security-adviser", "military", "governor"})
_SPEAKS = frozenset({"spokesperson", "secretary"})
_SIDES = frozenset({"opposition", "government"})
_VISITS = word_set("visit")
_JOURNEYS = word_set("journey")
_ALONG = word_set("along")
_MEET = word_set("meet")
_MESSAGES = word_set("message")
_MODIFIES = frozenset({"compound", "amod", "nmod:unmarked"})
_REACH = 4  # sentences after the journey
_HELD = frozenset({"GOV", "LEG", "MIL", "SPY", "JUD"})
_BEFORE = word_set("locative")
_SCORE = 0.5
_BESIDE = frozenset({"title-name", "apposition"})


@dataclass(slots=True)
class Homes:
    """What tells whose officials a report may leave unsaid. `line` is the country of the dateline,
    `headline` the countries that its headlines name, those of counterparts left out; `told` those
    whose offices it names."""

    view: View
    cast: Cast
    line: str | None
    headline: list[str]
    told: frozenset[str | None]
    named: list[tuple[int, int]] = field(default_factory=list)

    def of(self, draft: Draft, d: Description, spoken: bool) -> tuple[str, str] | None:
        """The country of somebody's office, with the reason; None when it is doubtful.
        `spoken` is for offices in a body, which a city before them can tell."""
        home = self.at(d.first, spoken, d.former or (d.kind in _MET and not spoken))
        if home is None or (not d.former and self._held(draft, d, home[0])):
            return None
        return home

    def at(self, first: int, spoken: bool, bare: bool = False) -> tuple[str, str] | None:
        """The same for whatever is named at an atom; `bare` asks for the country visited alone."""
        fronted = self._fronted(first)
        if fronted and spoken and self._acts(fronted):
            return fronted, "the city that opens the sentence"
        sent = self._sent(first)
        if sent is not None:
            return sent, "whose envoy carries the message"
        visited = self._visited(first)
        if visited is not None:
            return visited, "the country visited"
        if bare:
            return None
        for country, why in self._of_report():
            away = self._others(first, country) or self._along(first) or self._moved(first, country)
            return None if away else (country, why)
        return None

    def _along(self, first: int) -> bool:
        """Whether an office is of one who came along with another: of his country, then."""
        at = first - 1
        while at >= 0 and self.view.same_sentence(at, first):
            if self.view.low(at) in _ALONG:
                return True
            at -= 1
        return False

    def _moved(self, first: int, country: str) -> bool:
        """Whether a sentence shortly before moved on to another state's city: "In Lima, the …"."""
        view, units = self.view, self.view.atoms.units
        for i, _ in reversed(self.named):
            if i < first and units[first] - units[i] <= _REACH and view.low(i - 1) == "in":
                opens = i == 1 or not view.same_sentence(i - 2, i - 1)
                if opens and view.known.states[i][1].kind == "capital":
                    return view.known.states[i][1].iso3 != country
        return False

    def _sent(self, first: int) -> str | None:
        """The country of who sends a message by an envoy, or of who gets it: "the Peruvian envoy
        handed over a letter from President NAME to Prime Minister NAME" under "Peru, Chile"."""
        view, at = self.view, first - 1
        to = view.low(at) == "to"
        while to and at > 0 and view.low(at) != "from" and view.same_sentence(at - 1, first):
            at -= 1
        if view.low(at) != "from" or view.low(at - 1) not in _MESSAGES:
            return None
        before = {
            view.known.states[i][1].iso3
            for i, _ in self.named
            if i < at and view.same_sentence(i, first)
        }
        if len(before) != 1:
            return None
        others = [country for country in self.headline if country not in before]
        if to:
            return others[0] if len(others) == 1 else None
        return next(iter(before))

    def _visited(self, first: int) -> str | None:
        """The country that somebody visits in the sentences before, for one whom he meets there."""
        if not self._met(first):
            return None
        units = self.view.atoms.units
        for i, last in reversed(self.named):
            if i >= first:
                continue
            if units[first] - units[i] > _REACH:
                return None
            state = self.view.known.states[i][1]
            if not state.iso3 or state.kind not in {"name", "capital"} or self._inside(i, last):
                continue
            if self._goal(i):
                return state.iso3
            if self._scene(i, last):
                return None  # they met elsewhere
        return None

    def _met(self, first: int) -> bool:
        """Whether an office stands where those stand whom a visitor meets: no subject, after a word
        of meeting, and not among those who came along."""
        view, head = self.view, self.view.text.head_of(*self.view.span(first, first + 1))
        if head is not None and view.text.tokens[head].deprel.startswith("nsubj"):
            return False
        met, along, at = False, False, first - 1
        while at >= 0 and view.same_sentence(at, first):
            low = view.low(at)
            met = met or low in _MEET
            if low in _ALONG and not along:
                return False
            along = along or (low in {"with", "by", "to"} and view.low(at - 1) not in _ALONG)
            at -= 1
        return met

    def _goal(self, i: int) -> bool:
        """Whether somebody visits a state or comes to its capital."""
        view, at = self.view, self._before(i)
        if view.low(at) not in {"to", "in", "into", "at"}:
            return view.low(at) in _VISITS
        return view.low(at - 1) in _JOURNEYS or view.low(at - 2) in _JOURNEYS

    def _scene(self, i: int, last: int) -> bool:
        """Whether what a sentence tells happens in a state."""
        if self.view.low(self._before(i)) not in {"in", "at"}:
            return False
        head = self.view.text.head_of(*self.view.span(i, last))
        return head is not None and self.view.text.tokens[head].deprel == "obl"

    def _inside(self, i: int, last: int) -> bool:
        """Whether a state's name only tells of which state a thing is: "visited a US base"."""
        head = self.view.text.head_of(*self.view.span(i, last))
        return head is not None and self.view.text.tokens[head].deprel in _MODIFIES

    def _before(self, i: int) -> int:
        at = i - 1
        while self.view.low(at) in {"the", "neighbouring", "neighboring"}:
            at -= 1
        return at

    def _of_report(self) -> list[tuple[str, str]]:
        if self.line and (self.line in self.headline or not self.headline):
            return [(self.line, "the dateline")] if self._acts(self.line) else []
        if len(self.headline) != 1 or (self.line and self._officials(self.line)):
            return []
        return [(self.headline[0], "the only state of the headline")]

    def _acts(self, country: str) -> bool:
        """Whether the report speaks of the state itself: a city of conferences is nobody's home."""
        return self._named(country) or country in self.told

    def _named(self, country: str) -> bool:
        return any(d.country == country for d in self.cast.of_type("state"))

    def _officials(self, country: str) -> bool:
        return any(d.country == country and d.offices for d in self.cast.of_type("person"))

    def _held(self, draft: Draft, d: Description, country: str) -> bool:
        """Whether somebody else has the one such office of a country."""
        title = d.title.casefold()
        return d.kind in _SINGLE and any(
            office.country == country
            and office.title.casefold() == title
            and not office.former
            and bool(office.body) == bool(d.body)
            for other in self.cast.of_type("person")
            if other is not draft
            for office in other.offices
        )

    def _others(self, first: int, country: str) -> bool:
        """Whether another state is named before the office in its sentence, or in the one before
        where the report names the state itself nowhere."""
        view, at = self.view, first - 1
        units = view.atoms.units
        since = units[first] - (0 if self._named(country) else 1)
        while at >= 0 and units[at] >= since:
            found = view.known.states.get(at)
            if found and found[1].iso3 not in {None, country}:
                return True
            at -= 1
        return False

    def _fronted(self, first: int) -> str | None:
        """The country of CITY in "In CITY, the …" right before an office."""
        view = self.view
        start = first
        while start > 0 and view.same_sentence(start - 1, first):
            start -= 1
        found = view.known.states.get(start + 1)
        if view.low(start) != "in" or found is None or view.low(found[0]) != ",":
            return None
        return found[1].iso3 if first - found[0] <= 2 else None


def homes_of(
    view: View,
    report: Report,
    places: tuple[Place, ...],
    cast: Cast,
    descriptions: list[Description],
) -> Homes:
    """What a report tells about whose officials are its own."""
    line = next((p.country for p in places if p.role == "dateline" and p.country), None)
    beside = {s.iso3 for d in descriptions if d.kind == "counterpart" for s in d.states}
    titles = [(s.start, s.end) for s in report.segments if s.kind == "title"]
    named: dict[str, None] = {}
    for i, (last, state) in sorted(view.known.states.items()):
        start, end = view.span(i, last)
        inside = any(a <= start and end <= b for a, b in titles)
        placed = state.kind == "capital" and view.low(i - 1) in _BEFORE
        if inside and state.iso3 and not placed and state.iso3 not in beside:
            named[state.iso3] = None
    states = sorted((i, last) for i, (last, _) in view.known.states.items())
    told = frozenset(s.iso3 for d in descriptions for s in d.states)
    return Homes(view, cast, line, list(named), told, states)


def settle_homes(homes: Homes, people: dict[int, Draft], links: Links) -> None:
    """Give the holders of offices of state that have no country the one that is left unsaid."""
    told = {id(draft) for draft in people.values() if draft.country}
    for first, found in sorted(links.items()):
        draft = people.get(first)
        if draft is None or id(draft) in told:
            continue
        for d, rule in found:
            spoken = _speaks(d)
            if rule not in _BESIDE or not (spoken or _of_state(d)):
                continue
            home = homes.of(draft, d, spoken)
            if home is not None and draft.country in {None, home[0]}:
                _give(draft, *home)


def settle_ministries(homes: Homes, organizations: dict[int, Draft]) -> None:
    """Give ministries that are named without their state the country that is left unsaid."""
    for first, draft in sorted(organizations.items()):
        evidence = draft.evidence
        bare = draft.name.casefold().endswith(" ministry") and draft.country is None
        if not bare or evidence is None or draft.sector not in _HELD:
            continue
        home = homes.at(first, True)
        if home is not None:
            draft.country = home[0]
            why = f"{evidence.why}; its country is inferred from {home[1]}"
            draft.evidence = replace(evidence, score=_SCORE, why=why)


def _speaks(d: Description) -> bool:
    """Whether somebody speaks for a ministry or another body of a state."""
    row: Mapping[str, str] = d.body_row or {}
    sector = row.get("sector") in _HELD and "name" not in row
    return d.kind in _SPEAKS and not d.states and not d.former and bool(d.body) and sector


def _of_state(d: Description) -> bool:
    """Whether an office is of a state and nothing says of which."""
    if d.states or d.owner is not None or d.owner_name is not None or d.country:
        return False
    body = (d.body or "").casefold()
    row: Mapping[str, str] = d.body_row or {}
    if body in _SIDES:
        return True
    if d.body and (row.get("sector") not in _HELD or "name" in row):
        return False
    return d.kind in _STATE | _MET and d.determiner not in {"a", "an", "another", "'s"}


def _give(draft: Draft, country: str, why: str) -> None:
    draft.country = country
    current = any(not office.former for office in draft.offices)
    for n, office in enumerate(draft.offices):
        if office.country or (office.former and current):
            continue
        told = f"{office.evidence.why}; its country is inferred from {why}"
        evidence = replace(office.evidence, score=_SCORE, why=told)
        draft.offices[n] = replace(office, country=country, evidence=evidence)
