"""A voice is recorded, kept slice by slice, measured and heard; whatever becomes of it, the interview goes on."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NARROWEST, QUIET, Served, Sites, some_now
from tests.browser.practice import KEY, keep, kept, sideways, too_small
from tests.browser.test_accessibility import complaints
from tests.browser.test_practice_mock import (
    WHERE,
    begin,
    choose,
    erase_elsewhere,
    notes,
    only,
    press,
    question,
    score,
    until_second,
)
from tests.browser.visit import CEILING, still
from tests.tools import chromium

FAKE_MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
STORES = """
async () => {
  const name = (await indexedDB.databases()).map(({ name }) => name).find((name) => name.endsWith(':recordings'));
  if (!name) return [[], []];
  const database = await new Promise((resolve) => {
    const r = indexedDB.open(name);
    r.onsuccess = () => resolve(r.result);
  });
  const [abouts, slices, keys] = await Promise.all([['recordings'], ['slices'], ['slices', 'keys']].map(([of, keys]) =>
    new Promise((resolve) => {
      const store = database.transaction(of).objectStore(of);
      const r = keys ? store.getAllKeys() : store.getAll();
      r.onsuccess = () => resolve(r.result);
    })));
  database.close();
  abouts.sort((a, b) => a.made < b.made ? -1 : 1);
  return [abouts, slices.map((blob, at) => [...keys[at], blob.size, blob.type])];
}
"""
PLAY = """
() => new Promise((resolve) => {
  const audio = document.querySelector('audio');
  audio.onplaying = () => resolve(true);
  audio.onerror = () => resolve(false);
  audio.muted = true;
  audio.play();
})
"""
SEEK = """
(audio) => new Promise((resolve) => {
  const to = audio.duration / 2;
  audio.onseeked = () => resolve([audio.duration, Math.abs(audio.currentTime - to) < 0.1]);
  audio.onerror = () => resolve('error');
  audio.currentTime = to;
})
"""
TRACKS = """
globalThis.tracks = [];
const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = async (how) => {
  const stream = await real(how);
  tracks.push(...stream.getAudioTracks());
  return stream;
};
"""
SILENCE = """
navigator.mediaDevices.getUserMedia = async () => {
  const context = new AudioContext();
  await context.resume();
  return context.createMediaStreamDestination().stream;
};
"""
REFUSE = """
(name) => { navigator.mediaDevices.getUserMedia = async () => { throw new DOMException("no", name); }; }
"""
WRITTEN = """
globalThis.written = 0;
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (value, key) {
  const sum = (all) => all.reduce((sum, each) => sum + sizes(each), 0);
  const sizes = (one) => one instanceof Blob ? one.size : Object(one) === one ? sum(Object.values(one)) : 0;
  written += sizes(value);
  return put.call(this, value, key);
};
"""
RECORDER = """
const start = MediaRecorder.prototype.start;
MediaRecorder.prototype.start = function (every) { globalThis.recorder = this; start.call(this, every); };
"""
NOWHERE = "Object.defineProperty(navigator, 'mediaDevices', { value: undefined });"
UNSAFE = f"{NOWHERE} Object.defineProperty(globalThis, 'isSecureContext', {{ value: false }});"
OLD = """
async ([name, mock]) => {
  const database = await new Promise((resolve) => {
    const r = indexedDB.open(name, 1);
    r.onupgradeneeded = () => r.result.createObjectStore('recordings', { keyPath: 'id' });
    r.onsuccess = () => resolve(r.result);
  });
  const adding = database.transaction('recordings', 'readwrite');
  const blob = new Blob(['sound'], { type: 'audio/webm' });
  const id = `${mock}:turn-1:2026-01-01`;
  adding.objectStore('recordings').put({ id, mock, made: '2026-01-01', seconds: 5, blob, label: 'Old' });
  await new Promise((resolve) => { adding.oncomplete = resolve; });
  database.close();
}
"""
GONE = "The microphone is gone"
WORDS = re.compile(
    r"12 words(, \d+ a minute)?; “I” 1, “we” 1: say what you did yourself; a figure is in it; "
    r"a reason in 1 of 2 sentences; 1 filling word \(“um” 1\)\."
)


@pytest.fixture
def site(sites: Sites) -> Served:
    return sites.tiny


@pytest.fixture(scope="module")
def humming(browser: Browser) -> Iterator[Browser]:
    """Give a browser whose microphone hums."""
    running = browser.browser_type.launch(executable_path=chromium.find(), args=(*QUIET, *FAKE_MICROPHONE))
    yield running
    running.close()


@pytest.fixture
def visit(humming: Browser, site: Served) -> Iterator[Callable[..., Page]]:
    """Give the function that opens the page there, each time in a profile of its own, until the test is over."""
    with ExitStack() as profiles:

        def visit(script: str = "", **how: object) -> Page:
            profile = humming.new_context(permissions=["microphone"], **how)  # type: ignore[arg-type]
            page = profiles.enter_context(profile).new_page()
            if script:
                page.add_init_script(script)
            page.goto(site.url + WHERE)
            return page

        yield visit


def record(page: Page) -> None:
    choose(page)
    page.get_by_label("Record my voice").check()
    press(page, "Start the clock")


def until_recorded(page: Page, count: int) -> None:
    """Wait until the browser keeps so many recordings that hold anything."""
    until = time.monotonic() + CEILING / 1000
    while len(found := {of for of, *_ in page.evaluate(STORES)[1]}) != count:
        assert time.monotonic() < until, f"there must be {count} recordings, found {found}"
        still(page)


def labels(page: Page) -> list[str]:
    return [one["label"] for one in page.evaluate(STORES)[0]]


def said(page: Page) -> str:
    return page.locator(".mock__voice").inner_text()


def lose(page: Page) -> None:
    """Unplug the microphone, as a browser tells of it."""
    page.evaluate("for (const track of tracks) { track.stop(); track.dispatchEvent(new Event('ended')); }")


def test_ones_voice_is_recorded_for_each_question_and_stays_in_this_browser(visit: Callable[..., Page]) -> None:
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    record(page)
    expect(page.get_by_text("Recording, for this browser only.")).to_be_visible()
    until_second(page, 1)
    press(page, "Next question")
    until_second(page, 2)
    press(page, "That was the last: score it")
    expect(page.locator("audio")).to_have_count(2)
    assert labels(page) == ["Where do you begin?", "So?"]
    assert {of.split(";")[0] for *_, of in page.evaluate(STORES)[1]} == {"audio/webm"}
    page.reload()
    press(page, "Go on")
    expect(page.locator("audio")).to_have_count(2)
    assert page.evaluate(PLAY)
    press(page, "Erase the recording: Where do you begin?")
    expect(page.locator("audio")).to_have_count(1)
    assert labels(page) == ["So?"]
    score(page, 1, 1)
    press(page, "Erase this attempt")
    press(page, "Erase it")
    expect(page.get_by_role("heading", name="Pick a walkthrough")).to_be_visible()
    until_recorded(page, 0)
    assert page.evaluate(STORES) == [[], []]
    assert [url for url in asked if not url.startswith((page.url.split("practise")[0], "blob:"))] == []


def test_a_reload_says_what_became_of_the_recording_and_it_can_go_on(visit: Callable[..., Page]) -> None:
    page = visit()
    record(page)
    expect(page.get_by_role("button", name="Record again")).to_be_hidden()
    until_recorded(page, 1)
    page.reload()
    press(page, "Go on")
    voice = page.locator(".mock__voice")
    expect(voice).to_contain_text("The recording stopped when this page was closed.")
    expect(voice).to_contain_text("What you said until then is kept (1 recording, ")
    press(page, "Go on")
    press(page, "Record again")
    expect(voice).to_have_text("Recording, for this browser only.")
    expect(page.get_by_role("button", name="Record again")).to_be_hidden()
    until_recorded(page, 2)
    press(page, "Next question")
    until_recorded(page, 3)
    press(page, "That was the last: score it")
    expect(page.locator("li.voice")).to_have_count(3)
    assert sorted(labels(page)) == ["So?", "Where do you begin?", "Where do you begin?"]


def test_a_microphone_that_goes_away_is_said_and_the_interview_goes_on(visit: Callable[..., Page]) -> None:
    page = visit(TRACKS)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    record(page)
    until_second(page, 1)
    lose(page)
    expect(page.locator(".mock__voice")).to_contain_text(GONE)
    expect(page.locator(".mock__level")).to_be_hidden()
    page.get_by_label("Notes").fill("of the first")
    press(page, "Next question")
    assert question(page) == "So?"
    assert notes(page) == ""
    expect(page.locator(".mock__voice")).to_contain_text(GONE)
    page.get_by_label("Notes").fill("of the second")
    press(page, "Record again")
    expect(page.locator(".mock__voice")).to_have_text("Recording, for this browser only.")
    until_recorded(page, 2)
    press(page, "Stop here and score")
    expect(page.locator("audio")).to_have_count(2)
    assert only(page)["notes"] == {"turn-1": "of the first", "turn-2": "of the second"}
    assert errors == []


def test_a_track_that_ends_without_a_word_is_noticed_by_the_recorder(visit: Callable[..., Page]) -> None:
    page = visit(TRACKS)
    record(page)
    until_second(page, 1)
    page.evaluate("for (const track of tracks) track.stop()")
    expect(page.locator(".mock__voice")).to_contain_text(GONE)
    press(page, "Next question")
    assert question(page) == "So?"


def test_a_microphone_lost_while_one_pauses_is_said_when_one_goes_on(visit: Callable[..., Page]) -> None:
    page = visit(TRACKS)
    record(page)
    press(page, "Pause")
    page.evaluate("for (const track of tracks) track.stop()")
    page.get_by_role("button", name="Go on", exact=True).click()
    expect(page.locator(".mock__voice")).to_contain_text(GONE)


def test_a_recorder_that_fails_is_said(visit: Callable[..., Page]) -> None:
    page = visit(RECORDER)
    record(page)
    expect(page.locator(".mock__voice")).to_have_text("Recording, for this browser only.")
    page.evaluate("recorder.dispatchEvent(new Event('error'))")
    expect(page.locator(".mock__voice")).to_contain_text("The recording stopped by itself.")
    page.evaluate("void (MediaRecorder.prototype.start = () => { throw new DOMException('no', 'InvalidStateError'); })")
    press(page, "Next question")
    assert question(page) == "So?"
    expect(page.locator(".mock__voice")).to_contain_text("The recording stopped by itself.")


def test_a_muted_microphone_is_said_until_it_is_back(visit: Callable[..., Page]) -> None:
    page = visit(TRACKS)
    record(page)
    expect(page.locator(".mock__voice")).to_have_text("Recording, for this browser only.")
    page.evaluate("tracks[0].dispatchEvent(new Event('mute'))")
    expect(page.locator(".mock__voice")).to_contain_text("The microphone is muted")
    page.evaluate("tracks[0].dispatchEvent(new Event('unmute'))")
    expect(page.locator(".mock__voice")).to_have_text("Recording, for this browser only.")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("NotAllowedError", "The microphone was refused"),
        ("NotFoundError", "No microphone was found"),
        ("NotReadableError", "another program may be using it"),
        ("AbortError", "another program may be using it"),
        ("SecurityError", "a safe address (https)"),
        ("SomethingNew", "cannot record a voice"),
    ],
)
def test_each_reason_for_no_microphone_has_its_own_words(visit: Callable[..., Page], name: str, says: str) -> None:
    page = visit()
    page.evaluate(REFUSE, name)
    record(page)
    expect(page.locator(".mock__voice")).to_contain_text(says)
    expect(page.locator(".mock__voice")).not_to_contain_text("Recording, for")
    press(page, "Next question")
    assert question(page) == "So?"


@pytest.mark.parametrize(
    ("script", "says"),
    [
        (NOWHERE, "This browser cannot record a voice"),
        (UNSAFE, "a safe address (https)"),
        ("delete globalThis.MediaRecorder;", "This browser cannot record a voice"),
    ],
)
def test_where_nothing_can_be_recorded_it_is_said_and_not_offered(
    visit: Callable[..., Page], script: str, says: str
) -> None:
    page = visit(script)
    choose(page)
    expect(page.get_by_text(says)).to_be_visible()
    expect(page.get_by_label("Record my voice")).to_have_count(0)


def test_twenty_silent_seconds_are_said_and_a_voice_is_shown_as_a_level(visit: Callable[..., Page]) -> None:
    page = visit(SILENCE)
    page.clock.install()
    page.reload()
    record(page)
    expect(page.locator(".mock__voice")).to_have_text("Recording, for this browser only.")
    page.clock.run_for(15_000)
    expect(page.locator(".mock__voice")).to_have_text("Recording, for this browser only.")
    page.clock.run_for(6000)
    expect(page.locator(".mock__voice")).to_contain_text("Nothing was heard for twenty seconds.")
    press(page, "Pause")
    expect(page.locator(".mock__voice")).to_be_empty()


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_a_level_moves_with_the_voice_or_is_said_where_little_may_move(visit: Callable[..., Page], motion: str) -> None:
    page = visit(reduced_motion=motion)
    record(page)
    if motion == "reduce":
        expect(page.locator(".mock__bar")).to_be_hidden()
        expect(page.locator(".mock__level")).to_have_text(re.compile(r"^(You are heard|Quiet)\.$"))
        expect(page.locator(".mock__level")).to_have_text("You are heard.")
    else:
        expect(page.locator(".mock__bar rect").last).to_have_attribute("width", re.compile(r"^[1-9]\d*%$"))


def test_a_recording_has_a_length_and_can_be_sought(visit: Callable[..., Page]) -> None:
    page = visit()
    record(page)
    until_second(page, 6)
    press(page, "Stop here and score")
    audio = page.locator("audio")
    expect(audio).to_have_count(1)
    duration, is_there = audio.evaluate(SEEK)
    assert 4 < duration < 60
    assert is_there


def test_each_slice_is_written_once(visit: Callable[..., Page]) -> None:
    page = visit(WRITTEN)
    record(page)
    until_second(page, 13)
    press(page, "Stop here and score")
    expect(page.locator("audio")).to_have_count(1)
    slices = page.evaluate(STORES)[1]
    assert len(slices) >= 4
    assert [at for _, at, *_ in slices] == list(range(len(slices)))
    assert page.evaluate("written") == sum(size for *_, size, _ in slices)


def test_a_recording_of_before_is_joined_from_its_one_slice(visit: Callable[..., Page], site: Served) -> None:
    page = visit()
    page.goto(site.url)
    key = page.evaluate(KEY)
    mock = "the-roadmap-review:1"
    page.evaluate(OLD, [f"{key}:1:recordings", mock])
    keep(page, mocks={mock: {"walkthrough": "the-roadmap-review", "stage": "ticks", "title": "Old"}})
    page.goto(site.url + WHERE)
    press(page, "Go on")
    expect(page.locator("li.voice")).to_have_count(1)
    ((about,), (slice_,)) = page.evaluate(STORES)
    assert (about["label"], about["seconds"], "blob" in about) == ("Old", 5, False)
    assert slice_ == [f"{mock}:turn-1:2026-01-01", 0, 5, "audio/webm"]


def test_the_addresses_of_recordings_are_let_go_when_they_are_no_longer_shown(visit: Callable[..., Page]) -> None:
    page = visit(
        "globalThis.addresses = 0; const [make, drop] = [URL.createObjectURL, URL.revokeObjectURL];"
        "URL.createObjectURL = (blob) => { addresses++; return make.call(URL, blob); };"
        "URL.revokeObjectURL = (address) => { addresses--; drop.call(URL, address); };"
    )
    record(page)
    until_second(page, 1)
    press(page, "Stop here and score")
    expect(page.locator("audio")).to_have_count(1)
    assert page.evaluate("addresses") == 1
    score(page, 3, 3)
    press(page, "Answers and replay")
    expect(page.locator("audio")).to_have_count(1)
    score(page, 3, 3)
    assert page.evaluate("addresses") == 0


def test_what_was_erased_elsewhere_is_not_written_back(visit: Callable[..., Page]) -> None:
    page = visit()
    record(page)
    until_recorded(page, 1)
    page.get_by_label("Notes").fill("SECRET WORDS")
    page.get_by_label("Notes").press_sequentially(" and more")
    erase_elsewhere(page)
    expect(page.get_by_role("heading", name="This interview was erased in another tab")).to_be_visible()
    until_recorded(page, 0)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert "SECRET" not in page.evaluate("JSON.stringify(localStorage)")
    assert page.evaluate(STORES) == [[], []]
    press(page, "Keep it again and go on")
    assert notes(page).startswith("SECRET WORDS")
    assert "SECRET" in page.evaluate("JSON.stringify(localStorage)")


def test_what_a_voice_shows_is_measured_and_kept_beside_the_last_attempt(visit: Callable[..., Page]) -> None:
    page = visit()
    for _ in range(2):
        if page.get_by_role("button", name="Do it again").count():
            press(page, "Do it again")
        else:
            choose(page)
        page.get_by_label("Record my voice").check()
        press(page, "Start the clock")
        until_second(page, 4)
        press(page, "Stop here and score")
        expect(page.locator(".turn").first).to_contain_text(
            re.compile(r"You spoke for \d:\d\d of \d:\d\d, \d+ % of its time\.")
        )
        page.get_by_text("What you said, in words").first.click()
        page.get_by_label("Paste or type it").first.fill("I asked who loses, because 3 of them leave. Um, we waited.")
        expect(page.locator(".turn").first).to_contain_text(WORDS)
        score(page, 3, 3)
    rows = page.get_by_role("region", name="What your voice shows").locator("tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.last).to_contain_text("This time")
    assert set(max(kept(page, "mocks").values(), key=lambda mock: mock["started"])["voice"]["turn-1"]) == {
        "seconds",
        "spoken",
        "pauses",
        "longest",
        "stretch",
    }


RECOGNITION = """
globalThis.asked = [];
globalThis.SpeechRecognition = class extends EventTarget {
  static available(how) { asked.push(how); return Promise.resolve('%s'); }
  get processLocally() { return this.local ?? false; }
  set processLocally(local) { this.local = local; }
  start(track) {
    globalThis.begun = [this.local, this.continuous, track instanceof MediaStreamTrack];
    const event = new Event('result');
    event.resultIndex = 0;
    event.results = [[{ transcript: ' we asked who loses ' }]];
    this.dispatchEvent(event);
  }
  stop() { globalThis.stopped = true; }
};
"""
WITH_WINDOW = "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36"


def test_a_transcript_is_offered_where_it_is_made_on_this_device(visit: Callable[..., Page]) -> None:
    page = visit(RECOGNITION % "available", user_agent=WITH_WINDOW)
    choose(page)
    box = page.get_by_label("Write down what I say.")
    expect(box).to_be_hidden()
    page.get_by_label("Record my voice").check()
    box.check()
    assert page.evaluate("asked.every(({ processLocally }) => processLocally)")
    press(page, "Start the clock")
    until_second(page, 1)
    assert page.evaluate("begun") == [True, True, True]
    press(page, "Stop here and score")
    expect(page.get_by_label("Written by this browser, on this device.").first).to_have_value("we asked who loses")
    assert page.evaluate("stopped")
    assert only(page)["dictated"] == ["turn-1"]


@pytest.mark.parametrize("answer", ["unavailable", "downloadable"])
def test_no_transcript_is_offered_where_the_voice_would_leave_this_device(
    visit: Callable[..., Page], answer: str
) -> None:
    page = visit(RECOGNITION % answer, user_agent=WITH_WINDOW)
    choose(page)
    page.get_by_label("Record my voice").check()
    page.wait_for_function("asked.length === 1")
    still(page)
    expect(page.get_by_label("Write down what I say.")).to_be_hidden()


@pytest.mark.parametrize("width", some_now([NARROWEST, 1280], 2))
def test_whatever_becomes_of_the_microphone_is_accessible_and_fits(visit: Callable[..., Page], width: int) -> None:
    page = visit(TRACKS, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    found: list[str] = []

    def look(where: str) -> None:
        found.extend(f"{where}: {complaint}" for complaint in complaints(page))
        found.extend(f"{where}: {control}" for control in too_small(page, "mock-interview"))
        if sideways(page):
            found.append(f"{where}: {sideways(page)} px too wide")

    record(page)
    until_second(page, 1)
    look("recording")
    lose(page)
    expect(page.locator(".mock__voice")).to_contain_text(GONE)
    look("lost")
    press(page, "Stop here and score")
    expect(page.locator("audio")).to_have_count(1)
    page.get_by_text("What you said, in words").first.click()
    look("review")
    score(page, 3, 4)
    expect(page.get_by_role("region", name="What your voice shows")).to_be_visible()
    look("result")
    assert found == []


def test_without_leave_nothing_is_listened_to(visit: Callable[..., Page]) -> None:
    page = visit(TRACKS)
    begin(page)
    press(page, "Next question")
    assert page.evaluate("tracks") == []
    assert said(page) == ""
