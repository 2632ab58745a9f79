"""Names stand once: in a list, in a bank, in the whole."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.content.asked_alike import Asked
from generator.content.content import Content
from generator.content.entry import Entry
from generator.content.questions import Bank
from generator.model import (
    FRAMEWORKS,
    PRINCIPLES,
    QUESTION_BANKS,
    WALKTHROUGHS,
    WORKSHEETS,
    Framework,
    Glossary,
    Handbook,
    Kind,
    Principles,
    QuestionBank,
    Walkthrough,
    Worksheet,
)
from generator.text.issue import Issue, did_you_mean, shown
from generator.text.source import Path_
from generator.text.usage import usage_of

Ids = tuple[Path_, list[str]]  # a list, and the ids in it
LISTS = (
    "levels",
    "traits",
    "themes",
    "failure_patterns",
    "system_categories",
    "story_parts",
    "leadership_kinds",
    "leadership_red_flags",
    "learning_moves",
)


def question_banks(content: Content) -> Iterator[Issue]:
    """Questions are filed under a competency, and a question's id is unique in the whole bank."""
    first: dict[str, tuple[Entry[QuestionBank], Path_]] = {}
    for slug, entry in sorted(content.question_banks.items()):
        if content.missing("competency", slug):
            near = did_you_mean(slug, content.competencies)
            what = "folder" if entry.file == f"{QUESTION_BANKS.where}/{slug}" else "file"
            yield entry.issue((), "reference", f'the {what} must be named after a competency, found "{slug}"{near}')
        for at, question in enumerate(entry.record.questions):
            path = ("questions", at, "id")
            if question.id in first:
                there, at_first = first[question.id]
                where = f"{there.source.file_at(at_first)}:{there.source.place(at_first)[0]}"
                said = f'a question\'s id must be unique, found "{question.id}" again (first at {where})'
                yield entry.issue(path, "unique", said)
            first.setdefault(question.id, (entry, path))
            if question.id in question.twins:
                yield entry.issue(
                    ("questions", at, "twins"),
                    "twins",
                    "a twin must be another question, found itself",
                )


def asked_once(content: Content) -> Iterator[Issue]:
    """No question asks what another asks already in nearly the same words, unless they are named as twins."""
    filling = usage_of(content.language.code).get("review", {}).get("asking", ())
    asked = [(slug, one.record.ask, one.record.also_asked, one.record.twins) for slug, one in content.bank.items()]
    mark = hashlib.sha256(repr((asked, filling)).encode()).digest()
    for slug, like in content.handbook.once("asked", mark, partial(_asked_twice, content.bank, filling)):
        question, there = content.bank[slug], content.bank[like]
        entry = content.question_banks[question.competency]
        said = f'a question must be asked once, found nearly the words of "{there.slug}" ("{shown(there.record.ask)}")'
        mend = "give it these words under also_asked, or name it under twins where it wants something else"
        yield entry.issue((*question.path, "ask"), "asked-once", f"{said}; {mend}")


def _asked_twice(bank: Bank, filling: Sequence[str]) -> list[tuple[str, str]]:
    return [(question.slug, other.question.slug) for question, other in Asked(bank, filling).twice()]


def look_alikes(content: Content) -> Iterator[Issue]:
    """The questions of a named group of look-alikes are exactly one group of twins; it has one name, each one want."""
    groups = {question.slug: group for group in content.bank.twin_groups for question in group}
    named: set[str] = set()
    for at, item in enumerate(content.words.look_alikes):
        if item.wants and len(item.wants) != len(item.questions):
            said = f"there must be one for each of the {len(item.questions)} questions, found {len(item.wants)}"
            yield content.handbook.issue(("look_alikes", at, "wants"), "look-alikes", said)
        if any(slug not in content.bank for slug in item.questions):
            continue  # a reference to nothing is said at its place
        path = ("look_alikes", at, "questions")
        first = next((slug for slug in item.questions if slug in groups), None)
        if first is None:
            said = f"the questions must be one another's twins, found none that has any; write {_twins(item.questions)}"
            yield content.handbook.issue(path, "look-alikes", said)
            continue
        whole = [question.slug for question in groups[first]]
        if first in named:
            said = f'a group of look-alikes must have one name, found "{first}" in another, too; delete one'
            yield content.handbook.issue(path, "look-alikes", said)
        elif set(item.questions) != set(whole):
            more = [slug for slug in item.questions if slug not in whole]
            joined = f", or join the others to them: {_twins([first, *more])}" if more else ""
            group = f"[{', '.join(whole)}]"
            said = f"the questions must be one whole group of twins, found another set; write {group}{joined}"
            yield content.handbook.issue(path, "look-alikes", said)
        named |= {*whole}


def _twins(questions: Sequence[str]) -> str:
    """Give the line that makes twins of the questions, and where it goes."""
    return f'"twins: [{", ".join(questions[1:])}]" under the question {questions[0]}'


def unique_ids(content: Content) -> Iterator[Issue]:
    """Ids are unique in their list: vocabulary, phases, dimensions, slots, principles, terms, fields of a sheet."""
    yield from _twice(content.handbook, _of_vocabulary)
    for kind, ids in IDS.items():
        for entry in content.of(kind).values():
            yield from _twice(entry, ids)
    if content.glossary:
        yield from _twice(content.glossary, _of_terms)


def _twice(entry: Entry[Any], ids: Callable[[Any], Iterable[Ids]]) -> Iterator[Issue]:
    def found() -> Iterator[Issue]:
        for path, names in ids(entry.record):
            for name, times in Counter(names).items():
                if times > 1:
                    at = len(names) - 1 - names[::-1].index(name)
                    yield entry.issue(
                        (*path, at),
                        "unique",
                        f'an id must stand once in its list, found "{shown(name)}" {times} times',
                    )

    return entry.issues_once("ids", None, found)


def _of_vocabulary(words: Handbook) -> Iterator[Ids]:
    for name in LISTS:
        yield (name,), [item.id for item in getattr(words, name)]
    yield ("asked_most",), [item.question for item in words.asked_most]


def _of_walkthrough(walk: Walkthrough) -> Iterator[Ids]:
    yield ("phases",), [phase.id for phase in walk.phases]
    yield ("rubric",), [dimension.id for dimension in walk.rubric]


def _of_terms(glossary: Glossary) -> Iterator[Ids]:
    yield ("terms",), [term.term.casefold() for term in glossary.terms]


def _of_principles(group: Principles) -> Iterator[Ids]:
    yield ("principles",), [principle.id for principle in group.principles]


def _of_slots(frame: Framework) -> Iterator[Ids]:
    yield ("slots",), [slot.id for slot in frame.slots]


def _of_fields(sheet: Worksheet) -> Iterator[Ids]:
    yield ("sections",), [field.id for field in sheet.fields()]


IDS: Mapping[Kind[Any], Callable[[Any], Iterable[Ids]]] = {
    WALKTHROUGHS: _of_walkthrough,
    PRINCIPLES: _of_principles,
    FRAMEWORKS: _of_slots,
    WORKSHEETS: _of_fields,
}
