"""Small worlds for the tests of linking: invented envoys, capitals and talks."""

from __future__ import annotations

from communique.model.identity import Entity, Occurrence
from communique.model.record import ReadReport, Record
from tests.build import Told, office, told

ACCRA = {"country": "GHA", "lat": 5.56, "lon": -0.2, "geonameid": 2306104, "feature": "PPLC"}
LIMA = {"country": "PER", "lat": -12.04, "lon": -77.03, "geonameid": 3936456, "feature": "PPLC"}


def meeting(
    words: str,
    people: dict[str, str],
    time: str | None = None,
    place: str | None = None,
    published: str | None = None,
    **more: object,
) -> Told:
    """A report of one meeting; people with their countries, the meeting on the report's "met"."""
    report = told(words, published=published)
    for name, country in people.items():
        report.actor(name, country=country)
    known = {"Accra": ACCRA, "Lima": LIMA}
    if place is not None:
        report.where(place, **known.get(place, {}))
    report.event(at="met", actors=list(people), time=time, place=place, **more)
    return report


LIND, ADE = {"Maria Lind": "SWE"}, {"Okoro Ade": "NGA"}


def two_tellings() -> list[ReadReport]:
    """A dated report and an undated one that tell one meeting, each of the Lake talks too."""
    first = meeting(
        "ACCRA, May 4 - Maria Lind and Okoro Ade met in Accra on Tuesday, officials said. "
        "Ghana and Togo are guarantors of the Lake talks with Benin.",
        LIND | ADE,
        time="2011-05-03",
        place="Accra",
        published="2011-05-04",
    ).states(Ghana="GHA", Togo="TGO", Benin="BEN")
    first.talks(
        "Lake talks", at="Lake talks", roles=[("Ghana", "guarantor"), ("Togo", "guarantor")]
    )
    second = meeting(
        "When the two met on Tuesday, Minister Lind thanked her host. "
        "Togo and Ghana, which began the Lake peace process, welcomed it, as did Benin.",
        LIND | ADE,
        time="XXXX-WXX-2",
    ).states(Ghana="GHA", Togo="TGO", Benin="BEN")
    second.talks(
        "Lake peace process", at="Lake peace", roles=[("Ghana", "initiator"), ("Togo", "initiator")]
    )
    return [first.read(), second.read()]


def entity(record: Record, name: str) -> Entity:
    """The one entity that bears a name."""
    (found,) = [e for e in record.entities if name in (e.name, *e.aliases)]
    return found


def bearers(record: Record, name: str) -> int:
    """How many entities bear a name."""
    return len([e for e in record.entities if name in (e.name, *e.aliases)])


def meetings(record: Record) -> list[Occurrence]:
    """The meetings of a record."""
    return [o for o in record.occurrences if o.type == "CONSULT"]


def holder(name: str, country: str | None = None, title: str | None = None) -> ReadReport:
    """A report that names one person, with an office or without."""
    offices = [office(title, country=country)] if title else []
    return (
        told(f"{name} spoke ({country}, {title}).")
        .actor(name, country=country, offices=offices)
        .read()
    )
