"""Where a sheet ends: what belongs together stays together, and nothing small stands alone on the next one."""

from contextlib import closing

import pytest
from pypdfium2 import PdfDocument

from tests.browser.conftest import Open, Served, Sites, some_now
from tests.browser.test_print import EDGE, ON_BOTH_PAPERS, printed, solid
from tests.browser.test_sheets import by_length, on_paper

LONG, MOST_SHEETS = 6, 4
PARTS = 3  # of the competencies
GLOSSARY_COLUMNS = 3
LINE = 12
TOGETHER = """
() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const steps = all('h2 + p + .drawn--flow').map((drawn) => [drawn.previousElementSibling, drawn.querySelector('h3')]);
  const levels = all('.drawn--scale .cells--told').map((cells) => all('h3', cells).slice(-2));
  const parts = all('.sheet__section');
  const asked = parts.map((part) => [part.firstElementChild, part.querySelector('.field :is(label, legend)')]);
  const fields = parts.map((part) => all(':is(.field--lines, .field--text) > label', part).slice(-2));
  return [...steps, ...levels, ...asked, ...fields].filter(([one, other]) => one && other)
    .map((pair) => pair.map((e) => e.textContent));
}
"""
GAPS = """
() => [...document.querySelectorAll('.rest')].map((rest) => {
  const [before, after] = [[...rest.previousElementSibling.querySelectorAll('li')], [...rest.querySelectorAll('li')]];
  const last = Math.max(...before.map((e) => e.getBoundingClientRect().bottom));
  return { gap: after[0].getBoundingClientRect().top - last, words: after[0].textContent };
})
"""
LEFTS = "() => new Set([...document.querySelectorAll('.terms dt')].map((e) => e.getBoundingClientRect().left)).size"


def scored(served: Served) -> str:
    """Give the address of the worksheet with most scales to choose from."""
    return max(served.paths["worksheet"], key=lambda where: served.html(where).count("field--scale"))


@ON_BOTH_PAPERS
def test_steps_levels_and_questions_stay_with_what_they_belong_to(sites: Sites, open_page: Open, paper: str) -> None:
    sheets_to_fill = (by_length(sites.real, "worksheet")[-1], scored(sites.real))
    for where in (*sites.real.paths["competency"], *sheets_to_fill):
        page = open_page(sites.real.url + where).page
        pairs = [[solid(text) for text in pair] for pair in page.evaluate(TOGETHER)]
        assert pairs, where
        sheets = printed(page, paper)
        parted = [pair for pair in pairs if not any(all(one[:EDGE] in sheet for one in pair) for sheet in sheets)]
        assert (where, parted) == (where, [])


@pytest.mark.parametrize("part", some_now(range(PARTS), PARTS))
def test_the_rest_of_a_list_goes_on_where_the_list_was_cut(part: int, sites: Sites, open_page: Open) -> None:
    seen = 0
    for where in sites.real.paths["competency"][part::PARTS]:
        page = open_page(sites.real.url + where).page
        on_paper(page)
        gaps = page.evaluate(GAPS)
        assert (where, [one for one in gaps if one["gap"] > LINE]) == (where, [])
        seen += len(gaps)
    assert seen


def test_no_long_worksheet_takes_more_than_four_sheets(sites: Sites, open_page: Open) -> None:
    for where in by_length(sites.real, "worksheet")[-LONG:]:
        page = open_page(sites.real.url + where).page
        with closing(PdfDocument(page.pdf(format="A4"))) as made:
            assert (where, len(made)) <= (where, MOST_SHEETS)


def test_words_of_the_glossary_stand_in_three_columns(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url + sites.real.paths["glossary"][0]).page
    on_paper(page)
    assert page.evaluate(LEFTS) == GLOSSARY_COLUMNS
