"""The indexes of questions and of stories narrow to what is asked, by mouse, by keyboard and by address."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import HEIGHT, NARROW, WIDE, Open, Sites
from tests.handbooks import tiny

FOLDS = "details:is(.group, .group__more):not([open]) > summary"
OPEN = """(folds) => {
  const seen = [...document.querySelectorAll(folds)].filter((one) => one.checkVisibility());
  for (const one of seen) one.click();
  return seen.length;
}"""
ITEMS = ".index .item"
MOST_SCREENS = 6  # of a phone; it was 75
PLACE = {True: ".filter__facets", False: ".filter__line"}
NOUNS = {"questions": ("question", "questions"), "stories": ("story", "stories")}


@pytest.fixture(params=sorted(NOUNS))
def index(request: pytest.FixtureRequest, sites: Sites, open_page: Open) -> Page:
    """Give the index of the real handbook's questions, or of its stories."""
    page = open_page(sites.real.url + sites.real.paths[request.param][0]).page
    unfold(page)
    return page


def unfold(page: Page) -> None:
    """Open what is folded, so that the whole list can be seen."""
    while page.evaluate(OPEN, FOLDS):
        pass


def words_of(page: Page) -> Locator:
    """Give the field for words."""
    return page.get_by_role("search", name="Filter").get_by_role("searchbox")


def told(page: Page) -> None:
    """Wait until the filter knows by what else an item is found, which it learns once somebody looks for words."""
    expect(page.locator("form.filter[aria-busy]")).to_have_count(0)


def holding(page: Page, words: list[str]) -> list[str]:
    """Give the texts of the items that hold all of these words, or are found by them."""
    names = "globalThis.handbookData?.[document.querySelector('form.filter').dataset.foundBy]"
    said = f"{names}?.[e.querySelector('a').hash.slice(1)] ?? ''"
    return texts(page, ITEMS, f"{words}.every((word) => `${{e.textContent}} ${{{said}}}`.toLowerCase().includes(word))")


def chips(page: Page) -> list[Locator]:
    """Give one chip of each facet that leaves something out."""
    return [facet.locator("input").first for facet in page.locator("fieldset.filter__facet").all()]


def counted(page: Page, number: int) -> str:
    """Give what is said of so many that are left."""
    nouns = NOUNS["stories" if "/stories/" in page.url else "questions"]
    all_of_them = page.locator(ITEMS).count()
    return f"{number} of {all_of_them} {nouns[all_of_them != 1]}"


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
    expect(index.locator("form.filter output")).to_have_text("")
    for chip in chips(index):
        wanted = with_value(index, *named(chip))
        click(chip)
        unfold(index)
        assert shown(index) == wanted
        assert len(wanted) < len(whole)
        expect(index.locator("form.filter output")).to_have_text(counted(index, len(wanted)))
        click(chip)
    unfold(index)
    assert shown(index) == whole


def test_chips_of_one_kind_add_up_and_kinds_cut_down(index: Page) -> None:
    first, second = index.locator("fieldset.filter__facet").all()[:2]
    chips = [first.locator("input").nth(0), first.locator("input").nth(1), second.locator("input").nth(0)]
    for chip in chips:
        click(chip)
    unfold(index)
    one, other, both = (set(with_value(index, *named(chip))) for chip in chips)
    assert set(shown(index)) == (one | other) & both


def test_words_narrow_the_list_to_the_items_that_hold_them_all(index: Page) -> None:
    whole = shown(index)
    words = sorted({word for word in whole[0].lower().split() if word.isalpha()}, key=len)[-2:]
    words_of(index).fill(" ".join(words).upper())
    told(index)
    assert shown(index) == holding(index, words)
    assert whole[0] in shown(index)


def test_a_group_without_a_fitting_item_is_not_shown(index: Page) -> None:
    click(index.locator(".filter__facet input[name=competency]").first)
    groups = [group for group in index.locator(".index .group").all() if group.is_visible()]
    assert all(group.locator(".item:not([hidden])").count() for group in groups)
    assert 0 < len(groups) <= index.locator(".index .group").count()


def test_what_fits_nothing_says_so_and_clear_brings_everything_back(index: Page) -> None:
    whole, clear = shown(index), index.get_by_role("button", name="Clear", exact=True)
    expect(clear).to_be_hidden()
    words_of(index).fill("nobody ever wrote this qqq")
    expect(index.locator("form.filter output")).to_have_text(counted(index, 0))
    assert shown(index) == []
    expect(index.locator(".index__none")).to_be_visible()
    elsewhere = index.locator(".index__none a").get_attribute("href")
    clear.click()
    expect(index.locator("form.filter output")).to_have_text("")
    expect(index.locator(".index__none")).to_be_hidden()
    unfold(index)
    assert shown(index) == whole
    assert "?" not in index.url
    index.goto(index.url + str(elsewhere))
    expect(index.get_by_role("heading", level=1)).to_contain_text("All")


