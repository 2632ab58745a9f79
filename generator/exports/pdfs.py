"""What is printed: the book, the pocket edition and the sheets, each on every paper that is asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.exports.edition import Edition
from generator.paper.book import book_html
from generator.paper.pocket import pocket_html
from generator.paper.printables import Printable, printables, printables_html
from generator.paper.volumes import FIRST, READERS_CUT, WORKBOOK, in_two, volume
from generator.text.language import _

SET = "worksheets"
PAPER_NAMES = {"A4": "A4", "letter": "US Letter"}


@dataclass(frozen=True, kw_only=True)
class PrintJob:
    """Something to print: the file it becomes, what the list says of it, its HTML and its style sheet."""

    file: str
    group: str
    title: str
    paper: str
    html: str
    style: Path
    bound: bool = False  # of pieces, of which only those that changed are set
    folded: bool = False  # into a booklet
    on: str = ""  # the paper, where the same pages are laid out once for several
    layout: str = ""  # the name of what is laid out once for all jobs that have it; else it is laid out by itself
    begins: str = ""  # the id of the first of its pages in that, where it is not all of them


def book_jobs(edition: Edition) -> Iterator[PrintJob]:
    """Give the book in its volumes, or one part of it. Raises NoSuchPartError where there is none of that name."""
    content = edition.content
    volumes = [FIRST, WORKBOOK] if in_two(content) else [FIRST]
    for only in [edition.only] if edition.only else [*volumes, READERS_CUT]:
        title = volume(content, edition.parts, only).title if only or WORKBOOK in volumes else _("The whole handbook")
        html = book_html(content, edition.render, edition=edition.day, only=only, all_parts=edition.parts)
        name = only or "handbook"
        for paper in edition.papers:
            yield PrintJob(
                file=f"{name}-{paper.lower()}.pdf",
                group="book",
                title=title,
                paper=PAPER_NAMES[paper],
                html=html,
                style=edition.style("book.css"),
                bound=True,
                on=paper,
                layout=name,
            )


def pocket_jobs(edition: Edition) -> Iterator[PrintJob]:
    """Give the pocket edition, page by page and as a booklet."""
    style, papers = edition.style("pocket.css"), edition.papers
    html = {
        paper: pocket_html(edition.content, edition.render, style, paper=paper, edition=edition.day) for paper in papers
    }
    for file, title, fold in (
        ("pocket", _("Pocket edition, of half the size"), False),
        ("booklet", _("Pocket edition as a booklet: print on both sides, turn over the short edge, fold"), True),
    ):
        for paper in papers:
            yield PrintJob(
                file=f"{file}-{paper.lower()}.pdf",
                group="book",
                title=title,
                paper=PAPER_NAMES[paper],
                html=html[paper],
                style=style,
                folded=fold,
                layout=f"pocket-{paper}",
            )


def sheet_jobs(edition: Edition) -> Iterator[PrintJob]:
    """Give every sheet by itself after the full set, whose pages they are."""
    sheets = printables(edition.content)
    if not sheets:
        return

    def html(title: str, members: Sequence[Printable]) -> str:
        return printables_html(members, edition.render, title=title, edition=edition.day)

    def job(name: str, title: str, group: str, html: str, begins: str = "") -> PrintJob:
        style = edition.style("sheets.css")
        return PrintJob(
            file=name, group=group, title=title, paper="", html=html, style=style, layout=SET, begins=begins
        )

    title = _("All sheets")
    whole = job(SET, title, "set", html(title, sheets))
    alone = [job(f"sheets/{one.slug}", one.title, one.group, html(one.title, [one]), one.anchor) for one in sheets]
    for paper in edition.papers:
        for one in (whole, *alone):
            yield replace(one, file=f"{one.file}-{paper.lower()}.pdf", paper=PAPER_NAMES[paper], on=paper)
