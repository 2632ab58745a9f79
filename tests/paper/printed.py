"""The tiny handbook printed, for all tests of this room: each document is set by whoever asks first."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from generator.paper.book import book_html
from generator.paper.hypertext import printer
from generator.paper.pdf import make_pdf
from generator.paper.pocket import pocket_html
from generator.paper.printables import printables, printables_html
from generator.site.pipeline import templates_of
from tests.handbooks import tiny
from tests.handbooks.sites import Once
from tests.readers.pages import Look, looks
from tests.readers.pdf import Paper

PRINT = templates_of(tiny.TINY) / "print"
EDITION = date(2026, 11, 21)
HEAD, FOOT = 18 * 72 / 25.4, 17 * 72 / 25.4  # points, of what runs above and below the text
SHARED: list[Once] = []


def document(name: str, html: Callable[[], str], style: str) -> tuple[str, Paper]:
    """Give HTML and PDF of a document, set by whoever asks first."""

    def make(folder: Path) -> None:
        text = html()
        (folder / "a.html").write_text(text, encoding="utf-8")
        (folder / "a.pdf").write_bytes(make_pdf(text, PRINT / style).data)

    folder = SHARED[-1](name, make)
    return (folder / "a.html").read_text(encoding="utf-8"), Paper((folder / "a.pdf").read_bytes())


@cache
def book(paper: str = "A4", only: str = "") -> tuple[str, Paper]:
    """Give the tiny handbook as a book: its HTML, and the PDF."""

    def html() -> str:
        return book_html(tiny.content(), printer(tiny.content(), PRINT), paper=paper, edition=EDITION, only=only)

    return document(f"book {paper} {only}", html, "book.css")


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
        return printables_html(chosen, made, title="All sheets", paper=paper, edition=EDITION)

    return document(f"sheets {paper} {only}", html, "sheets.css")[1]


@cache
def pocket(paper: str) -> Paper:
    """Give the pocket edition."""

    def html() -> str:
        style = PRINT / "pocket.css"
        return pocket_html(tiny.content(), printer(tiny.content(), PRINT), style, paper=paper, edition=EDITION)

    return document(f"pocket {paper}", html, "pocket.css")[1]
