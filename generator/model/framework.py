"""Shapes to think and speak in."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.record import (
    CategoryRef,
    CompetencyRef,
    Credit,
    KnownAs,
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
    use_when: Prose
    steps: Annotated[tuple[FrameworkStep, ...], listed()]
    pitfalls: Annotated[tuple[Pitfall, ...], listed()]
    template: Prose | None = None
    slots: Annotated[tuple[Slot, ...], listed(least=0)] = ()
    worked_example: Prose
    competencies: Annotated[tuple[CompetencyRef, ...], listed()]
    after: Credit | None = None
