"""The stories, by what they answer and prove, and who gave them."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.content.collection import Collection, grouped
from generator.content.entry import Entry
from generator.content.reads import worked_out
from generator.model import Contributor, Story

NEAR = 12


@dataclass(frozen=True, kw_only=True, eq=False)
class Credit:
    """Somebody who gave stories, and which."""

    contributor: Contributor
    stories: tuple[Entry[Story], ...]


class Stories(Collection[Story]):
    """The stories; in order by their main competency, then by title."""

    def answering(self, question: str) -> list[Entry[Story]]:
        """Give the stories told for the question, then those that also answer it."""
        return self._by_question.get(question, [])

    @worked_out
    def _by_question(self) -> Mapping[str, list[Entry[Story]]]:
        told = [(story.record.question, story) for story in self.ordered]
        also = [(slug, story) for story in self.ordered for slug in story.record.also_answers]
        return grouped(told + also)

    def openings_for(self, question: str) -> Mapping[str, int]:
        """Give the number on its page, from 1, of each story's own opening for the question, by the story's slug."""
        return self._openings.get(question, {})

    @worked_out
    def _openings(self) -> Mapping[str, Mapping[str, int]]:
        found = grouped(
            (opening.question, (story.slug, number))
            for story in self.ordered
            for number, opening in enumerate(story.record.openings, 1)
        )
        return {question: dict(reversed(numbers)) for question, numbers in found.items()}  # of two, the first

    def of(self, competency: str) -> list[Entry[Story]]:
        """Give the stories whose main competency this is, then the others that prove it."""
        return self._by_competency.get(competency, [])

    @worked_out
    def _by_competency(self) -> Mapping[str, list[Entry[Story]]]:
        main = [(story.record.competencies[0], story) for story in self.ordered]
        rest = [(slug, story) for story in self.ordered for slug in story.record.competencies[1:]]
        return grouped(main + rest)

    def mainly_of(self, competency: str) -> list[Entry[Story]]:
        """Give the stories whose main competency this is."""
        return self._main.get(competency, [])

    def near(self, story: Entry[Story]) -> list[Entry[Story]]:
        """Give the next stories with the same main competency, from this one on; few, however many there are."""
        group = self._main[story.record.competencies[0]]
        at = self._place_in_group[story.slug]
        return (group[at + 1 : at + 1 + NEAR] + group[: min(at, NEAR)])[:NEAR]

    @worked_out
    def _main(self) -> Mapping[str, list[Entry[Story]]]:
        return grouped((story.record.competencies[0], story) for story in self.ordered)

    @worked_out
    def _place_in_group(self) -> Mapping[str, int]:
        return {story.slug: at for group in self._main.values() for at, story in enumerate(group)}

    def showing(self, kind: str, slug: str) -> list[Entry[Story]]:
        """Give the stories that name this trait, theme or principle."""
        return self._by_word.get((kind, slug), [])

    @worked_out
    def _by_word(self) -> Mapping[tuple[str, str], list[Entry[Story]]]:
        pairs = [
            ((kind, slug), story)
            for story in self.ordered
            for kind, slugs in (
                ("trait", story.record.traits),
                ("theme", story.record.themes),
                ("principle", story.record.principles),
            )
            for slug in slugs
        ]
        return grouped(pairs)

    @worked_out
    def credits(self) -> list[Credit]:
        """Everybody who gave a story, from A to Z, with their stories."""
        given = grouped((entry.record.contributor, entry) for entry in self.ordered if entry.record.contributor)
        found = [Credit(contributor=who, stories=tuple(entries)) for who, entries in given.items() if who]
        return sorted(
            found, key=lambda c: (c.contributor.name.casefold(), c.contributor.name, c.contributor.link or "")
        )
