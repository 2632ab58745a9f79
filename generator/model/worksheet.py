"""A sheet to fill in."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.model.record import ANCHORS, CompetencyRef, Formerly, Minutes, Prose, Record, Slug, Text, listed


class SheetField(Record):
    """One thing to fill in."""

    kind: Literal["lines", "text", "tick", "scale", "number", "choice", "date", "table"]
    id: Slug
    label: Text
    hint: Text | None = None
    points: Annotated[int, Field(ge=1, le=100)] | None = None
    lines: Annotated[int, Field(ge=1, le=40)] | None = None
    anchors: Annotated[tuple[Text, ...], listed(least=ANCHORS, limit=ANCHORS)] = ()
    options: Annotated[tuple[Text, ...], listed(least=0)] = ()
    columns: Annotated[tuple[Text, ...], listed(least=0)] = ()
    rows: Annotated[tuple[Text, ...], listed(least=0)] = ()


class SheetSection(Record):
    """A titled stretch of a worksheet."""

    title: Text
    instruction: Prose
    fields: Annotated[tuple[SheetField, ...], listed()]


class SheetResult(Record):
    """What to do next for a range of scores."""

    least: Annotated[int, Field(ge=0, le=10_000)] = Field(alias="from")
    most: Annotated[int, Field(ge=0, le=10_000)] = Field(alias="to")
    says: Prose


class Worksheet(Record):
    """A page to fill in, on paper or on the screen."""

    title: Text
    summary: Text
    minutes: Minutes
    competencies: Annotated[tuple[CompetencyRef, ...], listed(least=0)]
    sections: Annotated[tuple[SheetSection, ...], listed()]
    key: Prose | None = None
    results: Annotated[tuple[SheetResult, ...], listed(least=0)] = ()
    formerly: Formerly = ()

    def fields(self) -> Iterator[SheetField]:
        """Give every field, in order."""
        for section in self.sections:
            yield from section.fields

    def points(self) -> int:
        """Give the most points that can be reached."""
        return sum(field.points or 0 for field in self.fields())
