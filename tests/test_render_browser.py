"""The page in a real browser: highlights, switches, keyboard, search, no request, no accessibility fault.

Needs Chromium with its driver, and `pip install newsparse[browser]`; left out where they are missing.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse import Article, Block, DateMention, Quote, Span
from newsparse.render import to_html

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is missing: pip install newsparse[browser]")
axe = pytest.importorskip("axe_core_python.selenium", reason="axe is missing: pip install newsparse[browser]")
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.skipif(DRIVER is None, reason="chromedriver is missing: install Chromium with its driver"),
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="module")
def article() -> Article:
    text = files("newsparse.example").joinpath("article.txt").read_text("utf-8")
    return newsparse.parse(text, published="2023-03-16")


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    made = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield made
    made.quit()


@pytest.fixture
def page(driver: Any, article: Article, tmp_path: Path) -> Any:
    file = tmp_path / "page.html"
    file.write_text(to_html(article), "utf-8")
    driver.set_window_size(1300, 1400)
    driver.get(file.as_uri())
    return driver


def words_of(page: Any, key: str) -> str:
    script = """return [...document.querySelectorAll('[data-facts]')]
        .filter(mark => mark.dataset.facts.split(' ').includes(arguments[0])).map(mark => mark.textContent).join('')"""
    return str(page.execute_script(script, f"a0-{key}"))


def test_highlights_stand_on_the_right_words(page: Any, article: Article) -> None:
    for number, quote in enumerate(article.quotes):
        assert words_of(page, f"quote-{number}") == "".join(span.of(article.text) for span in quote.spans)
    for number, date in enumerate(article.dates):
        assert words_of(page, f"date-{number}") == date.text
    for number, event in enumerate(article.events):
        assert words_of(page, f"event-{number}") == event.trigger.of(article.text)


def test_the_timeline_has_its_happenings(page: Any, article: Article) -> None:
    drawn = page.find_elements("css selector", "svg.timeline .happening")
    told = page.find_elements("css selector", ".times ol > li")
    assert len(told) == len(article.timeline()) > 3
    assert 0 < len(drawn) <= len(told)


def test_no_request_leaves_the_page_and_the_console_is_silent(page: Any) -> None:
    assert page.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert page.get_log("browser") == []


def test_a_switch_takes_a_layer_away_and_back(page: Any) -> None:
    colour = "return getComputedStyle(document.querySelector('.fact.quote')).backgroundColor"
    shown = page.execute_script(colour)
    box = page.find_element("css selector", "input[data-layer=quote]")
    box.click()
    assert page.execute_script(colour) == "rgba(0, 0, 0, 0)" != shown
    box.click()
    assert page.execute_script(colour) == shown


def test_the_keyboard_reaches_a_highlight_and_its_reason_is_told(page: Any) -> None:
    mark = page.find_element("css selector", ".fact.quote[tabindex]")
    page.execute_script("arguments[0].focus()", mark)
    assert "Found by newsparse-quotes:" in page.find_element("id", "told").text
    assert "lit" in mark.get_attribute("class")


def test_a_click_beside_the_text_jumps_to_its_place(page: Any) -> None:
    page.find_element("css selector", ".quotes a").click()
    focused = page.switch_to.active_element
    assert "quote" in focused.get_attribute("class")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1300, 380], ids=["wide", "phone"])
def test_axe_finds_no_serious_fault_and_nothing_runs_over_the_edge(page: Any, dark: bool, width: int) -> None:
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    faults = [
        (fault["id"], fault["nodes"][0]["html"])
        for fault in axe.Axe().run(page)["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
    overflow = page.execute_script("return document.documentElement.scrollWidth - innerWidth")
    page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert faults == []
    assert overflow <= 0


def test_the_index_of_several_articles_is_searched_by_speaker(driver: Any, article: Article, tmp_path: Path) -> None:
    other = newsparse.parse("The mayor left.", published="2023-03-16")
    file = tmp_path / "several.html"
    file.write_text(to_html([article, other]), "utf-8")
    driver.get(file.as_uri())
    driver.find_element("id", "search").send_keys("osei")
    shown = [item for item in driver.find_elements("css selector", "nav.index li") if item.is_displayed()]
    assert len(shown) == 1
    assert driver.find_element("id", "found").text == "1 of 2 articles"


def test_right_to_left_text_keeps_its_words_and_its_dates_read_from_the_left(driver: Any, tmp_path: Path) -> None:
    text = "قالت ليلى 🚀 حداد يوم الخميس: «سنغادر غدا»."

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    quote = Quote(kind="direct", spans=[span("«سنغادر غدا»")], text="«سنغادر غدا»", found_by="q:marks")
    day = DateMention(span=span("يوم الخميس"), text="يوم الخميس", type="DATE", value="2024-08-15", found_by="d:day")
    block = Block(span=Span(0, len(text)), kind="paragraph", found_by="p")
    file = tmp_path / "arabic.html"
    file.write_text(to_html(Article(text=text, language="ar", blocks=[block], quotes=[quote], dates=[day])), "utf-8")
    driver.get(file.as_uri())
    assert words_of(driver, "quote-0") == "«سنغادر غدا»"
    assert words_of(driver, "date-0") == "يوم الخميس"
    place_of_character = """const text = document.querySelector('.dates small').firstChild;
        const range = document.createRange();
        range.setStart(text, arguments[0]); range.setEnd(text, arguments[0] + 1);
        return range.getBoundingClientRect().left"""
    year, last = (driver.execute_script(place_of_character, at) for at in (1, 10))
    assert year < last
