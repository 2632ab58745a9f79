"""An engine that was begun ahead does and says what it would had it been begun when it was told."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from generator.commands.command import INTERRUPTED
from generator.site.engine_process import AHEAD, EngineProcess, environment
from generator.site.engines import ENGINES
from generator.site.publish import build_site
from tests.handbooks import project, tiny
from tests.site.test_faults import edit, whole
from tests.tools.patience import until

pytestmark = pytest.mark.usefixtures("one_moment")
HANGS = """
import time
from mkdocs.structure import pages
def render(*given):
    open({sign!r}, "w").close()
    time.sleep(600)
pages.Page.render = render
"""
MKDOCS = ENGINES["mkdocs"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a project of which nothing is built."""
    return project.copy_to(tmp_path / "handbook", project.TINY)


def test_the_site_has_the_same_bytes_and_a_second_one_is_made_by_a_second_process(root: Path, tmp_path: Path) -> None:
    other = project.copy_to(tmp_path / "other", project.TINY)
    with EngineProcess(MKDOCS, root, store=True) as process:
        for change in (edit, lambda _: None):
            built = build_site(root, process=process)
            assert built.pages == build_site(other).pages
            assert whole(root / "site") == whole(other / "site")
            change(root)
            change(other)


@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["build", "--config-file", "none.yml"],
        ["build", "--no-such-option"],
        ["build", "--config-file", "wrong.yml"],
        ["build", "--config-file", "torn.yml"],
    ],
)
def test_what_it_says_and_how_it_ends_is_the_same(words: list[str], root: Path) -> None:
    (root / "wrong.yml").write_text("site_name: [\n", encoding="utf-8")
    (root / "torn.yml").write_text("site_name: A\nhooks: [torn.py]\n", encoding="utf-8")
    (root / "torn.py").write_text("raise KeyError('torn')\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", *words]
    told = EngineProcess(MKDOCS, root, store=True).run(command)
    with EngineProcess(MKDOCS, root, store=True) as process:
        ahead = process.run(command)
    assert told.stdout or told.stderr
    assert (ahead.returncode, ahead.stdout) == (told.returncode, told.stdout)
    assert ahead.stderr.splitlines()[-1:] == told.stderr.splitlines()[-1:]


def test_one_that_is_told_nothing_is_ended(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    real = subprocess.Popen.__init__

    def noted(process: "subprocess.Popen[str]", *given: object, **options: object) -> None:
        real(process, *given, **options)  # type: ignore[call-overload]
        begun.append(process.pid)

    monkeypatch.setattr(subprocess.Popen, "__init__", noted)
    with EngineProcess(MKDOCS, root, store=True):
        (process,) = begun
        os.kill(process, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    (root / "mkdocs.yml").unlink()
    with EngineProcess(MKDOCS, root, store=True), EngineProcess(ENGINES["zensical"], root, store=True):
        assert begun == [process]  # where there is nothing to build, or what builds it loads nothing of ours


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing ends a process with its parent")
@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGKILL, pytest.param(signal.SIGINT, marks=pytest.mark.further)])
def test_it_ends_with_the_command_and_the_next_site_is_none_of_its(
    by: signal.Signals, built: Path, tmp_path: Path
) -> None:
    tiny.edit(built, "mkdocs.yml", "site_name: ", "site_name: Ended ")  # so that each page is to be made
    (tmp_path / "code").mkdir()
    (tmp_path / "code/sitecustomize.py").write_text(HANGS.format(sign=f"{tmp_path}/hangs"), encoding="utf-8")
    command = [sys.executable, "-m", "generator", "site", "--no-downloads", "--root", str(built)]
    around = {**os.environ, "PYTHONPATH": f"{tmp_path}/code"}
    with subprocess.Popen(command, env=around, stderr=subprocess.PIPE, text=True) as running:
        until((tmp_path / "hangs").is_file, "the engine at work")
        assert working_in(built)
        running.send_signal(by)
        _, said = running.communicate()
    try:
        until(lambda: not working_in(built), "the engine's end")
    finally:
        for process in working_in(built):
            os.kill(int(process), signal.SIGKILL)
    tiny.edit(built, "mkdocs.yml", "site_name: Ended ", "site_name: Whole ")
    assert build_site(built).pages
    made = whole(built / "site")
    assert "Ended " not in (built / "site/index.html").read_text(encoding="utf-8")
    build_site(built, store=False)
    assert whole(built / "site") == made
    if by != signal.SIGKILL:
        assert (running.returncode, said) == (INTERRUPTED, "\nInterrupted; what was there before is kept.\n")


def working_in(folder: Path) -> list[str]:
    """Give the processes that were begun in the folder."""
    found = []
    for place in Path("/proc").glob("[0-9]*/cwd"):
        with suppress(OSError):
            found += [place.parent.name] if place.readlink() == folder.resolve() else []
    return found


@pytest.mark.parametrize(("told", "says"), [(json.dumps(["--version"]) + "\n", "python -m mkdocs, version"), ("", "")])
def test_what_cannot_be_loaded_ahead_costs_time_and_nothing_else(told: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator/__init__.py").write_text("", encoding="utf-8")  # a project's own, which may be older
    command = [sys.executable, "-P", AHEAD, "mkdocs", "generator.site.pipeline"]
    done = subprocess.run(
        command, cwd=tmp_path, input=told, env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(says)
    assert bool(done.stdout) is bool(says)
