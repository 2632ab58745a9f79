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
    """Its short name in the walkthrough. Such as: first"""
    name: Text
    """What it is called. Such as: Opening"""
    minutes: Minutes
    """How long it takes; all of them add up to the walkthrough's. Such as: 10"""
    strong: Annotated[tuple[Text, ...], listed()]
    """What a strong candidate does in it. Such as: Asks who else was promised something"""


class Dimension(Record):
    """One thing the rubric measures, with five described anchors, weakest first."""

    id: Slug
    """Its short name in the walkthrough. Such as: judgment"""
    name: Text
    """What it is called. Such as: Judgment"""
    points: Percent
    """How many points it gives; all of them add up to 100. Such as: 40"""
    measures: Prose
    """What it measures. Such as: Whether the price is named before it is asked for."""
    anchors: Annotated[tuple[Text, ...], listed(least=ANCHORS, limit=ANCHORS)]
    """What is heard at each of five grades, the weakest first. Such as: Promises everything"""


class Mistake(Record):
    """The tempting answer, what it costs and why."""

    says: Prose
    """The tempting answer. Such as: I would find a way to keep the date."""
    costs: Annotated[tuple[Slug, ...], listed()]
    """Dimensions of the rubric that it costs points in. Such as: judgment"""
    because: Prose
    """Why it costs them. Such as: It promises once more."""


class Stronger(Record):
    """A stronger answer and why it is."""

    says: Prose
    """A stronger answer. Such as: I would ring them today and say which room is ready."""
    because: Prose
    """Why it is. Such as: It says what is certain."""


class Probe(Record):
    """The interviewer's next question and a strong reply."""

    asks: Text
    """What the interviewer asks next. Such as: And if they insist?"""
    strong: Prose
    """A strong reply. Such as: Then they hear the same from me again, and from nobody else."""


class Turn(Record):
    """One exchange of the walkthrough."""

    phase: Slug
    """The phase that it belongs to. Such as: first"""
    asks: Text
    """What the interviewer asks. Such as: What do you do first?"""
    candidate: Name
    """The first name of who answers; they are invented. Such as: Amina"""
    mistake: Mistake
    """The tempting answer."""
    stronger: Stronger
    """The stronger one."""
    probe: Probe
    """What is asked next."""


class Faq(Record):
    """What readers ask."""

    asks: Text
    """What readers ask. Such as: May I take notes?"""
    answer: Prose
    """The answer. Such as: Yes, and say so at the start."""


class Walkthrough(Record):
    """An interview, turn by turn."""

    title: Text
    """Its name, as a heading shows it. Such as: The date you did not give"""
    known_as: KnownAs = ()
    """What else people call it, as they type it into a search. Such as: date case"""
    summary: Text
    """One sentence that lists show below the name. Such as: Twenty minutes on a promise that somebody else made."""
    competency: CompetencyRef
    """The competency that it tests. Such as: keeping-promises"""
    level: LevelRef
    """The level that it is held for. Such as: lead"""
    minutes: Minutes
    """How long the interview takes. Such as: 30"""
    scenario: Prose
    """What the candidate is told at the start, with figures. Such as: You lead a ward of 28 beds. Two nurses are ill.
    """
    question: Text
    """What they are asked then. Such as: What do you do before the next shift?"""
    phases: Annotated[tuple[Phase, ...], listed()]
    """The stretches of its clock, in their order."""
    rubric: Annotated[tuple[Dimension, ...], listed()]
    """What is scored, with what is heard at each grade."""
    level_mistakes: Annotated[tuple[Text, ...], listed()]
    """Mistakes that people at this level make. Such as: Doing the work oneself"""
    turns: Annotated[tuple[Turn, ...], listed()]
    """What is asked and answered, turn by turn."""
    faq: Annotated[tuple[Faq, ...], listed(least=0)]
    """What readers ask about it."""
    stories: Annotated[tuple[StoryRef, ...], listed(least=0)]
    """Stories that show the same. Such as: the-promise-in-the-lift"""
    read_first: Annotated[tuple[Prose, ...], listed(least=0)]
    """What to read before, with links. Such as: [A promise in three](framework:promise-in-three)"""
    after: Credit | None = None
    """Whom it is made after."""
    formerly: Formerly = ()
    """Names its file had before; their addresses lead to it. Such as: the-date"""
