"""A review says what a proposal changes, fits into a step summary, and cannot be written by the proposal."""

import re
import subprocess
import textwrap
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.commands.cli import main
from generator.commands.command import FINE, USAGE
from generator.content.load import load
from generator.model import STORIES
from generator.review.anonymity import findings
from generator.review.changes import changes
from generator.review.corpus import Corpus
from generator.review.heuristics import doubts
from generator.review.history import NoSuchBaseError, Touched, content_of, touched
from generator.review.review import Proposal, review
from generator.review.safe_markdown import block, span
from generator.review.similarity import most_similar
from generator.site.pipeline import HERE, check, examine, templates_of
from generator.text.language import ENGLISH
from tests.handbooks import tiny

TODAY = date(2026, 11, 21)
GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SPOOF = (
    "``x`` ` ``` | </details><h1>Approved</h1> <!-- **fine** [a](https://example.org) ![i](https://example.org/i) "
    "@octocat #1 https://example.org www.example.org ~~no~~ &lt; \\` $x$ :+1: "
)
OTHER = "content/stories/the-no-that-cost-a-renewal.yaml"


def reviewed(root: Path, largest: int = 1_000_000) -> str:
    base = load(tiny.TINY).content
    return review(base, Proposal(examined=examine(root), today=TODAY), templates_of(HERE) / "review", largest)


def tokens(text: str) -> list[Token]:
    return [token for top in GITHUB.parse(text) for token in (top, *(top.children or ()))]


def outside_code(text: str) -> str:
    """Give all that GitHub would read as anything but code."""
    shown = [t.content for t in tokens(text) if t.type in {"text", "html_inline", "html_block"}]
    links = [str(t.attrs) for t in tokens(text) if t.type in {"link_open", "image"}]
    return "\n".join(shown + links)


@given(st.text())
def test_any_text_is_one_code_span_on_one_line(text: str) -> None:
    made = tokens(f"before {span(text)} after")
    assert [t.type for t in made if t.type not in {"text", "softbreak"}] == [
        "paragraph_open",
        "inline",
        *(["code_inline"] if text.split() else []),
        "paragraph_close",
    ]
    assert "\n" not in span(text)


@given(st.text(alphabet=st.sampled_from(list("`| \\~ab\n<")), max_size=60))
def test_a_code_span_shows_what_was_typed(text: str) -> None:
    if text.split():
        (code,) = [t.content for t in tokens(f"x {span(text)}") if t.type == "code_inline"]
        assert code.strip() == " ".join(text.split())


@given(st.text(alphabet=st.sampled_from(list("`~ab\n <>-#=>\t"))), st.text())
def test_any_text_is_one_code_block(odd: str, text: str) -> None:
    for given_text in (odd, text):
        made = [t for t in GITHUB.parse(f"before\n\n{block(given_text)}\n\nafter") if t.level == 0]
        assert [t.type for t in made] == [
            "paragraph_open",
            "paragraph_close",
            "fence",
            "paragraph_open",
            "paragraph_close",
        ] or [t.type for t in made] == [
            "paragraph_open",
            "inline",
            "paragraph_close",
            "fence",
            "paragraph_open",
            "inline",
            "paragraph_close",
        ]


def test_a_proposal_cannot_write_its_own_review(root: Path) -> None:
    path = root / tiny.STORY
    text = path.read_text(encoding="utf-8")
    quoted = SPOOF.replace("'", "''")
    text = text.replace("title: The export nobody used", f"title: '{quoted}'")
    text = text.replace("  company: 40-person maker of survey software", f"  company: '{quoted}'")
    text = text.replace(
        "I looked after the reports", "# Approved\n\n    </details>\n\n    ```\n\n    I looked after the reports"
    )
    path.write_text(text + f"waivers: [{{rule: tempting, because: '{quoted}'}}]\n", encoding="utf-8")
    (root / "content/stories/@octocat #1 <b>.yaml").write_text("a: b\n", encoding="utf-8")
    made = reviewed(root)
    said = outside_code(made)
    for word in ("octocat", "Approved", "example.org", "&lt;", "<b>", "**fine**", "$x$", ":+1:"):
        assert word in made
        assert word not in said
    allowed = {"<details open>", "<details>", "</details>", "<summary>", "</summary>"}
    html = "\n".join(t.content for t in tokens(made) if t.type.startswith("html"))
    for tag in ("<summary>The text</summary>", "<summary>What changed in the text</summary>", *allowed):
        html = html.replace(tag, "")
    assert html.strip() == ""


