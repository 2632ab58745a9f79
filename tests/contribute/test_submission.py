"""Issues made with the story form: each Markdown file under tests/contribute/issues gives what stands beside it.

`pytest --write-golden` rewrites what stands beside; read the difference before you commit it.
"""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.commands.cli import main
from generator.commands.command import FINE, PROBLEMS, USAGE
from generator.content.load import entry_from_text
from generator.content.naming import NoSuchNameError, pick
from generator.contribute.answers import NOTHING, NoFormError
from generator.contribute.issue_form import CONFIRM, CONFIRMATIONS, EARLIER, FIELDS, FILE, form_text, options_of
from generator.contribute.skeleton import skeleton
from generator.contribute.submission import read_submission
from generator.model import STORIES
from generator.site.pipeline import templates_of
from generator.text.characters import hostile
from generator.text.source import parse_source
from tests.handbooks import project, tiny
from tests.tools.anything import examples
from tests.tools.pace import SECOND, timed

CASES = sorted((tiny.TESTS / "contribute/issues").glob("*.md"))
TODAY = date(2026, 11, 21)
SKELETON = skeleton("story", templates_of(tiny.TINY) / "new", TODAY)
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _on_one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.commands.author.today", lambda: TODAY)


def said_of(case: Path, root: Path, capsys: Capture) -> str:
    code = main(["from-issue", str(case), "--slug", "given", "--root", str(root)])
    out, err = (text.replace(f"{root}/", "") for text in capsys.readouterr())
    written = root / "content/stories/given.yaml"
    text = written.read_text(encoding="utf-8") if written.exists() else ""
    return f"# exit {code}\n{out}{err}" + (f"# {written.name}\n{text}" if text else "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_an_issue_gives_its_entry_or_all_that_is_missing(
    case: Path,
    root: Path,
    capsys: Capture,
    write_golden: bool,  # noqa: FBT001
) -> None:
    said = said_of(case, root, capsys)
    golden = case.with_suffix(".txt")
    if write_golden:
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


def test_nothing_is_left_over_beside_the_issues() -> None:
    assert {path.stem for path in (tiny.TESTS / "contribute/issues").glob("*.txt")} == {case.stem for case in CASES}


@pytest.mark.parametrize("name", ["whole", "whole-with-windows-line-ends", "hostile"])
def test_a_whole_issue_leaves_no_error(name: str, root: Path) -> None:
    assert main(["from-issue", str(tiny.TESTS / f"contribute/issues/{name}.md"), "--root", str(root)]) == FINE
    errors = [issue for issue in tiny.issues_of(root) if issue.severity == "error" and issue.code != "unfinished"]
    assert [str(issue) for issue in errors] == []


def test_windows_line_ends_change_nothing() -> None:
    texts = [
        read_submission(
            (tiny.TESTS / f"contribute/issues/{name}.md").read_bytes(), tiny.content(), STORIES, SKELETON
        ).text
        for name in ("whole", "whole-with-windows-line-ends")
    ]
    assert texts[0] == texts[1]


def test_the_slug_is_made_from_the_title(root: Path) -> None:
    assert main(["from-issue", str(tiny.TESTS / "contribute/issues/whole.md"), "--root", str(root)]) == FINE
    assert (root / "content/stories/the-export-that-everybody-had-asked-for.yaml").exists()


def test_an_entry_is_never_overwritten(root: Path, capsys: Capture) -> None:
    arguments = ["from-issue", str(tiny.TESTS / "contribute/issues/whole.md"), "--slug", Path(tiny.STORY).stem]
    before = (root / tiny.STORY).read_bytes()
    assert main([*arguments, "--root", str(root)]) == USAGE
    assert "exists already" in capsys.readouterr().err
    assert (root / tiny.STORY).read_bytes() == before


def test_every_field_that_is_needed_is_named_when_nothing_is_written(root: Path, capsys: Capture) -> None:
    assert (
        main(["from-issue", str(tiny.TESTS / "contribute/issues/nothing-written.md"), "--root", str(root)]) == PROBLEMS
    )
    out = capsys.readouterr().out
    assert [field.label for field in FIELDS if (f"- **{field.label}**: " in out) != field.needed] == []
    assert [said for said in CONFIRMATIONS if said not in out] == []


# the form itself


def test_the_form_is_fresh() -> None:
    written = (tiny.ROOT / FILE).read_text(encoding="utf-8")
    content = tiny.real()
    assert written == form_text(content), "run `handbook form`"


def test_the_form_is_one_that_github_takes() -> None:
    form = yaml.safe_load(form_text(tiny.real()))
    assert {type(form[name]) for name in ("name", "description", "title")} == {str}
    fields = [element for element in form["body"] if element["type"] != "markdown"]
    labels = [element["attributes"]["label"] for element in fields]
    assert labels == [*(field.label for field in FIELDS), CONFIRM]
    assert len(labels) == len(set(labels)) == len({element["id"] for element in fields})
    for element in fields:
        assert element["type"] in {"input", "textarea", "dropdown", "checkboxes"}
        options = element["attributes"].get("options", [])
        assert ("options" in element["attributes"]) == (element["type"] in {"dropdown", "checkboxes"})
        if element["type"] == "dropdown":
            assert all(isinstance(option, str) and option.lower() != "none" for option in options)
            assert len(options) == len(set(options)) > 1


