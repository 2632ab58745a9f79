"""How near two stories are to each other, in words and in tags: for whoever judges whether a story is a new one."""

import re
from dataclasses import dataclass

from generator.content.content import Content
from generator.model import Story
from generator.text.likeness import share, weights
from generator.text.prose import plain

TELLING_WORD = re.compile(r"[^\W\d_]{5,}")


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


def most_similar(content: Content, slug: str, most: int = 3) -> list[SimilarStory]:
    """Give the stories nearest to this one, the nearest first.

    `wording` is the share (0 to 100) of what their words of five letters or more weigh that stands in both; a word
    weighs log(stories / stories with the word), so that what every story says weighs nothing. `tags` is the share of
    their questions, competencies, themes, traits, principles, level, outcome and ending that both name.
    """
    words = {name: _words(entry.record) for name, entry in content.stories.items()}
    weight = weights(words.values())
    this = content.stories[slug].record
    others = [
        SimilarStory(
            slug=name,
            title=entry.record.title,
            wording=share(words[slug], words[name], weight),
            tags=share(_tags(this), _tags(entry.record), {}),
        )
        for name, entry in content.stories.items()
        if name != slug
    ]
    return sorted(others, key=lambda other: (-other.wording - other.tags, other.slug))[:most]


def _words(story: Story) -> frozenset[str]:
    told = (text for _, text in story.told.parts())
    texts = [story.title, *story.known_as, story.summary, story.thirty_seconds, *told]
    return frozenset(TELLING_WORD.findall(" ".join(map(plain, texts)).casefold()))


def _tags(story: Story) -> frozenset[str]:
    lists = (story.competencies, story.themes, story.traits, story.principles, (story.question, *story.also_answers))
    named = {f"{at}:{tag}" for at, tags in enumerate(lists) for tag in tags}
    return frozenset({*named, f"l:{story.narrator.level}", f"o:{story.outcome}", f"e:{story.ending}"})
