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
    name: Text
    minutes: Minutes
    up_to: Minutes | None = None
    usual_length: bool = False
    who: Text
    scored: Prose
    openers: Annotated[tuple[Text, ...], listed()]
    fails: Annotated[tuple[Text, ...], listed()]
    competencies: Annotated[tuple[CompetencyRef, ...], listed(least=0)] = ()
    principles: Annotated[tuple[PrincipleRef, ...], listed(least=0)] = ()
    walkthroughs: Annotated[tuple[WalkthroughRef, ...], listed(least=0)] = ()
    questions: Annotated[tuple[QuestionRef, ...], listed(least=0)] = ()

    @property
    def most(self) -> int:
        """The minutes it takes at most."""
        return self.up_to or self.minutes


class Loop(Record):
    """The rounds of one company, or of most; `standing` says who says so, and `as_of` when it was so."""

    title: Text
    known_as: KnownAs = ()
    summary: Text
    order: Count = 100
    company: Text | None = None
    levels: Annotated[tuple[LevelRef, ...], listed(least=0)] = ()
    standing: Literal["typical", "official", "reported"]
    as_of: Text
    weeks: Text | None = None
    special: Prose | None = None
    ask: Prose | None = None
    rounds: Annotated[tuple[Round, ...], listed()]
    principles: Annotated[tuple[PrincipleRef, ...], listed(least=0)] = ()
    sources: Annotated[tuple[Credit, ...], listed()]
    formerly: Formerly = ()
