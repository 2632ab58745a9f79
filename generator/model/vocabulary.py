"""The words that all other entries use."""

from typing import Annotated

from pydantic import Field

from generator.model.look import Colour, Look, Section
from generator.model.own_rules import OwnRules
from generator.model.record import (
    LONG_LIST_LIMIT,
    Address,
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
    listed,
)

FORMAT = 3  # of the files in content/; `handbook upgrade` moves older ones on


class Level(Record):
    """A rung of the ladder."""

    id: Slug
    """Its short name in files. Such as: lead"""
    name: Text
    """What readers see. Such as: Lead"""
    means: Text
    """What somebody at this level answers for. Such as: Answers for what several others do."""
    manages: bool
    """Whether people report to them. Such as: true"""


class Trait(Record):
    """One of the traits that those who decide look for."""

    id: Slug
    """Its short name in files. Such as: candour"""
    name: Text
    """What readers see. Such as: Candour"""
    means: Prose
    """What one hears from somebody who has it. Such as: Says what it cost before anybody asks."""


class Theme(Record):
    """One of the themes that a story bank should cover."""

    id: Slug
    """Its short name in files. Such as: a-promise"""
    name: Text
    """What readers see. Such as: A promise"""
    means: Text
    """When a story belongs to it. Such as: Somebody relied on a word that was given."""


class FailurePattern(Record):
    """One of the ways in which good people fail an interview."""

    id: Slug
    """Its short name in files. Such as: the-tour"""
    name: Text
    """What readers see. Such as: The tour"""
    looks_like: Prose
    """How one recognises it. Such as: A tour of the whole house, in which nothing is decided."""
    instead: Prose
    """What to do instead. Such as: Stay with one shift and one decision."""


class SystemCategory(Record):
    """One of the kinds of question for which a candidate writes systems down."""

    id: Slug
    """Its short name in files. Such as: choosing"""
    name: Text
    """What readers see. Such as: Choosing"""
    systems: Annotated[tuple[Text, ...], listed()]
    """Questions for which a candidate writes down how they always do it. Such as: How do you decide what stays undone?
    """


class StoryPart(Record):
    """One of the five parts of a telling, with its share of the time, and what it is known by in somebody's notes."""

    id: PartId
    """Which of the five parts it is. Such as: context"""
    name: Text
    """What readers see. Such as: Context"""
    share: Percent
    """Its share of the telling, in percent. Such as: 15"""
    asks: Annotated[tuple[Text, ...], listed()]
    """Questions that help to write it. Such as: Where was it, when, and how big?"""
    headings: Annotated[tuple[Text, ...], listed(least=0)] = ()
    """What stands above it in somebody's notes; pasted and imported stories are parted by them. Such as: Situation"""
    cues: Annotated[tuple[Text, ...], listed(LONG_LIST_LIMIT, least=0)] = ()
    """What its sentences say in somebody's notes. Such as: at the time"""


class LeadershipKind(Record):
    """One of the kinds of leadership that need no title."""

    id: Slug
    """Its short name in files. Such as: the-first-word"""
    name: Text
    """What readers see. Such as: The first word"""
    means: Prose
    """What somebody did without a title. Such as: You said aloud what everybody knew."""


class LeadershipRedFlag(Record):
    """One of the red flags in leadership stories."""

    id: Slug
    """Its short name in files. Such as: credit"""
    sign: Text
    """What an interviewer notices. Such as: Everything good was done by the narrator"""
    because: Prose
    """Why that worries them. Such as: Interviewers ask who had the idea."""
    instead: Prose
    """What to say instead. Such as: Say whose idea it was, and what you added."""


class LearningMove(Record):
    """One of the moves that make a learning authentic."""

    id: Slug
    """Its short name in files. Such as: the-mistake"""
    name: Text
    """What readers see. Such as: Name the mistake"""
    asks: Text
    """What to ask oneself. Such as: What did I get wrong?"""
    means: Prose
    """How to do it. Such as: Say it in one sentence, without an excuse."""


class LearningPair(Record):
    """A learning anybody could claim, beside one that only its owner could."""

    generic: Text
    """A learning that anybody could claim. Such as: Communication is key."""
    authentic: Prose
    """A learning that only its owner could have. Such as: I now send the list before the round."""


