"""An address with a fragment opens on that part: what folds it away is unfolded, and the header does not hide it."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import HEIGHT, NARROW, WIDE, Open, Sites
from tests.browser.visit import still

STORY = "stories/the-export-nobody-used/"
WALK = "walkthroughs/the-roadmap-review/"
BANK = "questions/choosing-what-to-build/"
NEAR = 180  # pixels below the header
PLACE = """(id) => {
    const part = document.getElementById(id), box = part.getBoundingClientRect();
    const bar = document.querySelector(".md-header").getBoundingClientRect();
    const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    const asked = part.closest(".follow")?.querySelector("h3").getBoundingClientRect();
    const folded = !!part.closest("details:not([open])");
    return { top: (asked ?? box).top, bottom: box.top, bar: bar.bottom, folded, end };
}"""


def check_shown(page: Page, part: str) -> None:
    """Hold that the part, and the question that a reply answers, stand below the header, near to it."""
    still(page)
    place = page.evaluate(PLACE, part)
    assert not place["folded"], part
    assert place["bar"] <= place["top"] <= place["bottom"] < HEIGHT / 2 or place["end"], (part, place)
    assert place["top"] < place["bar"] + NEAR or place["end"], (part, place)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(
    ("where", "part"),
    [
        (STORY, "results"),
        (STORY, "note-2"),
        (STORY, "follow-up-2"),
        (STORY, "follow-up-2-strong"),
        (STORY, "opening-1"),
        (WALK, "dimension-1"),
        (WALK, "probe-2"),
    ],
)
def test_a_page_opens_on_the_part_that_its_address_names(
    where: str, part: str, width: int, sites: Sites, open_page: Open
) -> None:
    visit = open_page(f"{sites.tiny.url}{where}#{part}", width=width)
    check_shown(visit.page, part)
    assert visit.errors == []


def test_a_question_is_opened_by_its_address(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + BANK).page
    slug = page.locator("details.fold h2").last.get_attribute("id")
    assert slug
    check_shown(open_page(f"{sites.tiny.url}{BANK}#{slug}").page, slug)


def test_another_fragment_of_the_same_page_is_opened_too(sites: Sites, open_page: Open) -> None:
    page = open_page(f"{sites.tiny.url}{STORY}#follow-up-1-weak").page
    page.evaluate("location.hash = '#follow-up-3-strong'")
    page.wait_for_function("document.getElementById('follow-up-3-strong').open")
    check_shown(page, "follow-up-3-strong")


def test_what_lies_in_several_folds_is_unfolded_with_all_of_them(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + STORY).page
    page.evaluate("""() => {
        const question = document.getElementById("follow-ups").nextElementSibling;
        const [group, inner] = [document.createElement("details"), document.createElement("details")];
        question.before(group);
        group.append(inner);
        inner.append(question);
        location.hash = "#follow-up-1-strong";
    }""")
    page.wait_for_function("document.querySelectorAll('details[open]').length === 3")
    check_shown(page, "follow-up-1-strong")


@pytest.mark.parametrize("fragment", ["#%", "#no-such-part", "#?words=x", "#", "#%3Cb%3E"])
def test_an_address_that_names_nothing_opens_nothing(fragment: str, sites: Sites, open_page: Open) -> None:
    visit = open_page(f"{sites.tiny.url}{STORY}{fragment}")
    assert visit.page.locator("details[open]").count() == 0
    assert visit.errors == []


def test_going_back_finds_the_reader_where_they_were(sites: Sites, open_page: Open) -> None:
    page = open_page(f"{sites.tiny.url}{STORY}#results").page
    still(page)
    page.evaluate("scrollTo(0, 300)")
    still(page)
    page.goto(sites.tiny.url)
    page.go_back()
    still(page)
    assert abs(page.evaluate("scrollY") - 300) < 40
