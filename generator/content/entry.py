"""An entry: a validated record, the slug that is its identity, and its file; and a page written by hand."""

from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from pydantic import BaseModel

from generator.model.schema_walk import FieldKind, walk_fields
from generator.text.issue import Issue, Severity
from generator.text.source import Path_, Source

R_co = TypeVar("R_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True, kw_only=True, eq=False)
class Entry(Generic[R_co]):
    """A validated record, the slug that is its identity, and the file it came from."""

    slug: str
    file: str
    record: R_co
    source: Source

    @cached_property
    def fields(self) -> tuple[tuple[Path_, FieldKind, str], ...]:
        """Path, kind and value of every reference and every text of the record."""
        return tuple(walk_fields(self.record))

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

    @property
    def path(self) -> str:
        """Where its page stands under build/docs."""
        return f"{self.slug}.md" if self.tab else f"{self.under}/{self.slug}.md"

    @property
    def section(self) -> str:
        """The part of the site that its page belongs to."""
        return self.slug if self.tab else self.under