class LookAlikes(Record):
    """Questions in nearly the same words: what to call them, the difference, and what each wants, in their order."""

    name: Text
    """What to call the group. Such as: Disagreeing, with a figure or with a boss"""
    difference: Text
    """What tells the questions apart. Such as: The first wants what the figure leaves out, the second a sentence that
    you said.
    """
    questions: Annotated[tuple[QuestionRef, ...], listed(least=2)]
    """The questions: one whole group of twins. Such as: promise-you-could-not-keep"""
    wants: Annotated[tuple[Text, ...], listed(least=0)] = ()
    """What each of them wants, in their order. Such as: the sentence that you said"""


class Asked(Record):
    """A question asked in nearly every interview, when it comes, and the worry behind it in half a line."""

    when: Text
    """When it comes; what comes at the same time has the same words. Such as: At the start"""
    question: QuestionRef
    """The question. Such as: promise-you-could-not-keep"""
    worry: Text
    """The worry behind it, in half a line. Such as: that you promise too much"""


class Gone(Record):
    """An entry that was taken out, as an address such as story:its-slug, and where its readers go now."""

    was: Address
    """The address that is gone: its kind, a colon, its name. Such as: story:the-old-lift"""
    now: Address
    """Where its readers go now, likewise. Such as: story:the-promise-in-the-lift"""


class Handbook(Record):
    """The vocabulary: what every other entry may name."""

    title: Text
    """The name of the handbook. Such as: The nurse manager's interview handbook"""
    summary: Text
    """One sentence on what it is and for whom. Such as: Stories, questions and practice for whoever wants to lead a
    ward.
    """
    format: Annotated[int, Field(ge=1)] = 1
    """The format of the files; `handbook upgrade` moves it on. Such as: 2"""
    language: LanguageCode = "en"
    """The language of all that readers see. Such as: de"""
    words_a_minute: Annotated[int, Field(ge=60, le=1000)] | None = None
    """How fast people speak; left out where the language's pace will do. Such as: 130"""
    rules: OwnRules = OwnRules()
    """What this handbook changes of the rules on how a story is told."""
    colour: Colour | None = None
    """The colour of its icon on a phone. Such as: "#14532d"
    """
    look: Look = Look()
    """Its accent, pictures, fonts and footer."""
    sections_off: Annotated[tuple[Section, ...], listed(6, least=0)] = ()
    """Sections of the site that it does without. Such as: plans"""
    levels: Annotated[tuple[Level, ...], listed()]
    """The rungs of the ladder, the lowest first."""
    traits: Annotated[tuple[Trait, ...], listed()]
    """Traits that those who decide look for."""
    themes: Annotated[tuple[Theme, ...], listed()]
    """Themes that somebody's stories should cover."""
    failure_patterns: Annotated[tuple[FailurePattern, ...], listed()]
    """Ways in which good people fail an interview."""
    system_categories: Annotated[tuple[SystemCategory, ...], listed()]
    """Kinds of question for which candidates write down how they always do it."""
    story_parts: Annotated[tuple[StoryPart, ...], listed(least=5, limit=5)]
    """The five parts of a telling, in their order."""
    leadership_kinds: Annotated[tuple[LeadershipKind, ...], listed()]
    """Kinds of leadership that need no title."""
    leadership_red_flags: Annotated[tuple[LeadershipRedFlag, ...], listed()]
    """Red flags in stories of leadership."""
    learning_moves: Annotated[tuple[LearningMove, ...], listed()]
    """Moves that make a learning one's own."""
    learning_pairs: Annotated[tuple[LearningPair, ...], listed(least=0)] = ()
    """Learnings anybody could claim, each beside one that only its owner could."""
    look_alikes: Annotated[tuple[LookAlikes, ...], listed(least=0)] = ()
    """Groups of questions in nearly the same words."""
    asked_most: Annotated[tuple[Asked, ...], listed(least=0)] = ()
    """Questions that nearly every interview asks, in the order in which they come."""
    sources_page: PageRef | None = None
    """The page of your own that lists all sources. Such as: where-it-comes-from"""
    licence: Text | None = None
    """The licence of what it says, for the colophon of the book. Such as: CC BY 4.0"""
    address: Url | None = None
    """Where it stands, for the colophon of the book. Such as: https://www.example.org/handbook"""
    gone: Annotated[tuple[Gone, ...], listed(least=0, limit=LONG_LIST_LIMIT)] = ()
    """Entries that were taken out, and where their readers go."""
