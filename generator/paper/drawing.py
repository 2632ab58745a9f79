"""What is not known yet, marked where WeasyPrint draws it; the glyphs of all that may stand there are kept beside."""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from generator.paper.piece import ALL, THIS, THOUSAND, Follower, Slot

LEAD, NUMBER, END = b"\x01l%d\x02", b"\x01n%d\x02", b"\x04"
UP, BACK = b"\x01u%d\x02", b"\x01b%d\x02"  # around words that draw up when a slot before them needs less room
WHOLE, WHOLE_END = b"\x05%d\x06", b"\x07"  # around all that stands where a page of another volume has other words
HEADS = {"left": b"\x03L", "right": b"\x03R"}  # what stands at this side of the head or foot is for pages of this side
SHOWS, FACE_OF = b"] TJ", b" Tf"
FIGURES = "0123456789"
GLYPHS = re.compile(r"<([0-9a-f]*)>")
SIZE_OF_GLYPH = 4
FACE = ("font_family", "font_size", "font_weight", "font_style", "font_variant_numeric", "letter_spacing", "lang")
HALF = 0.5
FROM_THE_START = {"ltr": {"start", "left"}, "rtl": {"start", "right"}}

Glyphs = list[tuple[str, float]]
Runs = list[tuple[str, Glyphs]]  # of one font each


