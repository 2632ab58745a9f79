"""What somebody tells, with notes in the margin."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

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
    needs,
)


class Narrator(Record):
    """Who tells the story, without a name."""

    level: LevelRef
    """The level at the time. Such as: lead"""
    company: Text | None = None
    """Size and what it does, without its name; left out where that would name it. Such as: 60-bed nursing home"""
    team: Text
    """Whom the narrator led or worked with. Such as: Twelve nurses on three shifts"""


class Contributor(Record):
    """Who gave the story, as they wish to be named."""

    name: Text
    """As they wish to be named; a first name will do. Such as: Amina"""
    link: Url | None = None
    """A page of theirs. Such as: https://www.example.org/amina"""


class Telling(Record):
    """The five parts, as said aloud."""

    context: Prose
    """Where, when, how big, and what was at stake. Such as: I led a ward of 28 beds with twelve nurses."""
    challenge: Prose
    """Why it was hard for the narrator. Such as: Two of them had called in sick for the same night."""
    actions: Prose
    """What the narrator did, step by step, each with its reason. Such as: I rang the house at six, because nobody else
    would.
    """
    results: Prose
    """What came of it and how one knows, with a figure, and the price. Such as: The night was staffed; one colleague
    lost her free day.
    """
    learnings: Prose
    """What was wrong or right, and the habit that is left of it. Such as: I now ask on Monday who could come."""

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
    """The other question that the telling answers. Such as: promise-of-somebody-else"""
    says: Prose
    """The first sentences, so that the telling fits that question. Such as: The promise was not mine, and I had to
    keep it.
    """


class Measure(Record):
    """A figure with its base."""

    what: Text
    """What was measured. Such as: Falls in a month"""
    before: Text
    """How much it was before, with its unit; or `not known`. Such as: 9"""
    after: Text
    """How much it was afterwards; or `not known`. Such as: 3"""


class Note(Record):
    """A margin note on exact words of one part."""

    part: PartId = Field(alias="in")
    """The part of the telling that the words stand in. Such as: actions"""
    quote: Text
    """Words copied exactly from that part. Such as: I rang the house at six"""
    kind: Literal["strength", "risk"]
    """Whether the words help (strength) or may be held against the narrator (risk). Such as: strength"""
    says: Prose
    """Why this works, or what it risks. Such as: A time and a deed, in six words."""


class FollowUp(Record):
    """What an interviewer asks next, with a reply that holds and one that tempts."""

    asks: Text
    """What the interviewer asks next. Such as: Who paid for the free day?"""
    checks: Text
    """What they want to find out with it. Such as: whether the cost is known"""
    strong: Prose
    """A reply that holds. Such as: She did, and I gave her mine in March."""
    weak: Prose
    """A reply about as long that a good person would give on a bad day. Such as: Everybody on the team was glad to
    help.
    """


class Waiver(Record):
    """A rule on how stories are told that this story breaks on purpose, and why."""

    rule: Slug
    """The code of the rule, as `handbook check` prints it. Such as: dry-end"""
    because: Text
    """Why this story breaks it on purpose. Such as: The last sentence is a question that is meant to stay open."""


def _each_once(schema: dict[str, Any]) -> None:
    """Say in the schema what rules/stories.py asks for: nothing named twice, and from whom the story is."""
    for name in ("also_answers", "competencies", "themes", "traits", "principles"):
        schema["properties"][name]["uniqueItems"] = True
    schema["allOf"] = [
        needs("provenance", "contributed", "contributor", alone=True),
        needs("provenance", "retold", "after"),
    ]


class Story(Record):
    """What somebody says aloud, and how it stands up."""

    model_config = ConfigDict(json_schema_extra=_each_once)

    title: Text
    """Six or eight words that name the matter, not the lesson. Such as: The promise I made in the lift"""
    known_as: KnownAs = ()
    """What else people call it, as they type it into a search. Such as: promise in the lift"""
    summary: Text
    """Who is in trouble, and what the trouble really is, in one sentence. Such as: A ward manager promises a bed that
    she does not have.
    """
    question: QuestionRef
    """The question it answers first of all. Such as: promise-you-could-not-keep"""
    also_answers: Annotated[tuple[QuestionRef, ...], listed(least=0)] = ()
    """Other questions it answers. Such as: promise-of-somebody-else"""
    competencies: Annotated[tuple[CompetencyRef, ...], listed()]
    """What it proves, the main one first. Such as: keeping-promises"""
    themes: Annotated[tuple[ThemeRef, ...], listed()]
    """What it is about. Such as: a-promise"""
    traits: Annotated[tuple[TraitRef, ...], listed()]
    """What a panel would hear in it. Such as: candour"""
    principles: Annotated[tuple[PrincipleRef, ...], listed(least=0)] = ()
    """Company principles that it proves. Such as: early-word"""
    narrator: Narrator
    """Who tells it, without a name."""
    outcome: Literal["good", "mixed", "bad"]
    """How it came out; bad ones earn as much trust as good ones. Such as: mixed"""
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
    """The move that it ended with. Such as: escalate"""
    turns_on: Literal["colleague", "own-fault", "own-reasoning", "outside-event", "steady-work"] | None = None
    """What turns it: a colleague's sentence, an own fault, own reasoning, an event outside, or steady work. Such as:
    colleague
    """
    scale: Literal["start-up", "mid-size", "large"] | None = None
    """At what scale it plays. Such as: mid-size"""
    provenance: Literal["composite", "contributed", "retold"]
    """Whether it is made of several (composite), somebody's own (contributed), or follows a published one (retold).
    Such as: contributed
    """
    after: Credit | None = None
    """Whom it is told after, where it is retold."""
    contributor: Contributor | None = None
    """Who gave it, where it is contributed."""
    added: Date | None = None
    """The day it came; brings it into the feed of new stories. Such as: 2026-11-28"""
    thirty_seconds: Prose
    """The whole in about 70 words: the trouble, what was done, what came of it, what it cost. Such as: I promised a
    bed in the lift, and had none.
    """
    system: Prose
    """What the narrator does in general when this happens, in one to three sentences. Such as: I say what I know, and
    by when I shall know more.
    """
    told: Telling
    """The telling, in five parts."""
    if_they_want_more: Prose
    """What to add when they ask for the long version: new facts, no summary. Such as: The family came back a year
    later.
    """
    openings: Annotated[tuple[Opening, ...], listed(least=0)] = ()
    """How the same telling begins for other questions."""
    measures: Annotated[tuple[Measure, ...], listed(least=0)] = ()
    """The figures, each with its base."""
    unmeasured: Text | None = None
    """Why there are no figures, where there are none. Such as: nobody counted, and a guess would be worse
    """
    notes: Annotated[tuple[Note, ...], listed(least=0)] = ()
    """Notes in the margin, on exact words; an editor adds them where the contributor has none."""
    follow_ups: Annotated[tuple[FollowUp, ...], listed(least=0)] = ()
    """What they ask next; an editor adds them where the contributor has none."""
    waivers: Annotated[tuple[Waiver, ...], listed(least=0)] = ()
    """Rules that it breaks on purpose."""
    formerly: Formerly = ()
    """Names its file had before; their addresses lead to it. Such as: the-lift"""
