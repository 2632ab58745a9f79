"""What to do with the days that are left."""

from typing import Annotated

from pydantic import Field

from generator.model.record import LIST_LIMIT, Count, Formerly, KnownAs, Minutes, Prose, Record, Text, listed


class Task(Record):
    """One thing to do on a day."""

    does: Prose
    minutes: Minutes


class Day(Record):
    """A day of a plan."""

    day: Count
    tasks: Annotated[tuple[Task, ...], listed()]


class Plan(Record):
    """What to do with the days that are left."""

    title: Text
    known_as: KnownAs = ()
    summary: Text
    days: Annotated[int, Field(ge=1, le=LIST_LIMIT)]
    minutes_a_day: Minutes
    schedule: Annotated[tuple[Day, ...], listed()]
    formerly: Formerly = ()
