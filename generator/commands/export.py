"""The commands that make what is taken away: `handbook pdf`, `handbook downloads`, `handbook export`."""

import argparse
import os
import sys
import time
from datetime import UTC, date, datetime
from datetime import time as clock
from pathlib import Path
from typing import Any

from generator.commands.command import FINE, PROBLEMS, USAGE, AddCommand
from generator.content.shown import shown
from generator.exports.download_list import FOLDER, add_to_list
from generator.exports.downloads import Done, make_downloads
from generator.exports.edition import PAPERS, Edition
from generator.exports.export import NotMadeError
from generator.exports.printing import SHELVES, print_jobs
from generator.exports.table import BOOK, FILES, PDFS
from generator.paper.chapters import part_names
from generator.paper.pdf import NoPdfError
from generator.paper.volumes import READERS_CUT, WORKBOOK, NoSuchPartError
from generator.site import examine, pipeline
from generator.site.compiled import KeptTemplates
from generator.site.generations import one_generation, seldom
from generator.site.lock import alone
from generator.site.own_folder import own_templates
from generator.site.own_print import print_styles
from generator.text.language import speaking
from generator.text.own_path import own, write_file

LAST_YEAR = 8999
LONGEST_TIME = 11  # digits of a second in a year that dates know
PAPER_OF = {paper.lower(): paper for paper in PAPERS}


def add_commands(command: AddCommand) -> None:
    """Add the commands to the parser."""
    pdf = command(
        "pdf", _pdf, f"Print into {pipeline.DOCS}/{FOLDER}: the book, one part, the pocket edition or the sheets."
    )
    parts = (*part_names(), WORKBOOK, READERS_CUT)
    pdf.add_argument("--only", choices=parts, metavar="PART", help=f"one part alone: {', '.join(parts)}")
    pdf.add_argument("--paper", choices=PAPER_OF, help="one paper alone (default: both)")
    for name, export in PDFS.items():
        if name != BOOK:
            pdf.add_argument(f"--{name}", action="store_true", help=export.help)
    pdf.add_argument("--out", metavar="DIR", help="another folder, below the project's")
    command("downloads", _downloads, "Make every download, and list them on their page.")
    other = command("export", _export, "Write the handbook in another form.")
    other.add_argument("form", choices=FILES, help="what to write")
    other.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the first day of each calendar")
    other.add_argument(
        "--time", type=clock.fromisoformat, metavar="HH:MM", help="when its days begin (default: all day)"
    )
    other.add_argument("--address", default="", metavar="URL", help="the site's, to which its events lead")
    other.add_argument("--out", default="build/exports", metavar="DIR", help="the folder (default: build/exports)")


def _day(typed: str) -> date:
    """Give the day that was typed, if a plan of any length ends within the calendar."""
    day = date.fromisoformat(typed)
    if day.year > LAST_YEAR:
        raise argparse.ArgumentTypeError(f"the day must be before {LAST_YEAR + 1}, found {typed}")
    return day


def edition_of(root: Path, **asked: Any) -> Edition:  # noqa: ANN401 - what a command may ask for
    """Give the edition of the project. Raises ContentError where its content has errors."""
    own = {room: own_templates(root, room) for room in ("pages", "print")}
    reads = examine.reads_of(root)
    content, templates = shown(examine.valid(root, kept=reads)), pipeline.templates_of(root)
    reads.keep()
    styles = print_styles(root, templates / "print", content.words.look)
    compiled = {room: KeptTemplates(root, room, content.language.code) for room in own}
    return Edition(
        content=content, templates=templates, own=own, styles=styles, compiled=compiled, time=_time(), **asked
    )


def _keep_compiled(edition: Edition) -> None:
    """Leave the templates, compiled, to whoever makes something of them next."""
    for compiled in edition.compiled.values():
        if isinstance(compiled, KeptTemplates):
            compiled.keep()


def make_all(root: Path) -> Done:
    """Make every download of the project, saying on stderr what is done and what is left out."""
    with one_generation():
        edition = edition_of(root)
    seldom(once=False)
    with speaking(edition.content.language), alone(root, "downloads"):
        done = make_downloads(edition, own(root, root / pipeline.DOCS / FOLDER).parent, _say)
    _keep_compiled(edition)
    for line in done.left_out:
        _say(line)
    return done


def _time() -> datetime:
    """Give the time of this edition: SOURCE_DATE_EPOCH where it is set, so that builds can be repeated, else now."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(
        int(given) if given.isdecimal() and len(given) <= LONGEST_TIME else int(time.time()), UTC
    )


def _pdf(root: Path, options: argparse.Namespace) -> int:
    papers = [PAPER_OF[options.paper]] if options.paper else PAPERS
    edition = edition_of(root, papers=papers, only=options.only or "")
    folder = own(root, root / (options.out or f"{pipeline.DOCS}/{FOLDER}"))
    wanted = next((name for name in PDFS if name != BOOK and getattr(options, name)), BOOK)
    try:
        with speaking(edition.content.language):
            made, fresh = print_jobs(
                list(PDFS[wanted].files(edition)),
                folder,
                edition.day,
                _say,
                shelves=(root / pipeline.DOCS).parent / SHELVES,
            )
    except NoPdfError as error:
        _say(str(error))
        return PROBLEMS
    except NoSuchPartError as error:
        _say(str(error))
        return USAGE
    if not options.out:
        add_to_list(folder, made)
    pages = sum(item.download.pages for item in made)
    _report(f"{len(made)} PDFs of {pages} pages in {folder}; {fresh} printed anew.")
    return FINE


def _downloads(root: Path, _: argparse.Namespace) -> int:
    done = make_all(root)
    _report(f"{len(done.downloads)} downloads in {root / pipeline.DOCS / FOLDER}; {done.fresh} made anew.")
    return FINE


def _export(root: Path, options: argparse.Namespace) -> int:
    edition, wanted = (
        edition_of(root, begins=options.date, at=options.time, address=options.address),
        FILES[options.form],
    )
    if wanted.dated and options.date is None:
        _say("handbook: --date must name the first day, as in --date 2027-03-01")
        return USAGE
    folder = own(root, root / options.out)
    try:
        with speaking(edition.content.language):
            files = {file.name: file.make() for file in wanted.files(edition)}
    except NotMadeError as error:
        _say(str(error))
        return PROBLEMS
    for name, made in files.items():
        write_file(folder / name, made)
        _report(f"{folder / name}: {max(1, len(made) // 1024)} kB")
    return FINE


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _report(line: str) -> None:
    sys.stdout.write(f"{line}\n")
