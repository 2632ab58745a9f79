"""What somebody tells, with notes in the margin; and one story told three ways."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.record import (
    CompetencyRef,
    Credit,
    Date,
    Formerly,
    KnownAs,
    LevelRef,
    PartId,
    PrincipleRef,
    Prose,
    QuestionRef,
    Record,
    Slug,
    Text,
    ThemeRef,
    TraitRef,
    Url,
    listed,
)


class Narrator(Record):
    """Who tells the story, without a name."""

    level: LevelRef
    company: Text
    team: Text


class Contributor(Record):
    """Who gave the story, as they wish to be named."""

    name: Text
    link: Url | None = None


class Telling(Record):
    """The five parts, as said aloud."""

    context: Prose
    challenge: Prose
    actions: Prose
    results: Prose
    learnings: Prose

    def parts(self) -> tuple[tuple[PartId, str], ...]:
        """Give each part's id and words, in the order of the telling."""
        return (
            ("context", self.context),
            ("challenge", self.challenge),
            ("actions", self.actions),
            ("results", self.results),
            ("learnings", self.learnings),
        )


class Opening(Record):
    """How the same telling begins for another question."""

    question: QuestionRef
    says: Prose


class Measure(Record):
    """A figure with its base."""

    what: Text
    before: Text
    after: Text


class Note(Record):
    """A margin note on exact words of one part."""

    part: PartId = Field(alias="in")
    quote: Text
    kind: Literal["strength", "risk"]
    says: Prose


class FollowUp(Record):
    """What an interviewer asks next, with a reply that holds and one that tempts."""

    asks: Text
    checks: Text
    strong: Prose
    weak: Prose


class Waiver(Record):
    """A rule on how stories are told that this story breaks on purpose, and why."""

    rule: Slug
    because: Text


class Story(Record):
    """What one manager says aloud, and how it stands up."""

    title: Text
    known_as: KnownAs = ()
    summary: Text
    question: QuestionRef
    also_answers: Annotated[tuple[QuestionRef, ...], listed(least=0)] = ()
    competencies: Annotated[tuple[CompetencyRef, ...], listed()]
    themes: Annotated[tuple[ThemeRef, ...], listed()]
    traits: Annotated[tuple[TraitRef, ...], listed()]
    principles: Annotated[tuple[PrincipleRef, ...], listed(least=0)] = ()
    narrator: Narrator
    outcome: Literal["good", "mixed", "bad"]
    ending: Literal[
        "stop",
        "refuse",
        "narrow",
        "escalate",
        "absorb",
        "reverse",
        "part-ways",
        "simplify",
        "apologise",
        "ship",
        "process",
        "grow",
        "compromise",
        "stay-the-course",
    ]
    turns_on: Literal["colleague", "own-fault", "own-reasoning", "outside-event", "steady-work"] | None = None
    scale: Literal["start-up", "mid-size", "large"] | None = None
    provenance: Literal["composite", "contributed", "retold"]
    after: Credit | None = None
    contributor: Contributor | None = None
    added: Date | None = None
    thirty_seconds: Prose
    system: Prose
    told: Telling
    if_they_want_more: Prose
    openings: Annotated[tuple[Opening, ...], listed(least=0)] = ()
    measures: Annotated[tuple[Measure, ...], listed(least=0)] = ()
    unmeasured: Text | None = None
    notes: Annotated[tuple[Note, ...], listed()]
    follow_ups: Annotated[tuple[FollowUp, ...], listed()]
    waivers: Annotated[tuple[Waiver, ...], listed(least=0)] = ()
    formerly: Formerly = ()


class GradedTelling(Record):
    """One of several tellings of the same events."""

    grade: Literal["weak", "adequate", "strong"]
    says: Prose
    differs: Annotated[tuple[Text, ...], listed(limit=5, least=0)] = ()
    interviewer_writes: Annotated[tuple[Text, ...], listed()]
    because: Prose


class Comparison(Record):
    """One set of events, told three times."""

    title: Text
    summary: Text
    question: QuestionRef
    tellings: Annotated[tuple[GradedTelling, ...], listed(least=2)]
    formerly: Formerly = ()
