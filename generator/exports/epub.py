"""The handbook as EPUB 3: the chapters of the book, one file each, with a table of contents and links between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from uuid import NAMESPACE_URL, uuid5

from generator.content.content import Content
from generator.exports.archive import packed
from generator.exports.cover import cover
from generator.exports.edition import Edition
from generator.exports.export import File
from generator.paper.chapters import Part, book_parts
from generator.paper.hypertext import ID, Print, resolve_links
from generator.text.language import _, current
from generator.text.typography import typeset

MIMETYPE = "mimetype"
CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" '
    'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
NOTES_FIRST = re.compile(
    r'((?:<aside class="note [^>]*>(?:(?!</aside>).)*</aside>\s*)+)'
    r"(<p>(?:(?!</p>).)*</p>|<([uo]l)>(?:(?!</\3>).)*</\3>)",
    re.DOTALL,
)
NOTE_BACK = re.compile(r'(<aside class="note [^>]*)(>(?:(?!</aside>|<a ).)*)<a (href="#[^"]+-sign")>([^<]*)', re.DOTALL)
FIELD_TITLE = re.compile(r'(<(?:input|textarea)\b[^>]*?) title="([^"]*)"')
PICTURE = re.compile(r"<(?:svg|img)\b")
PICTURE_IN_WORDS = re.compile(r'<svg\b[^>]*>\s*<title>[^<]*\w[^<]*</title>|<img\b[^>]*\balt="[^"]*\w[^"]*"')
IN_WORDS = "alternativeText"  # claimed where it holds of every picture
ACCESS = {  # what holds of every book: words in order, no picture without its words beside it, nothing that flickers
    "accessMode": ("textual", "visual"),
    "accessModeSufficient": ("textual",),
    "accessibilityFeature": (
        "ARIA",
        "displayTransformability",
        "readingOrder",
        "structuralNavigation",
        "tableOfContents",
    ),
    "accessibilityHazard": ("none",),
}
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
        words, fonts = edition.content.words, edition.templates / "print/fonts"
        front = cover(typeset(words.title), typeset(words.summary), str(edition.day), fonts)
        return epub(edition.content, edition.render, style, edition.day, front, parts=edition.parts)

    yield File(name="handbook.epub", group="book", title=_("The whole handbook"), make=make)


def epub(  # noqa: PLR0913 - what it is made of
    content: Content, render: Print, style: str, edition: date, front: bytes = b"", *, parts: Sequence[Part] = ()
) -> bytes:
    """Give the book as EPUB 3; `style` is its style sheet, `front` the PNG of its cover, which may be wanting."""
    files = list(_epub_files(parts or book_parts(content), render))
    homes = {found: file.name for file in files for found in ID.findall(file.html)}
    title = content.words.title
    members = [
        (MIMETYPE, b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER.encode()),
        ("EPUB/package.opf", _package(content, files, edition, covered=bool(front)).encode()),
        ("EPUB/contents.xhtml", _document(title, _contents(files, covered=bool(front)), 'id="contents"').encode()),
        ("EPUB/style.css", style.encode()),
    ]
    if front:
        image = f'<img class="cover" src="cover.png" alt="{escape(_shown_on_cover(content))}" role="doc-cover"/>'
        members.append(("EPUB/cover.xhtml", _document(title, image, 'epub:type="cover"').encode()))
        members.append(("EPUB/cover.png", front))
    for file in files:
        body = resolve_links(file.html, homes)
        members.append((f"EPUB/{file.name}", _document(file.title, body).encode()))
    return packed(members, edition, stored=frozenset({MIMETYPE}))


def _shown_on_cover(content: Content) -> str:
    return typeset(f"{content.words.title}. {content.words.summary}")


def _epub_files(parts: Sequence[Part], render: Print) -> Iterator[EpubFile]:
    for part in parts:
        heading = f'<h1 class="part-title">{escape(part.title)}</h1>'
        yield EpubFile(name=f"part-{part.name}.xhtml", title=part.title, html=heading, opens=True)
        for at, chapter in enumerate(part.chapters, 1):
            html = _fields_named(_notes_after(_headings_up(chapter.html(render))))
            yield EpubFile(name=f"{part.name}-{at:03d}.xhtml", title=chapter.title, html=html, opens=False)


def _headings_up(html: str) -> str:
    return re.sub(r"<(/?)h([2-4])\b", lambda found: f"<{found.group(1)}h{int(found.group(2)) - 1}", html)


def _notes_after(html: str) -> str:
    """Give the HTML with each note after the paragraph that its sign stands in, and both leading to one another."""
    html = NOTES_FIRST.sub(r"\2\1", html)
    html = html.replace(
        '<sup class="note-sign"><a ', '<sup class="note-sign"><a epub:type="noteref" role="doc-noteref" '
    )
    return NOTE_BACK.sub(
        rf'\1 role="doc-footnote"\2<a role="doc-backlink" aria-label="{_("Back to the words")}, \4" \3>\4', html
    )


def _fields_named(html: str) -> str:
    """Give the HTML with fields labelled by what their title says, and no header without words."""
    html = FIELD_TITLE.sub(r'\1 aria-label="\2"', html)
    return html.replace('<th scope="col"></th>', "<td></td>")


def _document(title: str, body: str, attributes: str = "") -> str:
    given = f" {attributes}" if attributes else ""
    spoken = f'lang="{current().code}" xml:lang="{current().code}" dir="{current().direction}"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" {spoken}><head><meta charset="UTF-8"/>'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="style.css"/></head>\n<body{given}>\n'
        f"{NOT_XML.sub('&amp;', body)}\n</body></html>\n"
    )


def _contents(files: Sequence[EpubFile], *, covered: bool) -> str:
    out = ['<nav epub:type="toc" role="doc-toc"><h1>' + escape(_("Contents")) + "</h1><ol>"]
    for at, file in enumerate(files):
        link = f'<a href="{file.name}">{escape(file.title)}</a>'
        if file.opens:
            out.append(("</ol></li>" if at else "") + f"<li>{link}<ol>")
        else:
            out.append(f"<li>{link}</li>")
    marks = [("cover", "cover.xhtml", _("Cover"))] if covered else []
    marks += [("toc", "contents.xhtml#contents", _("Contents")), ("bodymatter", files[0].name, files[0].title)]
    places = "".join(f'<li><a epub:type="{kind}" href="{at}">{escape(title)}</a></li>' for kind, at, title in marks)
    return (
        "".join(out) + '</ol></li></ol></nav>\n<nav epub:type="landmarks" hidden="hidden"><h2>'
        f"{escape(_('Where things are'))}</h2><ol>{places}</ol></nav>"
    )


def _pages_run() -> str:
    return ' page-progression-direction="rtl"' if current().direction == "rtl" else ""


def _author(content: Content) -> str:
    named = dict.fromkeys(
        story.record.contributor.name for story in content.stories.ordered if story.record.contributor
    )
    return ", ".join(named) or _("The contributors of {title}", title=content.words.title)


def _access(files: Sequence[EpubFile]) -> str:
    facts = [(name, value) for name, values in ACCESS.items() for value in values]
    if all(len(PICTURE.findall(file.html)) == len(PICTURE_IN_WORDS.findall(file.html)) for file in files):
        facts.append(("accessibilityFeature", IN_WORDS))
    facts.append(
        ("accessibilitySummary", _("Text with headings, links and notes; what a drawing shows is said in words."))
    )
    return "".join(f'<meta property="schema:{name}">{escape(value)}</meta>' for name, value in facts)


def _package(content: Content, files: Sequence[EpubFile], edition: date, *, covered: bool) -> str:
    words = content.words
    items = [
        '<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
    ]
    spine = ['<itemref idref="contents"/>']
    if covered:
        items.append('<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>')
        items.append('<item id="front" href="cover.png" media-type="image/png" properties="cover-image"/>')
        spine.insert(0, '<itemref idref="cover"/>')
    for at, file in enumerate(files, 1):
        svg = ' properties="svg"' if "<svg" in file.html else ""
        items.append(f'<item id="leaf-{at}" href="{file.name}" media-type="application/xhtml+xml"{svg}/>')
        spine.append(f'<itemref idref="leaf-{at}"/>')
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="id" xml:lang="{current().code}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:uuid:{uuid5(NAMESPACE_URL, words.title)}</dc:identifier>'
        f"<dc:title>{escape(words.title)}</dc:title><dc:language>{current().code}</dc:language>"
        f"<dc:creator>{escape(_author(content))}</dc:creator>"
        f"<dc:description>{escape(words.summary)}</dc:description><dc:date>{edition}</dc:date>"
        f'<meta property="dcterms:modified">{edition}T00:00:00Z</meta>{_access(files)}</metadata>\n'
        f"<manifest>{''.join(items)}</manifest>\n<spine{_pages_run()}>{''.join(spine)}</spine></package>\n"
    )
