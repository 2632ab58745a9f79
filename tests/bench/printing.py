"""How fast the handbook is printed, against Chromium printing the same HTML.

`make bench` runs it; `python -m tests.bench.printing stories` prints one part.
"""

import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from generator.paper.book import book_html
from generator.paper.hypertext import printer
from generator.site.pipeline import check, templates_of
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


def main(only: str = "") -> None:
    """Print the book, or one part of it, and say pages, seconds and memory of each run."""
    templates = templates_of(ROOT) / "print"
    content = check(ROOT).content
    html = book_html(content, printer(content, templates), paper="A4", edition=EDITION, only=only)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        changed = html.replace(f"<h4>{STORY_WORDS}</h4>", f"<h4>{STORY_WORDS}, changed</h4>", 1)
        for title, text in (("first run", html), ("one story changed", changed)):
            (folder / "book.html").write_text(text, encoding="utf-8")
            command = [sys.executable, "-c", PRINT_ONE, folder / "book.html", templates / "book.css"]
            command += [folder / "pieces", folder / "book.pdf"]
            said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()
            _line(f"WeasyPrint, {title}", int(said[0]), float(said[1]), f"{float(said[2]):.0f} MB")
        _in_chromium(folder, html, templates)


def _in_chromium(folder: Path, html: str, templates: Path) -> None:
    browser = chromium.find()
    if not browser:
        print(f"Chromium: {chromium.ADVICE}")
        return
    links = "".join(f'<link rel="stylesheet" href="file://{templates}/{css}">' for css in ("paper.css", "book.css"))
    (folder / "page.html").write_text(html.replace("</head>", f"{links}</head>"), encoding="utf-8")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--print-to-pdf={folder / 'chromium.pdf'}", f"file://{folder / 'page.html'}"]
    began = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.monotonic() - began
    pages = len(Paper((folder / "chromium.pdf").read_bytes()).reader.pages)
    _line("Chromium, the same HTML, without page numbers in the contents, notes or fields", pages, seconds, "")


def _line(title: str, pages: int, seconds: float, memory: str) -> None:
    print(f"{title}: {pages} pages, {seconds:.1f} s, {pages / seconds:.1f} pages a second {memory}".rstrip())


if __name__ == "__main__":
    main(*sys.argv[1:2])
