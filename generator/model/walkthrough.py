"""An interview, turn by turn, with its rubric."""

from typing import Annotated

from generator.model.record import (
    ANCHORS,
    CompetencyRef,
    Credit,
    Formerly,
    KnownAs,
    LevelRef,
    Minutes,
    Name,
    Percent,
    Prose,
    Record,
    Slug,
    StoryRef,
    Text,
    listed,
)


class Phase(Record):
    """A stretch of the interview's clock."""

    id: Slug
    name: Text
    minutes: Minutes
    strong: Annotated[tuple[Text, ...], listed()]


class Dimension(Record):
    """One thing the rubric measures, with five described anchors, weakest first."""

    id: Slug
    name: Text
    points: Percent
    measures: Prose
    anchors: Annotated[tuple[Text, ...], listed(least=ANCHORS, limit=ANCHORS)]


class Mistake(Record):
    """The tempting answer, what it costs and why."""

    says: Prose
    costs: Annotated[tuple[Slug, ...], listed()]
    because: Prose


class Stronger(Record):
    """A stronger answer and why it is."""

    says: Prose
    because: Prose


class Probe(Record):
    """The interviewer's next question and a strong reply."""

    asks: Text
    strong: Prose


class Turn(Record):
    """One exchange of the walkthrough."""

    phase: Slug
    asks: Text
    candidate: Name
    mistake: Mistake
    stronger: Stronger
    probe: Probe


class Faq(Record):
    """What readers ask."""

    asks: Text
    answer: Prose


class Walkthrough(Record):
    """An interview, turn by turn."""

    title: Text
    known_as: KnownAs = ()
    summary: Text
    competency: CompetencyRef
    level: LevelRef
    minutes: Minutes
    scenario: Prose
    question: Text
    phases: Annotated[tuple[Phase, ...], listed()]
    rubric: Annotated[tuple[Dimension, ...], listed()]
    level_mistakes: Annotated[tuple[Text, ...], listed()]
    turns: Annotated[tuple[Turn, ...], listed()]
    faq: Annotated[tuple[Faq, ...], listed(least=0)]
    stories: Annotated[tuple[StoryRef, ...], listed(least=0)]
    read_first: Annotated[tuple[Prose, ...], listed(least=0)]
    after: Credit | None = None
    formerly: Formerly = ()
