"""The pages in a real browser: Debian's Chromium, driven by Playwright."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from communique.views.web.app import serve
from tests.views import small

CHROMIUM = Path("/usr/bin/chromium")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
QUIET += ["--disable-background-networking", "--disable-component-update"]

pytestmark = pytest.mark.skipif(
    not CHROMIUM.exists() and os.environ.get("CI") != "true",
    reason="Chromium is not installed: scripts/system-packages.sh",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    db = small.keep(tmp_path_factory.mktemp("record") / "small.db")
    ready, found = threading.Event(), []

    def on_ready(url: str) -> None:
        found.append(url)
        ready.set()

    threading.Thread(target=serve, args=(db, "127.0.0.1", 0, on_ready), daemon=True).start()
    assert ready.wait(30)
    return found[0]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1200, "height": 800})
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    yield opened
    opened.close()
    assert not faults


def test_a_reader_gets_from_the_overview_to_the_sentence(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Talks", exact=True).first.click()
    page.get_by_role("heading", name="How it is told").wait_for()
    page.locator(".telling .words").first.click()
    page.wait_for_url("**/reports/**")
    assert page.locator("#cited").first.is_visible()
    cited = "".join(page.locator(".cited").all_text_contents())
    assert small.MET in cited


def test_a_finding_leads_to_its_characters_without_loading(page: Page, address: str) -> None:
    page.goto(f"{address}/reports/{small.REPORT.id}")
    page.evaluate("window.same = true")
    page.locator(".findings blockquote a").first.click()
    assert "".join(page.locator(".text .cited").all_text_contents()) == small.SAID
    assert page.evaluate("window.same")


def test_the_keyboard_reaches_the_content_first(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/actors",
        "/actors/e-ruiz",
        "/actors/e-oslo",
        f"/reports/{small.REPORT.id}",
        "/occurrences/o-1",
        "/processes/p-1",
        "/statements",
        "/matrix",
        "/agreements",
        "/agreements/a-1",
    ],
)
def test_a_telephone_needs_no_sideways_scrolling(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 720})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_dark_and_light_differ(page: Page, address: str) -> None:
    colours = set()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(address)
        colours.add(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    assert len(colours) == 2


def test_the_search_box_finds(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("searchbox").fill("Dahl")
    page.get_by_role("searchbox").press("Enter")
    assert page.get_by_role("link", name="Per Dahl").first.is_visible()


def test_a_date_tells_its_reason_beside_it(page: Page, address: str) -> None:
    page.goto(f"{address}/reports/{small.REPORT.id}")
    page.locator(".text a.time").click()
    panel = page.locator("#panel")
    assert panel.is_visible()
    assert "in full" in (panel.text_content() or "")
    page.keyboard.press("Escape")
    assert not panel.is_visible()


def test_a_place_tells_its_reason_without_scripts(browser: Browser, address: str) -> None:
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{address}/reports/{small.REPORT.id}")
    plain.locator(".text a.place").last.click()
    assert plain.url.endswith("#place-0")
    assert plain.locator("#place-0").is_visible()
    plain.context.close()


def test_an_event_tells_why_then_without_scripts(browser: Browser, address: str) -> None:
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{address}/occurrences")
    plain.locator(".ground summary").first.click()
    assert plain.locator(".ground .panel").first.is_visible()
    plain.context.close()


def test_one_reason_is_open_at_a_time(page: Page, address: str) -> None:
    page.goto(f"{address}/occurrences")
    for number in (0, 1):
        page.locator(".event .ground summary").nth(number).click(force=True)
    assert page.locator(".ground[open]").count() == 1
    page.locator("h1").click()
    assert page.locator(".ground[open]").count() == 0


def test_a_dot_on_the_map_leads_to_the_sentence(page: Page, address: str) -> None:
    page.goto(f"{address}/actors/e-ruiz")
    page.locator(".map a.spot").click()
    page.wait_for_url("**/reports/**")
    assert page.locator("#cited").first.text_content() == "Oslo"


def test_a_dot_of_an_office_leads_to_the_sentence(page: Page, address: str) -> None:
    page.goto(f"{address}/actors/e-ruiz")
    page.locator(".terms li a").first.click()
    page.wait_for_url("**/reports/**")
    assert "".join(page.locator(".cited").all_text_contents()) == small.MET


def test_arrow_keys_go_from_cell_to_cell_of_the_matrix(page: Page, address: str) -> None:
    page.goto(f"{address}/matrix")
    page.locator(".matrix tbody th a").focus()
    focused = (
        "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
    )
    reached = []
    for key in ("ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "ArrowLeft"):
        page.keyboard.press(key)
        reached.append(page.evaluate(focused))
    cell = "Ana Ruiz on fishing: 1 statement, 1 against"
    assert reached == [cell, "fishing", cell, "Ana Ruiz", cell, "Ana Ruiz"]


def test_a_cell_of_the_matrix_leads_to_the_sentence(page: Page, address: str) -> None:
    page.goto(f"{address}/matrix")
    page.get_by_role("link", name="Ana Ruiz on fishing").click()
    page.locator("blockquote a").click()
    page.wait_for_url("**/reports/**")
    assert "".join(page.locator(".cited").all_text_contents()) == small.SAID


def test_the_head_of_the_matrix_stays_when_it_is_scrolled(page: Page, address: str) -> None:
    page.goto(f"{address}/matrix")
    head = page.locator(".matrix thead th").nth(1)
    page.evaluate("document.querySelector('.matrix tbody').style.lineHeight = '200px'")
    before = head.bounding_box()
    page.evaluate("document.querySelector('.matrix').scrollTop = 100")
    assert head.bounding_box() == before


def test_filters_of_statements_work_without_scripts(browser: Browser, address: str) -> None:
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{address}/statements")
    plain.get_by_label("Stance").select_option("against")
    plain.get_by_label("Speaker").fill("Ruiz")
    plain.get_by_role("button", name="Show").click()
    assert plain.locator(".said").count() == 1
    plain.get_by_role("link", name="Without stance: against").click()
    assert "stance" not in plain.url
    plain.context.close()
