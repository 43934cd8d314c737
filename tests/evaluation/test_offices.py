from pathlib import Path

import pytest

from evaluation.office_gold import Gold, adjective, code, cut, spoken, travels, visits
from evaluation.offices import judge

VISITS = """<visits><visit><id>1</id><visitor>Prime Minister Ada Osei</visitor>
<from id="x">Korea, Republic of</from></visit></visits>"""
TRAVELS = """<trips><trip role="president" who="x"><id>7</id><name>Ann Hale</name>
<country id="y">Chad</country><remarks>Met with President Idris Haroun and French Foreign Minister
Duval. Accompanied President Hale.</remarks></trip></trips>"""


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("President-elect Ana de la Cueva", [("President-elect", "Ana de la Cueva")]),
        ("King Otto II and Crown Prince Max", [("King", "Otto II"), ("Crown Prince", "Max")]),
        ("Met with Amir Sheikh Ali al-Nur.", [("Amir", "Ali al-Nur")]),
        ("met Premier Lund July 9.", [("Premier", "Lund")]),
    ],
)
def test_title_and_name_are_cut(words: str, people: list[tuple[str, str]]) -> None:
    assert [(m["title"], name) for m, name, _ in cut(words)] == people


@pytest.mark.parametrize(
    ("country", "iso", "words"),
    [
        ("Korea, Republic of", "KOR", "the Republic of Korea"),
        ("Dahomey (Benin)", "BEN", "Dahomey"),
        ("Chad", "TCD", "Chad"),
    ],
)
def test_a_country_is_spoken_and_coded(country: str, iso: str, words: str) -> None:
    assert (code(country), spoken(country)) == (iso, words)


def test_an_adjective_tells_the_country() -> None:
    assert (adjective("French"), adjective("Brazilian"), adjective("Whole")) == (
        "FRA",
        "BRA",
        None,
    )


def test_rows_become_sentences_with_their_people(tmp_path: Path) -> None:
    (tmp_path / "visits" / "data").mkdir(parents=True)
    (tmp_path / "visits" / "data" / "a.xml").write_text(VISITS)
    (tmp_path / "travels" / "president-travels").mkdir(parents=True)
    (tmp_path / "travels" / "president-travels" / "b.xml").write_text(TRAVELS)
    (item,) = visits(tmp_path / "visits")
    assert item.text == "Prime Minister Ada Osei of the Republic of Korea visited Washington."
    (item,) = travels(tmp_path / "travels")
    assert [(p.title, p.name, p.country) for p in item.people] == [
        ("President", "Idris Haroun", "TCD"),
        ("Foreign Minister", "Duval", "FRA"),
    ]


@pytest.mark.parametrize(
    ("actor", "right"),
    [
        ({"name": "Ada Osei", "country": "GHA", "offices": [{"title": "Premier"}]}, 3),
        ({"name": "Ada Osei", "country": "TGO", "offices": [{"title": "Premier"}]}, 2),
        ({"name": "Osei", "aliases": ["Ada Osei"], "offices": []}, 1),
        ({"name": "Ben Ito"}, 0),
    ],
)
def test_a_person_is_judged_by_name_title_and_country(actor: dict[str, object], right: int) -> None:
    person = Gold("Premier", "Ada Osei", "GHA")
    assert len(judge(person, [{"type": "person", **actor}])) == right
