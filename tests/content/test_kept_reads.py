"""What is kept of files as they were read: with it, without it, after an edit and damaged, a check says the same."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.content import kept_reads, load, reads_on_disk
from generator.content.reads_on_disk import BESIDE
from generator.model import Story
from generator.site import examine as examining
from generator.site.examine import READS, examine, reads_of
from generator.text.issue import Issue
from generator.text.seal import GIVEN
from tests.handbooks import tiny
from tests.tools.anything import examples

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


PIECES = st.sampled_from(["", "TODO", "\t", ": ", '"', "[words](story:nowhere)", "2026-13-01", "ä", "we ", "\n"])


@st.composite
def saves(draw: st.DrawFn) -> list[tuple[str, int, int, str]]:
    """Give saves one after the other: of which file, from where, how many characters go, and what comes."""
    files = sorted(path.relative_to(tiny.TINY).as_posix() for path in (tiny.TINY / "content").rglob("*.*"))
    one = st.tuples(st.sampled_from(files), st.integers(0, 4_000), st.sampled_from([0, 1, 30, 10_000]), PIECES)
    return draw(st.lists(one, min_size=1, max_size=3))


@examples(0.3)
@given(saves())
def test_after_any_saves_a_check_says_the_same_with_the_store(steps: list[tuple[str, int, int, str]]) -> None:
    with TemporaryDirectory() as folder:
        root = tiny.copy_to(Path(folder))
        told_with_store(root)
        for file, begins, gone, come in steps:
            text = (root / file).read_text(encoding="utf-8")
            at = begins % (len(text) + 1)
            (root / file).write_text(text[:at] + come + text[at + gone :], encoding="utf-8")
            expected = told(root)
            assert told_with_store(root) == expected
            assert told_with_store(root) == expected


@pytest.mark.parametrize("gone", [tiny.STORY, "content/competencies/saying-no.yaml"])
def test_after_a_file_is_gone_and_back_a_check_says_the_same_with_the_store(gone: str, tmp_path: Path) -> None:
    root = tiny.copy_to(tmp_path)
    text = (root / gone).read_text(encoding="utf-8")
    told_with_store(root)
    (root / gone).unlink()
    for _ in range(2):
        assert told_with_store(root) == told(root)
    (root / gone).write_text(text, encoding="utf-8")
    for _ in range(2):
        assert told_with_store(root) == told(root)


def test_of_stories_that_were_not_saved_no_record_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tiny.copy_to(tmp_path)
    told_with_store(root)
    made: list[str] = []
    real = Story.model_validate
    monkeypatch.setattr(Story, "model_validate", lambda data: made.append(data["title"]) or real(data))
    tiny.edit(root, tiny.STORY, "title: ", "title: X")
    told_with_store(root)
    assert made == ["XThe export nobody used"]
    told_with_store(root)
    assert made == ["XThe export nobody used"]


def test_data_that_is_damaged_behind_the_seal_is_said_and_read_anew(tmp_path: Path, capsys: Capture) -> None:
    root = tiny.copy_to(tmp_path)
    told_with_store(root)
    data = (root / READS).read_bytes()
    title = (root / "content/handbook.yaml").read_text(encoding="utf-8").partition("title: ")[2].partition("\n")[0]
    at = data.rindex(title.encode())
    (root / READS).write_bytes(data[:at] + b"Z" + data[at + 1 :])
    reads = reads_of(root)
    found = examine(root, kept=reads)
    assert found.issues == told(root)
    assert found.content
    assert found.content.words.title == title
    assert "damaged, or not made here" in capsys.readouterr().err
    assert told_with_store(root) == told(root)
    assert capsys.readouterr().err == ""


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
    monkeypatch.setattr(reads_on_disk, "LARGEST", whole // 2)
    (root / READS).unlink()
    assert told_with_store(root) == told(root)
    assert (root / READS).stat().st_size < whole


def test_after_an_edit_only_what_differs_is_written_until_that_is_much(
    tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reads_on_disk, "FEW", 2)
    root = tiny.copy_to(tmp_path)
    told_with_store(root)
    whole, beside = root / READS, root / f"{READS}{BESIDE}"
    first, sizes = whole.read_bytes(), []
    for at, path in enumerate(sorted((root / "content").rglob("*.yaml"))):
        path.write_text(f"{path.read_text(encoding='utf-8')}# {at}\n", encoding="utf-8")
        told_with_store(root)
        expected = told(root)
        parsed.clear()
        assert told_with_store(root) == expected
        assert parsed == []
        if whole.read_bytes() != first:
            break
        sizes.append(beside.stat().st_size)
    assert sizes == sorted(sizes)
    assert len(sizes) > 1
    assert sizes[-1] * 2 < len(first) * 1.1
    assert not beside.exists()


def test_what_is_beside_and_damaged_is_said_and_of_another_whole_is_not_heeded(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reads_on_disk, "FEW", 1)
    root = tiny.copy_to(tmp_path)
    told_with_store(root)
    whole, beside = root / READS, root / f"{READS}{BESIDE}"
    tiny.edit(root, tiny.STORY, "title: ", "title: X")
    told_with_store(root)
    since = beside.read_bytes()
    beside.write_bytes(since[:-1])
    assert told_with_store(root) == told(root)
    assert capsys.readouterr().err.count("damaged, or not made here") == 1
    assert not beside.exists()

    whole.unlink()
    tiny.edit(root, tiny.STORY, "title: X", "title: ")
    told_with_store(root)
    beside.write_bytes(since)
    assert told_with_store(root) == told(root)
    assert capsys.readouterr().err == ""


def test_no_link_is_followed_to_keep_something(tmp_path: Path, capsys: Capture) -> None:
    root = tiny.copy_to(tmp_path / "project")
    (tmp_path / "elsewhere").mkdir()
    (root / ".cache").symlink_to(tmp_path / "elsewhere")
    assert told_with_store(root) == told(root)
    assert capsys.readouterr().err.count("it is a link") == 2  # it is neither read nor written
    assert [*(tmp_path / "elsewhere").iterdir()] == []
