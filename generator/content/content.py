"""All that the handbook says, joined: entries by slug, and every relation from both of its sides.

Counts, orders and relations that pages show are computed here, so that templates only loop.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from generator.content.derived_sheets import Sheet, derived_sheets
from generator.model import (
    FOLDERS,
    Collection,
    Comparison,
    Competency,
    Contributor,
    Framework,
    Glossary,
    Handbook,
    Plan,
    Principle,
    Principles,
    Question,
    QuestionBank,
    Story,
    Term,
    Walkthrough,
    Worksheet,
)
from generator.model.schema_walk import Mark, marked
from generator.text.source import Path_, Source

R = TypeVar("R", bound=BaseModel)
NEAR = 12
KIND_OF_FILE = {"question": "questions", "principle": "principles"}  # kinds whose entries share a file
SINGLE = tuple(folder for folder in FOLDERS if folder.kind not in KIND_OF_FILE.values())
LINKED_KINDS = frozenset({*(folder.kind for folder in SINGLE), *KIND_OF_FILE, "page"})
VOCABULARY = {
    "level": "levels",
    "trait": "traits",
    "theme": "themes",
    "failure_pattern": "failure_patterns",
    "system_category": "system_categories",
}


@dataclass(frozen=True, kw_only=True, eq=False)
class Entry(Generic[R]):
    """A validated record, the slug that is its identity, and the file it came from."""

    slug: str
    file: str
    record: R
    source: Source

    @cached_property
    def marks(self) -> tuple[tuple[Path_, Mark, str], ...]:
        """Path, mark and value of every reference and every text of the record."""
        return tuple(marked(self.record))


@dataclass(frozen=True, kw_only=True, eq=False)
class Essay:
    """A hand-written Markdown page of the maintainers."""

    slug: str
    file: str
    title: str
    body: str
    text: str


@dataclass(frozen=True, kw_only=True, eq=False)
class BankQuestion:
    """A question of the bank with the competency whose file it stands in, and its place there from 0."""

    slug: str
    competency: str
    file: str
    record: Question
    at: int

    @property
    def path(self) -> Path_:
        """Where the question stands in its file."""
        return ("questions", self.at)


@dataclass(frozen=True, kw_only=True, eq=False)
class NamedPrinciple:
    """A principle with the file it stands in; its slug is `file/id`."""

    slug: str
    group: Entry[Principles]
    record: Principle


@dataclass(frozen=True, kw_only=True, eq=False)
class Coverage:
    """How many questions, stories, walkthroughs and worksheets a competency has."""

    competency: Entry[Competency]
    questions: int
    stories: int
    walkthroughs: int
    worksheets: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Credit:
    """Somebody who gave stories, and which."""

    contributor: Contributor
    stories: tuple[Entry[Story], ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Content:
    """Every entry of the handbook, and what follows from them together."""

    handbook: Entry[Handbook]
    competencies: Mapping[str, Entry[Competency]]
    questions: Mapping[str, Entry[QuestionBank]]
    frameworks: Mapping[str, Entry[Framework]]
    stories: Mapping[str, Entry[Story]]
    comparisons: Mapping[str, Entry[Comparison]]
    walkthroughs: Mapping[str, Entry[Walkthrough]]
    worksheets: Mapping[str, Entry[Worksheet]]
    principles: Mapping[str, Entry[Principles]]
    plans: Mapping[str, Entry[Plan]]
    glossary: Entry[Glossary] | None
    essays: Mapping[str, Essay]
    unread: frozenset[tuple[str, str]] = frozenset()

    def missing(self, kind: str, slug: str) -> bool:
        """Whether nothing of this name exists, not even in a file that could not be read."""
        if slug in self.names[kind]:
            return False
        unread = {name for folder, name in self.unread if folder == KIND_OF_FILE.get(kind, kind)}
        if kind in KIND_OF_FILE:
            return not unread
        derived = kind == "worksheet" and any(slug.endswith(name) for _, name in self.unread)
        return slug not in unread and not derived

    @property
    def words(self) -> Handbook:
        """The vocabulary."""
        return self.handbook.record

    def entries(self) -> Iterable[Entry[Any]]:
        """Give every entry that came from a file."""
        yield self.handbook
        if self.glossary:
            yield self.glossary
        for folder in FOLDERS:
            yield from self.of(folder).values()

    def of(self, folder: Collection) -> Mapping[str, Entry[Any]]:
        """Give the entries of a folder by their slugs."""
        entries: Mapping[str, Entry[Any]] = getattr(self, folder.name)
        return entries

    @cached_property
    def names(self) -> Mapping[str, Mapping[str, str]]:
        """For each kind that can be referred to, the title of each slug."""
        found: dict[str, dict[str, str]] = {
            **{folder.kind: _titles(self.of(folder)) for folder in SINGLE},
            "worksheet": {slug: sheet.record.title for slug, sheet in self.sheets.items()},
            "question": {slug: question.record.ask for slug, question in self.bank.items()},
            "principle": {slug: p.record.name for slug, p in self.principle_of.items()},
            "page": {slug: essay.title for slug, essay in self.essays.items()},
        }
        for kind, field in VOCABULARY.items():
            found[kind] = {item.id: item.name for item in getattr(self.words, field)}
        return found

    def name(self, kind: str, slug: str) -> str:
        """Give the title of an entry, or the name of a word of the vocabulary."""
        return self.names[kind][slug]

    # competencies and questions

    @cached_property
    def ordered_competencies(self) -> list[Entry[Competency]]:
        """The competencies in the order they name themselves."""
        return sorted(self.competencies.values(), key=lambda entry: (entry.record.order, entry.slug))

    @cached_property
    def bank(self) -> Mapping[str, BankQuestion]:
        """Every question by its id, in the order of the competencies and of their files."""
        order = {entry.slug: at for at, entry in enumerate(self.ordered_competencies)}
        found: dict[str, BankQuestion] = {}
        for slug in sorted(self.questions, key=lambda slug: (order.get(slug, len(order)), slug)):
            entry = self.questions[slug]
            for at, record in enumerate(entry.record.questions):
                found.setdefault(
                    record.id,
                    BankQuestion(
                        slug=record.id,
                        competency=slug,
                        file=entry.file,
                        record=record,
                        at=at,
                    ),
                )
        return found

    def questions_of(self, competency: str) -> list[BankQuestion]:
        """Give the competency's questions, as its file orders them."""
        return self._questions_by_competency.get(competency, [])

    @cached_property
    def _questions_by_competency(self) -> Mapping[str, list[BankQuestion]]:
        return _grouped((question.competency, question) for question in self.bank.values())

    @cached_property
    def twin_groups(self) -> list[list[BankQuestion]]:
        """Groups of questions in nearly the same words with another intent; a relation from either side joins them."""
        near: dict[str, set[str]] = defaultdict(set)
        for question in self.bank.values():
            for twin in question.record.twins:
                near[question.slug].add(twin)
                near[twin].add(question.slug)
        groups, seen = [], set[str]()
        for slug in self.bank:
            if slug in near and slug not in seen:
                group, edge = {slug}, [slug]
                while edge:
                    fresh = near[edge.pop()] - group
                    group |= fresh
                    edge += fresh
                seen |= group
                groups.append([question for question in self.bank.values() if question.slug in group])
        return groups

    def twins(self, question: str) -> list[BankQuestion]:
        """Give the question's twins, whichever side named them."""
        return [twin for twin in self._twins.get(question, []) if twin.slug != question]

    @cached_property
    def _twins(self) -> Mapping[str, list[BankQuestion]]:
        return {question.slug: group for group in self.twin_groups for question in group}

    def questions_for_level(self, level: str) -> list[BankQuestion]:
        """Give the questions asked at this level."""
        return [question for question in self.bank.values() if level in question.record.levels]

    def questions_asked(self, competency: str, level: str) -> list[BankQuestion]:
        """Give the competency's questions that are asked at this level."""
        return [question for question in self.questions_of(competency) if level in question.record.levels]

    # stories

    @cached_property
    def ordered_stories(self) -> list[Entry[Story]]:
        """The stories, by the order of their main competency, then by title."""
        order = {entry.slug: at for at, entry in enumerate(self.ordered_competencies)}
        return sorted(
            self.stories.values(),
            key=lambda e: (order.get(e.record.competencies[0], 99), e.record.title, e.slug),
        )

    def stories_for(self, question: str) -> list[Entry[Story]]:
        """Give the stories told for the question, then those that also answer it."""
        return self._stories_by_question.get(question, [])

    @cached_property
    def _stories_by_question(self) -> Mapping[str, list[Entry[Story]]]:
        told = [(story.record.question, story) for story in self.ordered_stories]
        also = [(slug, story) for story in self.ordered_stories for slug in story.record.also_answers]
        return _grouped(told + also)

    def stories_of(self, competency: str) -> list[Entry[Story]]:
        """Give the stories whose main competency this is, then the others that prove it."""
        return self._stories_by_competency.get(competency, [])

    @cached_property
    def _stories_by_competency(self) -> Mapping[str, list[Entry[Story]]]:
        main = [(story.record.competencies[0], story) for story in self.ordered_stories]
        rest = [(slug, story) for story in self.ordered_stories for slug in story.record.competencies[1:]]
        return _grouped(main + rest)

    def main_stories_of(self, competency: str) -> list[Entry[Story]]:
        """Give the stories whose main competency this is."""
        return self._main_stories.get(competency, [])

    def stories_near(self, story: Entry[Story]) -> list[Entry[Story]]:
        """Give the next stories with the same main competency, from this one on; few, however many there are."""
        group = self._main_stories[story.record.competencies[0]]
        at = self._place_in_group[story.slug]
        return (group[at + 1 : at + 1 + NEAR] + group[: min(at, NEAR)])[:NEAR]

    @cached_property
    def _main_stories(self) -> Mapping[str, list[Entry[Story]]]:
        return _grouped((story.record.competencies[0], story) for story in self.ordered_stories)

    @cached_property
    def _place_in_group(self) -> Mapping[str, int]:
        return {story.slug: at for group in self._main_stories.values() for at, story in enumerate(group)}

    def stories_showing(self, kind: str, slug: str) -> list[Entry[Story]]:
        """Give the stories that name this trait, theme or principle."""
        return self._stories_by_word.get((kind, slug), [])

    @cached_property
    def _stories_by_word(self) -> Mapping[tuple[str, str], list[Entry[Story]]]:
        pairs = [
            ((kind, slug), story)
            for story in self.ordered_stories
            for kind, slugs in (
                ("trait", story.record.traits),
                ("theme", story.record.themes),
                ("principle", story.record.principles),
            )
            for slug in slugs
        ]
        return _grouped(pairs)

    @cached_property
    def credits(self) -> list[Credit]:
        """Everybody who gave a story, from A to Z, with their stories."""
        given = _grouped(
            (entry.record.contributor, entry) for entry in self.ordered_stories if entry.record.contributor
        )
        found = [Credit(contributor=who, stories=tuple(entries)) for who, entries in given.items() if who]
        return sorted(
            found, key=lambda c: (c.contributor.name.casefold(), c.contributor.name, c.contributor.link or "")
        )

    # walkthroughs, worksheets, frameworks, plans

    @cached_property
    def ordered_walkthroughs(self) -> list[Entry[Walkthrough]]:
        """The walkthroughs, by the order of their competency."""
        order = {entry.slug: at for at, entry in enumerate(self.ordered_competencies)}
        return sorted(self.walkthroughs.values(), key=lambda e: (order.get(e.record.competency, 99), e.slug))

    def walkthroughs_of(self, competency: str) -> list[Entry[Walkthrough]]:
        """Give the walkthroughs of the competency."""
        return [entry for entry in self.ordered_walkthroughs if entry.record.competency == competency]

    def walkthroughs_with(self, story: str) -> list[Entry[Walkthrough]]:
        """Give the walkthroughs that name the story."""
        return [entry for entry in self.ordered_walkthroughs if story in entry.record.stories]

    @cached_property
    def sheets(self) -> Mapping[str, Sheet]:
        """Every worksheet by its slug: those written by hand, then those made from other entries."""
        written = {
            slug: Sheet(slug=slug, file=entry.file, record=entry.record, group="written")
            for slug, entry in self.worksheets.items()
        }
        return {**written, **{s.slug: s for s in derived_sheets(self) if s.slug not in written}}

    def sheets_of(self, competency: str) -> list[Sheet]:
        """Give the worksheets of the competency."""
        return self._sheets_by_competency.get(competency, [])

    @cached_property
    def _sheets_by_competency(self) -> Mapping[str, list[Sheet]]:
        return _grouped((slug, sheet) for sheet in self.sheets.values() for slug in sheet.record.competencies)

    @cached_property
    def ordered_frameworks(self) -> list[Entry[Framework]]:
        """The frameworks by kind, then by title."""
        kinds = {"answer-structure": 0, "leadership-system": 1, "story-template": 2}
        return sorted(self.frameworks.values(), key=lambda e: (kinds[e.record.kind], e.record.title, e.slug))

    def frameworks_of(self, competency: str) -> list[Entry[Framework]]:
        """Give the frameworks that the competency names or that name it."""
        named = self.competencies[competency].record.frameworks
        return [e for e in self.ordered_frameworks if e.slug in named or competency in e.record.competencies]

    @cached_property
    def ordered_plans(self) -> list[Entry[Plan]]:
        """The plans, shortest first."""
        return sorted(self.plans.values(), key=lambda entry: (entry.record.days, entry.slug))

    # principles

    @cached_property
    def principle_of(self) -> Mapping[str, NamedPrinciple]:
        """Every principle by `file/id`."""
        return {
            f"{slug}/{record.id}": NamedPrinciple(slug=f"{slug}/{record.id}", group=group, record=record)
            for slug, group in sorted(self.principles.items())
            for record in group.record.principles
        }

    def principles_of(self, competency: str) -> list[NamedPrinciple]:
        """Give the principles that ask for the competency."""
        return [p for p in self.principle_of.values() if competency in p.record.competencies]

    # the whole

    @property
    def ordered_terms(self) -> list[Term]:
        """The terms of the glossary from A to Z."""
        terms = self.glossary.record.terms if self.glossary else ()
        return sorted(terms, key=lambda term: (term.term.casefold(), term.term))

    @cached_property
    def coverage(self) -> list[Coverage]:
        """What each competency has, in order."""
        return [
            Coverage(
                competency=entry,
                questions=len(self.questions_of(entry.slug)),
                stories=len(self.main_stories_of(entry.slug)),
                walkthroughs=len(self.walkthroughs_of(entry.slug)),
                worksheets=len(self.sheets_of(entry.slug)),
            )
            for entry in self.ordered_competencies
        ]

    @cached_property
    def entry_count(self) -> int:
        """How many entries a reader can look up: questions and principles one by one."""
        made = len(self.sheets) - len(self.worksheets)
        terms = len(self.glossary.record.terms) if self.glossary else 0
        return sum(len(self.of(folder)) for folder in SINGLE) + made + len(self.bank) + len(self.principle_of) + terms


def by_title(collection: Mapping[str, Entry[Any]]) -> list[Entry[Any]]:
    """Give the entries from A to Z."""
    return sorted(collection.values(), key=lambda entry: (entry.record.title, entry.slug))


def _titles(collection: Mapping[str, Entry[Any]]) -> dict[str, str]:
    return {slug: entry.record.title for slug, entry in collection.items()}


K = TypeVar("K")
V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)
