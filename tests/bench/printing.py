"""How fast the book is printed, against Chromium printing the same HTML."""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.paper.book import book_html
from generator.paper.hypertext import printer
from generator.site.pipeline import check, templates_of
from tests.bench.ground import Ground
from tests.bench.table import Claim
from tests.readers.pdf import Paper
from tests.tools import chromium

ROOT = Path(__file__).resolve().parents[2]
EDITION = date(2026, 1, 1)
STORY_WORDS = "Learnings"
PRINT_ONE = """
import resource, sys, time
from pathlib import Path
from generator.paper import binding
html, style, shelves, out = Path(sys.argv[1]).read_text(), *map(Path, sys.argv[2:])
began = time.monotonic()
printed = binding.bound(html, binding.Shelf(shelves, "book", style))
seconds = time.monotonic() - began
out.write_bytes(printed.data)
print(printed.pages, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def claims(ground: Ground) -> Iterator[Claim]:
    """Give pages a second, seconds and memory of the book, of the book with a story changed, and of Chromium."""
    templates = templates_of(ROOT) / "print"
    content = check(ROOT).content
    html = book_html(content, printer(content, templates), edition=EDITION, only="")
    folder = ground.folder
    changed = html.replace(f"<h4>{STORY_WORDS}</h4>", f"<h4>{STORY_WORDS}, changed</h4>", 1)
    for title, text in (("first run", html), ("one story changed", changed)):
        (folder / "book.html").write_text(text, encoding="utf-8")
        command: list[str | Path] = [sys.executable, "-c", PRINT_ONE, folder / "book.html", templates / "book.css"]
        command += [folder / "pieces", folder / "book.pdf"]
        said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()
        pages, seconds, memory = map(float, said)
        yield from _told(f"WeasyPrint, {title}", pages, seconds)
        yield Claim(what=f"WeasyPrint, {title}, memory", runs=(memory,), unit="MB")
    yield from _in_chromium(folder, html, templates)


def _in_chromium(folder: Path, html: str, templates: Path) -> Iterator[Claim]:
    title = "Chromium, without page numbers in the contents, notes or fields"
    browser = chromium.find()
    if not browser:
        yield Claim(what=title, why=chromium.ADVICE)
        return
    links = "".join(f'<link rel="stylesheet" href="file://{templates}/{css}">' for css in ("paper.css", "book.css"))
    (folder / "page.html").write_text(html.replace("</head>", f"{links}</head>"), encoding="utf-8")
    command: list[str | Path] = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--print-to-pdf={folder / 'chromium.pdf'}", f"file://{folder / 'page.html'}"]
    began = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.monotonic() - began
    pages = len(Paper((folder / "chromium.pdf").read_bytes()).reader.pages)
    yield from _told(title, pages, seconds)


def _told(title: str, pages: float, seconds: float) -> Iterator[Claim]:
    yield Claim(what=f"{title}, {pages:.0f} pages", runs=(seconds,), unit="s")
    yield Claim(what=f"{title}, pages a second", runs=(pages / seconds,))
