"""A project whose site is built, each time on the same day, so that equal sites are equal to the byte."""

import shutil
from pathlib import Path

import pytest

from tests.handbooks.sites import MOMENT


@pytest.fixture
def one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every build happen on the same day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MOMENT)


@pytest.fixture
def built(little: Path, tmp_path: Path) -> Path:
    """Give a project whose site is built."""
    return Path(shutil.copytree(little, tmp_path / "handbook", symlinks=True))
