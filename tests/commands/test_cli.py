"""The `handbook` command: what it prints, and its exit codes 0 (fine), 1 (problems in the content), 2 (wrong usage)."""

import argparse
import json
import shutil
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import IO

import pytest

from generator.commands.cli import GROUPS, main
from generator.commands.command import FINE, PROBLEMS, USAGE
from generator.commands.said import _page
from generator.contribute.catalogue_file import renewed, write
from generator.contribute.skeleton import BEGUN
from generator.model import KINDS
from generator.site.pipeline import templates_of
from tests.handbooks import tiny
from tests.tools.patience import CEILING, listen

Capture = pytest.CaptureFixture[str]


def run(root: Path, *arguments: str) -> int:
    return main([*arguments, "--root", str(root)])


def spoil(root: Path) -> None:
    tiny.edit(root, tiny.STORY, "traits: [candour]", "traits: [candor]")
    tiny.edit(root, "content/plans/one-evening.yaml", "days: 1\n", "days: 2\n")
    (root / "content/plans/x.txt").write_text("a: b\n")
    (root / "content/glossary.yaml").write_bytes(b"\xff")


def remark(root: Path, waiver: str = "") -> None:
    text = (root / tiny.STORY).read_text(encoding="utf-8")
    weak = "weak: It is always hard to say with hindsight, "
    weak += "and in fairness everybody in the room agreed with the choice at the time."
    (root / tiny.STORY).write_text(text.replace(weak, "weak: Hard to say.") + waiver, encoding="utf-8")


def test_a_check_that_watches_answers_each_save_and_gives_what_it_found_last(root: Path) -> None:
    command = [sys.executable, "-u", "-m", "generator", "check", tiny.STORY, "--watch", "--root", str(root)]
    with subprocess.Popen(command, cwd=tiny.ROOT, stdout=subprocess.PIPE, text=True, preexec_fn=listen) as watching:  # noqa: PLW1509
        assert watching.stdout is not None
        try:
            said = until_it_waits(watching.stdout)
            assert "No errors" in said
            tiny.edit(root, tiny.STORY, "traits: [candour]", "traits: [candor]")
            said = until_it_waits(watching.stdout)
            assert f"{tiny.STORY}:" in said
            assert 'found "candor"' in said
        finally:
            watching.send_signal(signal.SIGINT)
            try:
                watching.communicate(timeout=CEILING)
            finally:
                watching.kill()
    assert watching.returncode == PROBLEMS


def until_it_waits(said: IO[str]) -> str:
    return "".join(iter(said.readline, "Waiting for the next save; Ctrl-C ends it.\n"))


def test_a_check_without_problems_says_what_it_checked(root: Path, capsys: Capture) -> None:
    assert run(root, "check") == FINE
    said = capsys.readouterr()
    assert said.out.startswith("No errors. Checked ")
    assert "2 stories" in said.out
    assert said.err == ""


def test_all_problems_are_printed_at_once_with_a_count_at_the_end(root: Path, capsys: Capture) -> None:
    spoil(root)
    assert run(root, "check") == PROBLEMS
    said = capsys.readouterr()
    assert said.out.splitlines() == tiny.printed_from_here(root)
    assert len(said.out.splitlines()) == 4
    assert said.err.strip() == "4 errors in 4 files."


@pytest.mark.parametrize("command", ["build", "site"])
def test_every_command_that_needs_content_prints_the_same_problems(command: str, root: Path, capsys: Capture) -> None:
    spoil(root)
    assert run(root, command) == PROBLEMS
    assert capsys.readouterr().out.splitlines() == tiny.printed_from_here(root)
    assert not (root / "build").exists()
    assert not (root / "site").exists()


def test_a_remark_fails_only_a_strict_check(root: Path, capsys: Capture) -> None:
    remark(root)
    assert run(root, "check") == FINE
    assert run(root, "check", "--strict") == PROBLEMS
    assert "warning: a weak reply" in capsys.readouterr().out


def test_rules_that_are_off_are_said_and_fail_no_strict_check(root: Path, capsys: Capture) -> None:
    tiny.edit(
        root,
        "content/handbook.yaml",
        "words_a_minute: 140\n",
        "language: he\nrules: {off: [pair, length-aloud, thirty-seconds]}\n",
    )
    path = root / "languages/he.po"
    write(renewed(path, templates_of(root)), path)
    assert run(root, "check", "--strict") == FINE
    said = capsys.readouterr().out.splitlines()
    assert any(line.startswith("In he these rules are off, for want of a list: generic-learning (") for line in said)
    assert "This handbook turns off: pair, length-aloud, thirty-seconds." in said


def test_a_waived_remark_does_not_fail_a_strict_check(root: Path, capsys: Capture) -> None:
    remark(root, "waivers: [{rule: tempting, because: It is short on purpose.}, {rule: pair, because: It is short.}]\n")
    assert run(root, "check", "--strict") == FINE
    assert "waiveds" not in capsys.readouterr().err


