"""A note stands beside the words it speaks of where there is a margin, and below them where there is none."""

from playwright.sync_api import Page

from tests.browser.conftest import HEIGHT, NARROW, WIDE, Open, Sites
from tests.browser.visit import still

NOTES = """
() => [...document.querySelectorAll('.part--noted')].flatMap((part) => {
  return [...part.querySelectorAll('.note')].map((note, at, notes) => {
    const sign = part.querySelector(`.note-sign a[href="#${note.id}"]`).getBoundingClientRect();
    const box = note.getBoundingClientRect();
    const told = part.querySelector(`.note-sign a[href="#${note.id}"]`).closest('p');
    const after = [...part.querySelectorAll('.part__says > p')].find((p, i, all) => all[i - 1] === told);
    const rights = [...part.querySelectorAll('.part__says > p')].map((e) => e.getBoundingClientRect().right);
    return {
      textRight: Math.max(...rights),
      left: box.left, right: box.right, top: box.top, sign: sign.top,
      above: at ? notes[at - 1].getBoundingClientRect().bottom : 0,
      paragraph: told.getBoundingClientRect().bottom,
      next: after?.getBoundingClientRect().top ?? null,
    };
  });
})
"""
LINE = 24
GAP = 8
FINGER = 43.5
PAPER = 673  # A4 less its margins


def stories(sites: Sites, open_page: Open) -> list[Page]:
    """Give the stories that show all a story can have."""
    pages = [open_page(url).page for url in sites.kinds["story"]]
    return [page for page in pages if page.locator(".note").count()]


def test_in_the_margin_each_note_is_level_with_its_words_or_follows_the_note_above(
    sites: Sites, open_page: Open
) -> None:
    pages = stories(sites, open_page)
    assert pages
    for page in pages:
        page.set_viewport_size({"width": WIDE, "height": HEIGHT})
        still(page)
        for note in page.evaluate(NOTES):
            assert note["left"] >= note["textRight"]
            assert note["right"] <= WIDE
            pushed = note["above"] + LINE >= note["top"] >= note["above"] > note["sign"] - LINE
            assert abs(note["top"] - note["sign"]) < LINE or pushed, note
            assert not note["above"] or note["top"] >= note["above"] + GAP, note


def test_where_there_is_no_margin_each_note_stands_below_the_paragraph_it_speaks_of(
    sites: Sites, open_page: Open
) -> None:
    for page in stories(sites, open_page):
        page.set_viewport_size({"width": NARROW, "height": HEIGHT})
        still(page)
        for note in page.evaluate(NOTES):
            assert note["top"] >= note["paragraph"]
            assert note["next"] is None or note["next"] >= note["top"], "the words after it come below it"
            assert note["top"] >= note["above"]
            assert 0 <= note["left"] < note["right"] <= NARROW


def test_a_sign_in_the_text_is_called_by_its_note(sites: Sites, open_page: Open) -> None:
    for page in stories(sites, open_page):
        assert page.get_by_role("link", name="Note 1", exact=True).get_attribute("href") == "#note-1"


def test_a_finger_hits_a_sign_which_leads_to_its_note_and_back(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.kinds["story"][0], width=NARROW, has_touch=True, is_mobile=True).page
    reach = "e => { const { width, height } = getComputedStyle(e, '::after'); return [width, height].map(parseFloat); }"
    sign, back = page.locator(".note-sign a").first, page.locator(".note__back").first
    for link in (sign, back):
        assert min(link.evaluate(reach)) > FINGER
    sign.click()
    page.wait_for_url("**#note-1")
    back.click()
    page.wait_for_url("**#note-1-sign")
    assert 0 <= sign.evaluate("e => e.getBoundingClientRect().top") < HEIGHT


def test_on_paper_the_notes_of_a_part_stand_beside_its_words(sites: Sites, open_page: Open) -> None:
    for page in stories(sites, open_page):
        page.set_viewport_size({"width": PAPER, "height": HEIGHT})
        page.emulate_media(media="print")
        still(page)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        for note in page.evaluate(NOTES):
            assert note["left"] >= note["textRight"]
            assert note["right"] <= PAPER
