"""The tiny handbook printed, for all tests of this room: each document is set by whoever asks first."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from generator.paper import binding
from generator.paper.book import book_html
from generator.paper.common_page import around
from generator.paper.hypertext import printer
from generator.paper.pdf import make_pdf, make_set
from generator.paper.pocket import pocket_html
from generator.paper.printables import printables, printables_html
from generator.paper.shelf import Shelf
from generator.site.pipeline import templates_of
from tests.handbooks import tiny
from tests.handbooks.sites import Once
from tests.readers.pages import Look, looks
from tests.readers.pdf import Paper

PRINT = templates_of(tiny.TINY) / "print"
EDITION = date(2026, 11, 21)
ABOVE = -around("A4")[1]  # points, of the paper above and below the page
HEAD, FOOT = ABOVE + 17 * 72 / 25.4, 15 * 72 / 25.4  # points, of what runs above and below the text
BOOK = "book.css"
SHARED: list[Once] = []


def document(name: str, html: Callable[[], str], style: str, paper: str = "") -> tuple[str, Paper]:
    """Give HTML and PDF of a document, set by whoever asks first; a book is bound of pieces, which stay beside it."""

    def make(folder: Path) -> None:
        text = html()
        shelf = Shelf(folder, "pieces", PRINT / style)
        if style == BOOK:
            made = binding.bound(text, shelf, paper)
        else:
            made = next(make_set(text, PRINT / style, [], [paper])) if paper else make_pdf(text, PRINT / style)
        (folder / "a.html").write_text(text, encoding="utf-8")
        (folder / "a.pdf").write_bytes(made.data)

    folder = SHARED[-1](name, make)
    return (folder / "a.html").read_text(encoding="utf-8"), Paper((folder / "a.pdf").read_bytes())


@cache
def book(paper: str = "A4", only: str = "") -> tuple[str, Paper]:
    """Give the tiny handbook as a book: its HTML, and the PDF."""

    def html() -> str:
        return book_html(tiny.content(), printer(tiny.content(), PRINT), edition=EDITION, only=only)

    return document(f"book {paper} {only}", html, BOOK, paper)


@cache
def pages() -> list[Look]:
    """Give how the pages of the book look."""
    return looks(book()[1].data, head=HEAD, foot=FOOT)


@cache
def sheets(paper: str = "A4", only: str = "") -> Paper:
    """Give all sheets of the tiny handbook, or one, as a PDF."""

    def html() -> str:
        chosen = [sheet for sheet in printables(tiny.content()) if only in {"", sheet.slug}]
        made = printer(tiny.content(), PRINT)
        return printables_html(chosen, made, title="All sheets", edition=EDITION)

    return document(f"sheets {paper} {only}", html, "sheets.css", paper)[1]


@cache
def pocket(paper: str) -> Paper:
    """Give the pocket edition."""

    def html() -> str:
        style = PRINT / "pocket.css"
        return pocket_html(tiny.content(), printer(tiny.content(), PRINT), style, paper=paper, edition=EDITION)

    return document(f"pocket {paper}", html, "pocket.css")[1]
