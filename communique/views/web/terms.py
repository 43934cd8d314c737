"""An actor's offices over time: a bar for each, with the reports that show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.model.record import OfficeRow
from communique.store.answers import Known, OfficeTelling
from communique.views.web.axis import Axis, Tick, axis_over, day
from communique.views.web.words import cite, when


@dataclass(frozen=True, slots=True)
class Report:
    """A day's reports on the line of an office, led to by the first: `x` in per cent of the width,
    `former` where they show it as no longer held, `inferred` where their own day is."""

    x: float
    href: str
    label: str
    former: bool
    inferred: bool


@dataclass(frozen=True, slots=True)
class Term:
    """An office. `left` and `width` of its bar in per cent: from the first to the last report that
    shows it held, no bar where fewer than two days do; `undated` counts reports without a day."""

    office: OfficeRow
    told: tuple[OfficeTelling, ...]
    reports: tuple[Report, ...]
    left: float
    width: float
    href: str
    undated: int
    former: bool
    acting: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """Offices over time, the earliest first, those without a day last; no ticks without a day."""

    rows: tuple[Term, ...]
    ticks: tuple[Tick, ...]


def terms(offices: Sequence[OfficeRow], told: Sequence[OfficeTelling], known: Known) -> Terms:
    """The offices of an actor on one line of time."""
    axis = axis_over(d for telling in told if (d := day(telling.published)))
    rows = []
    for office in offices:
        own = tuple(telling for telling in told if telling.office == office.id)
        dated = [(d, telling) for telling in own if (d := day(telling.published))]
        held = [axis.x(d) for d, telling in dated if axis and not telling.former]
        rows.append(
            Term(
                office=office,
                told=own,
                reports=tuple(_reports(axis, dated, known)) if axis else (),
                left=min(held, default=0.0),
                width=round(max(held) - min(held), 2) if held else 0.0,
                href=cite(office.evidence[0]) if office.evidence else "",
                undated=len({t.evidence.report for t in own if day(t.published) is None}),
                former=bool(own) and all(telling.former for telling in own),
                acting=any(telling.acting for telling in own),
            )
        )
    rows.sort(key=lambda row: (not row.reports, row.office.start or row.office.end or ""))
    return Terms(tuple(rows), axis.ticks if axis else ())


def _reports(axis: Axis, dated: list[tuple[date, OfficeTelling]], known: Known) -> Iterator[Report]:
    """One dot for the reports of a day."""
    days: dict[tuple[float, bool, bool], dict[str, OfficeTelling]] = {}
    for then, telling in sorted(dated, key=lambda d: (d[0], d[1].evidence.report)):
        kind = (axis.x(then), telling.former, _inferred(telling))
        days.setdefault(kind, {}).setdefault(telling.evidence.report, telling)
    for (x, _, _), told in sorted(days.items(), key=lambda day: (day[0][0], not day[0][2])):
        first, *others = told.values()
        found = _report(x, first, known)
        more = f"; and {len(others)} more report{'s' if len(others) > 1 else ''}" if others else ""
        yield replace(found, label=found.label + more)


def _inferred(telling: OfficeTelling) -> bool:
    return telling.published is not None and telling.published.basis == "inferred"


def _report(x: float, telling: OfficeTelling, known: Known) -> Report:
    card = known.reports.get(telling.evidence.report)
    outlet = (card.outlet or card.source.split("/")[-1]) if card else telling.evidence.report
    inferred = _inferred(telling)
    return Report(
        x=x,
        href=cite(telling.evidence),
        label=f"{when(telling.published)}{' (inferred)' if inferred else ''}, {outlet}: "
        f"“{telling.evidence.text}”{', as former' if telling.former else ''}",
        former=telling.former,
        inferred=inferred,
    )
