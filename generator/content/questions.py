"""The question bank: every question by its id, and what relates questions to competencies, levels and one another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content.collection import Collection, Ranks, grouped
from generator.content.reads import worked_out
from generator.model import Question, QuestionBank
from generator.text.source import Path_


@dataclass(frozen=True, kw_only=True, eq=False)
class BankQuestion:
    """A question of the bank with the competency it stands under, its file, and its place among the others from 0."""

    slug: str
    competency: str
    file: str
    record: Question
    at: int

    @property
    def path(self) -> Path_:
        """Where the question stands in the bank of its competency."""
        return ("questions", self.at)

    @property
    def usual_name(self) -> str:
        """What people call it for short: the first of its other names, or the question itself."""
        return next(iter(self.record.known_as), self.record.ask)


class Bank(Mapping[str, BankQuestion]):
    """Every question by its id, in the order of the competencies and of their banks."""

    def __init__(self, files: Collection[QuestionBank], ranks: Ranks) -> None:
        self._questions: dict[str, BankQuestion] = {}
        for slug in sorted(files, key=lambda slug: (ranks.get(slug, len(ranks)), slug)):
            entry = files[slug]
            for at, record in enumerate(entry.record.questions):
                file = entry.source.file_at(("questions", at))
                question = BankQuestion(slug=record.id, competency=slug, file=file, record=record, at=at)
                self._questions.setdefault(record.id, question)

    def __getitem__(self, slug: str) -> BankQuestion:
        return self._questions[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._questions)

    def __len__(self) -> int:
        return len(self._questions)

    def of(self, competency: str) -> list[BankQuestion]:
        """Give the competency's questions, in their order."""
        return self._by_competency.get(competency, [])

    @worked_out
    def _by_competency(self) -> Mapping[str, list[BankQuestion]]:
        return grouped((question.competency, question) for question in self.values())

    def for_level(self, level: str) -> list[BankQuestion]:
        """Give the questions asked at this level."""
        return [question for question in self.values() if level in question.record.levels]

    def asked(self, competency: str, level: str) -> list[BankQuestion]:
        """Give the competency's questions that are asked at this level."""
        return [question for question in self.of(competency) if level in question.record.levels]

    @worked_out
    def twin_groups(self) -> list[list[BankQuestion]]:
        """Groups of questions in nearly the same words with another intent; a relation from either side joins them."""
        near: dict[str, set[str]] = defaultdict(set)
        for question in self.values():
            for twin in question.record.twins:
                near[question.slug].add(twin)
                near[twin].add(question.slug)
        groups, seen = [], set[str]()
        for slug in self:
            if slug in near and slug not in seen:
                group, edge = {slug}, [slug]
                while edge:
                    fresh = near[edge.pop()] - group
                    group |= fresh
                    edge += fresh
                seen |= group
                groups.append([question for question in self.values() if question.slug in group])
        return groups

    def twins(self, question: str) -> list[BankQuestion]:
        """Give the question's twins, whichever side named them."""
        return [twin for twin in self._twins.get(question, []) if twin.slug != question]

    @worked_out
    def _twins(self) -> Mapping[str, list[BankQuestion]]:
        return {question.slug: group for group in self.twin_groups for question in group}
