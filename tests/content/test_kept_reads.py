"""What is kept of files as they were read: with it, without it, after an edit and damaged, a check says the same."""

from pathlib import Path

import pytest
import yaml

from generator.content import kept_reads, load
from generator.site import examine as examining
from generator.site.examine import READS, examine, reads_of
from generator.text.issue import Issue
from generator.text.seal import GIVEN
from tests.handbooks import tiny

Capture = pytest.CaptureFixture[str]
CASES = sorted((tiny.TESTS / "rules/broken").glob("*.yaml"))[7::32]  # others than tests/site/test_answer.py has


def told(root: Path) -> tuple[Issue, ...]:
    return examine(root).issues


def told_with_store(root: Path) -> tuple[Issue, ...]:
    return examine(root, kept=reads_of(root)).issues


def spoil(root: Path) -> None:
    for file in ("content/plans/one-evening.yaml", tiny.STORY):
        with (root / file).open("a", encoding="utf-8") as opened:
            opened.write("nonsense: 1\n")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the files that are parsed from now on because they are read."""
    files: list[str] = []
    real = load.parse_source
    monkeypatch.setattr(load, "parse_source", lambda raw, file: files.append(file) or real(raw, file))
    return files


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_whatever_is_wrong_is_said_the_same_with_the_store_after_an_edit_and_damaged(
    case: Path, tmp_path: Path, parsed: list[str], capsys: Capture
) -> None:
    root = tiny.copy_to(tmp_path)
    told_with_store(root)
    tiny.change(root, yaml.safe_load(case.read_text(encoding="utf-8")))
    for _ in range(2):
        expected = told(root)
        assert told_with_store(root) == expected
        parsed.clear()
        assert told_with_store(root) == expected
        assert parsed == []
        data = (root / READS).read_bytes()
        (root / READS).write_bytes(data[:-1])
        assert told_with_store(root) == expected
        assert capsys.readouterr().err.count("damaged, or not made here") == 1
        spoil(root)


def test_only_the_file_that_was_edited_is_parsed(tmp_path: Path, parsed: list[str]) -> None:
    root = tiny.copy_to(tmp_path)
    told_with_store(root)
    tiny.edit(root, tiny.STORY, "title:", "tittle:")
    parsed.clear()
    assert {issue.code for issue in told_with_store(root)} == {"unknown-key", "missing-key"}
    assert parsed == [tiny.STORY]


def test_what_a_rule_said_is_not_said_of_another_guide(tmp_path: Path) -> None:
    root = tiny.copy_to(tmp_path)
    told_with_store(root)
    with (root / "content/handbook.yaml").open("a", encoding="utf-8") as file:
        file.write("rules: {limits: {thirty-seconds: {least: 200, most: 300}}}\n")
    assert "thirty-seconds" in {issue.code for issue in told(root)}
    assert told_with_store(root) == told(root)


def test_what_another_generator_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parsed: list[str]
) -> None:
    root = tiny.copy_to(tmp_path)
    told_with_store(root)
    monkeypatch.setattr(examining, "code_print", lambda: "another")
    parsed.clear()
    told_with_store(root)
    assert tiny.STORY in parsed


def test_what_another_machine_sealed_is_not_even_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    root = tiny.copy_to(tmp_path)
    monkeypatch.setenv(GIVEN, "1" * 64)
    told_with_store(root)
    monkeypatch.setenv(GIVEN, "2" * 64)
    monkeypatch.setattr(kept_reads.marshal, "loads", None)
    reads_of(root)
    assert "not made here" in capsys.readouterr().err


def test_what_is_kept_has_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tiny.copy_to(tmp_path)
    told_with_store(root)
    whole = (root / READS).stat().st_size
    monkeypatch.setattr(kept_reads, "LARGEST", whole // 2)
    spoil(root)
    assert told_with_store(root) == told(root)
    assert (root / READS).stat().st_size < whole


def test_no_link_is_followed_to_keep_something(tmp_path: Path, capsys: Capture) -> None:
    root = tiny.copy_to(tmp_path / "project")
    (tmp_path / "elsewhere").mkdir()
    (root / ".cache").symlink_to(tmp_path / "elsewhere")
    assert told_with_store(root) == told(root)
    assert capsys.readouterr().err.count("it is a link") == 2  # it is neither read nor written
    assert [*(tmp_path / "elsewhere").iterdir()] == []
