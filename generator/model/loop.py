"""A loop: all the rounds of interviews for one post, as a company or most companies hold them."""

from typing import Annotated, Literal

from generator.model.record import (
    CompetencyRef,
    Count,
    Credit,
    Formerly,
    KnownAs,
    LevelRef,
    Minutes,
    PrincipleRef,
    Prose,
    QuestionRef,
    Record,
    Ref,
    Slug,
    Text,
    listed,
)

WalkthroughRef = Annotated[str, Ref("walkthrough")]


class Round(Record):
    """One conversation of the loop: how long, with whom, what is scored, how it opens and how people fail it.

    `usual_length` says that nobody reports these minutes for this company: they are those of such a round elsewhere.
    """

    id: Slug
    """Its short name within the loop. Such as: screen"""
    name: Text
    """What it is called. Such as: First call"""
    minutes: Minutes
    """How long it takes at least. Such as: 30"""
    up_to: Minutes | None = None
    """How long it takes at most, where that differs. Such as: 45"""
    usual_length: bool = False
    """Whether nobody reports its length here, so that the minutes are those of such a round elsewhere. Such as: true"""
    who: Text
    """Who sits opposite. Such as: The person you would report to"""
    scored: Prose
    """What is judged in it. Such as: Whether you listen before you answer."""
    openers: Annotated[tuple[Text, ...], listed()]
    """How it opens. Such as: What do you know about our ward?"""
    fails: Annotated[tuple[Text, ...], listed()]
    """How people fail it. Such as: Talking for ten minutes without a question"""
    competencies: Annotated[tuple[CompetencyRef, ...], listed(least=0)] = ()
    """Competencies that it looks for. Such as: keeping-promises"""
    principles: Annotated[tuple[PrincipleRef, ...], listed(least=0)] = ()
    """Company principles that it looks for. Such as: early-word"""
    walkthroughs: Annotated[tuple[WalkthroughRef, ...], listed(least=0)] = ()
    """Walkthroughs to prepare it with. Such as: the-date-you-did-not-give"""
    questions: Annotated[tuple[QuestionRef, ...], listed(least=0)] = ()
    """Questions that are asked in it. Such as: promise-you-could-not-keep"""

    @property
    def most(self) -> int:
        """The minutes it takes at most."""
        return self.up_to or self.minutes


class Loop(Record):
    """The rounds of one company, or of most; `standing` says who says so, and `as_of` when it was so."""

    title: Text
    """Its name, as a heading shows it. Such as: A loop of two rounds"""
    known_as: KnownAs = ()
    """What else people call it, as they type it into a search. Such as: onsite"""
    summary: Text
    """One sentence that lists show below the name. Such as: A call and a visit, within two weeks."""
    order: Count = 100
    """Its place among the loops, the smallest first. Such as: 10"""
    company: Text | None = None
    """Whose it is; left out where it is nobody's own. Such as: Northwind"""
    levels: Annotated[tuple[LevelRef, ...], listed(least=0)] = ()
    """Levels it is held for. Such as: lead"""
    standing: Literal["typical", "official", "reported"]
    """Who says so: the company itself (official), people who went there (reported), or it is what most do (typical).
    Such as: reported
    """
    as_of: Text
    """When that was so. Such as: November 2026"""
    weeks: Text | None = None
    """How long the whole takes. Such as: 2 to 4 weeks"""
    special: Prose | None = None
    """What is unusual about it. Such as: You spend half a day on the ward."""
    ask: Prose | None = None
    """What to ask before it begins. Such as: Who will be in the room?"""
    rounds: Annotated[tuple[Round, ...], listed()]
    """Its rounds, in their order."""
    principles: Annotated[tuple[PrincipleRef, ...], listed(least=0)] = ()
    """Company principles that it is held against. Such as: early-word"""
    sources: Annotated[tuple[Credit, ...], listed()]
    """Who says all that, and where."""
    formerly: Formerly = ()
    """Names its file had before; their addresses lead to it. Such as: two-talks"""
