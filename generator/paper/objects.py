"""The objects of a PDF that WeasyPrint made, as a piece of a book keeps them."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.paper import pdf
from generator.paper.drawing import Marks
from generator.paper.piece import DOCUMENT, FIRST, PAGES, SCALE, Lead, Leaf, Piece

LARGEST_FACE = 200_000  # bytes: of a larger one only the glyphs that are used are kept
_WHOLE: dict[str, bytes] = {}  # a face with all its glyphs, by the hash of its name


class Parts:
    """The objects of a PDF that WeasyPrint made, those left out that a joined book has once."""

    def __init__(self, document: Any, made: Any) -> None:  # noqa: ANN401 - WeasyPrint's document, pydyf's file
        """Take what was made of the document."""
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
            followers=marks.followers,
            drawn_up=dict(self._drawn_up(marks)),
            leads=list(self._leads(own)),
            fields=[self._number[one] for one in form.get("Fields", ())],
            faces=self._faces(form) if form else {},
            says=self._says(),
        )

    def _renumbered(self, text: bytes) -> bytes:
        return pdf.REFERENCE.sub(
            lambda found: b"%d 0 R" % self._number[found.group()] if found.group(1) else found.group(), text
        )

    def _drawn_up(self, marks: Marks) -> Iterator[tuple[int, int]]:
        """Give the number of each link whose words draw up, and with which followers."""
        follower = {id(box): at for box, at in marks.drawn_up}
        for page in self._document.pages:
            for *_, box in page.links:
                found = [follower[id(text)] for text in (box, *box.descendants()) if id(text) in follower]
                if found and box.link_annotation:
                    yield self._number[box.link_annotation.reference], found[0]

    def _leads(self, own: set[str]) -> Iterator[Lead]:
        """Give the links out of the piece."""
        told: list[Any] = [one for one in self._kept if isinstance(one, dict)]
        mentions = {one["Obj"]: one.reference for one in told if one.get("Type") == "/OBJR"}
        elements = {kid: one for one in told if one.get("Type") == "/StructElem" for kid in one["K"]}
        for page in self._document.pages:
            for kind, to, _where, box in page.links:
                if kind == "internal" and to not in own:
                    note = box.link_annotation
                    mention = mentions[note.reference]
                    yield Lead(
                        to=to,
                        note=self._number[note.reference],
                        mention=self._number[mention],
                        element=self._number[elements[mention].reference],
                        owner=note["StructParent"],
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
