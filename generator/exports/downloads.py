"""The downloads: every file of the table that readers can take away, made where it is not made yet, and listed.

A file is made anew only when something that it depends on has changed: each stands in the list with a digest of that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.exports.download_list import FOLDER, Listed, bytes_of, keep_listed, kilobytes, made_here
from generator.exports.edition import Edition
from generator.exports.export import File, NotMadeError
from generator.exports.printing import SHELVES, print_jobs
from generator.exports.table import FILES, PDFS
from generator.pages.page import Download
from generator.paper import pdf
from generator.paper.stock import STOCK
from generator.text.own_path import write_file


@dataclass(frozen=True, kw_only=True)
class Done:
    """What came of it: the list of all downloads, how many files are new, and a line for each thing left out."""

    downloads: tuple[Download, ...]
    fresh: int
    left_out: tuple[str, ...]


def make_downloads(edition: Edition, docs: Path, say: pdf.Say) -> Done:
    """Make docs/downloads hold every download of this edition and nothing else, and give what came of it."""
    folder, shelves, left_out = docs / FOLDER, docs.parent / SHELVES, list[str]()
    STOCK.keep_on(shelves)
    written, fresh = _write_files(edition, folder, left_out)
    printed: list[Listed] = []
    try:
        pdf.weasyprint()
        jobs = [job for export in PDFS.values() for job in export.files(edition)]
        printed, new = print_jobs(jobs, folder, edition.day, say, shelves=shelves)
        fresh += new
    except pdf.NoPdfError as error:
        left_out.append(str(error))
    items = [*printed, *written]
    keep_listed(folder, items)
    return Done(downloads=tuple(item.download for item in items), fresh=fresh, left_out=tuple(left_out))


def _write_files(edition: Edition, folder: Path, left_out: list[str]) -> tuple[list[Listed], int]:
    """Give every file that is not printed, and how many are new; what cannot be made is said in `left_out`."""
    known, items, fresh = {item.download.file: item for item in made_here(folder)}, list[Listed](), 0
    for file, data in _made(edition, left_out):
        digest, path = bytes_of(data), folder / file.name
        if not (file.name in known and known[file.name].digest == digest):
            write_file(path, data)
            fresh += 1
        items.append(_listed(file, data, digest, edition.day))
    return items, fresh


def _listed(file: File, data: bytes, digest: str, day: date) -> Listed:
    download = Download(
        file=file.name,
        group=file.group,
        title=file.title,
        kilobytes=kilobytes(data),
        pages=0,
        date=day.isoformat(),
        paper=file.part,
    )
    return Listed(download=download, digest=digest, bytes=bytes_of(data))


def _made(edition: Edition, left_out: list[str]) -> Iterator[tuple[File, bytes]]:
    downloads = (file for export in FILES.values() for file in export.files(edition) if file.group)
    for file in downloads:
        try:
            data = file.make()
        except NotMadeError as error:
            left_out.append(str(error))
        else:
            yield file, data
