"""The theme's sheet as it was last trimmed: taken where whoever trims it would be given the same answers.

What is trimmed follows from the sheets, from what else may ask for their properties, and from what is asked of the
site's names while it is done. An edit brings names that no sheet asks for, so the sheet stays as it was.
"""

import marshal
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.site.code import code_print
from generator.site.kept import FOLDER
from generator.site.listing import digest
from generator.site.names import Names, words_of
from generator.site.sealed_file import leave, left, storing

FILE, WHAT = f"{FOLDER}/theme-sheet", "the theme's sheet"
THEN = "it is trimmed anew"
Question = tuple[str, str, str]  # of which kind of name, the attribute where it has one, and the name or value


class KeptSheet:
    """What an earlier build of the project at `root` has trimmed; of no project, nothing is kept."""

    def __init__(self, root: Path | None) -> None:
        self._root = root if storing() else None
        self._before = self._left()
        self._now: dict[str, Any] = {}

    def words(self, scripts: Sequence[str]) -> set[str]:
        """Give every word that these scripts could write."""
        by = digest("\0".join(scripts).encode())
        known = self._before.get("words", ("", ()))
        found = set(known[1]) if known[0] == by else words_of(scripts)
        self._now["words"] = by, sorted(found)
        return found

    def trimmed(self, sheets: Sequence[str], names: Names, others: Sequence[str]) -> str | None:
        """Give what `trim.trimmed` gives of the sheets; None where one cannot be read."""
        by = digest(marshal.dumps(([*sheets], [*others]), 2))
        known: tuple[str, Sequence[tuple[Question, bool]], str] = self._before.get("sheet", ("", (), ""))
        if known[0] != by or any(answer(names, asked) is not said for asked, said in known[1]):
            from generator.site.trim import UnreadSheetError, trimmed  # noqa: PLC0415 - with all that reads a sheet

            heard = _Heard(names)
            try:
                text = trimmed(sheets, heard, others)
            except UnreadSheetError:
                return None
            known = by, sorted(heard.answers.items()), text
        self._now["sheet"] = known
        self._keep()
        return known[2]

    def _left(self) -> dict[str, Any]:
        body = left(self._root, FILE, WHAT, THEN) if self._root else None
        made_by, found = marshal.loads(body) if body else ("", {})  # noqa: S302 - this machine sealed it
        return found if made_by == code_print() else {}

    def _keep(self) -> None:
        if self._root and self._now != self._before:
            leave(self._root, FILE, WHAT, marshal.dumps((code_print(), self._now)))


def answer(names: Names, asked: Question) -> bool:
    """Give what the names say to a question."""
    kind, attribute, said = asked
    if kind == "valued":
        return names.valued(attribute, said)
    return names.element(said) if kind == "element" else names.attribute(said)


class _Heard(Names):
    """The same names, with what they were asked, and what they said."""

    def __init__(self, names: Names) -> None:
        super().__init__(elements=names.elements, attributes=names.attributes, values=names.values, words=names.words)
        self.answers: dict[Question, bool] = {}

    def element(self, name: str) -> bool:
        return self.answers.setdefault(("element", "", name), super().element(name))

    def attribute(self, name: str) -> bool:
        return self.answers.setdefault(("attribute", "", name), super().attribute(name))

    def valued(self, name: str, value: str) -> bool:
        return self.answers.setdefault(("valued", name, value), super().valued(name, value))
