"""`handbook new`: what it asks, what it takes, and what it says to a name that is none."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.commands.cli import main
from generator.commands.command import FINE, USAGE
from generator.content.naming import NoSuchNameError, pick
from generator.site.pipeline import check
from generator.text.slug import slug_of
from generator.text.source import parse_source
from tests.handbooks import tiny

Capture = pytest.CaptureFixture[str]
OTHER = "content/stories/the-no-that-cost-a-renewal.yaml"
GIVEN = [
    "--title=A bet that I lost",
    "--question=hardest-bet",
    "--competencies=saying-no,choosing-what-to-build",
    "--level=pm",
    "--outcome=bad",
]


class Terminal:
    def isatty(self) -> bool:
        return True


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Sit at a terminal that gives these answers, and give the questions as they are asked."""
    asked: list[str] = []
    waiting = iter(answers)

    def answer(question: str) -> str:
        asked.append(question)
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("builtins.input", answer)
    return asked


def run(root: Path, *arguments: str) -> int:
    return main(["new", *arguments, "--root", str(root)])


def story(root: Path, slug: str) -> dict[str, object]:
    data: dict[str, object] = parse_source((root / f"content/stories/{slug}.yaml").read_bytes(), "x").data
    return data


def filled(data: dict[str, object]) -> list[object]:
    return [data["title"], data["question"], data["competencies"], data["narrator"]["level"], data["outcome"]]  # type: ignore[index]


EXPECTED = ["A bet that I lost", "hardest-bet", ("saying-no", "choosing-what-to-build"), "pm", "bad"]


def test_options_fill_the_skeleton_and_the_title_names_it(root: Path, capsys: Capture) -> None:
    assert run(root, "story", *GIVEN) == FINE
    assert filled(story(root, "a-bet-that-i-lost")) == EXPECTED
    out = capsys.readouterr().out
    assert "handbook preview stories/a-bet-that-i-lost" in out
    errors = {issue.code for issue in tiny.issues_of(root) if issue.severity == "error"}
    assert errors == {"unfinished"}


def test_at_a_terminal_it_asks_for_what_was_not_given(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    asked = answering(
        monkeypatch,
        "A bet that I lost",
        "what is the hardest bet you made",
        "Saying no, choosing-what-to-build",
        "Product Manager",
        "bad",
    )
    assert run(root, "story") == FINE
    assert filled(story(root, "a-bet-that-i-lost")) == EXPECTED
    assert len(asked) == 5
    assert "associate, pm" in asked[3]
    assert "choosing-what-to-build, saying-no" in capsys.readouterr().out


def test_what_was_given_is_not_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch)
    assert run(root, "story", "my-slug", *GIVEN) == FINE
    assert asked == []
    assert filled(story(root, "my-slug")) == EXPECTED


