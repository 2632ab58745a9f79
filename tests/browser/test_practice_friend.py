"""A friend plays the interviewer with one file, and hands it back: seen before it is taken in, and never trusted."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import IN_BOTH_LOOKS, Open, Served, Sites
from tests.browser.practice import keep, kept, sideways, tab_to, too_small
from tests.browser.test_accessibility import complaints
from tests.browser.test_practice_mock import WHERE, begin, only, press, score

FILE = "Open a friend’s file"


@pytest.fixture
def site(sites: Sites) -> Served:
    return sites.tiny


@pytest.fixture
def mock(site: Served, open_page: Open) -> Page:
    """Give the page on which a mock interview is chosen."""
    return open_page(site.url + WHERE).page


def result(page: Page) -> None:
    begin(page)
    page.get_by_label("Notes").fill("Who loses")
    press(page, "Stop here and score")
    page.get_by_label("Asks who loses by waiting").check()
    score(page, 4, 4)


def saved(page: Page, name: str, where: Path) -> Path:
    with page.expect_download() as found:
        press(page, name)
    path = where / found.value.suggested_filename
    found.value.save_as(path)
    return path


def given(page: Page, where: Path) -> Path:
    page.get_by_text("Give it to a friend").click()
    return saved(page, "Save the file for a friend", where)


def fill(page: Page) -> None:
    page.get_by_label("Your name, or what they call you").fill("Ana")
    page.get_by_label("Chooses aloud").check()
    page.get_by_label("What you heard").first.fill("Too long, <b>and</b> no price")
    page.get_by_label("One with doubts").check()
    page.get_by_label("Clear", exact=True).check()


def test_a_result_goes_to_a_friend_and_comes_back(site: Served, open_page: Open, mock: Page, tmp_path: Path) -> None:
    result(mock)
    sheet = given(mock, tmp_path)
    assert sheet.name == "the-roadmap-review-for-a-friend.json"
    friend = open_page(site.url + WHERE).page
    friend.get_by_label(FILE).set_input_files(sheet)
    expect(friend.get_by_role("heading", name="The roadmap review")).to_be_focused()
    expect(friend.get_by_text("Then ask: Nobody does.")).to_be_visible()
    expect(friend.locator(".mock__scenario p")).to_have_text(
        [
            "You have six weeks and two bets, A < B.",
            re.compile("An export"),
            "Which one, and what will you tell the other five people?",
        ]
    )
    expect(friend.locator(".turn > .facts")).to_have_text(["Clarify: 5 minutes", "Choose: 15 minutes"])
    press(friend, "Save the file to hand back")
    expect(friend.locator(".is-trouble")).to_contain_text("Nothing is marked yet")
    fill(friend)
    expect(friend.locator(".is-trouble")).to_have_count(0)
    expect(friend.locator(".mock__progress")).to_contain_text("1 of 3 points heard")
    back = saved(friend, "Save the file to hand back", tmp_path)
    assert back.name == "the-roadmap-review-from-ana.json"
    assert kept(friend, "mocks") == {}
    before = only(mock)
    press(mock, "Choose another")
    mock.get_by_label(FILE).set_input_files(back)
    expect(mock.get_by_role("heading", name="Ana handed this back: The roadmap review")).to_be_focused()
    expect(mock.get_by_text("ticked by Ana, and not by you: “Chooses aloud”")).to_be_visible()
    expect(mock.get_by_text("ticked by you, and not by Ana: “Asks who loses by waiting”")).to_be_visible()
    expect(mock.get_by_text("The choice 3 of 5 (you chose 4), The words 3 of 5 (you chose 4)")).to_be_visible()
    assert only(mock) == before
    press(mock, "Take it in")
    expect(mock.get_by_role("heading", name="What Ana heard")).to_be_visible()
    expect(mock.get_by_text("Too long, <b>and</b> no price")).to_be_visible()
    expect(mock.locator("h2").first).to_have_text("75 of 100 points")
    after = only(mock)
    assert {key: value for key, value in after.items() if key not in {"friends", "saved"}} == {
        key: value for key, value in before.items() if key not in {"friends", "saved"}
    }
    press(mock, "Choose another")
    mock.get_by_label(FILE).set_input_files(back)
    expect(mock.get_by_text("It adds nothing to what is here.")).to_be_visible()
    expect(mock.get_by_role("button", name="Take it in")).to_have_count(0)


def test_a_story_of_ones_own_goes_to_a_friend_with_its_questions(sites: Sites, open_page: Open, tmp_path: Path) -> None:
    page = open_page(sites.tiny.url + WHERE).page
    questions = page.evaluate("handbookData.questions.questions.slice(0, 2).map(({ id }) => id)")
    keep(
        page,
        stories={"1-s": {"title": "The dam that broke", "parts": {"context": "It rained"}, "questions": questions}},
    )
    page.reload()
    sheet = saved(page, "Give this story to a friend", tmp_path)
    expect(page.get_by_text("Saved as a file. Send it to your friend")).to_be_visible()
    held = json.loads(sheet.read_text("utf-8"))
    assert [one["id"] for one in held["asks"]] == questions
    page.get_by_label(FILE).set_input_files(sheet)
    expect(page.get_by_text("The story as it was written: The dam that broke")).to_be_visible()
    expect(page.get_by_text("It rained")).to_be_visible()
    expect(page.get_by_text("A strong reply")).to_have_count(0)
    page.get_by_label("Your name, or what they call you").fill("Ana")
    for at in range(4):
        page.locator("fieldset.field--scale").nth(at).locator("input").nth(2).check()
    back = saved(page, "Save the file to hand back", tmp_path)
    press(page, "Close it")
    page.get_by_label(FILE).set_input_files(back)
    press(page, "Take it in")
    expect(page.locator("h2").first).to_have_text("50 of 100 points")
    expect(page.get_by_text("This rests on what Ana heard")).to_be_visible()
    expect(page.get_by_text("on the clock")).to_have_count(0)
    expect(page.get_by_text("The dam that broke, told twice in an interview")).to_be_visible()
    assert set(only(page)["told"].values()) == {"1-s"}  # type: ignore[attr-defined]


def test_a_story_told_in_a_mock_is_counted_for_it(mock: Page) -> None:
    keep(mock, stories={"1-s": {"title": "The dam that broke"}})
    mock.reload()
    begin(mock)
    press(mock, "Stop here and score")
    mock.locator(".turn > summary").first.click()
    mock.get_by_label("The story you told").first.select_option("The dam that broke (not told yet)")
    score(mock, 3, 3)
    expect(mock.get_by_text("The dam that broke, told once in an interview")).to_be_visible()
    press(mock, "Do it again")
    press(mock, "Start the clock")
    press(mock, "Stop here and score")
    expect(mock.get_by_label("The story you told").first).to_contain_text("The dam that broke (told once)")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "could not be read"),
        ('{"version": 1}', "This is no file for a friend"),
        ('{"friend": 1, "asks": [{"id": "../x", "ask": "y"}]}', "no question that can be read"),
        ("x" * 3_000_000, "larger than any such sheet"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused_in_words(mock: Page, text: str, says: str) -> None:
    mock.get_by_label(FILE).set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": text.encode()})
    expect(mock.get_by_role("status").filter(has_text=says)).to_contain_text("Nothing was changed.")
    assert kept(mock, "mocks") == {}


def test_of_a_hostile_sheet_the_rest_is_set_aside_and_nothing_of_it_runs(mock: Page, tmp_path: Path) -> None:
    dialogs: list[str] = []

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    mock.on("dialog", refuse)
    result(mock)
    held: dict[str, Any] = json.loads(given(mock, tmp_path).read_text("utf-8"))
    held["title"] = "<img src=x onerror=alert(1)>"
    held["scenario"] = ["<img src=y onerror=alert(2)>"]
    held["asks"] += [{"id": "__proto__", "ask": "x"}, 7]
    held["answers"] = {
        "by": "<b>A</b>",
        "ticks": ["hacked"],
        "scores": {"choice": 99},
        "says": {"turn-1": "<script>alert(1)</script>"},
    }
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps(held), "utf-8")
    press(mock, "Choose another")
    mock.get_by_label(FILE).set_input_files(path)
    expect(mock.get_by_role("heading", name="<b>A</b> handed this back: <img src=x onerror=alert(1)>")).to_be_visible()
    for aside in ("2 questions were", "1 tick was", "1 score was"):
        expect(mock.get_by_text(aside)).to_be_visible()
    press(mock, "Show the whole sheet")
    expect(mock.get_by_text("<img src=y onerror=alert(2)>")).to_be_visible()
    press(mock, "Close it")
    mock.get_by_label(FILE).set_input_files(path)
    press(mock, "Take it in")
    expect(mock.get_by_text("<script>alert(1)</script>")).to_be_visible()
    assert dialogs == []


def test_the_sheet_is_filled_in_by_keyboard_alone(mock: Page, tmp_path: Path) -> None:
    result(mock)
    sheet = given(mock, tmp_path)
    press(mock, "Choose another")
    mock.get_by_label(FILE).set_input_files(sheet)
    tab_to(mock, "Your name")
    mock.keyboard.type("Ana")
    tab_to(mock, "Asks who loses by waiting")
    mock.keyboard.press("Space")
    tab_to(mock, "What you heard")
    mock.keyboard.type("Well")
    tab_to(mock, "Save the file to hand back")
    with mock.expect_download() as found:
        mock.keyboard.press("Enter")
    answers = json.loads(found.value.path().read_text("utf-8"))["answers"]
    assert (answers["by"], answers["ticks"], answers["says"]) == ("Ana", ["clarify-1"], {"turn-1": "Well"})


@IN_BOTH_LOOKS
def test_the_sheet_and_what_it_adds_are_accessible_and_fit(
    site: Served, open_page: Open, tmp_path: Path, scheme: str, width: int
) -> None:
    page = open_page(site.url + WHERE, scheme=scheme, width=width, reduced_motion="reduce").page
    found: list[str] = []

    def look(where: str) -> None:
        found.extend(f"{where}: {complaint}" for complaint in complaints(page))
        found.extend(f"{where}: {control}" for control in too_small(page, "mock-interview"))
        if sideways(page):
            found.append(f"{where}: {sideways(page)} px too wide")

    result(page)
    sheet = given(page, tmp_path)
    press(page, "Choose another")
    page.get_by_label(FILE).set_input_files(sheet)
    fill(page)
    look("form")
    back = saved(page, "Save the file to hand back", tmp_path)
    press(page, "Close it")
    page.get_by_label(FILE).set_input_files(back)
    expect(page.get_by_role("button", name="Take it in")).to_be_visible()
    look("preview")
    press(page, "Take it in")
    expect(page.get_by_role("heading", name="What Ana heard")).to_be_visible()
    look("taken in")
    assert found == []


def test_the_sheet_prints_and_nothing_to_press_does(mock: Page, tmp_path: Path) -> None:
    result(mock)
    sheet = given(mock, tmp_path)
    press(mock, "Choose another")
    mock.get_by_label(FILE).set_input_files(sheet)
    mock.emulate_media(media="print")
    expect(mock.get_by_role("heading", name="Where do you begin?")).to_be_visible()
    expect(mock.get_by_text("Asks who loses by waiting")).to_be_visible()
    expect(mock.get_by_text("six weeks and two bets")).to_be_visible()
    expect(mock.get_by_role("button", name="Print it")).to_be_hidden()
