"""Which field a stranger's column means: by its own name, by a usual one, or as a small file says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.bulk.shapes import ANSWER, ITEM, LEFT, SHAPES, STORY, TAGS, Field, Shape, flat, usual_names
from generator.content.content import Content
from generator.text.issue import ContentError, Issue, did_you_mean, shown
from generator.text.source import parse_source

NUMBERED = re.compile(r"\.([1-9][0-9]?)(?=\.)")
WRAPPED = re.compile(r"^(?:answer|star|carl|response)\.", re.IGNORECASE)
SPECIAL = {TAGS: Field(path=(TAGS,), many=True), ANSWER: Field(path=(ANSWER,))}


@dataclass(frozen=True, kw_only=True)
class Columns:
    """What names mean: for columns the names of fields, for values the names that the handbook knows them by."""

    usual: Mapping[str, Mapping[str, str]]
    given: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)

    def field(self, shape: Shape, name: str) -> tuple[Field, int] | None:
        """Give the field that the name means, and the number (from 0) of its item; None where it means none."""
        said = self.given.get(flat(name), name)
        number = NUMBERED.search(said)
        canonical = NUMBERED.sub(f".{ITEM}", said, count=1)
        if canonical in shape.fields:
            return shape.fields[canonical], int(number[1]) - 1 if number else 0
        usual = self.usual[shape.many]
        found = usual.get(flat(said)) or usual.get(flat(WRAPPED.sub("", said)))
        if found in SPECIAL:
            return SPECIAL[found], 0
        return (shape.fields[found], 0) if found else None

    def leaves(self, name: str) -> bool:
        """Whether the column is to be left out."""
        return self.given.get(flat(name)) == LEFT

    def knows(self, name: str) -> bool:
        """Whether the name means a field of anything."""
        return self.leaves(name) or any(self.field(shape, name) for shape in SHAPES.values())

    def is_part(self, name: str) -> bool:
        """Whether the name means a part of a telling."""
        found = self.field(STORY, name)
        return found is not None and found[0].path[0] == "told"

    def value(self, typed: str) -> str:
        """Give the name that the handbook knows a value by."""
        return self.values.get(flat(typed), typed)


def columns_of(content: Content, raw: bytes | None, file: str) -> Columns:
    """Give what names mean in this handbook, and as the file says. Raises ContentError with what is wrong in it."""
    parts = {str(one.id): (one.name, *one.headings) for one in content.words.story_parts}
    usual = {many: usual_names(shape, content.language, parts) for many, shape in SHAPES.items()}
    if raw is None:
        return Columns(usual=usual)
    source = parse_source(raw, file)
    found: dict[str, dict[str, str]] = {"columns": {}, "names": {}}
    issues: list[Issue] = []
    keys = source.data if isinstance(source.data, dict) else {}
    if not keys or set(keys) - set(found) or not all(isinstance(one, dict) for one in keys.values()):
        said = 'the file must hold "columns:", "names:" or both, each with lines such as "Their name: ours"'
        raise ContentError([Issue(file=file, message=f"{said}, found something else", code="columns")])
    for part, pairs in keys.items():
        for theirs, ours in pairs.items():
            if not isinstance(ours, str):
                said = f'"{shown(theirs)}" must have a name behind it, found something else'
                issues.append(source.issue((part, theirs), "columns", said))
            found[part][flat(theirs)] = str(ours)
    columns = Columns(usual=usual, given=found["columns"], values=found["names"])
    for theirs, ours in keys.get("columns", {}).items():
        if isinstance(ours, str) and ours != LEFT and not any(columns.field(one, ours) for one in SHAPES.values()):
            issues.append(source.issue(("columns", theirs), "columns", _unknown(ours, tuple(SHAPES.values()))))
    if issues:
        raise ContentError(issues)
    return columns


def unknown_column(shape: Shape, name: str) -> str:
    """Say that a column means no field, and what to do."""
    return f'{_unknown(name, (shape,))}; or say with --columns what it is, or "{shown(name)}: {LEFT}"'


def _unknown(name: str, shapes: tuple[Shape, ...]) -> str:
    names = [one for shape in shapes for one in (*shape.usual, *shape.fields)]
    near = did_you_mean(name, names)
    known = "" if near else f" ({', '.join(dict.fromkeys(one for one in names if '.' not in one))})"
    kinds = " or a ".join(shape.id for shape in shapes)
    return f'a column must be a field of a {kinds}{known}, found "{shown(name)}"{near}'
