"""How a page of a book looks: how much of its height is filled, how many lines it has, how large its type is."""

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

SAME_LINE = 3.0  # points


@dataclass(frozen=True, kw_only=True)
class Look:
    """One page: how much of its height is filled, the size and words of each line from the top, where lines begin."""

    fill: float
    lines: Sequence[tuple[float, str]]
    smallest: float
    left: float


def looks(data: bytes, *, head: float, foot: float) -> list[Look]:
    """Give how each page looks between its head and its foot, which are given in points."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [_look(page, head, foot) for page in pdf]
    finally:
        pdf.close()


def _look(page: pypdfium2.PdfPage, head: float, foot: float) -> Look:
    top = page.get_mediabox()[3] - head
    marks = sorted(_marks(page, top, foot), key=lambda mark: (-mark[0], mark[1]))
    lines: list[tuple[float, list[tuple[float, float, str]]]] = []
    for y, x, size, words in marks:
        if lines and lines[-1][0] - y < SAME_LINE:
            lines[-1][1].append((x, size, words))
        else:
            lines.append((y, [(x, size, words)]))
    lowest = lines[-1][0] if lines else top
    said = [(max(size for _, size, _ in some), " ".join(w for _, _, w in sorted(some))) for _, some in lines]
    return Look(
        fill=(top - lowest) / (top - foot),
        lines=said,
        smallest=min((size for _, _, size, _ in marks), default=0),
        left=min((x for _, x, _, _ in marks), default=0),
    )


def _marks(page: pypdfium2.PdfPage, top: float, foot: float) -> list[tuple[float, float, float, str]]:
    """Give the place, size and words of each piece of text between head and foot."""
    found = []
    text = page.get_textpage()
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=4):
        left, bottom, _right, upper = thing.get_bounds()
        if foot - 2 < bottom and upper < top + 2:
            matrix = thing.get_matrix()
            size = thing.get_font_size() * abs(matrix.d)
            found.append((matrix.f, left, round(size, 2), text.get_text_bounded(*thing.get_bounds()).strip()))
    return found
