"""What a report says of itself."""

import pytest

from communique.intake.metadata import stated_time
from communique.intake.reports import from_text
from communique.model.report import Report

BODY = """Foreign Minister Anna Berg met her counterpart Omar Haddad in Oslo on Monday for talks.

The two ministers discussed fisheries, trade and the border, a spokesman said."""


def read(head: str = "", tail: str = "", dateline: str = "") -> Report:
    parts = [head, "Ministers meet in Oslo for talks", dateline + BODY, tail]
    return from_text("\n\n".join(part for part in parts if part), "x")


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Fjord Review is not responsible for the content of external sites.", "Fjord Review"),
        ("The Fjord Project is not responsible for quoted articles.", "The Fjord Project"),
        ("© 2020 Fjord Review. All rights reserved.", "Fjord Review"),
        ("Copyright © 2001-2020 by Fjord Review", "Fjord Review"),
        ("(c) 2019 News.Example All Rights Reserved", "News.Example"),
        ("All rights reserved by The Daily Fjord", "The Daily Fjord"),
        ("This article first appeared in Fjord Review.", "Fjord Review"),
        ("The views expressed do not reflect the position of Fjord Review.", "Fjord Review"),
        ("The views expressed are the author's own.", None),
        ("All rights reserved.", None),
        ("This article was first published on May 3, 1998.", None),
        ("© Reuters / Jonas Lie", None),
        ("", None),
    ],
)
def test_the_outlet_is_who_says_so(line: str, outlet: str | None) -> None:
    assert read(tail=line).outlet == outlet


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("PANA/GNA", ("PANA", "GNA")),
        ("Source: Reuters", ("Reuters",)),
        ("Source: Xinhua News Agency / Montsame", ("Xinhua", "Montsame")),
        ("Source: Islamic Republic News Agency", ("IRNA",)),
        ("(With inputs from PTI)", ("PTI",)),
        ("Source: Fjord Monitor", ("Fjord Monitor",)),
        ("Source: News Agencies", ()),
        ("(Agencies)", ()),
        ("AB/CD", ()),
        ("(Reporting by Jane Doe; Editing by John Roe)", ()),
        ("Photo: Reuters", ()),
        ("Getty Images", ()),
    ],
)
def test_the_agencies_that_a_credit_names(line: str, agencies: tuple[str, ...]) -> None:
    assert read(tail=line).agencies == agencies


def test_the_datelines_agency_comes_first() -> None:
    report = read(dateline="OSLO, May 3 (NTB) – ", tail="TT/NTB")
    assert report.agencies == ("NTB", "TT")


def test_an_agency_named_in_the_prose_did_not_write_the_report() -> None:
    assert (
        from_text(f"Ministers meet\n\n{BODY}\n\nThey agreed, Reuters reported.", "x").agencies == ()
    )


def test_the_dateline_is_kept_with_its_place_date_and_agency() -> None:
    report = read(dateline="OSLO, May 3 (NTB) – ")
    assert report.dateline is not None
    assert (report.dateline.place, report.dateline.date, report.dateline.agency) == (
        "OSLO",
        "XXXX-05-03",
        "NTB",
    )
    assert report.text[report.dateline.start : report.dateline.end] == "OSLO, May 3 (NTB) –"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By Jane Doe and John Roe | 3 May 1998", "Jane Doe and John Roe"),
        ("By Jane Doe, Reuters", "Jane Doe"),
        ("Author: Jane Doe", "Jane Doe"),
        ("By Staff Writer", None),
        ("By Reuters", None),
        ("3 May 1998", None),
    ],
)
def test_the_author(line: str, author: str | None) -> None:
    assert read(head=line).author == author


@pytest.mark.parametrize(
    ("head", "dateline", "tail", "start", "basis"),
    [
        ("Mar 28, 2007, 10:16\u202fPM", "", "", "2007-03-28T22:16", "stated"),
        ("", "OSLO, May 3 (NTB) – ", "", "XXXX-05-03", "dateline"),
        ("", "OSLO, May 3, 1998 (NTB) – ", "", "1998-05-03", "stated"),
        ("4 May 1998", "OSLO, May 3 (NTB) – ", "", "1998-05-04", "stated"),
        ("Published: 3 May 1998\n\nUpdated: 5 May 1998", "", "", "1998-05-03", "stated"),
        ("Updated: 5 May 1998", "", "Published: 3 May 1998", "1998-05-03", "stated"),
        ("Updated: 5 May 1998", "", "", "1998-05-05", "stated"),
        ("", "", "Published in Fjord Mirror, May 3rd, 1998", "1998-05-03", "stated"),
        ("", "", "Related news\n\n3 May 1998\n\nBerg in Kyiv", None, None),
        ("", "OSLO – ", "", None, None),
    ],
)
def test_the_day_of_publication(
    head: str, dateline: str, tail: str, start: str | None, basis: str | None
) -> None:
    published = read(head, tail, dateline).published
    assert (published and published.start, published and published.basis) == (start, basis)


def test_the_day_of_publication_points_at_its_words() -> None:
    report = read(head="Posted on Tuesday, 3 May 1998 at 10:15")
    assert report.published is not None
    assert report.published.text is not None
    start, end = report.published.text
    assert report.text[start:end] == "Tuesday, 3 May 1998 at 10:15"


def test_a_date_given_apart_must_have_its_year() -> None:
    assert stated_time("3 May", "the line") is None
    found = stated_time("1998-05-03T10:15:00+02:00", "the line's own date")
    assert found is not None
    assert (found.start, found.text, found.why) == (
        "1998-05-03T10:15",
        None,
        "stated in the line's own date",
    )