def test_nothing_changed_is_said_in_a_word(root: Path) -> None:
    made = reviewed(root)
    assert "Nothing that the handbook says." in made
    assert "It does not." in made
    assert "<details" not in made


def test_a_changed_story_is_measured_before_and_after_and_its_words_are_compared(root: Path) -> None:
    tiny.edit(root, tiny.STORY, "outcome: bad", "outcome: mixed")
    tiny.edit(root, tiny.STORY, "Two could not find\n    it.", "Two could not find it on 3 March.")
    made = reviewed(root)
    assert "- **Changed**: 1 story" in made
    assert "- `bad`: 1 → 0" in made
    assert "- `mixed`: 1 → 2" in made
    words = next(line for line in made.splitlines() if line.startswith("| Words aloud"))
    _, _, before, after, wanted, _ = (cell.strip() for cell in words.split("|"))
    assert int(after) == int(before) + 3
    assert wanted == "280 to 420"
    assert "-outcome: bad\n+outcome: mixed" in made
    assert "- a date: `3 March`" in made
    assert "`the-no-that-cost-a-renewal` (wording " in made


@pytest.mark.parametrize("everywhere", [False, True])
def test_a_figure_that_is_changed_in_one_place_only_is_doubted(root: Path, everywhere: bool) -> None:  # noqa: FBT001
    tiny.edit(root, OTHER, 'before: "11 %"', 'before: "12 %"')
    if everywhere:
        tiny.edit(root, OTHER, "that was 11 % of", "that was 12 % of")
    said = "- a figure was changed in one place, and stands as it was in another: `11`"
    assert (said in reviewed(root)) is not everywhere


def test_a_figure_that_only_moves_is_not_doubted(root: Path) -> None:
    first = '  - {what: "Customers | 12 months"'
    tiny.edit(root, OTHER, first, f'  - {{what: Days, before: "40", after: "55"}}\n{first}')
    assert "a figure was changed" not in reviewed(root)


def test_entries_that_were_added_and_removed_are_shown_and_counted(root: Path) -> None:
    (root / "content/plans/two-days.yaml").unlink()
    (root / "content/questions/saying-no/last-no.yaml").write_text(NEW_QUESTION, encoding="utf-8")
    made = reviewed(root)
    assert "- **Added**: 1 question" in made
    assert "- **Removed**: 1 plan" in made
    assert "- `Saying no`: 1 → 2" in made
    assert "Added question: `When did you last say no?`" in made


NEW_QUESTION = """\
ask: When did you last say no?
kind: leaf
levels: [pm]
intent: Is it a habit?
good_answer: [Last week]
trap: Never.
"""


def test_a_renamed_entry_is_told_as_that_and_asks_where_its_address_leads(root: Path) -> None:
    (root / OTHER).rename(root / "content/stories/the-renewal.yaml")
    made = reviewed(root)
    assert "- **Renamed**: 1 story" in made
    assert "**Removed**" not in made
    assert "`content/stories/the-renewal.yaml`, until now `story:the-no-that-cost-a-renewal`" in made
    assert "Its words are the same." in made
    assert "- **error** `story`:`the-no-that-cost-a-renewal`" in made


def test_a_question_that_moves_to_another_bank_is_told_as_that(root: Path) -> None:
    old = root / "content/questions/choosing-what-to-build.yaml"
    new = "content/questions/saying-no/disagreed-with-the-data.yaml"
    text = old.read_text(encoding="utf-8")
    at = text.index("  - id: disagreed-with-the-data\n")
    old.write_text(text[:at], encoding="utf-8")
    (root / new).write_text(textwrap.dedent(text[at:].partition("\n")[2]), encoding="utf-8")
    made = reviewed(root)
    assert "- **Moved**: 1 question" in made
    assert "**Removed**" not in made
    assert f"`{new}`, until now `content/questions/choosing-what-to-build.yaml`" in made


