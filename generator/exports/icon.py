"""The icon of a handbook on a phone's first screen: a pure function from a colour to the bytes of a PNG."""

import io

from PIL import Image, ImageDraw

from generator.exports.inks import INKS, PAPER

FINE = 4  # it is drawn so many times as large
UNIT = 64  # what the places below are measured in; a phone may cut off all but the round in the middle, 51 wide
PAGE = ((11, 17), (31, 22), (31, 48), (11, 43))  # the left one; the right one mirrors it
LINES = tuple(((15, top), (27, top + 3)) for top in (24.5, 30, 35.5))
THICK = 1.8
MIDDLE = 0.45  # of the light a colour can have: above it a dark book is seen better than a light one


def icon(side: int, colour: str) -> bytes:
    """Give an open book on the colour ("#0a5361"), as a square PNG of so many pixels a side."""
    book = PAPER if _light(colour) < MIDDLE else INKS["ink"]
    large = side * FINE
    sheet = Image.new("RGB", (large, large), colour)
    draw = ImageDraw.Draw(sheet)
    for mirrored in (False, True):
        draw.polygon([_place(*corner, large, mirrored=mirrored) for corner in PAGE], fill=book)
        for line in LINES:
            ends = [_place(*end, large, mirrored=mirrored) for end in line]
            draw.line(ends, fill=colour, width=round(THICK * large / UNIT))
    file = io.BytesIO()
    sheet.reduce(FINE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _place(left: float, top: float, side: int, *, mirrored: bool) -> tuple[float, float]:
    return (UNIT - left if mirrored else left) * side / UNIT, top * side / UNIT


def _light(colour: str) -> float:
    """Give how light it is, from 0 to 1, as eyes weigh red, green and blue."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
