"""What a check keeps: with it, without it and in a watcher's memory it says the same, whatever is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.commands import quick
from generator.commands.cli import main
from generator.content.remembered import Remembered
from generator.site import answer as answers
from generator.site.answer import KEPT, Answer, answer, answer_of
from generator.site.examine import examine
from generator.site.known import Asked
from generator.text.seal import GIVEN, seal
from tests.handbooks import tiny

AUTHOR = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
Capture = pytest.CaptureFixture[str]
CASES = sorted((tiny.TESTS / "rules/broken").glob("*.yaml"))[::16]  # all of them are held against their lines elsewhere


def spoil(root: Path) -> None:
    with (root / "content/plans/one-evening.yaml").open("a", encoding="utf-8") as file:
        file.write("nonsense: 1\n")


def fresh(root: Path) -> Answer:
    return answer(root, store=False)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_whatever_is_wrong_is_said_the_same_from_nothing_from_the_store_and_from_memory(
    case: Path, tmp_path: Path
) -> None:
    root, remembered = tiny.copy_to(tmp_path), Remembered()
    answer_of(examine(root, (), remembered))
    tiny.change(root, yaml.safe_load(case.read_text(encoding="utf-8")))
    for _ in range(2):
        told = fresh(root)
        assert answer(root) == told
        assert answer(root) == told
        assert answer_of(examine(root, (), remembered)) == told
        spoil(root)


def kept_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Check the project, and let no later check read it."""
    told = answer(root)
    monkeypatch.setattr(answers, "examine", None)
    return told


def test_what_has_not_changed_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tiny.copy_to(tmp_path)
    spoil(root)
    told = kept_once(root, monkeypatch)
    assert answer(root) == told
    assert [issue.code for issue in told.issues] == ["unknown-key"]


def test_what_stands_around_the_content_is_looked_at_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tiny.copy_to(tmp_path)
    before = kept_once(root, monkeypatch)
    (root / "own/templates/sight").mkdir(parents=True)
    (root / "own/templates/sight/x.html").write_text("x", encoding="utf-8")
    assert {issue.code for issue in {*answer(root).issues} - {*before.issues}} == {"own"}


@pytest.mark.parametrize("older", [(), ("the-other",)])
def test_another_age_of_the_stories_is_another_question(tmp_path: Path, older: tuple[str, ...]) -> None:
    root = tiny.copy_to(tmp_path)
    assert answers.key_of(root, older) == answers.key_of(root, list(older))
    assert answers.key_of(root, older) != answers.key_of(root, (*older, "one-more"))


def test_a_damaged_store_is_said_and_changes_nothing(tmp_path: Path, capsys: Capture) -> None:
    root = tiny.copy_to(tmp_path)
    spoil(root)
    told = answer(root)
    data = (root / KEPT).read_bytes()
    (root / KEPT).write_bytes(data.replace(b"unknown-key", b"unknown-kez"))
    assert answer(root) == told
    assert "damaged, or not made here" in capsys.readouterr().err
    assert (root / KEPT).read_bytes() == data
    assert answer(root) == told
    assert capsys.readouterr().err == ""


def test_what_an_earlier_generator_left_is_made_anew_without_a_word(tmp_path: Path, capsys: Capture) -> None:
    root = tiny.copy_to(tmp_path)
    told = answer(root)
    row = json.loads((root / KEPT).read_bytes().partition(b"\n")[2])
    for before in ({**row, "made_by": "another"}, {name: what for name, what in row.items() if name != "made_by"}):
        body = json.dumps(before).encode()
        (root / KEPT).write_bytes(f"{seal(body)}\n".encode() + body)
        assert answer(root) == told
    assert capsys.readouterr().err == ""


def test_a_store_that_another_machine_sealed_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    root = tiny.copy_to(tmp_path)
    monkeypatch.setenv(GIVEN, "1" * 64)
    answer(root)
    spoil(root)
    monkeypatch.setattr(answers, "key_of", lambda *_: "as it was")
    monkeypatch.setattr(answers, "examine", lambda *_, **__: examine(tiny.TINY))
    answer(root)  # says, under the key of a spoiled handbook, that nothing is wrong with it
    monkeypatch.undo()
    monkeypatch.setattr(answers, "key_of", lambda *_: "as it was")
    assert [issue.code for issue in answer(root).issues] == ["unknown-key"]
    assert "not made here" in capsys.readouterr().err


def test_nothing_is_kept_where_a_link_is_among_the_content(tmp_path: Path) -> None:
    root = tiny.copy_to(tmp_path)
    (root / "content/stories/linked.yaml").symlink_to(root / tiny.STORY)
    assert answer(root) == fresh(root)
    assert not (root / KEPT).exists()


