"""One's own stories: written, measured, tagged, told for the right question, and given back to the handbook."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from generator.content.load import entry_from_text
from generator.rules.measures import part_shares, words_told
from generator.rules.style_guide import ENGLISH_GUIDE
from tests.browser.conftest import HEIGHT, IN_BOTH_LOOKS, NARROW, WIDE, Open, Served, Sites, serving
from tests.browser.practice import FILL, keep, kept, sideways, tab_to, too_small
from tests.browser.test_accessibility import OPEN_ALL, complaints
from tests.browser.visit import still
from tests.handbooks import tiny
from tests.scripts.test_story_bank import STORIES, in_plain_words

WHERE = "practise/my-stories/"
NOON = "2026-11-21T12:00:00"
PARTS = ("Context", "Challenge", "Actions", "Results", "Learnings")
BRIEF = "Copy the interviewer’s brief"
CLIPBOARD = ("clipboard-read", "clipboard-write")
REFUSE = "void (navigator.clipboard.writeText = () => Promise.reject(new Error('refused')))"
QUESTIONS_ON_PEOPLE = 7


def own_story(slug: str, **changes: Any) -> dict[str, Any]:
    """Give a story of the tiny handbook as a reader would have kept it."""
    record = tiny.content().stories[slug].record
    words = in_plain_words(record)
    give = {
        "summary": words["summary"],
        "level": record.narrator.level,
        "company": record.narrator.company,
        "team": record.narrator.team,
        "outcome": record.outcome,
        "ending": record.ending,
        "name": "R. Example",
        "link": "",
        "more": words["if_they_want_more"],
        "measures": words["measures"],
        "notes": words["notes"],
        "followUps": words["follow_ups"],
        "agreed": [],
    }
    whole = {
        "title": "My own " + words["title"],
        "parts": words["told"],
        "thirty": words["thirty_seconds"],
        "system": words["system"],
        "questions": [record.question, *record.also_answers],
        "competencies": list(record.competencies),
        "themes": list(record.themes),
        "traits": list(record.traits),
        "principles": list(record.principles),
        "pace": 140,
        "give": give,
        "saved": "2026-11-21T11:00:00.000Z",
    }
    return {**whole, **changes}


NOTES = """The launch I called off

Situation: I led nine people at a payroll firm.
Task: The date was a law.
Action: First I asked the two who had built it. It was done in 10 weeks.
Result: Nobody left.
"""
FIRST_TALK = {"loop": "two-talks", "round": "first", "date": "2026-12-01", "order": 0}
CHINESE = "当时我负责一个九人的团队。"
BEGUN = {"title": "Only begun", "parts": {"context": "I was there."}, "competencies": ["saying-no"], "themes": []}


@pytest.fixture
def site(sites: Sites) -> Served:
    return sites.tiny


@pytest.fixture
def stories(site: Served, open_page: Open) -> Page:
    """Give the page of one's own stories, with none in it, at a noon that stays."""
    return open_page(site.url + WHERE, now=NOON, permissions=CLIPBOARD).page


@pytest.fixture
def published(public: Path) -> Iterator[str]:
    """Give the address of the tiny handbook, built by a project that says where its sources are."""
    with serving(public / "site") as url:
        yield url


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def begin(page: Page) -> None:
    press(page, "Write your first story")


def hold(page: Page, rounds: dict[str, Any] | None = None, **held: Any) -> None:
    """Let the browser keep these stories, and show all of them."""
    keep(page, stories=held, rounds=rounds or {})
    page.goto(page.url.partition("#")[0])
    page.reload()
    expect(page.get_by_role("heading", name="Your stories", exact=True)).to_be_visible()


def step(page: Page, name: str) -> None:
    """Go to one of the steps of the story that is open."""
    page.get_by_role("navigation", name="The story, step by step").get_by_role("button", name=name).click()


def only(page: Page) -> dict[str, Any]:
    """Give the one story that the browser keeps once the page is left."""
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    (story,) = kept(page, "stories").values()
    assert isinstance(story, dict)
    return story


def saved(page: Page) -> Locator:
    return page.locator("story-bank .sheet__saved")


def remarks(page: Page) -> list[str]:
    return [str(one.get_attribute("data-code")) for one in page.locator("story-bank .remark").all()]


def unfold(page: Page, name: str) -> None:
    page.locator("story-bank summary", has_text=re.compile(name)).click()


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def shares(page: Page) -> list[float]:
    return [
        float(str(one.get_attribute("width"))) for one in page.locator(".own__side .strip rect[class^=shade]").all()
    ]


def test_a_story_is_kept_while_it_is_typed_and_is_open_again_after_a_reload(stories: Page) -> None:
    begin(stories)
    expect(stories.get_by_label("Title")).to_be_focused()
    stories.keyboard.type("The no at noon")
    expect(saved(stories)).to_have_text("Kept in this browser, 12:00")
    stories.get_by_label("Context").fill("I ran a team of <b>six</b>.\n\nIt was spring.")
    stories.reload()
    expect(stories.get_by_role("heading", name="The no at noon")).to_be_visible()
    expect(stories.get_by_label("Context")).to_have_value("I ran a team of <b>six</b>.\n\nIt was spring.")
    assert only(stories)["title"] == "The no at noon"
    press(stories, "All my stories")
    row = stories.locator(".bank__list li")
    expect(row).to_contain_text("Still empty: challenge, actions, results, learnings, thirty seconds.")
    row.get_by_role("link", name="The no at noon", exact=True).click()
    expect(stories.get_by_role("heading", name="The no at noon")).to_be_focused()
    stories.go_back()
    expect(stories.get_by_role("heading", name="Your stories", exact=True)).to_be_visible()


