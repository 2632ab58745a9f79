"""The projects whose sites many tests read: each is built once a run, by the first worker that asks for it.

Nobody changes anything in them; whoever must, copies.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.site.publish import build_site
from tests.handbooks import project, station, tiny
from tests.hostile.corpus import Case, cases, put_all

Once = Callable[[str, Callable[[Path], object]], Path]
MOMENT = "1700000000"  # of all of them, so that equal sites are equal to the byte
REPOSITORY = "https://github.com/somebody/handbook"
ADDRESS = "https://example.org/handbook/"
DATED = ("outcome: bad", "outcome: bad\nadded: 2026-11-02")  # what makes a story of the tiny handbook news
RENAMED = (
    "content/worksheets/every-kind-of-field.yaml",
    "title: Every kind of field",
    "title: Every kind of field\nformerly: [a-sheet-of-old]",
)
HOSTILE: tuple[Case, ...] = tuple(case for case in cases() if case.shown and case.family != "harmless")


def real(root: Path) -> None:
    """Make the real handbook."""
    _built(project.copy_to(root))


def little(root: Path) -> None:
    """Make the tiny handbook."""
    _built(project.copy_to(root, project.TINY))


def on_a_disk(root: Path) -> None:
    """Make the tiny handbook, to be opened without a server."""
    _built(project.copy_to(root, project.TINY), offline=True)


def real_on_a_disk(root: Path, *, real: Path) -> None:
    """Make the real handbook, to be opened without a server, beside the site that was made of it."""
    shutil.copytree(
        real, root, symlinks=True, dirs_exist_ok=True, ignore=lambda at, _: {"site"} if Path(at) == real else set()
    )
    _built(root, offline=True)


def german(root: Path) -> None:
    """Make the German handbook."""
    _built(station.copy_to(root))


def public(root: Path) -> None:
    """Make the tiny handbook as somebody publishes it: an address, a repository, a new story, a renamed sheet."""
    project.copy_to(root, project.TINY)
    tiny.edit(root, tiny.STORY, *DATED)
    tiny.edit(root, *RENAMED)
    tiny.edit(root, "mkdocs.yml", 'site_url: ""', f'site_url: "{ADDRESS}"')
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"\nrepo_url: {REPOSITORY}\n")
    _built(root)


def hostile(root: Path) -> None:
    """Make the tiny handbook with a new story, without an address, and with every hostile text that must be shown."""
    project.copy_to(root, project.TINY)
    tiny.edit(root, tiny.STORY, *DATED)
    put_all(root, HOSTILE)
    _built(root)


def _built(root: Path, *, offline: bool = False) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", MOMENT)
        build_site(root, offline=offline)
