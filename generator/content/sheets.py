"""The worksheets a reader meets: those written by hand, then those made from other entries."""

from collections.abc import Iterable, Iterator, Mapping

from generator.content.collection import Collection, grouped
from generator.content.derived_sheets import Sheet
from generator.content.reads import worked_out
from generator.model import Worksheet


class Sheets(Mapping[str, Sheet]):
    """Every worksheet by its slug; one written by hand takes the place of one made under the same slug."""

    def __init__(self, written: Collection[Worksheet], derived: Iterable[Sheet]) -> None:
        by_hand = {
            slug: Sheet(slug=slug, file=entry.file, record=entry.record, group="written")
            for slug, entry in written.items()
        }
        self._sheets = {**by_hand, **{sheet.slug: sheet for sheet in derived if sheet.slug not in by_hand}}

    def __getitem__(self, slug: str) -> Sheet:
        return self._sheets[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sheets)

    def __len__(self) -> int:
        return len(self._sheets)

    def of(self, competency: str) -> list[Sheet]:
        """Give the worksheets of the competency."""
        return self._by_competency.get(competency, [])

    @worked_out
    def _by_competency(self) -> Mapping[str, list[Sheet]]:
        return grouped((slug, sheet) for sheet in self.values() for slug in sheet.record.competencies)


def under_a_heading(titles: Iterable[str]) -> list[str]:
    """Give the titles as they read under a heading of their own: without the words before a colon that all share."""
    titles = list(titles)
    heads = {title.partition(": ")[0] for title in titles}
    if len(titles) < 2 or len(heads) > 1 or not all(": " in title for title in titles):  # noqa: PLR2004 - all of one is no group
        return titles
    return [name[:1].upper() + name[1:] for name in (title.partition(": ")[2] for title in titles)]
