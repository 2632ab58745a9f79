"""All that the handbook says, joined: the collection of every kind, and what follows from them together.

What a page asks stands under its noun: `content.stories.answering(...)`, `content.bank.twins(...)`. Counts, orders and
relations are computed in those modules, so that templates only loop.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from generator.content.asked import AskedMost
from generator.content.bank_files import joined
from generator.content.collection import Collection, grouped
from generator.content.coverage import Coverage
from generator.content.derived_sheets import derived_sheets
from generator.content.entry import Entry, Essay
from generator.content.frameworks import Frameworks
from generator.content.look_alikes import LookAlikeGroups
from generator.content.moves import Move, moves
from generator.content.other_names import Others, other_names
from generator.content.principles import PrincipleGroups
from generator.content.questions import Bank
from generator.content.reads import one_of, worked_out
from generator.content.sheets import Sheets
from generator.content.slugs import VOCABULARY, slugs_of
from generator.content.stories import Stories
from generator.content.walkthroughs import Walkthroughs
from generator.model import (
    COMPARISONS,
    COMPETENCIES,
    ENTRY_KINDS,
    FRAMEWORKS,
    KIND_OF_FILE,
    ONE_A_FILE,
    PLANS,
    PRINCIPLES,
    QUESTION_BANKS,
    STORIES,
    WALKTHROUGHS,
    WORKSHEETS,
    Comparison,
    Competency,
    Glossary,
    Handbook,
    Kind,
    Plan,
    QuestionBank,
    Record,
    Term,
    Worksheet,
)
from generator.text.language import ENGLISH, Language, speaking

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True, eq=False)
class Content:
    """Every entry of the handbook by kind and slug, and what follows from them together."""

    handbook: Entry[Handbook]
    entries: Mapping[str, Mapping[str, Entry[Any]]]
    glossary: Entry[Glossary] | None
    essays: Mapping[str, Essay]
    unread: frozenset[tuple[str, str]] = frozenset()
    language: Language = ENGLISH
    off: frozenset[str] = frozenset()  # sections that were taken out

    def missing(self, kind: str, slug: str) -> bool:
        """Whether nothing of this name exists, not even in a file that could not be read."""
        if slug in self._slugs[kind]:
            return False
        if kind in KIND_OF_FILE:
            return KIND_OF_FILE[kind] not in self._unread and slug not in self._unread.get(kind, ())
        ends = {slug[at:] for at in range(len(slug) + 1) if kind == "worksheet"}  # a sheet made of an entry
        return slug not in self._unread.get(kind, ()) and all(map(ends.isdisjoint, self._unread.values()))

    _slugs = worked_out(slugs_of)

    @worked_out
    def _unread(self) -> Mapping[str, frozenset[str]]:
        """The names of the files that could not be read, by kind; of those in folders, the last part of the name."""
        named = ((kind, name.rpartition("/")[2]) for kind, name in self.unread)
        return {kind: frozenset(names) for kind, names in grouped(named).items()}

    @property
    def words(self) -> Handbook:
        """The vocabulary."""
        return self.handbook.record

    def every(self) -> Iterable[Entry[Any]]:
        """Give every entry that came from files; the questions of a competency are one."""
        yield self.handbook
        if self.glossary:
            yield self.glossary
        for kind in ENTRY_KINDS:
            yield from self.of(kind).values()

    def with_entry(self, kind: Kind[Any], entry: Entry[Any]) -> "Content":
        """Give the same content with this entry in its place."""
        return replace(self, entries={**self.entries, kind.id: {**self.entries[kind.id], entry.slug: entry}})

    def of(self, kind: Kind[R]) -> Collection[R]:
        """Give the entries of a kind."""
        return self._collections[kind.id]

    @worked_out
    def _collections(self) -> Mapping[str, Collection[Any]]:
        entries = joined(self.entries)
        found = {kind.id: Collection(kind, entries[kind.id], self.ranks) for kind in ENTRY_KINDS}
        competencies = found[COMPETENCIES.id]
        return {
            **found,
            FRAMEWORKS.id: Frameworks(FRAMEWORKS, self.entries[FRAMEWORKS.id], self.ranks, competencies),
            STORIES.id: Stories(STORIES, self.entries[STORIES.id], self.ranks),
            WALKTHROUGHS.id: Walkthroughs(WALKTHROUGHS, self.entries[WALKTHROUGHS.id], self.ranks),
            PRINCIPLES.id: PrincipleGroups(PRINCIPLES, self.entries[PRINCIPLES.id], self.ranks),
        }

    @worked_out
    def ranks(self) -> Mapping[str, int]:
        """The place of each competency, from 0."""
        return {e.slug: at for at, e in enumerate(Collection(COMPETENCIES, self.entries[COMPETENCIES.id], {}).ordered)}

    @property
    def competencies(self) -> Collection[Competency]:
        """The competencies in the order they name themselves."""
        return self.of(COMPETENCIES)

    @property
    def question_banks(self) -> Collection[QuestionBank]:
        """The questions of each competency, by its slug."""
        return self.of(QUESTION_BANKS)

    @worked_out
    def bank(self) -> Bank:
        """Every question of every bank."""
        return Bank(self.question_banks, self.ranks)

    @property
    def frameworks(self) -> Frameworks:
        """The frameworks."""
        return cast("Frameworks", self._collections[FRAMEWORKS.id])

    @property
    def stories(self) -> Stories:
        """The stories."""
        return cast("Stories", self._collections[STORIES.id])

    @property
    def comparisons(self) -> Collection[Comparison]:
        """The stories that are told more than once."""
        return self.of(COMPARISONS)

    @property
    def walkthroughs(self) -> Walkthroughs:
        """The walkthroughs."""
        return cast("Walkthroughs", self._collections[WALKTHROUGHS.id])

    @property
    def worksheets(self) -> Collection[Worksheet]:
        """The worksheets written by hand; `sheets` has the others, too."""
        return self.of(WORKSHEETS)

    @worked_out
    def sheets(self) -> Sheets:
        """Every worksheet, also those made from other entries."""
        with speaking(self.language):
            made_of = (self.handbook, self.walkthroughs.ordered, self.competencies.ordered, self.frameworks.ordered)
            return Sheets(self.worksheets, () if "practice" in self.off else derived_sheets(*made_of))

    @property
    def principles(self) -> PrincipleGroups:
        """What companies look for."""
        return cast("PrincipleGroups", self._collections[PRINCIPLES.id])

    @property
    def plans(self) -> Collection[Plan]:
        """The plans, shortest first."""
        return self.of(PLANS)

    @worked_out
    def moves(self) -> Sequence[Move]:
        """What former names lead to."""
        return tuple(moves(self))

    @worked_out
    def names(self) -> Mapping[str, Mapping[str, str]]:
        """For each kind that can be referred to, the title of each slug."""
        found: dict[str, dict[str, str]] = {
            **{kind.id: {slug: entry.record.title for slug, entry in self.of(kind).items()} for kind in ONE_A_FILE},
            "worksheet": {slug: sheet.record.title for slug, sheet in self.sheets.items()},
            "question": {slug: question.record.ask for slug, question in self.bank.items()},
            "principle": {slug: principle.record.name for slug, principle in self.principles.each.items()},
            "page": {slug: essay.title for slug, essay in self.essays.items()},
        }
        for kind, field in VOCABULARY.items():
            found[kind] = {item.id: item.name for item in getattr(self.words, field)}
        return found

    def name(self, kind: str, slug: str) -> str:
        """Give the title of an entry, or the name of a word of the vocabulary; whoever asks has read no other."""
        return one_of(self, "name", kind, slug, lambda: self.names[kind][slug])

    @worked_out
    def other_names(self) -> Others:
        """For each kind that can be referred to, what each slug is called besides its title, where it is."""
        return other_names({k.id: self.of(k) for k in ONE_A_FILE}, self.bank.values(), self.principles.each.values())

    @worked_out
    def asked_most(self) -> AskedMost:
        """What is asked in nearly every interview."""
        return AskedMost(self.words.asked_most, self.bank, self.competencies.ordered)

    @worked_out
    def look_alikes(self) -> LookAlikeGroups:
        """Questions in nearly the same words that want different answers."""
        return LookAlikeGroups(self.bank, self.words.look_alikes)

    @worked_out
    def core(self) -> list[Entry[Competency]]:
        """The competencies whose core story is one of those that carry an interview, in order."""
        return [entry for entry in self.competencies.ordered if entry.record.core]

    @property
    def terms(self) -> list[Term]:
        """The terms of the glossary from A to Z."""
        terms = self.glossary.record.terms if self.glossary else ()
        return sorted(terms, key=lambda term: (term.term.casefold(), term.term))

    @worked_out
    def coverage(self) -> list[Coverage]:
        """What each competency has, in order."""
        return [
            Coverage(
                competency=entry,
                questions=len(self.bank.of(entry.slug)),
                stories=len(self.stories.of(entry.slug)),
                walkthroughs=len(self.walkthroughs.of(entry.slug)),
                worksheets=len(self.sheets.of(entry.slug)),
            )
            for entry in self.competencies.ordered
        ]

    @worked_out
    def entry_count(self) -> int:
        """How many entries a reader can look up: questions and principles one by one."""
        filed = sum(len(self.of(kind)) for kind in ONE_A_FILE) + len(self._slugs["worksheet"]) - len(self.worksheets)
        return filed + len(self.bank) + len(self.principles.each) + len(self.terms)
