"""A piece of a book that was set: pages of a PDF as they were drawn, with room left for what other pieces decide.

What stands on its pages and is known only when all pieces are there is a slot: the number of a page, whose figures are
put in when the pieces are joined.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

PAGES, DOCUMENT, FIRST = 1, 2, 3  # numbers of objects: what a piece does not have itself, and its own first
THIS, ALL = "#page", "#pages"  # what a slot may ask for beside the page of an id: its own page, how many there are


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A number to be drawn: of what, in which figures (glyph and width of each), instead of which, and how it shifts.

    Of the room that it does not need, one part is left before all of its line of text, another beside the number.
    """

    to: str
    figures: Sequence[tuple[str, float]]
    instead: str
    before: float = 0.0
    beside: float = 0.0
    behind: bool = False  # beside the number stands behind it, where text runs from the right

    def drawn(self, number: int) -> tuple[str, float]:
        """Give the glyphs of the number, and how much less room they take than what stood there."""
        figures = [self.figures[int(digit)] for digit in str(number)]
        room = sum(self.figures[int(digit)][1] for digit in self.instead)
        return "".join(glyph for glyph, _ in figures), room - sum(width for _, width in figures)


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A page: the numbers of its object, of its drawing and of its annotations; its shift where it is a left page."""

    page: int
    drawing: int
    notes: Sequence[int]
    shift: float


@dataclass(frozen=True, kw_only=True)
class Piece:
    """The objects of a run of pages, numbered from FIRST, and where the joined book finds things in them."""

    texts: Sequence[bytes]  # of each object, as a PDF writes it: a dictionary, or that of a stream
    bodies: Mapping[int, bytes]  # of the streams
    leaves: Sequence[Leaf]
    kids: Sequence[int]  # elements right below the document
    owners: Sequence[tuple[int, int]]  # a key of the tree of owners, and the number of the text that says its value
    places: Mapping[str, tuple[int, float, float]]  # id to leaf and point
    bookmarks: Sequence[Sequence[Any]]  # leaf, level, label, x, y, state
    slots: Sequence[Slot]
    fields: Sequence[int] = ()
    faces: Mapping[str, int] = field(default_factory=dict)  # of the fields
    says: Mapping[str, str] = field(default_factory=dict)  # entries of the catalogue and of the file's information

    def packed(self) -> bytes:
        """Give the piece as bytes."""
        told = {name: told for name, told in vars(self).items() if name not in {"texts", "bodies"}}
        told |= {"leaves": [vars(leaf) for leaf in self.leaves], "slots": [vars(slot) for slot in self.slots]}
        bodies = [self.bodies.get(at) for at in range(FIRST, FIRST + len(self.texts))]
        told["sizes"] = [
            (len(text), -1 if body is None else len(body)) for text, body in zip(self.texts, bodies, strict=True)
        ]
        head = json.dumps(told).encode()
        parts = [part for pair in zip(self.texts, bodies, strict=True) for part in pair if part is not None]
        return zlib.compress(b"".join((len(head).to_bytes(8, "big"), head, *parts)), 1)


def unpacked(data: bytes) -> Piece:
    """Give the piece of which these are the bytes."""
    raw = zlib.decompress(data)
    at = 8 + int.from_bytes(raw[:8], "big")
    told = json.loads(raw[8:at])
    texts: list[bytes] = []
    bodies: dict[int, bytes] = {}
    for text, body in told.pop("sizes"):
        texts.append(raw[at : at + text])
        at += text
        if body >= 0:
            bodies[FIRST + len(texts) - 1] = raw[at : at + body]
            at += body
    leaves = [Leaf(**leaf) for leaf in told.pop("leaves")]
    slots = [Slot(**slot) for slot in told.pop("slots")]
    return Piece(texts=texts, bodies=bodies, leaves=leaves, slots=slots, **told)
