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

    def issues_once(self, what: str, follows: object, make: Callable[[], Iterable[Issue]]) -> Iterator[Issue]:
        """Give likewise the issues that are made of it."""
        return map(Issue.of, self.once(what, follows, lambda: tuple(issue.row for issue in make())))

    def issue(self, path: Path_, code: str, message: str, *, words: str = "", severity: Severity = "error") -> Issue:
        """Give an issue at the value of the path, or at these words of it."""
        return self.source.issue(path, code, message, words=words, severity=severity)


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
