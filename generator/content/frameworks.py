"""The frameworks, and which of them serve a competency."""

from collections.abc import Mapping

from generator.content.collection import Collection, Ranks
from generator.content.entry import Entry
from generator.model import Competency, Framework, Kind


class Frameworks(Collection[Framework]):
    """The frameworks by kind, then by title."""

    def __init__(
        self,
        kind: Kind[Framework],
        entries: Mapping[str, Entry[Framework]],
        ranks: Ranks,
        competencies: Mapping[str, Entry[Competency]],
    ) -> None:
        super().__init__(kind, entries, ranks)
        self._competencies = competencies

    def of(self, competency: str) -> list[Entry[Framework]]:
        """Give the frameworks that the competency names or that name it."""
        named = self._competencies[competency].record.frameworks
        return [e for e in self.ordered if e.slug in named or competency in e.record.competencies]
