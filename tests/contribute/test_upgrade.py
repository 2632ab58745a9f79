"""A handbook of an older format is moved on whole, or told what stands in the way."""

import shutil
from pathlib import Path

import pytest

from generator.commands.cli import main
from generator.commands.command import FINE, PROBLEMS, USAGE
from generator.contribute.upgrade import UpgradeError, moved_on
from generator.model.vocabulary import FORMAT
from tests.handbooks import tiny

MARK = "format: 2  # of the files in content/; `handbook upgrade` moves them on\n"
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
    assert "+format: 2" in said
    assert "-  - rule: speech  # gone\n-    because: Written before" in said
    assert main(["--root", str(old), "upgrade", "--write"]) == FINE
    kept = "waivers:\n  - rule: tempting\n    because: The reply is short on purpose.\n"
    assert path.read_text() == told + kept
    assert (old / "content/handbook.yaml").read_text().startswith("# Our words.\n" + MARK)
    changed = {name for name, data in contents(old).items() if before[name] != data}
    assert {Path(name).name for name in changed} == {"handbook.yaml", path.name}
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
