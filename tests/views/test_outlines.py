from pathlib import Path

import pytest

from communique.lexicon.load import table
from communique.views.web.outlines import build, mainland, rings

INSIDE = [("NOR", 10.7, 59.9), ("COL", -74.1, 4.6), ("IRN", 51.4, 35.7), ("XKX", 21.1, 42.6)]


@pytest.mark.parametrize(("country", "lon", "lat"), INSIDE)
def test_a_capital_lies_in_its_country(country: str, lon: float, lat: float) -> None:
    found = set()
    for ring in rings():
        corners = list(ring.points())
        crossings = 0
        for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
            if (ay > lat) != (by > lat) and ax + (lat - ay) * (bx - ax) / (by - ay) > lon:
                crossings += 1
        if crossings % 2:
            found.add(ring.country)
    assert found == {country}


def test_the_box_of_a_ring_holds_its_corners() -> None:
    for ring in rings():
        lons, lats = zip(*ring.points(), strict=True)
        assert (min(lons), max(lons)) == (ring.west, ring.east)
        assert (min(lats), max(lats)) == (ring.south, ring.north)


def test_codes_are_those_of_the_lexicon() -> None:
    known = {row["iso3"] for row in table("states.tsv")}
    drawn = {ring.country for ring in rings()}
    assert len(drawn & known) > 190


def test_the_mainland_is_the_largest_part() -> None:
    land = mainland("USA")
    assert land is not None
    assert land.west < -120
    assert land.north < 50
    assert mainland("ZZZ") is None


def test_another_atlas_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "countries.json"
    other.write_text("{}")
    with pytest.raises(ValueError, match="world-atlas"):
        build(other)
