"""Who is who across reports."""

from dataclasses import replace

import pytest

from communique.record.link import link
from tests.build import office, told
from tests.record.small import bearers, entity, holder


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Yelena Baranova", "RUS"), ("Elena Baranova", "RUS")),
        (("Sergey Morozov", "RUS"), ("Sergei Morozov", "RUS")),
        (("Mohammed al-Tikri", "IRQ"), ("Muhammad Tikri", "IRQ")),
        (("Samir Haddadin", "JOR"), ("Samir Hadaddin", "JOR")),
        (("William Hartnell", "GBR"), ("Bill Hartnell", "GBR")),
        (("Juan Ortega", "PER"), ("Juan Carlos Ortega", "PER")),
        (("Ana Ruiz", None), ("Ana Ruiz", "PER")),
        (("Marko Petrovic", "SRB"), ("Marko Petrovich", "SRB")),
        (("A. Ruiz", "PER"), ("Ana Ruiz", "PER")),
        (("Zoë Müller", "DEU"), ("Zoe Muller", "DEU")),
        (("Park Min-ho", "KOR"), ("Park Min Ho", "KOR")),
        (("Park Min-ho", "KOR"), ("Park", "KOR")),
        (("Ana Ruiz", "PER"), ("Ruiz", "PER")),
    ],
)
def test_two_names_are_one_person(
    one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    record = link([holder(*one), holder(*other)])
    assert entity(record, one[0]) == entity(record, other[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ivan Morozov", "RUS"), ("Igor Morozov", "RUS")),
        (("Ana Ruiz", "PER"), ("Ana Ruiz", "ESP")),
        (("Petr Ivanov", "RUS"), ("Petra Ivanova", "RUS")),
        (("Ruiz", "PER"), ("Ruiz", "ESP")),
        (("Park Min-ho", "KOR"), ("Park Soo-jin", "KOR")),
        (("Kim", "KOR"), ("Kim", "PRK")),
        (("E. Ruiz", "PER"), ("Ana Ruiz", "PER")),
        (("Mario Bossi", "ITA"), ("Maria Bossi", "ITA")),
        (("Oleg Moroz", "UKR"), ("Olga Moroz", "UKR")),
    ],
)
def test_two_names_are_two_people(
    one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    assert len(link([holder(*one), holder(*other)]).entities) == 2


def test_a_family_name_alone_does_not_choose_between_two_bearers() -> None:
    reads = [holder("Ivan Morozov", "RUS"), holder("Igor Morozov", "BLR"), holder("Morozov")]
    record = link(reads)
    assert len(record.entities) == 3
    unsure = [j for j in record.judgements if j.verdict == "unsure"]
    assert unsure


def test_the_office_chooses_between_two_bearers_of_a_family_name() -> None:
    reads = [
        holder("Ivan Morozov", "RUS", "admiral"),
        holder("Igor Morozov", "RUS", "envoy"),
        holder("Morozov", "RUS", "envoy"),
    ]
    assert entity(link(reads), "Morozov").name == "Igor Morozov"


def test_two_bearers_of_a_family_name_never_come_together_through_it() -> None:
    reads = [holder("Ivan Morozov", "RUS"), holder("Igor Morozov", "RUS"), holder("Morozov", "RUS")]
    record = link(reads)
    assert entity(record, "Ivan Morozov") != entity(record, "Igor Morozov")


def test_people_known_by_an_office_alone_are_not_one_person() -> None:
    reads = [
        told(f"{n}: the foreign minister spoke.")
        .actor("foreign minister", at="foreign minister", offices=[office("foreign minister")])
        .read()
        for n in range(3)
    ]
    assert bearers(link(reads), "foreign minister") == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ministry of Fisheries", "PER"), ("Peruvian Fisheries Ministry", "PER")),
        (("the River Commission", None), ("River Commission", None)),
        (("Economic Community of West African States", None), ("ECOWAS", None)),
        (("al-Fajr", None), ("Al Fajr", None)),
    ],
)
def test_two_names_are_one_organization(
    one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    reads = [
        told(f"{name} said so.").actor(name, type="organization", country=country).read()
        for name, country in (one, other)
    ]
    assert len(link(reads).entities) == 1


def test_who_is_only_described_is_of_one_report() -> None:
    reads = []
    for n in range(2):
        read = told(f"{n}: the opposition marched.").actor("opposition", type="group").read()
        (one,) = read.reading.actors
        one = replace(one, evidence=replace(one.evidence, rule="actor: described"))
        reads.append(replace(read, reading=replace(read.reading, actors=(one,))))
    assert bearers(link(reads), "opposition") == 2


def test_one_name_in_two_countries_is_two_organizations() -> None:
    reads = [
        told(f"Of {c}: Foreign Ministry.")
        .actor("Foreign Ministry", type="organization", country=c)
        .read()
        for c in ("PER", "CHL")
    ]
    assert bearers(link(reads), "Foreign Ministry") == 2


def test_a_person_is_called_by_the_full_name_that_most_reports_give() -> None:
    reads = [holder("Ruiz", "PER"), *(holder("Ana Ruiz", "PER", t) for t in ("a", "b"))]
    reads += [holder("Ruiz", "PER", t) for t in ("a", "b")]
    assert entity(link(reads), "Ruiz").name == "Ana Ruiz"


def test_a_place_without_a_number_joins_the_only_one_of_its_name() -> None:
    reads = []
    for n, number in enumerate((2306104, None)):
        report = told(f"{n}: in Accra.")
        report.where("Accra", country="GHA", geonameid=number)
        reads.append(report.read())
    assert bearers(link(reads), "Accra") == 1


def test_a_family_name_alone_is_of_no_one_where_two_of_one_country_bear_it() -> None:
    reads = [holder("Ivan Morozov", "RUS"), holder("Igor Morozov", "RUS"), holder("Morozov", "RUS")]
    assert len(link(reads).entities) == 3


def test_a_family_name_alone_is_of_the_bearer_whom_nearly_all_reports_name() -> None:
    reads = [holder("Ivan Morozov", "RUS", f"office {n}") for n in range(5)]
    reads += [holder("Igor Morozov", "RUS"), holder("Morozov", "RUS")]
    assert entity(link(reads), "Morozov").name == "Ivan Morozov"


def test_a_byname_in_common_makes_one_of_two_full_names() -> None:
    reads = [
        told(f"{name}, known as Halcon, spoke.")
        .actor(name, country="COL", aliases=("Halcon",))
        .read()
        for name in ("Rodrigo Lugo", "Teodoro Paz")
    ]
    assert len(link(reads).entities) == 1