def test_minutes_shares_voices_and_numbers_follow_the_typing(stories: Page) -> None:
    begin(stories)
    side = stories.locator(".own__side")
    expect(side).to_contain_text("Nothing told yet")
    assert "0:00" not in side.inner_text()
    expect(side).to_contain_text("No number yet.")
    stories.get_by_label("Context").fill("word " * 70)
    stories.get_by_label("Actions").fill("I said no to seven of us. " * 10)
    expect(side).to_contain_text("1:00 aloud, 140 words")
    assert shares(stories) == [50, 0, 50, 0, 0]
    expect(side.locator("li[data-part=context]")).to_contain_text("0:30, 50 % (aim for about 15 %)")
    expect(side).to_contain_text("“I, my, me”: 10. “We, our, us”: 10.")
    expect(side).to_contain_text("In the actions: 10 and 10.")
    expect(side).to_contain_text("Numbers in: actions.")
    stories.get_by_label("Words a minute").fill("100")
    expect(side).to_contain_text("1:24 aloud, 140 words")
    expect(stories.locator("#words-context")).to_have_text("70 words, 0:42 aloud")
    stories.get_by_label("Words a minute").fill("9000")
    stories.get_by_label("Title").click()
    expect(stories.get_by_label("Words a minute")).to_have_value("100")
    assert only(stories)["pace"] == 100


def test_a_telling_of_the_handbook_is_measured_as_the_handbook_measures_it(stories: Page) -> None:
    slug = "the-export-nobody-used"
    record = tiny.content().stories[slug].record
    hold(stories, one=own_story(slug))
    stories.locator(".bank__list li > a").first.click()
    expect(stories.locator(".own__length")).to_contain_text(f"{words_told(ENGLISH_GUIDE, record)} words")
    of = part_shares(ENGLISH_GUIDE, record)
    for part, share in of.items():
        expect(stories.locator(f"li[data-part={part}] .legend__value")).to_contain_text(f", {share} %")
    assert remarks(stories) == []
    expect(stories.locator(".own__count")).to_have_text("No remarks: it can be told.")


def test_each_remark_stands_at_its_part_and_leads_to_the_page_that_explains_it(stories: Page) -> None:
    begin(stories)
    assert remarks(stories) == []
    stories.get_by_label("Actions").fill("We met and we talked, because it was late.")
    stories.get_by_label("Results").fill("It went well.")
    stories.get_by_label("Learnings").fill("Since teamwork pays, I now ask the two who disagree before I decide.")
    expect(stories.locator("#remarks-actions .remark")).to_have_attribute("data-code", "own-part")
    expect(stories.locator("#remarks-results .remark")).to_have_attribute("data-code", "figures")
    generic = stories.locator("#remarks-learnings .remark")
    expect(generic).to_contain_text(
        "“teamwork” would fit anybody’s story. Say what only you can have learned from this one."
    )
    rule = ENGLISH_GUIDE.rule_of("generic-learning")
    generic.get_by_role("link", name=rule["title"]).click()
    expect(stories).to_have_url(re.compile(r"/reference/how-a-story-is-judged/#generic-learning$"))
    expect(stories.locator("#generic-learning")).to_contain_text(rule["title"])
    stories.go_back()
    stories.get_by_label("Learnings").fill("I now send the price first, whenever somebody senior asks me for a date.")
    expect(stories.locator("#remarks-learnings .remark")).to_have_count(0)
    stories.get_by_label("Results").fill("Three of nine stayed.")
    expect(stories.locator("#remarks-results .remark")).to_have_count(0)
    stories.get_by_label("Context").fill("Write to me@example.org, to me@example.org!")
    expect(stories.locator("#remarks-context .remark")).to_have_attribute("data-code", "personal-data")


def test_what_needs_the_whole_telling_is_said_only_once_it_is_there(stories: Page) -> None:
    begin(stories)
    for part in PARTS[:-1]:
        stories.get_by_label(part).fill("I said three things, because it was late.")
    expect(stories.locator(".own__count")).to_contain_text("Still empty: learnings, thirty seconds.")
    assert remarks(stories) == []
    stories.get_by_label("Learnings").fill("I now ask first, whenever somebody senior wants a date from my team.")
    assert set(remarks(stories)) == {"length-aloud", "balance", "actions", "opening"}
    expect(stories.get_by_label("My system")).to_be_visible()
    step(stories, "Thirty seconds")
    expect(stories.get_by_label("My system")).to_be_hidden()
    stories.get_by_label("Thirty seconds", exact=True).fill("Too short.")
    expect(stories.locator("#remarks-thirty .remark")).to_have_attribute("data-code", "thirty-seconds")
    expect(stories.locator("#remarks-thirty .remark__says")).to_have_text(
        "Your short version has 2 words. Thirty seconds are 45 to 90."
    )
    assert "found" not in " ".join(stories.locator(".remark__says").all_inner_texts())


