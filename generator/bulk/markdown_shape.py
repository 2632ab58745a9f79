"""Rows from Markdown: lists of questions under headings, and headings with the parts of a story; and Markdown again.

A field begins with a heading that is its name, or with `**Name:** text`; a part of a story with `Name: text` too, or
with its name alone on a line. A line that would begin one and is only text has a backslash in front.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.bulk.columns import Columns
from generator.bulk.markdown_lines import CLOSED, WORDS, Line, bare, lines_of, means
from generator.bulk.shapes import ANSWER, QUESTION, STORY, Row, leaf
from generator.text.prose import plain
from generator.text.tree import Node

HERE = re.compile(r"\[[^]]*\]\(#[^)]*\)")  # a line of a table of contents
NUMBER = re.compile(r"^(?:Q?[0-9]{1,4}[.):]|Q[:.])\s+")
ASKING = ("?", "\uff1f", "\u061f")
Known = Callable[[str], bool]


@dataclass(kw_only=True)
class _Reading:
    file: str
    columns: Columns
    passed: list[tuple[int, str]]
    rows: list[Row] = field(default_factory=list)
    row: Row | None = None
    depth: int = 0  # the level of the entry's heading
    name: str = ""  # of the field that the next lines belong to
    begun: int = 1
    lead: bool = False  # whether no field of the entry has begun
    carried: str = ""  # what the next field begins with
    lines: list[str] = field(default_factory=list)
    title: Line | None = None  # of the whole text, which is no category
    above: list[tuple[int, Line]] = field(default_factory=list)
    bullets: list[tuple[int, Row]] = field(default_factory=list)


def read(text: str, file: str, columns: Columns, passed: list[tuple[int, str]]) -> list[Row]:
    """Give the rows of a text; lines that are no entry's are kept in `passed`, each with its number."""
    lines = lines_of(text, columns)
    first = [line for line in lines if line.kind == "heading" and line.level == 1]
    reading = _Reading(file=file, columns=columns, passed=passed, title=first[0] if len(first) == 1 else None)
    for at, line in enumerate(lines):
        _take(reading, line, lines, at)
    _end_field(reading)
    return reading.rows


def _take(reading: _Reading, line: Line, lines: Sequence[Line], at: int) -> None:
    if line.kind == "heading":
        _take_heading(reading, line, lines, at)
    elif reading.row is not None:
        if line.kind == "label":
            _begin_field(reading, line.name, line)
            reading.lines.append(line.rest)
        elif asked := _asked(reading, line):
            reading.row.values.append(asked)
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


def _take_heading(reading: _Reading, line: Line, lines: Sequence[Line], at: int) -> None:
    inside = reading.row is not None and line.level > reading.depth
    if inside and _is_field(line, reading.columns.knows):
        _begin_field(reading, bare(line.name), line)
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
        reading.name, reading.begun, reading.lead = ANSWER, line.number + 1, True
    elif line is not reading.title:
        reading.above.append((line.level, line))


def _is_entry(reading: _Reading, line: Line, lines: Sequence[Line], at: int) -> bool:
    """Whether fields stand right below the heading; or, where it asks something, no other heading."""
    asks = _asks(line.name) and not line.name.startswith("\\")
    for below in lines[at + 1 :]:
        if below.kind == "heading" and (below.level <= line.level or not _is_field(below, reading.columns.knows)):
            return asks and below.level <= line.level
        if below.kind in {"heading", "label"}:
            return True
    return asks


def _is_field(line: Line, known: Known) -> bool:
    return not line.name.startswith("\\") and known(bare(line.name))


def _asks(text: str) -> bool:
    return text.rstrip(" *_").endswith(ASKING)


def _row(reading: _Reading, line: Line, heading: Node, shape: str = "", follows: Row | None = None) -> Row:
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


def _take_bullet(reading: _Reading, line: Line) -> None:
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


def _begin_field(reading: _Reading, name: str, line: Line) -> None:
    """Begin a field; what stands between the title and the first part of a telling is that part's."""
    carried = "\n".join(reading.lines).strip() if reading.lead and reading.columns.is_part(name) else ""
    if carried:
        reading.lines = []
    _end_field(reading)
    reading.name, reading.begun, reading.lead, reading.carried = name, line.number, False, carried


def _asked(reading: _Reading, line: Line) -> tuple[str, Node] | None:
    """Give the question that a story answers, where a line below its title says `Question: ...`."""
    found = WORDS.match(line.text) if reading.lead and reading.row and not reading.row.shape else None
    meant = found and found["rest"] and reading.columns.field(STORY, found["name"])
    if not found or not meant or meant[0].name != "question":
        return None
    return found["name"], leaf(found["rest"].strip(), line.number, line.text.index(found["rest"]) + 1)


def _end_field(reading: _Reading) -> None:
    text = "\n\n".join(filter(None, (reading.carried, "\n".join(reading.lines).strip())))
    if reading.row is not None and text:
        reading.row.values.append((reading.name, leaf(text, reading.begun, 1)))
    reading.lines, reading.name, reading.carried = [], ANSWER, ""


def _escaped(line: str) -> str:
    return f"\\{line}" if means(line.lstrip("\\")) else line


def _unescaped(line: str) -> str:
    return line[1:] if line.startswith("\\") and means(line[1:].lstrip("\\")) else line


def _title(title: str, known: Known) -> str:
    """Give a title as a heading has it: with a backslash, where it would be read as more than its words."""
    more = _asks(title) or NUMBER.match(title) or plain(title) != title or known(bare(title)) or title.startswith("\\")
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
