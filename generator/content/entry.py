"""An entry: a validated record, the slug that is its identity, and its file; and a page written by hand."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar, cast

from pydantic import BaseModel

from generator.content.reads import worked_out
from generator.model import Ref, Words
from generator.model.schema_walk import FieldKind, walk_fields
from generator.text.issue import Issue, Severity
from generator.text.source import Path_, Source

KNOWN = ("added", "formerly")  # fields (text, or a tuple of text) that are asked of every entry
T = TypeVar("T")
R_co = TypeVar("R_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True, kw_only=True, eq=False)
class Entry(Generic[R_co]):
    """A validated record, the slug that is its identity, and the file it came from."""

    slug: str
    file: str
    record: R_co
    source: Source
    said: dict[str, Any] = field(default_factory=dict)  # what a rule said of it alone, with what else it follows from

    @classmethod
    def later(
        cls, slug: str, file: str, source: Source, said: dict[str, Any], make: Callable[[], R_co]
    ) -> "Entry[R_co]":
        """Give an entry whose record is made once somebody asks for it."""
        entry = cls.__new__(cls)
        entry.__dict__.update(slug=slug, file=file, source=source, said=said, _make=make)
        return entry

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the record, which is not made yet
        """Give the record of an entry that was to be made `later`."""
        if name != "record" or "_make" not in self.__dict__:
            raise AttributeError(name)
        self.__dict__["record"] = record = self.__dict__.pop("_make")()
        return record

    @property
    def is_made(self) -> bool:
        """Whether its record has been made."""
        return "record" in self.__dict__

    @worked_out
    def fields(self) -> tuple[tuple[Path_, FieldKind, str], ...]:
        """Path, kind and value of every reference and every text of the record."""
        return tuple(walk_fields(self.record))

    @worked_out
    def references(self) -> tuple[tuple[Path_, Ref, str], ...]:
        """Path, mark and value of every reference."""
        return tuple((path, mark, value) for path, mark, value in self.fields if isinstance(mark, Ref))

    @worked_out
    def proses(self) -> tuple[tuple[Path_, str], ...]:
        """Path and value of every prose."""
        return tuple(
            (path, value) for path, mark, value in self.fields if isinstance(mark, Words) and mark.form == "prose"
        )

    def with_record(self, record: R_co) -> "Entry[R_co]":  # type: ignore[misc]  # given, never changed
        """Give the entry with another record, of which nothing is known yet."""
        return replace(self, record=record, said={})

    def once(self, what: str, follows: object, make: Callable[[], T]) -> T:
        """Give what is made of this entry and of what it `follows` from, made anew only where that has changed.

        Both are plain values (text, numbers, tuples, lists, mappings), for they are kept on disk.
        """
        known = self.said.get(what)
        if known is None or known[0] != follows:
            known = self.said[what] = (follows, make())
        return cast("T", known[1])

    def known_field(self, name: str) -> Any:  # noqa: ANN401 - whatever the field holds
        """Give one of the `KNOWN` fields, for which a record that is not made yet need not be made."""
        if self.is_made or _said_of(name) not in self.said:
            return getattr(self.record, name)
        return self.said[_said_of(name)][1]

    def keep_fields(self) -> None:
        """Have what is kept of the entry tell the `KNOWN` fields that its record has."""
        held = self.record.__dict__
        self.said.update({_said_of(name): (None, held[name]) for name in KNOWN if name in held})

    def issues_once(self, what: str, follows: object, make: Callable[[], Iterable[Issue]]) -> Iterator[Issue]:
        """Give likewise the issues that are made of it."""
        return map(Issue.of, self.once(what, follows, lambda: tuple(issue.row for issue in make())))

    def issue(self, path: Path_, code: str, message: str, *, words: str = "", severity: Severity = "error") -> Issue:
        """Give an issue at the value of the path, or at these words of it."""
        return self.source.issue(path, code, message, words=words, severity=severity)


def _said_of(field: str) -> str:
    return f"field {field}"


@dataclass(frozen=True, kw_only=True, eq=False)
class Essay:
    """A hand-written Markdown page of the maintainers: in the section `under`, or with a tab of its own."""

    slug: str
    file: str
    title: str
    body: str
    text: str
    under: str = "reference"
    tab: bool = False
    heading: str = ""  # of the group of the Reference that it stands in
    at: int = 0  # its place there: the lower first
    says: str = ""  # what lists say of it, where its first words do not tell what it holds
    known_as: tuple[str, ...] = ()  # what else readers call it: the search knows it by these, too
    kind: str = ""  # what it is for, where the practice in the browser leads to it

    @property
    def path(self) -> str:
        """Where its page stands under build/docs."""
        return f"{self.slug}.md" if self.tab else f"{self.under}/{self.slug}.md"

    @property
    def section(self) -> str:
        """The part of the site that its page belongs to."""
        return self.slug if self.tab else self.under
