"""The indexes of questions and of stories narrow to what is asked, by mouse, by keyboard and by address."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open, Sites

FOLD = ".filter__facets > summary"
ITEMS = ".index li[data-competency]"
NOUNS = {"questions": ("question", "questions"), "stories": ("story", "stories")}


@pytest.fixture(params=sorted(NOUNS))
def index(request: pytest.FixtureRequest, sites: Sites, open_page: Open) -> Page:
    """Give the index of the real handbook's questions, or of its stories."""
    page = open_page(sites.real.url + sites.real.paths[request.param][0]).page
    page.locator(FOLD).click()
    return page


def counted(page: Page, number: int) -> str:
    """Give the number with the noun of the index."""
    nouns = NOUNS["stories" if "/stories/" in page.url else "questions"]
    return f"{number} {nouns[number != 1]}"


def texts(page: Page, selector: str, condition: str = "true") -> list[str]:
    """Give the texts of the items that the selector finds and the condition holds for."""
    script = f"(items) => items.filter((e) => {condition}).map((e) => e.textContent.trim())"
    return list(page.locator(selector).evaluate_all(script))


def shown(page: Page) -> list[str]:
    """Give the texts of the items that can be seen."""
    return texts(page, ITEMS, "e.checkVisibility()")


def with_value(page: Page, name: str, value: str) -> list[str]:
    """Give the texts of the items whose data name the value."""
    return texts(page, f'{ITEMS}[data-{name}~="{value}"]')


def named(chip: Locator) -> tuple[str, str]:
    """Give what the chip stands for: the name and the value."""
    return str(chip.get_attribute("name")), str(chip.get_attribute("value"))


def click(chip: Locator) -> None:
    """Click a chip where a reader does: on its words."""
    chip.locator("xpath=..").locator("span").click()


def test_a_chip_narrows_the_list_and_the_number_says_by_how_much(index: Page) -> None:
    whole = shown(index)
    expect(index.locator("form.filter output")).to_have_text(counted(index, len(whole)))
    for fieldset in index.locator(".filter__facet").all():
        chip = fieldset.locator("input").first
        wanted = with_value(index, *named(chip))
        click(chip)
        assert shown(index) == wanted
        assert len(wanted) < len(whole)
        expect(index.locator("form.filter output")).to_have_text(counted(index, len(wanted)))
        click(chip)
    assert shown(index) == whole


def test_chips_of_one_kind_add_up_and_kinds_cut_down(index: Page) -> None:
    first, second = index.locator(".filter__facet").all()[:2]
    chips = [first.locator("input").nth(0), first.locator("input").nth(1), second.locator("input").nth(0)]
    for chip in chips:
        click(chip)
    one, other, both = (set(with_value(index, *named(chip))) for chip in chips)
    assert set(shown(index)) == (one | other) & both


def test_words_narrow_the_list_to_the_items_that_hold_them_all(index: Page) -> None:
    whole = shown(index)
    words = sorted({word for word in whole[0].lower().split() if word.isalpha()}, key=len)[-2:]
    index.get_by_label("Words").fill(" ".join(words).upper())
    assert shown(index) == [text for text in whole if all(word in text.lower() for word in words)]
    assert whole[0] in shown(index)


def test_a_group_without_a_fitting_item_is_not_shown(index: Page) -> None:
    click(index.locator(".filter__facet input[name=competency]").first)
    groups = [group for group in index.locator(".index .group").all() if group.is_visible()]
    assert all(group.locator("li[data-competency]:not([hidden])").count() for group in groups)
    assert 0 < len(groups) <= index.locator(".index .group").count()


def test_what_fits_nothing_says_so_and_show_all_brings_everything_back(index: Page) -> None:
    whole = shown(index)
    index.get_by_label("Words").fill("nobody ever wrote this qqq")
    expect(index.locator("form.filter output")).to_have_text(counted(index, 0))
    assert shown(index) == []
    index.get_by_role("button", name="Show all").click()
    expect(index.locator("form.filter output")).to_have_text(counted(index, len(whole)))
    assert shown(index) == whole
    assert "#" not in index.url


def test_the_choice_stands_in_the_address_and_survives_a_reload(index: Page) -> None:
    chip = index.locator(".filter__facet input").nth(1)
    click(chip)
    word = next(word for word in shown(index)[0].split() if word.isalpha())
    index.get_by_label("Words").fill(word)
    narrowed, address = shown(index), index.url
    assert "=".join(named(chip)) in address
    assert f"words={word.lower()}" in address
    index.reload()
    assert (shown(index), index.url) == (narrowed, address)
    expect(chip).to_be_checked()


def test_the_address_of_a_filtered_index_can_be_opened_by_somebody_else(index: Page, open_page: Open) -> None:
    click(index.locator(".filter__facet input").nth(2))
    assert shown(open_page(index.url).page) == shown(index)


def test_a_keyboard_is_enough(index: Page) -> None:
    chip = index.locator(".filter__facet input").first
    wanted = with_value(index, *named(chip))
    index.reload()
    index.get_by_label("Words").focus()
    index.keyboard.press("Tab")
    expect(index.locator(FOLD)).to_be_focused()
    index.keyboard.press("Enter")
    index.keyboard.press("Tab")
    expect(chip).to_be_focused()
    index.keyboard.press("Space")
    assert shown(index) == wanted
    index.get_by_role("button", name="Show all").focus()
    index.keyboard.press("Enter")
    expect(chip).not_to_be_checked()
