import math

import pytest

from communique.store.answers import PlaceMention
from communique.views.web import maps
from communique.views.web.maps import Frame, clip, frame_of, lands_in, map_of


def mention(name: str, lat: float | None, lon: float | None, **more: object) -> PlaceMention:
    given: dict[str, object] = {
        "report": "r1", "start": 3, "end": 3 + len(name), "text": name, "entity": f"e-{name}",
        "name": name, "country": "NOR", "lat": lat, "lon": lon, "geonameid": 1,
        "feature": "PPL", "role": "venue", "why": None,
    }  # fmt: skip
    return PlaceMention(**(given | more))  # type: ignore[arg-type]


OSLO = mention("Oslo", 59.9, 10.7)
BERGEN = mention("Bergen", 60.4, 5.3)
SUVA, APIA = mention("Suva", -18.1, 178.4), mention("Apia", -13.8, -171.8)
NORWAY = mention("Norway", 61.0, 9.0, feature="PCLI")


def drawn(*mentions: PlaceMention) -> maps.Map:
    found = map_of(mentions)
    assert found is not None
    return found


def test_without_places_there_is_no_map() -> None:
    assert map_of([]) is None


def test_mentions_of_one_place_are_one_dot() -> None:
    (spot,) = drawn(OSLO, mention("Oslo", 59.9, 10.7, start=90, end=94, role="topic")).spots
    assert spot.roles == (("venue", 1), ("topic", 1))
    assert spot.title == "Oslo, Norway: venue 1, topic 1"
    assert spot.href == "/reports/r1?cite=3-7#cited"


def test_more_mentions_make_a_larger_dot() -> None:
    again = [mention("Oslo", 59.9, 10.7, start=n) for n in (20, 40, 60)]
    oslo, bergen = drawn(OSLO, *again, BERGEN).spots
    assert oslo.r > bergen.r


def test_west_is_left_and_north_is_above() -> None:
    found = {spot.name: spot for spot in drawn(OSLO, BERGEN).drawn}
    oslo, bergen = found["Oslo"], found["Bergen"]
    assert oslo.x is not None
    assert bergen.x is not None
    assert bergen.x < oslo.x
    assert (bergen.y or 0) < (oslo.y or 0)


@pytest.mark.parametrize(
    "places",
    [[OSLO], [OSLO, BERGEN], [SUVA, APIA], [OSLO, SUVA], [NORWAY], [mention("P", -89.9, 0)]],
)
def test_every_place_lies_on_the_map(places: list[PlaceMention]) -> None:
    found = drawn(*places)
    assert maps.WIDE * 0.4 < found.height < maps.WIDE * 0.9
    assert len(found.drawn) == len(places)
    for spot in found.drawn:
        assert 0 <= (spot.x or 0) <= maps.WIDE
        assert 0 <= (spot.y or 0) <= found.height


def test_two_towns_across_the_date_line_are_neighbours() -> None:
    frame = frame_of(drawn(SUVA, APIA).spots)
    assert frame.east - frame.west < 40


def test_one_town_is_shown_with_its_neighbourhood() -> None:
    frame = frame_of(drawn(OSLO).spots)
    assert frame.north - frame.south >= maps.LEAST


def test_a_country_alone_is_shown_whole_and_marked() -> None:
    found = drawn(NORWAY)
    frame = frame_of(found.spots)
    assert frame.south < 58.1
    assert frame.north > 71
    assert [land.country for land in found.lands if land.named] == ["NOR"]


def test_a_degree_is_as_long_to_the_north_as_to_the_east_in_the_middle() -> None:
    right, up = Frame(0, 50, 20, 60).scale
    assert right / up == pytest.approx(math.cos(math.radians(55)))


def test_a_place_without_coordinates_is_told_and_not_drawn() -> None:
    found = drawn(OSLO, mention("Old Mill", None, None))
    assert [spot.name for spot in found.drawn] == ["Oslo"]
    assert [spot.name for spot in found.spots] == ["Oslo", "Old Mill"]
    assert drawn(mention("Old Mill", None, None)).height == 0


def test_labels_do_not_overlap() -> None:
    crowd = [mention(f"Town {n}", 50 + n / 50, 8 + n / 50, start=n) for n in range(12)]
    boxes = []
    for spot in drawn(*crowd).drawn:
        if spot.anchor:
            wide = len(spot.name) * maps.LETTER
            left = {"start": 0.0, "middle": wide / 2, "end": wide}[spot.anchor]
            boxes.append((spot.label_x - left, spot.label_y - 10, wide))
    assert boxes
    for number, (x, y, wide) in enumerate(boxes):
        for x2, y2, wide2 in boxes[number + 1 :]:
            assert abs(y - y2) >= 13.9 or x + wide <= x2 or x2 + wide2 <= x


def test_the_countries_around_are_drawn_inside_the_picture() -> None:
    frame = frame_of(drawn(OSLO).spots)
    lands = lands_in(frame)
    assert {"NOR", "SWE"} <= {land.country for land in lands}
    assert sum(len(land.path) for land in lands) < 100_000


def test_countries_around_are_named_where_there_is_room() -> None:
    found = drawn(OSLO, BERGEN)
    assert "Sweden" in {name.text for name in found.names}
    assert all(0 < name.x < maps.WIDE and 0 < name.y < found.height for name in found.names)


def test_a_country_that_is_a_place_is_named_once() -> None:
    assert "Norway" not in {name.text for name in drawn(NORWAY).names}


def test_a_polygon_is_cut_at_the_edge() -> None:
    square = [(-10.0, -10.0), (10.0, -10.0), (10.0, 10.0), (-10.0, 10.0)]
    assert set(clip(square, 0, 0, 20, 20)) == {(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)}
    assert clip(square, 30, 30, 40, 40) == []
