"""A sheet of few colours, each with its way to the paper: a pixel is the number of a colour from beginning to end.

Nothing is guessed when it becomes a PNG, and the same marks make the same bytes.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from generator.exports.inks import INKS, PAPER
from generator.exports.lettering import LEADING, Face, fit

STEPS = 15  # from the paper to an ink


@dataclass(frozen=True, kw_only=True)
class Pen:
    """What words are written with: a face, and the name of an ink."""

    face: Face
    ink: str


class Canvas:
    """The sheet, and what can be put on it."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._image = Image.new("L", size, 0)
        self._draw = ImageDraw.Draw(self._image)

    def png(self) -> bytes:
        """Give the sheet as it is now."""
        image = self._image.copy()
        image.putpalette(PALETTE)
        file = io.BytesIO()
        image.save(file, "PNG", compress_level=6)  # 9 takes five times as long for a tenth of the bytes
        return file.getvalue()

    def box(self, ink: str, left: int, top: int, width: int, height: int) -> None:
        """Fill a box."""
        self._draw.rectangle((left, top, left + width - 1, top + height - 1), fill=FULL[ink])

    def write(self, pen: Pen, text: str, left: float, baseline: int, width: float | None = None) -> int:
        """Write one line, as much as the face has letters and the width has room for, and give where it ends."""
        said = pen.face.legible(text)
        said = said if width is None else pen.face.cut(said, width)
        if not said:
            return round(left)
        self.stamp(pen.face.mask(said), (round(left) - pen.face.inset, baseline - pen.face.size), pen.ink)
        return round(left + pen.face.width(said))

    def write_middle(self, pen: Pen, text: str, middle: float, baseline: int) -> None:
        """Write one line on both sides of the middle."""
        self.write(pen, text, middle - pen.face.width(text) / 2, baseline)

    def set_text(self, pens: Sequence[Pen], text: str, corner: tuple[int, int], box: tuple[float, float]) -> int:
        """Set the text in lines, with the first pen whose lines have room in the box, and give where they end."""
        inks = {pen.face: pen for pen in pens}
        face, lines = fit(list(inks), pens[0].face.legible(text), *box)
        left, top = corner
        for at, line in enumerate(lines, 1):
            self.write(inks[face], line, left, top + round(at * face.size * LEADING) - face.size // 8)
        return top + round(len(lines) * face.size * LEADING)

    def stamp(self, mask: Image.Image, corner: tuple[int, int], ink: str) -> None:
        """Put ink on the paper as the mask says; what the mask leaves white stays as it is."""
        self._image.paste(mask.point(RAMPS[ink]), corner, mask.point(TOUCHED))


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _palette() -> list[int]:
    paper = _rgb(PAPER)
    palette = [*paper]
    for colour in INKS.values():
        for step in range(1, STEPS + 1):
            palette += [round(a + (b - a) * step / STEPS) for a, b in zip(paper, _rgb(colour), strict=True)]
    return palette


PALETTE = _palette()
FULL = {name: (at + 1) * STEPS for at, name in enumerate(INKS)}
RAMPS = {name: [at * STEPS + round(shade * STEPS / 255) for shade in range(256)] for at, name in enumerate(INKS)}
TOUCHED = [255 if round(shade * STEPS / 255) else 0 for shade in range(256)]
