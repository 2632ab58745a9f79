"""One set of events, told several times and graded."""

from typing import Annotated, Literal

from generator.model.record import Formerly, KnownAs, Prose, QuestionRef, Record, Text, listed


class GradedTelling(Record):
    """One of several tellings of the same events."""

    grade: Literal["weak", "adequate", "strong"]
    """How good it is. Such as: weak"""
    says: Prose
    """The telling itself. Such as: We had some trouble with beds, and we solved it together."""
    differs: Annotated[tuple[Text, ...], listed(limit=5, least=0)] = ()
    """Its own words where the tellings differ, the same moments in each. Such as: we solved it together"""
    interviewer_writes: Annotated[tuple[Text, ...], listed()]
    """What an interviewer writes down while listening. Such as: Who decided?"""
    because: Prose
    """Why it is that good and no better. Such as: Nobody does anything in it."""


class Comparison(Record):
    """One set of events, told three times."""

    title: Text
    """Its name, as a heading shows it. Such as: One promise, three ways"""
    known_as: KnownAs = ()
    """What else people call it, as they type it into a search. Such as: weak and strong answer"""
    summary: Text
    """One sentence that lists show below the name. Such as: The lift again, told weakly, adequately and strongly."""
    question: QuestionRef
    """The question that all of them answer. Such as: promise-you-could-not-keep"""
    tellings: Annotated[tuple[GradedTelling, ...], listed(least=2)]
    """The tellings, the weakest first."""
    formerly: Formerly = ()
    """Names its file had before; their addresses lead to it. Such as: three-promises"""
