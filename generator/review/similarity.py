"""How near an entry is to others of its kind, a story in words and in tags: for whoever judges whether it is new."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Story
from generator.review.changes import Item
from generator.review.corpus import Corpus, telling
from generator.review.outline import lines_of
from generator.text.likeness import share, weights

ALIKE = 35  # from here on an entry that is no story says what another says already
ELSEWHERE = frozenset({"story", "question", "term", "vocabulary"})  # compared in their own ways, or too short for it


@dataclass(frozen=True, kw_only=True)
class SimilarStory:
    """Another story, and how near it is: 0 shares nothing, 100 is the same."""

    slug: str
    title: str
    wording: int
    tags: int

    @property
    def similarity(self) -> int:
        """The mean of both."""
        return round((self.wording + self.tags) / 2)


def most_similar(corpus: Corpus, slug: str, most: int = 3) -> list[SimilarStory]:
    """Give the stories nearest to this one, the nearest first.

    `wording` is the share (0 to 100) of what their words of five letters or more weigh that stands in both; a word
    weighs log(stories / stories with the word), so that what every story says weighs nothing. `tags` is the share of
    their questions, competencies, themes, traits, principles, level, outcome and ending that both name.
    """
    words, stories = corpus.vocabulary, corpus.content.stories
    this = stories[slug].record
    others = [
        SimilarStory(
            slug=name,
            title=entry.record.title,
            wording=share(words[slug], words[name], corpus.weight),
            tags=share(_tags(this), _tags(entry.record), {}),
        )
        for name, entry in stories.items()
        if name != slug
    ]
    return sorted(others, key=lambda other: (-other.wording - other.tags, other.slug))[:most]


def _tags(story: Story) -> frozenset[str]:
    lists = (story.competencies, story.themes, story.traits, story.principles, (story.question, *story.also_answers))
    named = {f"{at}:{tag}" for at, tags in enumerate(lists) for tag in tags}
    return frozenset({*named, f"l:{story.narrator.level}", f"o:{story.outcome}", f"e:{story.ending}"})


def alike(item: Item, every: Iterable[Item], most: int = 3) -> list[tuple[int, Item]]:
    """Give the others of its kind that say much of what this entry says, the nearest first, each with its share."""
    if item.kind in ELSEWHERE:
        return []
    words = {one: frozenset(telling("\n".join(lines_of(one.holds)))) for one in every if one.kind == item.kind}
    mine = next((said for one, said in words.items() if one.slug == item.slug), frozenset())
    others = {one: said for one, said in words.items() if one.slug != item.slug}
    weight = weights(
        [*others.values(), frozenset()]
    )  # with one that says nothing, so that the words of an only one weigh
    found = [(share(mine, said, weight), one) for one, said in others.items()]
    return sorted((near for near in found if near[0] >= ALIKE), key=lambda near: (-near[0], near[1].slug))[:most]
