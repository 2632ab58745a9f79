"""An edition is as old as the last commit, or as the last edit that is in none: Anki takes only what is newer."""

import os
import subprocess
import sys
from pathlib import Path

from tests.handbooks.tiny import ROOT
from tests.tools.steps import PROGRAM

COMMITTED, EDITED = 1_700_000_000, 1_700_000_600
WHO = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")


def epoch(folder: Path) -> int:
    (folder / PROGRAM).write_bytes((ROOT / PROGRAM).read_bytes())
    asked = [sys.executable, "-c", "import make; print(make.edition())"]
    done = subprocess.run(asked, cwd=folder, check=True, capture_output=True, text=True)
    return int(done.stdout)


def git(folder: Path, *arguments: str) -> None:
    dates = {f"GIT_{whose}_DATE": f"{COMMITTED} +0000" for whose in ("AUTHOR", "COMMITTER")}
    subprocess.run(["git", *WHO, *arguments], cwd=folder, env=os.environ | dates, check=True, capture_output=True)


def test_an_edit_without_a_commit_makes_a_newer_edition_and_nothing_else_does(tmp_path: Path) -> None:
    story = tmp_path / "content/story.yaml"
    story.parent.mkdir()
    story.write_text("one", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "one")
    assert epoch(tmp_path) == COMMITTED
    story.write_text("other", encoding="utf-8")
    os.utime(story, (EDITED, EDITED))
    assert epoch(tmp_path) == epoch(tmp_path) == EDITED


def test_without_git_there_is_a_time_too(tmp_path: Path) -> None:
    assert epoch(tmp_path) > 0
