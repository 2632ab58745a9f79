"""The Markdown in build/docs is not tied to one engine: each of them makes a page of every file."""

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
    "mkdocs": ("mkdocs", "build", "--strict"),
    "properdocs": ("properdocs", "build", "--strict", "-f", "mkdocs.yml"),
    "zensical": ("zensical", "build", "-f", "mkdocs.yml"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the project with the tiny handbook, its pages on disk: Zensical runs no hook."""
    root = project.copy_to(tmp_path_factory.mktemp("engines") / "handbook", project.TINY)
    build(root)
    return root


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
    docs = built / DOCS
    pages = [path.relative_to(docs).as_posix() for path in docs.rglob("*.md")]
    missing = [page for page in pages if not project.html_of(built / "site", project.address(page)).is_file()]
    assert len(pages) > 1
    assert missing == []
