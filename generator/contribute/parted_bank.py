"""A list of questions parted: one file a question, as it was written, with its comments and its place."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.content.bank_files import APART
from generator.content.file_names import RESERVED
from generator.model import QUESTIONS, SLUG
from generator.text.issue import ContentError, Issue, shown
from generator.text.source import Source, parse_source

SCHEMA = "# yaml-language-server: $schema=../../../schemas/question.schema.json"
OLD_SCHEMA = re.compile(r"\ufeff?# yaml-language-server:")
ID = re.compile(r"""(["']?)id\1\s*:\s+(["']?)[a-z0-9-]+\2\s*(#.*)?""")


def parted(text: str, file: str) -> dict[str, str]:
    """Give the text of a file for each question of the list `file`, by its path.

    Raises ContentError where the list cannot be read, or is not written in lines.
    """
    source = parse_source(text.encode(), file)
    questions = source.data.get("questions") if isinstance(source.data, dict) else None
    if not isinstance(questions, tuple) or len(source.data) > 1:
        raise ContentError([_issue(source, 1, "the file must hold a list of questions and nothing else; mend it")])
    found: dict[str, str] = {}
    for at, (question, lines) in enumerate(zip(questions, _pieces(source, len(questions)), strict=True)):
        line = source.place(("questions", at))[0]
        name = question.get("id") if isinstance(question, dict) else None
        if not isinstance(name, str) or name in RESERVED or not re.fullmatch(SLUG, name, re.ASCII):
            raise ContentError(
                [
                    _issue(
                        source,
                        line,
                        f'each question must have an id that can name a file, found "{shown(str(name))}"; write one',
                    )
                ]
            )
        path = f"{QUESTIONS.where}/{PurePosixPath(file).stem}/{name}.yaml"
        if path in found:
            raise ContentError([_issue(source, line, f'an id must stand once, found "{name}" again; delete one')])
        order = (at + 1) * APART
        found[path] = "\n".join([SCHEMA, *_ordered(lines, order)]).rstrip() + "\n"
        if not _holds(found[path], path, question, order):
            said = 'each question must begin with "- " on a line of its own, with a field on each line below'
            raise ContentError([_issue(source, line, f"{said}, found it written otherwise; write it so")])
    return found


def _pieces(source: Source, many: int) -> Iterator[list[str]]:
    """Give the lines of each question without the blanks before them, with the comments above it."""
    lines = source.text.replace("\r\n", "\n").split("\n")
    places = [source.place(("questions", at)) for at in range(many)]
    begins = [line - 1 for line, _ in places]
    for at in range(1, many):
        dash = lines[begins[at]].find("-")
        while begins[at] > begins[at - 1] + 1 and _is_above(lines[begins[at] - 1], dash):
            begins[at] -= 1
    for at, (line, column) in enumerate(places):
        above = lines[: line - 1] if at == 0 else lines[begins[at] : line - 1]
        end = begins[at + 1] if at + 1 < many else len(lines)
        own = [lines[line - 1][column - 1 :], *(_moved(one, column - 1) for one in lines[line:end])]
        yield [*filter(None, map(_comment, above)), *own]


def _is_above(line: str, dash: int) -> bool:
    """Whether the line is a comment on the question below it, or blank."""
    said = line.lstrip()
    return not said or (said.startswith("#") and len(line) - len(said) <= dash)


def _comment(line: str) -> str:
    """Give the comment of a line that stands above a question; nothing where it is the schema's."""
    return "" if OLD_SCHEMA.match(line) or "#" not in line else line[line.index("#") :]


def _moved(line: str, by: int) -> str:
    return line[by:] if not line[:by].strip() else line.lstrip()


def _ordered(lines: list[str], order: int) -> Iterator[str]:
    """Give the lines with the question's place where its id stood; a comment beside that stands above."""
    found = False
    for line in lines:
        if not found and (said := ID.fullmatch(line.rstrip())):
            found = True
            yield from filter(None, [said[3]])
            yield f"order: {order}"
        else:
            yield line


def _holds(text: str, path: str, question: dict[str, Any], order: int) -> bool:
    try:
        data = parse_source(text.encode(), path).data
    except ContentError:
        return False
    return bool(data == {"order": order, **{name: value for name, value in question.items() if name != "id"}})


def _issue(source: Source, line: int, said: str) -> Issue:
    return Issue(file=source.file, line=line, message=f"{said}, then upgrade again", code="type")
