"""Page numbers settled while pages are laid out: only pages on which a number takes another room are laid out again.

Every link into the document names the page it leads to, which is known when all pages are laid out. Numbers are guessed
first; where the right one is as wide as the guess, it takes its place on the page as it stands.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from generator.paper.making import Making

MOST_ROUNDS = 9
MOST_SAID = 3
LETTERS_A_PAGE = 3500  # a guess, which costs time where it is wrong and changes nothing else
INNER_LINK = re.compile(r'href="#([^"]+)"')
PIECE = re.compile(r"<[^>]*>|[^<]+")
ID = re.compile(r'\bid="([^"]+)"')
LAST_NUMBER = re.compile(r"[0-9]+(?=[^0-9]*$)")
FACE = ("font_family", "font_size", "font_weight", "font_style", "font_variant_numeric", "letter_spacing", "lang")


class UnstablePageNumbersError(Exception):
    """Raised where the numbers in the text move the text to and fro, which no content has done yet."""


def numbered(html: str) -> str:
    """Give the HTML with about the page that each link into it leads to."""
    pages = guessed(html)

    def link(found: re.Match[str]) -> str:
        return f'{found.group()} data-page="{pages.get(found.group(1), 1)}"'

    return INNER_LINK.sub(link, html)


def guessed(html: str) -> dict[str, int]:
    """Give about which page each id will stand on, from the letters before it."""
    pieces = PIECE.findall(html)
    letters = accumulate(0 if piece.startswith("<") else len(piece) for piece in pieces)
    return {
        name: 1 + before // LETTERS_A_PAGE
        for piece, before in zip(pieces, letters, strict=True)
        if piece.startswith("<")
        for name in ID.findall(piece)
    }


class Numbers:
    """The numbers of one document while WeasyPrint lays out its pages, and what it knew when they were laid out."""

    def __init__(self) -> None:
        """Begin with none."""
        self.found: dict[str, int] = {}
        self.context: Any = None
        self._tree: _Tree
        self._making: Making
        self._widths: dict[tuple[str, ...], float] = {}

    @contextmanager
    def settled(self) -> Iterator[None]:
        """Let WeasyPrint lay out pages so that the numbers on them hold."""
        from weasyprint import layout  # noqa: PLC0415 - optional

        original = layout.make_all_pages
        layout.make_all_pages = self._make_all_pages
        try:
            yield
        finally:
            layout.make_all_pages = original

    def _make_all_pages(self, context: Any, root: Any, html: Any, pages: list[Any]) -> list[Any]:  # noqa: ANN401
        if context is not self.context:
            self.context, self._making = context, Making(context, root, html)
            self._tree = _Tree([root, *context.footnotes])
        footnotes, marks = context.footnotes.copy(), dict[Any, _Marks]()
        for _round in range(MOST_ROUNDS):
            context.footnotes = footnotes.copy()
            pages = self._making.made(pages)
            marks = {page: marks.get(page) or _Marks(page) for page in pages}
            before, self.found = self.found, _first_pages(marks.values())
            stale = self._corrected(marks.values())
            if not stale:
                return pages
            self._making.again(stale)
        raise UnstablePageNumbersError(
            f"its page numbers do not come to rest ({_unlike(before, self.found)}). "
            "Make a sentence there shorter or longer, and print again."
        )

    def _corrected(self, marks: Iterable["_Marks"]) -> list[int]:
        """Put the numbers in their places, and give the pages (from 0) that must be laid out again for them."""
        moved = {link.element for link in self._tree.links.values() if self._moves(link, self.found.get(link.target))}
        for page in marks:
            for element, boxes in page.texts.items():
                if element not in moved:
                    self._tree.links[element].write(boxes)
        return [at for at, page in enumerate(marks) if not moved.isdisjoint(page.elements)]

    def _moves(self, link: "_Link", number: int | None) -> bool:
        """Give the link its number, and say whether that may move the text around it."""
        old, new = link.number, str(number or link.number)
        link.say(new)
        return old != new and not all(self._width(box, old) == self._width(box, new) for box in link.boxes)

    def _width(self, box: Any, text: str) -> float:  # noqa: ANN401
        from weasyprint.text.line_break import split_first_line  # noqa: PLC0415 - optional

        key = (text, *(str(box.style[name]) for name in FACE))
        if key not in self._widths:
            self._widths[key] = split_first_line(text, box.style, None, None, 0)[3]
        return self._widths[key]


@dataclass(kw_only=True)
class _Link:
    """A link into the document, and the boxes of text that hold its number."""

    element: Any
    boxes: list[Any] = field(default_factory=list)

    @property
    def target(self) -> str:
        return self.element.get("href")[1:]  # type: ignore[no-any-return]

    @property
    def number(self) -> str:
        return self.element.get("data-page")  # type: ignore[no-any-return]

    def say(self, number: str) -> None:
        self.element.set("data-page", number)
        for box in self.boxes:
            box.text = LAST_NUMBER.sub(number, box.text)

    def write(self, boxes: Iterable[Any]) -> None:
        """Put the number into boxes that are laid out: they are drawn as they say."""
        for box in boxes:
            box.text = box.pango_layout.text = LAST_NUMBER.sub(self.number, box.text)


class _Tree:
    """The boxes before they are laid out: links into the document."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self.links: dict[Any, _Link] = {}
        for root in roots:
            for box in root.descendants():
                if _is_number(box):
                    self.links.setdefault(box.element, _Link(element=box.element)).boxes.append(box)


class _Marks:
    """What is of interest of a page that is laid out: ids, numbers, and what would move if a number took more room."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401 - WeasyPrint's page box
        self.anchors: list[str] = []
        self.texts: dict[Any, list[Any]] = {}
        self.elements: set[Any] = set()
        for box in page.descendants(placeholders=True):
            if anchor := box.style["anchor"]:
                self.anchors.append(anchor)
            if _is_number(box):
                self.texts.setdefault(box.element, []).append(box)
                self.elements.add(box.element)


def _is_number(box: Any) -> bool:  # noqa: ANN401
    """Whether it is text that a style sheet writes behind a link into the document."""
    return hasattr(box, "text") and box.element_tag == "a::after" and "data-page" in box.element.attrib


def _first_pages(pages: Iterable[_Marks]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, page in enumerate(pages, 1):
        for name in page.anchors:
            found.setdefault(name, at)  # what runs over several pages has its id on each
    return found


def _unlike(one: Mapping[str, int], other: Mapping[str, int]) -> str:
    moved = [name for name in other if one.get(name) != other[name]]
    return ", ".join(f"#{name} is on page {one.get(name, 'none')}, then on {other[name]}" for name in moved[:MOST_SAID])
