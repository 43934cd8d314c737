"""The gazetteer: which places a name has, and that the index is what it is made from."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

import pytest

from communique.lexicon import gazetteer
from communique.lexicon.gazetteer import Entry, Told, carried, countries, key, look_up, version
from communique.lexicon.load import table


class Few:
    """An index of few places, by key."""

    version = "few"

    def __init__(self, **entries: Entry) -> None:
        self.entries = entries

    def find(self, key: str) -> tuple[Entry, ...]:
        return (self.entries[key],) if key in self.entries else ()

    def dated(self, geonameid: int) -> tuple[Told, ...]:
        return ()


@pytest.fixture(autouse=True)
def _carried_alone() -> Iterator[None]:
    yield
    gazetteer.use(None)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Nur-Sultan", "nur sultan"),
        ("Sana’a", "sanaa"),
        ("Łódź", "lodz"),
        ("São Paulo", "sao paulo"),
        ("St. Lucia", "saint lucia"),
        ("Mt Isa", "mount isa"),
    ],
)
def test_a_key_forgets_accents_and_hyphens(name: str, wanted: str) -> None:
    assert key(name) == wanted


def test_the_most_populous_town_of_a_name_comes_first() -> None:
    assert [e.country for e in look_up("Birmingham")][:2] == ["GBR", "USA"]
    assert look_up("Xyzzyville") == ()


def test_a_capital_says_so() -> None:
    assert look_up("Lima")[0].feature == "PPLC"


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Anbar", "IRQ", "ADM1"),
        ("Kharkiv", "UKR", "ADM1"),
        ("Sichuan", "CHN", "ADM1"),
        ("Bavaria", "DEU", "ADM1"),
        ("Tamil Nadu", "IND", "ADM1"),
        ("Maricopa County", "USA", "ADM2"),
        ("County Kerry", "IRL", "ADM2"),
        ("Devon", "GBR", "ADM2"),
    ],
)
def test_divisions_have_a_point(name: str, country: str, feature: str) -> None:
    (entry,) = [e for e in look_up(name) if (e.country, e.feature) == (country, feature)]
    assert entry.lat is not None


def test_a_town_carries_the_code_of_its_division() -> None:
    (anbar,) = [e for e in look_up("Anbar") if e.feature == "ADM1"]
    assert look_up("Fallujah")[0].division == anbar.division
    assert look_up("Denver")[0].admin == look_up("Denver")[0].division == "CO"


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("Fla.", "Florida"),
        ("W.Va.", "West Virginia"),
        ("D.C.", "District of Columbia"),
        ("Ont.", "Ontario"),
        ("NSW", "New South Wales"),
        ("Herts", "Hertfordshire"),
    ],
)
def test_a_short_form_stands_for_one_place(short: str, name: str) -> None:
    assert [e.name for e in look_up(short)] == [name]


@pytest.mark.parametrize("name", ["fla.", "FLA.", "MISS", "pa", "Cal"])
def test_a_short_form_is_exact(name: str) -> None:
    assert not any(e.feature == "ADM1" and e.country == "USA" for e in look_up(name))


@pytest.mark.parametrize("row", table("places_short.tsv"), ids=lambda row: row["short"])
def test_what_a_short_form_stands_for_is_in_the_index(row: dict[str, str]) -> None:
    assert look_up(row["short"])


def test_every_state_is_an_entry() -> None:
    gone = {"SUN", "DDR", "VDR", "YMD", "YUG", "CSK"}
    codes = {row["iso3"] for row in table("states.tsv") if row["iso3"]}
    assert codes - set(countries()) <= gone
    assert countries()["PER"].name == "Peru"


def test_the_first_and_the_last_name_are_found() -> None:
    data, start = gazetteer._index()
    first = data[start : data.find(b"\n", start)].partition(b"\t")[0].decode()
    last = data[data.rfind(b"\n", 0, len(data) - 1) + 1 :].partition(b"\t")[0].decode()
    assert gazetteer.find(first)
    assert gazetteer.find(last)


# With an index of the user's.

HAMLET = Entry(99, "Xyzzyville", "PER", -5.0, -75.0, 0, "PPL", "", "")


def test_an_index_in_use_adds_its_places() -> None:
    gazetteer.use(Few(xyzzyville=HAMLET))
    assert look_up("Xyzzyville") == (HAMLET,)
    assert carried("Xyzzyville") == ()
    gazetteer.use(None)
    assert look_up("Xyzzyville") == ()


def test_a_place_of_both_indexes_is_listed_once() -> None:
    lima = look_up("Lima")
    gazetteer.use(Few(lima=lima[0]))
    assert sorted(look_up("Lima"), key=str) == sorted(lima, key=str)


@pytest.mark.parametrize(
    ("name", "feature", "division"),
    [("Anbar", "ADM1", "01"), ("Maricopa County", "ADM2", "AZ"), ("Devon", "ADM2", "ENG")],
)
def test_a_carried_division_gives_way_to_the_same_one_with_its_number(
    name: str, feature: str, division: str
) -> None:
    (before,) = [e for e in look_up(name) if e.feature == feature]
    known = Entry(99, name, before.country, 1.0, 2.0, 9, feature, "", division)
    gazetteer.use(Few(**{key(name): known}))
    assert [e for e in look_up(name) if e.feature == feature] == [known]


def test_a_division_of_that_name_elsewhere_stays() -> None:
    before = [e for e in look_up("Clay County") if e.feature == "ADM2"]
    known = Entry(99, "Clay County", "USA", 1.0, 2.0, 9, "ADM2", "MN", "MN")
    gazetteer.use(Few(**{"clay county": known}))
    after = [e for e in look_up("Clay County") if e.feature == "ADM2"]
    assert len(after) == len(before)
    assert known in after


def test_what_is_made_by_looking_up_is_made_again_for_another_index() -> None:
    @gazetteer.cached
    def found() -> int:
        return len(look_up("Xyzzyville"))

    assert found() == 0
    gazetteer.use(Few(xyzzyville=HAMLET))
    assert found() == 1


# The file.


def test_the_index_is_what_the_libraries_hold() -> None:
    from communique.lexicon.gazetteer_build import build

    path = resources.files("communique.lexicon") / "data" / "gazetteer.txt"
    assert path.read_text(encoding="utf-8") == build()
    assert len(version()) == 8
