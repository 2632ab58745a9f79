"""A piece of a book, set with WeasyPrint: its pages as they will be drawn, whatever stands before and behind it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from generator.paper import pdf
from generator.paper.drawing import Marks
from generator.paper.making import Making
from generator.paper.piece import ALL, DOCUMENT, FIRST, PAGES, THIS, Leaf, Piece

FEWEST_LINES = 6  # of a page: with fewer it looks as if something had been left over
LOWER, HIGHER = 12, 19  # millimetres below the text: a line more to a page, or one less
LAST = 12  # pages that give the last one a line each, or take one from it
MILLIMETRE = 96 / 25.4  # CSS pixels
SAME_LINE = 3.0  # CSS pixels
SCALE = 0.75  # points of a CSS pixel
LARGEST_FACE = 200_000  # bytes: of a larger one only the glyphs that are used are kept
_WHOLE: dict[str, bytes] = {}  # a face with all its glyphs, by the hash of its name


def set_piece(html: str, style: Path, *, figures: int) -> Piece:
    """Give the piece; numbers that are not known yet have room for so many figures."""
    wide = {"": "8" * figures, THIS: "8" * figures, ALL: "9" * figures}
    with _margins_open(int(wide[THIS]), int(wide[ALL])), _ended_with_more_than_a_few_lines():
        document = pdf.laid_out(html, style)
    return _drawn(document, wide)


@contextmanager
def _replaced(module: Any, name: str, by: Callable[..., Any]) -> Iterator[None]:  # noqa: ANN401 - WeasyPrint's own
    """Have WeasyPrint call this in the place of a function of its own."""
    original = getattr(module, name)
    setattr(module, name, by)
    try:
        yield
    finally:
        setattr(module, name, original)


def _ended_with_more_than_a_few_lines() -> AbstractContextManager[None]:
    """Have the last pages made again, a line longer or shorter, where hardly anything stands on the very last."""
    from weasyprint import layout  # noqa: PLC0415 - optional

    def make_all_pages(context: Any, root: Any, html: Any, pages: list[Any]) -> list[Any]:  # noqa: ANN401
        making, footnotes = Making(context, root, html), context.footnotes.copy()
        made = making.made(pages)
        for below in (LOWER, HIGHER):
            if len(made) == 1 or _lines(made[-1]) >= FEWEST_LINES:
                break
            first = max(0, len(made) - LAST)
            context.footnotes = footnotes.copy()
            making.again(range(first, len(made)))
            with _room_below(below * MILLIMETRE, first):
                made = making.made(made)
        return made

    return _replaced(layout, "make_all_pages", make_all_pages)


def _room_below(pixels: float, first: int) -> AbstractContextManager[None]:
    """Leave so much room below the text of every page from this one (from 0)."""
    from weasyprint.css.properties import Dimension  # noqa: PLC0415 - optional
    from weasyprint.layout import page  # noqa: PLC0415

    original = page.set_page_type_computed_styles

    def styled(kind: Any, html: Any, style_for: Any) -> None:  # noqa: ANN401
        original(kind, html, style_for)
        if kind.index >= first:
            style_for(kind)["margin_bottom"] = Dimension(pixels, "px")

    return _replaced(page, "set_page_type_computed_styles", styled)


def _margins_open(page: int, pages: int) -> AbstractContextManager[None]:
    """Let every page say that it is this one, of so many."""
    from weasyprint import layout  # noqa: PLC0415 - optional

    original = layout.make_margin_boxes

    def make(context: Any, box: Any, state: Any) -> Any:  # noqa: ANN401
        state[1].update(page=[page], pages=[pages])
        return original(context, box, state)

    return _replaced(layout, "make_margin_boxes", make)


def _lines(page: Any) -> int:  # noqa: ANN401 - WeasyPrint's page
    from weasyprint.formatting_structure.boxes import LineBox, MarginBox  # noqa: PLC0415 - optional

    inner = (box for box in page.children if not isinstance(box, MarginBox))
    lines = (line for box in inner for line in box.descendants() if isinstance(line, LineBox))
    return len({round(line.position_y / SAME_LINE) for line in lines})


def _drawn(document: Any, wide: Mapping[str, str]) -> Piece:  # noqa: ANN401
    from weasyprint import DEFAULT_OPTIONS  # noqa: PLC0415 - optional
    from weasyprint.pdf import generate_pdf  # noqa: PLC0415

    own = {name for page in document.pages for name in page.anchors}
    bookmarks = list(_bookmarks(document))
    for page in document.pages:
        page.bookmarks = []
        wanted = {link[1] for link in page.links if link[0] == "internal"}
        document.pages[0].anchors.update(dict.fromkeys(wanted - own, (0, 0, 0, 0)))  # else the link would be dropped
    marks = Marks(document, wide)
    with marks.drawn(), pdf.pages_listed_once():
        options = {**DEFAULT_OPTIONS, **pdf.TAGGED, "uncompressed_pdf": True}
        made = generate_pdf(document, None, 1, **options)
    pdf.finish(document, made)
    return _Parts(document, made).piece(own, bookmarks, marks)


def _bookmarks(document: Any) -> Iterator[tuple[int, int, str, float, float, str]]:  # noqa: ANN401
    for at, page in enumerate(document.pages):
        for level, label, (x, y), state in page.bookmarks:
            yield at, level, label, x * SCALE, (page.height - y) * SCALE, state


class _Parts:
    """The objects of a PDF that WeasyPrint made, those left out that a joined book has once."""

    def __init__(self, document: Any, made: Any) -> None:  # noqa: ANN401 - WeasyPrint's document, pydyf's file
        import pydyf  # noqa: PLC0415 - optional

        self._document, self._made, self._stream = document, made, pydyf.Stream
        self._objects = {one.reference: one for one in made.objects}
        catalog = made.catalog
        self._root = self._objects[catalog["StructTreeRoot"]]
        (self._top,) = self._root["K"]
        self._owners = self._objects[self._root["ParentTree"]]
        self._metadata = self._objects[catalog["Metadata"]]
        aside = (made.pages, catalog, self._root, self._owners, self._metadata, self._objects[self._top])
        kept = [one for one in made.objects[1:] if not any(one is other for other in aside) and one != {}]
        self._kept = kept
        self._number = {one.reference: FIRST + at for at, one in enumerate(kept)}
        self._number |= {made.pages.reference: PAGES, self._top: DOCUMENT}

    def piece(self, own: set[str], bookmarks: Any, marks: Marks) -> Piece:  # noqa: ANN401
        """Give all that a joined book needs of the file."""
        self._faces_whole()
        leaves = list(self._leaves())
        drawings = {leaf.drawing for leaf in leaves}
        texts, bodies = [], {}
        for number, one in enumerate(self._kept, FIRST):
            if isinstance(one, self._stream):
                one.compress = number not in drawings
                text, _, body = one.data.partition(b"\nstream\n")
                texts.append(text)
                bodies[number] = body.removesuffix(b"\nendstream")
            else:
                texts.append(one.data)
        owners = []
        nums = self._owners["Nums"]
        for key, owner in zip(nums[::2], nums[1::2], strict=True):
            owners.append((key, FIRST + len(texts)))
            texts.append(owner if isinstance(owner, bytes) else owner.data)
        form = self._made.catalog.get("AcroForm", {})
        return Piece(
            texts=[self._renumbered(text) for text in texts],
            bodies=bodies,
            leaves=leaves,
            kids=[self._number[kid] for kid in self._objects[self._top]["K"]],
            owners=owners,
            places=dict(self._places(own, {leaf.page: at for at, leaf in enumerate(leaves)})),
            bookmarks=bookmarks,
            slots=marks.slots,
            fields=[self._number[one] for one in form.get("Fields", ())],
            faces=self._faces(form) if form else {},
            says=self._says(),
        )

    def _renumbered(self, text: bytes) -> bytes:
        return pdf.REFERENCE.sub(
            lambda found: b"%d 0 R" % self._number[found.group()] if found.group(1) else found.group(), text
        )

    def _leaves(self) -> Iterator[Leaf]:
        for page, reference in zip(self._document.pages, self._made.page_references, strict=True):
            one, box = self._objects[reference], page._page_box  # noqa: SLF001
            yield Leaf(
                page=self._number[reference],
                drawing=self._number[one["Contents"]],
                notes=[self._number[note] for note in one.get("Annots", ())],
                shift=(box.margin_right - box.margin_left) * SCALE,
            )

    def _places(self, own: set[str], leaf_of: Mapping[int, int]) -> Iterator[tuple[str, tuple[int, float, float]]]:
        names = self._made.catalog.get("Names", {}).get("Dests", {}).get("Names", ())
        for name, (page, _kind, x, y, _zoom) in zip(names[::2], names[1::2], strict=True):
            if name.string in own:
                yield name.string, (leaf_of[self._number[page]], float(x), float(y))

    def _faces(self, form: Any) -> dict[str, int]:  # noqa: ANN401
        fonts = self._objects[self._objects[form["DR"]]["Font"]]
        return {name: self._number[reference] for name, reference in fonts.items()}

    def _says(self) -> dict[str, str]:
        catalog = {key: value for key, value in self._made.catalog.items() if key not in LEFT_OUT}
        said = {f"Catalog {key}": _text(value) for key, value in catalog.items()}
        said |= {f"Info {key}": _text(value) for key, value in self._made.info.items()}
        return said | {"Metadata": b"\n".join(self._metadata.stream).decode()}

    def _faces_whole(self) -> None:
        """Give the faces of the house all their glyphs, so that every piece has the same, and a book each once."""
        from weasyprint.text.fonts import get_hb_object_data  # noqa: PLC0415 - optional

        fonts = self._objects[self._objects[self._objects[self._made.page_references[0]]["Resources"]]["Font"]]
        for face in self._document.fonts.values():
            if face.used_in_forms or face.bitmap or face.hash not in fonts:
                continue
            content = _WHOLE.get(face.hash) or get_hb_object_data(face.hb_face)
            if len(content) > LARGEST_FACE:
                continue
            if face.hash not in _WHOLE:
                face.file_content = content
                face.subset(dict.fromkeys(range(face.glyph_count), ""), hinting=False)
                _WHOLE[face.hash] = face.file_content
            inner = self._objects[self._objects[fonts[face.hash]]["DescendantFonts"][0]]
            descriptor = self._objects[inner["FontDescriptor"]]
            (key,) = {"FontFile2", "FontFile3"} & set(descriptor)
            stream = self._objects[descriptor[key]]
            stream.stream = [_WHOLE[face.hash]]
            if "Length1" in stream.extra:
                stream.extra["Length1"] = len(_WHOLE[face.hash])


LEFT_OUT = {"Type", "Pages", "StructTreeRoot", "Metadata", "Names", "Outlines", "AcroForm"}


def _text(value: Any) -> str:  # noqa: ANN401 - what pydyf writes
    from pydyf import Object  # noqa: PLC0415 - optional

    return (value.data if isinstance(value, Object) else str(value).encode()).decode("latin-1")