def test_a_wrong_answer_gets_the_nearest_name_and_another_try(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    answering(monkeypatch, "A bet", "hardest bte", "hardest-bet", "", "", "")
    assert run(root, "story") == FINE
    assert '"hardest-bet" (What is the hardest bet you made?)' in capsys.readouterr().out
    data = story(root, "a-bet")
    assert data["question"] == "hardest-bet"
    assert str(data["competencies"][0]).startswith("TODO")  # type: ignore[index]


def test_answers_that_end_too_early_write_nothing(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    answering(monkeypatch, "A bet")
    before = sorted((root / "content/stories").iterdir())
    assert run(root, "story") == USAGE
    assert "nothing was written" in capsys.readouterr().err
    assert sorted((root / "content/stories").iterdir()) == before


def test_a_slug_that_is_taken_is_told_before_anything_is_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, "x")
    assert run(root, "story", Path(tiny.STORY).stem) == USAGE
    assert asked == []


def test_without_a_terminal_nothing_is_asked(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    asked = answering(monkeypatch)
    monkeypatch.setattr(Terminal, "isatty", lambda _: False)
    assert run(root, "story", "my-slug") == FINE
    assert run(root, "story") == USAGE
    assert "a slug or --title must be given" in capsys.readouterr().err
    assert asked == []


@pytest.mark.parametrize(
    ("option", "near"),
    [
        ("--question=hardest-bte", "hardest-bet"),
        ("--question=the hardest bet", "hardest-bet"),
        ("--competencies=saying-no,choosing what to bild", "choosing-what-to-build"),
        ("--level=manager", "pm"),
        ("--outcome=goood", "good"),
        ("--title=", "1 to 300"),
    ],
)
def test_a_wrong_option_gets_the_nearest_name(option: str, near: str, root: Path, capsys: Capture) -> None:
    assert run(root, "story", "my-slug", option) == USAGE
    err = capsys.readouterr().err
    assert near in err
    assert option.partition("=")[0] in err
    assert not (root / "content/stories/my-slug.yaml").exists()


def test_options_of_a_story_stand_with_no_other_kind(root: Path, capsys: Capture) -> None:
    assert run(root, "plan", "my-slug", "--level=pm") == USAGE
    assert "--level must stand with a story" in capsys.readouterr().err
    assert run(root, "plan", "--title=Two: weeks") == FINE
    assert 'title: "Two: weeks"' in (root / "content/plans/two-weeks.yaml").read_text()


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("I don\u2019t know", "i-dont-know"),
        ("  A, b!  ", "a-b"),
        ("word " * 30, "-".join(["word"] * 16)),
        ("é!", "e"),
        ("Die Nacht in Zürich", "die-nacht-in-zurich"),
        ("Łódź, 3 Ω", "lodz-3-o"),
        ("Straße", "strasse"),
        ("日本 2", ""),
    ],
)
def test_a_slug_is_made_from_a_title(title: str, slug: str) -> None:
    assert slug_of(title, 80) == slug


@pytest.mark.parametrize("typed", ["slug-one", "SLUG-ONE", "The first one", "the FIRST, one!"])
def test_a_name_is_understood_as_people_type_it(typed: str) -> None:
    names = {"slug-one": "The first one", "other": "Another"}
    assert pick("thing", names, typed) == "slug-one"


def test_another_name_that_only_one_has_is_understood_and_one_that_several_have_is_told_with_all_of_them() -> None:
    names = {"a": "Let somebody go", "b": "Lay off a team", "c": "Layoff"}
    others = {"a": ("fire someone", "downsizing"), "b": ("redundancy", "Downsizing", "layoff")}
    assert [pick("thing", names, typed, others) for typed in ("Fire someone!", "REDUNDANCY", "layoff")] == [
        "a",
        "b",
        "c",
    ]
    with pytest.raises(NoSuchNameError, match="which 2 are called") as caught:
        pick("thing", names, "downsizing", others)
    assert caught.value.near == ('"a" (Let somebody go)', '"b" (Lay off a team)')
    with pytest.raises(NoSuchNameError) as caught:
        pick("thing", names, "redundnacy", others)
    assert caught.value.near[0] == '"b" (Lay off a team)'


def test_a_question_is_chosen_by_any_of_its_names(root: Path, capsys: Capture) -> None:
    for at, typed in enumerate(("moonshot", "Which decision was a < b?", "what is the hardest bet you made")):
        main(["new", "story", f"mine-{at}", "--title=Mine", f"--question={typed}", "--root", str(root)])
        assert "\nquestion: hardest-bet\n" in (root / f"content/stories/mine-{at}.yaml").read_text()
    capsys.readouterr()


def test_a_name_that_is_none_is_told_with_what_is_near() -> None:
    names = {"slug-one": "The first one", "other": "Another"}
    with pytest.raises(NoSuchNameError, match="the thing must exist") as caught:
        pick("thing", names, "the frist one")
    assert caught.value.near == ('"slug-one" (The first one)',)