@pytest.mark.parametrize("root", [tiny.TINY, project.ROOT], ids=["tiny", "real"])
def test_every_option_of_the_form_is_understood(root: Path) -> None:
    content = tiny.check(root).content
    fine = (tiny.TESTS / "contribute/issues/whole.md").read_text(encoding="utf-8")
    choices = [field for field in FIELDS if field.options]
    assert len(choices) > 5
    for field in choices:
        options = options_of(content, field.options)
        start = fine.index(f"### {field.label}\n")
        end = fine.index("\n### ", start)
        typed = ", ".join(options.values()) if field.kind == "many" else next(reversed(options.values()))
        text = f"{fine[:start]}### {field.label}\n\n{typed}\n{fine[end:]}"
        found = read_submission(text.encode(), content, STORIES, SKELETON)
        assert [one for one in found.missing if one.label == field.label] == []


def test_options_with_commas_stay_whole(root: Path) -> None:
    tiny.edit(root, "content/handbook.yaml", "name: A bet", "name: A bet, A refusal, and more")
    text = (
        (tiny.TESTS / "contribute/issues/whole.md")
        .read_text(encoding="utf-8")
        .replace("A bet, A refusal", "A bet, A refusal, and more, A refusal")
    )
    found = read_submission(text.encode(), tiny.check(root).content, STORIES, SKELETON)
    assert found.missing == ()
    assert parse_source(found.text.encode(), "x").data["themes"] == ("a-bet", "a-refusal")


LETTERS = st.characters(exclude_categories=("C", "Zl", "Zp"), include_characters="\n\t")
VISIBLE = st.text(LETTERS, max_size=120).filter(lambda text: not any(hostile(text)))


@examples(1 / 2)
@given(st.lists(VISIBLE, min_size=len(FIELDS), max_size=len(FIELDS)))
def test_whatever_is_typed_gives_an_entry_or_what_is_missing(typed: list[str]) -> None:
    parts = [f"### {field.label}\n\n{text or NOTHING}" for field, text in zip(FIELDS, typed, strict=True)]
    found = read_submission("\n\n".join(parts).encode(), tiny.content(), STORIES, SKELETON)
    assert found.missing


PROSES = ("thirty_seconds", "system", "context", "challenge", "actions", "results", "learnings", "if_they_want_more")


@given(VISIBLE, st.sampled_from(PROSES))
def test_whatever_is_typed_in_a_prose_is_plain_text_in_the_entry(typed: str, name: str) -> None:
    label = next(field.label for field in FIELDS if field.id == name)
    fine = (tiny.TESTS / "contribute/issues/whole.md").read_text(encoding="utf-8")
    start = fine.index(f"### {label}\n")
    end = fine.index("\n### ", start)
    text = f"{fine[:start]}### {label}\n\n{typed}\n{fine[end:]}"
    found = read_submission(text.encode(), tiny.content(), STORIES, SKELETON, "given")
    if not found.missing:
        record = entry_from_text(found.text, STORIES, "given", "x").record
        told = {**dict(record.told.parts()), **record.model_dump()}
        assert "".join(told[name].split()) == "".join(typed.split())


@pytest.mark.parametrize("text", ["", "hello", "## Title of the story\n", "### Other\n\nx"])
def test_a_text_that_is_no_issue_of_the_form_is_refused(text: str) -> None:
    with pytest.raises(NoFormError, match="must come from the story form"):
        read_submission(text.encode(), tiny.content(), STORIES, SKELETON)


TORTURE = ("[" * 60_000, "a\n" * 30_000, "a, " * 20_000, "```a\n" * 12_000, "- " * 30_000, "*" * 60_000, "|" * 60_000)
TORTURE += ("\n ### x" * 9_000, "asks:\n" * 10_000, " \n" * 30_000, "`" * 60_000)


@pytest.mark.parametrize("text", TORTURE, ids=range(len(TORTURE)))
def test_no_body_takes_long(text: str) -> None:
    for field in FIELDS:
        body = "\n\n".join(f"### {f.label}\n\n{text if f is field else NOTHING}" for f in FIELDS).encode()
        read, took = timed(lambda body=body: read_submission(body, tiny.content(), STORIES, SKELETON))  # type: ignore[misc]
        assert read.missing
        assert took < SECOND


def test_a_rare_word_in_common_finds_what_many_common_letters_hide() -> None:
    said = ("doubts", "luck", "fun", "time", "money", "a plan", "no plan", "help")
    common = {f"q-{at}": f"Tell me about a time you had {what}" for at, what in enumerate(said)}
    names = {**common, "biggest-failure": "What has been a failure of yours, and who paid for it in the end?"}
    with pytest.raises(NoSuchNameError) as error:
        pick("question", names, "Tell me about a failure")
    assert any("biggest-failure" in near for near in error.value.near)
    assert len(error.value.near) == 3


def test_a_choice_that_was_not_made_is_nothing_written() -> None:
    body = "\n\n".join(f"### {f.label}\n\n{'None' if f.options else NOTHING}" for f in FIELDS)
    unmade = read_submission(body.encode(), tiny.content(), STORIES, SKELETON).missing
    nothing = read_submission(body.replace("None", NOTHING).encode(), tiny.content(), STORIES, SKELETON).missing
    assert unmade == nothing


def test_what_was_ticked_in_the_words_of_an_earlier_form_is_ticked() -> None:
    raw = (tiny.TESTS / "contribute/issues/whole.md").read_text(encoding="utf-8")
    (earlier, now), *_ = EARLIER.items()
    assert now in raw
    read = read_submission(raw.replace(now, earlier).encode(), tiny.content(), STORIES, SKELETON)
    assert read.missing == ()
