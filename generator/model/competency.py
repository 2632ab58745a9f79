"""What interviewers want proof of, and the bank of questions about it."""

from typing import Annotated, Literal

from generator.model.record import (
    LONG_LIST_LIMIT,
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
    adequate: Annotated[tuple[Text, ...], listed()]
    weak: Annotated[tuple[Text, ...], listed()]


class Expectation(Record):
    """What a level is expected to show."""

    level: LevelRef
    expects: Prose


class NamedStep(Record):
    """One step of an answer."""

    name: Text
    detail: Prose


class RedFlag(Record):
    """A sign that worries an interviewer, why, and what to do instead."""

    sign: Text
    formerly: FirstWords = ()
    because: Prose
    instead: Prose


class Competency(Record):
    """What an interviewer wants proof of."""

    title: Text
    known_as: KnownAs = ()
    summary: Text
    order: Count
    core: bool = False
    core_story: Text
    worry: Prose
    evidence: Evidence
    levels: Annotated[tuple[Expectation, ...], listed()]
    steps: Annotated[tuple[NamedStep, ...], listed()]
    must_contain: Annotated[tuple[Text, ...], listed()]
    red_flags: Annotated[tuple[RedFlag, ...], listed()]
    frameworks: Annotated[tuple[FrameworkRef, ...], listed(least=0)]
    traits: Annotated[tuple[TraitRef, ...], listed(least=0)]
    after: Credit | None = None
    formerly: Formerly = ()


class Spoken(Record):
    """An answer of one to two minutes as somebody would say it, and one that tempts; only their judgment differs."""

    speaker: Text
    says: Prose
    because: Prose
    tempting: Prose
    costs: Prose


class Question(Record):
    """A question of the bank: its surface, its intent, and what to beware of."""

    id: Slug
    ask: Text
    also_asked: Annotated[tuple[Text, ...], listed(least=0)] = ()
    known_as: KnownAs = ()
    kind: Literal["trunk", "branch", "leaf"]
    levels: Annotated[tuple[LevelRef, ...], listed()]
    intent: Prose
    good_answer: Annotated[tuple[Text, ...], listed()]
    trap: Prose
    twins: Annotated[tuple[QuestionRef, ...], listed(least=0)] = ()
    follows: QuestionRef | None = None
    spoken: Spoken | None = None
    formerly: Formerly = ()


class QuestionBank(Record):
    """The questions of one competency; the file is named after it."""

    questions: Annotated[tuple[Question, ...], listed(limit=LONG_LIST_LIMIT)]
