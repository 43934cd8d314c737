from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from communique.views.web.app import create_app
from tests.views import small


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    db = small.keep(tmp_path_factory.mktemp("record") / "small.db")
    with TestClient(create_app(db), raise_server_exceptions=False) as found:
        yield found


LISTS = ["reports", "entities", "occurrences", "statements", "agreements", "processes", "skipped"]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_how_many_there_are(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/v1/{name}").json()
    assert answer["total"] == len(answer["rows"])


THINGS = ["entities/e-ruiz", "pairs/e-ruiz/e-dahl", "occurrences/o-1", "statements/s-1"]
THINGS += [
    "processes/p-1",
    "agreements/a-1",
    "statements/counts",
    "matrix",
    "issues/fishing",
    "stats",
    "issues",
    "differences",
    "search?q=Ruiz",
]


@pytest.mark.parametrize("path", THINGS)
def test_a_thing_is_given(client: TestClient, path: str) -> None:
    assert client.get(f"/api/v1/{path}").status_code == 200


def test_a_row_carries_its_words(client: TestClient) -> None:
    (row,) = client.get("/api/v1/statements", params={"issue": "fishing"}).json()["rows"]
    assert row["evidence"][0]["text"] == small.SAID


def test_a_report_is_as_inspect_prints_it(client: TestClient) -> None:
    line = client.get(f"/api/v1/reports/{small.REPORT.id}").json()
    assert line["format"] == 1
    assert line["report"]["text"] == small.TEXT


def test_what_is_not_there_is_an_error_in_json(client: TestClient) -> None:
    answer = client.get("/api/v1/entities/nobody")
    assert answer.status_code == 404
    assert "nobody" in answer.json()["error"]


def test_a_limit_that_is_none_is_refused(client: TestClient) -> None:
    assert client.get("/api/v1/reports", params={"limit": 0}).status_code == 422


def test_every_path_is_described(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    assert len(paths) >= 18
    assert all(method["summary"] for path in paths.values() for method in path.values())


def test_an_actor_has_dated_offices_and_located_places(client: TestClient) -> None:
    found = client.get("/api/v1/entities/e-ruiz").json()
    (told,) = found["told"]
    assert told["published"]["start"] == "1998-05-03"
    assert told["evidence"]["text"] == small.MET
    (place,) = found["places"]
    assert (place["lat"], place["geonameid"], place["text"]) == (59.9, 3143244, "Oslo")


def test_an_event_has_the_words_of_its_time_and_place(client: TestClient) -> None:
    ground = client.get("/api/v1/occurrences/o-1").json()["ground"]
    assert ground["times"][0]["text"] == "3 May 1998"
    assert ground["places"][0]["text"] == "Oslo"


def test_a_process_has_its_places(client: TestClient) -> None:
    assert client.get("/api/v1/processes/p-1").json()["places"][0]["name"] == "Oslo"


@pytest.mark.parametrize(
    ("given", "total"),
    [
        ({"speaker": "Ruiz", "issue": "fishing", "stance": "against", "since": "1998"}, 1),
        ({"form": "direct"}, 0),
        ({"stance": "for"}, 0),
        ({"speaker": "", "stance": ""}, 1),
    ],
)
def test_filters_of_statements_combine(
    client: TestClient, given: dict[str, str], total: int
) -> None:
    assert client.get("/api/v1/statements", params=given).json()["total"] == total
    assert client.get("/api/v1/statements/counts", params=given).json()["total"] == total


def test_a_matrix_is_given_as_json_and_as_csv(client: TestClient) -> None:
    found = client.get("/api/v1/matrix").json()
    assert found["cells"] == [
        {"speaker": "e-ruiz", "issue": "fishing", "statements": 1, "stances": {"against": 1}}
    ]
    assert found["speakers"][0][0]["name"] == "Ana Ruiz"
    answer = client.get("/api/v1/matrix.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.text.splitlines() == [
        "speaker,issue,statements,for,against,id", "Ana Ruiz,fishing,1,0,1,e-ruiz",
    ]  # fmt: skip


def test_an_agreement_has_its_history_and_sentences(client: TestClient) -> None:
    found = client.get("/api/v1/agreements/a-1").json()
    assert [step["status"] for step in found["agreement"]["history"]] == ["announced", "signed"]
    assert found["passages"]


def test_events_that_are_only_claimed_can_be_left_out(client: TestClient) -> None:
    rows = client.get("/api/v1/occurrences", params={"claimed": False}).json()["rows"]
    assert [row["id"] for row in rows] == ["o-1"]
    rows = client.get("/api/v1/occurrences", params={"cameo": "12"}).json()["rows"]
    assert [row["claimed_by"] for row in rows] == [["e-ruiz"]]
