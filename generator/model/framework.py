"""Shapes to think and speak in."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

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
    needs,
)


class FrameworkStep(Record):
    """One step of a framework, with what to ask oneself."""

    name: Text
    """The step in a word or two. Such as: Name the price"""
    asks: Text
    """What to ask oneself there. Such as: What do they lose if I say yes?"""
    detail: Prose
    """How to do it. Such as: In one sentence, with a figure where there is one."""
    share: Percent | None = None
    """Its share of the time, in percent. Such as: 20"""
    example: Prose | None = None
    """How it sounds in this step. Such as: I cannot have both rooms ready by Friday."""


class Cell(Record):
    """One part of a framework's picture: its name, what is said under it, and the step it leads to."""

    name: Brief
    """The name of the part, in a few words. Such as: The promise"""
    mark: Letters | None = None
    """One or two letters that stand for it. Such as: P"""
    says: Annotated[tuple[Brief, ...], listed(limit=4, least=0)] = ()
    """What stands under the name, a few words in each line. Such as: what I said"""
    takes: Brief | None = None
    """How long it takes. Such as: a minute"""
    step: Count | None = None
    """The number of the step that it leads to, from 1. Such as: 1"""


class Figure(Record):
    """A framework drawn: a row of moves, a scale between two ends, a table, columns, or shares of the time."""

    kind: Literal["flow", "scale", "table", "columns", "ribbon"]
    """What it is: moves one after another (flow), a scale, a table, columns, or shares of the time (ribbon). Such as:
    flow
    """
    ends: Annotated[tuple[Brief, ...], listed(limit=2, least=0)] = ()
    """What stands at both ends of a scale. Such as: too early"""
    heads: Annotated[tuple[Brief, ...], listed(limit=5, least=0)] = ()
    """The heads of a table's columns, or the names of the lines in columns. Such as: What it costs"""
    cells: Annotated[tuple[Cell, ...], listed(limit=7, least=0)] = ()
    """The parts of the picture, in their order."""


class Pitfall(Record):
    """How a framework goes wrong, and what to do instead."""

    sign: Text
    """How one notices that it goes wrong. Such as: The three parts sound like a form"""
    instead: Prose
    """What to do instead. Such as: Say it as you would at the bedside."""


class Slot(Record):
    """A blank of a story template."""

    id: Slug
    """Its name in the template, in curly brackets there. Such as: promise"""
    label: Text
    """What stands beside the blank. Such as: The promise"""
    hint: Text
    """How to fill it in. Such as: In the words that you used"""
    example: Text
    """What somebody wrote there. Such as: Two rooms by Friday"""
    lines: Annotated[int, Field(ge=1, le=20)]
    """How many lines there are to write on. Such as: 2"""


class Framework(Record):
    """A shape to think or speak in."""

    model_config = ConfigDict(json_schema_extra=needs("kind", "story-template", "template", alone=True))

    title: Text
    """Its name, as a heading shows it. Such as: A promise in three"""
    known_as: KnownAs = ()
    """What else people call it, as they type it into a search. Such as: three-part promise"""
    summary: Text
    """One sentence that lists show below the name. Such as: What I said, what I can do, and by when you hear more."""
    stands_for: Text | None = None
    """What its letters stand for, where its name is made of letters. Such as: Situation, Task, Action, Result"""
    kind: Literal["answer-structure", "leadership-system", "story-template"]
    """Whether it shapes an answer, a way of leading, or a story with blanks. Such as: answer-structure"""
    category: CategoryRef | None = None
    """The kind of question for which one writes it down, where it is a way of leading. Such as: choosing"""
    figure: Figure | None = None
    """Its picture; without one, the names of its steps are drawn as a row."""
    use_when: Prose
    """When it helps, and when it does not. Such as: When a date is about to be missed."""
    steps: Annotated[tuple[FrameworkStep, ...], listed()]
    """Its steps, in their order."""
    pitfalls: Annotated[tuple[Pitfall, ...], listed()]
    """How it goes wrong."""
    template: Prose | None = None
    """The text of a story template, with its blanks in curly brackets. Such as: I had promised {promise}."""
    slots: Annotated[tuple[Slot, ...], listed(least=0)] = ()
    """The blanks of the template."""
    worked_example: Prose
    """The whole of it in speech, as one would say it. Such as: I said Friday. I can have one room by then."""
    competencies: Annotated[tuple[CompetencyRef, ...], listed()]
    """Competencies that it helps to show. Such as: keeping-promises"""
    after: Credit | None = None
    """Whom its ideas come from."""
    formerly: Formerly = ()
    """Names its file had before; their addresses lead to it. Such as: promise-in-two"""
