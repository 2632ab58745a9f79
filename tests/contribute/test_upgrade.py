"""A handbook of an older format is moved on whole, or told what stands in the way."""

import re
import shutil
from pathlib import Path

import pytest

from generator.commands.cli import main
from generator.commands.command import FINE, PROBLEMS, USAGE
from generator.content.load import load
from generator.contribute.upgrade import UpgradeError, moved_on
from generator.model.vocabulary import FORMAT
from tests.handbooks import tiny

MARK = "format: 3  # of the files in content/; `handbook upgrade` moves them on\n"
WAIVERS = """waivers:
  - rule: speech  # gone
    because: Written before the rules were parted.
  - rule: tempting
    because: The reply is short on purpose.
  - rule: hard-to-read
    because: Long words of the trade.
"""
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    root = tmp_path / "old"
    shutil.copytree(tiny.TINY / "content", root / "content")
    words = root / "content/handbook.yaml"
    assert MARK in words.read_text()
    words.write_text("# Our words.\n" + words.read_text().replace(MARK, ""))
    return root


def story(root: Path) -> Path:
    return next(
        path for path in sorted((root / "content/stories").glob("*.yaml")) if "waivers:" not in path.read_text()
    )


def contents(root: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_an_older_handbook_is_shown_before_it_is_changed_and_then_checks(old: Path, capsys: Capture) -> None:
    path = story(old)
    told = path.read_text()
    path.write_text(told + WAIVERS)
    before = contents(old)
    assert main(["--root", str(old), "upgrade"]) == PROBLEMS
    said = capsys.readouterr().out
    assert contents(old) == before
    assert "+format: 3" in said
    assert "-  - rule: speech  # gone\n-    because: Written before" in said
    assert main(["--root", str(old), "upgrade", "--write"]) == FINE
    kept = "waivers:\n  - rule: tempting\n    because: The reply is short on purpose.\n"
    assert path.read_text() == told + kept
    assert (old / "content/handbook.yaml").read_text().startswith("# Our words.\n" + MARK)
    changed = {Path(name).name for name, data in contents(old).items() if before.get(name) != data}
    assert changed == {"handbook.yaml", path.name, "hardest-bet.yaml", "disagreed-with-the-data.yaml"}
    assert {Path(name).name for name in before.keys() - contents(old).keys()} == {"choosing-what-to-build.yaml"}
    capsys.readouterr()
    assert main(["--root", str(old), "upgrade"]) == FINE
    assert "Nothing to do" in capsys.readouterr().out


def test_the_last_waiver_goes_with_its_key(old: Path) -> None:
    path = story(old)
    told = path.read_text()
    path.write_text(told + "waivers:\n- rule: speech\n  because: It was one.\n")
    changed = {file.path: file.after for file in moved_on(old)[1]}
    assert changed[path.relative_to(old).as_posix()] == told


def test_what_cannot_be_moved_is_named_with_its_place_and_nothing_is_written(old: Path, capsys: Capture) -> None:
    path = story(old)
    told = path.read_text()
    path.write_text(told + "waivers: [{rule: speech, because: It was one.}]\n")
    before = contents(old)
    assert main(["--root", str(old), "upgrade", "--write"]) == USAGE
    line = told.count("\n") + 1
    assert f'{path.name}:{line}: the rule "speech" is gone; delete its waiver' in capsys.readouterr().err
    assert contents(old) == before


@pytest.mark.parametrize("found", [str(FORMAT + 1), "99"])
def test_a_newer_handbook_asks_for_its_own_generator(old: Path, found: str) -> None:
    words = old / "content/handbook.yaml"
    words.write_text(f"format: {found}\n" + words.read_text())
    with pytest.raises(UpgradeError, match=f"reads format {FORMAT}, found {found}; install the generator"):
        moved_on(old)


LIST = """\
# yaml-language-server: $schema=../../schemas/questions.schema.json
# Ours, the most asked first.
questions:  # four of them
  # asked in each round
  - id: b-second
    ask: "What of
      two words?"  # as they say it
    kind: trunk  # broad
    levels: [pm]
    # what we heard
    intent: >-
      Any # thing
      at all.

      # no comment
    good_answer:
    - Any
    trap: |
      One.
        Two.

  - ask: What comes after?
    id: a-first  # an old name
    kind: leaf
    levels: [pm]
    intent: Any.
    good_answer: [Any]
    trap: Any.
  # the last
  -   id: c-third
      ask: Which one is the end?
      kind: leaf
      levels: [pm]
      intent: Any.
      good_answer: [Any]
      trap: Any.
# nothing comes behind it
"""


def listed(root: Path, text: str) -> Path:
    path = root / "content/questions/saying-no.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_list_of_questions_becomes_a_file_each_with_every_word_and_comment_in_their_order(
    root: Path, ends: str, capsys: Capture
) -> None:
    (root / "content/questions/saying-no/pushed-back.yaml").unlink()
    path = listed(root, LIST.replace("\n", ends))
    for other in ("walkthroughs", "loops", "plans"):  # they name the question that is gone
        shutil.rmtree(root / "content" / other, ignore_errors=True)
    before = load(root).content
    assert main(["--root", str(root), "upgrade"]) == PROBLEMS
    assert path.exists()
    assert main(["--root", str(root), "upgrade", "--write"]) == FINE
    assert not path.exists()
    after = load(root).content
    assert before
    assert after
    assert [one.record for one in after.bank.values()] == [one.record for one in before.bank.values()]
    assert [one.slug for one in after.bank.of("saying-no")] == ["b-second", "a-first", "c-third"]
    assert after.bank["a-first"].file == "content/questions/saying-no/a-first.yaml"
    written = "".join(file.read_text() for file in (root / "content/questions/saying-no").iterdir())
    assert re.findall("# .*", LIST)[1:] == sorted(
        (said for said in re.findall("# .*", written) if "yaml-language-server" not in said),
        key=LIST.index,
    )
    capsys.readouterr()
    kept = contents(root)
    assert main(["--root", str(root), "upgrade", "--write"]) == FINE
    assert contents(root) == kept


def test_what_came_as_a_list_since_is_parted_and_its_neighbours_stay(root: Path) -> None:
    found, files = moved_on(root)
    assert found == FORMAT
    assert {Path(file.path).parent.name for file in files} == {"questions", "choosing-what-to-build"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("questions: [{id: x, ask: y}]\n", 'saying-no.yaml:1:1: each question must begin with "- "'),
        ("questions:\n  - id: con\n", "saying-no.yaml:2:1: each question must have an id that can name a file"),
        ("questions:\n  - id: x\n  - id: x\n", "saying-no.yaml:3:1: an id must stand once"),
        ("questions:\n  - id: pushed-back\n", "saying-no/pushed-back.yaml must be new, found it beside"),
        ("asks: x\n", "saying-no.yaml:1:1: the file must hold a list of questions and nothing else"),
        ("questions: [\n", "saying-no.yaml:2:1: the file must be readable as YAML"),
    ],
)
def test_a_list_that_cannot_be_parted_is_named_and_nothing_is_written(
    root: Path, text: str, said: str, capsys: Capture
) -> None:
    listed(root, text)
    before = contents(root)
    assert main(["--root", str(root), "upgrade", "--write"]) == USAGE
    assert said in capsys.readouterr().err
    assert contents(root) == before
