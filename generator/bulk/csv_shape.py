"""Rows from a table of commas, semicolons or tabs, each cell with its place; and a table that gives them again."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from generator.bulk.shapes import Row, leaf
from generator.text.issue import Issue, shown

SEPARATORS = ",;\t"
LONGEST_CELL = 1 << 16
FORMULA = re.compile(r"'*[=+@\t-]")  # what a spreadsheet may take for one; it hides one apostrophe in front of it


def read(text: str, file: str, issues: list[Issue]) -> Iterator[Row]:
    """Give the rows of a table whose first line names its columns."""
    separator = _separator(text.partition("\n")[0])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    csv.field_size_limit(LONGEST_CELL)
    lines, names, line = text.split("\n"), list[str](), 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            issues.append(_unreadable(file, line, str(error)))
            return
        if cells is None:
            return
        begun, line = line, reader.line_num + 1
        if not any(cell.strip() for cell in cells):
            continue
        places = _places("\n".join(lines[begun - 1 : line - 1]), begun, separator)
        if not names:
            names = [cell.strip() for cell in cells]
            continue
        if any(cell.strip() for cell in cells[len(names) :]):
            said = f"a line must have as many cells as the first ({len(names)}), found {len(cells)}"
            mend = "; put quotes around a cell that holds the separator"
            issues.append(Issue(file=file, line=begun, message=said + mend, code="columns"))
            continue
        values = [
            (name, leaf(_plain(cell.strip()), *place))
            for name, cell, place in zip(names, cells, places, strict=False)
            if cell.strip()
        ]
        yield Row(file=file, line=begun, column=1, values=values)


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _separator(first: str) -> str:
    """Give the sign that parts most names of the first line: csv's sniffer guesses from quotes that it half sees."""
    outside = re.sub(r'"(?:[^"]|"")*"', "", first)
    return max(SEPARATORS, key=outside.count)


def _unreadable(file: str, line: int, problem: str) -> Issue:
    if "field larger" in problem:
        said = f"a cell must be at most {LONGEST_CELL} characters, found more"
    elif "end of data" in problem:
        said = "each quote that opens must close, found the end of the file; close it, or write it twice inside a cell"
    else:
        said = f'the table must be readable as CSV, found "{shown(problem)}"; write a quote inside a cell twice'
    return Issue(file=file, line=line, message=said, code="csv-syntax")


def _places(record: str, line: int, separator: str) -> Iterator[tuple[int, int]]:
    """Give line and column of each cell of a record."""
    column, quoted, may_open = 1, False, True
    yield line, column
    for sign in record:
        if quoted:
            quoted = sign != '"'
            may_open = not quoted  # a quote right behind is one that was written twice
        elif sign == '"' and may_open:
            quoted = True
        else:
            may_open = sign == separator
            if may_open:
                yield line, column + 1
        line, column = (line + 1, 1) if sign == "\n" else (line, column + 1)


def write(names: Sequence[str], rows: Sequence[Mapping[str, str | tuple[str, ...]]]) -> str:
    """Give the rows as a table with these columns, a list with an item on each line of its cell."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(names)
    for row in rows:
        table.writerow([_safe(lined(row[name])) if name in row else "" for name in names])
    return out.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


BULLET = re.compile(r"\s*(?:[-*+\u2022]|[0-9]{1,3}[.)])\s+(?:\[[ xX]\]\s+)?")


def lined(value: str | tuple[str, ...]) -> str:
    """Give a list with an item on each line, with a mark before each where all begin with one or one might be lost."""
    if isinstance(value, str):
        return value
    marked = all(BULLET.match(item) for item in value)
    return "\n".join(f"- {item}" if marked else item for item in value)


def items(text: str) -> tuple[str, ...]:
    """Give the lines of a list that are not empty, without their marks where all of them have one."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    marked = all(BULLET.match(line) for line in lines)
    return tuple(BULLET.sub("", line, count=1) if marked else line for line in lines)