def test_a_list_that_is_parted_is_no_change_and_a_file_that_cannot_be_read_is_not_gone(root: Path) -> None:
    assert main(["upgrade", "--write", "--root", str(root)]) == FINE
    assert changes(check(tiny.TINY).content, check(root).content) == []
    folder = "content/questions/choosing-what-to-build"
    tiny.edit(root, f"{folder}/hardest-bet.yaml", "kind: trunk", "kind: leaf")
    (root / folder / "disagreed-with-the-data.yaml").write_text("ask: [", encoding="utf-8")
    made = reviewed(root)
    assert [line for line in made.splitlines() if re.match(r"- \*\*[A-Z]", line)] == [
        "- **Changed**: 1 question",
        "- **With errors**: 1 file. What cannot be read is not compared.",
    ]
    assert "-kind: trunk\n+kind: leaf" in made


def test_a_question_whose_file_has_another_name_is_renamed(root: Path) -> None:
    (root / "content/questions/saying-no/pushed-back.yaml").rename(root / "content/questions/saying-no/the-boss.yaml")
    made = reviewed(root)
    assert "- **Renamed**: 1 question" in made
    assert "`content/questions/saying-no/the-boss.yaml`, until now `question:pushed-back`" in made


def test_errors_come_first_and_an_unreadable_proposal_is_reviewed_all_the_same(root: Path) -> None:
    tiny.edit(root, tiny.STORY, "traits: [candour]", "traits: [candor]")
    (root / OTHER).write_text("a: [", encoding="utf-8")
    lines = reviewed(root).splitlines()
    assert [line for line in lines if line.startswith("- **")] == [
        "- **Changed**: 1 story",
        "- **With errors**: 2 files. What cannot be read is not compared.",
        "- **error** `reference` in `content/stories/the-export-nobody-used.yaml`",
        "- **error** `yaml-syntax` in `content/stories/the-no-that-cost-a-renewal.yaml`",
    ]
    assert any(line.startswith("    - `") and "candor" in line for line in lines)
    (root / "content/handbook.yaml").unlink()
    made = reviewed(root)
    assert "`content/handbook.yaml must exist" in made
    assert "Removed" not in made


@pytest.mark.parametrize("largest", [4_000, 20_000, 1_000_000])
def test_a_review_fits_into_a_step_summary(largest: int, root: Path) -> None:
    text = (root / OTHER).read_text(encoding="utf-8")
    for at in range(12):
        (root / f"content/stories/copy-{at}.yaml").write_text(text, encoding="utf-8")
    made = reviewed(root, largest)
    assert len(made.encode()) <= max(largest, len(made.partition("## Added")[0].encode()) + 200)
    shown = made.count("\n## Added story")
    assert (f"{12 - shown} more entries have no room here" in made) == (shown < 12)


def test_a_story_without_a_date_is_named_since_the_feed_leaves_it_out(root: Path) -> None:
    tiny.edit(root, tiny.STORY, "outcome: bad", "outcome: mixed")
    assert "It has no date in `added`" in reviewed(root)
    tiny.edit(root, tiny.STORY, "outcome: mixed", "outcome: mixed\nadded: 2026-11-02")
    assert "It has no date in `added`" not in reviewed(root)


# what may be doubted


def doubted(root: Path) -> dict[str, tuple[str, ...]]:
    found = doubts(Corpus(check(root).content, ["the-export-nobody-used"]), "the-export-nobody-used", TODAY)
    return {doubt.why: doubt.words for doubt in found}


def test_a_story_that_is_a_scene_of_its_own_raises_no_doubt(root: Path) -> None:
    assert doubted(root) == {}