def test_no_link_is_followed_to_keep_something(tmp_path: Path, capsys: Capture) -> None:
    root = tiny.copy_to(tmp_path / "project")
    (tmp_path / "elsewhere").mkdir()
    (root / ".cache").symlink_to(tmp_path / "elsewhere")
    assert answer(root) == fresh(root)
    assert "it is a link" in capsys.readouterr().err
    assert [*(tmp_path / "elsewhere").iterdir()] == []


def test_a_check_without_the_store_writes_nothing(tmp_path: Path, capsys: Capture) -> None:
    root = tiny.copy_to(tmp_path)
    assert main(["check", "--no-store", "--root", str(root)]) == 0
    assert not (root / KEPT).exists()
    said = capsys.readouterr().out
    assert main(["check", "--root", str(root)]) == 0
    assert (root / KEPT).exists()
    assert main(["check", "--root", str(root)]) == 0
    assert capsys.readouterr().out == said * 2


def quickly(root: Path, capsys: Capture) -> tuple[int | None, str, str]:
    """Give what a check says that loads next to nothing; no code where it has to load the rest."""
    code = quick.checked(["--root", str(root)])
    said = capsys.readouterr()
    return code if isinstance(code, int) else None, said.out, said.err


def slowly(root: Path, capsys: Capture) -> tuple[int, str, str]:
    code = main(["check", "--root", str(root)])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize("case", CASES[::3], ids=lambda case: case.stem)
def test_what_is_answered_quickly_is_what_is_answered_slowly(case: Path, tmp_path: Path, capsys: Capture) -> None:
    root = tiny.copy_to(tmp_path)
    tiny.change(root, yaml.safe_load(case.read_text(encoding="utf-8")))
    assert quickly(root, capsys)[0] is None
    told = slowly(root, capsys)
    if (root / KEPT).exists():
        assert quickly(root, capsys) == told
    spoil(root)
    assert quickly(root, capsys)[0] is None


@pytest.mark.parametrize(
    "file",
    ["mkdocs.yml", "own/note.exe", "own/templates/sight/x.html", "build/docs/mine.png", "site/CNAME", "doorbell.py"],
)
def test_what_stands_around_the_content_has_a_check_made_anew(file: str, tmp_path: Path, capsys: Capture) -> None:
    root = tiny.copy_to(tmp_path)
    before = slowly(root, capsys)
    assert quickly(root, capsys) == before
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text("theme: {name: none}\n", encoding="utf-8")
    assert quickly(root, capsys)[0] is None
    told = slowly(root, capsys)
    assert told[1:] != before[1:]
    assert quickly(root, capsys) == told


def test_a_commit_has_a_check_made_anew(tmp_path: Path, capsys: Capture) -> None:
    root = tiny.copy_to(tmp_path)
    for words in (["init", "--quiet"], ["add", "."], [*AUTHOR, "commit", "--quiet", "-m", "one"]):
        subprocess.run(["git", "-C", str(root), *words], check=True)
    told = slowly(root, capsys)
    assert quickly(root, capsys) == told
    subprocess.run(["git", "-C", str(root), *AUTHOR, "commit", "--quiet", "--allow-empty", "-m", "two"], check=True)
    assert quickly(root, capsys)[0] is None
    assert slowly(root, capsys) == told
    assert quickly(root, capsys) == told


def test_an_answer_that_is_kept_loads_neither_records_nor_rules(tmp_path: Path) -> None:
    root = tiny.copy_to(tmp_path)
    assert main(["check", "--root", str(root)]) == 0
    script = "import sys; from generator.commands.quick import main; code = main(sys.argv[1:]); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script, "check", "--root", str(root)], capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert "generator.site.known" in loaded
    assert not {"pydantic", "yaml", "babel", "markdown_it", "rapidfuzz", "filelock"} & {*loaded}


def test_what_was_asked_before_is_not_asked_again_and_what_is_saved_meanwhile_is_not_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    root = tiny.copy_to(tmp_path)
    slowly(root, capsys)
    tiny.edit(root, tiny.STORY, "title: ", "title: X")
    asked = quick.checked(["--root", str(root)])
    assert isinstance(asked, Asked)
    read: list[Path] = []
    monkeypatch.setattr(answers, "known", read.append)
    spoil(root)  # after it was asked
    told = answer(root, asked=asked)
    assert told == fresh(root)
    assert read == []
    monkeypatch.undo()
    assert quickly(root, capsys)[0] is None
    assert answer(root) == told
