"""The picture of a page, which a chat shows beside its link: a pure function from a sketch to the bytes of a PNG."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from pathlib import Path

from PIL import Image, ImageDraw
from PIL import __version__ as library

from generator.exports.canvas import Canvas, Pen
from generator.exports.inks import INKS
from generator.exports.lettering import Face
from generator.exports.sketch import Amounts, Clock, Days, Part, Ribbon, Sketch
from generator.text.language import _n

DRAWN_WITH = f"Pillow {library}"
SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 72
ROOM = WIDTH - 2 * MARGIN
STRIPE = 14
SWATCH = 30  # with the blank after it
SHADES = tuple(name for name in INKS if name.startswith("shade-"))
ACCENT, SOFT = "shade-1", "ink-soft"
BOOK, BOOK_BOLD = "source-serif-4-*-400-normal.woff2", "source-serif-4-*-700-normal.woff2"
PLAIN, PLAIN_BOLD = "source-sans-3-*-400-normal.woff2", "source-sans-3-*-600-normal.woff2"
TITLES = (84, 74, 64, 56, 48)
SENTENCES = (40, 36, 32)
LEGENDS = (30, 27, 24)
NARROWEST_LEGEND = 3  # columns
WIDEST_LEGEND = 6  # parts of a ribbon whose names have room below it
WIDEST_DAY = 150  # pixels
THIN_DAY = 24
NUMBERED_DAYS = 7
FINE = 4  # what is round is drawn so many times as large
GAP = 0.8  # degrees of paper on either side of an arc


def picture(sketch: Sketch, fonts: Path) -> bytes:
    """Give the picture as a PNG of 1200 by 630, in the faces of the folder of fonts; words they lack are left out."""
    sheet = _Sheet(fonts)
    sheet.frame(sketch)
    match sketch.figure:
        case Clock(phases=phases):
            sheet.title(sketch.title, (620, 390))
            sheet.clock(phases)
        case Ribbon(parts=parts):
            sheet.title(sketch.title)
            sheet.ribbon(parts)
        case Amounts(pairs=pairs):
            sheet.title(sketch.title)
            sheet.amounts(pairs)
        case Days(minutes=minutes):
            sheet.title(sketch.title)
            sheet.days(minutes)
        case None:
            sheet.sentence(sketch.sentence, sheet.title(sketch.title))
    return sheet.canvas.png()


class _Sheet:
    """A picture on the way: each method puts one thing in its place."""

    def __init__(self, fonts: Path) -> None:
        self.canvas = Canvas(SIZE)
        self._fonts = fonts

    def frame(self, sketch: Sketch) -> None:
        self.canvas.box(ACCENT, 0, 0, WIDTH, STRIPE)
        right = self.canvas.write(self._pen(PLAIN_BOLD, 38, ACCENT), sketch.kind, MARGIN, 96)
        self.canvas.write(self._pen(PLAIN, 38, SOFT), sketch.fact, right + 24, 96, WIDTH - MARGIN - right - 24)
        if sketch.handbook:
            self.canvas.box("line", MARGIN, HEIGHT - 98, ROOM, 2)
            self.canvas.write(self._pen(PLAIN_BOLD, 32, SOFT), sketch.handbook, MARGIN, HEIGHT - 42, ROOM)

    def title(self, text: str, box: tuple[int, int] = (ROOM, 222)) -> int:
        """Set the title in the book face, and give where the next thing may begin."""
        pens = [self._pen(BOOK_BOLD, size, "ink") for size in TITLES]
        return self.canvas.set_text(pens, text, (MARGIN, 126), box)

    def sentence(self, text: str, top: int) -> None:
        pens = [self._pen(BOOK, size, SOFT) for size in SENTENCES]
        self.canvas.set_text(pens, text, (MARGIN, top + 26), (ROOM, HEIGHT - 120 - top - 26))

    def ribbon(self, parts: Sequence[Part]) -> None:
        top, height = 374, 52
        total = sum(part.weight for part in parts) or 1
        ends = [round(ROOM * end / total) for end in accumulate((part.weight for part in parts), initial=0.0)]
        for at, (start, end) in enumerate(pairwise(ends)):
            gap = 4 if end < ROOM else 0
            self.canvas.box(SHADES[at % len(SHADES)], MARGIN + start, top, max(end - start - gap, 1), height)
        if len(parts) <= WIDEST_LEGEND:
            self._legend(parts, top + height + 44)

    def _legend(self, parts: Sequence[Part], baseline: int) -> None:
        """Name the parts below the ribbon, all in the size in which the longest name has room."""
        valued = any(part.says for part in parts)
        in_one_row = valued or len(parts) <= NARROWEST_LEGEND
        columns = max(len(parts), NARROWEST_LEGEND) if in_one_row else -(-len(parts) // 2)
        column = ROOM / columns
        width = column - SWATCH - 24
        names = [self._face(PLAIN, LEGENDS[0]).legible(part.name) for part in parts]
        fitting = (n for n in LEGENDS if all(self._face(PLAIN, n).width(name) <= width for name in names))
        size = next(fitting, LEGENDS[-1])
        name_pen, value_pen = self._pen(PLAIN, size, "ink"), self._pen(PLAIN_BOLD, size, SOFT)
        for at, part in enumerate(parts):
            row, place = divmod(at, columns)
            left, line = round(MARGIN + place * column), baseline + 42 * row
            self.canvas.box(SHADES[at % len(SHADES)], left, line - 20, 20, 20)
            self.canvas.write(name_pen, names[at], left + SWATCH, line, width)
            self.canvas.write(value_pen, part.says, left + SWATCH, line + 36, width)

    def clock(self, phases: Sequence[int]) -> None:
        outer, hole, middle = 176, 112, (WIDTH - MARGIN - 176, 316)
        side, inside = 2 * outer * FINE, (outer - hole) * FINE
        total = sum(phases) or 1
        turns = [360 * end / total - 90 for end in accumulate(phases, initial=0)]
        for at, (start, end) in enumerate(pairwise(turns)):
            ring = Image.new("L", (side, side))
            draw = ImageDraw.Draw(ring)
            draw.pieslice((0, 0, side - 1, side - 1), start + GAP, max(end - GAP, start + GAP), fill=255)
            draw.ellipse((inside, inside, side - 1 - inside, side - 1 - inside), fill=0)
            self.canvas.stamp(ring.reduce(FINE), (middle[0] - outer, middle[1] - outer), SHADES[at % len(SHADES)])
        self.canvas.write_middle(self._pen(BOOK_BOLD, 84, "ink"), str(sum(phases)), middle[0], middle[1] + 18)
        self.canvas.write_middle(
            self._pen(PLAIN, 32, SOFT), _n("minute", "minutes", sum(phases)), middle[0], middle[1] + 60
        )

    def amounts(self, pairs: Sequence[tuple[int, str]]) -> None:
        column = ROOM / max(len(pairs), 3)
        for at, (count, noun) in enumerate(pairs):
            left = round(MARGIN + at * column)
            self.canvas.write(self._pen(BOOK_BOLD, 88, ACCENT), str(count), left, 448)
            self.canvas.write(self._pen(PLAIN, 34, SOFT), noun, left, 494, column - 16)

    def days(self, minutes: Sequence[int]) -> None:
        bottom, highest, most = 466, 100, max(minutes, default=0) or 1
        column = min(ROOM / max(len(minutes), 1), WIDEST_DAY)
        gap = 10 if column > THIN_DAY else 2
        every = max(1, -(-len(minutes) // NUMBERED_DAYS))
        for at, many in enumerate(minutes):
            left, width = MARGIN + round(at * column), max(round(column) - gap, 1)
            height = max(round(highest * many / most), 4)
            self.canvas.box(ACCENT if many else "line", left, bottom - height, width, height)
            if at % every == 0:
                self.canvas.write_middle(self._pen(PLAIN, 28, SOFT), str(at + 1), left + width / 2, bottom + 34)

    def _face(self, name: str, size: int) -> Face:
        return Face(folder=self._fonts, name=name, size=size)

    def _pen(self, name: str, size: int, ink: str) -> Pen:
        return Pen(face=self._face(name, size), ink=ink)
