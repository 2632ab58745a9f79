"""What a handbook changes of the rules on how a story is told."""

from typing import Annotated

from pydantic import Field

from generator.model.record import LONG_LIST_LIMIT, Record, Slug, Text, listed

Limit = Annotated[int, Field(ge=0, le=100_000)]


class OwnLimits(Record):
    """Limits of a rule on how a story is told, in the place of the generator's."""

    least: Limit | None = None
    """The least that the rule asks for. Such as: 200"""
    most: Limit | None = None
    """The most that it allows. Such as: 500"""
    words: Limit | None = None
    """How many words it looks at. Such as: 6"""
    letters: Limit | None = None
    """How many letters a word must have to count. Such as: 7"""
    sentences: Limit | None = None
    """How many sentences it looks at. Such as: 3"""
    numbers: Limit | None = None
    """How many figures it allows or asks for. Such as: 2"""
    about: Limit | None = None
    """How near it must be to what is asked, in percent. Such as: 20"""


class OwnList(Record):
    """Words that a list of the rules has in this handbook, too, and words that it has not."""

    add: Annotated[tuple[Text, ...], listed(LONG_LIST_LIMIT, least=0)] = ()
    """Words that the list has here, too. Such as: patient-centred"""
    without: Annotated[tuple[Text, ...], listed(LONG_LIST_LIMIT, least=0)] = ()
    """Words that it has not here. Such as: trust is key"""


class OwnRules(Record):
    """What a handbook changes of the rules on how a story is told: limits by rule, lists by name, what is off."""

    limits: dict[str, OwnLimits] = Field(default_factory=dict)
    """Limits of rules, by the code of the rule."""
    lists: dict[str, OwnList] = Field(default_factory=dict)
    """Lists of words, by the name of the list."""
    off: Annotated[tuple[Slug, ...], listed(least=0)] = ()
    """Codes of rules that are off. Such as: dry-end"""
