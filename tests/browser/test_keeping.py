"""What is kept survives whatever happens to it: two tabs, no storage, no room, a hostile file, half an address."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROWEST, Open, Sites, some_now
from tests.browser.practice import FILL, KEY, keep, kept
from tests.browser.test_accessibility import complaints
from tests.browser.test_practice_worksheets import settle
from tests.handbooks import tiny
from tests.handbooks.tiny import ROOT

NOON = "2026-02-26T12:00:00"
SAVED = "2026-02-01T10:00:00.000Z"
CLOSED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
APPLE = "Object.defineProperty(navigator, 'vendor', {get: () => 'Apple Computer, Inc.'})"
SHEET = "worksheets/every-kind-of-field/"
TYPED = "Nobody else must read this."
KEEPING = {
    "home": "",
    "asked most": "reference/asked-in-nearly-every-interview/",
    "drill": "practise/drill/",
    "loop": "practise/my-loop/",
    "mock": "practise/mock-interview/",
    "plan": "plans/two-days/",
    "readiness": "practise/readiness/",
    "stories": "practise/my-stories/",
    "worksheet": SHEET,
}
READING = {
    "home": "",
    "missing": "404.html",
    "story": "stories/the-export-nobody-used/",
    "competency": "competencies/saying-no/",
    "walkthrough": "walkthroughs/the-roadmap-review/",
}
OPENED = {"brief", "recall"}  # scripts that come once a fold of a reading page is opened
SCRIPTED = sorted({path.stem for path in (ROOT / "templates/scripts/pages").glob("*.js")} - OPENED)
OPEN_FOLDS = "for (const one of document.querySelectorAll('.brief, .recall > details')) one.open = true"


def notice(page: Page) -> Any:
    return page.locator(".keeping")


def whole(page: Page) -> str:
    """Give the whole document as the browser keeps it."""
    text = page.evaluate(f"localStorage.getItem({KEY})")
    assert isinstance(text, str)
    return text


def tabs(sites: Sites, open_page: Open, where: str, other: str) -> tuple[Page, Page]:
    """Give two tabs of one browser."""
    page = open_page(sites.tiny.url + where).page
    second = page.context.new_page()
    second.goto(sites.tiny.url + other)
    return page, second


@pytest.mark.parametrize("where", KEEPING.values(), ids=list(KEEPING))
def test_every_page_that_keeps_says_at_once_that_this_browser_does_not(
    where: str, sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.tiny.url + where, first=CLOSED).page
    expect(notice(page)).to_contain_text("This browser keeps nothing here")
    expect(notice(page)).to_be_visible()


@pytest.mark.parametrize("where", KEEPING.values(), ids=list(KEEPING))
def test_every_page_that_keeps_says_at_once_that_there_is_no_room_and_shows_what_is_kept(
    where: str, sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.tiny.url).page
    keep(page, stories={"one": {"title": "The dam", "saved": SAVED}})
    page.evaluate(FILL)
    page.goto(sites.tiny.url + where)
    expect(notice(page)).to_contain_text("This browser has no room left.")
    assert "The dam" in whole(page)


def test_a_copy_is_saved_where_one_stands_with_what_the_browser_could_not_keep(
    sites: Sites, open_page: Open, tmp_path: Path
) -> None:
    page = open_page(sites.tiny.url + SHEET, first=CLOSED).page
    page.get_by_label("The sentence").fill(TYPED)
    settle(page)
    with page.expect_download() as coming:
        notice(page).get_by_role("link", name="Save a copy").click()
    coming.value.save_as(tmp_path / "copy.json")
    assert TYPED in (tmp_path / "copy.json").read_text("utf-8")


def test_a_browser_that_forgets_after_a_week_says_so_where_one_types_and_when_a_copy_was_saved(
    sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.tiny.url + SHEET, first=APPLE, now=NOON).page
    expect(page.get_by_label("The sentence")).to_be_visible()
    expect(notice(page)).to_be_hidden()
    page.get_by_label("The sentence").fill("Something to lose")
    settle(page)
    expect(notice(page)).to_contain_text(
        "clear what you wrote after seven days without a visit. No copy was saved yet."
    )
    with page.expect_download():
        notice(page).get_by_role("link", name="Save a copy").click()
    expect(notice(page)).to_contain_text("A copy was saved today.")
    page.clock.set_fixed_time("2026-03-10T12:00:00")
    page.reload()
    expect(notice(page)).to_contain_text("A copy was saved 12 days ago.")
    page.goto(sites.tiny.url + "practise/my-data/")
    expect(page.get_by_text("A copy was saved 12 days ago.")).to_be_visible()


def test_the_browser_is_asked_once_to_keep_what_was_written_for_good(sites: Sites, open_page: Open) -> None:
    counting = "window.asked = 0; navigator.storage.persist = async () => { window.asked += 1; return true; }"
    page = open_page(sites.tiny.url + SHEET, first=counting).page
    page.get_by_label("I said no first").check()
    settle(page)
    assert page.evaluate("window.asked") == 0
    for words in ("words", "more words"):
        page.get_by_label("The sentence").fill(words)
        settle(page)
    assert page.evaluate("window.asked") == 1
    page.reload()
    page.get_by_label("The sentence").fill("and more")
    settle(page)
    assert page.evaluate("window.asked") == 0


@pytest.mark.parametrize("part", ["worksheet", "story", "mock"])
def test_what_one_tab_erases_no_other_writes_back_until_somebody_writes_on(
    part: str, sites: Sites, open_page: Open
) -> None:
    where = {"worksheet": SHEET, "story": KEEPING["stories"], "mock": KEEPING["mock"]}[part]
    page, data = tabs(sites, open_page, where, "practise/my-data/")
    page.clock.install()
    page.reload()
    field = writing(page, part)
    field.fill(TYPED)
    page.clock.run_for(1000)
    assert TYPED in whole(page)
    field.press_sequentially(" One more")  # which is not saved yet
    data.get_by_role("button", name="Erase everything").click()
    data.get_by_role("button", name="Erase it now").click()
    expect(data.get_by_text("Everything is erased.")).to_be_visible()
    erased = "This interview was erased in another tab" if part == "mock" else "kept again as soon as you write on"
    expect(page.get_by_text(erased).first).to_be_visible()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange')); dispatchEvent(new Event('pagehide'))")
    page.clock.run_for(15_000)  # a mock interview notes its time every few seconds
    assert TYPED not in whole(page)
    if part == "mock":  # it has halted, and goes on with what was noted when somebody says so
        page.get_by_role("button", name="Keep it again and go on").click()
    field.press_sequentially(" and on")
    page.clock.run_for(1000)
    assert f"{TYPED} One more and on" in whole(page)


def writing(page: Page, part: str) -> Any:
    """Give a place to write in a worksheet, in a new story or in an interview that runs."""
    if part == "worksheet":
        return page.get_by_label("The sentence")
    if part == "story":
        page.get_by_role("button", name="Write your first story").first.click()
        return page.get_by_label("Title")
    page.get_by_role("region", name="Pick a walkthrough").get_by_role("button").first.click()
    page.locator("input[name=confidence]").nth(3).check()
    page.get_by_role("button", name="Start the clock").first.click()
    return page.get_by_label("Notes")


def test_words_that_two_tabs_write_in_one_field_are_both_kept(sites: Sites, open_page: Open) -> None:
    first, second = tabs(sites, open_page, SHEET, SHEET)
    first.clock.install(time="2026-02-26T11:00:00")
    first.clock.pause_at(NOON)
    one, other = (page.get_by_label("What happened?") for page in (first, second))
    one.press_sequentially("from the first")  # its clock stands, so it is not saved yet
    other.fill("from the second")
    settle(second)
    first.evaluate("document.querySelector('form.sheet').dispatchEvent(new Event('change'))")
    offer = first.locator(".both")
    expect(offer).to_contain_text("from the second")
    expect(one).to_have_value("from the first")
    offer.get_by_role("button", name="Add it below yours").click()
    expect(one).to_be_focused()
    expect(one).to_have_value("from the first\n\nfrom the second")
    expect(other).to_have_value("from the first\n\nfrom the second")
    expect(offer).to_have_count(0)


def test_earlier_versions_of_a_sheet_are_looked_at_and_put_back(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + SHEET, now=NOON).page
    words = page.get_by_label("What happened?")
    words.fill("The whole story, as I wrote it on the first evening, with all its numbers.")
    page.get_by_label("I said no first").check()
    settle(page)
    earlier = page.locator(".earlier")
    expect(earlier).to_be_hidden()
    words.fill("oops")
    settle(page)
    earlier.get_by_text("Earlier versions").click()
    expect(earlier.locator("li")).to_have_count(1)
    earlier.get_by_role("button", name="Show the version").click()
    expect(earlier).to_contain_text("with all its numbers")
    expect(earlier).to_contain_text("What happened?")
    assert complaints(page) == []
    earlier.get_by_role("button", name="Put back the version").click()
    expect(words).to_have_value(re.compile("with all its numbers"))
    expect(earlier.get_by_role("status")).to_contain_text("It is put back.")
    page.reload()
    expect(words).to_have_value(re.compile("with all its numbers"))
    page.locator(".earlier summary").click()
    page.get_by_role("button", name="Show the version").click()
    expect(page.locator(".earlier")).to_contain_text("oops")


def test_that_it_is_kept_is_said_aloud_once(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + SHEET, now=NOON).page
    saved = page.locator(".sheet__saved")
    for minute, live in (("12:00", "polite"), ("12:01", "off"), ("12:02", "off")):
        page.clock.set_fixed_time(f"2026-02-26T{minute}:00")
        page.get_by_label("The sentence").fill(minute)
        settle(page)
        expect(saved).to_have_text(f"Kept in this browser, {minute}")
        expect(saved).to_have_attribute("aria-live", live)


GOOD: dict[str, dict[str, Any]] = {
    "worksheets": {
        "answers": {"the-sentence": "x", "said-no": True},
        "attempts": [{"at": SAVED, "answers": {"a": "x"}, "score": 1, "of": 5, "confidence": 3}],
    },
    "stories": {
        "title": "The dam",
        "parts": {"situation": "x"},
        "thirty": "x",
        "system": "x",
        "template": "x",
        "slots": {"a": "x"},
        **{tag: ["x"] for tag in ("questions", "competencies", "themes", "traits", "principles")},
        "pace": 150,
        "give": {"summary": "x", "measures": [{"what": "x"}], "notes": [], "followUps": [], "agreed": ["x"]},
    },
    "mocks": {
        "walkthrough": "mix",
        "questions": ["x"],
        "wish": {"competency": "", "level": "", "minutes": 30},
        "seed": "x",
        "title": "A mix",
        "started": SAVED,
        "finished": SAVED,
        "stage": "done",
        "phase": "x",
        "turn": 0,
        "probes": 0,
        "elapsed": 1,
        "notes": {"x": "x"},
        "confidence": 3,
        "scores": {"x": 3},
        "ticks": ["x"],
        "mistakes": ["x"],
        "points": 50,
        "of": 100,
        "recording": False,
        "tab": "x",
    },
    "cards": {
        "card": {"due": SAVED, "last_review": SAVED, "state": 2, "stability": 3.1, "difficulty": 5}
        | dict.fromkeys(("elapsed_days", "scheduled_days", "learning_steps", "reps", "lapses"), 1),
        "log": [{"at": SAVED, "rating": 3}],
    },
    "ticks": {"done": SAVED},
    "rounds": {"loop": "two-talks", "round": "walk", "date": "2026-03-10", "order": 1},
    "later": {"title": "The dam"},
    "place": {"page": "stories/the-export-nobody-used", "title": "The export", "part": "results", "heading": "Results"},
}
BAD: list[Any] = [
    None, True, 0, -1, 0.5, 1e300, "", "soon", "2026-02-31", "0001-01-01", "9999-12-31T00:00:00Z", "<b>", [], {},
    [None], [[]], {"a": None}, {"a": {"b": []}}, [{"at": "soon", "score": "x", "of": None}],
]  # fmt: skip


def hostile() -> dict[str, Any]:
    """Give a document in which each field of each part is once each bad value, beside one entry that is good."""
    document: dict[str, Any] = {"version": 1}
    for part, good in GOOD.items():
        items = {"good": good | {"saved": SAVED}}
        for field in (*good, "saved"):
            for at, bad in enumerate(BAD):
                items[f"bad-{field.lower()}-{at}"] = good | {"saved": SAVED, field: bad}
                if isinstance(good.get(field), dict):
                    for inner in good[field]:
                        items[f"bad-{field.lower()}-{inner.lower()}-{at}"] = good | {
                            "saved": SAVED,
                            field: good[field] | {inner: bad},
                        }
        document[part] = items
    document["rounds"] = {key.replace("good", "two-talks/walk"): item for key, item in document["rounds"].items()}
    return document


ASKED = """
window.asked = new Set();
const got = Storage.prototype.getItem;
Storage.prototype.getItem = function (key) { asked.add(key); return got.call(this, key); };
"""
POISON = """([keys, at]) => {
  const object = (of) => JSON.stringify({ version: 1, ...of });
  const texts = [
    '{', 'null', '"soon"', '[['.repeat(5000), 'x'.repeat(200000), '\\ud800\\u0000',
    object({ stories: [], interview: 7, gone: { 'stories/good': {} }, erased: '2100-12-31T23:59:59.999Z' }),
    '{"version":1,"__proto__":{"a":1},"constructor":{"prototype":{"a":1}},"stories":{"__proto__":{},"":{}}}',
    '{"version":2,"stories":{}}', '{"state":{"user":null},"_persist":{"version":-1}}',
  ];
  const text = texts[at % texts.length];
  for (const store of [localStorage, sessionStorage]) for (const key of keys) store.setItem(key, text);
  indexedDB.open(`${keys[0]}:1:recordings`, 99).onsuccess = (event) => event.target.result.close();
}"""
ADDRESSES = (
    *("?q=%", "?a#%E0", "?b#my-%", "?c#?deck=%E0%A4", "?d#%00", "?e#?", "?f#__proto__", "?words=%00&kind=__proto__"),
    *("?asked=javascript:alert(1)#<img src=x onerror=alert(1)>", "?g#?plan=" + "x" * 5000),
)
ROUNDS = 3  # of poison for each page, the next page's other ones: every script holds against all in tests/scripts/keep
CONTROLS = """() => {
  const own = [...document.querySelectorAll('article *')].filter(({ localName }) => /-|^form$/.test(localName));
  const within = own.flatMap((one) => [...one.querySelectorAll('a[href], button, input, select, textarea, summary')]);
  return within.some((one) => one.checkVisibility());
}"""


def page_of(name: str) -> str:
    """Give the address of a page that reads, or of the first that names the script."""
    if name in READING:
        return READING[name]
    path = next(page.path for page in tiny.pages() if re.search(rf'^scripts: \[.*"{name}"', page.text, re.MULTILINE))
    return re.sub(r"(^|/)index/$", r"\1", path.removesuffix(".md") + "/")


@pytest.mark.parametrize("turn", some_now(range(ROUNDS), ROUNDS))
@pytest.mark.parametrize("name", [*READING, *SCRIPTED])
def test_whatever_stands_in_the_storage_or_the_address_every_page_shows_itself_and_complains_of_nothing(
    name: str, turn: int, sites: Sites, open_page: Open
) -> None:
    where = page_of(name)
    visit = open_page(sites.tiny.url + where)
    page, key = visit.page, f"handbook:{urlsplit(sites.tiny.url).path}"
    visit.settle()
    has_controls = page.evaluate(CONTROLS)
    page.add_init_script(ASKED)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(hostile())])
    page.reload()
    visit.settle()
    shown(page, has_controls=has_controls)
    there = json.loads(page.evaluate("key => localStorage.getItem(key)", key))
    assert {*GOOD} == {*there} - {"version", "interview", "gone", "erased"}
    keys = [key, *{*page.evaluate("[...asked, ...Object.keys(localStorage)]")} - {key}]
    assert len(keys) > 2
    at = [*READING, *SCRIPTED].index(name) * ROUNDS + turn
    address = ADDRESSES[at % len(ADDRESSES)]
    page.evaluate(POISON, [keys, at])
    page.goto(sites.tiny.url + where + address)
    visit.settle()
    page.evaluate(OPEN_FOLDS)
    visit.settle()
    shown(page, has_controls=has_controls)
    assert (address, visit.errors) == (address, [])


def shown(page: Page, *, has_controls: bool) -> None:
    """Say whether the page has its heading, something below it, and, where scripts made any, something to press."""
    expect(page.locator("article h1")).to_be_visible()
    words = page.locator("article").first.inner_text()
    assert len(words) > 100
    assert "could not be loaded" not in words
    assert page.evaluate(CONTROLS) >= has_controls


def test_one_bad_story_is_set_aside_by_name_said_on_the_page_and_saved_as_a_file(
    sites: Sites, open_page: Open, tmp_path: Path
) -> None:
    page = open_page(sites.tiny.url).page
    stories = {"one": {"title": "The dam", "saved": SAVED}, "two": {"title": "The launch", "saved": "soon"}}
    keep(page, stories=stories)
    page.goto(sites.tiny.url + "practise/my-stories/")
    expect(page.get_by_role("heading", name="Your stories", exact=True)).to_be_visible()
    expect(page.locator("story-bank")).to_contain_text("The dam")
    expect(page.locator("story-bank")).not_to_contain_text("The launch")
    expect(notice(page)).to_contain_text("could not be read. It was set aside")
    notice(page).get_by_role("link", name="see what it is").click()
    expect(page.locator("my-data")).to_contain_text("Story “The launch”: its “saved” must be a time, found “soon”.")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save the damaged data").click()
    coming.value.save_as(tmp_path / "damaged.txt")
    text = (tmp_path / "damaged.txt").read_text("utf-8")
    assert json.loads(text)["stories"] == {"two": stories["two"]}
    page.get_by_label("The file").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": text.replace("soon", SAVED).encode()}
    )
    page.get_by_role("button", name="Take it in").click()
    assert set(kept(page, "stories")) == {"one", "two"}


def test_a_file_with_a_bad_entry_is_taken_in_without_it_and_says_which(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + "practise/my-data/").page
    file = {"version": 1, "stories": {"one": {"title": "The dam"}, "two": {"title": "The launch", "saved": "soon"}}}
    page.get_by_label("The file").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
    )
    said = page.locator(".data__preview")
    expect(said).to_contain_text("Story “The launch”: its “saved” must be a time, found “soon”.")
    expect(said).to_contain_text("1 story will be added")
    page.get_by_role("button", name="Take it in").click()
    assert set(kept(page, "stories")) == {"one"}


def test_what_was_deleted_comes_back_from_a_copy_only_when_asked_for(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + "practise/my-data/").page
    story = {"title": "The dam", "saved": SAVED}
    keep(page, gone={"stories/one": "2026-02-20T10:00:00.000Z"})
    page.reload()
    page.get_by_label("The file").set_input_files(
        {
            "name": "x.json",
            "mimeType": "application/json",
            "buffer": json.dumps({"version": 1, "stories": {"one": story}}).encode(),
        }
    )
    said = page.locator(".data__preview")
    expect(said).to_contain_text("1 story deleted here after the copy was saved: it will stay deleted")
    expect(page.get_by_role("button", name="Take it in")).to_have_count(0)
    page.get_by_label("Bring back what was deleted here").check()
    page.get_by_role("button", name="Take it in").click()
    assert set(kept(page, "stories")) == {"one"}


@pytest.mark.parametrize("scheme", some_now(["light", "dark"], 2))
def test_axe_finds_nothing_in_the_notice_and_a_phone_shows_all_of_it(
    scheme: str, sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.tiny.url + SHEET, scheme=scheme, width=NARROWEST, first=CLOSED).page
    expect(notice(page)).to_be_visible()
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST


@pytest.mark.parametrize(
    "value", ["{", "null", '{"color": {"x y": "z"}}', '{"index": 99, "color": {"scheme": "slate"}}']
)
def test_what_another_site_left_under_the_themes_names_stops_nothing(value: str, sites: Sites, open_page: Open) -> None:
    visit = open_page(sites.tiny.url)
    visit.page.evaluate("value => localStorage.setItem('/.__palette', value)", value)
    visit.page.goto(sites.tiny.url + "stories/")
    visit.page.reload()
    expect(visit.page.locator("input[data-md-color-scheme]:checked")).to_have_count(1)
    assert visit.errors == []
