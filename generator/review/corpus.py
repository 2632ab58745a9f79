"""Every story of a handbook counted once, so that a review costs by what changed and not by what is there."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cached_property, lru_cache
from sys import intern

from generator.content.content import Content
from generator.model import Story
from generator.text.likeness import weights
from generator.text.prose import plain

WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
TELLING_WORD = re.compile(r"[^\W\d_]{5,}")
TELLING = 5  # letters of a word that says what a story is about
RARE = 4  # a word that more than one in so many stories have tells nothing about one
RUN = 6  # so many words in a row
FEWEST = 12  # stories by which one can be held to be in other words than theirs
SHARE = 12  # in every story stands more than one in so many of the words that many have
COMMON = 2  # more stories than that have a phrase, not a copy

Run = tuple[str, ...]


class Corpus:
    """What all stories say, and of the `asked` ones which runs of words others have, too."""

    def __init__(self, content: Content, asked: Collection[str]) -> None:
        self.content = content
        self._asked = [slug for slug in asked if slug in content.stories]

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that so many stories have that they tell nothing about one."""
        spread = Counter(word for entry in self.content.stories.values() for word in telling(told(entry.record)))
        most = max(len(self.content.stories), RARE)
        return frozenset(word for word, count in spread.items() if count * RARE > most)

    def is_of_other_words(self, slug: str) -> bool:
        """Whether the story has hardly any of the words that many have, as one in another language."""
        if len(self.content.stories) < FEWEST:
            return False
        has = telling(told(self.content.stories[slug].record)) & self.common
        return len(has) * SHARE < len(self.common)

    @cached_property
    def holders(self) -> Mapping[Run, set[str]]:
        """By each run of an asked story that is nobody's phrase, the stories that have it."""
        wanted: dict[Run, set[str]] = {}
        for slug in self._asked:
            for run in _telling_runs(self.content.stories[slug].record):
                wanted.setdefault(run, set())
        for slug, entry in self.content.stories.items():
            for run in {run for text in own_words(entry.record) for run in runs(text)} & wanted.keys():
                wanted[run].add(slug)
        return {run: slugs for run, slugs in wanted.items() if 1 < len(slugs) <= COMMON}

    @cached_property
    def vocabulary(self) -> Mapping[str, frozenset[str]]:
        """By story, its telling words, for comparing one with another."""
        return {slug: _vocabulary(entry.record) for slug, entry in self.content.stories.items()}

    @cached_property
    def weight(self) -> Mapping[str, float]:
        """By word, log(stories / stories with the word): what every story says weighs nothing."""
        return weights(self.vocabulary.values())


def told(story: Story) -> str:
    """Give all that the story tells, as plain words."""
    texts = [story.title, story.summary, story.thirty_seconds, story.system, story.if_they_want_more]
    return " ".join(map(plain, [*texts, *(text for _, text in story.told.parts())]))


def own_words(story: Story) -> list[str]:
    """Give the texts that somebody can have copied: not whom it follows, nor what a reviewer is told."""
    follow_ups = (text for follow in story.follow_ups for text in (follow.asks, follow.strong, follow.weak))
    notes = (note.says for note in story.notes)
    parts = (text for _, text in story.told.parts())
    texts = [story.summary, story.thirty_seconds, story.system, *parts, story.if_they_want_more, *follow_ups, *notes]
    return [plain(text) for text in texts if text]


def telling(text: str) -> set[str]:
    """Give the words that say what a text is about."""
    return {word for word in words(plain(text)) if len(word) >= TELLING}


@lru_cache(maxsize=1 << 16)
def words(text: str) -> tuple[str, ...]:
    """Give the words of a plain text, in lower case."""
    return tuple(map(intern, WORD.findall(text.casefold())))


def runs(text: str) -> set[Run]:
    """Give every run of words of a plain text."""
    said = words(text)
    return set(zip(*(said[at:] for at in range(RUN)), strict=False))


def _telling_runs(story: Story) -> set[Run]:
    every = (run for text in own_words(story) for run in runs(text))
    return {run for run in every if sum(len(word) >= TELLING for word in run) > 1}


def _vocabulary(story: Story) -> frozenset[str]:
    parts = (text for _, text in story.told.parts())
    texts = [story.title, *story.known_as, story.summary, story.thirty_seconds, *parts]
    return frozenset(TELLING_WORD.findall(" ".join(map(plain, texts)).casefold()))
