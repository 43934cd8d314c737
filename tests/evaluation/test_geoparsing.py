"""Places: what the scorer takes for gold, what it matches, and what it calls right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evaluation import geoparsing
from evaluation.geoparsing import Found, match, recognition, resolution
from evaluation.toponyms import Document, Toponym, country, distance, held, read

GWN = """<articles><article file="0"><text>Peruvian boats left Lima.</text><toponyms>
<toponym><extractedName>Peruvian</extractedName><normalisedName>Peru</normalisedName>
<type>Non_Literal_Modifier</type><modifierType>Adjective</modifierType><start>0</start>
<end>8</end><geonamesID>3932488</geonamesID><latitude>-10.0</latitude><longitude>-76.0</longitude>
</toponym><toponym><extractedName>boats</extractedName><type>Literal_Expression</type>
<start>9</start><end>14</end></toponym></toponyms></article></articles>"""

LGL = """<articles><article docid="1"><text>Lima burned.</text><toponyms><toponym>
<start>0</start><end>4</end><phrase>Lima</phrase><gaztag geonameid="4516990"><name>Lima</name>
<fcode>PPL</fcode><lat>40.74</lat><lon>-84.1</lon><country>United States</country></gaztag>
</toponym></toponyms></article></articles>"""


def toponym(start: int, end: int, **more: Any) -> Toponym:
    given: dict[str, Any] = {
        "kind": "Literal",
        "names": ("Lima",),
        "point": (-12.04, -77.03),
        "geonameid": 3936456,
        "country": "",
        "feature": "",
    }
    return Toponym(start, end, **(given | more))


def place(start: int, end: int, **more: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "name": "Lima",
        "country": "PER",
        "lat": -12.0,
        "lon": -77.0,
        "geonameid": 3936456,
        "feature": "PPLC",
        "role": "topic",
    }
    return given | {"span": [start, end]} | more


def test_of_geowebnews_only_what_has_a_point_is_gold(tmp_path: Path) -> None:
    path = tmp_path / "gold.xml"
    path.write_text(GWN)
    (document,) = read(path)
    (found,) = document.toponyms
    assert (found.kind, found.names) == ("Non_Literal_Modifier adjective", ("Peruvian", "Peru"))
    assert (found.point, found.geonameid) == ((-10.0, -76.0), 3932488)
    assert document.apart == ((9, 14, "Literal_Expression"),)


def test_lgl_gives_the_record_of_a_toponym(tmp_path: Path) -> None:
    path = tmp_path / "gold.xml"
    path.write_text(LGL)
    ((found,),) = (d.toponyms for d in read(path))
    assert (found.geonameid, found.point, country(found)) == (4516990, (40.74, -84.1), "USA")


def test_the_same_stretch_is_matched_before_one_near_by() -> None:
    assert match([toponym(0, 4), toponym(6, 10)], [place(6, 10), place(0, 4)]) == [(0, 1), (1, 0)]


@pytest.mark.parametrize(("start", "end", "pairs"), [(0, 10, [(0, 0)]), (20, 24, [])])
def test_middles_may_differ_by_less_than_ten_characters(
    start: int, end: int, pairs: list[tuple[int, int]]
) -> None:
    assert match([toponym(0, 4)], [place(start, end)]) == pairs


def test_exact_recognition_wants_the_same_characters() -> None:
    documents = [Document("", (toponym(0, 4), toponym(30, 34)))]
    figures = recognition(documents, [{"places": [place(0, 4), place(29, 34)]}])
    assert (figures["F1"], figures["F1 exact"]) == (100.0, 50.0)


@pytest.mark.parametrize(
    ("found", "near"),
    [
        (place(0, 4), 100.0),
        (place(0, 4, lat=10.0), 100.0),
        (place(0, 4, lat=10.0, geonameid=1), 0.0),
        (place(0, 4, lat=None, lon=None, geonameid=None), 0.0),
    ],
)
def test_one_number_is_one_place_wherever_its_point_lies(
    found: dict[str, Any], near: float
) -> None:
    assert resolution([Found(toponym(0, 4), found)])["within 161 km"] == near


def test_what_the_gazetteer_lacks_is_counted_apart() -> None:
    lost = toponym(0, 4, names=("Xyzzyville",), geonameid=None, point=(-12.0, -77.0))
    figures = resolution([Found(lost, place(0, 4)), Found(toponym(0, 4), place(0, 4))])
    assert (figures["not in the gazetteer"], figures["found with a point in the gold"]) == (1, 2)


def test_a_place_is_held_under_its_name_alone() -> None:
    assert held(toponym(0, 4))
    assert not held(toponym(0, 4, names=("Quito",)))


def test_the_country_is_that_of_the_nearest_town() -> None:
    assert country(toponym(0, 4, geonameid=None)) == "PER"


def test_a_sea_lies_in_no_country() -> None:
    assert country(toponym(0, 4, names=("Red Sea",), geonameid=None)) is None


def test_distances_are_in_kilometres() -> None:
    assert round(distance((0.0, 0.0), (0.0, 1.0))) == 111


@pytest.mark.parametrize(
    ("gold", "found", "name"),
    [
        (
            toponym(0, 4),
            place(0, 4, lat=40.0, country="USA", geonameid=1, feature="PPL"),
            "country",
        ),
        (toponym(0, 4), place(0, 4, lat=-1.0, geonameid=1, feature="PPL"), "same"),
        (toponym(0, 4), place(0, 4, lat=None, geonameid=1), "no point"),
        (toponym(0, 4), place(0, 4, lat=40.0, geonameid=1, feature="PCLI"), "state"),
    ],
)
def test_wrong_places_are_sorted_by_what_they_are(
    gold: Toponym, found: dict[str, Any], name: str
) -> None:
    assert geoparsing._why_wrong(Found(gold, found)) == name


@pytest.mark.parametrize(
    ("gold", "names", "why"),
    [
        (toponym(0, 4, kind="Literal adjective"), [], "adjective"),
        (toponym(0, 4, kind="Embedded_Literal"), [], "Embedded"),
        (toponym(0, 4), [{"start": 0, "end": 9, "type": "organization"}], "Embedded"),
        (toponym(0, 4), [{"start": 0, "end": 4, "type": "organization"}], "organization"),
        (toponym(0, 4), [{"start": 0, "end": 4, "type": "nationality"}], "adjective"),
        (toponym(0, 4), [], "known"),
        (toponym(0, 4, names=("Xyzzyville",)), [], "unknown"),
    ],
)
def test_missed_toponyms_are_sorted_by_why(
    gold: Toponym, names: list[dict[str, Any]], why: str
) -> None:
    assert geoparsing._why_missed(gold, {"names": names, "places": []}) == why
