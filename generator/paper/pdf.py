"""HTML into PDF with WeasyPrint, which is asked for only when something is printed: Pango may not be there."""

import contextlib
import hashlib
import io
import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.paper.columns import balanced_at_once
from generator.paper.common_page import put_on_paper
from generator.paper.member import Member
from generator.paper.numbering import Numbers, numbered
from generator.paper.packing import pack_once, packed_fast
from generator.paper.parsed import parsed
from generator.paper.stock import STOCK, fetcher

ADVICE = (
    "PDFs are left out: WeasyPrint must find Pango. Install it with `apt install libpango-1.0-0 libpangoft2-1.0-0` "
    "(Debian, Ubuntu), `brew install pango` (macOS) or MSYS2's `pacman -S mingw-w64-x86_64-pango` (Windows)."
)
NO_WEASYPRINT = (
    "PDFs are left out: the Python packages for print must be there. Install them with `pip install -e .[pdf]`."
)

VERSION = "1.7"
TAGGED = {"pdf_variant": "pdf/ua-1", "pdf_version": VERSION, "pdf_tags": True, "pdf_forms": True}
PAGE_LABELS = "<< /Nums [ 0 << /S /D >> ] >>"  # a viewer's box for the page says what stands on the page

SHAPING = (
    "booklet column_height columns common_page drawing fields filling joining leading "
    "making objects packing parsed piece setting tags"
)
REFERENCE = re.compile(rb"\((?:\\.|[^\\()])*\)|(\d+) 0 R|/StructParent(s?) (\d+)", re.DOTALL)

Say = Callable[[str], None]


class NoPdfError(Exception):
    """Raised where this machine cannot print; the message is one line that says what to install."""


@dataclass(frozen=True, kw_only=True)
class Printed:
    """A PDF, the number of its pages, and the page of each id in it."""

    data: bytes
    pages: int
    numbers: Mapping[str, int]


@cache
def weasyprint() -> Any:  # noqa: ANN401 - the library, where it is
    """Give WeasyPrint. Raises NoPdfError where it, or Pango, is missing."""
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            import weasyprint as library  # noqa: PLC0415 - optional
    except ImportError:
        raise NoPdfError(NO_WEASYPRINT) from None
    except OSError:
        raise NoPdfError(ADVICE) from None
    return library


def make_pdf(html: str, style: Path, *, say: Say | None = None) -> Printed:
    """Give the HTML as a tagged PDF with its form fields, set by the style sheet.

    Every link into the document carries the number of the page it leads to as `data-page`.
    """
    with _progress_to(say):
        document, settled = _settled(html, style)
        found = settled.found
        del settled  # all boxes from before the layout, half of the memory
        return _printed(document, found)


def make_set(
    html: str, style: Path, members: Sequence[Member], papers: Sequence[str] = ("",), *, say: Say | None = None
) -> Iterator[Printed]:
    """Give the PDF of each member that is wanted, and then of all of them, on each paper: they are laid out once.

    The members follow one another in this order to the end, each on pages of its own.
    """
    from generator.paper.excerpt import excerpts  # noqa: PLC0415 - it needs what WeasyPrint brings along

    with _progress_to(say):
        document, found = _settled(html, style)
        for member, alone in zip(members, excerpts(document, found, members), strict=True):
            if member.wanted:
                yield from _printed_on(alone(), {}, papers)
        yield from _printed_on(document, found.found, papers)


def _settled(html: str, style: Path) -> tuple[Any, Numbers]:
    found = Numbers()
    with found.settled():
        return laid_out(numbered(html), style), found


def _printed(document: Any, numbers: Mapping[str, int]) -> Printed:  # noqa: ANN401 - WeasyPrint's document
    (one,) = _printed_on(document, numbers, ("",))
    return one


def _printed_on(document: Any, numbers: Mapping[str, int], papers: Sequence[str]) -> Iterator[Printed]:  # noqa: ANN401
    """Give the document on each paper: it is drawn once."""
    others: list[bytes] = []

    def finished(document: Any, pdf: Any) -> None:  # noqa: ANN401
        finish(document, pdf)
        if len(papers) > 1:
            pack_once(pdf)
        for paper in papers[1:]:
            put_on_paper(pdf, paper)
            others.append(written(pdf))
        if papers[0]:
            put_on_paper(pdf, papers[0])

    with pages_listed_once(), packed_fast():
        first = document.write_pdf(finisher=finished, **TAGGED)
    for data in (first, *others):
        yield Printed(data=data, pages=len(document.pages), numbers=numbers)


