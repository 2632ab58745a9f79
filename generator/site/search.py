"""The search index: the sections of every page, light enough for a phone.

Written in the form that the theme's search reads, from HTML that the wall has let through, which is well formed: so a
pattern can read it, in a fifth of the time that the theme's own parser takes for the same sections. Above `MOST`
bytes, as sent with gzip, each section keeps only its beginning, which says what it is about; in a large handbook each
page is one section, with the beginning of all that it says.
"""

import json
import re
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

MOST = 300_000  # bytes with gzip; more takes a slow phone seconds to fetch and to read
OF_SECTIONS = (1_200, 1_000, 850, 700, 600, 500, 420, 350, 290, 240, 190, 150)  # characters
OF_PAGES = (4_000, 3_300, 2_700, 2_200, 1_800, 1_500, 1_200, 1_000, 800, 600, 450, 300, 200, 120, 60, 0)
SAMPLE = 4_000  # sections to weigh when there are many more
SAFE = 0.97  # a sample may weigh a little less than the whole
TOKEN = re.compile(r'<(/?)([a-z][a-z0-9-]*)((?:[^>"]|"[^"]*")*)>|([^<]+)')
IDENTITY = re.compile(r'\sid="([^"]*)"')
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
INLINE = frozenset({"a", "abbr", "code", "em", "mark", "small", "span", "strong", "sub", "sup"})
VOID = frozenset({"br", "col", "hr", "input", "wbr"})
EXCLUDED = "data-search-exclude"
Doc = dict[str, Any]


@dataclass(eq=False)
class Section:
    """What stands below a heading, and how deep in the page the heading stands."""

    identity: str = ""
    depth: float = 0
    excluded: bool = False
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def sections(html: str, url: str, title: str) -> list[Doc]:
    """Give the page's sections as the theme's search wants them: where, title, text as HTML without elements.

    A section begins at a heading with an id and ends at the next, or with the element that holds the heading. What is
    marked `data-search-exclude` is left out; on a heading, with all that follows it.
    """
    reader = _Reader()
    for ends, tag, attributes, text in TOKEN.findall(html):
        if text:
            reader.text(text)
        elif ends:
            reader.end(tag)
        else:
            reader.start(tag, attributes)
    return [
        {
            "location": f"{url}#{section.identity}" if section.identity else url,
            "title": _said(section.title) or title,
            "text": _said(section.text),
        }
        for section in reader.found or [reader.section]
        if not section.excluded and (reader.found or section.text)
    ]


class _Reader:
    """Goes through a page, element by element, and finds its sections."""

    def __init__(self) -> None:
        self.found: list[Section] = []
        self.section = Section()
        self._context: list[str] = []
        self._heading = 0  # how deep the heading stands that is being read
        self._skipped = 0  # how deep the element stands that is left out

    def text(self, text: str) -> None:
        if not self._skipped:
            (self.section.title if self._heading else self.section.text).append(text)

    def start(self, tag: str, attributes: str) -> None:
        self._part(tag)
        if tag in VOID:
            return
        self._context.append(tag)
        if self._skipped:
            return
        if tag in HEADINGS and (identity := IDENTITY.search(attributes)):
            if tag != "h1" and not self.found:
                self.found.append(self.section)
            name = identity[1] if self.found else ""
            self.section = Section(name, len(self._context), EXCLUDED in attributes)
            self.found.append(self.section)
            self._heading = len(self._context)
        elif EXCLUDED in attributes:
            self._skipped = len(self._context)

    def end(self, tag: str) -> None:
        self._part(tag)
        if not self._context or self._context[-1] != tag:
            return
        depth = len(self._context)
        if self.section.depth > depth:
            self.section.depth = float("inf")  # the element that held its heading ends
            self.section = next(section for section in reversed(self.found) if section.depth <= depth)
        self._heading = 0 if self._heading == depth else self._heading
        self._skipped = 0 if self._skipped == depth else self._skipped
        self._context.pop()

    def _part(self, tag: str) -> None:
        if tag not in INLINE:
            self.text(" ")


def _said(parts: Iterable[str]) -> str:
    return " ".join("".join(parts).replace("&nbsp;", " ").split())


def index_of(config: str, docs: Sequence[Doc]) -> str:
    """Give the index that holds these sections, with the settings of the one that the theme wrote."""
    return json.dumps({**json.loads(config), "docs": docs}, ensure_ascii=False, separators=(",", ":"))


def trim_index(docs: Sequence[Doc], most: int = MOST) -> Sequence[Doc]:
    """Give the sections with as much of each as fits into `most` bytes with gzip, or the pages where none would fit."""
    if _weight(docs, max(map(len, (doc["text"] for doc in docs)), default=0)) <= most:
        return docs
    pages = _pages(docs)
    for kept, lengths in ((docs, OF_SECTIONS), (pages, OF_PAGES)):
        light = bisect_left(lengths, -most * SAFE, key=lambda length, kept=kept: -_weight(kept, length))
        if light < len(lengths):
            return _cut(kept, lengths[light])
    return _cut(pages, 0)


def _pages(docs: Sequence[Doc]) -> list[Doc]:
    """Give one section for each page, which says what all its sections say."""
    pages: dict[str, Doc] = {}
    for doc in docs:
        page = pages.setdefault(doc["location"].partition("#")[0], {**doc, "text": []})
        page["location"] = doc["location"].partition("#")[0]
        page["text"] += [doc["text"]] if page["title"] == doc["title"] else [doc["title"], doc["text"]]
    return [{**page, "text": " ".join(filter(None, page["text"]))} for page in pages.values()]


def _weight(docs: Sequence[Doc], length: int) -> float:
    """Give about how many bytes the index has, as sent, with so many characters of each text."""
    share = docs[:: max(len(docs) // SAMPLE, 1)]
    data = json.dumps(_cut(share, length), ensure_ascii=False, separators=(",", ":")).encode()
    return len(zlib.compress(data, 6)) * len(docs) / max(len(share), 1)


def _cut(docs: Iterable[Doc], length: int) -> list[Doc]:
    return [{**doc, "text": _beginning(doc["text"], length)} for doc in docs]


def _beginning(text: str, length: int) -> str:
    """Give the text, or so much of it that no word, and so no entity, is cut."""
    return text if len(text) <= length else text[: text.rfind(" ", 0, length + 1) + 1].rstrip()