def test_what_breaks_a_promise_of_the_guide_without_breaking_a_rule_is_doubted(root: Path) -> None:
    tiny.edit(root, tiny.STORY, "outcome: bad", "outcome: bad\nadded: 2026-11-22")
    tiny.edit(
        root, tiny.STORY, "Two could not find", "I always make sure that everyone feels heard. Two could not find"
    )
    other = check(root).content.stories["the-no-that-cost-a-renewal"].record.told.actions
    words = " ".join(other.split()[:10])
    tiny.edit(root, tiny.STORY, "I looked after the reports", f"{words} Then I looked after the reports")
    found = doubted(root)
    assert found["a habit is told where a deed is wanted"] == ("I always make sure that everyone feels heard.",)
    assert found["words that would fit any story"] == ("feels heard",)
    assert found["its date is still to come, and would keep it first in the feed"] == ("2026-11-22",)
    assert found["words that stand in stories/the-no-that-cost-a-renewal, too"] == (words.rstrip(".,"),)
    made = reviewed(root)
    assert "- words that would fit any story: `feels heard`" in made


@pytest.mark.parametrize(
    ("told", "raised"),
    [
        ('"We go together," I said.', True),
        ('"We go together," I said. "No," said Amara.', False),
        ('She said: "We go together."', False),
        ("We went together.", False),
    ],
)
def test_a_story_in_which_only_the_narrator_speaks_is_doubted(told: str, raised: bool) -> None:  # noqa: FBT001
    assert ("nobody but the narrator says a sentence in it" in doubts_of(actions=told)) is raised


def test_follow_ups_that_belong_to_another_story_are_doubted() -> None:
    why = "most follow-ups take up nothing that is told"
    assert why not in doubts_of(actions="The lighthouse keeper turned the lantern off.", ask="Who turned it off?")
    assert why in doubts_of(actions="The lighthouse keeper turned the lantern off.", ask="Whose bakery was it?")


def doubts_of(actions: str, ask: str = "Who asked?") -> set[str]:
    """Give why a story is doubted that does this and is asked that, and nothing else."""
    content = check(tiny.TINY).content
    entry = content.stories["the-export-nobody-used"]
    silent = dict.fromkeys(("context", "challenge", "results", "learnings"), "So it was.")
    told = entry.record.told.model_copy(update={**silent, "actions": actions})
    follow = entry.record.follow_ups[0].model_copy(update={"asks": ask, "strong": "Yes."})
    changes = {"told": told, "follow_ups": (follow,)}
    story = entry.with_record(entry.record.model_copy(update=changes))
    whole = content.with_entry(STORIES, story)
    return {doubt.why for doubt in doubts(Corpus(whole, [entry.slug]), entry.slug, TODAY)}


# what may make somebody recognisable


def found(text: str) -> set[tuple[str, str]]:
    story = check(tiny.TINY).content.stories["the-export-nobody-used"].record
    before = {(f.why, f.words) for f in findings(story, ENGLISH)}
    told = story.told.model_copy(update={"context": text})
    return {(f.why, f.words) for f in findings(story.model_copy(update={"told": told}), ENGLISH)} - before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met Amara and Jo Smith in Lagos.", {("a name", "Amara"), ("a name", "Jo Smith"), ("a name", "Lagos")}),
        ("It was Amara's idea.", {("a name", "Amara")}),
        ("So I said on Monday that I'd go. In May I went.", set()),
        ("It was in 2023, on 14 March.", {("a date", "2023"), ("a date", "14 March")}),
        ("We had 1,347 users and $4,310,000.", {("an exact figure", "1,347"), ("an exact figure", "$4,310,000")}),
        ("We had 1,300 users, 40 hotels and 200,000 rows.", set()),
    ],
)
def test_names_dates_and_exact_figures_are_found(text: str, expected: set[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_whoever_gave_the_story_is_no_finding() -> None:
    story = check(tiny.TINY).content.stories["the-no-that-cost-a-renewal"].record
    assert story.contributor
    assert [f for f in findings(story, ENGLISH) if f.words in story.contributor.name] == []


# how near two stories are


def test_a_copy_is_nearest_and_the_same(root: Path) -> None:
    (root / "content/stories/copy.yaml").write_bytes((root / tiny.STORY).read_bytes())
    first, second = most_similar(Corpus(check(root).content, ["copy"]), "copy")
    assert (first.slug, first.wording, first.tags, first.similarity) == ("the-export-nobody-used", 100, 100, 100)
    assert second.similarity < 50


def test_nearness_is_the_same_from_both_sides() -> None:
    content = check(tiny.TINY).content
    one, other = (
        {k.slug: k.similarity for k in most_similar(Corpus(content, [slug]), slug)} for slug in content.stories
    )
    assert list(one.values()) == list(other.values())


# what it is held against


def git(root: Path, *words: str) -> None:
    mine = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *mine, *words], cwd=root, check=True, capture_output=True)


