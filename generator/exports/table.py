"""The table of exports, in the order of the list of downloads. `handbook downloads` loops over all of it.

`handbook pdf` prints what stands in PDFS, each but the book by an option of its name; `handbook export` writes what
stands in FILES. Another export is a module beside this one and its line here.
"""

from collections.abc import Iterator
from itertools import chain

from generator.exports import anki, bank, data, epub, ics, llms, pdfs
from generator.exports.edition import Edition
from generator.exports.export import Export, File
from generator.exports.pdfs import PrintJob

BOOK = "book"
PDFS: dict[str, Export[PrintJob]] = {
    BOOK: Export(files=pdfs.book_jobs),
    "pocket": Export(files=pdfs.pocket_jobs, help="the pocket edition: one page for each competency"),
    "sheets": Export(files=pdfs.sheet_jobs, help="every sheet by itself, and all in one file"),
}


def _json(edition: Edition) -> Iterator[File]:
    return chain(data.files(edition), bank.json_files(edition))


FILES: dict[str, Export[File]] = {
    "anki": Export(files=anki.files),
    "epub": Export(files=epub.files),
    "calendar": Export(files=ics.files, dated=True),
    "json": Export(files=_json),
    "csv": Export(files=bank.csv_files),
    "markdown": Export(files=bank.markdown_files),
    "llms": Export(files=llms.files),
}
