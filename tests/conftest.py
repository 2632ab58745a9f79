"""The switch that rewrites expected output, and the tiny handbook as a fixture."""

from pathlib import Path

import pytest

from tests.handbooks import tiny


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-golden", action="store_true", help="rewrite tests/pages/golden and the issues in tests/rules/broken"
    )


@pytest.fixture
def write_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--write-golden"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a copy of the tiny handbook, to be changed at will."""
    return tiny.copy_to(tmp_path)
