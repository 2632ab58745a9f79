"""Addresses that last: where each former name of an entry, and each entry that was taken out, leads today."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.content.entry import Entry
from generator.model import COMPETENCIES, FRAMEWORKS, ONE_A_FILE, PRINCIPLES, WALKTHROUGHS
from generator.text.source import Path_

if TYPE_CHECKING:
    from generator.content.content import Content

SHEETS = {WALKTHROUGHS.id: "score-sheet-", COMPETENCIES.id: "story-sheet-", FRAMEWORKS.id: "fill-in-"}
"""What the slug of a sheet made from an entry of this kind begins with."""


@dataclass(frozen=True, kw_only=True)
class Move:
    """A name that was, and the name it leads to, both with their kind; and the entry that says so, at a path."""

    kind: str
    was: str
    to_kind: str
    to: str
    entry: Entry[Any]
    path: Path_
    derived: bool = False  # of what is made from the entry


def moves(content: "Content") -> Iterator[Move]:
    """Give every move: of an entry by its former names, of what is made from it, and of what is gone."""
    yield from _of_entries(content)
    yield from _of_questions(content)
    yield from _of_principles(content)
    for at, gone in enumerate(content.words.gone):
        (kind, was), (to_kind, to) = gone.was.split(":", 1), gone.now.split(":", 1)
        yield Move(kind=kind, was=was, to_kind=to_kind, to=to, entry=content.handbook, path=("gone", at))


def _of_entries(content: "Content") -> Iterator[Move]:
    for kind in (*ONE_A_FILE, PRINCIPLES):
        for slug, entry in content.of(kind).items():
            for at, was in enumerate(entry.known_field("formerly")):
                one = Move(kind=kind.id, was=was, to_kind=kind.id, to=slug, entry=entry, path=("formerly", at))
                yield one
                for made, before, after in _made_from(content, kind.id, slug):
                    old, new = before + was + after, before + slug + after
                    yield replace(one, kind=made, was=old, to_kind=made, to=new, derived=True)


def _of_questions(content: "Content") -> Iterator[Move]:
    for slug, question in content.bank.items():
        bank = content.question_banks[question.competency]
        for at, was in enumerate(question.record.formerly):
            path = (*question.path, "formerly", at)
            yield Move(kind="question", was=was, to_kind="question", to=slug, entry=bank, path=path)


def _of_principles(content: "Content") -> Iterator[Move]:
    for group, entry in content.principles.items():
        for at, principle in enumerate(entry.record.principles):
            for nth, was in enumerate(principle.formerly):
                path = ("principles", at, "formerly", nth)
                to = f"{group}/{principle.id}"
                one = Move(kind="principle", was=f"{group}/{was}", to_kind="principle", to=to, entry=entry, path=path)
                yield one
                for former in entry.record.formerly:
                    yield replace(one, was=f"{former}/{was}", derived=True)


def _made_from(content: "Content", kind: str, slug: str) -> Iterator[tuple[str, str, str]]:
    """Give the kind of each thing that has the entry's slug in its name, and what stands before and after it there."""
    begins = SHEETS.get(kind)
    if begins and f"{begins}{slug}" in content.sheets:
        yield "worksheet", begins, ""
    if kind == COMPETENCIES.id and content.bank.of(slug):
        yield "questions", "", ""
    if kind == PRINCIPLES.id:
        for principle in content.principles[slug].record.principles:
            yield "principle", "", f"/{principle.id}"


def titles(content: "Content", kind: str) -> Mapping[str, str]:
    """Give the title of each slug of a kind that has pages, of a set of principles too."""
    if kind == PRINCIPLES.id:
        return {slug: entry.record.title for slug, entry in content.principles.items()}
    return content.names[kind]


def followed(content: "Content") -> Mapping[str, Mapping[str, str]]:
    """Give for each kind what a reader's own data may still name, and the name it has now; kinds stay what they are."""
    found: dict[str, dict[str, str]] = {}
    for move in content.moves:
        if move.kind == move.to_kind:
            found.setdefault(move.kind, {})[move.was] = move.to
    return found
