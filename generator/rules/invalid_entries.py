"""What can still be said of an entry that is not valid, in the same run: its references, quotes, and how it is told."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from generator.content.content import Content
from generator.content.entry import Entry
from generator.model import PROSE_LIMIT, Kind, Ref
from generator.model.schema_walk import walk_data_fields
from generator.rules.style_guide import Guide, guide_of
from generator.rules.style_rules import style_warnings_on
from generator.text.issue import Issue, name_to_write, shown
from generator.text.prose import bare, plain
from generator.text.source import Source

TODO = "TODO"  # what a skeleton leaves to be written, which has been said
CHOICES = {"outcome": "mixed", "ending": "ship"}  # a word that may stand where not every word may


def remaining_issues(content: Content, invalid: Iterable[tuple[Kind[Any], Source]]) -> Iterator[Issue]:
    """Give the issues of invalid entries that do not depend on what is wrong with them."""
    for kind, source in invalid:
        for path, mark, value in walk_data_fields(kind.record, source.data):
            if isinstance(mark, Ref) and not value.startswith(TODO) and content.missing(mark.kind, value):
                near = name_to_write(value, content.names[mark.kind])
                yield source.issue(
                    path,
                    "reference",
                    f'the {mark.kind.replace("_", " ")} must exist, found "{shown(value)}"{near}',
                )
        if kind.id == "story":
            yield from _quotes(source)
            yield from _remarks(kind, source, guide_of(content))


def _remarks(kind: Kind[Any], source: Source, guide: Guide) -> Iterator[Issue]:
    """What is told already, held against the rules, where nothing is wrong but that the rest is still to be written."""
    paths = [path for path, node in source.nodes() if isinstance(node.data, str) and node.data.startswith(TODO)]
    try:
        record = kind.record.model_validate(_filled(source.data))
    except ValidationError:
        return
    entry: Entry[Any] = Entry(slug="", file=source.file, record=record, source=source)
    yield from style_warnings_on(entry, guide, except_fields=frozenset(str(path[0]) for path in paths if path))


def _filled(data: Any, key: str | int = "") -> Any:  # noqa: ANN401 - whatever stands in the file
    """Give the data with a word in each place that is still to be written."""
    if isinstance(data, dict):
        return {name: _filled(value, name) for name, value in data.items()}
    if isinstance(data, tuple):
        return tuple(_filled(value, key) for value in data)
    unwritten = isinstance(data, str) and data.startswith(TODO)
    return CHOICES.get(str(key), "word") if unwritten else data


def _quotes(source: Source) -> Iterator[Issue]:
    told, notes = source.data.get("told"), source.data.get("notes")
    if not isinstance(told, dict) or not isinstance(notes, tuple):
        return
    for at, note in enumerate(notes):
        quote, said = _text(note, "quote"), _text(told, _text(note, "in"))
        if quote.startswith(TODO) or said.startswith(TODO) or max(len(quote), len(said)) > PROSE_LIMIT:
            continue
        if quote and said and bare(plain(quote)) not in bare(plain(said)):
            part = note["in"]
            says = f'the words of a note must stand in the part "{part}", found "{shown(quote)}"; copy them exactly'
            yield source.issue(("notes", at, "quote"), "quote", says)


def _text(data: Any, key: str) -> str:  # noqa: ANN401 - whatever stands in the file
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, str) else ""
