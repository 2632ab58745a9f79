"""The downloads: what can be made of the content, made where it is not made yet, and listed.

A file is made anew only when something that it depends on has changed: each stands in the list with a digest of that.
PDFs are set by several processes at once.
"""

import hashlib
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from multiprocessing import get_context
from pathlib import Path

from generator.content.content import Content
from generator.exports.anki import NoAnkiError, cards, deck, deck_text
from generator.exports.data import content_json, content_schema
from generator.exports.epub import epub
from generator.exports.llms import llms_full
from generator.pages.page import Download
from generator.pages.pages import build_pages
from generator.pages.render import counted, renderer
from generator.paper import pdf
from generator.paper.book import book_html
from generator.paper.hypertext import printer
from generator.paper.pocket import pocket_html
from generator.paper.printables import printables, printables_html

FOLDER = "downloads"
LIST = ".list.json"  # MkDocs publishes no file whose name begins with a dot
PAPERS = ("A4", "letter")
STEP_OF_PROGRESS = re.compile(r"Page (\d+00)")
Say = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Order:
    """Something to print: the file it becomes, what the list says of it, its HTML and its style sheet."""

    file: str
    group: str
    title: str
    html: str
    style: Path


@dataclass(frozen=True, kw_only=True)
class Made:
    """What the list knows of a file: what readers see, the digest of what it came from, and where its ids are."""

    download: Download
    digest: str
    numbers: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Done:
    """What came of it: the list of all downloads, how many files are new, and a line for each thing left out."""

    downloads: tuple[Download, ...]
    fresh: int
    left_out: tuple[str, ...]


def book_orders(
    content: Content, templates: Path, edition: date, papers: Sequence[str] = PAPERS, only: str = ""
) -> Iterator[Order]:
    """Give the book, or one part of it, on each paper."""
    render = printer(content, templates)
    for paper in papers:
        yield Order(
            file=f"{only or 'handbook'}-{paper.lower()}.pdf",
            group="book",
            title=f"{'The whole handbook' if not only else only.capitalize()}, {_paper(paper)}",
            html=book_html(content, render, paper=paper, edition=edition, only=only),
            style=templates / "book.css",
        )


def pocket_orders(content: Content, templates: Path, edition: date, papers: Sequence[str] = PAPERS) -> Iterator[Order]:
    """Give the pocket edition on each paper."""
    render, style = printer(content, templates), templates / "pocket.css"
    for paper in papers:
        yield Order(
            file=f"pocket-{paper.lower()}.pdf",
            group="book",
            title=f"Pocket edition, half of {_paper(paper)}",
            html=pocket_html(content, render, style, paper=paper, edition=edition),
            style=style,
        )


def sheet_orders(content: Content, templates: Path, edition: date, papers: Sequence[str] = PAPERS) -> Iterator[Order]:
    """Give every sheet by itself and the full set, on each paper."""
    render, style, sheets = printer(content, templates), templates / "sheets.css", printables(content)
    for paper in papers:
        sets = [("worksheets", "All sheets", sheets), *((f"sheets/{s.slug}", s.title, [s]) for s in sheets)]
        for name, title, members in sets:
            yield Order(
                file=f"{name}-{paper.lower()}.pdf",
                group="set" if len(members) > 1 or name == "worksheets" else members[0].group,
                title=f"{title}, {_paper(paper)}",
                html=printables_html(members, render, title=title, paper=paper, edition=edition),
                style=style,
            )


def print_orders(orders: Sequence[Order], folder: Path, edition: date, say: Say) -> tuple[list[Made], int]:
    """Make each order's file in the folder, unless it is there and nothing has changed; give all, and how many are new.

    Raises NoPdfError where this machine cannot print.
    """
    known = _known(folder)
    made: dict[str, Made] = {}
    waiting: list[tuple[Order, str]] = []
    for order in orders:
        digest = pdf.fingerprint(order.html, order.style)
        old = known.get(order.file)
        if old and old.digest == digest and (folder / order.file).is_file():
            made[order.file] = old
        else:
            waiting.append((order, digest))
    if waiting:
        say(f"{counted(len(waiting), 'PDF')} to print:")
    for at, (order, digest, printed) in enumerate(_all_printed(waiting, known), 1):
        (folder / order.file).parent.mkdir(parents=True, exist_ok=True)
        (folder / order.file).write_bytes(printed.data)
        made[order.file] = _made(order.file, order.group, order.title, printed.data, edition, digest, printed)
        say(f"[{at}/{len(waiting)}] {order.file}: {printed.pages} pages, {len(printed.data) // 1024} kB")
    return [made[order.file] for order in orders], len(waiting)