def test_the_blanks_of_a_template_become_the_telling(stories: Page) -> None:
    unfold(stories, "From a template")
    stories.get_by_label("The template").select_option(index=0)
    press(stories, "Begin with it")
    expect(stories.get_by_label("The bet you made")).to_be_focused()
    press(stories, "Make this my telling")
    expect(stories.locator(".fill [role=status]")).to_have_text("Fill in the blanks of one sentence first.")
    stories.get_by_label("The bet you made").fill("an export")
    stories.get_by_label("The bet you dropped").fill("a search.")
    made = stories.locator(".fill__made")
    expect(made).to_contain_text("I had to choose between an export and a search.")
    expect(made.locator(".blank")).to_have_text(["The price"])
    stories.reload()
    expect(stories.get_by_label("The bet you dropped")).to_have_value("a search.")
    press(stories, "Make this my telling")
    expect(stories.get_by_label("Context")).to_have_value("I had to choose between an export and a search.")
    expect(stories.get_by_label("Challenge")).to_have_value("")
    stories.get_by_label("Context").fill("My own words.")
    step(stories, "The blanks")
    stories.get_by_role("textbox", name="The price").fill("one customer")
    press(stories, "Make this my telling")
    expect(stories.get_by_text("Your telling has words already.")).to_be_visible()
    press(stories, "Keep my telling")
    step(stories, "The full telling")
    expect(stories.get_by_label("Context")).to_have_value("My own words.")
    step(stories, "The blanks")
    press(stories, "Make this my telling")
    press(stories, "Replace them")
    expect(stories.get_by_label("Challenge")).to_have_value("I chose an export, and it cost us one customer.")
    assert only(stories)["slots"] == {"first-bet": "an export", "second-bet": "a search.", "price": "one customer"}


def test_tags_are_found_chosen_ordered_and_kept(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url + WHERE).page
    begin(page)
    page.get_by_label("Title").fill("Tagged")
    step(page, "What it answers")
    unfold(page, "^Questions")
    find = page.get_by_label("Find a question")
    find.fill("zzzz")
    expect(page.get_by_text("None fits.")).to_be_visible()
    for words in ("hardest", "failure"):
        find.fill(words)
        box = page.locator("story-bank .choose__list input:not(:checked)").first
        box.focus()
        page.keyboard.press("Space")
        expect(page.locator("story-bank .choose__list input:focus")).to_be_checked()
    expect(page.locator("story-bank summary", has_text="Questions: 2 chosen")).to_be_visible()
    first = page.get_by_label("Mainly told for")
    names = first.locator("option").all_inner_texts()
    first.select_option(names[1])
    before = only(page)["questions"]
    unfold(page, "^Competencies")
    unfold(page, "^Themes")
    page.get_by_role("group", name="Competencies").get_by_role("checkbox").nth(2).check()
    page.get_by_role("group", name="Themes").get_by_role("checkbox").nth(1).check()
    page.get_by_role("group", name="Themes").get_by_role("checkbox").nth(1).uncheck()
    page.reload()
    step(page, "What it answers")
    unfold(page, "^Questions: 2 chosen")
    assert page.get_by_label("Mainly told for").locator("option").all_inner_texts() == names[::-1]
    assert only(page)["questions"] == before
    assert (len(only(page)["competencies"]), only(page)["themes"]) == (1, [])


def test_the_matrix_says_in_words_and_shapes_what_is_covered_and_what_is_begun(stories: Page) -> None:
    whole = own_story("the-export-nobody-used")
    hold(stories, a=whole, b=BEGUN)
    unfold(stories, "^What your stories cover")
    table = stories.get_by_role("region", name="Coverage of your stories")
    rows = {
        row.locator("th").inner_text(): [str(cell.text_content()) for cell in row.locator("td").all()]
        for row in table.locator("tr[data-cover]").all()
    }
    assert rows == {
        "Choosing what to build": ["covered", "mainly", ""],
        "Saying no": ["begun", "", "mainly"],
        "A bet": ["covered", "also", ""],
        "A refusal": ["none", "", ""],
    }
    expect(stories.get_by_text("Competencies: 1 of 2 covered, 1 begun, 0 without a story.")).to_be_visible()
    expect(table.get_by_role("columnheader", name="Only begun")).to_be_visible()


def test_each_question_asked_most_gets_a_story_and_a_reason(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url + WHERE).page
    asked = page.evaluate("handbookData.questions.asked")
    first, second = asked[0], asked[1]
    by_id = {one["id"]: one for one in page.evaluate("handbookData.questions.questions")}
    every = list(dict.fromkeys(by_id[one]["competency"] for one in asked))
    hold(page, a={**BEGUN, "title": "Tagged", "questions": [first], "competencies": []})
    rows = page.locator(".asked > li")
    expect(rows).to_have_count(len(asked))
    tell = page.locator(f".asked > li[data-question={first}]")
    expect(tell).to_contain_text("Tell Tagged You wrote it for this question. It is not told whole yet.")
    none = page.locator(f".asked > li[data-question={second}]")
    expect(none).to_contain_text("No story yet.")
    unfold(page, "^Which story to tell")
    none.get_by_role("button", name="Write one for").click()
    expect(page.get_by_label("Title")).to_be_focused()
    expect(page.locator(".own__head .facts")).to_have_text(re.compile("^Told for "))
    assert [one["title"] for one in kept(page, "stories").values()] == ["Tagged"]
    page.keyboard.type("Written now")
    expect(saved(page)).to_contain_text("Kept in this browser")
    written = next(one for one in kept(page, "stories").values() if one["title"] == "Written now")
    assert (written["questions"], written["competencies"]) == ([second], [])
    hold(page, a={**BEGUN, "title": "By its question", "questions": [second], "competencies": []})
    unfold(page, "^What your stories cover")
    row = page.locator(f"tr:has(#matrix-competencies-{by_id[second]['competency']})")
    expect(row).to_have_attribute("data-cover", "begun")
    hold(page, a={**BEGUN, "title": "For all", "competencies": every})
    unfold(page, "^Which story to tell")
    expect(page.get_by_text("Told too often: For all.")).to_be_visible()
    events = [one for one in asked if "spoken" not in by_id[one]]
    expect(page.get_by_text(f"the one to tell for {len(events)} of these {len(asked)} questions")).to_be_visible()
    expect(page.locator(f".asked > li[data-question={events[0]}]").get_by_role("link").last).to_have_text("For all")
    expect(tell).to_contain_text("No story yet.")
    expect(page.get_by_text(f"{len(asked) - len(events)} of the {len(asked)} questions")).to_be_visible()


