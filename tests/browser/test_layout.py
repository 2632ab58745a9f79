"""Every kind of page fits its screen, shows where the focus is, and holds still for those who ask it to."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import HEIGHT, NARROW, NARROWEST, WIDE, Open, Sites, some_now
from tests.browser.visit import still

TOO_WIDE = """
() => {
  const scrolls = (e) => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
  const inside = (e) => Boolean(e.parentElement) && (scrolls(e.parentElement) || inside(e.parentElement));
  const found = [...document.querySelectorAll('article, article *')].filter((e) => {
    const box = e.getBoundingClientRect();
    return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && !inside(e);
  });
  const page = document.documentElement;
  return [
    ...(page.scrollWidth > innerWidth ? [`the page is ${page.scrollWidth} px wide`] : []),
    ...found.map((e) => `${e.outerHTML.slice(0, 120)} ends at ${Math.round(e.getBoundingClientRect().right)} px`),
  ];
}
"""
JOINED = """
() => {
  const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
  const ends = (text, from, to) => {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return range.getBoundingClientRect();
  };
  const texts = [];
  while (walker.nextNode()) {
    if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
  }
  return texts.slice(1).flatMap((after, at) => {
    const before = texts[at];
    const between = document.createRange();
    between.setStart(before, before.data.trimEnd().length);
    between.setEnd(after, after.data.length - after.data.trimStart().length);
    if (!/\\s/.test(between.toString())) return [];
    const one = ends(before, between.startOffset - 1, between.startOffset);
    const next = ends(after, between.endOffset, between.endOffset + 1);
    const beside = one.width && next.width && Math.abs(one.bottom - next.bottom) < 4;
    return beside && Math.abs(next.left - one.right) < 1 ? [before.data.trim() + '|' + after.data.trim()] : [];
  });
}
"""
FOCUSED = """
() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const marked = [e, e.nextElementSibling, e.closest('label')].filter(Boolean).some((m) => {
    const style = getComputedStyle(m);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  });
  const tick = e.matches('input[type=checkbox], input[type=radio]');
  const shown = (tick ? e.closest('label') ?? (e.matches('.md-option') ? e.nextElementSibling : e) : e);
  const box = shown.getBoundingClientRect();
  const at = (x, y) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
  const seen = [0.05, 0.5, 0.95].some((x) => [0.1, 0.5, 0.9].some((y) => shown.contains(at(x, y))));
  return {what: e.outerHTML.slice(0, 120), marked, seen};
}
"""
MOVING = """
() => [...document.querySelectorAll('*')]
  .flatMap((e) => [null, '::before', '::after'].map((part) => [e, getComputedStyle(e, part)]))
  .filter(([, s]) => [s.transitionDuration, s.animationName === 'none' ? '0s' : s.animationDuration]
    .some((times) => times.split(', ').some((time) => parseFloat(time) > 0)))
  .map(([e]) => e.outerHTML.slice(0, 120))
"""
STEPS = 25


def unseen(page: Page, key: str) -> list[str]:
    """Press the key again and again, and give what had the focus and did not show it."""
    found = []
    for _ in range(STEPS):
        page.keyboard.press(key)
        if (stop := page.evaluate(FOCUSED)) is None:
            break
        if not (stop["marked"] and stop["seen"]):
            still(page)  # what opens because it has the focus takes a moment
            stop = page.evaluate(FOCUSED)
        found.append(stop)
    assert found
    return [stop["what"] for stop in found if not (stop["marked"] and stop["seen"])]


@pytest.mark.parametrize("width", some_now([NARROWEST, WIDE], 2))
@pytest.mark.parametrize("kind", ["home", "competency", "questions"])
def test_one_sees_it_on_the_way_back_too(kind: str, width: int, sites: Sites, open_page: Open) -> None:
    page = open_page(sites.kinds[kind][0], width=width, reduced_motion="reduce").page
    assert unseen(page, "Tab") == []
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert unseen(page, "Shift+Tab") == []


def test_nothing_moves_for_those_who_asked_it_not_to(sites: Sites, open_page: Open) -> None:
    for kind in ("home", "story", "questions"):
        page = open_page(sites.kinds[kind][0], reduced_motion="reduce").page
        page.set_viewport_size({"width": NARROW, "height": HEIGHT})
        assert page.evaluate(MOVING) == []


def test_on_a_phone_a_table_to_fill_in_leaves_each_cell_room_for_a_sentence(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + "worksheets/every-kind-of-field/", width=NARROW, has_touch=True).page
    cells = page.locator(".field--table tbody td").all()
    assert cells
    for cell in cells:
        assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") != "none"
        room = cell.locator("input").bounding_box()
        assert room
        assert room["width"] > NARROW * 0.8
    assert page.evaluate("[...document.querySelectorAll('.field--table')].every(e => e.scrollWidth <= e.clientWidth)")


def test_a_finger_hits_the_links_that_stand_alone(sites: Sites, open_page: Open) -> None:
    found = []
    for where in ("", "worksheets/", "stories/", "downloads/"):
        page = open_page(sites.tiny.url + where, width=NARROW, has_touch=True, is_mobile=True).page
        found += page.evaluate(
            """() => [...document.querySelectorAll('.rows li > a:first-child, .door li > a, .md-header__button')]
              .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
              .map(one => one.outerHTML.slice(0, 90))"""
        )
    assert not found


@pytest.mark.parametrize("kind", ["worksheets", "frameworks", "principles"])
def test_with_a_finger_too_a_row_has_its_title_and_its_figure_on_one_line(
    kind: str, sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.real.url + sites.real.paths[kind][0], width=NARROW, has_touch=True, is_mobile=True).page
    apart = page.evaluate(
        """() => [...document.querySelectorAll('.rows > ul > li > a + .amount')].map(figure => {
          const [title, beside] = [figure.previousElementSibling, figure].map(one => {
            const words = document.createRange();
            words.selectNodeContents(one);
            const line = words.getClientRects()[0];
            return line.top + line.height / 2;
          });
          return Math.abs(title - beside);
        })"""
    )
    assert apart
    assert max(apart) <= 4


def test_what_a_phone_folds_stands_open_where_there_is_room_and_without_script(sites: Sites, open_page: Open) -> None:
    url = sites.kinds["walkthrough"][0]
    for width, script, is_open in ((NARROW, True, False), (WIDE, True, True), (NARROW, False, True)):
        page = open_page(url, width=width, script=script).page
        folds = page.locator("details.narrow")
        assert folds.count() > 1
        assert [fold.get_attribute("open") is not None for fold in folds.all()] == [is_open] * folds.count()
