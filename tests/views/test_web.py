import html.parser
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from communique import errors
from communique.views.web.app import create_app
from communique.views.web.faults import STATUS, status_of
from communique.views.web.marks import blocks
from tests.views import small


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    db = small.keep(tmp_path_factory.mktemp("record") / "small.db")
    with TestClient(create_app(db), raise_server_exceptions=False) as found:
        yield found


PAGES = {
    "/": "Who meets whom",
    "/search?q=fishing": "fishing",
    "/reports": "The Fjord Times",
    f"/reports/{small.REPORT.id}": "What was read from it",
    "/actors": "Per Dahl",
    "/actors/e-ruiz": "Speaks about",
    "/actors/e-oslo": "Oslo",
    "/pairs/e-ruiz/e-dahl": "Ana Ruiz about Per Dahl",
    "/occurrences?type=CONSULT": "Talks",
    "/occurrences/o-1": "How it is told",
    "/statements?speaker=e-ruiz": "the fishing must end",
    "/statements?speaker=Ruiz&issue=fishing&stance=against&form=indirect&since=1998": "must end",
    "/statements?words=nothing": "No statement fits",
    "/matrix": "Ana Ruiz on fishing: 1 statement, 1 against",
    "/matrix?type=state": "No statement about an issue fits",
    "/agreements": "signed",
    "/agreements/a-1": "What became of it",
    "/occurrences?claimed=yes": "claimed",
    "/processes": "Oslo talks",
    "/processes/p-1": "Round 1",
    "/issues": "fishing",
    "/issues/fishing": "Ana Ruiz",
    "/differences": "Bergen",
    "/skipped": "Every report was read",
    "/api": "/api/v1/statements",
}