def test_a_new_question_is_a_file_of_its_own_and_shows_what_is_asked_already(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    words = ["--question", "What is the hardest bet you ever made?", "--competencies", "choosing-what-to-build"]
    assert main(["new", "question", *words, "--root", str(root)]) == FINE
    said = capsys.readouterr().out
    assert "the same words: hardest-bet" in said
    file = "content/questions/choosing-what-to-build/what-is-the-hardest-bet-you-ever-made.yaml"
    assert f"Wrote {root / file}" in said
    assert {path for path in root.rglob("*.yaml") if before.get(path) != path.read_bytes()} == {root / file}
    issues = tiny.issues_of(root)
    assert {(issue.file, issue.code) for issue in issues} == {(file, "unfinished")}
    assert main(["new", "question", *words, "--root", str(root)]) == USAGE
    assert main(["new", "question", "pushed-back", *words, "--root", str(root)]) == USAGE
    assert main(["new", "question", "con", *words, "--root", str(root)]) == USAGE
    capsys.readouterr()
    assert main(["new", "question", "--question", "Why?", "--root", str(root)]) == USAGE
    example = capsys.readouterr().err.rpartition("--competencies ")[2].strip()
    assert example in tiny.content().competencies


def test_two_people_who_add_a_question_each_do_not_collide(root: Path) -> None:
    def git(*words: str) -> None:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *words], cwd=root, check=True, capture_output=True)

    def add(branch: str, ask: str) -> None:
        git("checkout", "--quiet", "-b", branch, "main")
        words = ["--question", ask, "--competencies", "saying-no"]
        assert main(["new", "question", *words, "--root", str(root)]) == FINE
        (path,) = (path for path in root.rglob("questions/saying-no/*.yaml") if ask in path.read_text(encoding="utf-8"))
        path.write_text(re.sub("TODO .*", "Any.", path.read_text(encoding="utf-8")), encoding="utf-8")
        git("add", "--all")
        git("commit", "--quiet", "--message", ask)

    git("init", "--quiet", "--initial-branch", "main")
    git("add", "--all")
    git("commit", "--quiet", "--message", "All")
    add("one", "Which garden did you leave to somebody else?")
    add("two", "Whose letter stayed on your desk for a year?")
    git("merge", "--quiet", "--no-edit", "one")
    assert [issue for issue in tiny.issues_of(root) if issue.severity == "error"] == []
    asked = check(root).content.bank.of("saying-no")
    assert [one.slug[:12] for one in asked] == ["pushed-back", "which-garden", "whose-letter"]


def test_who_checks_a_story_of_a_contributor_is_asked_by_what_somebody_could_be_recognised(
    root: Path, capsys: Capture
) -> None:
    def asked(*files: str) -> str:
        main(["check", *files, "--root", str(root)])
        return "".join(line for line in capsys.readouterr().err.splitlines() if "recognised" in line)

    tiny.edit(
        root,
        OTHER,
        "told:\n  context: >-\n",
        "told:\n  context: >-\n    We sold it to Kestrel Freight, and Tomasz Nowicki left on 9 December.\n",
    )
    said = asked(str(root / OTHER))
    assert "names: Kestrel Freight, Tomasz Nowicki" in said
    assert "dates: 9 December" in said
    assert asked(str(root / OTHER)) == said, "also where the check is kept"
    assert asked() == ""
    assert asked(str(root / "content/glossary.yaml")) == ""
    tiny.edit(root, tiny.STORY, "told:\n  context: >-\n", "told:\n  context: >-\n    We sold it to Kestrel Freight.\n")
    assert asked(str(root / tiny.STORY)) == "", "whoever makes a composite invents its names"


def test_a_competency_that_is_begun_is_not_said_to_be_missing(root: Path, capsys: Capture) -> None:
    assert main(["new", "competency", "listening", "--title", "Listening", "--root", str(root)]) == FINE
    arguments = ["new", "question", "--question", "When did you last listen?", "--root", str(root), "--competencies"]
    assert main([*arguments, "listening"]) == USAGE
    assert 'the competency "listening" must be whole; `handbook check` lists' in capsys.readouterr().err
    assert main([*arguments, "lisening-less"]) == USAGE
    assert "the competency must exist" in capsys.readouterr().err