def test_the_base_is_a_folder_or_a_commit(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "init")
    git(root, "add", "content")
    git(root, "commit", "-m", "first")
    tiny.edit(root, tiny.STORY, "outcome: bad", "outcome: mixed")
    for base in ("main", "HEAD", str(tiny.TINY)):
        assert main(["review", "--root", str(root), "--base", base]) == FINE
        assert "- **Changed**: 1 story" in capsys.readouterr().out
    (root / "content/stories/new.yaml").write_bytes((root / OTHER).read_bytes())
    assert main(["changes", "--root", str(root)]) == FINE
    assert capsys.readouterr().out.splitlines() == [
        '- New story: "The no that cost a renewal", by R. "Odd" Example.',
        "- Changed: 1 story.",
    ]


def test_a_base_that_is_what_is_checked_out_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "first")
    assert main(["review", "--root", str(root), "--base", "main"]) == FINE
    assert 'must differ, found the same at "main"; name the main branch you began from' in capsys.readouterr().err
    tiny.edit(root, tiny.STORY, "outcome: bad", "outcome: mixed")
    assert main(["review", "--root", str(root), "--base", "main"]) == FINE
    assert capsys.readouterr().err == ""


def test_work_that_began_before_others_went_on_does_not_undo_what_they_did(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "first")
    git(root, "checkout", "-b", "work")
    tiny.edit(root, tiny.STORY, "outcome: bad", "outcome: mixed")
    git(root, "commit", "-am", "mine")
    git(root, "checkout", "main")
    tiny.edit(root, OTHER, "outcome: mixed", "outcome: good")
    (root / "LICENSE").write_text("theirs", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-m", "theirs")
    git(root, "checkout", "work")
    assert main(["review", "--root", str(root), "--base", "main"]) == FINE
    made = capsys.readouterr().out
    assert "- **Changed**: 1 story" in made
    assert OTHER not in made
    assert "LICENSE" not in made


def test_files_that_are_no_entries_are_named_in_the_review(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "Makefile").write_text("all:\n", encoding="utf-8")
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "first")
    before = root.parent / "before"
    subprocess.run(["git", "clone", "-q", str(root), str(before)], check=True)
    (root / "Makefile").unlink()
    (root / "hook.py").write_text("print()\n", encoding="utf-8")
    (root / "content/stories/.hidden").symlink_to("/etc/hostname")
    (root / "mkdocs.yml").chmod(0o755)
    (root / OTHER).unlink()
    expected = ["added: `content/stories/.hidden`", "added: `hook.py`", "changed: `mkdocs.yml`", "removed: `Makefile`"]
    assert main(["review", "--root", str(root), "--base", "main"]) == FINE
    made = capsys.readouterr().out
    files = re.findall(r"^- ((?:added|changed|removed): .*)$", made.partition("grey box")[0], re.MULTILINE)
    assert sorted(files) == expected
    for saved in ("in the index", "on the disk alone"):
        git(root, "add", "--all") if saved == "in the index" else git(root, "reset", "--quiet")
        assert main(["review", "--root", str(root), "--base", str(before)]) == FINE
        assert capsys.readouterr().out == made, saved
    assert touched(root, str(tiny.TINY)) is None
    assert touched(root, "nothing") is None


def test_where_git_does_not_keep_both_sides_the_review_says_what_it_did_not_compare(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "mkdocs.yml").chmod(0o755)
    assert main(["review", "--root", str(root), "--base", str(tiny.TINY)]) == FINE
    made = capsys.readouterr().out
    assert "**Other files are not compared**" in made
    assert "Base and work are one" not in made
    assert "Other files are not compared" not in reviewed(root)


