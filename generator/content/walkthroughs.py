"""The walkthroughs, by competency and by the stories they name."""

from generator.content.collection import Collection
from generator.content.entry import Entry
from generator.model import Walkthrough


class Walkthroughs(Collection[Walkthrough]):
    """The walkthroughs, in the order of their competencies."""

    def of(self, competency: str) -> list[Entry[Walkthrough]]:
        """Give the walkthroughs of the competency."""
        return [entry for entry in self.ordered if entry.record.competency == competency]

    def with_story(self, story: str) -> list[Entry[Walkthrough]]:
        """Give the walkthroughs that name the story."""
        return [entry for entry in self.ordered if story in entry.record.stories]
