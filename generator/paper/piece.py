"""A piece of a book that was set: pages of a PDF as they were drawn, with room left for what other pieces decide.

What stands on its pages and is known only when all pieces are there is a slot: the number of a page, whose figures are
put in when the pieces are joined, or in which other volume that page is.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

PAGES, DOCUMENT, FIRST = 1, 2, 3  # numbers of objects: what a piece does not have itself, and its own first
THOUSAND = 1000
SCALE = 0.75  # points of a CSS pixel
OF_A_FACE = 2  # what a slot says first, which is the same for many
THIS, ALL = "#page", "#pages"  # what a slot may ask for beside the page of an id: its own page, how many there are


@dataclass(frozen=True)
class Slot:
    """A number to be drawn: of what, in which figures (glyph and width of each), instead of which, and how it shifts.

    Of the room that it does not need, one part is left before all of its line of text, another beside the number; what
    follows on the line may draw up by all of it. Widths are thousandths of the size of the face.
    """

    figures: Sequence[tuple[str, float]]
    instead_of_all: Mapping[str, tuple[str, float]]  # by the volume that has the page: what draws its words, how wide
    to: str
    instead: str
    before: float = 0.0
    beside: float = 0.0
    behind: bool = False  # beside the number stands behind it, where text runs from the right
    closes: bool = False  # what follows on its line draws up
    room: float = 0.0  # of all that stands there
    size: float = 0.0  # of the face, in CSS pixels

    def drawn(self, number: int | None, elsewhere: str | None = None) -> tuple[str, float]:
        """Give the glyphs of the number, and how much less room they take than what stood there.

        Where there is none, all that stood there gives way to what draws the words for the volume that holds it, if one
        is known to the reader.
        """
        if number is None and self.closes:
            glyphs, width = ("", 0.0) if elsewhere is None else self.instead_of_all.get(elsewhere, ("", 0.0))
            return glyphs, self.room - width
        figures = [self.figures[int(digit)] for digit in ("" if number is None else str(number))]
        room = sum(self.figures[int(digit)][1] for digit in self.instead)
        return "".join(glyph for glyph, _ in figures), room - sum(width for _, width in figures)


@dataclass(frozen=True)
class Follower:
    """Words that draw up when slots before them on their line need less room: which slots, and which way."""

    slots: Sequence[int]
    way: int  # -1 where text runs from the left, 1 where it runs from the right


@dataclass(frozen=True)
class Lead:
    """A link out of the piece: the id it leads to, and the numbers of its objects, which go where nothing is there."""

    to: str
    note: int
    mention: int  # that its element has of it
    element: int
    owner: int  # its key in the tree of owners


@dataclass(frozen=True)
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
    followers: Sequence[Follower] = ()
    drawn_up: Mapping[int, int] = field(default_factory=dict)  # links that go with words that draw up: which of these
    leads: Sequence[Lead] = ()
    unused: Sequence[int] = ()  # objects that a book has nothing of
    fields: Sequence[int] = ()
    faces: Mapping[str, int] = field(default_factory=dict)  # of the fields
    says: Mapping[str, str] = field(default_factory=dict)  # entries of the catalogue and of the file's information

    def packed(self) -> bytes:
        """Give the piece as bytes."""
        told = {name: told for name, told in vars(self).items() if name not in {"texts", "bodies"}}
        told |= {name: [[*vars(one).values()] for one in getattr(self, name)] for name in PARTS}
        told["glyphs"] = [*dict.fromkeys(map(_glyphs, self.slots))]
        at = {glyphs: number for number, glyphs in enumerate(told["glyphs"])}
        told["slots"] = [
            [at[_glyphs(slot)], *row[OF_A_FACE:]] for slot, row in zip(self.slots, told["slots"], strict=True)
        ]
        told["drawn_up"] = [*self.drawn_up.items()]
        bodies = [self.bodies.get(at) for at in range(FIRST, FIRST + len(self.texts))]
        told["sizes"] = [
            (len(text), -1 if body is None else len(body)) for text, body in zip(self.texts, bodies, strict=True)
        ]
        head = json.dumps(told).encode()
        parts = [part for pair in zip(self.texts, bodies, strict=True) for part in pair if part is not None]
        return zlib.compress(b"".join((len(head).to_bytes(8, "big"), head, *parts)), 1)


def _glyphs(slot: Slot) -> str:
    return json.dumps([slot.figures, slot.instead_of_all])


PARTS = {"leaves": Leaf, "slots": Slot, "followers": Follower, "leads": Lead}


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
    faces = [json.loads(glyphs) for glyphs in told.pop("glyphs")]
    told["slots"] = [[*faces[face], *row] for face, *row in told["slots"]]
    told |= {name: [kind(*row) for row in told[name]] for name, kind in PARTS.items()}
    told["drawn_up"] = dict(told["drawn_up"])
    return Piece(texts=texts, bodies=bodies, **told)
