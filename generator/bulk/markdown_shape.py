"""Rows from Markdown: lists of questions under headings, and headings with the parts of a story; and Markdown again.

A field begins with a heading that is its name, or with `**Name:** text`; a part of a story with `Name: text`, too.
A line that would begin one and is only text has a backslash in front.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.bulk.columns import Columns
from generator.bulk.csv_shape import BULLET
from generator.bulk.shapes import ANSWER, QUESTION, Row, leaf
from generator.text.prose import plain
from generator.text.tree import Node

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.+?)[ \t]*$")
CLOSED = re.compile(r"[ \t]+#+$|^#+$")
LABEL = re.compile(r"\s*(?:[-*+]\s+)?(\*\*|__)(?P<name>[^*_][^*]*?):?\1:?[ \t]*(?P<rest>.*)")
WORDS = re.compile(r"\s*(?:[-*+]\s+)?(?P<name>[^\W\d_][\w /&()+-]{0,39}):(?:[ \t]+(?P<rest>.*)|$)")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
HERE = re.compile(r"\[[^]]*\]\(#[^)]*\)")  # a line of a table of contents
NUMBER = re.compile(r"^(?:Q?[0-9]{1,4}[.):]|Q[:.])\s+")
ASKING = ("?", "\uff1f", "\u061f")
Known = Callable[[str], bool]


@dataclass(frozen=True, kw_only=True)
class _Line:
    """One line, and what begins with it: a heading of some level, a label, an item of a list, or nothing."""

    number: int
    text: str
    kind: str = "text"
    level: int = 0
    name: str = ""
    rest: str = ""


@dataclass(kw_only=True)
class _Reading:
    file: str
    known: Known
    passed: list[tuple[int, str]]
    rows: list[Row] = field(default_factory=list)
    row: Row | None = None
    depth: int = 0  # the level of the entry's heading
    name: str = ""  # of the field that the next lines belong to
    begun: int = 1
    lines: list[str] = field(default_factory=list)
    title: _Line | None = None  # of the whole text, which is no category
    above: list[tuple[int, _Line]] = field(default_factory=list)
    bullets: list[tuple[int, Row]] = field(default_factory=list)


def read(text: str, file: str, columns: Columns, passed: list[tuple[int, str]]) -> list[Row]:
    """Give the rows of a text; lines that are no entry's are kept in `passed`, each with its number."""
    lines = [_line(number, line, columns) for number, line in _outside(text)]
    first = [line for line in lines if line.kind == "heading" and line.level == 1]
    reading = _Reading(file=file, known=columns.knows, passed=passed, title=first[0] if len(first) == 1 else None)
    for at, line in enumerate(lines):
        _take(reading, line, lines, at)
    _end_field(reading)
    return reading.rows


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


def _line(number: int, text: str, columns: Columns) -> _Line:
    if text.startswith("\0"):
        return _Line(number=number, text=text[1:])
    if found := HEADING.match(text):
        return _Line(number=number, text=text, kind="heading", level=len(found[1]), name=CLOSED.sub("", found[2]))
    for pattern, names in ((LABEL, columns.knows), (WORDS, columns.is_part)):
        if (found := pattern.match(text)) and names(_bare(found["name"])):
            return _Line(number=number, text=text, kind="label", name=_bare(found["name"]), rest=found["rest"] or "")
    if found := BULLET.match(text):
        indent = len(text) - len(text.lstrip())
        return _Line(number=number, text=text, kind="bullet", level=indent, rest=text[found.end() :])
    return _Line(number=number, text=text)


def _bare(name: str) -> str:
    return name.strip().rstrip(":").strip()


def _take(reading: _Reading, line: _Line, lines: Sequence[_Line], at: int) -> None:
    if line.kind == "heading":
        _take_heading(reading, line, lines, at)
    elif reading.row is not None:
        if line.kind == "label":
            _begin_field(reading, line.name, line)
            reading.lines.append(line.rest)
        else:
            reading.lines.append(_unescaped(line.text))
    elif line.kind == "bullet":
        _take_bullet(reading, line)
    elif reading.bullets and line.text[:1] in {" ", "\t"} and line.text.strip():
        last = reading.bullets[-1][1]
        if last.heading:
            last.heading.data = f"{last.heading.data} {plain(line.text.strip())}"
    elif line.text.strip():
        reading.bullets.clear()
        reading.passed.append((line.number, line.text))


