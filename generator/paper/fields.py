"""What WeasyPrint leaves undone of the fields to fill in, mended before the PDF is written.

One of five is one field, lines that are typed keep to the ruling, and every letter of them is set in one face. Points
are added by hand: a PDF adds up only with a script, and these have none; the worksheet's page on the site adds them.
"""

from collections.abc import Mapping
from typing import Any

import pydyf

MULTILINE = 1 << 12
DEPTH = 0.336  # of the letters below their line, in parts of the size of the type


def fillable(document: Any, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint's document, pydyf's file
    """Mend the fields of the PDF in place."""
    form = pdf.catalog.get("AcroForm")
    if not form:
        return
    objects: dict[bytes, Any] = {one.reference: one for one in pdf.objects}
    faces = _Faces(pdf, objects, objects[form["DR"]])
    for page in document.pages:
        for boxes in page.forms.values():
            for box, _where in boxes:
                field = box.widget_annotation
                if "Parent" in field:
                    _ask_once(field, objects[field["Parent"]], box.element.get("data-choice"))
                if field["FT"] == "/Btn":
                    _show_unchosen(pdf, field, objects)
                else:
                    faces.give(field, box.style)
    kids = {name for name, one in objects.items() if isinstance(one, dict) and "Parent" in one}
    form["Fields"] = pydyf.Array(field for field in form["Fields"] if field not in kids)


def _ask_once(button: Any, whole: Any, asked: str) -> None:  # noqa: ANN401 - pydyf's dictionaries
    """Make the button a kid of the whole, where WeasyPrint gives it a name besides (Kozea/WeasyPrint#2726)."""
    del button["T"]
    whole["TU"] = pydyf.String(asked)


def _show_unchosen(pdf: Any, button: Any, objects: Mapping[bytes, Any]) -> None:  # noqa: ANN401
    """Give the button a look for when it is not chosen: none, as the box is printed on the page."""
    states = button["AP"]["N"]
    (chosen,) = states.values()
    blank = pydyf.Stream([], dict(objects[chosen].extra), compress=True)
    pdf.add_object(blank)
    states["Off"] = blank.reference


class _Faces:
    """The face of fields under two more names, the second with the leading of the ruling.

    Viewers take the leading from what a font says of itself. PDFium takes a letter beyond Latin-1 from a face of the
    machine's, unless the font of the field has one of these names: then it asks the font first. To others a name is a
    key.
    """

    PLAIN, RULED = "Wingdings", "Wingdings2"

    def __init__(self, pdf: Any, objects: Mapping[bytes, Any], resources: Any) -> None:  # noqa: ANN401
        self._pdf, self._objects = pdf, objects
        self._fonts = objects[resources["Font"]]

    def give(self, field: Any, style: Any) -> None:  # noqa: ANN401
        """Let what is typed into the field be set in the face, line by line on the ruling where it has one."""
        before, slash, font_and_size = field["DA"].string.rpartition(b"/")
        face, _, size = font_and_size.partition(b" ")
        self._fonts[self.PLAIN] = self._fonts[face.decode()]
        name = self.PLAIN
        if field.get("Ff") == MULTILINE:
            name = self.RULED
            if name not in self._fonts:
                self._fonts[name] = self._spread(
                    self._fonts[self.PLAIN], style["line_height"].value / style["font_size"]
                )
        field["DA"] = pydyf.String(before + slash + name.encode() + b" " + size)

    def _spread(self, reference: bytes, leading: float) -> bytes:
        font = self._copied(reference)
        inner = self._copied(font["DescendantFonts"][0])
        descriptor = self._copied(inner["FontDescriptor"])
        up, down = round(1000 * (leading - DEPTH)), -round(1000 * DEPTH)
        box = descriptor["FontBBox"]
        descriptor.update(Ascent=up, Descent=down, FontBBox=pydyf.Array((box[0], down, box[2], up)))
        inner["FontDescriptor"], font["DescendantFonts"] = descriptor.reference, pydyf.Array([inner.reference])
        return font.reference  # type: ignore[no-any-return]

    def _copied(self, reference: bytes) -> Any:  # noqa: ANN401
        copy = pydyf.Dictionary(self._objects[reference])
        self._pdf.add_object(copy)
        return copy
