"""What Chrome's reader of PDFs does with one: it shows a page, types into its fields, and saves what was typed."""

import ctypes
import io
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
from pypdfium2 import raw


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF with its fields."""
    pdf = pypdfium2.PdfDocument(data)
    pdf.init_forms()
    try:
        yield pdf
    finally:
        pdf.close()


def filled(data: bytes, texts: dict[str, str], chosen: dict[str, int] | None = None) -> bytes:
    """Give the PDF after somebody typed these texts into its fields and clicked these buttons of its choices."""
    left, chosen = set(texts) | set(chosen or {}), chosen or {}
    with opened(data) as pdf:
        for page in _pages(pdf):
            seen: dict[str, int] = {}
            for note in _widgets(page):
                name = _name(pdf, note)
                at = seen[name] = seen.get(name, -1) + 1
                if name in texts or chosen.get(name) == at:
                    _click(pdf, page, note)
                    left.discard(name)
                if name in texts:
                    raw.FORM_ReplaceSelection(pdf.formenv, page, _wide(texts[name]))
            raw.FORM_ForceToKillFocus(pdf.formenv)
        assert not left, left
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def values(data: bytes) -> dict[str, str]:
    """Give what is filled in, as the reader says it, by the name of the field."""
    found = {}
    with opened(data) as pdf:
        for page in _pages(pdf):
            for note in _widgets(page):
                found[_name(pdf, note)] = _said(raw.FPDFAnnot_GetFormFieldValue, pdf.formenv, note)
    return {name: value for name, value in found.items() if value not in {"", "Off"}}


def looks(data: bytes) -> list[str]:
    """Give the words of each page as they look, with what is filled in."""
    with opened(data) as pdf:
        for page in pdf:
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        out = io.BytesIO()
        pdf.save(out)
    with opened(out.getvalue()) as flat:
        return [page.get_textpage().get_text_range() for page in flat]


def set_in(data: bytes, name: str) -> list[tuple[float, str]]:
    """Give the height of each line that stands in a field, from the top, and the face that it is set in."""
    found: set[tuple[float, str]] = set()
    with opened(data) as pdf:
        for page in _pages(pdf):
            for note in _widgets(page):
                if _name(pdf, note) == name:
                    found |= {
                        _place(raw.FPDFAnnot_GetObject(note, at)) for at in range(raw.FPDFAnnot_GetObjectCount(note))
                    }
    return sorted(found, reverse=True)


def _place(thing: raw.FPDF_PAGEOBJECT) -> tuple[float, str]:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    name = ctypes.create_string_buffer(100)
    raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(thing), name, 100)
    return round(matrix.f, 2), name.value.decode().partition("+")[2] or name.value.decode()


def _pages(pdf: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfPage]:
    for page in pdf:
        raw.FORM_OnAfterLoadPage(page, pdf.formenv)
        yield page
        raw.FORM_OnBeforeClosePage(page, pdf.formenv)


def _widgets(page: pypdfium2.PdfPage) -> Iterator[raw.FPDF_ANNOTATION]:
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, at)
        if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_WIDGET:
            yield note
        raw.FPDFPage_CloseAnnot(note)


def _click(pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, note: raw.FPDF_ANNOTATION) -> None:
    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(note, box)
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    raw.FORM_OnMouseMove(pdf.formenv, page, 0, x, y)
    raw.FORM_OnLButtonDown(pdf.formenv, page, 0, x, y)
    raw.FORM_OnLButtonUp(pdf.formenv, page, 0, x, y)


def _name(pdf: pypdfium2.PdfDocument, note: raw.FPDF_ANNOTATION) -> str:
    return _said(raw.FPDFAnnot_GetFormFieldName, pdf.formenv, note)


def _said(function: object, form: object, note: raw.FPDF_ANNOTATION) -> str:
    length = function(form, note, None, 0)  # type: ignore[operator]
    words = ctypes.create_string_buffer(length)
    function(form, note, ctypes.cast(words, ctypes.POINTER(ctypes.c_ushort)), length)  # type: ignore[operator]
    return words.raw[:length].decode("utf-16-le").rstrip("\0")


def _wide(text: str) -> object:
    data = (text + "\0").encode("utf-16-le")
    return ctypes.cast(ctypes.create_string_buffer(data, len(data)), ctypes.POINTER(ctypes.c_ushort))