def _take_heading(reading: _Reading, line: _Line, lines: Sequence[_Line], at: int) -> None:
    inside = reading.row is not None and line.level > reading.depth
    if inside and _is_field(line, reading.known):
        _begin_field(reading, _bare(line.name), line)
        return
    if inside:
        reading.lines.append(line.text)
        return
    _end_field(reading)
    reading.row = None
    reading.bullets.clear()
    reading.above = [(level, one) for level, one in reading.above if level < line.level]
    if _is_entry(reading, line, lines, at):
        raw = line.name.startswith("\\")
        said = line.name[1:] if raw else plain(NUMBER.sub("", line.name, count=1))
        heading = leaf(said, line.number, line.text.index("#") + line.level + 2)
        reading.row = _row(reading, line, heading, shape="" if raw or not _asks(said) else "?")
        reading.depth = line.level
        reading.name, reading.begun = ANSWER, line.number + 1
    elif line is not reading.title:
        reading.above.append((line.level, line))


def _is_entry(reading: _Reading, line: _Line, lines: Sequence[_Line], at: int) -> bool:
    """Whether fields stand right below the heading; or, where it asks something, no other heading."""
    asks = _asks(line.name) and not line.name.startswith("\\")
    for below in lines[at + 1 :]:
        if below.kind == "heading" and (below.level <= line.level or not _is_field(below, reading.known)):
            return asks and below.level <= line.level
        if below.kind in {"heading", "label"}:
            return True
    return asks


def _is_field(line: _Line, known: Known) -> bool:
    return not line.name.startswith("\\") and known(_bare(line.name))


def _asks(text: str) -> bool:
    return text.rstrip(" *_").endswith(ASKING)


def _row(reading: _Reading, line: _Line, heading: Node, shape: str = "", follows: Row | None = None) -> Row:
    category = None
    if reading.above:
        _, over = reading.above[-1]
        category = leaf(over.name[1:] if over.name.startswith("\\") else plain(over.name), over.number, over.level + 2)
    row = Row(
        file=reading.file,
        line=line.number,
        column=1,
        values=[],
        heading=heading,
        category=category,
        shape=shape,
        follows=follows,
    )
    reading.rows.append(row)
    return row


def _take_bullet(reading: _Reading, line: _Line) -> None:
    said = line.rest.strip()
    if HERE.fullmatch(said) or not plain(said):
        return
    place = (line.number, len(line.text) - len(line.rest) + 1)
    while reading.bullets and reading.bullets[-1][0] >= line.level:
        reading.bullets.pop()
    parent = reading.bullets[-1][1] if reading.bullets else None
    text = plain(NUMBER.sub("", said, count=1))
    if parent and not _asks(said):
        parent.values.append(("good_answer", leaf(text, *place)))
        return
    row = _row(reading, line, leaf(text, *place), shape=QUESTION.many, follows=parent)
    reading.bullets.append((line.level, row))


def _begin_field(reading: _Reading, name: str, line: _Line) -> None:
    _end_field(reading)
    reading.name, reading.begun = name, line.number


def _end_field(reading: _Reading) -> None:
    text = "\n".join(reading.lines).strip()
    if reading.row is not None and text:
        reading.row.values.append((reading.name, leaf(text, reading.begun, 1)))
    reading.lines, reading.name = [], ANSWER


def _means(line: str) -> bool:
    """Whether a line of text would begin something, but for the backslashes in front of it."""
    return bool(re.match(r"\s*(?:#|\*\*|__|`{3}|~{3}|[-*+]\s+(?:\*\*|__))", line) or WORDS.match(line))


def _escaped(line: str) -> str:
    return f"\\{line}" if _means(line.lstrip("\\")) else line


def _unescaped(line: str) -> str:
    return line[1:] if line.startswith("\\") and _means(line[1:].lstrip("\\")) else line


def _title(title: str, known: Known) -> str:
    """Give a title as a heading has it: with a backslash, where it would be read as more than its words."""
    more = _asks(title) or NUMBER.match(title) or plain(title) != title or known(_bare(title)) or title.startswith("\\")
    written = f"\\{title}" if more else title
    return f"{written} #" if CLOSED.search(written) else written


def write(
    heading: str,
    groups: Sequence[tuple[str, Sequence[tuple[str, Mapping[str, str | tuple[str, ...]]]]]],
    headed: Known,
    known: Known,
) -> str:
    """Give the rows by the name of their group, each under its title; what is `headed` has a heading of its own.

    A title that is `known` as the name of a field is marked as none.
    """
    lines = [f"# {heading}", ""]
    deep = 3 if any(name for name, _ in groups) else 2
    for name, rows in groups:
        if name:
            lines += [f"## {_title(name, known)}", ""]
        for title, values in rows:
            lines += [f"{'#' * deep} {_title(title, known)}", ""]
            short = {key: value for key, value in values.items() if isinstance(value, str) and not headed(key)}
            lines += [f"- **{key}:** {value}" for key, value in short.items()] + [""] * bool(short)
            for key, value in values.items():
                if key not in short:
                    said = [f"- {one}" for one in value] if isinstance(value, tuple) else value.split("\n")
                    lines += [f"{'#' * (deep + 1)} {key}", "", *map(_escaped, said), ""]
    return "\n".join(lines).rstrip("\n") + "\n"
