"""The pages of a published site as they are written down, and read again: plain values, under this machine's seal."""

import marshal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Links = Mapping[str, Mapping[str, str]]  # to places in pages: by the page, each place, and how the link is written
Row = tuple[Any, ...]
Facts = tuple[int, ...]
FIELDS = ("text", "files", "anchors", "links", "searches", "facts")


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page as it was made: of what text, which files came of it, what it can be asked for, and what it asks for."""

    text: str
    files: Mapping[str, str]  # of each its digest, by its path in the site
    anchors: Sequence[str]
    links: Links
    searches: bool = False  # whether it may lead to a file of the search
    facts: Mapping[str, Facts] = field(default_factory=dict, repr=False)  # of its files, as the disk has them


@dataclass(frozen=True, kw_only=True)
class Last:
    """What is known of the pages of a published site: their look, how many were taken from another, all paths."""

    look: str = ""
    spared: int = 0
    paths: Sequence[str] = ()
    pages: Mapping[str, Page] = field(default_factory=dict)
    marks: Mapping[str, int] = field(default_factory=dict)  # that are in them, and in how many of them

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of each file, by its path in the site."""
        return digests_of(self.pages)

    @property
    def texts(self) -> Mapping[str, str]:
        """The digest of the text of each page, by its path."""
        return {path: page.text for path, page in self.pages.items()}


def digests_of(pages: Mapping[str, Page]) -> Mapping[str, str]:
    """Give the digest of each file of these pages, by its path in the site."""
    return {file: made for page in pages.values() for file, made in page.files.items()}


def written(last: Last) -> bytes:
    """Give what is known of the pages as bytes."""
    pages = {path: _row(page) for path, page in last.pages.items()}
    return marshal.dumps((last.look, last.spared, [*last.paths], pages, dict(last.marks)))


def last_of(body: bytes) -> Last:
    """Give what is known of the pages, from bytes that this machine has sealed; nothing of another version's."""
    try:
        look, spared, paths, pages, marks = marshal.loads(body)  # noqa: S302 - the caller has looked
        known = {path: Page(**dict(zip(FIELDS, row, strict=True))) for path, row in pages.items()}
        return Last(look=look, spared=spared, paths=paths, pages=known, marks=marks)
    except (EOFError, ValueError, TypeError):
        return Last()


def _row(page: Page) -> Row:
    """Give a page as plain values."""
    links = {to: dict(places) for to, places in page.links.items()}
    return page.text, dict(page.files), list(page.anchors), links, page.searches, dict(page.facts)
