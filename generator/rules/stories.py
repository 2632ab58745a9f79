"""What a story and its notes say of one another, and of whom they come from."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from generator.content.content import Content
from generator.content.entry import Entry
from generator.model import COMPARISONS, Comparison, Story
from generator.rules.rule import of_each
from generator.text.issue import Issue, shown
from generator.text.prose import bare, plain


def stories_by_themselves(content: Content) -> Iterator[Issue]:
    """What a story says of itself fits: its notes, its relations, its figures, and whom it comes from."""
    for entry in content.stories.values():
        yield from by_itself(entry)


def by_itself(entry: Entry[Story]) -> Iterator[Issue]:
    """Give what does not fit in one story; made once."""
    return entry.issues_once("itself", None, lambda: chain.from_iterable(rule(entry) for rule in OF_ONE_STORY))


def margin_notes(entry: Entry[Story]) -> Iterator[Issue]:
    """A margin note quotes words that stand, just so, in the part it names."""
    if not entry.record.notes:
        return
    parts = {name: bare(plain(text)) for name, text in entry.record.told.parts()}
    for at, note in enumerate(entry.record.notes):
        quote = bare(plain(note.quote))
        if quote not in parts[note.part]:
            said = f'the words of a note must stand in the part "{note.part}", found "{shown(note.quote)}"'
            others = [name for name, text in parts.items() if quote in text]
            hint = f'; they stand in "{others[0]}"' if others else "; copy them exactly"
            yield entry.issue(("notes", at, "quote"), "quote", said + hint)


def story_relations(entry: Entry[Story]) -> Iterator[Issue]:
    """A story is told for one question, its openings are for others, and it names nothing twice."""
    story = entry.record
    for name in ("also_answers", "competencies", "themes", "traits", "principles"):
        values = getattr(story, name)
        for at, value in enumerate(values):
            if value in values[:at]:
                yield entry.issue(
                    (name, at),
                    "unique",
                    f'a list must name each entry once, found "{value}" again',
                )
    if story.question in story.also_answers:
        said = f'also_answers must name other questions than the one it is told for, found "{story.question}"'
        yield entry.issue(("also_answers",), "relation", said)
    for at, opening in enumerate(story.openings):
        if opening.question not in story.also_answers:
            said = f'an opening must be for a question in also_answers, found "{opening.question}"'
            yield entry.issue(("openings", at, "question"), "relation", said)


def contributors(entry: Entry[Story]) -> Iterator[Issue]:
    """A contributed story names its contributor, a composite names none, and a retold one says after whom."""
    contributed = entry.record.provenance == "contributed"
    if contributed and entry.record.contributor is None:
        said = 'a contributed story must name its contributor, found none; add "contributor: {name: ...}"'
        yield entry.issue(("provenance",), "contributor", said)
    if entry.record.provenance == "composite" and entry.record.contributor is not None:
        said = 'a composite must name no contributor, found one; write "provenance: contributed" or delete it'
        yield entry.issue(("contributor",), "contributor", said)
    if entry.record.provenance == "retold" and entry.record.after is None:
        said = 'a retold story must say after whom, found nothing; add "after: {who: ..., work: ...}"'
        yield entry.issue(("provenance",), "contributor", said)


UNKNOWN = re.compile(r"\W*(?:not? (?:known|measured)|unknown|n/?a|none|\?+|-+|tbd|\u2013|\u2014)?\W*", re.IGNORECASE)


def figures_told(entry: Entry[Story]) -> Iterator[Issue]:
    """A story has figures, each known before or after, or says why it has none."""
    story = entry.record
    if story.measures and story.unmeasured is not None:
        said = "a story must have measures or say why it has none, found both; delete one of them"
        yield entry.issue(("unmeasured",), "figures-told", said)
    for at, measure in enumerate(story.measures):
        if UNKNOWN.fullmatch(measure.before) and UNKNOWN.fullmatch(measure.after):
            said = f'a figure must be known before or after, found "{shown(measure.before)}" for both; leave it out'
            yield entry.issue(("measures", at, "before"), "figures-told", said)


def no_figures(entry: Entry[Story]) -> Iterator[Issue]:
    """A story without figures says why it has none."""
    if not entry.record.measures and entry.record.unmeasured is None:
        said = 'a story should have figures, or say why it has none, found neither; add "unmeasured: Why not"'
        yield entry.issue((), "no-figures", said, severity="warning")


StoryRule = Callable[[Entry[Story]], Iterator[Issue]]
OF_ONE_STORY: Sequence[StoryRule] = (
    margin_notes,
    story_relations,
    contributors,
    figures_told,
    no_figures,
)


@of_each(COMPARISONS)
def differences(entry: Entry[Comparison]) -> Iterator[Issue]:
    """Where tellings of a comparison differ is said in words of each, and for the same moments in all of them."""
    most = max(len(telling.differs) for telling in entry.record.tellings)
    for at, telling in enumerate(entry.record.tellings):
        if len(telling.differs) != most:
            said = f"each telling must mark the same number of moments, found {len(telling.differs)} of {most}"
            yield entry.issue(("tellings", at, "grade"), "quote", said)
        for number, words in enumerate(telling.differs):
            if plain(words) not in plain(telling.says):
                said = f'the words that differ must stand in the telling, found "{shown(words)}"; copy them exactly'
                yield entry.issue(("tellings", at, "differs", number), "quote", said)


@of_each(COMPARISONS)
def gradings(entry: Entry[Comparison]) -> Iterator[Issue]:
    """A comparison holds each grade once."""
    grades = [telling.grade for telling in entry.record.tellings]
    for at, grade in enumerate(grades):
        if grade in grades[:at]:
            yield entry.issue(
                ("tellings", at, "grade"),
                "unique",
                f'each grade must stand once, found "{grade}" again',
            )
