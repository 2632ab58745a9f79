"""Company principles: one by one, and by the competencies they ask for."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.content.collection import Collection
from generator.content.entry import Entry
from generator.content.reads import worked_out
from generator.model import Principle, Principles


@dataclass(frozen=True, kw_only=True, eq=False)
class NamedPrinciple:
    """A principle with the file it stands in; its slug is `file/id`."""

    slug: str
    group: Entry[Principles]
    record: Principle


class PrincipleGroups(Collection[Principles]):
    """The principles of each company, by the company's slug."""

    @worked_out
    def each(self) -> Mapping[str, NamedPrinciple]:
        """Every principle by `file/id`."""
        return {
            f"{slug}/{record.id}": NamedPrinciple(slug=f"{slug}/{record.id}", group=group, record=record)
            for slug, group in sorted(self.items())
            for record in group.record.principles
        }

    def asking_for(self, competency: str) -> list[NamedPrinciple]:
        """Give the principles that ask for the competency."""
        return [principle for principle in self.each.values() if competency in principle.record.competencies]
