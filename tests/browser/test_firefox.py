"""What Firefox alone shows: it names by the meaning what holds an explained word, and Tab stops at what scrolls."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import Sites
from tests.browser.firefox import FIREFOX, TAB, Firefox, firefox

pytestmark = pytest.mark.skipif(not FIREFOX, reason="no Firefox is installed; Chromium is asked all else")

NAMED = ":is(h1, h2, h3, a, summary, th)"
WORDS = """
const seen = [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility());
for (const one of seen) one.dataset.asked = '';
return seen.map((one) => one.textContent);
"""
SCROLLS = """
const lists = [...document.querySelectorAll(arguments[0])];
return lists.some((one) => one.scrollHeight > one.clientHeight);
"""
AT = """
const at = document.activeElement;
return at === document.body ? "" : `${at.localName} ${at.className}`.trim();
"""
PRESS = """
const found = [...document.querySelectorAll('article button')].find((one) => one.textContent.startsWith(arguments[0]));
found?.click();
return Boolean(found);
"""
BAR = "return document.querySelector('.card__ratings, .mock__start')?.getBoundingClientRect().height"
COVERED = """
const [at, bar] = [document.activeElement, document.querySelector('.card__ratings, .mock__start')];
if (bar.contains(at)) return false;
const [one, other] = [at.getBoundingClientRect(), bar.getBoundingClientRect()];
return one.bottom > other.top + 1 && one.top < other.bottom - 1;
"""
STOPS = {"a", "button", "input", "select", "summary", "textarea"}
FAR = 100  # stops; none of these pages has so many


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("firefox")) as running:
        yield running


def stops(reader: Firefox, most: int = FAR) -> list[str]:
    """Give each element that Tab leads to, to the end of the page or as many as are asked for."""
    found: list[str] = []
    while len(found) < most:
        reader.press(TAB)
        at = reader.run(AT)
        if not at:
            break
        found.append(at)
    return found


def squeezed(texts: list[str]) -> list[str]:
    return ["".join(text.split()) for text in texts]


def test_headings_links_and_the_heads_of_tables_are_named_by_their_words(sites: Sites, reader: Firefox) -> None:
    explained = [where for where in sites.tiny.paths["walkthrough"] if "<abbr" in sites.tiny.html(where)]
    assert explained
    for where in explained:
        reader.open(sites.tiny.url + where)
        words = reader.run(WORDS, f"article {NAMED}:not([aria-label])")
        assert squeezed(reader.named("[data-asked]")) == squeezed(words)


def test_a_task_of_a_plan_is_named_by_its_words(sites: Sites, reader: Firefox) -> None:
    where = next(where for where in sites.real.paths["plan"] if "<abbr" in sites.real.html(where))
    reader.open(sites.real.url + where)
    assert squeezed(reader.named(".tick input")) == squeezed(reader.run(WORDS, ".task__says"))


def test_the_lists_at_the_sides_are_no_stops_but_their_links_are(sites: Sites, reader: Firefox) -> None:
    reader.ask("WebDriver:SetWindowRect", width=1280, height=480)  # so low that they scroll
    reader.open(sites.real.url + sites.real.paths["story"][0])
    reader.wait(SCROLLS, ".md-sidebar__scrollwrap")
    found = stops(reader)
    assert "a md-nav__link" in found
    assert {stop.split()[0] for stop in found} <= STOPS


def test_the_results_of_a_search_are_stops_and_their_list_is_none(sites: Sites, reader: Firefox) -> None:
    reader.ask("WebDriver:SetWindowRect", width=1280, height=480)
    reader.open(sites.real.url)
    reader.run("document.querySelector('header site-search input').focus()")
    for key in "conflict":
        reader.press(key)
    reader.wait(SCROLLS, "header .search__found")
    assert [stop.split()[0] for stop in stops(reader, 3)] == ["a"] * 3


@pytest.mark.parametrize("width", [1280, 500])
@pytest.mark.parametrize(
    ("where", "presses"), [("drill/", ["Begin", "Show the answer"]), ("mock-interview/#{walk}", [])]
)
def test_what_has_the_focus_is_never_under_the_bar_that_stays_in_sight(
    sites: Sites, reader: Firefox, where: str, presses: list[str], width: int
) -> None:
    walk = sites.real.paths["walkthrough"][0].rstrip("/").rpartition("/")[2]
    reader.ask("WebDriver:SetWindowRect", width=width, height=800)
    reader.open("about:blank")
    reader.open(f"{sites.real.url}practise/{where.format(walk=walk)}")
    for name in presses:
        reader.wait(PRESS, name)
    reader.wait(BAR)
    covered = []
    for _ in range(FAR):
        reader.press(TAB)
        if not (at := reader.run(AT)):
            break
        if reader.run(COVERED):
            covered.append(at)
    assert covered == []
