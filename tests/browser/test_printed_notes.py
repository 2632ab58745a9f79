"""A story on paper: each note stands on the sheet of its words, near them, and nothing runs into it."""

from contextlib import closing
from ctypes import byref, c_double
from functools import cache
from typing import NamedTuple, Self

import pytest
from pypdfium2 import PdfDocument, PdfPage, raw

from tests.browser.conftest import Open, Sites, some_now
from tests.browser.test_print import solid

BAR = 9  # points: from the bar at the left of a note to its words
PARTS = 6  # so that no worker alone prints all stories
NEAR = 90  # points: six lines, where several notes belong to one line
WORDS = """
() => [...document.querySelectorAll('.note[id]')].map((note) => {
  const [sign, said] = [document.getElementById(`${note.id}-sign`), document.createRange()];
  said.setStart(sign.closest('.part__says'), 0);
  said.setEndAfter(sign);
  return [note.textContent, said.toString()];
})
"""
BEHIND = "() => [...document.querySelectorAll('.part ~ :is(h2, h3)')].map((e) => e.textContent).slice(0, 2)"


class Box(NamedTuple):
    """Where words stand on a sheet, in points from its lower left."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, boxes: list[Self]) -> Self:
        left, bottom, right, top = zip(*boxes, strict=True)
        return cls(min(left), min(bottom), max(right), max(top))

    def meets(self, other: Self) -> bool:
        across = self.left - BAR < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top


def letters(sheet: PdfPage) -> tuple[str, list[Box]]:
    """Give the solid text of a sheet, and the box of each letter of it."""
    said, text, boxes = sheet.get_textpage(), [], []
    left, right, bottom, top = (c_double() for _ in range(4))
    for at in range(said.count_chars()):
        if letter := _solid_letter(raw.FPDFText_GetUnicode(said, at)):
            raw.FPDFText_GetCharBox(said, at, *map(byref, (left, right, bottom, top)))
            text.append(letter)
            boxes += [Box(left.value, bottom.value, right.value, top.value)] * len(letter)
    return "".join(text), boxes


@cache
def _solid_letter(code: int) -> str:
    return solid(chr(code)) if code else ""


@pytest.mark.parametrize("part", some_now(range(PARTS), PARTS))
def test_no_note_meets_other_words_and_each_is_on_the_sheet_of_its_own(
    part: int, sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.real.url).page
    faults, seen, stories = [], 0, sites.real.paths["story"][part::PARTS]
    for where in stories:
        page.goto(sites.real.url + where, wait_until="load")
        behind = [solid(text) for text in page.evaluate(BEHIND)]
        with closing(PdfDocument(page.pdf(format="A4"))) as made:
            sheets = [letters(sheet) for sheet in made]
        for note, words in page.evaluate(WORDS):
            text, last = solid(note), solid(words)[-22:]  # the number of the note ends them: they stand nowhere else
            held = [(said, boxes) for said, boxes in sheets if text in said]
            if len(held) != 1:
                faults.append((where, text[:20], "is torn or lost"))
                continue
            (said, boxes), seen = held[0], seen + 1
            first = said.index(text)
            box = Box.around(boxes[first : first + len(text)])
            if any(box.meets(other) for other in (*boxes[:first], *boxes[first + len(text) :])):
                faults.append((where, text[:20], "meets other words"))
            if any(box.bottom < boxes[said.index(title)].top < box.top for title in behind if title in said):
                faults.append((where, text[:20], "hangs beside what comes after the telling"))
            if last not in said and any(last in other for other, _ in sheets):
                faults.append((where, text[:20], "is not on the sheet of its words"))
            elif last in said and boxes[said.index(last)].bottom - box.top > NEAR:
                faults.append((where, text[:20], "is far from its words"))
    assert faults == []
    assert seen > len(stories) > 0
