"""Whatever goes wrong on the way, the last good pages and the last good site survive, or the next run repairs them."""

import errno
import hashlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from io import BufferedWriter
from pathlib import Path

import pytest

from generator.commands.cli import main
from generator.commands.command import FINE, PROBLEMS
from generator.site import publish
from generator.site.engine_process import EngineProcess
from generator.site.lock import BusyError, alone
from generator.site.pipeline import DOCS, build
from generator.site.publish import SiteError, build_site
from generator.text import own_path
from tests.handbooks import project, tiny
from tests.site.killed import copying
from tests.tools.patience import until

KILLS = 4  # of them between the first step and the last; the renames come on top
SITE = (sys.executable, "-m", "generator", "site", "--no-downloads", "--root")
OLD_WORDS, NEW_WORDS = "A product manager builds", "One product manager builds"
FULL = 60_000  # bytes that a file may have on a disk that is full


def whole(folder: Path) -> str:
    """Give a digest of the names and bytes of all files in the folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


pytestmark = pytest.mark.usefixtures("one_moment")


def edit(root: Path) -> None:
    tiny.edit(root, tiny.STORY, OLD_WORDS, NEW_WORDS)


def killed(made: Path, *builds: tuple[Path, int]) -> list[str]:
    """Build the site of each project, be killed before this step of it, and give the lines that were said."""
    words = [str(word) for build in builds for word in build]
    command = [sys.executable, "-m", "tests.site.killed", str(made), *words]
    done = subprocess.run(command, cwd=tiny.ROOT, capture_output=True, text=True, check=False)
    said = done.stdout.splitlines()
    ends = [str(signal.SIGKILL.value if at else 0) for _, at in builds]
    assert (done.returncode, said[-len(ends) :]) == (0, ends), done.stderr
    return said


def test_a_site_survives_a_kill_at_any_step_and_the_next_run_is_whole(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Path(shutil.copytree(built, tmp_path / "other", symlinks=True))
    edit(other)
    build_site(other)
    before, after, none = whole(built / "site"), whole(other / "site"), whole(tmp_path / "nothing")
    edit(built)
    last, away, here = map(int, killed(other / "site", (copy_of(built, tmp_path / "0"), 0))[0].split())
    steps = sorted({1, *(last * part // KILLS for part in range(1, KILLS)), away, here, last})
    copies = {at: copy_of(built, tmp_path / str(at)) for at in steps}
    killed(other / "site", *((copies[at], at) for at in steps))
    for at, here_now in copies.items():
        wanted = before if at <= away else none if at <= here else after
        assert whole(here_now / "site") == wanted, f"killed before step {at} of {last}"
        with monkeypatch.context() as patch:
            patch.setattr(EngineProcess, "run", copying(here_now, other / "site"))
            build_site(here_now)
        assert whole(here_now / "site") == after
        assert not [path.name for path in (here_now / DOCS).rglob(".new-*")]
        shutil.rmtree(here_now)


def copy_of(root: Path, to: Path) -> Path:
    return Path(shutil.copytree(root, to, symlinks=True))


def test_a_site_survives_a_kill_of_all_that_builds_it(built: Path) -> None:
    before, fresh = whole(built / "site"), built / f"{publish.FRESH}-site"
    edit(built)
    running = subprocess.Popen([*SITE, built], start_new_session=True, stdout=subprocess.DEVNULL)
    until(lambda: any(fresh.rglob("*.html")), "MkDocs at work")
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert whole(built / "site") == before
    assert build_site(built).pages
    assert whole(built / "site") != before
    assert not fresh.exists()


def test_a_site_killed_between_its_two_renames_comes_back(built: Path) -> None:
    before = whole(built / "site")
    (built / ".cache").mkdir(exist_ok=True)
    (built / "site").rename(built / f"{publish.OLD}-site")
    (built / "content/handbook.yaml").unlink()
    with pytest.raises(SiteError):
        build_site(built)
    assert whole(built / "site") == before


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EIO])
def test_a_page_that_cannot_be_written_is_named_and_every_page_stays_whole(
    fault: int, built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in (built / DOCS).rglob("*") if path.is_file()}
    edit(built)

    def refuse(_: str) -> BufferedWriter:
        raise OSError(fault, os.strerror(fault))

    with monkeypatch.context() as broken:
        broken.setattr(own_path, "begun", refuse)
        assert main(["build", "--root", str(built)]) == PROBLEMS
    said = capsys.readouterr().err
    assert f".md could not be used: {os.strerror(fault)}; what was built before is kept" in said
    assert {path: path.read_bytes() for path in (built / DOCS).rglob("*") if path.is_file()} == before
    assert build(built).written > 0
    assert NEW_WORDS in (built / DOCS / "stories/the-export-nobody-used.md").read_text()


def test_a_disk_that_is_full_costs_no_site(built: Path) -> None:
    before = whole(built / "site")
    edit(built)
    done = subprocess.run(
        [*SITE, built],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, FULL)),
    )
    assert done.returncode == PROBLEMS
    assert os.strerror(errno.EFBIG) in done.stderr
    assert "Traceback" not in done.stderr
    assert whole(built / "site") == before
    build_site(built)
    assert whole(built / "site") != before


def test_a_file_where_a_folder_must_be_is_named(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(built / "build")
    (built / "build").write_text("")
    assert main(["build", "--root", str(built)]) == PROBLEMS
    said = capsys.readouterr().err
    assert "build" in said
    assert os.strerror(errno.ENOTDIR) in said or os.strerror(errno.EEXIST) in said


def test_a_site_that_is_a_link_is_refused_and_what_it_leads_to_stays(built: Path, tmp_path: Path) -> None:
    (built / "site").rename(tmp_path / "elsewhere")
    (built / "site").symlink_to(tmp_path / "elsewhere")
    before = whole(tmp_path / "elsewhere")
    with pytest.raises(SiteError, match="must be an ordinary folder, found a link"):
        build_site(built)
    assert whole(tmp_path / "elsewhere") == before


def test_two_builds_at_once_wait_for_one_another(built: Path) -> None:
    edit(built)
    both = [
        subprocess.Popen([*SITE, built], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)
    ]
    said = [running.communicate() for running in both]
    assert [running.returncode for running in both] == [FINE, FINE], said
    assert sum("Another build is at work on the site here" in errors for _, errors in said) == 1
    once = whole(built / "site")
    build_site(built)
    assert whole(built / "site") == once


def test_whoever_waits_too_long_is_told(built: Path) -> None:
    with (
        alone(built, "site"),
        pytest.raises(BusyError, match="the site must be free"),
        alone(built, "site", longest=0.1),
    ):
        pytest.fail("two have the same lock")


def test_what_is_edited_during_the_build_is_checked_again(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, run = whole(built / "site"), EngineProcess.run

    def edited_meanwhile(process: EngineProcess, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        (built / tiny.STORY).write_text("title: [\n")
        return run(process, command)

    monkeypatch.setattr(EngineProcess, "run", edited_meanwhile)
    with pytest.raises(SiteError, match=f"{tiny.STORY}:2:1: the file must be readable"):
        build_site(built)
    assert whole(built / "site") == before


def test_a_clock_that_goes_back_hides_no_edit(built: Path) -> None:
    later = time.time() + 10 * 365 * 24 * 3600
    for path in [*(built / DOCS).rglob("*"), *(built / "site").rglob("*")]:
        os.utime(path, (later, later))
    edit(built)
    assert build(built).written > 0
    build_site(built)
    assert NEW_WORDS in (built / "site/stories/the-export-nobody-used/index.html").read_text()


def test_two_sites_of_the_same_content_in_two_places_have_the_same_bytes(built: Path, tmp_path: Path) -> None:
    other = project.copy_to(tmp_path / "a/rather/longer/path", project.TINY)
    build_site(other)
    assert whole(other / "site") == whole(built / "site")
