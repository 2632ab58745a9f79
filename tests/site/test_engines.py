"""The Markdown in build/docs is not tied to one engine: each of them makes a page of every file.

MkDocs, which makes the site, is the third; what it made of the tiny handbook is there already.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.site.pipeline import DOCS, build
from tests.handbooks import project

BESIDE = Path(sys.executable).parent
ENGINES = {
    "properdocs": ("properdocs", "build", "--strict", "-f", "mkdocs.yml"),
    "zensical": ("zensical", "build", "-f", "mkdocs.yml"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the project with the tiny handbook, its pages on disk: Zensical runs no hook."""
    root = project.copy_to(tmp_path_factory.mktemp("engines") / "handbook", project.TINY)
    build(root)
    return root


def without_a_page(root: Path) -> list[str]:
    """Give the files of build/docs of which the engine made no page."""
    pages = [path.relative_to(root / DOCS).as_posix() for path in (root / DOCS).rglob("*.md")]
    assert len(pages) > 1
    return [page for page in pages if not project.html_of(root / "site", project.address(page)).is_file()]


def test_every_page_is_built_by_mkdocs(little: Path) -> None:
    assert without_a_page(little) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_every_page_is_built_by(engine: str, built: Path) -> None:
    program, *arguments = ENGINES[engine]
    shutil.rmtree(built / "site", ignore_errors=True)
    done = subprocess.run(
        [str(BESIDE / program), *arguments],
        cwd=built,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert without_a_page(built) == []
