"""The marks of pages by number, so that each page says in a few bytes which it holds, and is not read for it again.

A mark keeps its number as long as pages are taken from one site to the next, also where none holds it any more.
"""

from array import array
from collections.abc import Collection, Iterable, Mapping

from generator.site.page_record import Page

NUMBER = "I"


def without(marks: Mapping[str, int], gone: Iterable[Page]) -> dict[str, int]:
    """Give in how many pages each mark is, of all but those that are gone."""
    left, names = dict(marks), [*marks]
    for page in gone:
        for number in array(NUMBER, page.marks):
            left[names[number]] -= 1
    return left


class Tally:
    """Marks by number, and in how many pages each is."""

    def __init__(self, marks: Mapping[str, int]) -> None:
        self.marks = dict(marks)
        self._numbers = {mark: number for number, mark in enumerate(marks)}

    def add(self, held: Collection[str]) -> bytes:
        """Count what a page holds, and give the numbers of it."""
        for mark in held:
            self.marks[mark] = self.marks.get(mark, 0) + 1
            self._numbers.setdefault(mark, len(self._numbers))
        return array(NUMBER, map(self._numbers.__getitem__, held)).tobytes()
