"""Readers see, save, move and erase what the handbook keeps of them; nothing is ever lost by accident."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROWEST, Open, Sites, serving, some_now
from tests.browser.practice import FILL, KEY, holding
from tests.browser.test_accessibility import complaints

NOON = "2026-02-26T12:00:00"
DATA = "practise/my-data/"
SAVED = "2026-02-01T10:00:00.000Z"
MINE = {
    "version": 1,
    "interview": {"date": "2026-03-10", "goal": 10, "set": "2026-02-20"},
    "worksheets": {"story-coverage": {"answers": {"a": "<b>x</b>"}, "attempts": [], "saved": SAVED}},
    "stories": {
        "one": {"title": "The dam that broke", "saved": SAVED},
        "two": {"title": "<img src=x onerror=alert(1)>", "saved": "2026-02-20T10:00:00.000Z"},
    },
    "cards": {"c1": {"saved": SAVED}},
}
ADD_RECORDING = """
(name) => new Promise((resolve, reject) => {
  const opening = indexedDB.open(name);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const adding = opening.result.transaction(['recordings', 'slices'], 'readwrite');
    adding.objectStore('recordings').put({id: 'r1', mock: 'm1', made: '2026-02-20', seconds: 3});
    adding.objectStore('slices').put(new Blob(['x'.repeat(2_000_000)]), ['r1', 0]);
    adding.oncomplete = () => { opening.result.close(); resolve(null); };
  };
})
"""


def keep(page: Page, text: str | dict[str, Any]) -> None:
    """Put a document where this site keeps its own, and show the page anew."""
    page.evaluate(
        f"(text) => localStorage.setItem({KEY}, text)",
        text if isinstance(text, str) else json.dumps(text),
    )
    page.reload()


def kept(page: Page) -> Any:
    text = page.evaluate(f"localStorage.getItem({KEY})")
    return held(text or "{}")


def held(text: str) -> Any:
    """Give what a document holds: without the parts that hold nothing, and without the time at which it was erased."""
    return {key: value for key, value in json.loads(text).items() if value != {} and key != "erased"}


@pytest.fixture
def data(sites: Sites, open_page: Open) -> Page:
    """Give the page of the reader's data, with something in it."""
    return open_page(sites.tiny.url + DATA, now=NOON, storage_state=holding(sites.tiny.url, MINE)).page


def choose(page: Page, text: str | dict[str, Any], *, replace: bool = False) -> None:
    """Choose a file with this text, and how to take it in."""
    page.get_by_label("Put the copy in its place" if replace else "Keep it. Of two").check()
    content = (text if isinstance(text, str) else json.dumps(text)).encode()
    page.get_by_label("The file").set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": content})


def preview(page: Page) -> Any:
    return page.locator(".data__preview")


def test_the_page_says_what_is_kept(data: Page) -> None:
    lines = ["The date of your interview: 10 March 2026", "1 worksheet", "2 stories", "1 card"]
    expect(data.locator(".data__kept li")).to_have_text(lines)


def test_a_copy_is_a_json_file_with_everything_and_its_day_in_its_name(data: Page, tmp_path: Path) -> None:
    with data.expect_download() as coming:
        data.get_by_role("button", name="Save a copy").click()
    assert coming.value.suggested_filename == "handbook-notes-2026-02-26.json"
    coming.value.save_as(tmp_path / "copy.json")
    assert held((tmp_path / "copy.json").read_text(encoding="utf-8")) == MINE


def test_what_is_saved_erased_and_taken_in_again_is_as_it_was(data: Page, tmp_path: Path) -> None:
    with data.expect_download() as coming:
        data.get_by_role("button", name="Save a copy").click()
    coming.value.save_as(tmp_path / "copy.json")
    data.get_by_role("button", name="Erase everything").click()
    data.get_by_role("button", name="Erase it now").click()
    expect(data.locator(".data__kept")).to_contain_text("Nothing yet.")
    assert kept(data) == {"version": 1, "interview": {"date": "", "goal": 10, "set": ""}}
    choose(data, (tmp_path / "copy.json").read_text(encoding="utf-8"))
    data.get_by_role("button", name="Take it in").click()
    assert kept(data) == MINE
    data.reload()
    expect(data.locator(".data__kept")).to_contain_text("2 stories")


THEIRS = {
    "version": 1,
    "interview": {"date": "2026-04-01", "goal": 30, "set": ""},
    "stories": {
        "one": {"title": "The dam that held", "saved": "2026-02-25T10:00:00.000Z"},
        "two": {"title": "An older one", "saved": SAVED},
        "three": {"title": "Only there", "saved": SAVED},
    },
    "cards": {"c1": {"saved": SAVED}},
}


