"""An actor's offices over time: a bar for each, with the reports that show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from communique.model.record import OfficeRow
from communique.store.answers import Known, OfficeTelling
from communique.views.web.axis import Tick, axis_over, day
from communique.views.web.words import cite, when


@dataclass(frozen=True, slots=True)
class Report:
    """A report on the line of an office: `x` in per cent of the width, `former` where it shows the
    office as no longer held, `inferred` where its own day is."""

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
                reports=tuple(
                    _report(axis.x(d), telling, known) for d, telling in _once(dated) if axis
                ),
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


def _once(dated: list[tuple[date, OfficeTelling]]) -> list[tuple[date, OfficeTelling]]:
    """One telling a report, held before former."""
    ordered = sorted(dated, key=lambda d: (d[0], d[1].evidence.report, d[1].former))
    return list({telling.evidence.report: (d, telling) for d, telling in ordered[::-1]}.values())[
        ::-1
    ]


def _report(x: float, telling: OfficeTelling, known: Known) -> Report:
    card = known.reports.get(telling.evidence.report)
    outlet = (card.outlet or card.source.split("/")[-1]) if card else telling.evidence.report
    inferred = telling.published is not None and telling.published.basis == "inferred"
    return Report(
        x=x,
        href=cite(telling.evidence),
        label=f"{when(telling.published)}{' (inferred)' if inferred else ''}, {outlet}: "
        f"“{telling.evidence.text}”{', as former' if telling.former else ''}",
        former=telling.former,
        inferred=inferred,
    )
