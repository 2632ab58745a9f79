"""A problem with the content, as a value: where it is, what must be true, and what was found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

LONGEST_PATH = 4096
Severity = Literal["error", "warning", "waived"]
Row = tuple[str, int, int, str, str, Severity]  # an issue as plain values
LONGEST_NAME = 100  # so much of a name is looked at
ALIKE, MUCH_ALIKE = 60, 80  # per cent: of a name, and of a name's title
FEW = 20  # so many names can be listed in a message


@dataclass(frozen=True, kw_only=True, order=True)
class Issue:
    """One problem at one place; `line` and `column` count from 1."""

    file: str
    line: int = 1
    column: int = 1
    message: str
    code: str
    severity: Severity = "error"

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else f"{self.severity}: "
        file, message = shown(self.file, LONGEST_PATH), shown(self.message, LONGEST_PATH)
        return f"{file}:{self.line}:{self.column}: {mark}{message} [{self.code}]"

    @property
    def row(self) -> "Row":
        """Give it as plain values."""
        return self.file, self.line, self.column, self.message, self.code, self.severity

    @classmethod
    def of(cls, row: "Row") -> "Issue":
        """Give the issue of these values."""
        file, line, column, message, code, severity = row
        return cls(file=file, line=line, column=column, message=message, code=code, severity=severity)


class ContentError(Exception):
    """Raised once, with every issue that keeps the content from being used."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = tuple(sorted(set(issues)))
        super().__init__("\n".join(map(str, self.issues)))


class UsageError(Exception):
    """Raised where a command cannot be obeyed; the message says why and what to write instead."""


class FailedError(Exception):
    """Raised where a command was right and could not be done; the message says why, and what was there stays."""


def shown(value: str, longest: int = 80) -> str:
    """Give the text on one line, cut at `longest`, with every character that is not printable as its code point."""
    if len(value) <= longest and value.isprintable():
        return value
    safe = "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in value[: longest + 1])
    return safe if len(value) <= longest else f"{safe[:longest]}..."


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Give `; did you mean "x"?` for the nearest of `names`, or nothing where none is near."""
    near = nearest(name, names, ALIKE)
    return f'; did you mean "{near}"?' if near else ""


def nearest(name: str, names: Iterable[str], alike: int) -> str:
    """Give the one of `names` that is most like the name, if it is so many per cent alike, else nothing."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - slow to load, and asked for where something is wrong

    found = process.extractOne(name[:LONGEST_NAME], sorted(set(names)), scorer=fuzz.ratio, score_cutoff=alike)
    return str(found[0]) if found else ""


def name_to_write(given: str, titles: Mapping[str, str], others: Mapping[str, Sequence[str]] | None = None) -> str:
    """Give what to write for what is `given`: the name whose title it is, the nearest, or all where they are few.

    `others` are what each name is called besides its title.
    """
    wanted = given[:LONGEST_NAME].strip().casefold()
    spelled = _spelled(tuple(titles.items()), tuple((n, other) for n, more in (others or {}).items() for other in more))
    if name := spelled.get(wanted.replace(" ", "-")):
        return f'; write "{name}"'
    if near := did_you_mean(given, titles):
        return near
    if like := nearest(wanted, spelled, MUCH_ALIKE):
        return f'; did you mean "{spelled[like]}"?'
    if not titles:
        return "; the handbook has none yet: add it, or leave this out"
    return f"; one of {', '.join(titles)}" if len(titles) <= FEW else ""


@lru_cache(maxsize=32)
def _spelled(titles: tuple[tuple[str, str], ...], others: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Give each name by how its title, and what else it is called, would be written as a name; the first has it."""
    return {other.casefold().replace(" ", "-"): name for name, other in reversed((*titles, *others))}