def test_a_path_cannot_write_the_review() -> None:
    odd = Touched(file="a`<b>\n# Approved @octocat", what="added")
    proposal = Proposal(examined=examine(tiny.TINY), today=TODAY, touched=[odd] * 60)
    made = review(load(tiny.TINY).content, proposal, templates_of(HERE) / "review")
    assert "Approved" in made
    assert "Approved" not in outside_code(made)
    assert "- and 10 more" in made


@pytest.mark.parametrize("base", ["nothing", "--output=/tmp/x", "HEAD:content", ""])
def test_a_base_that_is_neither_is_wrong_usage(base: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "init")
    with pytest.raises(NoSuchBaseError):
        content_of(root, base)
    for command in ("review", "changes"):
        assert main([command, "--root", str(root), f"--base={base}"]) == USAGE
        assert capsys.readouterr().err.startswith("handbook: --base must be")


def test_titles_cannot_break_out_of_the_changelog(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (root / tiny.STORY).read_text(encoding="utf-8")
    new = text.replace("title: The export nobody used", "title: '*x* <img> [a](https://example.org) `b` #1 @y'")
    (root / "content/stories/new.yaml").write_text(new, encoding="utf-8")
    assert main(["changes", "--root", str(root), "--base", str(tiny.TINY)]) == FINE
    (line,) = capsys.readouterr().out.splitlines()
    kinds = {t.type for t in tokens(line)}
    assert kinds & {"em_open", "html_inline", "link_open", "code_inline"} == set()


def test_many_new_entries_are_counted_and_only_some_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for at in range(15):
        (root / f"content/stories/copy-{at}.yaml").write_bytes((root / tiny.STORY).read_bytes())
    assert main(["changes", "--root", str(root), "--base", str(tiny.TINY)]) == FINE
    said = capsys.readouterr().out
    assert said.startswith("- 15 new stories: ")
    assert said.rstrip().endswith("; 3 more.")


def test_no_difference_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", "--root", str(tiny.TINY), "--base", str(tiny.TINY)]) == FINE
    assert capsys.readouterr().out == "No entry differs.\n"


HOOK = "#!/bin/sh\ntouch '{ran}'\ncat\n"
SETTINGS = (
    "core.fsmonitor",
    "filter.x.smudge",
    "filter.x.clean",
    "filter.x.process",
    "diff.external",
    "diff.x.textconv",
)


@pytest.mark.parametrize("base", ["main", "folder"])
def test_nothing_that_a_folder_names_in_its_own_settings_is_run(base: str, root: Path) -> None:
    (root / ".gitattributes").write_text("* filter=x diff=x export-subst\n", encoding="utf-8")
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "first")
    before = root.parent / "before"
    subprocess.run(["git", "clone", "-q", str(root), str(before)], check=True)
    ran, hook = root.parent / "ran", root / ".git/hook"
    hook.write_text(HOOK.format(ran=ran), encoding="utf-8")
    hook.chmod(0o755)
    for name in SETTINGS:
        git(root, "config", name, str(hook))
    git(root, "config", "core.hooksPath", str(root / ".git"))
    (root / "new.txt").write_text("new", encoding="utf-8")
    where = str(before) if base == "folder" else "main"
    assert main(["review", "--root", str(root), "--base", where]) == FINE
    assert not ran.exists()


def test_what_a_commit_holds_is_read_byte_for_byte(root: Path) -> None:
    (root / ".gitattributes").write_text("*.yaml eol=crlf export-ignore\n", encoding="utf-8")
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "first")
    (root / "content/plans/one-evening.yaml").unlink()
    found = content_of(root, "main").content
    assert found
    assert "one-evening" in found.plans
    assert found.plans["one-evening"].source.text == check(tiny.TINY).content.plans["one-evening"].source.text