def test_merging_shows_before_what_it_changes_and_changes_just_that(data: Page) -> None:
    choose(data, THEIRS)
    expect(preview(data).get_by_role("heading")).to_have_text("What will change")
    said = [line.split("\n")[0] for line in preview(data).locator("> ul > li").all_inner_texts()]
    assert said == [
        "1 story will stay as here, which is newer",
        "1 story will take the place of an older one here",
        "1 story will be added",
        "1 card the same in both",
    ]
    assert kept(data) == MINE
    data.get_by_role("button", name="Take it in").click()
    titles = {name: story["title"] for name, story in kept(data)["stories"].items()}
    assert titles == {"one": "The dam that held", "two": MINE["stories"]["two"]["title"], "three": "Only there"}  # type: ignore[index]
    assert kept(data)["worksheets"] == MINE["worksheets"]
    assert kept(data)["interview"] == MINE["interview"]


def test_replacing_names_what_will_be_lost_first_and_can_be_undone(data: Page) -> None:
    choose(data, THEIRS, replace=True)
    expect(preview(data).get_by_role("heading")).to_have_text("What will change")
    said = [line.split("\n")[0] for line in preview(data).locator("> ul > li").all_inner_texts()]
    assert said == [
        "The date of your interview will be 1 April 2026, not 10 March 2026",
        "1 worksheet will be erased here, for the copy lacks it",
        "1 story will take the place of a newer one here",
        "1 story will take the place of an older one here",
        "1 story will be added",
        "1 card the same in both",
    ]
    preview(data).get_by_text("take the place of a newer").click()
    expect(preview(data).get_by_text("An older one", exact=True)).to_be_visible()
    data.get_by_role("button", name="Put it in place of what is here").click()
    assert "worksheets" not in kept(data)
    expect(data.get_by_role("button", name="Undo")).to_be_focused()
    data.get_by_role("button", name="Undo").click()
    assert kept(data) == MINE


def test_choosing_the_other_way_shows_the_other_changes(data: Page) -> None:
    choose(data, THEIRS)
    expect(preview(data)).not_to_contain_text("will be erased")
    data.get_by_label("Put the copy in its place").check()
    expect(preview(data)).to_contain_text("1 worksheet will be erased here")


def test_a_copy_of_what_is_here_changes_nothing(data: Page) -> None:
    choose(data, MINE)
    expect(preview(data).get_by_role("heading")).to_have_text("Nothing will change")
    expect(data.get_by_role("button", name="Take it in")).to_have_count(0)


def test_a_copy_of_an_older_version_is_taken_in(data: Page) -> None:
    choose(data, {"version": 0, "stories": {"old": {"title": "Old"}}})
    data.get_by_role("button", name="Take it in").click()
    assert set(kept(data)["stories"]) == {"one", "two", "old"}
    assert kept(data)["version"] == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", ""),
        ("no json", "The file must be JSON"),
        ("[1]", "The file must hold an object"),
        ('{"version": 2}', "must be of version 1 or older, found version 2"),
        ('{"stories": {}}', "found no version"),
        ('{"version": 1, "stories": []}', "“stories” must be an object, found a list"),
        ('{"version": 1, "stories": {"__proto__": {"x": 1}}}', "its name must be of lower-case letters"),
        ('{"version": 1, "stories": {"<script>": {}}}', "its name must be of lower-case letters"),
        ('{"version": 1, "stories": {"a": {"title": "x", "saved": "zzz"}}}', "its “saved” must be a time, found “zzz”"),
        ('{"version": 1, "stories": {"x": ' + '{"a":' * 2000 + "1" + "}" * 2000 + "}}", "must not be nested"),
        ('{"version": 1, "x": "' + "y" * 5_000_000 + '"}', "must be smaller"),
        ("\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "must be JSON"),
    ],
)
def test_a_hostile_file_is_refused_in_words_and_nothing_changes(data: Page, text: str, says: str) -> None:
    for replace in (False, True):
        choose(data, text, replace=replace)
        expect(preview(data)).to_contain_text(says)
        expect(data.get_by_role("button", name="Take it in")).to_have_count(0)
        expect(data.get_by_role("button", name="Put it in place")).to_have_count(0)
    assert kept(data) == MINE


def test_markup_in_a_file_is_shown_as_typed(data: Page) -> None:
    choose(data, {"version": 1, "stories": {"evil": {"title": "<img src=x onerror=document.title='hit'>"}}})
    preview(data).get_by_text("will be added").click()
    expect(preview(data).get_by_text("<img src=x onerror=document.title='hit'>")).to_be_visible()
    assert data.locator("my-data img").count() == 0
    assert data.title() != "hit"


def test_a_copy_for_which_there_is_no_room_changes_nothing(data: Page) -> None:
    data.evaluate(FILL)
    choose(data, {"version": 1, "stories": {"big": {"title": "x" * 200_000}}})
    data.get_by_role("button", name="Take it in").click()
    expect(preview(data)).to_contain_text("This browser has no room for it. Nothing was changed.")
    assert kept(data) == MINE