def test_a_build_counts_what_it_wrote(root: Path, capsys: Capture) -> None:
    assert run(root, "build") == FINE
    first = capsys.readouterr().out
    assert first.startswith(f"{len(tiny.pages())} pages of ")
    assert "0 removed" in first
    assert run(root, "build") == FINE
    assert "0 written, 0 removed" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--root", "{}", "check"], ["check", "--root", "{}"], ["check", "--root={}"]])
def test_the_root_may_stand_before_or_after_the_command(arguments: list[str], root: Path) -> None:
    assert main([argument.format(root) for argument in arguments]) == FINE


def test_the_root_is_here_unless_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert main(["check"]) == FINE


def test_a_root_that_is_no_folder_is_wrong_usage(tmp_path: Path, capsys: Capture) -> None:
    assert run(tmp_path / "nothing", "check") == USAGE
    assert "--root must be a folder" in capsys.readouterr().err


def test_a_folder_without_content_is_a_problem_and_no_traceback(tmp_path: Path, capsys: Capture) -> None:
    assert run(tmp_path, "check") == PROBLEMS
    assert "content" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["new"], ["new", "storey", "x"], ["check", "--nothing"]])
def test_wrong_usage_is_told(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == USAGE
    assert "usage: handbook" in capsys.readouterr().err


@pytest.mark.parametrize("kind", [kind.id for kind in BEGUN])
def test_new_writes_a_skeleton_whose_check_lists_the_remaining_work(kind: str, root: Path, capsys: Capture) -> None:
    assert run(root, "new", kind, "saying-maybe") == FINE
    where = next(c.where for c in KINDS if c.id == kind)
    assert f"{where}/saying-maybe.yaml" in capsys.readouterr().out
    assert run(root, "check") == PROBLEMS
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "[unfinished]" in line] != []
    assert [line for line in lines if not line.startswith(f"{root}/{where}/saying-maybe.yaml:")] == []


def test_a_check_names_files_by_the_path_that_leads_to_them_from_here(
    root: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(root)
    for here, given in ((root.parent, root.name), (root / "content", ".."), (root, "."), (root, str(root))):
        monkeypatch.chdir(here)
        for arguments in (["check"], ["build"], ["check", "--format", "github"]):
            assert main([*arguments, "--root", given]) == PROBLEMS
            files = [line.split(":")[0] for line in capsys.readouterr().out.splitlines() if ": " in line]
            named = [file for file in files if "content/" in file and not file.startswith("::")]
            assert named
            assert [file for file in named if not Path(file).is_file()] == []


def test_a_check_names_no_page_of_rules_that_is_not_there(root: Path) -> None:
    assert _page(root).startswith("`handbook rules` writes ")
    assert run(root, "rules") == FINE
    assert Path(_page(root)).is_file()


@pytest.mark.parametrize("kind", [kind.id for kind in BEGUN])
def test_a_title_is_taken(kind: str, root: Path, capsys: Capture) -> None:
    assert run(root, "new", kind, "saying-maybe", "--title", "Maybe") == FINE
    assert capsys.readouterr().err == ""


def test_what_a_handbook_has_none_of_is_said_so(root: Path, capsys: Capture) -> None:
    shutil.rmtree(root / "content/principles")
    tiny.edit(root, tiny.STORY, "traits: [candour]", "traits: [candour]\nprinciples: [early-word]")
    assert run(root, "check") == PROBLEMS
    said = capsys.readouterr().out
    assert 'the principle must exist, found "early-word"; the handbook has none yet: add it, or leave this out' in said
    assert "one of []" not in said
    assert "one of ;" not in said


def test_new_refuses_to_overwrite(root: Path, capsys: Capture) -> None:
    assert run(root, "new", "story", Path(tiny.STORY).stem) == USAGE
    assert "exists already" in capsys.readouterr().err


def test_schema_writes_one_file_for_each_kind(root: Path, capsys: Capture) -> None:
    assert run(root, "schema") == FINE
    assert str(len(KINDS)) in capsys.readouterr().out
    assert all("$schema" in json.loads(path.read_text()) for path in (root / "schemas").glob("*.json"))


def test_a_disk_that_refuses_is_told_without_a_traceback(root: Path, capsys: Capture) -> None:
    (root / "build").write_text("a file, where a folder must be")
    assert run(root, "build") == PROBLEMS
    assert capsys.readouterr().err.startswith("handbook: ")


def test_the_module_runs_as_a_command(root: Path) -> None:
    command = [sys.executable, "-m", "generator", "check", "--root", str(root)]
    done = subprocess.run(command, cwd=tiny.ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (FINE, "")
    spoil(root)
    done = subprocess.run(command, cwd=tiny.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == PROBLEMS
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("group", GROUPS)
def test_a_command_is_found_in_the_group_that_the_table_names(group: str) -> None:
    added: list[str] = []

    def add(name: str, *_: object) -> argparse.ArgumentParser:
        added.append(name)
        return argparse.ArgumentParser()

    import_module(f"generator.commands.{group}").add_commands(add)
    assert tuple(added) == GROUPS[group]
