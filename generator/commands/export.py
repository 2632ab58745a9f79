"""The commands that make what is taken away: `handbook pdf`, `handbook downloads`, `handbook export`."""

import argparse
import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from generator.commands.command import FINE, PROBLEMS, USAGE, AddCommand
from generator.content.content import Content
from generator.exports import anki, data, downloads, epub, ics, llms
from generator.pages.pages import build_pages
from generator.pages.render import renderer
from generator.paper.book import NoSuchPartError
from generator.paper.chapters import PARTS
from generator.paper.hypertext import printer
from generator.paper.pdf import NoPdfError
from generator.site import pipeline as road
from generator.site.lock import alone

PAPERS = {"a4": "A4", "letter": "letter"}
EXPORTS = ("anki", "epub", "calendar", "json", "llms")


def add_commands(command: AddCommand) -> None:
    """Add the commands to the parser."""
    pdf = command(
        "pdf", _pdf, f"Print into {road.DOCS}/{downloads.FOLDER}: the book, one part, the pocket edition or the sheets."
    )
    pdf.add_argument("--only", choices=PARTS, metavar="PART", help=f"one part alone: {', '.join(PARTS)}")
    pdf.add_argument("--paper", choices=PAPERS, help="one paper alone (default: both)")
    pdf.add_argument("--pocket", action="store_true", help="the pocket edition: one page for each competency")
    pdf.add_argument("--sheets", action="store_true", help="every sheet by itself, and all in one file")
    pdf.add_argument("--out", metavar="DIR", help="another folder, below the project's")
    command("downloads", _downloads, "Make every download, and list them on their page.")
    export = command("export", _export, "Write the handbook in another form.")
    export.add_argument("form", choices=EXPORTS, help="what to write")
    export.add_argument("--date", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the first day of each calendar")
    export.add_argument("--out", default="build/exports", metavar="DIR", help="the folder (default: build/exports)")


def edition() -> datetime:
    """Give the date of this edition: SOURCE_DATE_EPOCH where it is set, so that builds can be repeated, else today."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(given) if given.isdigit() else int(time.time()), UTC)


def make_all(root: Path) -> downloads.Done:
    """Make every download of the project, saying on stderr what is done and what is left out."""
    content = road.check(root).content
    with alone(root, "downloads"):
        done = downloads.make_downloads(content, _templates(root), root / road.DOCS, edition(), _say)
    for line in done.left_out:
        _say(line)
    return done


def _pdf(root: Path, options: argparse.Namespace) -> int:
    content, templates, day = road.check(root).content, _templates(root), edition().date()
    papers = [PAPERS[options.paper]] if options.paper else list(downloads.PAPERS)
    folder = root / (options.out or f"{road.DOCS}/{downloads.FOLDER}")
    try:
        if options.pocket:
            orders = list(downloads.pocket_orders(content, templates, day, papers))
        elif options.sheets:
            orders = list(downloads.sheet_orders(content, templates, day, papers))
        else:
            orders = list(downloads.book_orders(content, templates, day, papers, options.only or ""))
        made, fresh = downloads.print_orders(orders, folder, day, _say)
    except NoPdfError as error:
        _say(str(error))
        return PROBLEMS
    except NoSuchPartError as error:
        _say(str(error))
        return USAGE
    if not options.out:
        downloads.add_to_list(folder, made)
    pages = sum(item.download.pages for item in made)
    _report(f"{len(made)} PDFs of {pages} pages in {folder}; {fresh} printed anew.")
    return FINE


def _downloads(root: Path, _: argparse.Namespace) -> int:
    done = make_all(root)
    _report(f"{len(done.downloads)} downloads in {root / road.DOCS / downloads.FOLDER}; {done.fresh} made anew.")
    return FINE


def _export(root: Path, options: argparse.Namespace) -> int:
    content = road.check(root).content
    if options.form == "calendar" and options.date is None:
        _say("handbook: --date must name the first day, as in --date 2027-03-01")
        return USAGE
    folder = root / options.out
    folder.mkdir(parents=True, exist_ok=True)
    try:
        files = dict(_files(options.form, content, root, options.date or edition().date()))
    except anki.NoAnkiError as error:
        _say(str(error))
        return PROBLEMS
    for name, made in files.items():
        (folder / name).write_bytes(made)
        _report(f"{folder / name}: {max(1, len(made) // 1024)} kB")
    return FINE


def _files(form: str, content: Content, root: Path, begins: date) -> Iterator[tuple[str, bytes]]:
    now, templates = edition(), _templates(root)
    if form == "anki":
        yield "cards.apkg", anki.deck(content, now)
        yield "cards.txt", anki.deck_text(content).encode()
    elif form == "epub":
        style = (templates / "epub.css").read_text(encoding="utf-8")
        yield "handbook.epub", epub.epub(content, printer(content, templates), style, now.date())
    elif form == "calendar":
        for plan in content.ordered_plans:
            yield f"{plan.slug}.ics", ics.calendar(content, plan, begins, now).encode()
    elif form == "json":
        yield "handbook.json", data.content_json(content).encode()
        yield "handbook.schema.json", data.content_schema().encode()
    else:
        pages = build_pages(content, renderer(content, road.templates_of(root) / "pages"))
        yield "llms.txt", llms.llms_txt(content, pages).encode()
        yield "llms-full.txt", llms.llms_full(content, pages).encode()


def _templates(root: Path) -> Path:
    return road.templates_of(root) / "print"


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _report(line: str) -> None:
    sys.stdout.write(f"{line}\n")