@pytest.mark.parametrize("text", ['{"version": 1, "stor', "[]", '{"version": "7"}', "\x00"])
def test_damaged_data_is_set_aside_and_offered_and_the_page_works_on(data: Page, text: str, tmp_path: Path) -> None:
    keep(data, text)
    expect(data.locator(".data__kept")).to_contain_text("Nothing yet.")
    with data.expect_download() as coming:
        data.get_by_role("button", name="Save the damaged data").click()
    coming.value.save_as(tmp_path / "damaged.txt")
    assert (tmp_path / "damaged.txt").read_text(encoding="utf-8") == text
    choose(data, MINE)
    data.get_by_role("button", name="Take it in").click()
    assert kept(data)["stories"] == MINE["stories"]
    data.reload()
    data.get_by_role("button", name="Erase the damaged data").click()
    expect(data.get_by_role("heading", name="Damaged data")).to_have_count(0)
    data.reload()
    expect(data.get_by_role("button", name="Save the damaged data")).to_have_count(0)
    assert kept(data)["stories"] == MINE["stories"]


def test_erasing_asks_first_and_says_what_will_be_gone(data: Page) -> None:
    data.get_by_role("button", name="Erase everything").click()
    sure = data.get_by_role("group", name="Are you sure?")
    expect(sure).to_be_focused()
    expect(sure).to_contain_text("2 stories")
    data.keyboard.press("Escape")
    expect(data.get_by_role("button", name="Erase everything")).to_be_focused()
    data.get_by_role("button", name="Erase everything").click()
    data.get_by_role("button", name="Keep it").click()
    expect(data.get_by_role("button", name="Erase everything")).to_be_focused()
    assert kept(data) == MINE


def test_recordings_are_counted_and_erased(data: Page) -> None:
    name = data.evaluate(KEY) + ":1:recordings"
    data.evaluate(ADD_RECORDING, name)
    data.reload()
    expect(data.locator(".data__kept")).to_contain_text("1 recording of your voice, 2.0 MB")
    erase = data.get_by_role("button", name="Erase the recordings")
    erase.click()
    data.get_by_role("button", name="Really erase them").click()
    expect(data.locator(".data__kept")).not_to_contain_text("recording")
    assert kept(data) == MINE
    data.evaluate(ADD_RECORDING, name)
    data.get_by_role("button", name="Erase everything").click()
    expect(data.get_by_role("group", name="Are you sure?")).to_contain_text("1 recording of your voice")
    data.get_by_role("button", name="Erase it now").click()
    expect(data.get_by_text("Everything is erased.")).to_be_visible()
    data.reload()
    expect(data.locator(".data__kept")).not_to_contain_text("recording")


def test_what_another_tab_writes_or_erases_is_seen_at_once(data: Page) -> None:
    other = data.context.new_page()
    other.goto(data.url)
    choose(other, THEIRS)
    other.get_by_role("button", name="Take it in").click()
    expect(data.locator(".data__kept")).to_contain_text("3 stories")
    data.get_by_role("button", name="Erase everything").click()
    data.get_by_role("button", name="Erase it now").click()
    expect(other.locator(".data__kept")).to_contain_text("Nothing yet.")


def test_data_of_another_site_of_the_same_owner_is_left_alone(data: Page) -> None:
    data.evaluate("localStorage.setItem('handbook:/other/:1', '{}'); localStorage.setItem('/.__palette', 'x')")
    data.get_by_role("button", name="Erase everything").click()
    data.get_by_role("button", name="Erase it now").click()
    assert data.evaluate("localStorage.getItem('handbook:/other/:1')") == "{}"
    assert data.evaluate("localStorage.getItem('/.__palette')") == "x"


@pytest.mark.parametrize("scheme", some_now(["light", "dark"], 2))
def test_axe_finds_nothing_while_the_page_is_used_and_a_phone_shows_all(
    scheme: str, sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.tiny.url + DATA, scheme=scheme, width=NARROWEST, reduced_motion="reduce").page
    keep(page, "damaged")
    keep(page, MINE)
    choose(page, THEIRS, replace=True)
    page.get_by_role("button", name="Erase everything").click()
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST
    buttons = page.locator("article button:visible").all()
    assert min(box["height"] for box in (b.bounding_box() for b in buttons) if box) >= 44


def test_what_was_kept_under_a_former_name_stands_under_the_name_of_today(public: Path, open_page: Open) -> None:
    with serving(public / "site") as url:
        page = open_page(url + DATA).page
        sheet = {"answers": {"the-sentence": "as I wrote it"}, "attempts": [], "saved": SAVED}
        keep(page, {"version": 1, "worksheets": {"a-sheet-of-old": sheet}})
        assert kept(page)["worksheets"] == {"every-kind-of-field": sheet}
        keep(page, {"version": 1, "worksheets": {"a-sheet-of-old": sheet}})
        page.goto(url + "worksheets/a-sheet-of-old/")
        page.wait_for_url(url + "worksheets/every-kind-of-field/")
        expect(page.locator("[id$=the-sentence]")).to_have_value("as I wrote it")
        assert kept(page)["worksheets"] == {"every-kind-of-field": sheet}
