"""Numbers that are not known yet, marked where WeasyPrint draws them; the glyphs of all figures are kept beside."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from generator.paper.piece import ALL, THIS, Slot

LEAD, NUMBER, END = b"\x01l%d\x02", b"\x01n%d\x02", b"\x04"
HEADS = {"left": b"\x03L", "right": b"\x03R"}  # what stands at this side of the head or foot is for pages of this side
SHOWS = b"] TJ"
FIGURES = "0123456789"
GLYPHS = re.compile(r"<([0-9a-f]*)>")
SIZE_OF_GLYPH = 4
FACE = ("font_family", "font_size", "font_weight", "font_style", "font_variant_numeric", "letter_spacing", "lang")
HALF = 0.5


class Marks:
    """The slots of one document, found while it is drawn; `wide` is the number that was set in place of each."""

    def __init__(self, document: Any, wide: Mapping[str, str]) -> None:  # noqa: ANN401 - WeasyPrint's document
        """Look for what stands in the margins: it is marked by where it stands."""
        self.slots: list[Slot] = []
        self._wide = wide
        self._figures: dict[tuple[str, ...], list[tuple[str, float]]] = {}
        self._fonts = document.fonts
        self._margins = dict(_margins(document))

    @contextmanager
    def drawn(self) -> Iterator[None]:
        """Have WeasyPrint draw so that every slot is marked."""
        from weasyprint import draw  # noqa: PLC0415 - optional

        original = draw.draw_text

        def draw_text(stream: Any, box: Any, *rest: Any) -> None:  # noqa: ANN401
            begins = len(stream.stream)
            original(stream, box, *rest)
            margin = self._margins.get(id(box))
            wanted = {THIS, ALL} if margin else {box.element.get("href")[1:]} if is_number(box) else set()
            if not wanted:
                return
            for at in range(begins, len(stream.stream)):
                if isinstance(stream.stream[at], bytes) and stream.stream[at].endswith(SHOWS):
                    figures = self._of_face(stream, box, original)
                    stream.stream[at] = self._marked(stream.stream[at], box, wanted, figures, margin)

        draw.draw_text = draw_text
        try:
            yield
        finally:
            draw.draw_text = original

    def _marked(
        self,
        shown: bytes,
        box: Any,  # noqa: ANN401
        wanted: set[str],
        figures: list[tuple[str, float]],
        margin: str | None,
    ) -> bytes:
        for to in sorted(wanted):
            instead = self._wide.get(to, self._wide[""])
            glyphs = rb"(?:>-?[0-9.]+<)?".join(figures[int(digit)][0].encode() for digit in instead)
            found = re.search(glyphs, shown)
            if not found:
                continue
            at = len(self.slots)
            half = HALF if not margin or box.style["text_align_all"] == "center" else 0.0
            self.slots.append(
                Slot(
                    to=to,
                    figures=figures,
                    instead=instead,
                    before=half,
                    beside=0.0 if margin else HALF,
                    behind=box.style["direction"] == "rtl",
                )
            )
            shown = b"[" + LEAD % at + shown[1 : found.start()] + NUMBER % at + shown[found.end() :]
        sides = [mark for side, mark in HEADS.items() if margin and side in margin]
        return sides[0] + shown + END if sides else shown

    def _of_face(self, stream: Any, box: Any, draw_text: Any) -> list[tuple[str, float]]:  # noqa: ANN401
        """Give glyph and width of every figure in the face of the box, which then has them all."""
        key = tuple(str(box.style[name]) for name in FACE)
        if key not in self._figures:
            alone, layout, before = stream.clone(), box.pango_layout, (box.text, box.pango_layout.text)
            box.text = layout.text = FIGURES
            draw_text(alone, box, 0, "clip", "none")
            box.text, layout.text = before
            shown = b" ".join(
                part for part in alone.stream if isinstance(part, bytes) and part.endswith(SHOWS)
            ).decode()
            run = "".join(GLYPHS.findall(shown))
            glyphs = [run[at : at + SIZE_OF_GLYPH] for at in range(0, len(run), SIZE_OF_GLYPH)]
            widths = {glyph: width for font in self._fonts.values() for glyph, width in font.widths.items()}
            font = next(
                part.split()[0][1:].decode()
                for part in alone.stream
                if isinstance(part, bytes) and part.endswith(b" Tf")
            )
            widths = {
                glyph: width for one in self._fonts.values() if one.hash == font for glyph, width in one.widths.items()
            }
            self._figures[key] = [(glyph, widths[int(glyph, 16)]) for glyph in glyphs]
        return self._figures[key]


def is_number(box: Any) -> bool:  # noqa: ANN401 - WeasyPrint's box
    """Whether it is text that a style sheet writes behind a link into the document, and its number is left open."""
    return hasattr(box, "text") and box.element_tag == "a::after" and "data-open" in box.element.attrib


def _margins(document: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401
    from weasyprint.formatting_structure.boxes import MarginBox, TextBox  # noqa: PLC0415 - optional

    for page in document.pages:
        for box in page._page_box.children:  # noqa: SLF001 - nothing else says where a box stands
            if isinstance(box, MarginBox):
                yield from ((id(inner), box.at_keyword) for inner in box.descendants() if isinstance(inner, TextBox))
