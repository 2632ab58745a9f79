"""What the handbook is bound as: one book, or two volumes where one spine would not hold it; and the reader's cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.content.content import Content
from generator.model import (
    COMPETENCIES,
    FRAMEWORKS,
    LOOPS,
    PLANS,
    PRINCIPLES,
    STORIES,
    WALKTHROUGHS,
    WORKSHEETS,
    Words,
)
from generator.model.schema_walk import walk_fields
from generator.paper.chapters import Part
from generator.text.language import N_, _

FIRST, WORKBOOK = "", "workbook"
READERS_CUT = "readers-cut"  # what is read from the first page to the last
# What is said behind words that lead into it from elsewhere, in the room of "(page 888)": no longer than that.
SAID = {FIRST: N_("(the book)"), WORKBOOK: N_("(workbook)")}
TITLES = {FIRST: N_("The book"), WORKBOOK: N_("The workbook"), READERS_CUT: N_("The reader's cut")}
IN_THE_WORKBOOK = tuple(kind.folder for kind in (WALKTHROUGHS, FRAMEWORKS, PLANS, WORKSHEETS, LOOPS, PRINCIPLES))
IN_THE_CUT = tuple(kind.folder for kind in (COMPETENCIES, STORIES, WALKTHROUGHS, FRAMEWORKS))
ONE_SPINE = 300_000  # words: about 420 pages, and nobody holds more in one hand


class NoSuchPartError(Exception):
    """Raised where a part is asked for that the handbook does not have."""


@dataclass(frozen=True, kw_only=True)
class Volume:
    """What is bound together: its name for `--only`, its title, its parts; and what the other of two volumes holds."""

    name: str
    title: str
    parts: Sequence[Part]
    other: str = ""  # the title of the other volume
    elsewhere: Sequence[Part] = ()


def in_two(content: Content) -> bool:
    """Whether the handbook has more words than one spine should hold."""
    return sum(_words(content)) > ONE_SPINE


def _words(content: Content) -> Iterator[int]:
    for entry in content.every():
        for _path, mark, value in walk_fields(entry.record):
            if isinstance(mark, Words):
                yield len(value.split())


def volume(content: Content, parts: Sequence[Part], only: str) -> Volume:
    """Give the book, its second volume, the reader's cut or one part. Raises NoSuchPartError where there is none."""
    two = in_two(content)
    chosen = [part for part in parts if _holds(only, part.name, two=two)]
    if not chosen:
        names = ", ".join([*(part.name for part in parts), WORKBOOK, READERS_CUT])
        raise NoSuchPartError(f'--only must be one of {names}, found "{only}"')
    title = _(TITLES[only]) if only in TITLES else chosen[0].title
    rest = [part for part in parts if part not in chosen]
    if only in {FIRST, WORKBOOK} and rest:
        other = _(TITLES[FIRST if only else WORKBOOK])
        return Volume(name=only, title=title, parts=chosen, other=other, elsewhere=rest)
    return Volume(name=only, title=title, parts=chosen)


def _holds(only: str, name: str, *, two: bool) -> bool:
    if only == FIRST:
        return not (two and name in IN_THE_WORKBOOK)
    if only == WORKBOOK:
        return name in IN_THE_WORKBOOK
    return name in IN_THE_CUT if only == READERS_CUT else name == only
