"""What a company says it looks for."""

from typing import Annotated

from pydantic import StringConstraints

from generator.model.record import CompetencyRef, Formerly, KnownAs, Record, Slug, Text, Url, Words, listed


class Principle(Record):
    """A value a company names, in our words."""

    id: Slug
    name: Text
    known_as: KnownAs = ()
    means: Text
    competencies: Annotated[tuple[CompetencyRef, ...], listed()]
    formerly: Formerly = ()


class Principles(Record):
    """The values of one company or ladder, as of a date."""

    title: Text
    as_of: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$"), Words("text")]
    source: Url
    principles: Annotated[tuple[Principle, ...], listed()]
    formerly: Formerly = ()
