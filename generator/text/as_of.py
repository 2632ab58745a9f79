"""As of when something was so, as people write it."""

from datetime import date

from generator.text.language import current

SHAPES = ("y", "MMMM y", "long")  # of a year, a month, a day


def written(as_of: str) -> str:
    """Give a year, a month or a day (2026-01) as people write it; what no calendar has, as it stands."""
    parts = list(map(int, as_of.split("-")))
    try:
        return current().date(date(*(*parts, 1, 1)[:3]), SHAPES[len(parts) - 1])
    except ValueError:
        return as_of