def test_the_choice_stands_in_the_address_and_survives_a_reload(index: Page) -> None:
    chip = index.locator(".filter__facet input").nth(1)
    click(chip)
    word = next(word for word in shown(index)[0].split() if word.isalpha())
    words_of(index).fill(word)
    told(index)
    narrowed, address = shown(index), index.url
    assert narrowed
    assert "=".join(named(chip)) in address
    assert f"words={word.lower()}" in address
    index.reload()
    told(index)
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
    unfold(index)
    assert shown(index) == wanted
    index.get_by_role("button", name="Clear", exact=True).focus()
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
    content = tiny.real()
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
    told(page)
    assert shown(page) == holding(page, ["deadline"])
    words_of(page).fill("")
    assert len(shown(page)) < page.locator(ITEMS).count()


def test_of_many_that_fit_each_group_says_how_many_and_few_are_all_shown(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url + sites.real.paths["questions"][0], width=NARROW).page
    page.locator(".filter__line button", has_text="Level").click()
    chip = page.locator("#facet-level input").last
    click(chip)
    fits = with_value(page, *named(chip))
    assert page.evaluate("document.documentElement.scrollHeight") / HEIGHT < MOST_SCREENS
    counts = page.locator("details.group:visible > summary .group__count").all_inner_texts()
    assert sum(map(int, counts)) == len(fits) > len(shown(page))
    words_of(page).fill("deadline")
    told(page)
    assert 0 < len(shown(page)) < len(fits)
    assert page.locator(f"{FOLDS}:visible").count() == 0


def test_on_a_phone_the_facets_are_one_line_of_chips_and_what_is_chosen_comes_first(
    sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.real.url + sites.real.paths["stories"][0], width=NARROW, has_touch=True).page
    line = page.locator(".filter__line")
    names = line.locator("button").all_inner_texts()
    assert len(names) > 3
    assert len({round(box["y"]) for one in line.locator("button").all() if (box := one.bounding_box())}) == 1
    assert page.locator(".filter__facet:visible").count() == 0
    line.get_by_role("button", name=names[1]).click()
    line.get_by_role("button", name=names[2]).click()
    assert page.locator(".filter__facet:visible").count() == 1
    expect(line.get_by_role("button", name=names[2])).to_have_attribute("aria-expanded", "true")
    chip = page.locator(".filter__facet:visible input").first
    words = chip.locator("xpath=../span").evaluate("e => e.firstChild.textContent.trim()")
    chip.locator("xpath=../span").tap()
    assert [text.strip() for text in line.locator("button").all_inner_texts()] == [words, *names]
    line.get_by_role("button", name=words).tap()
    expect(chip).not_to_be_checked()
    assert line.locator("button").all_inner_texts() == names


def test_the_questions_of_a_level_have_an_address_and_a_page_that_leads_to_it(sites: Sites, open_page: Open) -> None:
    page = open_page(f"{sites.real.url}reference/questions-by-level/").page
    link = page.locator(".rows li").nth(2)
    number = int(link.locator(".amount").inner_text().split()[0])
    slug = link.get_attribute("id")
    link.get_by_role("link").click()
    expect(page.locator(f"#facet-level input[value={slug}]")).to_be_checked()
    expect(page.locator("form.filter output")).to_have_text(counted(page, number))


@pytest.mark.parametrize("kind", sorted(NOUNS))
def test_the_facets_stand_beside_the_list_where_there_is_room_and_above_it_on_a_phone(
    kind: str, sites: Sites, open_page: Open
) -> None:
    for width, beside in ((WIDE, True), (NARROW, False)):
        page = open_page(sites.real.url + sites.real.paths[kind][0], width=width).page
        facets, items = (page.locator(part).bounding_box() for part in (PLACE[beside], ".index__list"))
        assert facets
        assert items
        assert (facets["x"] + facets["width"] <= items["x"]) is beside
        assert (facets["y"] + facets["height"] <= items["y"]) is not beside
        if beside:
            assert page.locator(".filter__chip:visible .filter__count").first.inner_text().isdigit()
        else:
            assert items["y"] < HEIGHT


def test_the_words_of_the_glossary_are_found_by_their_letter_and_by_other_names(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url + sites.real.paths["glossary"][0]).page
    whole = shown(page)
    letter = page.locator(".letters a").nth(2)
    begins = letter.inner_text()
    letter.click()
    assert page.evaluate("location.hash") == letter.get_attribute("href")
    first = page.locator(f"details:has({letter.get_attribute('href')}) .terms dt").first
    assert first.inner_text().upper().startswith(begins)
    content = tiny.real()
    term = next(term for term in content.terms if term.synonyms)
    words_of(page).fill(term.synonyms[0])
    assert any(text.startswith(term.term) for text in shown(page))
    assert len(shown(page)) < len(whole)
    expect(page.locator("form.filter output")).to_contain_text(f"of {len(whole)} words")
    page.get_by_role("button", name="Clear", exact=True).click()
    expect(page.locator("form.filter output")).to_have_text("")
    assert shown(page) == whole
