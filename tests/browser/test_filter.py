"""The indexes of questions and of stories narrow to what is asked, by mouse, by keyboard and by address."""

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.site.pipeline import check
from tests.browser.conftest import HEIGHT, NARROW, Open, Sites
from tests.handbooks import tiny

MORE = ".group__more > summary"
ITEMS = ".index li[data-competency]"
MOST_SCREENS = 12  # of a phone; it was 75
NOUNS = {"questions": ("question", "questions"), "stories": ("story", "stories")}


@pytest.fixture(params=sorted(NOUNS))
def index(request: pytest.FixtureRequest, sites: Sites, open_page: Open) -> Page:
    """Give the index of the real handbook's questions, or of its stories."""
    page = open_page(sites.real.url + sites.real.paths[request.param][0]).page
    unfold(page)
    return page


def unfold(page: Page) -> None:
    """Open what is folded, so that the whole list can be seen."""
    for more in page.locator(MORE).all():
        more.click()


def words_of(page: Page) -> Locator:
    """Give the field for words."""
    return page.get_by_role("search", name="Filter").get_by_role("searchbox")


def chips(page: Page) -> list[Locator]:
    """Give one chip of each facet that leaves something out."""
    return [facet.locator("input").first for facet in page.locator(".filter__facet").all()]


def counted(page: Page, number: int) -> str:
    """Give the number with the noun of the index."""
    nouns = NOUNS["stories" if "/stories/" in page.url else "questions"]
    return f"{number} {nouns[number != 1]}"


def texts(page: Page, selector: str, condition: str = "true") -> list[str]:
    """Give the texts of the items that the selector finds and the condition holds for."""
    script = f"(items) => items.filter((e) => {condition}).map((e) => e.textContent.trim().replace(/\\s+/g, ' '))"
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
    chip.locator("xpath=../span").click()


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
    unfold(index)
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
    words_of(index).fill(" ".join(words).upper())
    assert shown(index) == [text for text in whole if all(word in text.lower() for word in words)]
    assert whole[0] in shown(index)


def test_a_group_without_a_fitting_item_is_not_shown(index: Page) -> None:
    click(index.locator(".filter__facet input[name=competency]").first)
    groups = [group for group in index.locator(".index .group").all() if group.is_visible()]
    assert all(group.locator("li[data-competency]:not([hidden])").count() for group in groups)
    assert 0 < len(groups) <= index.locator(".index .group").count()


def test_what_fits_nothing_says_so_and_show_all_brings_everything_back(index: Page) -> None:
    whole = shown(index)
    words_of(index).fill("nobody ever wrote this qqq")
    expect(index.locator("form.filter output")).to_have_text(counted(index, 0))
    assert shown(index) == []
    index.get_by_role("button", name="Show all").click()
    expect(index.locator("form.filter output")).to_have_text(counted(index, len(whole)))
    unfold(index)
    assert shown(index) == whole
    assert "?" not in index.url


def test_the_choice_stands_in_the_address_and_survives_a_reload(index: Page) -> None:
    chip = index.locator(".filter__facet input").nth(1)
    click(chip)
    word = next(word for word in shown(index)[0].split() if word.isalpha())
    words_of(index).fill(word)
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
    words_of(index).focus()
    index.keyboard.press("Tab")
    expect(chip).to_be_focused()
    index.keyboard.press("Space")
    assert shown(index) == wanted
    index.get_by_role("button", name="Show all").focus()
    index.keyboard.press("Enter")
    expect(chip).not_to_be_checked()


def test_each_chip_counts_what_it_would_show_beside_the_choices_of_the_other_facets(index: Page) -> None:
    chosen = index.locator(".filter__facet input[name=competency]").nth(1)
    click(chosen)
    narrowed = set(with_value(index, *named(chosen)))
    for chip in index.locator(".filter__facet input").all():
        fits = set(with_value(index, *named(chip)))
        expected = len(fits if named(chip)[0] == "competency" else fits & narrowed)
        assert chip.locator("xpath=..").locator(".filter__count").inner_text() == str(expected)


def test_words_find_what_is_called_otherwise(sites: Sites, open_page: Open) -> None:
    content = check(tiny.ROOT).content
    for kind, names in (("questions", content.other_names["question"]), ("stories", content.other_names["story"])):
        page = open_page(sites.real.url + sites.real.paths[kind][0]).page
        slug, called = next((slug, names) for slug, names in names.items() if names)
        for name in called:
            words_of(page).fill(name)
            title = content.name("question" if kind == "questions" else "story", slug)
            expect(page.locator(ITEMS).filter(has_text=title).first).to_be_visible()


def test_back_takes_the_last_choice_away_and_what_one_comes_back_to_is_as_one_left_it(index: Page) -> None:
    whole = index.url
    first, second = chips(index)[:2]
    click(first)
    one = index.url
    click(second)
    two, both = index.url, shown(index)
    index.go_back()
    expect(second).not_to_be_checked()
    assert index.url == one
    index.go_forward()
    assert (index.url, shown(index)) == (two, both)
    index.locator(f"{ITEMS}:visible a").first.click()
    index.go_back()
    expect(first).to_be_checked()
    assert (index.url, shown(index)) == (two, both)
    index.go_back()
    index.go_back()
    expect(first).not_to_be_checked()
    assert index.url == whole


def test_an_address_of_the_first_edition_and_what_else_a_query_says_still_hold(sites: Sites, open_page: Open) -> None:
    where = sites.real.url + sites.real.paths["stories"][0]
    old = open_page(f"{where}#?outcome=bad").page
    expect(old.locator("input[value=bad]")).to_be_checked()
    page = open_page(f"{where}?from=chat").page
    click(page.locator("input[value=bad]"))
    assert page.url.endswith("?from=chat&outcome=bad")


def test_questions_are_folded_until_something_is_asked_for(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url + sites.real.paths["questions"][0], width=NARROW).page
    screens = page.evaluate("document.documentElement.scrollHeight") / HEIGHT
    assert screens < MOST_SCREENS
    assert len(shown(page)) < page.locator(ITEMS).count()
    words_of(page).fill("deadline")
    assert shown(page) == [text for text in texts(page, ITEMS) if "deadline" in text.lower()]
    words_of(page).fill("")
    assert len(shown(page)) < page.locator(ITEMS).count()


@pytest.mark.parametrize("kind", sorted(NOUNS))
def test_the_facets_stand_beside_the_list_where_there_is_room_and_above_it_on_a_phone(
    kind: str, sites: Sites, open_page: Open
) -> None:
    for width, beside in ((1220, True), (NARROW, False)):
        page = open_page(sites.real.url + sites.real.paths[kind][0], width=width).page
        facets, items = (page.locator(f".index__{part}").bounding_box() for part in ("facets", "list"))
        assert facets
        assert items
        assert (facets["x"] + facets["width"] <= items["x"]) is beside
        assert (facets["y"] + facets["height"] <= items["y"]) is not beside
        assert page.locator(".filter__chip:visible .filter__count").first.inner_text().isdigit()
        if not beside:
            assert items["y"] < HEIGHT
