"""The indexes at the back of the book: questions by subject and by level, and what else each thing is called."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from generator.content.content import Content
from generator.content.questions import BankQuestion
from generator.paper.hypertext import anchor

Asked = Sequence[tuple[str, Sequence[BankQuestion]]]  # questions under the name of their subject


@dataclass(frozen=True, kw_only=True)
class Back:
    """What the indexes list, each empty where the book holds nothing that it leads to."""

    subjects: Asked
    levels: Sequence[tuple[str, Asked]]
    names: Sequence[tuple[str, Sequence[str]]]  # a name, and the ids of all that it names


def back_of(content: Content, ids: Container[str]) -> Back:
    """Give the indexes of a book that holds these ids."""
    subjects = [
        (entry.record.title, questions)
        for entry in content.competencies.ordered
        if (questions := [one for one in content.bank.of(entry.slug) if anchor("question", one.slug) in ids])
    ]
    levels = [
        (level.name, asked)
        for level in content.words.levels
        if (asked := [(name, some) for name, all_ in subjects if (some := _at(level.id, all_))])
    ]
    return Back(subjects=subjects, levels=levels, names=together(_names(content, ids)))


def _at(level: str, questions: Sequence[BankQuestion]) -> list[BankQuestion]:
    return [question for question in questions if level in question.record.levels]


def _names(content: Content, ids: Container[str]) -> set[tuple[str, str]]:
    called = {kind: dict(names) for kind, names in content.other_names.items()}
    called["question"] = {question.slug: question.record.known_as for question in content.bank.values()}
    return {
        (name, at)
        for kind, of_kind in called.items()
        for slug, names in of_kind.items()
        if (at := anchor(kind, slug)) in ids
        for name in names
    }


def together(names: set[tuple[str, str]]) -> list[tuple[str, Sequence[str]]]:
    """Give each name once, in the order of the alphabet, with all that is called so."""
    in_order = sorted(names, key=as_called)
    return [(name, [at for _name, at in of_name]) for name, of_name in groupby(in_order, key=itemgetter(0))]


def as_called(named: tuple[str, str]) -> tuple[str, str, str]:
    """Give the place of a name, and what it names, in the alphabet: two things may be called the same."""
    name, at = named
    return "".join(c for c in name.casefold() if c.isalnum() or c == " ").strip(), name, at
