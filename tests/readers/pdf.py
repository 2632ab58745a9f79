"""What a reader of a PDF finds in it: words, outline, links with where they lead, and form fields."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdf

from tests.readers.words import straight

SPACES = re.compile(r"\s+")


def squeezed(text: str) -> str:
    """Give the text without any blanks, which PDFs place as they like, its quotes as a keyboard has them."""
    return SPACES.sub("", straight(text))


@dataclass(frozen=True)
class Paper:
    """A PDF, opened."""

    data: bytes

    @cached_property
    def reader(self) -> pypdf.PdfReader:
        """The PDF as pypdf reads it."""
        return pypdf.PdfReader(io.BytesIO(self.data))

    @cached_property
    def words(self) -> list[str]:
        """The words of each page, with the blanks between them."""
        return [page.extract_text() for page in self.reader.pages]

    @cached_property
    def texts(self) -> list[str]:
        """The words of each page, without blanks."""
        return [squeezed(words) for words in self.words]

    @cached_property
    def whole(self) -> str:
        """The words of all pages."""
        return "".join(self.texts)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the pages, in points."""
        box = self.reader.pages[0].mediabox
        return round(box.width), round(box.height)

    @property
    def root(self) -> Any:
        """The catalogue."""
        return self.reader.trailer["/Root"].get_object()

    def outline(self) -> list[tuple[int, str, int]]:
        """Give depth, title and page (from 1) of each bookmark."""
        return list(self._bookmarks(self.reader.outline, 0))

    def _bookmarks(self, items: list[Any], depth: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from self._bookmarks(item, depth + 1)
            else:
                yield depth, str(item.title), (self.reader.get_destination_page_number(item) or 0) + 1

    def names(self) -> dict[str, int]:
        """Give the page (from 1) of each named place."""
        return {
            name: (self.reader.get_destination_page_number(place) or 0) + 1
            for name, place in self.reader.named_destinations.items()
        }

    def links(self) -> tuple[list[str], list[str]]:
        """Give the names of the places and the web addresses that links lead to."""
        inside, outside = [], []
        for page in self.reader.pages:
            for note in page.get("/Annots", ()):
                link = note.get_object()
                if "/Dest" in link:
                    inside.append(str(link["/Dest"]))
                elif "/A" in link:
                    outside.append(str(link["/A"].get_object()["/URI"]))
        return inside, outside

    def fields(self) -> list[tuple[str, str, str]]:
        """Give name, tooltip and type of each field; a choice is one, however many buttons it has."""
        found: dict[int, tuple[str, str, str]] = {}
        for page in self.reader.pages:
            for note in page.get("/Annots", ()):
                field = note.get_object()
                if field.get("/Subtype") == "/Widget":
                    whole = field.raw_get("/Parent") if "/Parent" in field else note
                    field = whole.get_object()
                    found[whole.idnum] = (
                        str(field.get("/T", "")),
                        str(field.get("/TU", "")),
                        str(field.get("/FT", "")),
                    )
        return list(found.values())
