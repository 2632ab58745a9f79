"""The tiny handbook printed, for all tests of this room: each document is set by whoever asks first."""

from collections.abc import Callable, Sequence
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
PAPERS = ("A4", "letter")
SHARED: list[Once] = []


def document(name: str, html: Callable[[], str], style: str, papers: Sequence[str] = ("",)) -> Path:
    """Give the folder with HTML and PDFs of a document, set by whoever asks first; a book's pieces stay beside them."""

    def make(folder: Path) -> None:
        text = html()
        if style == BOOK:
            made = binding.bound_on(text, _shelf(folder), papers)
        else:
            made = make_set(text, PRINT / style, [], papers) if any(papers) else iter([make_pdf(text, PRINT / style)])
        (folder / "a.html").write_text(text, encoding="utf-8")
        for paper, printed in zip(papers, made, strict=True):
            (folder / f"{paper}.pdf").write_bytes(printed.data)

    return SHARED[-1](name, make)


def _shelf(folder: Path) -> Shelf:
    return Shelf(folder, "pieces", PRINT / BOOK)


def _papers(paper: str, only: str) -> tuple[str, ...]:
    """Give the papers that a document is set for: the whole of it for all of them at once."""
    return (paper,) if only else PAPERS


@cache
def book(paper: str = "A4", only: str = "") -> tuple[str, Paper]:
    """Give the tiny handbook as a book: its HTML, and the PDF."""
    folder = _book(_papers(paper, only), only)
    return (folder / "a.html").read_text(encoding="utf-8"), Paper((folder / f"{paper}.pdf").read_bytes())


@cache
def _book(papers: tuple[str, ...], only: str) -> Path:
    def html() -> str:
        return book_html(tiny.content(), printer(tiny.content(), PRINT), edition=EDITION, only=only)

    return document(f"book {' '.join(papers)} {only}", html, BOOK, papers)


def pieces() -> Shelf:
    """Give the shelf with the pieces of the whole book."""
    return _shelf(_book(PAPERS, ""))


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

    papers = _papers(paper, only)
    folder = document(f"sheets {' '.join(papers)} {only}", html, "sheets.css", papers)
    return Paper((folder / f"{paper}.pdf").read_bytes())


@cache
def pocket(paper: str) -> Paper:
    """Give the pocket edition."""

    def html() -> str:
        style = PRINT / "pocket.css"
        return pocket_html(tiny.content(), printer(tiny.content(), PRINT), style, paper=paper, edition=EDITION)

    return Paper((document(f"pocket {paper}", html, "pocket.css") / ".pdf").read_bytes())