@pytest.mark.parametrize(("width", "screens"), [(WIDE, 3), (NARROW, 5)])
def test_six_stories_and_the_doors_behind_them_are_a_few_screens(
    sites: Sites, open_page: Open, width: int, screens: int
) -> None:
    page = open_page(sites.real.url + WHERE, width=width).page
    held = {f"s{at}": own_story("the-export-nobody-used", title=f"Story {at}") for at in range(6)}
    mock = {"walkthrough": "mix", "stage": "done", "told": {"one": "s0", "two": "s0"}}
    keep(page, stories=held, mocks={"mix:1": mock})
    page.reload()
    expect(page.locator(".bank__told").first).to_have_text("told twice in an interview")
    expect(page.locator(".bank__told:not(:empty)")).to_have_count(1)
    expect(page.locator("article details[open]")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollHeight") < screens * HEIGHT
    unfold(page, "^Other ways to begin")
    expect(page.get_by_role("button", name="Paste a story")).to_be_visible()


def test_without_the_network_the_page_says_that_nothing_is_lost_and_what_to_do(stories: Page) -> None:
    hold(stories, a=BEGUN)
    stories.route("**/practise/data/*", lambda route: route.abort())
    stories.reload()
    expect(stories.get_by_role("alert")).to_contain_text("is still kept. Load the page once more")
    assert list(kept(stories, "stories")) == ["a"]


def test_a_deleted_story_can_be_brought_back(stories: Page) -> None:
    hold(stories, a=own_story("the-export-nobody-used"), b=BEGUN)
    press(stories, "Delete: Only begun")
    assert list(kept(stories, "stories")) == ["a"]
    expect(stories.get_by_role("button", name="Bring it back")).to_be_focused()
    press(stories, "Bring it back")
    assert kept(stories, "stories")["b"]["title"] == "Only begun"
    expect(stories.locator(":focus")).to_have_text("Only begun")


def test_two_tabs_write_one_story_and_neither_loses_a_word(stories: Page) -> None:
    begin(stories)
    stories.get_by_label("Title").fill("Of two tabs")
    assert only(stories)["title"] == "Of two tabs"
    second = stories.context.new_page()
    second.goto(stories.url)
    second.get_by_label("Context").fill("from the second")
    stories.get_by_label("Results").fill("from the first")
    expect(stories.get_by_label("Context")).to_have_value("from the second")
    expect(second.get_by_label("Results")).to_have_value("from the first")
    held = only(stories)
    assert (held["parts"]["context"], held["parts"]["results"]) == ("from the second", "from the first")
    press(second, "All my stories")
    press(second, "Delete: Of two tabs")
    expect(stories.get_by_text("This story was deleted in another tab.")).to_be_visible()
    press(stories, "Keep it")
    expect(second.locator(".bank__list")).to_contain_text("Of two tabs")
    assert only(stories)["parts"]["context"] == "from the second"


def test_a_full_browser_is_reported_and_nothing_is_lost(stories: Page) -> None:
    begin(stories)
    stories.get_by_label("Title").fill("Before")
    assert only(stories)["title"] == "Before"
    stories.evaluate(FILL)
    stories.get_by_label("Actions").fill("a long story " * 300)
    expect(saved(stories)).to_contain_text("This browser has no room left.")
    expect(saved(stories).get_by_role("link", name="Save a copy")).to_be_visible()
    assert only(stories)["title"] == "Before"
    expect(stories.get_by_label("Actions")).to_have_value("a long story " * 300)
    stories.evaluate(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('x')) localStorage.removeItem(key)"
    )
    stories.get_by_label("Results").fill("Room again.")
    expect(saved(stories)).to_have_text("Kept in this browser, 12:00")
    assert only(stories)["parts"]["actions"] == "a long story " * 300


def test_hostile_words_and_damaged_stories_do_no_harm(stories: Page) -> None:
    hold(
        stories,
        a={"title": "<img src=x onerror=alert(1)>", "parts": {"gone": "x"}, "questions": ["gone"], "pace": 1},
        b={"title": "Two", "competencies": ["gone", "gone"], "give": {"outcome": "gone"}, "template": "gone"},
        c={"title": 5, "competencies": ["gone", 7], "give": []},
    )
    expect(stories.locator("story-bank")).to_contain_text("Two")
    assert set(kept(stories, "stories")) == {"a", "b"}
    expect(stories.locator("story-bank img")).to_have_count(0)
    stories.get_by_role("link", name="<img", exact=False).first.click()
    expect(stories.get_by_role("heading", name="<img src=x")).to_be_visible()
    stories.get_by_label("Context").fill("whole again")
    press(stories, "All my stories")
    assert kept(stories, "stories")["a"]["parts"]["context"] == "whole again"


def test_the_brief_holds_the_interview_and_the_story_that_is_open(stories: Page) -> None:
    hold(stories, one=own_story("the-export-nobody-used"))
    unfold(stories, "Practise with an assistant")
    expect(stories.locator(".brief")).to_contain_text("Nothing is sent anywhere from here.")
    press(stories, BRIEF)
    expect(stories.locator(".brief [role=status]")).to_contain_text("Copied.")
    plain_brief = copied(stories)
    for words in (
        "# Interview me: The roadmap review",
        "## The rubric",
        "Which one, and what will you tell",
        "Nobody does.",
    ):
        assert words in plain_brief
    assert "## My own story" not in plain_brief
    stories.locator(".bank__list li > a").first.click()
    step(stories, "Use it")
    unfold(stories, "Practise with an assistant")
    press(stories, BRIEF)
    expect(stories.locator(".brief [role=status]")).to_contain_text("Copied.")
    told = copied(stories)
    assert "## My own story: My own The export nobody used" in told
    assert "Ask: What is the hardest bet you made?" in told
    assert "Eleven people used it in a year" in told


