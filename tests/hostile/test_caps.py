"""Help has a cap that is said: suggestions, lists, reviews and issues cost by what came in, and never by its square."""

import json
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.commands.cli import main
from generator.commands.command import FINE, PROBLEMS, USAGE
from generator.content.load import load
from generator.contribute.answers import read_answers
from generator.contribute.submission import TICK
from generator.review.review import LARGEST, Proposal, review
from generator.rules.report import MOST_GIVEN, MOST_LISTED, Report, as_json, plain
from generator.rules.style_guide import guide_of
from generator.rules.style_rules import STORY_RULES
from generator.site.pipeline import HERE, examine, templates_of
from generator.text.issue import Issue, did_you_mean
from tests.handbooks import tiny

Capture = pytest.CaptureFixture[str]
HANDBOOK = "content/handbook.yaml"
PLAN = "content/plans/one-evening.yaml"
SECOND = 1.0  # of this process, for any file
TODAY = date(2026, 11, 28)


def seconds(begun: float) -> float:
    return time.process_time() - begun


def test_a_thousand_links_that_are_nearly_names_take_less_than_a_second(root: Path) -> None:
    links = " ".join(f"[a](question:what-did-you-cu{at})" for at in range(100))
    tasks = "".join(f'      - minutes: 1\n        does: "{links}"\n' for _ in range(13))
    text = f"title: T\nsummary: S\ndays: 1\nminutes_a_day: 60\nschedule:\n  - day: 1\n    tasks:\n{tasks}"
    (root / PLAN).write_text(text, encoding="utf-8")
    begun = time.process_time()
    found = [issue for issue in examine(root).issues if issue.file == PLAN]
    assert seconds(begun) < SECOND
    assert len(found) == 13 * 21
    assert sum("80 more that do not" in issue.message for issue in found) == 13


def test_many_names_are_suggested_from_in_no_time() -> None:
    names = [f"a-rather-long-name-of-a-thing-{at}" for at in range(2000)]
    begun = time.process_time()
    assert all("did you mean" in did_you_mean(f"a-rather-long-nam-of-a-thing-{at}", names) for at in range(300))
    assert seconds(begun) < 3 * SECOND


def test_a_reference_is_looked_up_in_no_time_beside_twenty_thousand_files_that_cannot_be_read() -> None:
    names = [f"bad-{at}" for at in range(20_000)]
    content = replace(
        tiny.content(), unread=frozenset(("story" if at % 2 else "worksheet", n) for at, n in enumerate(names))
    )
    begun = time.process_time()
    assert not any(content.missing("story", name) for name in names[1::2])
    assert all(content.missing("plan", name) for name in names)
    assert not any(content.missing("worksheet", f"story-{name}") for name in names)
    assert seconds(begun) < SECOND


def test_of_very_many_problems_the_first_are_listed_and_the_others_counted() -> None:
    issues = tuple(Issue(file=f"content/{at:06}.yaml", message="m", code="value") for at in range(MOST_GIVEN + 5))
    lines = plain(Report(issues=issues, checked={})).splitlines()
    assert len(lines) == MOST_LISTED + 1
    assert lines[-1].startswith(f"... and {MOST_GIVEN + 5 - MOST_LISTED} more")
    assert json.loads(as_json(Report(issues=issues, checked={})))["left_out"] == 5


@pytest.mark.parametrize("sign", ["\u201c", "a", "a@", "1 ", "(", "\u201c\u201d ", "- ", "`", "*", "a."])
def test_no_rule_of_a_telling_takes_long_for_any_sign(sign: str) -> None:
    content = tiny.content()
    story = content.stories["the-export-nobody-used"].record
    filled = (sign * 4000)[:3990] + "a@"
    parts = {part: filled for part, _ in story.told.parts()}
    odd = story.model_copy(update={"told": story.told.model_copy(update=dict(parts))})
    begun = time.process_time()
    for rule in STORY_RULES.values():
        list(rule(guide_of(content), odd))
    assert seconds(begun) < SECOND


@pytest.mark.parametrize("line", ["### Title of the story" + " " * 200_000 + "x", "- [x] a" + " " * 200_000 + "b"])
def test_a_long_line_of_an_issue_takes_no_time(line: str) -> None:
    begun = time.process_time()
    read_answers(f"### Title of the story\n\n{line}\n")
    list(TICK.finditer(line))
    assert seconds(begun) < SECOND


def test_headings_and_fences_of_an_issue_cost_by_their_number() -> None:
    begun = time.process_time()
    _, missing = read_answers("```\n### Title of the story\n```\n### Title of the story\n" * 4000)
    assert seconds(begun) < SECOND
    assert max(len(one.says) for one in missing) < 300


def test_an_issue_that_is_too_long_is_refused_and_not_cut(root: Path, capsys: Capture) -> None:
    (root / "issue.md").write_text("### Title of the story\n\n" + "a" * (1 << 18), encoding="utf-8")
    assert main(["from-issue", str(root / "issue.md"), "--root", str(root)]) == USAGE
    assert "at most 256 kB" in capsys.readouterr().err


def test_a_proposal_cannot_hide_behind_its_own_size(root: Path) -> None:
    long = "\u2603" * 290
    themes = "".join(f"  - id: t{at}\n    name: {long} {at}\n" for at in range(60))
    text = (root / HANDBOOK).read_text(encoding="utf-8")
    (root / HANDBOOK).write_text(text.replace("themes:\n", f"themes:\n{themes}", 1), encoding="utf-8")
    story = (root / tiny.STORY).read_text(encoding="utf-8")
    listed = ", ".join(f"t{at}" for at in range(60))
    (root / tiny.STORY).write_text(story.replace("themes: [", f"themes: [{listed}, ", 1), encoding="utf-8")
    made = review(load(tiny.TINY).content, Proposal(examined=examine(root), today=TODAY), templates_of(HERE) / "review")
    assert len(made.encode()) <= LARGEST
    assert "more" in made
    assert made.startswith("# What this changes")


def test_an_entry_without_room_hides_no_other(root: Path) -> None:
    long = "title: A\nsummary: S\ndays: 1\nminutes_a_day: 600\nschedule:\n  - day: 1\n    tasks:\n" + "".join(
        f"      - {{does: {'word ' * 700}, minutes: 1}}\n" for _ in range(15)
    )
    for at in range(3):
        (root / f"content/plans/a-{at}.yaml").write_text(long, encoding="utf-8")
    tiny.edit(root, PLAN, "summary: What fits into an hour.", "summary: What fits into one hour.")
    base = load(tiny.TINY).content
    made = review(base, Proposal(examined=examine(root), today=TODAY), templates_of(HERE) / "review", largest=20_000)
    assert "content/plans/one-evening.yaml" in made
    assert "3 more entries have no room here" in made


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("check --format json", PROBLEMS),
        ("check --format github", PROBLEMS),
        ("check --format sarif", PROBLEMS),
        ("new question x --title One", USAGE),
    ],
)
def test_what_ended_in_a_traceback_is_said_in_words(command: str, code: int, root: Path, capsys: Capture) -> None:
    if "check" in command:
        (root / b"content/stories/\xff.yaml".decode("utf-8", "surrogateescape")).write_text("a: b\n")
    assert main([*command.split(), "--root", str(root)]) == code
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err


def test_a_calendar_that_would_end_after_all_dates_is_refused(root: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", "calendar", "--date", "9999-12-31", "--root", str(root)])
    assert ended.value.code == USAGE
    assert main(["export", "calendar", "--date", "8999-12-31", "--root", str(root)]) == FINE
