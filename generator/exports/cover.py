"""The cover of the e-book: its title on paper, a band of the handbook's own shades, and when it was made."""

from pathlib import Path

from generator.exports.canvas import Canvas, Pen
from generator.exports.inks import INKS
from generator.exports.lettering import Face

WIDTH, HEIGHT = 1200, 1920  # as shops and shelves ask for: five by eight
MARGIN, BAND = 110, 96
SHADES = tuple(name for name in INKS if name.startswith("shade-"))
TITLE, PLAIN = "source-serif-4-*-700-normal.woff2", "source-sans-3-*-400-normal.woff2"
TITLES, SENTENCES, SMALL = (150, 130, 112, 96, 80), (52, 46, 40), 38


def cover(title: str, summary: str, edition: str, fonts: Path) -> bytes:
    """Give the cover as a PNG, in the faces of the folder of fonts; words that they lack are left out."""
    sheet, room = Canvas((WIDTH, HEIGHT)), WIDTH - 2 * MARGIN
    for at, shade in enumerate(SHADES):
        left = at * WIDTH // len(SHADES)
        sheet.box(shade, left, 0, (at + 1) * WIDTH // len(SHADES) - left - (at + 1 < len(SHADES)) * 6, BAND)
    pens = [Pen(face=Face(folder=fonts, name=TITLE, size=size), ink="ink") for size in TITLES]
    ends = sheet.set_text(pens, title, (MARGIN, 300), (room, 900))
    plain = [Pen(face=Face(folder=fonts, name=PLAIN, size=size), ink="ink-soft") for size in SENTENCES]
    sheet.set_text(plain, summary, (MARGIN, ends + 80), (room, HEIGHT - ends - 400))
    sheet.box("line", MARGIN, HEIGHT - 210, room, 3)
    sheet.write(
        Pen(face=Face(folder=fonts, name=PLAIN, size=SMALL), ink="ink-soft"), edition, MARGIN, HEIGHT - 130, room
    )
    return sheet.png()