def make_downloads(content: Content, templates: Path, docs: Path, edition: datetime, say: Say) -> Done:
    """Make docs/downloads hold every download of this content and nothing else, and give what came of it."""
    folder, day = docs / FOLDER, edition.date()
    left_out: list[str] = []
    made, fresh = _texts(content, templates, folder, edition, left_out)
    try:
        pdf.weasyprint()
        orders = [
            *book_orders(content, templates, day),
            *pocket_orders(content, templates, day),
            *sheet_orders(content, templates, day),
        ]
        printed, new = print_orders(orders, folder, day, say)
        made, fresh = [*printed, *made], fresh + new
    except pdf.NoPdfError as error:
        left_out.append(str(error))
    _write_list(folder, made)
    _sweep(folder, {item.download.file for item in made})
    return Done(downloads=tuple(item.download for item in made), fresh=fresh, left_out=tuple(left_out))


def add_to_list(folder: Path, made: Sequence[Made]) -> None:
    """Enter these files into the folder's list, beside what it lists already."""
    _write_list(folder, list({**_known(folder), **{item.download.file: item for item in made}}.values()))


def listed(docs: Path) -> list[Download]:
    """Give the downloads that lie in docs/downloads now."""
    return [item.download for item in _known(docs / FOLDER).values() if (docs / FOLDER / item.download.file).is_file()]


def _texts(
    content: Content, templates: Path, folder: Path, edition: datetime, left_out: list[str]
) -> tuple[list[Made], int]:
    day, render = edition.date(), printer(content, templates)
    files: list[tuple[str, str, str, bytes]] = []
    try:
        files.append(("cards.apkg", "cards", f"{len(list(cards(content)))} cards for Anki", deck(content, edition)))
    except NoAnkiError as error:
        left_out.append(str(error))
    pages = build_pages(content, renderer(content, templates.parent / "pages"))
    style = (templates / "epub.css").read_text(encoding="utf-8")
    files += [
        ("cards.txt", "cards", "The same cards as text", deck_text(content).encode()),
        ("handbook.epub", "book", "The whole handbook, EPUB", epub(content, render, style, day)),
        ("handbook.json", "data", "All content as JSON", content_json(content).encode()),
        ("handbook.schema.json", "data", "The schema of that JSON", content_schema().encode()),
        ("llms-full.txt", "data", "All pages as one Markdown text", llms_full(content, pages).encode()),
    ]
    known, made, fresh = _known(folder), [], 0
    for file, group, title, data in files:
        digest, path = hashlib.sha256(data).hexdigest(), folder / file
        if not (file in known and known[file].digest == digest and path.is_file()):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            fresh += 1
        made.append(_made(file, group, title, data, day, digest))
    return made, fresh


def _made(  # noqa: PLR0913, PLR0917 - one row of the list
    file: str,
    group: str,
    title: str,
    data: bytes,
    edition: date,
    digest: str,
    printed: pdf.Printed | None = None,
) -> Made:
    download = Download(
        file=file,
        group=group,
        title=title,
        kilobytes=max(1, round(len(data) / 1024)),
        pages=printed.pages if printed else 0,
        date=edition.isoformat(),
    )
    return Made(download=download, digest=digest, numbers=printed.numbers if printed else {})


def _all_printed(
    waiting: Sequence[tuple[Order, str]], known: Mapping[str, Made]
) -> Iterator[tuple[Order, str, pdf.Printed]]:
    jobs = [
        (order, digest, dict(known[order.file].numbers) if order.file in known else {}) for order, digest in waiting
    ]
    hands = min(os.cpu_count() or 1, len(jobs))
    if hands <= 1:
        for order, digest, numbers in jobs:
            yield order, digest, _print(order, numbers)
        return
    with ProcessPoolExecutor(hands, mp_context=get_context("spawn")) as pool:
        running = {pool.submit(_print, order, numbers): (order, digest) for order, digest, numbers in jobs}
        for done in as_completed(running):
            order, digest = running[done]
            yield order, digest, done.result()


def _print(order: Order, numbers: Mapping[str, int]) -> pdf.Printed:
    def say(words: str) -> None:
        step = STEP_OF_PROGRESS.fullmatch(words)
        if step:
            sys.stderr.write(f"    {order.file}: page {step.group(1)}\n")

    return pdf.make_pdf(order.html, order.style, numbers=numbers, say=say)


def _paper(paper: str) -> str:
    return {"A4": "A4", "letter": "US Letter"}[paper]


def _known(folder: Path) -> dict[str, Made]:
    try:
        rows = json.loads((folder / LIST).read_text(encoding="utf-8"))
        found = [Made(download=Download(**row.pop("download")), **row) for row in rows]
    except (OSError, ValueError, TypeError, KeyError):
        return {}
    return {item.download.file: item for item in found}


def _write_list(folder: Path, made: Sequence[Made]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps([asdict(item) for item in made], indent=1)
    (folder / LIST).write_text(text, encoding="utf-8")


def _sweep(folder: Path, kept: set[str]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in {LIST, *kept}:
            path.unlink()
