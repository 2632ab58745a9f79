"""The content model: one frozen record for each kind of entry, and what each field may hold.

Everything else about a kind follows from here: what `check` accepts, the JSON Schemas that editors use, and the
tables of fields for contributors. A `Ref` names the collection that its slug must be found in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

TEXT_LIMIT = 300
PROSE_LIMIT = 4_000
LIST_LIMIT = 60
LONG_LIST_LIMIT = 400
ANCHORS = 5
LONGEST_SLUG = 80
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


@dataclass(frozen=True)
class Ref:
    """Marks a field whose value must be the slug of an entry (or the id of a term) of this kind."""

    kind: str


@dataclass(frozen=True)
class Words:
    """Marks a field as one plain line ("text") or as paragraphs with inline Markdown ("prose")."""

    form: Literal["text", "prose"]


def _one_line(value: str) -> str:
    value = value.strip()
    if not value:
        raise ValueError("must not be empty")
    if "\n" in value:
        raise ValueError("must be one line")
    return value


def _paragraphs(value: str) -> str:
    value = value.strip()
    if not value:
        raise ValueError("must not be empty")
    return value


def _a_day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError("must be a day of the calendar, such as 2026-03-14") from None
    return value


Text = Annotated[str, StringConstraints(max_length=TEXT_LIMIT), AfterValidator(_one_line), Words("text")]
Prose = Annotated[str, StringConstraints(max_length=PROSE_LIMIT), AfterValidator(_paragraphs), Words("prose")]
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=LONGEST_SLUG)]
Name = Annotated[str, StringConstraints(pattern=r"^[A-Z]\w*(?:[ '-]\w+)*$", max_length=40), Words("text")]
Url = Annotated[
    str,
    StringConstraints(pattern=r"^https://[A-Za-z0-9.-]+(/[A-Za-z0-9._~!$&'()*+,;=:@%/?#-]*)?$", max_length=TEXT_LIMIT),
]
DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
Date = Annotated[str, StringConstraints(pattern=DATE), AfterValidator(_a_day)]
Count = Annotated[int, Field(ge=1, le=10_000)]
Minutes = Annotated[int, Field(ge=1, le=600)]
Percent = Annotated[int, Field(ge=1, le=100)]


def _list(limit: int = LIST_LIMIT, least: int = 1) -> Any:  # noqa: ANN401 - pydantic's FieldInfo
    return Field(min_length=least, max_length=limit)


LevelRef = Annotated[str, Ref("level")]
TraitRef = Annotated[str, Ref("trait")]
ThemeRef = Annotated[str, Ref("theme")]
CategoryRef = Annotated[str, Ref("system_category")]
CompetencyRef = Annotated[str, Ref("competency")]
QuestionRef = Annotated[str, Ref("question")]
FrameworkRef = Annotated[str, Ref("framework")]
StoryRef = Annotated[str, Ref("story")]
PrincipleRef = Annotated[str, Ref("principle")]
PartId = Literal["context", "challenge", "actions", "results", "learnings"]


class Record(BaseModel):
    """Frozen data that holds exactly its fields, each of exactly its type."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Level(Record):
    """A rung of the ladder, from engineer to director."""

    id: Slug
    name: Text
    means: Text
    manages: bool


class Trait(Record):
    """One of the traits that hiring managers look for."""

    id: Slug
    name: Text
    means: Prose


class Theme(Record):
    """One of the themes that a story bank should cover."""

    id: Slug
    name: Text
    means: Text


class FailurePattern(Record):
    """One of the ways in which good managers fail an interview."""

    id: Slug
    name: Text
    looks_like: Prose
    instead: Prose


class SystemCategory(Record):
    """One of the kinds of question for which a candidate writes systems down."""

    id: Slug
    name: Text
    systems: Annotated[tuple[Text, ...], _list()]


class StoryPart(Record):
    """One of the five parts of a telling, with its share of the time."""

    id: PartId
    name: Text
    share: Percent
    asks: Annotated[tuple[Text, ...], _list()]


class LeadershipKind(Record):
    """One of the kinds of leadership that need no title."""

    id: Slug
    name: Text
    means: Prose


class LeadershipRedFlag(Record):
    """One of the red flags in leadership stories."""

    id: Slug
    sign: Text
    because: Prose
    instead: Prose


class LearningMove(Record):
    """One of the moves that make a learning authentic."""

    id: Slug
    name: Text
    asks: Text
    means: Prose


class LearningPair(Record):
    """A learning anybody could claim, beside one that only its owner could."""

    generic: Text
    authentic: Prose


class Handbook(Record):
    """The vocabulary: what every other entry may name."""

    title: Text
    summary: Text
    words_a_minute: Annotated[int, Field(ge=60, le=300)]
    levels: Annotated[tuple[Level, ...], _list()]
    traits: Annotated[tuple[Trait, ...], _list()]
    themes: Annotated[tuple[Theme, ...], _list()]
    failure_patterns: Annotated[tuple[FailurePattern, ...], _list()]
    system_categories: Annotated[tuple[SystemCategory, ...], _list()]
    story_parts: Annotated[tuple[StoryPart, ...], _list(least=5, limit=5)]
    leadership_kinds: Annotated[tuple[LeadershipKind, ...], _list()]
    leadership_red_flags: Annotated[tuple[LeadershipRedFlag, ...], _list()]
    learning_moves: Annotated[tuple[LearningMove, ...], _list()]
    learning_pairs: Annotated[tuple[LearningPair, ...], _list(least=0)] = ()


