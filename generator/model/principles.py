"""What a company says it looks for."""

from typing import Annotated

from pydantic import StringConstraints

from generator.model.record import CompetencyRef, Formerly, KnownAs, Record, Slug, Text, Url, Words, listed


class Principle(Record):
    """A value a company names, in our words."""

    id: Slug
    """Its short name, which no other principle has. Such as: early-word"""
    name: Text
    """What the company calls it. Such as: Say it early"""
    known_as: KnownAs = ()
    """What else people call it, as they type it into a search. Such as: no surprises"""
    means: Text
    """What that means, in your own words. Such as: Bad news is told on the day it is known."""
    competencies: Annotated[tuple[CompetencyRef, ...], listed()]
    """Competencies that prove it. Such as: keeping-promises"""
    formerly: Formerly = ()
    """Ids it had before; their addresses lead to it. Such as: no-surprises"""


class Principles(Record):
    """The values of one company or ladder, as of a date."""

    title: Text
    """Whose values they are. Such as: Northwind"""
    as_of: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$"), Words("text")]
    """When they were read: a year, a month or a day. Such as: 2026-11"""
    source: Url
    """Where they were read. Such as: https://www.example.org/values"""
    principles: Annotated[tuple[Principle, ...], listed()]
    """The values, in the company's order."""
    formerly: Formerly = ()
    """Names its file had before; their addresses lead to it. Such as: north-wind"""