def test_an_entry_with_errors_is_shown_as_it_was_written(root: Path) -> None:
    tiny.edit(root, tiny.STORY, "outcome: bad", "outcome: awful")
    made = reviewed(root)
    assert "## An entry with errors" in made
    assert "outcome: awful" in made
    assert "Nothing that the handbook says." not in made
    assert "- **With errors**: 1 file." in made.partition("grey box")[0]
    assert "An entry that cannot be read counts as gone here." in made
    assert "awful" not in outside_code(made)


def test_a_base_that_is_the_work_itself_is_said(root: Path) -> None:
    assert "Base and work are one" in reviewed(root)
    tiny.edit(root, tiny.STORY, "outcome: bad", "outcome: mixed")
    assert "Base and work are one" not in reviewed(root)


def test_a_copy_without_a_date_is_blamed_and_not_the_original(root: Path) -> None:
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "first")
    (root / "content/stories/a-copy.yaml").write_bytes((root / tiny.STORY).read_bytes())
    assert main(["review", "--root", str(root), "--base", "main", "--out", str(root / "review.md")]) == FINE
    told = (root / "review.md").read_text(encoding="utf-8").partition("How coverage")[0]
    assert "`echo` in `content/stories/a-copy.yaml`" in told
    assert f"`echo` in `{tiny.STORY}`" not in told


def test_a_review_costs_by_what_changed(root: Path) -> None:
    for at in range(60):
        text = (root / tiny.STORY).read_text(encoding="utf-8").replace("title: ", f"title: {at} ", 1)
        (root / f"content/stories/story-{at}.yaml").write_text(text, encoding="utf-8")
    content = examine(root).content
    assert content
    corpus = Corpus(content, content.stories)
    begun = time.process_time()
    assert all(doubts(corpus, slug, TODAY) is not None and most_similar(corpus, slug) for slug in content.stories)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Meine Geschichte.YML", "meine-geschichte"),
        ("story (1).yaml", "story-1"),
        ("\u00fcber.yaml", "uber"),
        ("STORY.yaml", "story"),
        ("The-Export-Nobody-Used.yaml", "the-export-nobody-used-2"),
        ("my story.yaml.txt", "my-story"),
        ("index.yaml", "index-story"),
    ],
)
def test_a_story_under_a_name_that_cannot_stay_is_shown_with_all_its_faults(name: str, right: str, root: Path) -> None:
    told = (root / tiny.STORY).read_text(encoding="utf-8")
    told = told.replace("The export nobody used", "Under another name").replace("themes: [", "themes: [nothing-such, ")
    (root / "content/stories" / name).write_text(told, encoding="utf-8")
    made = reviewed(root)
    assert f'"{right}.yaml"' in made
    assert 'the theme must exist, found "nothing-such"' in made
    assert "## Added story: `Under another name`" in made


@pytest.mark.parametrize("raw", [b'title: "never closed\n', "title: t\ntold: x".encode("utf-16-le"), b"title: \xff\n"])
def test_a_file_that_cannot_be_read_as_data_is_shown_as_it_was_written(raw: bytes, root: Path) -> None:
    (root / "content/stories/broken.yaml").write_bytes(raw)
    made = reviewed(root)
    assert "## An entry with errors" in made
    assert "\ntitle: " in made


def test_an_added_entry_that_says_what_another_says_is_named_beside_it(root: Path) -> None:
    one = "one-evening"
    copy = (root / f"content/plans/{one}.yaml").read_text(encoding="utf-8").replace("title: ", "title: Another ", 1)
    (root / "content/plans/another.yaml").write_text(copy, encoding="utf-8")
    for others in ("two", "one"):
        said = reviewed(root).partition("Much of it is said already.")[2]
        assert re.search(rf"^- [6-9][0-9]: .*`content/plans/{one}.yaml`$", said, re.MULTILINE), others
        (root / "content/plans/two-days.yaml").unlink(missing_ok=True)
    (root / "content/plans/another.yaml").write_text(
        "title: Sleep\nsummary: Rest before the morning.\ndays: 1\nminutes_a_day: 5\n"
        "schedule: [{day: 1, tasks: [{does: Switch off the telephone and the lamp., minutes: 5}]}]\n"
    )
    assert "said already" not in reviewed(root)
