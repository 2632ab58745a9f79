"""The handbook's questions and stories as tables, JSON or Markdown that give the same entries when read again."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.bulk import csv_shape, json_shape, markdown_shape
from generator.bulk.columns import columns_of
from generator.bulk.shapes import ITEM, QUESTION, STORY, Shape
from generator.content.content import Content
from generator.text.language import _

Values = dict[str, str | tuple[str, ...]]
FORMS = {"csv": "csv", "json": "json", "markdown": "md"}  # each with the ending of its files


def texts(content: Content, form: str) -> Mapping[str, Callable[[], str]]:
    """Give the files of this form by name, each with what makes its text."""
    return {
        f"{shape.many}.{FORMS[form]}": lambda shape=shape: WRITERS[form](content, shape)  # type: ignore[misc]
        for shape in (QUESTION, STORY)
    }


def _records(content: Content, shape: Shape) -> Iterator[dict[str, Any]]:
    if shape is QUESTION:
        for question in content.bank.values():
            yield {"competency": question.competency, **_dump(question.record)}
    else:
        for entry in content.stories.ordered:
            yield {"slug": entry.slug, **_dump(entry.record)}


def _dump(record: Any) -> dict[str, Any]:  # noqa: ANN401 - a record
    return dict(record.model_dump(by_alias=True, mode="json", exclude_defaults=True))


def _values(shape: Shape, record: Mapping[str, Any]) -> Values:
    """Give each value by the flat name of its field; names of other entries as one text."""
    found: Values = {}
    for field in shape.fields.values():
        for at, value in _at(record, field.path):
            name = field.name.replace(f".{ITEM}.", f".{at + 1}.")
            if field.many and field.ref:
                found[name] = ", ".join(value)
            else:
                found[name] = tuple(value) if field.many else value
    return {name: value for name, value in found.items() if value}


def _at(data: Any, path: tuple[str, ...], number: int = 0) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 - JSON
    if not path:
        yield number, data
    elif path[0] == ITEM:
        for at, item in enumerate(data):
            yield from _at(item, path[1:], at)
    elif isinstance(data, dict) and path[0] in data:
        yield from _at(data[path[0]], path[1:], number)


def _csv(content: Content, shape: Shape) -> str:
    rows = [_values(shape, record) for record in _records(content, shape)]
    return csv_shape.write(_names(shape, rows), rows)


def _names(shape: Shape, rows: list[Values]) -> list[str]:
    """Give every name that a row fills, in the order of the fields; the items of a list one after another."""
    names = {name for row in rows for name in row}
    heads = list(dict.fromkeys(name.partition(".")[0] for name in shape.fields))
    fields = list(shape.fields)

    def place(name: str) -> tuple[int, int, int]:
        parts = name.split(".")
        number = next((int(part) for part in parts if part.isdigit()), 0)
        bare = ".".join(ITEM if part.isdigit() else part for part in parts)
        return heads.index(parts[0]), number, fields.index(bare)

    return sorted(names, key=place)


def _json(content: Content, shape: Shape) -> str:
    return json_shape.write(shape.many, list(_records(content, shape)))


def _markdown(content: Content, shape: Shape) -> str:
    prose = {name for name, field in shape.fields.items() if field.prose}
    titles = list(content.names["competency"].values())
    groups: dict[str, list[tuple[str, Values]]] = {}
    for record in _records(content, shape):
        values = _values(shape, record)
        title = str(values.pop(shape.title))
        slug = str(values.pop("competency", ""))
        name = content.name("competency", slug) if slug else ""
        group = name if titles.count(name) == 1 else slug
        order = _names(shape, [values])
        groups.setdefault(group, []).append((title, {name: values[name] for name in order}))

    def headed(name: str) -> bool:
        return ".".join(ITEM if part.isdigit() else part for part in name.split(".")) in prose

    heading = _("Questions") if shape is QUESTION else _("Stories")
    return markdown_shape.write(heading, list(groups.items()), headed, columns_of(content, None, "").knows)


WRITERS: Mapping[str, Callable[[Content, Shape], str]] = {"csv": _csv, "json": _json, "markdown": _markdown}