def test_where_the_clipboard_is_refused_the_brief_can_be_copied_by_hand(site: Served, open_page: Open) -> None:
    visit = open_page(site.url + "walkthroughs/the-roadmap-review/")
    page = visit.page
    page.evaluate(REFUSE)
    page.locator("interview-brief summary").click()
    press(page, BRIEF)
    field = page.get_by_label("The text to copy")
    expect(field).to_be_focused()
    assert field.input_value().startswith("# Interview me: The roadmap review\n")
    assert page.evaluate("getSelection().toString()").startswith("# Interview me")
    assert [request for request in visit.requests if not request.startswith(site.url)] == []


@pytest.mark.parametrize("draw", ["walkthrough", "mix"])
def test_the_brief_of_a_mock_is_of_what_was_picked(draw: str, site: Served, open_page: Open) -> None:
    page = open_page(site.url + "practise/mock-interview/", permissions=CLIPBOARD).page
    keep(page, stories={"a": own_story("the-export-nobody-used")})
    page.reload()
    press(page, "The roadmap review" if draw == "walkthrough" else "Draw the questions")
    unfold_brief = page.locator(".brief summary")
    unfold_brief.click()
    page.locator("#brief-story").select_option(index=1)
    press(page, BRIEF)
    expect(page.locator(".brief [role=status]")).to_contain_text("Copied.")
    text = copied(page)
    assert "undefined" not in text
    assert "## My own story: My own The export nobody used" in text
    title = "The roadmap review" if draw == "walkthrough" else "A mix of"
    assert text.startswith(f"# Interview me: {title}")
    assert ("### Question 1:" in text) == (draw == "mix")


def test_the_way_from_what_is_missing_offers_a_question_for_it(site: Served, open_page: Open) -> None:
    page = open_page(site.url + "practise/readiness/").page
    page.get_by_role("link", name="Write your first story").click()
    field = page.get_by_label("The question it answers")
    expect(field).to_be_focused()
    chosen = field.input_value()
    assert chosen in page.evaluate("handbookData.questions.asked")
    press(page, "Write your first story")
    expect(page.locator(".own__head")).to_contain_text("Told for")
    keep(page, stories={"a": own_story("the-export-nobody-used")})
    page.goto(site.url + "questions/saying-no/")
    page.get_by_role("link", name="Write your own story for it").first.click()
    expect(field).to_be_focused()
    assert page.url.endswith(f"#for-{field.input_value()}"), "also where the ways to begin are folded"


def test_a_story_is_told_aloud_with_a_clock(stories: Page) -> None:
    keep(stories, stories={"a": own_story("the-export-nobody-used")})
    stories.clock.install()
    stories.reload()
    stories.locator(".bank__list li > a").first.click()
    step(stories, "Use it")
    press(stories, "Start the clock")
    stories.clock.run_for(130_000)
    press(stories, "Stop the clock")
    expect(stories.locator(".own__aloud [role=status]")).to_contain_text(
        re.compile(r"You told it in 2:1\d\. At your pace its words take \d:\d\d\.")
    )
    expect(stories.get_by_role("link", name="Have it asked")).to_be_visible()


def finished(page: Page) -> None:
    """Open the one story that is kept and go to where it is given away."""
    page.locator(".bank__list li > a").first.click()
    step(page, "Use it")
    unfold(page, "Contribute this story")


def answer(page: Page) -> None:
    for box in page.get_by_role("group", name="Can anybody be recognised?").get_by_role("checkbox").all():
        box.check()


def test_a_contributed_story_is_a_file_that_the_generator_takes(stories: Page) -> None:
    hold(stories, one=own_story("the-export-nobody-used"))
    finished(stories)
    expect(stories.locator(".give [role=status]").first).to_have_text("Nothing: the check would take it as it is.")
    press(stories, "Download the file")
    expect(stories.get_by_text("First answer whether anybody can be recognised")).to_be_visible()
    questions = stories.get_by_role("group", name="Can anybody be recognised?").get_by_role("checkbox")
    expect(questions.first).to_be_focused()
    answer(stories)
    assert len(questions.all()) == QUESTIONS_ON_PEOPLE
    with stories.expect_download() as downloading:
        press(stories, "Download the file")
    name = downloading.value.suggested_filename
    assert name == "my-own-the-export-nobody-used.yaml"
    text = downloading.value.path().read_text(encoding="utf-8")
    entry = entry_from_text(text, STORIES, name.removesuffix(".yaml"), f"content/stories/{name}")
    assert entry.record.title == "My own The export nobody used"
    assert (entry.record.provenance, entry.record.contributor.name) == ("contributed", "R. Example")
    press(stories, "Copy the file")
    expect(stories.get_by_text(f"Its name is content/stories/{name}.")).to_be_visible()
    assert copied(stories) == text
    expect(stories.get_by_role("button", name="Open it on GitHub")).to_have_count(0)
    stories.reload()
    step(stories, "Use it")
    unfold(stories, "Contribute this story")
    assert all(box.is_checked() for box in questions.all())


