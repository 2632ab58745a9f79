"""A page that is only a sign to another is known by its head, however long the rest."""

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.site.markdown import is_moved

PIECES = ["---\n", "moved: a\n", "title: x\n", "\n", "-- -\n", " ---\n", "---", "moved: ", "text"]
MOVED = re.compile(r"\A---\n(?:(?!---\n).*\n)+?moved: |\A---\nmoved: ")


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_only_a_head_says_that_a_page_has_moved(text: str) -> None:
    assert is_moved(text.encode()) is bool(MOVED.match(text))


class Long(bytes):
    """A text of which is told how far it was looked through."""

    looked = 0

    def find(self, sub: bytes, start: int | None = 0, end: int | None = None) -> int:  # type: ignore[override]
        found = super().find(sub, start, end)
        self.looked = max(self.looked, found if found >= 0 else len(self) if end is None else end)
        return found


def test_what_stands_below_the_head_is_not_looked_at() -> None:
    text = Long(b'---\ntitle: "A"\n---\n' + b"\nmoved: not so\n" * 100)
    assert not is_moved(text)
    assert text.looked < 20
