"""Shapes to think and speak in."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.record import (
    Brief,
    CategoryRef,
    CompetencyRef,
    Count,
    Credit,
    Formerly,
    KnownAs,
    Letters,
    Percent,
    Prose,
    Record,
    Slug,
    Text,
    listed,
)


class FrameworkStep(Record):
    """One step of a framework, with what to ask oneself."""

    name: Text
    asks: Text
    detail: Prose
    share: Percent | None = None
    example: Prose | None = None


class Cell(Record):
    """One part of a framework's picture: its name, what is said under it, and the step it leads to."""

    name: Brief
    mark: Letters | None = None
    says: Annotated[tuple[Brief, ...], listed(limit=4, least=0)] = ()
    takes: Brief | None = None
    step: Count | None = None


class Figure(Record):
    """A framework drawn: a row of moves, a scale between two ends, a table, columns, or shares of the time."""

    kind: Literal["flow", "scale", "table", "columns", "ribbon"]
    ends: Annotated[tuple[Brief, ...], listed(limit=2, least=0)] = ()
    heads: Annotated[tuple[Brief, ...], listed(limit=5, least=0)] = ()
    cells: Annotated[tuple[Cell, ...], listed(limit=7, least=0)] = ()


class Pitfall(Record):
    """How a framework goes wrong, and what to do instead."""

    sign: Text
    instead: Prose


class Slot(Record):
    """A blank of a story template."""

    id: Slug
    label: Text
    hint: Text
    example: Text
    lines: Annotated[int, Field(ge=1, le=20)]


class Framework(Record):
    """A shape to think or speak in."""

    title: Text
    known_as: KnownAs = ()
    summary: Text
    stands_for: Text | None = None
    kind: Literal["answer-structure", "leadership-system", "story-template"]
    category: CategoryRef | None = None
    figure: Figure | None = None
    use_when: Prose
    steps: Annotated[tuple[FrameworkStep, ...], listed()]
    pitfalls: Annotated[tuple[Pitfall, ...], listed()]
    template: Prose | None = None
    slots: Annotated[tuple[Slot, ...], listed(least=0)] = ()
    worked_example: Prose
    competencies: Annotated[tuple[CompetencyRef, ...], listed()]
    after: Credit | None = None
    formerly: Formerly = ()
