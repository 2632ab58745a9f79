"""The questions of each competency as one entry, from the files of one question each and from a list, where one is."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.content.entry import Entry
from generator.model import QUESTION_BANKS, QUESTIONS, Question, QuestionBank, QuestionFile
from generator.text.issue import Issue, Severity
from generator.text.source import Path_, Source
from generator.text.tree import Node

APART = 10  # from the place of one question of a list to that of the next, so that others fit between
LAST = 1 << 30
Found = tuple[Any, ...]  # a path, and what was found there


@dataclass(frozen=True, kw_only=True, eq=False)
class Part:
    """A question, where it stands (a file, and the path in it), and its place among the others."""

    record: Question
    entry: Entry[Any]
    path: Path_
    order: int

    @property
    def source(self) -> Source:
        """The file."""
        return self.entry.source

    @property
    def data(self) -> dict[str, Any]:
        """The plain data, as a list holds it."""
        found = self.source.value(self.path)
        return {"id": self.record.id, **{name: value for name, value in found.items() if name != "order"}}


@dataclass(frozen=True)
class JoinedSource(Source):
    """Several files as one: `("questions", 3, "ask")` is found in the file of the fourth question."""

    parts: tuple[Part, ...]

    def node(self, path: Path_) -> Node:
        """Give the node at the path, or the deepest one on the way to it."""
        if len(path) < 2:  # noqa: PLR2004 - the field, and the number of a question
            return super().node(path)
        source, inner = self._inner(path)
        return source.node(inner)

    def file_at(self, path: Path_) -> str:
        """Give the file in which the value at the path stands."""
        return self._inner(path)[0].file

    def place_of(self, path: Path_, words: str) -> tuple[int, int]:
        """Give line and column of the first of these words inside the value."""
        source, inner = self._inner(path)
        return source.place_of(inner, words)

    def issue(self, path: Path_, code: str, message: str, *, words: str = "", severity: Severity = "error") -> Issue:
        """Give an issue at the value of the path, or at these words of it, in its own file."""
        source, inner = self._inner(path)
        return source.issue(inner, code, message, words=words, severity=severity)

    def _inner(self, path: Path_) -> tuple[Source, Path_]:
        at, rest = (int(path[1]), path[2:]) if len(path) > 1 else (0, ())
        part = self.parts[at]
        return part.source, (*part.path, *rest)


def found_in_parts(entry: Entry[Any], find: Callable[[Entry[Any]], Iterable[Found]]) -> Iterator[Found]:
    """Give what is found in an entry, each behind its path; of one that is joined, what is found in its files."""
    if not isinstance(entry.source, JoinedSource):
        yield from find(entry)
        return
    found: dict[str, list[Found]] = {}
    for at, part in enumerate(entry.source.parts):
        if part.entry.file not in found:
            found[part.entry.file] = list(find(part.entry))
        length = len(part.path)
        for path, *more in found[part.entry.file]:
            if path[:length] == part.path:
                yield (("questions", at, *path[length:]), *more)


def joined(entries: Mapping[str, Mapping[str, Entry[Any]]]) -> Mapping[str, Mapping[str, Entry[Any]]]:
    """Give the entries (by kind and slug), of the questions those of a competency as one, from all their files."""
    alone: dict[str, list[Part]] = defaultdict(list)
    for slug, one in entries.get(QUESTIONS.id, {}).items():
        competency, _, name = slug.partition("/")
        alone[competency].append(_alone(name, one))
    lists = entries[QUESTION_BANKS.id]
    banks = {slug: _bank(slug, lists.get(slug), parts) for slug, parts in alone.items()}
    return {**entries, QUESTION_BANKS.id: {**lists, **banks}}


def _alone(name: str, entry: Entry[QuestionFile]) -> Part:
    if entry.is_made:
        held = {**entry.record.__dict__}
        order = held.pop("order")
        fields = (entry.record.model_fields_set - {"order"}) | {"id"}
        record = Question.model_construct(fields, id=name, **held)
    else:  # the file's own record is made once somebody asks for it
        held = {**entry.source.value(())}
        order = held.pop("order", None)
        record = Question.model_validate({"id": name, **held})
    return Part(record=record, entry=entry, path=(), order=order or LAST)


def _bank(slug: str, listed: Entry[QuestionBank] | None, alone: list[Part]) -> Entry[QuestionBank]:
    parts = [*_listed(listed), *alone] if listed else alone
    parts.sort(key=lambda part: (part.order, bool(not part.path), part.record.id))
    record = QuestionBank.model_construct(questions=tuple(part.record for part in parts))
    file = f"{QUESTIONS.where}/{slug}"
    root = Node({"questions": tuple(part.data for part in parts)}, 1, 1, 0, 0)
    return Entry(slug=slug, file=file, record=record, source=JoinedSource(file, "", root, tuple(parts)))


def _listed(entry: Entry[QuestionBank]) -> list[Part]:
    return [
        Part(record=record, entry=entry, path=("questions", at), order=(at + 1) * APART)
        for at, record in enumerate(entry.record.questions)
    ]
