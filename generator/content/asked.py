"""The questions that nearly every interview asks, in the order in which they come; and which to be ready for first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from generator.content.collection import grouped
from generator.content.entry import Entry
from generator.content.questions import Bank, BankQuestion
from generator.content.reads import worked_out
from generator.model import Asked, Competency

READY_FIRST = 20


@dataclass(frozen=True, kw_only=True, eq=False)
class AskedQuestion:
    """A question asked in nearly every interview, when it comes, and the worry behind it in half a line."""

    when: str
    question: BankQuestion
    worry: str


class AskedMost:
    """What is asked in nearly every interview; nothing where the handbook does not say."""

    def __init__(self, asked: Sequence[Asked], bank: Bank, competencies: Sequence[Entry[Competency]]) -> None:
        self._bank = bank
        self._competencies = competencies
        self.all = [
            AskedQuestion(when=one.when, question=bank[one.question], worry=one.worry)
            for one in asked
            if one.question in bank
        ]

    @worked_out
    def by_when(self) -> Mapping[str, list[AskedQuestion]]:
        """The same by the time at which they come, in the order in which each time is first named."""
        return grouped((one.when, one) for one in self.all)

    @worked_out
    def first(self) -> list[BankQuestion]:
        """The questions to be ready for first.

        Where the handbook does not say what is asked most, each competency's trunk questions in turn, as its file
        orders them.
        """
        if self.all:
            return [one.question for one in self.all]
        trunks = [
            [question for question in self._bank.of(entry.slug) if question.record.kind == "trunk"]
            for entry in self._competencies
        ]
        rounds = zip_longest(*trunks)
        return [question for questions in rounds for question in questions if question is not None][:READY_FIRST]

    def to_try(self, most: int) -> list[BankQuestion]:
        """Give a few questions that differ: the first of each time, then the second of each, and so on."""
        groups = [[one.question for one in group] for group in self.by_when.values()] or [[one] for one in self.first]
        turns = zip_longest(*groups)
        return [question for questions in turns for question in questions if question is not None][:most]