def test_what_is_left_for_the_check_is_said_and_goes_when_it_is_written(stories: Page) -> None:
    story = own_story("the-export-nobody-used")
    hold(stories, one={**story, "give": {**story["give"], "summary": "", "notes": [], "followUps": []}})
    finished(stories)
    left = stories.locator(".give__left")
    expect(left).to_contain_text('"summary"')
    stories.get_by_label("In one sentence").fill("A story in one sentence.")
    expect(left).not_to_contain_text('"summary"')
    press(stories, "Add a note")
    expect(stories.get_by_label("In the part")).to_be_focused()
    stories.get_by_label("Its exact words").fill("words that nobody said")
    expect(left.locator("li[data-code=quote]")).to_contain_text("copy them exactly")
    press(stories, "Remove: note 1")
    expect(stories.get_by_role("button", name="Add a note")).to_be_focused()
    expect(left.locator("li[data-code=quote]")).to_have_count(0)
    link = left.locator("li[data-code=unedited] a")  # neither notes nor follow-ups: told, and to be edited
    expect(link).to_have_attribute("href", re.compile("#unedited$"))
    for at in range(1, 4):
        press(stories, "Add a follow-up")
        stories.get_by_label("They ask", exact=True).nth(at - 1).fill(f"Question {at}?")
    stories.reload()
    step(stories, "Use it")
    unfold(stories, "Contribute this story")
    assert [one.input_value() for one in stories.get_by_label("They ask", exact=True).all()] == [
        f"Question {at}?" for at in (1, 2, 3)
    ]


def test_on_github_a_pull_request_begins_with_the_file(published: str, open_page: Open) -> None:
    page = open_page(published + WHERE, permissions=CLIPBOARD).page
    short = {**own_story("the-export-nobody-used"), "parts": dict.fromkeys(map(str.lower, PARTS), "I did.")}
    short["give"] = {**short["give"], "notes": [], "followUps": []}
    hold(page, one=short)
    finished(page)
    answer(page)
    page.evaluate("void (window.open = (address) => { globalThis.opened = address; })")
    press(page, "Open it on GitHub")
    expect(page.get_by_text("The page opened in another tab")).to_be_visible()
    address = urlsplit(page.evaluate("opened"))
    assert (address.netloc, address.path) == ("github.com", "/somebody/handbook/new/main")
    query = parse_qs(address.query)
    assert query["filename"] == ["content/stories/my-own-the-export-nobody-used.yaml"]
    assert "title: My own The export nobody used" in query["value"][0]
    step(page, "The full telling")
    page.get_by_label("Actions", exact=True).fill("I wrote a long letter. " * 150)
    step(page, "Use it")
    press(page, "Open it on GitHub")
    expect(page.get_by_text("too long to travel in an address. Two steps are left:")).to_be_visible()
    expect(page.get_by_text("The file is on your clipboard.")).to_be_visible()
    link = page.get_by_role("link", name="Open the empty file on GitHub")
    expect(link).to_have_attribute("href", re.compile(r"/new/main\?filename=[^&]*$"))
    assert "I wrote a long letter. I wrote" in " ".join(copied(page).split())
    page.evaluate(REFUSE)
    press(page, "Open it on GitHub")
    expect(page.get_by_text("Copy the file from the field below.")).to_be_visible()
    expect(link).to_be_visible()
    expect(page.get_by_label("The file of your story")).to_be_visible()


def go_back_to(page: Page, name: str) -> None:
    """Press Shift and Tab until what begins with this name has the focus, and press it."""
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.textContent").startswith(name):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"no Shift+Tab leads to {name!r}")


def test_a_story_is_written_tagged_and_deleted_by_keyboard_alone(stories: Page) -> None:
    tab_to(stories, "Write your first story")
    stories.keyboard.press("Enter")
    expect(stories.get_by_label("Title")).to_be_focused()
    stories.keyboard.type("By hand")
    for part in PARTS:
        tab_to(stories, part)
        stories.keyboard.type(f"I wrote {part}.")
    go_back_to(stories, "What it answers")
    tab_to(stories, "Competencies")
    stories.keyboard.press("Enter")
    tab_to(stories, "Saying no")
    stories.keyboard.press("Space")
    go_back_to(stories, "All my stories")
    expect(stories.get_by_role("heading", name="Your stories", exact=True)).to_be_focused()
    held = only(stories)
    assert held["parts"] == {part.lower(): f"I wrote {part}." for part in PARTS}
    assert held["competencies"] == ["saying-no"]
    tab_to(stories, "Delete")
    stories.keyboard.press("Enter")
    stories.keyboard.press("Enter")
    assert only(stories)["title"] == "By hand"


@IN_BOTH_LOOKS
def test_every_screen_is_accessible_and_fits(site: Served, open_page: Open, scheme: str, width: int) -> None:
    page = open_page(site.url + WHERE, scheme=scheme, width=width, reduced_motion="reduce").page
    found: list[str] = []

    def look(where: str) -> None:
        page.evaluate(OPEN_ALL)
        still(page)
        found.extend(f"{where}: {complaint}" for complaint in complaints(page))
        found.extend(f"{where}: {control}" for control in too_small(page, "story-bank"))
        if sideways(page):
            found.append(f"{where}: {sideways(page)} px too wide")

    look("empty")
    press(page, "Paste a story")
    page.get_by_label("Your story, as it stands in your notes").fill(NOTES)
    look("to paste")
    press(page, "Propose the parts")
    look("proposed")
    press(page, "All my stories")
    many = {f"s{at}": {**BEGUN, "title": f"Story {at} " + "with a long title " * 4} for at in range(9)}
    rounds = {"two-talks/first": FIRST_TALK, "two-talks/walk": {**FIRST_TALK, "round": "walk", "date": ""}}
    hold(page, rounds, a=own_story("the-export-nobody-used"), t={"title": "", "template": "the-bet"}, **many)
    look("bank")
    press(page, "Delete: Story 3")
    look("deleted")
    press(page, "One sheet for the evening before")
    look("the evening before")
    press(page, "All my stories")
    for at, name in ((0, "whole"), (-1, "filled in")):
        page.locator(".bank__list li").nth(at).locator("> a").click()
        step(page, "The full telling")
        page.get_by_label("Learnings").fill("Communication is key, teamwork is everything.")
        steps = page.locator(".own__steps button")
        for here in range(steps.count()):
            steps.nth(here).click()
            look(f"{name}, step {here + 1}")
        press(page, "All my stories")
    assert found == []


