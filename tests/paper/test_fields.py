"""Sheets filled in by one program and opened in another: pypdf, and PDFium, which is Chrome's reader."""

import io
from itertools import pairwise

import pypdf
import pytest

from tests.paper.printed import sheets
from tests.readers import pdfium

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
SHEET = "every-kind-of-field"
LINES, LINE, CHOICE, TICK = (f"{SHEET}--{name}" for name in ("what-happened", "the-sentence", "calm", "said-no"))
BEYOND = "Zażółć gęślą jaźń, Việt: 3 → 5, ≥ 4 ✓ Őrült"
LEADING = 8 / 25.4 * 72  # points: the ruling


def test_one_of_five_is_one_choice() -> None:
    fields = sheets("A4", SHEET).reader.get_fields() or {}
    whole = fields[CHOICE]
    assert len(whole["/Kids"]) == 5
    assert not [name for name in fields if name.startswith(f"{CHOICE}--") and not name.endswith("--points")]
    data = sheets("A4", SHEET).data
    first = pdfium.filled(data, {}, {CHOICE: 1})
    assert pdfium.values(first)[CHOICE] == "2"
    assert pdfium.values(pdfium.filled(first, {}, {CHOICE: 3}))[CHOICE] == "4"


def test_a_sheet_that_pypdf_filled_in_opens_filled_in_in_pdfium() -> None:
    writer, out = pypdf.PdfWriter(clone_from=sheets("A4", SHEET).reader), io.BytesIO()
    wanted = {LINES: BEYOND, LINE: BEYOND, CHOICE: "/2", TICK: "/on"}
    writer.update_page_form_field_values(writer.pages[0], wanted, auto_regenerate=False)
    writer.write(out)
    said = pdfium.values(out.getvalue())
    assert {name: said.get(name) for name in wanted} == {LINES: BEYOND, LINE: BEYOND, CHOICE: "3", TICK: "on"}
    assert pdfium.looks(out.getvalue())[0].count(BEYOND) == 2


def test_a_sheet_that_pdfium_filled_in_opens_filled_in_in_pypdf() -> None:
    data = pdfium.filled(sheets("A4", SHEET).data, {LINES: BEYOND, LINE: BEYOND}, {CHOICE: 2, TICK: 0})
    fields = pypdf.PdfReader(io.BytesIO(data)).get_fields() or {}
    assert [fields[name]["/V"] for name in (LINES, LINE, CHOICE, TICK)] == [BEYOND, BEYOND, "/2", "/on"]


def test_every_letter_that_is_typed_is_set_in_the_one_face_of_fields() -> None:
    data = pdfium.filled(sheets("A4", SHEET).data, {LINES: BEYOND, LINE: BEYOND})
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    looks = {str(note.get_object().get("/T")): note.get_object() for note in page["/Annots"]}
    for name in (LINES, LINE):
        fonts = looks[name]["/AP"]["/N"]["/Resources"]["/Font"]
        used = {font for _, font in pdfium.set_in(data, name)}
        assert used == {"Handbook-Form"}, (used, list(fonts))


def test_lines_that_are_typed_keep_to_the_ruling() -> None:
    data = pdfium.filled(sheets("A4", SHEET).data, {LINES: "One\rTwo\rThree"})
    lines = [y for y, _ in pdfium.set_in(data, LINES)]
    assert len(lines) == 3
    assert [round(upper - lower, 1) for upper, lower in pairwise(lines)] == [round(LEADING, 1)] * 2