@pytest.mark.parametrize(("path", "words"), PAGES.items())
def test_a_page_shows(client: TestClient, path: str, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert words in answer.text


class Links(html.parser.HTMLParser):
    """The addresses that a page leads to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {v for k, v in attrs if k in ("href", "src") and v and v.startswith("/")}


def test_every_link_of_every_page_leads_somewhere(client: TestClient) -> None:
    links = set().union(*(Links(client.get(path).text).found for path in PAGES))
    assert len(links) > 30
    broken = {link for link in links if client.get(link).status_code != 200}
    assert not broken


@pytest.mark.parametrize("path", PAGES)
def test_words_of_a_report_are_never_markup(client: TestClient, path: str) -> None:
    assert "<script>alert" not in client.get(path).text


@pytest.mark.parametrize("path", ["/occurrences", "/occurrences/o-1"])
def test_a_meeting_has_its_level_and_its_length(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert "minister" in page
    assert "2 hours" in page


def test_a_statement_has_words_office_stance_and_who_reported_it(client: TestClient) -> None:
    page = client.get("/statements").text
    start, end = small.at(small.SAID)
    assert f'?cite={start}-{end}#cited">the fishing must end</a>' in page
    assert ", President (Spain)" in page
    start, end = small.at("must end")
    assert f'against fishing: <a class="quiet" href="/reports/{small.REPORT.id}?cite=' in page
    assert f"?cite={start}-{end}#cited" in page
    assert 'via <a href="/actors/e-wire">Fjord Wire</a>' in page


def test_filters_that_are_set_can_be_taken_away(client: TestClient) -> None:
    page = client.get("/statements?speaker=e-ruiz&form=indirect").text
    assert '<a href="/statements?form=indirect" aria-label="Without speaker: Ana Ruiz">' in page
    assert 'name="speaker" value="Ana Ruiz"' in page


def test_counts_lead_to_what_they_count(client: TestClient) -> None:
    page = client.get("/statements?issue=fishing").text
    assert "<b>1</b> statement by 1 speaker about 1 issue" in page
    assert "/statements?issue=fishing&amp;stance=against" in page
    assert "3 May 1998: 1 statement" in page


def test_a_cell_of_the_matrix_leads_to_its_words(client: TestClient) -> None:
    page = client.get("/matrix?form=indirect").text
    assert '<a href="/statements?form=indirect&amp;speaker=e-ruiz&amp;issue=fishing"' in page
    assert '<th scope="row"><a href="/actors/e-ruiz">Ana Ruiz</a></th>' in page
    assert '<i class="against">−1</i>' in page
    assert "/api/v1/matrix.csv?form=indirect" in page


def test_an_agreement_shows_each_status_with_its_words(client: TestClient) -> None:
    page = client.get("/agreements/a-1").text
    assert page.index(">announced<") < page.index(">signed<")
    assert "by 20 April 1998" in page
    for words in (small.MET, small.SAID):
        assert f"“{words}”" in page


def test_an_event_says_in_words_that_it_did_not_happen_and_who_claims_it(
    client: TestClient,
) -> None:
    for path in ("/occurrences", "/occurrences/o-2", "/actors/e-dahl"):
        page = client.get(path).text
        for words in ("did not happen", "still to come", "claimed by <a", "120"):
            assert words in page, (path, words)


class Labels(html.parser.HTMLParser):
    """The fields of a page without a label, links and buttons without words, and repeated ids."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.ids: set[str] = set()
        self.inside: list[tuple[str, dict[str, str | None], str]] = []
        self.labelled = 0
        self.named: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        id = given.get("id")
        if id in self.ids:
            self.faults.append(f"id {id} twice")
        self.ids |= {id} if id else set()
        if tag == "label":
            self.labelled += 1
            self.named |= {given["for"] or ""} if "for" in given else set()
        if tag in ("input", "select") and not self.labelled and id not in self.named:
            self.faults.append(f"{tag} without a label")
        if tag in ("a", "button", "th"):
            self.inside.append((tag, given, ""))

    def handle_data(self, data: str) -> None:
        self.inside = [(tag, given, words + data) for tag, given, words in self.inside]

    def handle_endtag(self, tag: str) -> None:
        self.labelled -= tag == "label"
        if self.inside and self.inside[-1][0] == tag:
            _, given, words = self.inside.pop()
            if not words.strip() and not given.get("aria-label"):
                self.faults.append(f"{tag} without words: {given}")


@pytest.mark.parametrize("path", PAGES)
def test_fields_have_labels_and_links_have_words(client: TestClient, path: str) -> None:
    assert Labels(client.get(path).text).faults == []


def test_an_event_says_why_its_tellings_are_one(client: TestClient) -> None:
    assert "same day" in client.get("/occurrences/o-1").text


def test_a_citation_marks_its_characters(client: TestClient) -> None:
    start, end = small.at(small.SAID)
    page = client.get(f"/reports/{small.REPORT.id}?cite={start}-{end}").text
    assert 'id="cited"' in page


def test_an_office_is_shown_over_time_with_its_report(client: TestClient) -> None:
    page = client.get("/actors/e-ruiz").text
    start, end = small.at(small.MET)
    assert "Offices over time" in page
    assert page.count(f"/reports/{small.REPORT.id}?cite={start}-{end}#cited") > 1
    assert "The Fjord Times: “President Ana Ruiz met" in page


@pytest.mark.parametrize(
    "path", [f"/reports/{small.REPORT.id}", "/actors/e-dahl", "/actors/e-oslo", "/processes/p-1"]
)
def test_a_map_shows_the_place_and_leads_to_its_mention(client: TestClient, path: str) -> None:
    page = client.get(path).text
    start, end = small.at("Oslo")
    assert "Oslo, Norway: venue 1" in page
    assert f"/reports/{small.REPORT.id}?cite={start}-{end}#cited" in page
    assert "https://www.geonames.org/3143244" in page
    assert "59.90° N, 10.70° E" in page


def test_a_marked_time_and_place_lead_to_their_reasons(client: TestClient) -> None:
    page = client.get(f"/reports/{small.REPORT.id}").text
    for anchor in ("time-0", "place-0", "actor-0"):
        assert f'href="#{anchor}"' in page
        assert f'id="{anchor}"' in page


@pytest.mark.parametrize("path", ["/occurrences", "/occurrences/o-1", "/actors/e-dahl"])
def test_an_event_tells_why_then_and_there(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert "the text gives it in full" in page
    start, end = small.at("3 May 1998")
    assert f"?cite={start}-{end}#cited" in page
    start, end = small.at("Oslo")
    assert f"?cite={start}-{end}#cited" in page


def test_a_difference_names_the_outlets(client: TestClient) -> None:
    assert "The Fjord Times" in client.get("/differences").text


def test_what_happened_at_a_place_is_on_its_page(client: TestClient) -> None:
    page = client.get("/actors/e-oslo").text
    assert "What happened here" in page
    assert "/occurrences/o-1" in page


def test_a_reading_of_an_earlier_version_is_still_shown(tmp_path: Path) -> None:
    from communique.model.contract import reading_json
    from communique.model.text import Text
    from communique.store.save import save_readings
    from communique.store.session import open_record

    db = small.keep(tmp_path / "old.db")
    line = reading_json(small.REPORT, Text(small.TEXT), small.READING)
    for kind, fields in (
        ("places", ("why",)), ("events", ("time_from",)), ("statements", ("time", "time_from"))
    ):  # fmt: skip
        for item in line[kind]:
            for field in fields:
                del item[field]
    with open_record(db) as store:
        save_readings(store, [line])
    with TestClient(create_app(db)) as client:
        for path in PAGES:
            assert client.get(path).status_code == 200


def test_only_own_scripts_and_styles_are_allowed(client: TestClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


WRONG = [
    "/agreements/a-9",
    "/statements?speaker=nobody",
    "/nowhere",
    "/actors/nobody",
    "/reports/zzz",
    "/occurrences/o-9",
    "/processes/none",
]


@pytest.mark.parametrize("path", [*WRONG, f"/reports/{small.REPORT.id}?cite=x"])
def test_what_is_not_there_is_a_friendly_404(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Back to the overview" in answer.text


def test_a_missing_record_is_said_so(tmp_path: Path) -> None:
    with TestClient(create_app(str(tmp_path / "none.db")), raise_server_exceptions=False) as client:
        answer = client.get("/")
    assert answer.status_code == 404
    assert "none.db" in answer.text


STATUSES = [
    (errors.NotFound("x"), 404),
    (errors.StoreLocked("x"), 503),
    (errors.DiskFull("x"), 507),
    (errors.NotARecord("x"), 500),
    (errors.EmptyReport("s", "x"), 500),
]


@pytest.mark.parametrize(("error", "status"), STATUSES, ids=lambda v: str(v))
def test_each_error_has_its_number(error: errors.CommuniqueError, status: int) -> None:
    assert status_of(error) == status


def test_no_line_of_the_table_hides_behind_a_wider_one() -> None:
    for number, (kind, status) in enumerate(STATUS):
        earlier = [wide for wide, s in STATUS[:number] if issubclass(kind, wide) and s != status]
        assert not earlier


def test_the_blocks_hold_every_character_once() -> None:
    from communique.model.contract import reading_json
    from communique.model.text import Text

    line = reading_json(small.REPORT, Text(small.TEXT), small.READING)
    shown = "".join(p.text for block in blocks(line, (3, 90)) for p in block.pieces)
    assert shown == small.TEXT