class Evidence(Record):
    """What an interviewer hears, in behaviour."""

    strong: Annotated[tuple[Text, ...], _list()]
    adequate: Annotated[tuple[Text, ...], _list()]
    weak: Annotated[tuple[Text, ...], _list()]


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
    because: Prose
    instead: Prose


class Competency(Record):
    """What an interviewer wants proof of."""

    title: Text
    summary: Text
    order: Count
    core_story: Text
    worry: Prose
    evidence: Evidence
    levels: Annotated[tuple[Expectation, ...], _list()]
    steps: Annotated[tuple[NamedStep, ...], _list()]
    must_contain: Annotated[tuple[Text, ...], _list()]
    red_flags: Annotated[tuple[RedFlag, ...], _list()]
    frameworks: Annotated[tuple[FrameworkRef, ...], _list(least=0)]
    traits: Annotated[tuple[TraitRef, ...], _list(least=0)]


class Question(Record):
    """A question of the bank: its surface, its intent, and what to beware of."""

    id: Slug
    ask: Text
    also_asked: Annotated[tuple[Text, ...], _list(least=0)] = ()
    kind: Literal["trunk", "branch", "leaf"]
    levels: Annotated[tuple[LevelRef, ...], _list()]
    intent: Prose
    good_answer: Annotated[tuple[Text, ...], _list()]
    trap: Prose
    twins: Annotated[tuple[QuestionRef, ...], _list(least=0)] = ()


class QuestionBank(Record):
    """The questions of one competency; the file is named after it."""

    questions: Annotated[tuple[Question, ...], _list(limit=LONG_LIST_LIMIT)]


class FrameworkStep(Record):
    """One step of a framework, with what to ask oneself."""

    name: Text
    asks: Text
    detail: Prose
    share: Percent | None = None
    example: Prose | None = None


class Pitfall(Record):
    """How a framework goes wrong, and what to do instead."""

    sign: Text
    instead: Prose


class Slot(Record):
    """A blank of a story template."""

    id: Slug
    label: Text
    hint: Text
    example: Text
    lines: Annotated[int, Field(ge=1, le=20)]


class Framework(Record):
    """A shape to think or speak in."""

    title: Text
    summary: Text
    stands_for: Text | None = None
    kind: Literal["answer-structure", "leadership-system", "story-template"]
    category: CategoryRef | None = None
    use_when: Prose
    steps: Annotated[tuple[FrameworkStep, ...], _list()]
    pitfalls: Annotated[tuple[Pitfall, ...], _list()]
    template: Prose | None = None
    slots: Annotated[tuple[Slot, ...], _list(least=0)] = ()
    worked_example: Prose
    competencies: Annotated[tuple[CompetencyRef, ...], _list()]


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
    summary: Text
    question: QuestionRef
    also_answers: Annotated[tuple[QuestionRef, ...], _list(least=0)] = ()
    competencies: Annotated[tuple[CompetencyRef, ...], _list()]
    themes: Annotated[tuple[ThemeRef, ...], _list()]
    traits: Annotated[tuple[TraitRef, ...], _list()]
    principles: Annotated[tuple[PrincipleRef, ...], _list(least=0)] = ()
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
    ]
    provenance: Literal["composite", "contributed"]
    contributor: Contributor | None = None
    added: Date | None = None
    thirty_seconds: Prose
    system: Prose
    told: Telling
    if_they_want_more: Prose
    openings: Annotated[tuple[Opening, ...], _list(least=0)] = ()
    measures: Annotated[tuple[Measure, ...], _list()]
    notes: Annotated[tuple[Note, ...], _list()]
    follow_ups: Annotated[tuple[FollowUp, ...], _list()]
    waivers: Annotated[tuple[Waiver, ...], _list(least=0)] = ()


class GradedTelling(Record):
    """One of several tellings of the same events."""

    grade: Literal["weak", "adequate", "strong"]
    says: Prose
    interviewer_writes: Annotated[tuple[Text, ...], _list()]
    because: Prose


class Comparison(Record):
    """One set of events, told three times."""

    title: Text
    summary: Text
    question: QuestionRef
    tellings: Annotated[tuple[GradedTelling, ...], _list(least=2)]


class Phase(Record):
    """A stretch of the interview's clock."""

    id: Slug
    name: Text
    minutes: Minutes
    strong: Annotated[tuple[Text, ...], _list()]


class Dimension(Record):
    """One thing the rubric measures, with five described anchors, weakest first."""

    id: Slug
    name: Text
    points: Percent
    measures: Prose
    anchors: Annotated[tuple[Text, ...], _list(least=ANCHORS, limit=ANCHORS)]