def test_a_story_prints_as_its_words(stories: Page) -> None:
    hold(stories, one=own_story("the-export-nobody-used"))
    stories.locator(".bank__list li > a").first.click()
    stories.emulate_media(media="print")
    paper = stories.locator(".own__paper")
    expect(paper).to_be_visible()
    expect(paper.get_by_role("heading", level=3)).to_have_text(["In thirty seconds", "My system", *PARTS])
    expect(stories.locator(".own__desk")).to_be_hidden()
    expect(stories.locator(".bank__sheets")).to_be_hidden()


def paste(page: Page, text: str) -> Locator:
    """Give the parts that are proposed for these notes."""
    press(page, "Paste a story")
    page.get_by_label("Your story, as it stands in your notes").fill(text)
    press(page, "Propose the parts")
    expect(page.get_by_role("heading", name="Is each sentence in its part?")).to_be_focused()
    return page.locator(".paste__parts")


def test_a_pasted_story_is_proposed_put_right_by_keyboard_and_only_then_kept(stories: Page) -> None:
    tab_to(stories, "Paste a story")
    stories.keyboard.press("Enter")
    expect(stories.get_by_label("Your story, as it stands in your notes")).to_be_focused()
    stories.keyboard.insert_text(NOTES)
    tab_to(stories, "Propose the parts")
    stories.keyboard.press("Enter")
    expect(stories.get_by_text("Headings understood: Situation, Task, Action, Result.")).to_be_visible()
    expect(stories.get_by_label("Title")).to_have_value("The launch I called off")
    actions = stories.get_by_role("region", name="Actions")
    go_to = actions.get_by_role("button", name="Sentence by sentence")
    go_to.focus()
    stories.keyboard.press("Enter")
    expect(actions.get_by_role("listitem")).to_have_count(2)
    tab_to(stories, "To results")
    tab_to(stories, "To results")
    stories.keyboard.press("Enter")
    expect(stories.get_by_role("region", name="Results")).to_contain_text("It was done in 10 weeks.")
    expect(stories.locator(":focus")).to_have_text("To learnings")
    assert kept(stories, "stories") == {}
    press(stories, "Take it over")
    expect(stories.get_by_role("heading", name="The launch I called off")).to_be_focused()
    assert only(stories)["parts"] == {
        "context": "I led nine people at a payroll firm.",
        "challenge": "The date was a law.",
        "actions": "First I asked the two who had built it.",
        "results": "It was done in 10 weeks.\n\nNobody left.",
        "learnings": "",
    }


def test_what_is_pasted_for_a_question_is_tagged_with_it_also_after_a_reload(site: Served, open_page: Open) -> None:
    page = open_page(f"{site.url}{WHERE}#for-disagreed-with-the-data").page
    expect(page.get_by_label("The question it answers")).to_have_value("disagreed-with-the-data")
    press(page, "Paste a story")
    told_for = "Told for “Tell me about a time you disagreed with the data.”"
    expect(page.locator(".paste > .facts")).to_have_text(told_for)
    page.reload()
    page.get_by_label("Your story, as it stands in your notes").fill(NOTES)
    press(page, "Propose the parts")
    press(page, "Take it over")
    expect(page.locator(".own__head .facts")).to_have_text(told_for)
    expect(page.get_by_role("navigation", name="The story, step by step")).to_contain_text("1 tag")
    held = only(page)
    assert (held["questions"], held["competencies"]) == (["disagreed-with-the-data"], [])
    page.goto(f"{site.url}practise/readiness/")
    begun = page.evaluate(
        "handbookData.questions.questions.find(({id}) => id === 'disagreed-with-the-data').competency"
    )
    assert begun == "choosing-what-to-build"
    row = page.locator("tr", has=page.get_by_role("link", name="Choosing what to build"))
    expect(row.locator("td").first).to_have_text("begun")


def test_a_question_that_few_are_asked_is_offered_too_where_its_page_leads_here(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url + WHERE).page
    asked = page.evaluate("handbookData.questions.asked")
    rare = next(one for one in page.evaluate("handbookData.questions.questions") if one["id"] not in asked)
    page.goto(f"{sites.real.url}{WHERE}#for-{rare['id']}")
    expect(page.get_by_label("The question it answers")).to_have_value(rare["id"])


def test_a_piece_is_dragged_into_another_part_and_going_back_loses_nothing(stories: Page) -> None:
    parts = paste(stories, NOTES)
    results, learnings = (stories.get_by_role("region", name=name) for name in ("Results", "Learnings"))
    results.get_by_role("listitem").drag_to(learnings)
    expect(learnings).to_contain_text("Nobody left.")
    expect(results).to_contain_text("Nothing yet.")
    stories.go_back()
    expect(stories.get_by_role("heading", name="Your first story")).to_be_visible()
    stories.go_forward()
    expect(parts).to_contain_text("Nobody left.")
    press(stories, "Back to the text")
    expect(stories.get_by_label("Your story, as it stands in your notes")).to_have_value(NOTES)


