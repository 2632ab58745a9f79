"""What a story and its notes say of one another, and of whom they come from."""

import re
from collections.abc import Iterator
from functools import partial

from generator.content.content import Content
from generator.content.entry import Entry
from generator.model import Story
from generator.text.issue import Issue, shown
from generator.text.prose import bare, plain


def margin_notes(content: Content) -> Iterator[Issue]:
    """A margin note quotes words that stand, just so, in the part it names."""
    for entry in content.stories.values():
        yield from misquotes(entry)


def misquotes(entry: Entry[Story]) -> Iterator[Issue]:
    """Give the notes of one story that quote what is not there."""
    return entry.issues_once("notes", None, partial(_misquotes, entry))


def _misquotes(entry: Entry[Story]) -> list[Issue]:
    found = []
    parts = dict(entry.record.told.parts())
    for at, note in enumerate(entry.record.notes):
        if bare(plain(note.quote)) not in bare(plain(parts[note.part])):
            said = f'the words of a note must stand in the part "{note.part}", found "{shown(note.quote)}"'
            others = [name for name, text in parts.items() if bare(plain(note.quote)) in bare(plain(text))]
            hint = f'; they stand in "{others[0]}"' if others else "; copy them exactly"
            found.append(entry.issue(("notes", at, "quote"), "quote", said + hint))
    return found


def story_relations(content: Content) -> Iterator[Issue]:
    """A story is told for one question, its openings are for others, and it names nothing twice."""
    for entry in content.stories.values():
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


def contributors(content: Content) -> Iterator[Issue]:
    """A contributed story names its contributor, a composite names none, and a retold one says after whom."""
    for entry in content.stories.values():
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


def figures_told(content: Content) -> Iterator[Issue]:
    """A story has figures, each known before or after, or says why it has none."""
    for entry in content.stories.values():
        story = entry.record
        if story.measures and story.unmeasured is not None:
            said = "a story must have measures or say why it has none, found both; delete one of them"
            yield entry.issue(("unmeasured",), "figures-told", said)
        for at, measure in enumerate(story.measures):
            if UNKNOWN.fullmatch(measure.before) and UNKNOWN.fullmatch(measure.after):
                said = f'a figure must be known before or after, found "{shown(measure.before)}" for both; leave it out'
                yield entry.issue(("measures", at, "before"), "figures-told", said)


def no_figures(content: Content) -> Iterator[Issue]:
    """A story without figures says why it has none."""
    for entry in content.stories.values():
        if not entry.record.measures and entry.record.unmeasured is None:
            said = 'a story should have figures, or say why it has none, found neither; add "unmeasured: Why not"'
            yield entry.issue((), "no-figures", said, severity="warning")


def differences(content: Content) -> Iterator[Issue]:
    """Where tellings of a comparison differ is said in words of each, and for the same moments in all of them."""
    for entry in content.comparisons.values():
        most = max(len(telling.differs) for telling in entry.record.tellings)
        for at, telling in enumerate(entry.record.tellings):
            if len(telling.differs) != most:
                said = f"each telling must mark the same number of moments, found {len(telling.differs)} of {most}"
                yield entry.issue(("tellings", at, "grade"), "quote", said)
            for number, words in enumerate(telling.differs):
                if plain(words) not in plain(telling.says):
                    said = f'the words that differ must stand in the telling, found "{shown(words)}"; copy them exactly'
                    yield entry.issue(("tellings", at, "differs", number), "quote", said)


def gradings(content: Content) -> Iterator[Issue]:
    """A comparison holds each grade once."""
    for entry in content.comparisons.values():
        grades = [telling.grade for telling in entry.record.tellings]
        for at, grade in enumerate(grades):
            if grade in grades[:at]:
                yield entry.issue(
                    ("tellings", at, "grade"),
                    "unique",
                    f'each grade must stand once, found "{grade}" again',
                )
