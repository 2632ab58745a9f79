"""The text of a new entry's file, and of a file of questions with new ones behind those it has."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.model import QUESTION_BANKS
from generator.model.record import LONG_LIST_LIMIT
from generator.text.issue import ContentError, Issue
from generator.text.scalar import INDENT, mapping
from generator.text.source import KILOBYTE, Source, parse_source

SCHEMA = "# yaml-language-server: $schema=../../schemas/{}.schema.json"
ITEM = re.compile(r"^( *)- ", re.MULTILINE)


def entry_text(kind: str, data: Mapping[str, Any]) -> str:
    """Give the text of an entry's file."""
    return "\n".join([SCHEMA.format(kind), *mapping(data, exact=True)]) + "\n"


def bank_text(file: str, before: Source | None, questions: Sequence[Mapping[str, Any]]) -> str:
    """Give the text of a file of questions with these behind those it has, which stay as they are written.

    Raises ContentError where that would be too many, or where the file is not written in lines.
    """
    lines = list(mapping({"questions": list(questions)}, exact=True))[1:]
    lines = [f"\n{line}" if at and line.startswith("  - ") else line for at, line in enumerate(lines)]
    body = "\n".join(lines) + "\n"
    if before is None:
        text = f"{SCHEMA.format(QUESTION_BANKS.id)}\nquestions:\n{body}"
        there: tuple[Any, ...] = ()
    else:
        there = before.data["questions"]
        text = before.text.rstrip("\n") + "\n\n" + _indented(body, before)
    if len(there) + len(questions) > LONG_LIST_LIMIT:
        said = f"a file must hold at most {LONG_LIST_LIMIT} questions, found {len(there) + len(questions)}"
        raise _refused(file, f"{said}; part its competency in two", "size")
    if len(text.encode()) > QUESTION_BANKS.kilobytes * KILOBYTE:
        said = f"a file must be at most {QUESTION_BANKS.kilobytes} kB, found {len(text.encode()) // KILOBYTE} kB"
        raise _refused(file, f"{said}; part its competency in two", "too-large")
    try:
        read = parse_source(text.encode(), file).data["questions"]
    except ContentError:
        read = None
    if read != (*there, *questions):
        said = 'questions can be added where each begins with "- " on a line of its own, found them written otherwise'
        raise _refused(file, f"{said}; write the file so", "list")
    return text


def _indented(body: str, before: Source) -> str:
    """Give the new items with as many blanks in front as those of the file have."""
    line, _ = before.place(("questions", 0))
    found = ITEM.match(before.text.split("\n")[line - 1])
    deep = len(found[1]) if found else INDENT
    return "\n".join(" " * deep + part[INDENT:] if part else "" for part in body.split("\n"))


def _refused(file: str, said: str, code: str) -> ContentError:
    return ContentError([Issue(file=file, message=said, code=code)])
