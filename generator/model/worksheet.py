"""A sheet to fill in."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from generator.model.competency import Expectation
from generator.model.record import (
    ANCHORS,
    CompetencyRef,
    Formerly,
    KnownAs,
    Minutes,
    Prose,
    Record,
    Slug,
    Text,
    listed,
    needs,
)

SHEET_NEEDS = {"scale": "anchors", "choice": "options", "table": "columns"}


class SheetField(Record):
    """One thing to fill in."""

    model_config = ConfigDict(
        json_schema_extra={"allOf": [needs("kind", kind, needed) for kind, needed in SHEET_NEEDS.items()]}
    )

    kind: Literal["lines", "text", "tick", "scale", "number", "choice", "date", "table"]
    """How it is filled in: on lines, in a line, by a tick, on a scale, with a number, by choice, with a date, in a
    table. Such as: lines
    """
    id: Slug
    """Its short name in the sheet, which no other field of it has. Such as: recall"""
    label: Text
    """What stands beside it. Such as: Three promises I made this year"""
    hint: Text | None = None
    """How to fill it in. Such as: The first that come to mind"""
    points: Annotated[int, Field(ge=1, le=100)] | None = None
    """How many points it gives. Such as: 1"""
    lines: Annotated[int, Field(ge=1, le=40)] | None = None
    """How many lines there are to write on. Such as: 4"""
    anchors: Annotated[tuple[Text, ...], listed(least=ANCHORS, limit=ANCHORS)] = ()
    """What the five marks of a scale mean, the weakest first. Such as: never"""
    options: Annotated[tuple[Text, ...], listed(least=0)] = ()
    """What can be chosen. Such as: On the same day"""
    columns: Annotated[tuple[Text, ...], listed(least=0)] = ()
    """The heads of a table's columns. Such as: Promise"""
    rows: Annotated[tuple[Text, ...], listed(least=0)] = ()
    """The names of a table's rows. Such as: Monday"""


class SheetSection(Record):
    """A titled stretch of a worksheet."""

    title: Text
    """What stands above it. Such as: From memory"""
    instruction: Prose
    """What to do in it. Such as: Write before you read on."""
    levels: Annotated[tuple[Expectation, ...], listed(least=0)] = ()
    """What each level must show in it, to look up."""
    fields: Annotated[tuple[SheetField, ...], listed()]
    """What there is to fill in."""


class SheetResult(Record):
    """What to do next for a range of scores."""

    least: Annotated[int, Field(ge=0, le=10_000)] = Field(alias="from")
    """The fewest points that it is for. Such as: 0"""
    most: Annotated[int, Field(ge=0, le=10_000)] = Field(alias="to")
    """The most points that it is for. Such as: 3"""
    says: Prose
    """What to do next. Such as: Do the sheet again tomorrow."""


class Worksheet(Record):
    """A page to fill in, on paper or on the screen."""

    title: Text
    """Its name, as a heading shows it. Such as: Promises I made"""
    known_as: KnownAs = ()
    """What else people call it, as they type it into a search. Such as: list of promises"""
    summary: Text
    """One sentence that lists show below the name. Such as: Find three of your own before you read anybody else's."""
    minutes: Minutes
    """How long it takes. Such as: 20"""
    competencies: Annotated[tuple[CompetencyRef, ...], listed(least=0)]
    """Competencies that it practises. Such as: keeping-promises"""
    sections: Annotated[tuple[SheetSection, ...], listed()]
    """Its stretches, in their order."""
    key: Prose | None = None
    """What is shown after the attempt. Such as: Most people find the third one last."""
    results: Annotated[tuple[SheetResult, ...], listed(least=0)] = ()
    """What to do next, for each range of points."""
    formerly: Formerly = ()
    """Names its file had before; their addresses lead to it. Such as: my-promises"""

    def fields(self) -> Iterator[SheetField]:
        """Give every field, in order."""
        for section in self.sections:
            yield from section.fields

    def points(self) -> int:
        """Give the most points that can be reached."""
        return sum(field.points or 0 for field in self.fields())
