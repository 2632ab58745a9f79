"""Words as drawn letters: the project's own faces, what they can show, and lines that fit into a width."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SUBSETS = ("latin", "latin-ext")  # each face is two files; the second has what the first lacks
LEADING = 1.14  # from one line to the next, in sizes of the letters
MISSING = "\U0010fffd"  # a character that no font has: what is drawn for it stands for every missing one
SAMPLE = 24  # pixels; a letter that can be drawn in one size can be drawn in all
ELLIPSIS = "\u2026"


@dataclass(frozen=True, kw_only=True)
class Face:
    """A face of the fonts' folder in one size: how wide words are in it, and their drawn letters."""

    folder: Path
    name: str
    size: int

    @property
    def inset(self) -> int:
        """The blank at the left of a mask: room for what hangs over."""
        return self.size // 8

    def width(self, text: str) -> float:
        """Give the pixels that the text takes on one line."""
        return sum(_advance(self, char) for char in text)

    def mask(self, text: str) -> Image.Image:
        """Give the text on one line as shades from 0 (paper) to 255 (ink); its baseline is `size` below the top."""
        image = Image.new("L", (int(self.width(text)) + self.size, self.size * 3 // 2))
        draw, at = ImageDraw.Draw(image), float(self.inset)
        for font, run in self._runs(text):
            draw.text((at, self.size), run, fill=255, font=font, anchor="ls")
            at += font.getlength(run)
        return image

    def legible(self, text: str) -> str:
        """Give the text as this face can show it.

        Signs that it lacks are left out; a text with a letter that it lacks would be riddled, and is left out whole.
        """
        kept = []
        for char in unicodedata.normalize("NFC", " ".join(text.split())):
            category = unicodedata.category(char)
            if category[0] == "C":
                continue  # neither joined nor turned around: nothing here needs it
            if _subset(self.folder, self.name, char) is not None:
                kept.append(char)
            elif category[0] in "LMN":
                return ""
        return " ".join("".join(kept).split())

    def lines(self, text: str, width: float) -> list[str]:
        """Give the text in lines of at most this width, all about equally long; a word too long for one is broken."""
        lines = self._wrapped(text, width)
        narrow, wide = width / 2, width
        while wide - narrow > self.size / 4:
            between = (narrow + wide) / 2
            if len(self._wrapped(text, between)) > len(lines):
                narrow = between
            else:
                wide = between
        return self._wrapped(text, wide)

    def cut(self, text: str, width: float) -> str:
        """Give as much of the text as has room on one line."""
        if self.width(text) <= width:
            return text
        room = width - self.width(ELLIPSIS)
        kept = text[: sum(end <= room for end in accumulate(_advance(self, char) for char in text))].rstrip()
        return kept + ELLIPSIS if kept else ""

    def _wrapped(self, text: str, width: float) -> list[str]:
        lines: list[str] = []
        for word in self._words(text, width):
            joined = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(word)
        return lines

    def _words(self, text: str, width: float) -> Iterator[str]:
        for word in text.split():
            rest = word
            while self.width(rest) > width and len(rest) > 1:
                fits = max(1, sum(end <= width for end in accumulate(_advance(self, char) for char in rest)))
                yield rest[:fits]
                rest = rest[fits:]
            yield rest

    def _runs(self, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        for subset, run in groupby(text, lambda char: _subset(self.folder, self.name, char) or SUBSETS[0]):
            yield _font(self.folder, self.name.replace("*", subset), self.size), "".join(run)


def fit(faces: Sequence[Face], text: str, width: float, height: float) -> tuple[Face, list[str]]:
    """Give the first face in which the text fits into the box, with its lines; the last face cuts what has no room."""
    for face in faces:
        room = int(height / (face.size * LEADING))
        if face.width(text) <= width * room and len(lines := face.lines(text, width)) <= room:
            return face, lines
    kept = face._wrapped(text, width)[:room]  # noqa: SLF001 - not balanced: what is cut fills its lines
    return face, [*kept[:-1], face.cut(kept[-1] + ELLIPSIS, width)] if kept else []


@lru_cache(maxsize=64)
def _font(folder: Path, file: str, size: int) -> ImageFont.FreeTypeFont:
    """Open the font. Its letters are set one by one: how others are joined depends on what else a machine has."""
    return ImageFont.truetype(folder / file, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=1 << 14)
def _advance(face: Face, char: str) -> float:
    subset = _subset(face.folder, face.name, char) or SUBSETS[0]
    return _font(face.folder, face.name.replace("*", subset), face.size).getlength(char)


@lru_cache(maxsize=1 << 14)
def _subset(folder: Path, name: str, char: str) -> str | None:
    """Give the part of the face that has the character, or nothing."""
    fonts = ((subset, _font(folder, name.replace("*", subset), SAMPLE)) for subset in SUBSETS)
    return next((subset for subset, font in fonts if _drawn(font, char) != _drawn(font, MISSING)), None)


def _drawn(font: ImageFont.FreeTypeFont, char: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(char)
    return mask.size, bytes(mask)
