"""Pages that several processes make: the site and what is said are those of one process, whatever becomes of others."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.site.engine_process import EngineProcess
from generator.site.publish import SiteError, build_site
from tests.handbooks import project
from tests.site.test_faults import whole
from tests.tools.patience import until

pytestmark = [
    pytest.mark.usefixtures("one_moment"),
    pytest.mark.skipif(sys.platform != "linux", reason="only there is a process parted in two"),
]
LAST = "reference/glossary.md"  # which the other process makes
NOTED = """
import os
def note():
    with open({log!r}, "a") as log:
        log.write(f"{{os.getpid()}}\\n")
os.register_at_fork(after_in_child=note)
first = os.getpid()
"""
READ = """
from mkdocs.structure import pages
real = pages.Page.render
def render(page, *given):
    if page.file.src_uri == {last!r}:
        {what}
    return real(page, *given)
pages.Page.render = render
"""
WRITE = """
from mkdocs import utils
real = utils.write_file
def write_file(data, path):
    if path.endswith("glossary/index.html"):
        {what}
    return real(data, path)
utils.write_file = write_file
"""
TORN = "raise ValueError('the page is torn')"
WARNED = "__import__('logging').getLogger('mkdocs.x').warning('the page is frayed')"
KILLED = "first == os.getpid() or os.kill(os.getpid(), 9)"
HUNG = "first == os.getpid() or __import__('time').sleep(0.5)"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a project whose site is to be made from nothing."""
    return project.copy_to(tmp_path / "handbook", project.TINY)


@pytest.fixture
def with_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Give what has every engine run this code first, and gives the file that notes each process that is parted."""

    def put(code: str) -> Path:
        log = tmp_path / "parted"
        (tmp_path / "code").mkdir(exist_ok=True)
        (tmp_path / "code/sitecustomize.py").write_text(NOTED.format(log=str(log)) + code, encoding="utf-8")
        monkeypatch.setenv("PYTHONPATH", str(tmp_path / "code"))
        return log

    return put


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Give what leaves one processor to all that is begun from then on."""
    every = os.sched_getaffinity(0)

    def leave_one() -> None:
        real = EngineProcess.run

        def run(process: EngineProcess, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
            os.sched_setaffinity(0, {min(every)})
            try:
                return real(process, command)
            finally:
                os.sched_setaffinity(0, every)

        monkeypatch.setattr(EngineProcess, "run", run)

    return leave_one


def test_two_processes_make_the_bytes_of_one(
    root: Path, tmp_path: Path, with_code: Callable[[str], Path], alone: Callable[[], None]
) -> None:
    other = Path(shutil.copytree(root, tmp_path / "other"))
    log = with_code("")
    built = build_site(root)
    assert log.is_file() == (len(os.sched_getaffinity(0)) > 1)
    log.unlink(missing_ok=True)
    alone()
    assert build_site(other).pages == built.pages
    assert not log.exists()
    assert whole(root / "site") == whole(other / "site")
    assert whole(root / "build/docs") == whole(other / "build/docs")


@pytest.mark.parametrize(
    ("where", "what"),
    [
        (READ, WARNED),
        (WRITE, TORN),
        pytest.param(READ, TORN, marks=pytest.mark.further),
        pytest.param(WRITE, WARNED, marks=pytest.mark.further),
    ],
)
def test_what_is_wrong_with_a_page_of_the_other_process_is_said_as_by_one(
    where: str, what: str, root: Path, with_code: Callable[[str], Path], alone: Callable[[], None]
) -> None:
    with_code(where.format(last=LAST, what=what))
    said = []
    for prepare in (lambda: None, alone):
        prepare()
        with pytest.raises(SiteError) as refused:
            build_site(root)
        said.append(str(refused.value))
    assert said[0] == said[1]
    assert "the page is" in said[0]


@pytest.mark.parametrize("where", [pytest.param(READ, marks=pytest.mark.further), WRITE])
def test_what_a_process_that_ends_too_soon_has_not_made_is_made(
    where: str, root: Path, little: Path, with_code: Callable[[str], Path]
) -> None:
    with_code(where.format(last=LAST, what=KILLED))
    build_site(root)
    assert whole(root / "site") == whole(little / "site")


def test_the_other_process_ends_with_the_first(root: Path, with_code: Callable[[str], Path]) -> None:
    if len(os.sched_getaffinity(0)) < 2:
        pytest.fail("two processors are needed to see it")
    log = with_code(READ.format(last=LAST, what=HUNG))
    command = [sys.executable, "-m", "generator", "site", "--no-downloads", "--root", str(root)]
    with subprocess.Popen(command, cwd=project.ROOT, start_new_session=True) as build:
        until(lambda: log.is_file() and log.read_text().endswith("\n"))
        engine = int(Path(f"/proc/{log.read_text().split()[-1]}/stat").read_text().rpartition(")")[2].split()[1])
        os.kill(engine, signal.SIGKILL)
        build.wait()
    until(lambda: not any(Path(f"/proc/{process}").exists() for process in log.read_text().split()))
    assert not (root / "site").exists()
