"""The words a reader may look up."""

from typing import Annotated

from generator.model.record import LONG_LIST_LIMIT, FirstWords, KnownAs, Record, Text, listed


class Term(Record):
    """A word of the field, in one sentence."""

    term: Text
    """The word, as it stands in a sentence. Such as: follow-up"""
    formerly: FirstWords = ()
    """Words it stood under before. Such as: probing question"""
    synonyms: KnownAs = ()
    """Other words for the same. Such as: probe"""
    means: Text
    """What it means, in one sentence. Such as: The question after the answer, which shows how deep it goes."""


class Glossary(Record):
    """The words a reader may look up."""

    terms: Annotated[tuple[Term, ...], listed(limit=LONG_LIST_LIMIT)]
    """The words a reader may look up."""