def written(pdf: Any) -> bytes:  # noqa: ANN401 - pydyf's file
    """Give the file as WeasyPrint would write it, and leave it as if it had not been written."""
    before, out = len(pdf.objects), io.BytesIO()
    pdf.write(out, VERSION, compress=True)
    del pdf.objects[before:]
    pdf.current_position = 0
    return out.getvalue()


def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint's document, pydyf's file
    """Mend what WeasyPrint leaves undone of a file that it made of the document."""
    from generator.paper.fields import fillable  # noqa: PLC0415 - they need what WeasyPrint brings along
    from generator.paper.tags import tagged  # noqa: PLC0415

    fillable(document, pdf)
    tagged(document, pdf)
    pdf.catalog["PageLabels"] = PAGE_LABELS


@contextlib.contextmanager
def pages_listed_once() -> Iterator[None]:
    """Let pydyf list the pages of a file once: it is asked for the list with every tag."""
    import pydyf  # noqa: PLC0415 - optional

    original = pydyf.PDF.page_references
    known: dict[str, Any] = {}

    def listed(file: Any) -> Any:  # noqa: ANN401 - pydyf's file, and what it gives
        of = file, len(file.pages["Kids"])
        if known.get("of") != of:
            known.update(of=of, pages=original.fget(file))
        return known["pages"]

    pydyf.PDF.page_references = property(listed)
    try:
        yield
    finally:
        pydyf.PDF.page_references = original


def page_count(html: str, style: Path, name: str = "") -> int:
    """Give how many pages the HTML fills, without writing them; under its name it is known the next time."""

    def counted() -> bytes:
        return b"%d" % len(laid_out(html, style).pages)

    return int(STOCK.kept(f"{name}.pages", fingerprint(html, style).encode(), counted) if name else counted())


def fingerprint(html: str, style: Path) -> str:
    """Give a digest of all that a PDF depends on: the HTML, the style sheets, the fonts and the library's version."""
    return hashlib.sha256(_ways(style) + html.encode()).hexdigest()


@cache
def _ways(style: Path) -> bytes:
    """Give a digest of how things are set: read once, as a book asks for it with each of its pieces."""
    digest = hashlib.sha256(weasyprint().__version__.encode())
    for path in (style, *_beside(style)):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.digest()


def _beside(style: Path) -> list[Path]:
    code = [Path(__file__).with_name(f"{name}.py") for name in SHAPING.split()]
    return [style.parent / "paper.css", style.parent / "fields.css", *sorted(style.parent.glob("fonts/*.woff2")), *code]


def laid_out(html: str, style: Path) -> Any:  # noqa: ANN401 - WeasyPrint's document
    """Give the document, its pages laid out."""
    fonts, sheets = _styles(style)
    page = parsed(weasyprint(), html, f"{style.parent.resolve()}/", fetcher())
    with balanced_at_once():
        return page.render(stylesheets=sheets, font_config=fonts, **TAGGED)


@cache
def _styles(style: Path) -> tuple[Any, list[Any]]:
    """Read the fonts once for all documents of this process: that takes longer than setting a sheet."""
    library = weasyprint()
    fonts = library.text.fonts.FontConfiguration()
    paths = (style.parent / "paper.css", style)
    return fonts, [library.CSS(filename=path, font_config=fonts, url_fetcher=fetcher()) for path in paths]


@contextlib.contextmanager
def _progress_to(say: Say | None) -> Iterator[None]:
    """Hand WeasyPrint's words on its progress to `say`."""
    if say is None:
        yield
        return

    logger, handler = logging.getLogger("weasyprint.progress"), _ProgressHandler(say)
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


class _ProgressHandler(logging.Handler):
    def __init__(self, say: Say) -> None:
        super().__init__()
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        self._say(record.getMessage().rpartition(" - ")[2])
