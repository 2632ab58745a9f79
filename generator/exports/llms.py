"""The handbook for tools that read text: llms.txt, a list of the pages, and all that they say, in parts.

The list has the form of llmstxt.org: it leads to each page as Markdown, which stands beside its HTML.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urljoin

from generator.content.collection import grouped
from generator.content.content import Content
from generator.exports.edition import Edition
from generator.exports.export import File
from generator.exports.kept_readable import KeptReadable
from generator.exports.readable import readable
from generator.pages.page import Download, Page
from generator.text.language import _
from generator.text.typography import typeset

START = "start"  # where pages stand that are in no folder
MOST_TOKENS = 100_000  # of a part, so that an assistant can take it whole
BYTES_A_TOKEN = 4  # of UTF-8; this handbook has 4.5 to a token of o200k_base, so a part is smaller than it is reckoned
MOST_BYTES = MOST_TOKENS * BYTES_A_TOKEN
SPECIAL = re.compile(r"[\\`*_\[\]<>]")
PARAGRAPHS = re.compile(r"(?<=\n\n)(?=\S)")


def files(edition: Edition) -> Iterator[File]:
    """Give the list, which is no download since the site has one of its own, and the whole text, in parts."""
    yield File(name="llms.txt", make=lambda: llms_txt(edition.content, edition.pages).encode())
    kept = KeptReadable()
    parts = llms_parts(edition.content, edition.pages, say=kept.of)
    kept.keep()
    for at, part in enumerate(parts, 1):
        yield File(
            name=f"llms-full-{at}.txt",
            group="data",
            title=_("All pages as Markdown text"),
            part=_("Part {n}", n=at) if len(parts) > 1 else "",
            make=part.encode,
        )


def llms_txt(content: Content, pages: Sequence[Page], downloads: Sequence[Download] = (), site_url: str = "") -> str:
    """Give the list: title, summary, a link and a description for each page, then the files, which may be left out.

    The addresses are whole where the site has one, else they are paths.
    """
    base = _base(site_url)
    out = [f"# {_typed(content.words.title)}", "", f"> {_typed(content.words.summary)}"]
    for name, members in _by_folder(pages):
        first = next((page.spec.title for page in members if page.path == f"{name}/index.md"), "")
        named = _("Start") if name == START else name.replace("-", " ").capitalize()
        out += ["", f"## {_typed(first or named)}", ""]
        out += [_line(page.spec.title, base + page.path, page.spec.description) for page in members]
    if listed := [d for d in downloads if d.group == "data"]:
        out += ["", "## Optional", ""]  # the convention's own word for what a short context does without
        out += [_line(_called(download), f"{base}downloads/{download.file}") for download in listed]
    return "\n".join(out) + "\n"


def _called(download: Download) -> str:
    return f"{download.title} ({download.paper})" if download.paper else download.title


def page_as_markdown(text: str, path: str, site_url: str = "") -> str:
    """Give the page at the path as Markdown; its links lead to other pages as Markdown."""
    here = _base(site_url) + path
    return readable(text, (lambda target: urljoin(here, target)) if site_url else (lambda target: target)) + "\n"


def llms_parts(
    content: Content, pages: Sequence[Page], most: int = MOST_BYTES, *, say: Callable[[str], str] = readable
) -> list[str]:
    """Give all pages as Markdown texts of at most so many bytes, in reading order, each page under its path."""
    head = f"# {_typed(content.words.title)}\n\n> {_typed(content.words.summary)}\n\n"
    room = most - len(head.encode())
    parts: list[list[str]] = [[]]
    taken = 0
    for piece in (piece for page in pages if not page.spec.moved for piece in _pieces(page, room, say)):
        size = len(piece.encode())
        if taken + size > room:
            parts.append([])
            taken = 0
        parts[-1].append(piece)
        taken += size
    return [head + "".join(part).rstrip() + "\n" for part in parts]


def _pieces(page: Page, room: int, say: Callable[[str], str]) -> Iterator[str]:
    """Give the page, or where it alone is too much, its paragraphs."""
    whole = f"<!-- {page.path} -->\n\n{say(page.text)}\n\n"
    yield from [whole] if len(whole.encode()) <= room else PARAGRAPHS.split(whole)


def _by_folder(pages: Sequence[Page]) -> list[tuple[str, list[Page]]]:
    """Give the pages of each folder, the folders in the order in which their own pages come."""
    folders = grouped(
        (page.path.rpartition("/")[0].split("/")[0] or START, page) for page in pages if not page.spec.moved
    )
    places = {page.path: at for at, page in enumerate(pages)}
    return sorted(folders.items(), key=lambda found: places.get(f"{found[0]}/index.md", -1))


def _line(title: str, address: str, says: str = "") -> str:
    return f"- [{_typed(title)}]({address})" + (f": {_typed(says)}" if says else "")


def _typed(text: str) -> str:
    """Give the text on one line so that Markdown shows it as it was typed."""
    return SPECIAL.sub(r"\\\g<0>", typeset(" ".join(text.split())))


def _base(site_url: str) -> str:
    return site_url.rstrip("/") + "/" if site_url else ""
