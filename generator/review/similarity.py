"""How near two stories are to each other, in words and in tags: for whoever judges whether a story is a new one."""

from dataclasses import dataclass

from generator.model import Story
from generator.review.corpus import Corpus
from generator.text.likeness import share


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
