"""What to do with the days that are left."""

from typing import Annotated

from pydantic import Field

from generator.model.record import LIST_LIMIT, Count, Formerly, KnownAs, Minutes, Prose, Record, Text, listed


class Task(Record):
    """One thing to do on a day."""

    does: Prose
    """What to do, with a link to the page that it is done on. Such as: Fill in [Promises I
    made](worksheet:promises-i-made).
    """
    minutes: Minutes
    """How long it takes. Such as: 30"""


class Day(Record):
    """A day of a plan."""

    day: Count
    """Its number, from 1. Such as: 1"""
    tasks: Annotated[tuple[Task, ...], listed()]
    """What to do on it, in their order."""


class Plan(Record):
    """What to do with the days that are left."""

    title: Text
    """Its name, as a heading shows it. Such as: The first evening"""
    known_as: KnownAs = ()
    """What else people call it, as they type it into a search. Such as: last-minute plan"""
    summary: Text
    """One sentence that lists show below the name. Such as: What fits into an hour."""
    days: Annotated[int, Field(ge=1, le=LIST_LIMIT)]
    """How many days it has. Such as: 7"""
    minutes_a_day: Minutes
    """How many minutes a day holds at most. Such as: 60"""
    schedule: Annotated[tuple[Day, ...], listed()]
    """Each of its days, ascending."""
    formerly: Formerly = ()
    """Names its file had before; their addresses lead to it. Such as: last-evening"""