class Marks:
    """The slots of one document, found while it is drawn.

    `wide` is the number that was set in place of each, `elsewhere` what is said instead of a page in another volume.
    """

    def __init__(self, document: Any, wide: Mapping[str, str], elsewhere: Mapping[str, str]) -> None:  # noqa: ANN401
        """Look for what stands in the margins and on which line: it is marked by where it stands."""
        self.slots: list[Slot] = []
        self.followers: list[Follower] = []
        self.drawn_up: list[tuple[Any, int]] = []  # boxes of links that go with words that draw up: which of these
        self._wide, self._elsewhere = wide, elsewhere
        self._runs: dict[tuple[str, ...], Runs] = {}
        self._fonts = document.fonts
        self._margins = dict(_margins(document))
        self._before: dict[int, list[Any]] = {}  # of words: the numbers before them on a line that closes up
        self._closing: set[int] = set()
        for texts, numbers in _lines_that_close_up(document):
            self._closing |= {id(box) for box in numbers}
            self._before |= {id(box): before for box in texts if (before := _standing_before(box, numbers))}
        self._slot_of: dict[int, int] = {}

    @contextmanager
    def drawn(self) -> Iterator[None]:
        """Have WeasyPrint draw so that every slot is marked."""
        from weasyprint import draw  # noqa: PLC0415 - optional

        original = draw.draw_text

        def draw_text(stream: Any, box: Any, *rest: Any) -> None:  # noqa: ANN401
            begins = len(stream.stream)
            original(stream, box, *rest)
            wanted = (
                {THIS, ALL} if id(box) in self._margins else {box.element.get("href")[1:]} if is_number(box) else ()
            )
            for at in range(begins, len(stream.stream) if wanted else begins):
                if isinstance(stream.stream[at], bytes) and stream.stream[at].endswith(SHOWS):
                    runs = self._alone(stream, box, FIGURES, original)
                    figures = [glyph for _font, glyphs in runs for glyph in glyphs]
                    stream.stream[at] = self._marked(stream.stream[at], box, wanted, figures)
            if id(box) in self._closing and id(box) in self._slot_of:
                words = {name: self._alone(stream, box, said, original) for name, said in self._instead(box)}
                self._open_whole(stream, begins, box, words)
            self._draw_up(stream, begins, box)

        draw.draw_text = draw_text
        try:
            yield
        finally:
            draw.draw_text = original

    def _instead(self, box: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
        """Give by volume what stands there instead of a page: nothing where there is the number alone."""
        space = " " if box.text[:1].isspace() else ""
        alone = box.text.strip() == self._wide[""]
        return ((name, "" if alone else space + said) for name, said in self._elsewhere.items())

    def _open_whole(self, stream: Any, begins: int, box: Any, words: Mapping[str, Runs]) -> None:  # noqa: ANN401
        """Mark all that is drawn of the box, which other words may take the place of."""
        at = self._slot_of[id(box)]
        told = {name: (_operators(runs, box), _width(runs)) for name, runs in words.items()}
        room = box.width * THOUSAND / box.style["font_size"]
        self.slots[at] = replace(self.slots[at], closes=True, room=room, instead_of_all=told)
        drawn = range(begins, len(stream.stream))
        first, *_ = (one for one in drawn if bytes(stream.stream[one]).endswith(FACE_OF))
        *_, last = (one for one in drawn if bytes(stream.stream[one]).endswith(SHOWS))
        stream.stream[last + 1 : last + 1] = [WHOLE_END]
        stream.stream[first : first + 1] = [WHOLE % at, stream.stream[first], b"[" + LEAD % at + SHOWS]

    def _draw_up(self, stream: Any, begins: int, box: Any) -> None:  # noqa: ANN401
        slots = [self._slot_of[id(number)] for number in self._before.get(id(box), ()) if id(number) in self._slot_of]
        if slots:
            at = len(self.followers)
            self.followers.append(Follower(slots=slots, way=1 if _is_from_the_right(box) else -1))
            self.drawn_up.append((box, at))
            stream.stream.insert(begins, UP % at)
            stream.stream.append(BACK % at)

    def _marked(self, shown: bytes, box: Any, wanted: Collection[str], figures: Glyphs) -> bytes:  # noqa: ANN401
        margin, closes = self._margins.get(id(box)), id(box) in self._closing
        for to in sorted(wanted):
            instead = self._wide.get(to, self._wide[""])
            glyphs = rb"(?:>-?[0-9.]+<)?".join(figures[int(digit)][0].encode() for digit in instead)
            found = re.search(glyphs, shown)
            if not found:
                continue
            at, backwards = len(self.slots), _is_from_the_right(box)
            half = HALF if not margin or box.style["text_align_all"] == "center" else 0.0
            self.slots.append(
                Slot(
                    figures=figures,
                    instead_of_all={},
                    to=to,
                    instead=instead,
                    before=float(backwards) if closes else half,
                    beside=0.0 if margin or closes else HALF,
                    behind=backwards,
                    size=box.style["font_size"],
                )
            )
            if closes:
                self._slot_of[id(box)] = at
            begins = b"[" if closes else b"[" + LEAD % at
            shown = begins + shown[1 : found.start()] + NUMBER % at + shown[found.end() :]
        sides = [mark for side, mark in HEADS.items() if margin and side in margin]
        return sides[0] + shown + END if sides else shown

    def _alone(self, stream: Any, box: Any, text: str, draw_text: Any) -> Runs:  # noqa: ANN401
        """Give the glyphs of the text in the face of the box, which then has them all, by the fonts they are in."""
        key = (text, *(str(box.style[name]) for name in FACE))
        if key not in self._runs:
            self._runs[key] = list(self._drawn_alone(stream, box, text, draw_text)) if text else []
        return self._runs[key]

    def _drawn_alone(self, stream: Any, box: Any, text: str, draw_text: Any) -> Iterator[tuple[str, Glyphs]]:  # noqa: ANN401
        alone, layout, before = stream.clone(), box.pango_layout, (box.text, box.pango_layout.text)
        box.text = layout.text = text
        draw_text(alone, box, 0, "clip", "none")
        box.text, layout.text = before
        widths: Mapping[int, float] = {}
        font = ""
        for part in (part for part in alone.stream if isinstance(part, bytes)):
            if part.endswith(FACE_OF):
                font = part.split()[0][1:].decode()
                widths = next(one.widths for one in self._fonts.values() if one.hash == font)
            elif part.endswith(SHOWS):
                run = "".join(GLYPHS.findall(part.decode()))
                glyphs = [run[at : at + SIZE_OF_GLYPH] for at in range(0, len(run), SIZE_OF_GLYPH)]
                yield font, [(glyph, widths[int(glyph, 16)]) for glyph in glyphs]


def _operators(runs: Runs, box: Any) -> str:  # noqa: ANN401
    """Give what draws these glyphs, in a text that is begun."""
    size = box.style["font_size"]
    return "\n".join(f"/{font} {size} Tf\n[<{''.join(glyph for glyph, _ in glyphs)}>] TJ" for font, glyphs in runs)


def _width(runs: Runs) -> float:
    return sum(width for _font, glyphs in runs for _glyph, width in glyphs)


def is_number(box: Any) -> bool:  # noqa: ANN401 - WeasyPrint's box
    """Whether it is text that a style sheet writes behind a link into the document, and its number is left open."""
    return hasattr(box, "text") and box.element_tag == "a::after" and "data-open" in box.element.attrib


def _margins(document: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401
    from weasyprint.formatting_structure.boxes import MarginBox, TextBox  # noqa: PLC0415 - optional

    for page in document.pages:
        for box in page._page_box.children:  # noqa: SLF001 - nothing else says where a box stands
            if isinstance(box, MarginBox):
                yield from ((id(inner), box.at_keyword) for inner in box.descendants() if isinstance(inner, TextBox))


def _lines_that_close_up(document: Any) -> Iterator[tuple[list[Any], list[Any]]]:  # noqa: ANN401
    """Give all words of each line that is set from where one begins to read, and the numbers of entries among them."""
    from weasyprint.formatting_structure.boxes import LineBox, MarginBox, TextBox  # noqa: PLC0415 - optional

    for page in document.pages:
        for line in _within(page._page_box, MarginBox):  # noqa: SLF001
            if isinstance(line, LineBox) and line.style["text_align_all"] in FROM_THE_START[line.style["direction"]]:
                texts = [box for box in _within(line, LineBox) if isinstance(box, TextBox)]
                numbers = [box for box in texts if is_number(box) and "entry" in box.element.get("class", "").split()]
                if numbers:
                    yield texts, numbers


def _within(whole: Any, but: type) -> Iterator[Any]:  # noqa: ANN401
    """Give all boxes within this one, those of that kind left out with all that they hold."""
    open_ = [whole]
    while open_:
        for box in getattr(open_.pop(), "children", ()):
            if not isinstance(box, but):
                yield box
                open_.append(box)


def _standing_before(box: Any, numbers: list[Any]) -> list[Any]:  # noqa: ANN401
    backwards = _is_from_the_right(box)
    return [one for one in numbers if one is not box and (one.position_x > box.position_x) == backwards]


def _is_from_the_right(box: Any) -> bool:  # noqa: ANN401
    return box.style["direction"] == "rtl"  # type: ignore[no-any-return]
