"""What every test of this room is given."""

from collections.abc import Iterator

import pytest

from tests.handbooks.sites import Once
from tests.paper.printed import SHARED


@pytest.fixture(scope="module", autouse=True)
def _set_once(once: Once) -> Iterator[None]:
    """Let every worker of a run read the same documents: setting one costs seconds."""
    SHARED.append(once)
    yield
    SHARED.clear()
