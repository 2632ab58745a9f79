"""As of when: a year, a month or a day, as people write it."""

import pytest

from generator.text.as_of import written


@pytest.mark.parametrize(
    ("as_of", "said"),
    [("2026", "2026"), ("2026-01", "January 2026"), ("2026-01-09", "9 January 2026"), ("2026-13", "2026-13")],
)
def test_it_is_written_as_people_do(as_of: str, said: str) -> None:
    assert written(as_of) == said
