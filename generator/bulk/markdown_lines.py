"""The lines of a Markdown text, each with what begins in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.bulk.columns import Columns
from generator.bulk.csv_shape import BULLET

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.+?)[ \t]*$")
CLOSED = re.compile(r"[ \t]+#+$|^#+$")
LABEL = re.compile(r"\s*(?:[-*+]\s+)?(\*\*|__)(?P<name>[^*_][^*]*?):?\1:?[ \t]*(?P<rest>.*)")
WORDS = re.compile(r"\s*(?:[-*+]\s+)?(?P<name>[^\W\d_][\w /&()+-]{0,39}):(?:[ \t]+(?P<rest>.*)|$)")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
ALONE = re.compile(r"(?P<name>[^\W\d_][\w /&()+-]{1,39})[ \t]*$")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line, and what begins with it: a heading of some level, a label, an item of a list, or nothing."""

    number: int
    text: str
    kind: str = "text"
    level: int = 0
    name: str = ""
    rest: str = ""


def lines_of(text: str, columns: Columns) -> list[Line]:
    """Give every line; the name of a part that stands alone begins it where no paragraph runs on into it."""
    lines: list[Line] = []
    for number, said in _outside(text):
        line = _line(number, said, columns)
        found = ALONE.match(said)
        free = not lines or lines[-1].kind == "heading" or not lines[-1].text.strip()
        if found and free and line.kind == "text" and columns.is_part(bare(found["name"])):
            line = Line(number=number, text=said, kind="label", name=bare(found["name"]))
        lines.append(line)
    return lines


def bare(name: str) -> str:
    """Give a name without the colon behind it."""
    return name.strip().rstrip(":").strip()


def means(line: str) -> bool:
    """Whether a line of text would begin something, but for the backslashes in front of it."""
    marked = re.match(r"\s*(?:#|\*\*|__|`{3}|~{3}|[-*+]\s+(?:\*\*|__))", line)
    return bool(marked or WORDS.match(line) or ALONE.match(line))


def _outside(text: str) -> Iterator[tuple[int, str]]:
    """Give every line with its number; inside a fence, with a sign in front that lets it be nothing but text."""
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        found = FENCE.match(line)
        if fence:
            fence = "" if found and found[1].startswith(fence) else fence
            yield number, f"\0{line}"
        else:
            fence = found[1] if found else ""
            yield number, line


def _line(number: int, text: str, columns: Columns) -> Line:
    if text.startswith("\0"):
        return Line(number=number, text=text[1:])
    if found := HEADING.match(text):
        return Line(number=number, text=text, kind="heading", level=len(found[1]), name=CLOSED.sub("", found[2]))
    for pattern, names in ((LABEL, columns.knows), (WORDS, columns.is_part)):
        if (found := pattern.match(text)) and names(bare(found["name"])):
            return Line(number=number, text=text, kind="label", name=bare(found["name"]), rest=found["rest"] or "")
    if found := BULLET.match(text):
        indent = len(text) - len(text.lstrip())
        return Line(number=number, text=text, kind="bullet", level=indent, rest=text[found.end() :])
    return Line(number=number, text=text)
