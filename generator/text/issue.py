"""A problem with the content, as a value: where it is, what must be true, and what was found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

LONGEST_PATH = 4096
Severity = Literal["error", "warning", "waived"]
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


class ContentError(Exception):
    """Raised once, with every issue that keeps the content from being used."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = tuple(sorted(set(issues)))
        super().__init__("\n".join(map(str, self.issues)))


class UsageError(Exception):
    """Raised where a command cannot be obeyed; the message says why and what to write instead."""


def shown(value: str, longest: int = 80) -> str:
    """Give the text on one line, cut at `longest`, with every character that is not printable as its code point."""
    safe = "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in value[: longest + 1])
    return safe if len(value) <= longest else f"{safe[:longest]}..."


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Give `; did you mean "x"?` for the nearest of `names`, or nothing where none is near."""
    near = get_close_matches(name[:100], sorted(set(names)), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""


def name_to_write(given: str, titles: Mapping[str, str], others: Mapping[str, Sequence[str]] | None = None) -> str:
    """Give what to write for what is `given`: the name whose title it is, the nearest, or all where they are few.

    `others` are what each name is called besides its title.
    """
    wanted = given.strip().casefold()
    known = [*titles.items(), *((name, other) for name, more in (others or {}).items() for other in more)]
    for name, title in known:
        if wanted in {title.casefold(), title.casefold().replace(" ", "-")}:
            return f'; write "{name}"'
    spelled = {other.casefold().replace(" ", "-"): name for name, other in known}
    if not did_you_mean(given, titles) and (like := get_close_matches(wanted[:100], sorted(spelled), n=1, cutoff=0.8)):
        return f'; did you mean "{spelled[like[0]]}"?'
    if not titles:
        return "; the handbook has none yet: add it, or leave this out"
    if not (near := did_you_mean(given, titles)) and len(titles) <= FEW:
        return f"; one of {', '.join(titles)}"
    return near