class Mistake(Record):
    """The tempting answer, what it costs and why."""

    says: Prose
    costs: Annotated[tuple[Slug, ...], _list()]
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
    summary: Text
    competency: CompetencyRef
    level: LevelRef
    minutes: Minutes
    scenario: Prose
    question: Text
    phases: Annotated[tuple[Phase, ...], _list()]
    rubric: Annotated[tuple[Dimension, ...], _list()]
    level_mistakes: Annotated[tuple[Text, ...], _list()]
    turns: Annotated[tuple[Turn, ...], _list()]
    faq: Annotated[tuple[Faq, ...], _list(least=0)]
    stories: Annotated[tuple[StoryRef, ...], _list(least=0)]
    read_first: Annotated[tuple[Prose, ...], _list(least=0)]


class SheetField(Record):
    """One thing to fill in."""

    kind: Literal["lines", "text", "tick", "scale", "number", "choice", "date", "table"]
    id: Slug
    label: Text
    hint: Text | None = None
    points: Annotated[int, Field(ge=1, le=100)] | None = None
    lines: Annotated[int, Field(ge=1, le=40)] | None = None
    anchors: Annotated[tuple[Text, ...], _list(least=ANCHORS, limit=ANCHORS)] = ()
    options: Annotated[tuple[Text, ...], _list(least=0)] = ()
    columns: Annotated[tuple[Text, ...], _list(least=0)] = ()
    rows: Annotated[tuple[Text, ...], _list(least=0)] = ()


class SheetSection(Record):
    """A titled stretch of a worksheet."""

    title: Text
    instruction: Prose
    fields: Annotated[tuple[SheetField, ...], _list()]


class SheetResult(Record):
    """What to do next for a range of scores."""

    least: Annotated[int, Field(ge=0, le=10_000)] = Field(alias="from")
    most: Annotated[int, Field(ge=0, le=10_000)] = Field(alias="to")
    says: Prose


class Worksheet(Record):
    """A page to fill in, on paper or on the screen."""

    title: Text
    summary: Text
    minutes: Minutes
    competencies: Annotated[tuple[CompetencyRef, ...], _list(least=0)]
    sections: Annotated[tuple[SheetSection, ...], _list()]
    key: Prose | None = None
    results: Annotated[tuple[SheetResult, ...], _list(least=0)] = ()

    def fields(self) -> Iterator[SheetField]:
        """Give every field, in order."""
        for section in self.sections:
            yield from section.fields

    def points(self) -> int:
        """Give the most points that can be reached."""
        return sum(field.points or 0 for field in self.fields())


class Principle(Record):
    """A value a company names, in our words."""

    id: Slug
    name: Text
    means: Text
    competencies: Annotated[tuple[CompetencyRef, ...], _list()]


class Principles(Record):
    """The values of one company or ladder, as of a date."""

    title: Text
    as_of: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$"), Words("text")]
    source: Url
    principles: Annotated[tuple[Principle, ...], _list()]


class Task(Record):
    """One thing to do on a day."""

    does: Prose
    minutes: Minutes


class Day(Record):
    """A day of a plan."""

    day: Count
    tasks: Annotated[tuple[Task, ...], _list()]


class Plan(Record):
    """What to do with the days that are left."""

    title: Text
    summary: Text
    days: Annotated[int, Field(ge=1, le=LIST_LIMIT)]
    minutes_a_day: Minutes
    schedule: Annotated[tuple[Day, ...], _list()]


class Term(Record):
    """A word of the field, in one sentence."""

    term: Text
    means: Text


class Glossary(Record):
    """The words a reader may look up."""

    terms: Annotated[tuple[Term, ...], _list(limit=LONG_LIST_LIMIT)]


@dataclass(frozen=True, kw_only=True)
class Collection:
    """A folder (or one file) under content/, the kind of its entries, and how large a file may be."""

    name: str
    kind: str
    record: type[Record]
    kilobytes: int = 64
    single: bool = False

    @property
    def where(self) -> str:
        """The folder, or the file of a collection that is one file."""
        return f"content/{self.name}.yaml" if self.single else f"content/{self.name}"


HANDBOOK = Collection(name="handbook", kind="handbook", record=Handbook, single=True)
GLOSSARY = Collection(name="glossary", kind="glossary", record=Glossary, single=True, kilobytes=256)
FOLDERS = (
    Collection(name="competencies", kind="competency", record=Competency),
    Collection(name="questions", kind="questions", record=QuestionBank, kilobytes=256),
    Collection(name="frameworks", kind="framework", record=Framework),
    Collection(name="stories", kind="story", record=Story),
    Collection(name="comparisons", kind="comparison", record=Comparison),
    Collection(name="walkthroughs", kind="walkthrough", record=Walkthrough),
    Collection(name="worksheets", kind="worksheet", record=Worksheet),
    Collection(name="principles", kind="principles", record=Principles),
    Collection(name="plans", kind="plan", record=Plan),
)
COLLECTIONS = (HANDBOOK, *FOLDERS, GLOSSARY)
