"""The handbook as EPUB 3: the chapters of the book, one file each, with a table of contents and links between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from uuid import NAMESPACE_URL, uuid5

from generator.content.content import Content
from generator.exports.archive import packed
from generator.exports.edition import Edition
from generator.exports.export import File
from generator.paper.chapters import Part, book_parts
from generator.paper.hypertext import ID, Print, resolve_links
from generator.text.language import _, current

MIMETYPE = "mimetype"
CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" '
    'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
NOT_XML = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)")


@dataclass(frozen=True, kw_only=True)
class EpubFile:
    """One file of the book: its name, its title, its HTML, and whether it opens a part."""

    name: str
    title: str
    html: str
    opens: bool


def files(edition: Edition) -> Iterator[File]:
    """Give the book as a file."""

    def make() -> bytes:
        style = edition.style("epub.css").read_text(encoding="utf-8")
        return epub(edition.content, edition.render, style, edition.day)

    yield File(name="handbook.epub", group="book", title=_("The whole handbook"), make=make)


def epub(content: Content, render: Print, style: str, edition: date) -> bytes:
    """Give the book as EPUB 3; `style` is its style sheet."""
    files = list(_epub_files(book_parts(content), render))
    homes = {found: file.name for file in files for found in ID.findall(file.html)}
    title = content.words.title
    members = [
        (MIMETYPE, b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER.encode()),
        ("EPUB/package.opf", _package(content, files, edition).encode()),
        ("EPUB/contents.xhtml", _document(title, _contents(files), 'id="contents"').encode()),
        ("EPUB/style.css", style.encode()),
    ]
    for file in files:
        body = resolve_links(file.html, homes)
        members.append((f"EPUB/{file.name}", _document(file.title, body).encode()))
    return packed(members, edition, stored=frozenset({MIMETYPE}))


def _epub_files(parts: Sequence[Part], render: Print) -> Iterator[EpubFile]:
    for part in parts:
        heading = f'<h1 class="part-title">{escape(part.title)}</h1>'
        yield EpubFile(name=f"part-{part.name}.xhtml", title=part.title, html=heading, opens=True)
        for at, chapter in enumerate(part.chapters, 1):
            html = _headings_up(chapter.html(render))
            yield EpubFile(name=f"{part.name}-{at:03d}.xhtml", title=chapter.title, html=html, opens=False)


def _headings_up(html: str) -> str:
    return re.sub(r"<(/?)h([2-4])\b", lambda found: f"<{found.group(1)}h{int(found.group(2)) - 1}", html)


def _document(title: str, body: str, attributes: str = "") -> str:
    given = f" {attributes}" if attributes else ""
    spoken = f'lang="{current().code}" xml:lang="{current().code}" dir="{current().direction}"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" {spoken}><head><meta charset="UTF-8"/>'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="style.css"/></head>\n<body{given}>\n'
        f"{NOT_XML.sub('&amp;', body)}\n</body></html>\n"
    )


def _contents(files: Sequence[EpubFile]) -> str:
    out = ['<nav epub:type="toc"><h1>' + escape(_("Contents")) + "</h1><ol>"]
    for at, file in enumerate(files):
        link = f'<a href="{file.name}">{escape(file.title)}</a>'
        if file.opens:
            out.append(("</ol></li>" if at else "") + f"<li>{link}<ol>")
        else:
            out.append(f"<li>{link}</li>")
    return "".join(out) + "</ol></li></ol></nav>"


def _pages_run() -> str:
    return ' page-progression-direction="rtl"' if current().direction == "rtl" else ""


def _package(content: Content, files: Sequence[EpubFile], edition: date) -> str:
    words = content.words
    items = [
        '<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
    ]
    spine = ['<itemref idref="contents"/>']
    for at, file in enumerate(files, 1):
        svg = ' properties="svg"' if "<svg" in file.html else ""
        items.append(f'<item id="leaf-{at}" href="{file.name}" media-type="application/xhtml+xml"{svg}/>')
        spine.append(f'<itemref idref="leaf-{at}"/>')
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="id" xml:lang="{current().code}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:uuid:{uuid5(NAMESPACE_URL, words.title)}</dc:identifier>'
        f"<dc:title>{escape(words.title)}</dc:title><dc:language>{current().code}</dc:language>"
        f"<dc:description>{escape(words.summary)}</dc:description><dc:date>{edition}</dc:date>"
        f'<meta property="dcterms:modified">{edition}T00:00:00Z</meta></metadata>\n'
        f"<manifest>{''.join(items)}</manifest>\n<spine{_pages_run()}>{''.join(spine)}</spine></package>\n"
    )
