"""Look-alikes: the groups of questions in nearly the same words, with the name and the difference a group may have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.content.questions import Bank, BankQuestion
from generator.content.reads import worked_out
from generator.model import LookAlikes


@dataclass(frozen=True, kw_only=True, eq=False)
class LookAlikeGroup:
    """Questions that are one another's twins; name and difference are empty where nobody has given the group any.

    `wants` says by question what it wants that the others do not, where somebody has said it.
    """

    questions: tuple[BankQuestion, ...]
    name: str = ""
    difference: str = ""
    wants: Mapping[str, str] = field(default_factory=dict)


class LookAlikeGroups:
    """Every group: those with a name in the order of their names' list, then the others in the order of the bank."""

    def __init__(self, bank: Bank, named: Sequence[LookAlikes]) -> None:
        self._bank = bank
        self._named = named

    @worked_out
    def all(self) -> list[LookAlikeGroup]:
        """The groups in the order in which the page shows them."""
        left = {frozenset(one.slug for one in group): group for group in self._bank.twin_groups}
        found = [
            LookAlikeGroup(
                questions=tuple(group),
                name=item.name,
                difference=item.difference,
                wants=dict(zip(item.questions, item.wants, strict=False)),
            )
            for item in self._named
            if (group := left.pop(frozenset(item.questions), None))
        ]
        return [*found, *(LookAlikeGroup(questions=tuple(group)) for group in left.values())]

    def of(self, question: str) -> LookAlikeGroup | None:
        """Give the group of the question, if it has one."""
        return self._by_question.get(question)

    @worked_out
    def _by_question(self) -> dict[str, LookAlikeGroup]:
        return {question.slug: group for group in self.all for question in group.questions}
