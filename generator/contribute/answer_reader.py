"""An issue's answers read one by one: as a line, as prose, as choices, as rows; what is missing in them is kept."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from generator.content.content import Content
from generator.content.naming import NoSuchNameError, pick, slug_named
from generator.contribute.answers import Missing
from generator.contribute.issue_form import FIELDS, Field, options_of
from generator.model import LIST_LIMIT, PROSE_LIMIT, TEXT_LIMIT
from generator.text.characters import hostile
from generator.text.issue import shown
from generator.text.prose import plain
from generator.text.scalar import tidy

CHANGE = re.compile(r"([^:]+): ?(.+?) *(?:-+>|=+>|\u2192|\u2013>) *(.+)")
CELLS = 3  # of a figure: what, before, after
LINK = re.compile(r"(?:https?://[^\s)]*|\b[\w./-]+)#([a-z0-9]+(?:-[a-z0-9]+)*)\)?$")


class AnswerReader:
    """Takes the fields one by one and keeps what is missing in them."""

    def __init__(self, content: Content, values: Mapping[str, str]) -> None:
        self.content = content
        self.values = values
        self.missing: list[Missing] = []
        self.left: list[Missing] = []  # the same of optional answers, which block nobody
        self._fields = {field.id: field for field in FIELDS}

    def miss(self, id_: str, says: str) -> None:
        """Keep what is to be said of this field."""
        field = self._fields[id_]
        (self.missing if field.needed else self.left).append(Missing(label=field.label, says=says))

    def as_written(self) -> dict[str, str]:
        """Give each optional answer that could not be read, by its label."""
        wanted = {one.label for one in self.left}
        return {field.label: self.values.get(id_, "") for id_, field in self._fields.items() if field.label in wanted}

    def value(self, id_: str) -> str:
        """Give what was written, if every character of it is visible."""
        value = self.values.get(id_)
        if value is None:
            return ""  # its heading is gone, which has been said
        field = self._fields[id_]
        if not value and field.needed:
            self.miss(id_, f"nothing is written. {field.says}")
        for _, found in hostile(value):
            self.miss(id_, f"a text must hold visible characters only, found {found}; delete it")
            return ""
        return value

    def line(self, id_: str) -> str:
        """Give the answer on one line."""
        value = " ".join(self.value(id_).split())
        if len(value) > TEXT_LIMIT:
            self.miss(id_, f"it must be at most {TEXT_LIMIT} characters, found {len(value)}")
        return value

    def prose(self, id_: str) -> str:
        """Give the answer as paragraphs."""
        value = tidy(self.value(id_))
        if len(value) > PROSE_LIMIT:
            self.miss(id_, f"it must be at most {PROSE_LIMIT} characters, found {len(value)}")
            return ""
        if value and not plain(value):
            self.miss(id_, f"it must hold words. {self._fields[id_].says}")
        return value

    def lines(self, id_: str) -> list[str]:
        """Give the lines that are not empty."""
        lines = [line.strip() for line in self.value(id_).split("\n") if line.strip()]
        if len(lines) > LIST_LIMIT:
            self.miss(id_, f"it must be at most {LIST_LIMIT} lines, found {len(lines)}")
        return lines[:LIST_LIMIT]

    def one(self, id_: str) -> str:
        """Give the id of the option that was chosen, or nothing."""
        return next(iter(self._chosen(self._fields[id_])), "")

    def many(self, id_: str) -> list[str]:
        """Give the ids of the options that were chosen, each once."""
        return self._chosen(self._fields[id_])

    def _chosen(self, field: Field) -> list[str]:
        options = options_of(self.content, field.options)
        found = []
        typed_ones = _split(" ".join(self.value(field.id)[:PROSE_LIMIT].split()), list(options.values()))
        for typed in islice(typed_ones, LIST_LIMIT):
            try:
                found.append(pick(field.options, options, typed))
            except NoSuchNameError as error:
                self.miss(field.id, f"{error}.")
        return list(dict.fromkeys(found))

    def questions(self, id_: str) -> list[str]:
        """Give the ids of the questions named, one on each line, by id or by their words."""
        found = []
        for line in filter(None, (line.strip(" \t-*") for line in self.lines(id_))):
            try:
                found.append(slug_named(self.content, "question", _linked(line).strip("\"'`\u201c\u201d")))
            except NoSuchNameError as error:
                self.miss(id_, f"{error}. Copy it from the question bank.")
        return list(dict.fromkeys(found))

    def rows(self, id_: str, names: tuple[str, ...], more: str = "") -> Iterator[dict[str, str]]:
        """Give the cells of each line by name, parted at each `|`; what is said of a wrong one ends in `more`."""
        for line in self.lines(id_):
            if re.fullmatch(r"[\s|:-]+", line) or line.startswith(("```", "~~~")):
                continue  # the rule of a table, or a fence around the lines
            cells = _cells(re.sub(r"^[-*] +", "", line), len(names))
            if len(cells) != len(names) or not all(cells):
                such = f'such as "{" | ".join(names)}"'
                self.miss(id_, f'a line must hold {len(names)} parts, {such}, found "{shown(line)}"{more}')
            else:
                yield dict(zip(names, cells, strict=True))


def _cells(line: str, count: int) -> list[str]:
    """Give the cells of a line: parted at each `|`, or as people write a change: "what: before -> after"."""
    change = CHANGE.fullmatch(line) if count == CELLS and "|" not in line else None
    return [cell.strip() for cell in (change.groups() if change else line.strip("|").split("|"))]


def _linked(line: str) -> str:
    """Give the id that a link to a question ends in; of any other line all of it."""
    found = LINK.search(line)
    return found[1] if found else line


def _split(typed: str, options: list[str]) -> Iterator[str]:
    """Give the choices of a list with commas; an option that holds a comma itself stays whole."""
    rest = typed
    longest_first = sorted(options, key=len, reverse=True)
    while rest:
        option = next((o for o in longest_first if rest == o or rest.startswith(f"{o}, ")), None)
        option = option or rest.partition(", ")[0]
        yield option
        rest = rest[len(option) :].removeprefix(",").strip()
