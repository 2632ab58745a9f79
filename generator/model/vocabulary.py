"""The words that all other entries use, and the glossary."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.record import (
    LONG_LIST_LIMIT,
    Address,
    KnownAs,
    LanguageCode,
    PageRef,
    PartId,
    Percent,
    Prose,
    QuestionRef,
    Record,
    Slug,
    Text,
    Url,
    Words,
    listed,
)

Limit = Annotated[int, Field(ge=0, le=100_000)]
FORMAT = 2  # of the files in content/; `handbook upgrade` moves older ones on
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$"), Words("text")]


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
    systems: Annotated[tuple[Text, ...], listed()]


class StoryPart(Record):
    """One of the five parts of a telling, with its share of the time, and what it is known by in somebody's notes."""

    id: PartId
    name: Text
    share: Percent
    asks: Annotated[tuple[Text, ...], listed()]
    headings: Annotated[tuple[Text, ...], listed(least=0)] = ()
    cues: Annotated[tuple[Text, ...], listed(LONG_LIST_LIMIT, least=0)] = ()


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


class LookAlikes(Record):
    """Questions in nearly the same words: what to call them, the difference, and what each wants, in their order."""

    name: Text
    difference: Text
    questions: Annotated[tuple[QuestionRef, ...], listed(least=2)]
    wants: Annotated[tuple[Text, ...], listed(least=0)] = ()


class Asked(Record):
    """A question asked in nearly every interview, when it comes, and the worry behind it in half a line."""

    when: Text
    question: QuestionRef
    worry: Text


class Gone(Record):
    """An entry that was taken out, as an address such as story:its-slug, and where its readers go now."""

    was: Address
    now: Address


class OwnLimits(Record):
    """Limits of a rule on how a story is told, in the place of the generator's."""

    least: Limit | None = None
    most: Limit | None = None
    words: Limit | None = None
    letters: Limit | None = None
    sentences: Limit | None = None
    numbers: Limit | None = None
    about: Limit | None = None


class OwnList(Record):
    """Words that a list of the rules has in this handbook, too, and words that it has not."""

    add: Annotated[tuple[Text, ...], listed(LONG_LIST_LIMIT, least=0)] = ()
    without: Annotated[tuple[Text, ...], listed(LONG_LIST_LIMIT, least=0)] = ()


class OwnRules(Record):
    """What a handbook changes of the rules on how a story is told: limits by rule, lists by name, what is off."""

    limits: dict[str, OwnLimits] = Field(default_factory=dict)
    lists: dict[str, OwnList] = Field(default_factory=dict)
    off: Annotated[tuple[Slug, ...], listed(least=0)] = ()


class Handbook(Record):
    """The vocabulary: what every other entry may name."""

    title: Text
    summary: Text
    format: Annotated[int, Field(ge=1)] = 1
    language: LanguageCode = "en"
    words_a_minute: Annotated[int, Field(ge=60, le=1000)] | None = None
    rules: OwnRules = OwnRules()
    colour: Colour | None = None
    levels: Annotated[tuple[Level, ...], listed()]
    traits: Annotated[tuple[Trait, ...], listed()]
    themes: Annotated[tuple[Theme, ...], listed()]
    failure_patterns: Annotated[tuple[FailurePattern, ...], listed()]
    system_categories: Annotated[tuple[SystemCategory, ...], listed()]
    story_parts: Annotated[tuple[StoryPart, ...], listed(least=5, limit=5)]
    leadership_kinds: Annotated[tuple[LeadershipKind, ...], listed()]
    leadership_red_flags: Annotated[tuple[LeadershipRedFlag, ...], listed()]
    learning_moves: Annotated[tuple[LearningMove, ...], listed()]
    learning_pairs: Annotated[tuple[LearningPair, ...], listed(least=0)] = ()
    look_alikes: Annotated[tuple[LookAlikes, ...], listed(least=0)] = ()
    asked_most: Annotated[tuple[Asked, ...], listed(least=0)] = ()
    sources_page: PageRef | None = None
    licence: Text | None = None
    address: Url | None = None
    gone: Annotated[tuple[Gone, ...], listed(least=0, limit=LONG_LIST_LIMIT)] = ()


class Term(Record):
    """A word of the field, in one sentence."""

    term: Text
    synonyms: KnownAs = ()
    means: Text


class Glossary(Record):
    """The words a reader may look up."""

    terms: Annotated[tuple[Term, ...], listed(limit=LONG_LIST_LIMIT)]
