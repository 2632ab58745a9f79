"""The tiny handbook, what all workers of a run share, how many examples a property tries, and a switch."""

import gc
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from generator.text.seal import GIVEN
from tests.handbooks import sites, tiny
from tests.handbooks.sites import Once
from tests.tools import anything

anything.load_profile()
os.environ.setdefault(GIVEN, "of the tests")  # so that they leave no key where a user's own things are kept


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-golden", action="store_true", help="rewrite tests/pages/golden and the issues in tests/rules/broken"
    )


def pytest_collection_finish() -> None:
    """Let all the tests stand apart, and look for cycles seldom: each look goes through all that thousands keep."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture
def write_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--write-golden"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a copy of the tiny handbook, to be changed at will."""
    return tiny.copy_to(tmp_path)


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Give the function that gives a folder of this name, made by whoever asks first and the same for every worker."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "made once"
    shared.mkdir(exist_ok=True)

    def once(name: str, make: Callable[[Path], object]) -> Path:
        folder, made = shared / name, shared / f"{name}.made"
        with FileLock(shared / f"{name}.lock"):
            if not made.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                made.touch()
        return folder

    return once


@pytest.fixture(scope="session")
def little(once: Once) -> Path:
    """Give the tiny handbook with its site, to be read."""
    return once("little", sites.little)


@pytest.fixture(scope="session")
def public(once: Once) -> Path:
    """Give the tiny handbook as somebody publishes it, with its site, to be read."""
    return once("public", sites.public)


@pytest.fixture(scope="session")
def hostile(once: Once) -> Path:
    """Give the tiny handbook with every hostile text that must be shown, with its site, to be read."""
    return once("hostile", sites.hostile)
