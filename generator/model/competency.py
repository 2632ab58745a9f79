"""What interviewers want proof of, and the bank of questions about it."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.record import (
    LONG_LIST_LIMIT,
    BoxId,
    Count,
    Credit,
    FirstWords,
    Formerly,
    FrameworkRef,
    KnownAs,
    LevelRef,
    Prose,
    QuestionRef,
    Record,
    Slug,
    Text,
    TraitRef,
    listed,
)


class Evidence(Record):
    """What an interviewer hears, in behaviour."""

    strong: Annotated[tuple[Text, ...], listed()]
    """What one hears from somebody who has it, as behaviour. Such as: Names the promise before being asked"""
    adequate: Annotated[tuple[Text, ...], listed()]
    """What one hears from somebody who has some of it. Such as: Kept the date, and cannot say at what price"""
    weak: Annotated[tuple[Text, ...], listed()]
    """What one hears from somebody who lacks it. Such as: Says that one must always keep promises"""


class Expectation(Record):
    """What a level is expected to show."""

    level: LevelRef
    """The level of which this is expected. Such as: lead"""
    expects: Prose
    """What somebody at this level must show, in a sentence or two. Such as: Says no early, and to the right person."""


class NamedStep(Record):
    """One step of an answer."""

    name: Text
    """The step in a few words. Such as: Say what was promised"""
    detail: Prose
    """What to say in this step, and how long. Such as: In one sentence, with the date and to whom."""


class RedFlag(Record):
    """A sign that worries an interviewer, why, and what to do instead."""

    sign: Text
    """What an interviewer notices. Such as: Every promise was kept"""
    formerly: FirstWords = ()
    """The words it was first noted in, where they were others. Such as: All promises kept"""
    because: Prose
    """Why that worries them. Such as: Nobody keeps every promise, so something is left out."""
    instead: Prose
    """What to say or do instead. Such as: Tell the one you broke, and when you said so."""


class Competency(Record):
    """What an interviewer wants proof of."""

    title: Text
    """Its name, as a heading shows it. Such as: Keeping promises"""
    known_as: KnownAs = ()
    """What else people call it, as they type it into a search. Such as: reliability"""
    summary: Text
    """One sentence that lists show below the name. Such as: Promising what can be kept, and saying early what cannot.
    """
    order: Count
    """Its place among the competencies, from 1. Such as: 3"""
    core: bool = False
    """Whether its core story is one of the few that carry an interview. Such as: true"""
    core_story: Text
    """The one story to have ready for it, in a line. Such as: A promise you could not keep, and whom you told first."""
    worry: Prose
    """What the interviewer really asks, in their own voice. Such as: Will I hear of it before it is too late?"""
    evidence: Evidence
    """What is heard in strong, adequate and weak answers."""
    levels: Annotated[tuple[Expectation, ...], listed()]
    """What each level must show."""
    steps: Annotated[tuple[NamedStep, ...], listed()]
    """The steps of a good answer, in their order."""
    must_contain: Annotated[tuple[Text, ...], listed()]
    """What no good answer lacks. Such as: The promise in its own words"""
    told_in: Annotated[tuple[BoxId, ...], listed(least=0)] = ()
    """In which box of its story sheet each of them belongs, in their order. Such as: actions"""
    test: Prose | None = None
    """How to find out in half a minute whether a story is the one that is asked for. Such as: Name whom you promised
    it. If nobody comes to mind, it was a plan.
    """
    red_flags: Annotated[tuple[RedFlag, ...], listed()]
    """Signs that worry an interviewer."""
    frameworks: Annotated[tuple[FrameworkRef, ...], listed(least=0)]
    """Shapes of an answer that fit it. Such as: promise-in-three"""
    traits: Annotated[tuple[TraitRef, ...], listed(least=0)]
    """Traits that it shows. Such as: candour"""
    after: Credit | None = None
    """Whom its ideas come from."""
    formerly: Formerly = ()
    """Names its file had before; their addresses lead to it. Such as: keeping-ones-word"""


class Spoken(Record):
    """An answer of one to two minutes as somebody would say it, and one that tempts; only their judgment differs."""

    speaker: Text
    """Who says it, in a few words and without a name. Such as: A ward manager, twelve nurses"""
    says: Prose
    """The answer as somebody would say it, one to two minutes aloud. Such as: I told the family on the same evening,
    because the date was mine.
    """
    because: Prose
    """Why that answer holds. Such as: It says when, to whom, and what it cost."""
    tempting: Prose
    """An answer about as long that tempts, with weaker judgment. Such as: I told them as soon as everything was clear.
    """
    costs: Prose
    """What that one costs. Such as: Nobody knows when that was."""


class QuestionFields(Record):
    """What is said of a question, wherever it is written."""

    ask: Text
    """The question as an interviewer says it. Such as: Tell me about a promise you could not keep."""
    also_asked: Annotated[tuple[Text, ...], listed(least=0)] = ()
    """The same question in other words. Such as: When did you last have to disappoint somebody?"""
    known_as: KnownAs = ()
    """What else people call it, as they type it into a search; the first is its name for short. Such as: broken
    promise
    """
    kind: Literal["trunk", "branch", "leaf"]
    """Whether it is broad (trunk), one angle of it (branch) or a detail that is asked next (leaf). Such as: trunk"""
    asks_for: Literal["event", "oneself"] = "event"
    """Whether its answer tells of something that happened (event), or of oneself: what one wants, how one works, what
    one would do (oneself). Such as: oneself
    """
    levels: Annotated[tuple[LevelRef, ...], listed()]
    """Levels at which it is asked. Such as: lead"""
    intent: Prose
    """What the interviewer worries about when they ask it. Such as: Do you speak first, and what do you bring when you
    do?
    """
    good_answer: Annotated[tuple[Text, ...], listed()]
    """Points a coach could tick while listening. Such as: What you told them, and when"""
    trap: Prose
    """The reading of the question that tempts people. Such as: Telling how it was kept after all."""
    twins: Annotated[tuple[QuestionRef, ...], listed(least=0)] = ()
    """Questions in nearly the same words that want another answer. Such as: promise-of-somebody-else"""
    follows: QuestionRef | None = None
    """The question whose answer this one takes up. Such as: promise-of-somebody-else"""
    spoken: Spoken | None = None
    """An answer said aloud, beside one that tempts."""
    formerly: Formerly = ()
    """Ids it had before; their addresses lead to it. Such as: broken-promise"""


class QuestionFile(QuestionFields):
    """A question in a file of its own, which has its id for a name, in the folder of its competency."""

    order: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    """Its place among the questions of its competency, the smallest first; without one it comes behind them. Such as:
    30
    """


class Identified(Record):
    """What has an id beside what else it holds."""

    id: Slug
    """Its short name, which no other question has. Such as: promise-you-could-not-keep"""


class Question(QuestionFields, Identified):
    """A question of the bank: its surface, its intent, and what to beware of."""


class QuestionBank(Record):
    """The questions of one competency in one file, which is named after it."""

    questions: Annotated[tuple[Question, ...], listed(limit=LONG_LIST_LIMIT)]
    """The questions of the competency that the file is named after, the most asked first."""
