"""Pieces of a book joined to one PDF: every number in its place, one tree of tags, one outline, one set of names."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from generator.paper import pdf
from generator.paper.common_page import on_paper
from generator.paper.filling import Filling
from generator.paper.leading import led
from generator.paper.packing import packed, packed_fast
from generator.paper.piece import DOCUMENT, FIRST, PAGES, SCALE, Piece

RECT = re.compile(rb"/Rect \[(\S+) (\S+) (\S+) ([^\]]+)\]")
HEADERS = re.compile(rb"/(ID|Headers) (\([^)]*\)|\[[^\]]*\])")
SHARED = 1000  # bytes: a stream as long as this that is in several pieces is in the book once


def first_pages(pieces: Sequence[Piece]) -> dict[str, int]:
    """Give on which page of the joined book each id stands, from 1."""
    found: dict[str, int] = {}
    before = 1
    for piece in pieces:
        for name, (leaf, _x, _y) in piece.places.items():
            found.setdefault(name, before + leaf)
        before += len(piece.leaves)
    return found


def joined(
    pieces: Sequence[Piece],
    papers: Sequence[str],
    *,
    homes: Mapping[str, str] | None = None,
    from_the_right: bool = False,
) -> Iterator[pdf.Printed]:
    """Give the book on each paper, "" being none; where it is read from the right, its first page is a left one.

    `homes` says of ids that are not in the book which other volume has them.
    """
    numbers = first_pages(pieces)
    pages = sum(len(piece.leaves) for piece in pieces)
    book = _Book(numbers, homes or {}, pages, from_the_right=from_the_right)
    for piece in pieces:
        book.add(led(piece, numbers))
    for data in book.written(pieces[0].says, papers):
        yield pdf.Printed(data=data, pages=book.pages, numbers=numbers)


class _Book:
    """A PDF to which pieces are added."""

    def __init__(
        self, numbers: Mapping[str, int], homes: Mapping[str, str], pages: int, *, from_the_right: bool
    ) -> None:
        import pydyf  # noqa: PLC0415 - optional

        self._pydyf, self._open = pydyf, Filling(numbers, homes, pages, from_the_right=from_the_right)
        self.pages = pages
        self._written = _written(pydyf)
        self._leaves: list[tuple[Any, bytes]] = []  # of each page its object, and its text on no paper
        self._pdf = pydyf.PDF()
        self._root = self._added(pydyf.Dictionary({"Type": "/StructTreeRoot"}))
        self._top = self._added(
            pydyf.Dictionary({"Type": "/StructElem", "S": "/Document", "K": pydyf.Array(), "P": self._root.reference})
        )
        self._owners = self._added(pydyf.Dictionary({"Nums": pydyf.Array()}))
        self._root.update(ParentTree=self._owners.reference, K=pydyf.Array([self._top.reference]))
        self._names: list[tuple[str, bytes, float, float]] = []
        self._bookmarks: list[SimpleNamespace] = []
        self._fields: list[bytes] = []
        self._faces: dict[str, bytes] = {}
        self._shared: dict[bytes, int] = {}
        self._owned = 0  # the next free key of the tree of owners
        self._pieces = 0

    def add(self, piece: Piece) -> None:
        """Add the pages of the piece and all that belongs to them."""
        before, self._pieces = len(self._bookmarks), self._pieces + 1
        numbers = self._numbered(piece)
        texts = self._renumbered(piece.texts, numbers)
        shifts = [leaf.shift if self._open.is_left(before + at) else 0.0 for at, leaf in enumerate(piece.leaves, 1)]
        drawn_up = [self._open.drawn_up(piece, follower) for follower in piece.followers]
        moved = {
            note: shifts[at] + SCALE * (drawn_up[piece.drawn_up[note]] if note in piece.drawn_up else 0.0)
            for at, leaf in enumerate(piece.leaves)
            for note in leaf.notes
            if shifts[at] or note in piece.drawn_up
        }
        drawings = {leaf.drawing: at for at, leaf in enumerate(piece.leaves)}
        pages = {leaf.page for leaf in piece.leaves}
        aside = {*(number for _key, number in piece.owners), *piece.unused}
        for number, text in enumerate(texts, FIRST):
            if number in drawings:
                at = drawings[number]
                drawn = packed(self._open.drawn(piece, number, before + at + 1, shifts[at], drawn_up))
                self._added(self._written(b"<</Filter /FlateDecode/Length %d>>" % len(drawn), drawn))
            elif number not in aside and numbers[number] >= len(self._pdf.objects):
                told = _moved(text, moved[number]) if number in moved else text
                one = self._added(self._written(told, piece.bodies.get(number)))
                self._leaves += [(one, told)] if number in pages else []
        self._put_in_order(piece, numbers, texts, shifts)

    def _numbered(self, piece: Piece) -> list[int]:
        """Give the number in the book of each object of the piece; what another piece has too keeps that one's."""
        numbers = [0] * FIRST
        numbers[PAGES], numbers[DOCUMENT] = self._pdf.pages.number, self._top.number
        aside = {*(number for _key, number in piece.owners), *piece.unused}
        drawings = {leaf.drawing for leaf in piece.leaves}
        free = len(self._pdf.objects)
        for number, text in enumerate(piece.texts, FIRST):
            body = piece.bodies.get(number)
            key = b""
            if body is not None and len(body) >= SHARED and number not in drawings and b" 0 R" not in text:
                key = hashlib.sha256(text + body).digest()
            if number in aside or key in self._shared:
                numbers.append(self._shared.get(key, 0))
                continue
            if key:
                self._shared[key] = free
            numbers.append(free)
            free += 1
        return numbers

    def _renumbered(self, texts: Sequence[bytes], numbers: Sequence[int]) -> list[bytes]:
        def new(found: re.Match[bytes]) -> bytes:
            if found.group(1):
                return b"%d 0 R" % numbers[int(found.group(1))]
            if found.group(2):
                return b"/StructParent%s %d" % (found.group(2), int(found.group(3)) + self._owned)
            return found.group()

        prefix = b"(%d-" % self._pieces

        def own(found: re.Match[bytes]) -> bytes:
            return b"/" + found.group(1) + b" " + found.group(2).replace(b"(", prefix)

        whole = pdf.REFERENCE.sub(new, b"\x00".join(texts))
        return [HEADERS.sub(own, text) if b"/StructElem" in text else text for text in whole.split(b"\x00")]

    def _put_in_order(
        self, piece: Piece, numbers: Sequence[int], texts: Sequence[bytes], shifts: Sequence[float]
    ) -> None:
        for leaf in piece.leaves:
            self._pdf.pages["Kids"].extend([numbers[leaf.page], 0, "R"])
            self._pdf.pages["Count"] += 1
            self._bookmarks.append(SimpleNamespace(bookmarks=[]))
        pages = self._bookmarks[-len(piece.leaves) :]
        for at, level, label, x, y, state in piece.bookmarks:
            pages[at].bookmarks.append((level, label, (x + shifts[at], y), state))
        for name, (at, x, y) in piece.places.items():
            self._names.append((name, _reference(numbers[piece.leaves[at].page]), x + shifts[at], y))
        self._top["K"].extend(_reference(numbers[kid]) for kid in piece.kids)
        for key, number in piece.owners:
            self._owners["Nums"].extend([key + self._owned, texts[number - FIRST]])
        self._owned += max((key for key, _ in piece.owners), default=-1) + 1
        self._fields.extend(_reference(numbers[field]) for field in piece.fields)
        for name, face in piece.faces.items():
            self._faces.setdefault(name, _reference(numbers[face]))

    def written(self, says: Mapping[str, str], papers: Sequence[str]) -> Iterator[bytes]:
        """Give the file on each paper, with what the first piece says of it."""
        pydyf, catalog = self._pydyf, self._pdf.catalog
        for key, said in says.items():
            kind, _, name = key.partition(" ")
            if kind == "Metadata":
                stream = pydyf.Stream([said.encode()], {"Type": "/Metadata", "Subtype": "/XML"}, compress=True)
                catalog["Metadata"] = self._added(stream).reference
            else:
                {"Catalog": catalog, "Info": self._pdf.info}[kind][name] = said.encode("latin-1")
        catalog["StructTreeRoot"] = self._root.reference
        if self._names:
            names = pydyf.Array()
            for name, page, x, y in sorted(self._names):
                names.extend([pydyf.String(name), pydyf.Array([page, "/XYZ", x, y, 0])])
            catalog["Names"] = pydyf.Dictionary({"Dests": self._added(pydyf.Dictionary({"Names": names})).reference})
        if self._fields:
            faces = pydyf.Dictionary({"Font": pydyf.Dictionary(self._faces)})
            catalog["AcroForm"] = pydyf.Dictionary(
                {"Fields": pydyf.Array(self._fields), "DR": faces, "NeedAppearances": "true"}
            )
        self._outline()
        for paper in papers:
            for one, told in self._leaves:
                one.data = on_paper(told, paper) if paper else told
            with packed_fast():
                yield pdf.written(self._pdf)

    def _outline(self) -> None:
        from weasyprint.anchors import make_page_bookmark_tree  # noqa: PLC0415 - optional
        from weasyprint.matrix import Matrix  # noqa: PLC0415
        from weasyprint.pdf.anchors import add_outlines  # noqa: PLC0415

        root: list[Any] = []
        skipped: list[int] = []
        last, level = [root], 0
        for at, page in enumerate(self._bookmarks):
            level = make_page_bookmark_tree(page, skipped, last, level, at, Matrix())
        add_outlines(self._pdf, root)

    def _added(self, one: Any) -> Any:  # noqa: ANN401 - an object of pydyf
        self._pdf.add_object(one)
        return one


def _reference(number: int) -> bytes:
    return b"%d 0 R" % number


def _moved(text: bytes, shift: float) -> bytes:
    def moved(found: re.Match[bytes]) -> bytes:
        left, low, right, high = found.groups()
        return b"/Rect [%.4f %s %.4f %s]" % (float(left) + shift, low, float(right) + shift, high)

    return RECT.sub(moved, text)


def _written(pydyf: Any) -> Any:  # noqa: ANN401 - the library
    class Written(pydyf.Object):  # type: ignore[misc]
        """An object as it stands in the file."""

        data = b""
        compressible = False

        def __init__(self, text: bytes, body: bytes | None) -> None:
            super().__init__()
            self.data = text if body is None else b"\n".join((text, b"stream", body, b"endstream"))
            self.compressible = body is None

    return Written
