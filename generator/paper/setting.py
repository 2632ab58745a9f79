"""A piece of a book, set with WeasyPrint: its pages as they will be drawn, whatever stands before and behind it."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from html import unescape
from pathlib import Path
from typing import Any

from generator.paper import pdf
from generator.paper.drawing import Marks
from generator.paper.making import Making
from generator.paper.objects import Parts
from generator.paper.piece import ALL, SCALE, THIS, Piece

FEWEST_LINES = 7  # of a page: with fewer it looks as if something had been left over; an excerpt may show one line less
FEW_LINES = 18  # and with fewer than these it is saved where the pages before it have room for them
LOWER, HIGHER, HIGHEST = 12, 19, 23  # millimetres below the text: a line more to a page, or one less, or two
LAST = 12  # pages that give the last one a line each, or take one from it
MILLIMETRE = 96 / 25.4  # CSS pixels
SAME_LINE = 4.0  # CSS pixels: what stands closer in two columns is on one
ELSEWHERE = re.compile(r'<body[^>]* data-elsewhere="([^"]*)"')


def set_piece(html: str, style: Path, *, figures: int) -> Piece:
    """Give the piece; numbers that are not known yet have room for so many figures.

    Instead of the page of what stands in another volume is said what its body has as `data-elsewhere`:
    "=words|workbook=words".
    """
    wide = {"": "8" * figures, THIS: "8" * figures, ALL: "9" * figures}
    with _margins_open(int(wide[THIS]), int(wide[ALL])), _ended_with_more_than_a_few_lines():
        document = pdf.laid_out(html, style)
    said = ELSEWHERE.search(html)
    words = (one.partition("=") for one in unescape(said.group(1)).split("|")) if said else ()
    return _drawn(document, wide, {volume: told for volume, _, told in words})


@contextmanager
def _replaced(module: Any, name: str, by: Callable[..., Any]) -> Iterator[None]:  # noqa: ANN401 - WeasyPrint's own
    """Have WeasyPrint call this in the place of a function of its own."""
    original = getattr(module, name)
    setattr(module, name, by)
    try:
        yield
    finally:
        setattr(module, name, original)


def _ended_with_more_than_a_few_lines() -> AbstractContextManager[None]:
    """Have the last pages made again, a line longer or shorter, where hardly anything stands on the very last."""
    from weasyprint import layout  # noqa: PLC0415 - optional

    def make_all_pages(context: Any, root: Any, html: Any, pages: list[Any]) -> list[Any]:  # noqa: ANN401
        making, footnotes = Making(context, root, html), context.footnotes.copy()
        made = making.made(pages)
        first = max(0, len(made) - LAST)

        def again(below: float | None) -> list[Any]:
            context.footnotes = footnotes.copy()
            making.again(range(first, len(made)))
            with _room_below(below * MILLIMETRE, first) if below else nullcontext():
                return making.made(made)

        if len(made) > 1 and FEWEST_LINES <= _lines(made[-1]) < FEW_LINES:
            pages_before, made = len(made), again(LOWER)
            return made if len(made) < pages_before else again(None)
        for below in (LOWER, HIGHER, HIGHEST):
            if len(made) == 1 or _lines(made[-1]) >= FEWEST_LINES:
                break
            made = again(below)
        return made

    return _replaced(layout, "make_all_pages", make_all_pages)


def _room_below(pixels: float, first: int) -> AbstractContextManager[None]:
    """Leave so much room below the text of every page from this one (from 0)."""
    from weasyprint.css.properties import Dimension  # noqa: PLC0415 - optional
    from weasyprint.layout import page  # noqa: PLC0415

    original = page.set_page_type_computed_styles

    def styled(kind: Any, html: Any, style_for: Any) -> None:  # noqa: ANN401
        original(kind, html, style_for)
        if kind.index >= first:
            style_for(kind)["margin_bottom"] = Dimension(pixels, "px")

    return _replaced(page, "set_page_type_computed_styles", styled)


def _margins_open(page: int, pages: int) -> AbstractContextManager[None]:
    """Let every page say that it is this one, of so many."""
    from weasyprint import layout  # noqa: PLC0415 - optional

    original = layout.make_margin_boxes

    def make(context: Any, box: Any, state: Any) -> Any:  # noqa: ANN401
        state[1].update(page=[page], pages=[pages])
        return original(context, box, state)

    return _replaced(layout, "make_margin_boxes", make)


def _lines(page: Any) -> int:  # noqa: ANN401 - WeasyPrint's page
    from weasyprint.formatting_structure.boxes import LineBox, MarginBox  # noqa: PLC0415 - optional

    inner = (box for box in page.children if not isinstance(box, MarginBox))
    lines = (line for box in inner for line in box.descendants() if isinstance(line, LineBox))
    count, above = 0, -SAME_LINE
    for height in sorted(line.position_y + line.baseline for line in lines):
        if height - above >= SAME_LINE:
            count, above = count + 1, height
    return count


def _drawn(document: Any, wide: Mapping[str, str], elsewhere: Mapping[str, str]) -> Piece:  # noqa: ANN401
    from weasyprint import DEFAULT_OPTIONS  # noqa: PLC0415 - optional
    from weasyprint.pdf import generate_pdf  # noqa: PLC0415

    own = {name for page in document.pages for name in page.anchors}
    bookmarks = list(_bookmarks(document))
    for page in document.pages:
        page.bookmarks = []
        wanted = {link[1] for link in page.links if link[0] == "internal"}
        document.pages[0].anchors.update(dict.fromkeys(wanted - own, (0, 0, 0, 0)))  # else the link would be dropped
    marks = Marks(document, wide, elsewhere)
    with marks.drawn(), pdf.pages_listed_once():
        options = {**DEFAULT_OPTIONS, **pdf.TAGGED, "uncompressed_pdf": True}
        made = generate_pdf(document, None, 1, **options)
    pdf.finish(document, made)
    return Parts(document, made).piece(own, bookmarks, marks)


def _bookmarks(document: Any) -> Iterator[tuple[int, int, str, float, float, str]]:  # noqa: ANN401
    for at, page in enumerate(document.pages):
        for level, label, (x, y), state in page.bookmarks:
            yield at, level, label, x * SCALE, (page.height - y) * SCALE, state