def test_a_paste_of_megabytes_is_cut_and_said_and_what_nobody_sees_is_left_out(stories: Page) -> None:
    press(stories, "Paste a story")
    press(stories, "Propose the parts")
    expect(stories.get_by_text("Paste your story first.")).to_be_visible()
    stories.evaluate("navigator.clipboard.writeText('Situation: I\\u202e led <b>six</b>.\\n' + 'x '.repeat(5e6))")
    stories.get_by_label("Your story, as it stands in your notes").focus()
    stories.keyboard.press("Control+V")
    expect(stories.get_by_text("Only the first 20,000 characters were pasted.")).to_be_visible()
    press(stories, "Propose the parts")
    expect(stories.get_by_text("1 character that nobody sees was left out.")).to_be_visible()
    expect(stories.get_by_text("characters were too many and are not here.")).to_be_visible()
    expect(stories.get_by_role("region", name="Context")).to_contain_text("I led <b>six</b>.")
    press(stories, "Take it over")
    assert only(stories)["parts"]["context"].startswith("I led <b>six</b>.\n")


def test_a_story_in_another_script_is_measured_and_spared_what_counts_english_words(stories: Page) -> None:
    begin(stories)
    expect(stories.get_by_text("This is written in other letters than this handbook")).to_be_hidden()
    for part in PARTS:
        stories.get_by_label(part).fill(CHINESE * 9)
    expect(stories.get_by_text("This is written in other letters than this handbook")).to_be_visible()
    expect(stories.locator(".own__length")).to_have_text(re.compile("^2:[0-9]{2} aloud, 3[0-9]{2} words$"))
    assert set(remarks(stories)) == {"balance", "actions"}
    expect(stories.locator(".own__side")).not_to_contain_text("“I, my, me”")


def test_a_story_that_nobody_wrote_in_is_not_kept_and_back_leads_to_the_list(stories: Page) -> None:
    begin(stories)
    stories.go_back()
    expect(stories.get_by_role("heading", name="Your first story")).to_be_visible()
    begin(stories)
    stories.get_by_label("Title").fill("Not this one")
    expect(saved(stories)).to_have_text("Kept in this browser, 12:00")
    stories.get_by_label("Title").fill("")
    press(stories, "All my stories")
    expect(stories.get_by_role("heading", name="Your first story")).to_be_visible()
    assert kept(stories, "stories") == {}


def test_what_is_still_empty_is_said_with_the_letter_that_fills_it(stories: Page) -> None:
    begin(stories)
    stories.get_by_label("Context").fill("I was there with the nine who built it.")
    expect(stories.locator(".own__spoken")).to_contain_text("challenge, actions")
    stories.clock.pause_at("2026-11-21T12:00:10")
    stories.get_by_label("Challenge").fill("The date was a law, and nobody had said so before.")
    assert stories.locator(".own__count").inner_text() == "Still empty: actions, results, learnings, thirty seconds."
    assert "challenge" in stories.locator(".own__spoken").inner_text()
    stories.clock.run_for(2000)
    expect(stories.locator(".own__spoken")).not_to_contain_text("challenge")


def test_two_deleted_stories_are_brought_back_one_after_the_other(stories: Page) -> None:
    hold(stories, a=own_story("the-export-nobody-used"), b=BEGUN, c={**BEGUN, "title": "Third"})
    press(stories, "Delete: Only begun")
    press(stories, "Delete: Third")
    press(stories, "Bring it back")
    press(stories, "Bring it back")
    assert sorted(kept(stories, "stories")) == ["a", "b", "c"]
    expect(stories.locator(".bank__undo")).to_be_hidden()


def test_each_round_ahead_has_its_stories_its_gaps_and_what_is_heard_twice(stories: Page) -> None:
    hold(stories, a={**BEGUN, "title": "No story of rounds"})
    unfold(stories, "^Which story in which round")
    expect(stories.get_by_text("Choose the rounds that are ahead of you")).to_be_visible()
    over = {**FIRST_TALK, "date": "2026-11-01"}
    rounds = {"two-talks/first": FIRST_TALK, "two-talks/first:2": {**FIRST_TALK, "date": ""}, "two-talks/first:3": over}
    rows = stories.get_by_role("list", name="Your rounds and your stories").get_by_role("listitem")
    hold(stories, rounds, a={**BEGUN, "title": "The other", "competencies": ["choosing-what-to-build"]})
    unfold(stories, "^Which story in which round")
    expect(rows).to_have_text(
        ["The first talk1 December 2026No story forSaying no", "The first talkNo story forSaying no"]
    )
    hold(stories, rounds, a={**BEGUN, "title": "The one"})
    unfold(stories, "^Which story in which round")
    expect(rows).to_have_text(["The first talk1 December 2026TellThe one", "The first talkTellThe one"])
    expect(stories.get_by_text("Heard twice: The one.")).to_be_visible()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_ten_stories_fit_on_one_sheet_for_the_evening_before(sites: Sites, open_page: Open, paper: str) -> None:
    page = open_page(sites.tiny.url + WHERE).page
    told = own_story("the-export-nobody-used", title="A title that is as long as titles of stories ever are")
    hold(page, **{f"s{at}": told for at in range(10)})
    press(page, "One sheet for the evening before")
    expect(page.locator(".evening li")).to_have_count(10)
    expect(page.locator(".evening li").first).to_contain_text("What is the hardest bet you made?")
    assert len(PdfReader(io.BytesIO(page.pdf(format=paper))).pages) == 1


def test_without_script_the_page_leads_to_its_sheets(site: Served, open_page: Open) -> None:
    page = open_page(site.url + WHERE, script=False).page
    page.get_by_role("link", name="Story sheet: Saying no").click()
    assert page.url == f"{site.url}worksheets/story-sheet-saying-no/"
