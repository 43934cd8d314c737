"""The cast of a report while it is being gathered: one draft an actor."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.model.findings import Actor, Evidence, Mention, Office


@dataclass(slots=True, eq=False)
class Draft:
    """An actor in the making. `forms` are its names as the text writes them, `spans` its mentions
    as characters, `kinds` the classes of its offices (see offices.tsv)."""

    type: str
    name: str
    forms: list[str] = field(default_factory=list)
    country: str | None = None
    sector: str | None = None
    rank: str | None = None
    gender: str | None = None
    rank_sector: str | None = None
    offices: list[Office] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    past: set[str] = field(default_factory=set)
    office_kinds: list[str] = field(default_factory=list)
    members: list[Draft] = field(default_factory=list)
    spans: dict[tuple[int, int], None] = field(default_factory=dict)
    evidence: Evidence | None = None
    named: bool = True

    def mention(self, start: int, end: int) -> None:
        """Record a mention; the same characters twice are one."""
        self.spans[(start, end)] = None

    def prove(self, start: int, end: int, rule: str, score: float, why: str) -> None:
        """Keep the fullest evidence: the longest span, the first of equals."""
        old = self.evidence
        if old is None or end - start > old.end - old.start:
            self.evidence = Evidence(start, end, rule, score, why)

    def add_form(self, form: str) -> None:
        """Keep a name as the text writes it."""
        if form and form not in self.forms:
            self.forms.append(form)

    def add_office(self, office: Office, kind: str) -> None:
        """Keep an office once: the same title is told more fully by the one with more fields."""
        if not office.former:
            self.kinds.add(kind)
        else:
            self.past.add(kind)
        for i, old in enumerate(self.offices):
            if _same_office(old, office, self.office_kinds[i] == kind):
                if _fullness(office) > _fullness(old):
                    self.offices[i] = office
                return
        self.offices.append(office)
        self.office_kinds.append(kind)


def _same_office(left: Office, right: Office, one_kind: bool) -> bool:
    if left.former != right.former:
        return False
    short, long = sorted((left.title.casefold(), right.title.casefold()), key=len)
    part = long.startswith(f"{short} ") or long.endswith(f" {short}")
    if short != long and not (one_kind and part):
        return False
    a, b = (left.body or "").casefold(), (right.body or "").casefold()
    if a and b and a not in b and b not in a:
        return False
    return not (left.country and right.country) or left.country == right.country


def _fullness(office: Office) -> int:
    told = sum(map(bool, (office.body, office.country)))
    return told * 100 + len(office.title) + len(office.body or "")


@dataclass(slots=True)
class Cast:
    """All drafts of a report."""

    drafts: list[Draft] = field(default_factory=list)

    def add(self, draft: Draft) -> Draft:
        """Take a draft in."""
        self.drafts.append(draft)
        return draft

    def of_type(self, kind: str) -> list[Draft]:
        """The drafts of one type."""
        return [draft for draft in self.drafts if draft.type == kind]

    def finish(self) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
        """Actors in order of first mention (those with none are dropped) and mentions by start."""
        kept = [draft for draft in self.drafts if draft.spans and draft.evidence]
        kept.sort(key=lambda d: (min(d.spans), d.type, d.name))
        index = {id(draft): i for i, draft in enumerate(kept)}
        mentions = sorted(
            (start, end, index[id(draft)]) for draft in kept for start, end in draft.spans
        )
        actors = tuple(_actor(draft, index) for draft in kept)
        return actors, tuple(Mention(*m) for m in mentions)


def _actor(draft: Draft, index: dict[int, int]) -> Actor:
    assert draft.evidence is not None
    aliases = tuple(form for form in draft.forms if form != draft.name)
    members = tuple(sorted({index[id(m)] for m in draft.members if id(m) in index}))
    return Actor(
        name=draft.name,
        type=draft.type,
        evidence=draft.evidence,
        aliases=aliases,
        country=draft.country,
        sector=draft.sector,
        rank=draft.rank,
        offices=tuple(draft.offices),
        members=members,
    )
