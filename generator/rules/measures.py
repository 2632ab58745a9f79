"""What can be measured of a telling: words aloud, shares of its parts, how hard it is to read."""

import re
from functools import lru_cache

from generator.model import Story
from generator.rules.style_guide import WORD, rule_of
from generator.text.prose import plain

SENTENCE = re.compile(r"[.!?]+(?=[\"')\u201d]*(?:\s|$))")


@lru_cache(maxsize=1 << 16)
def words_in(prose: str) -> int:
    """Give the number of words as said aloud."""
    return len(WORD.findall(plain(prose)))


def part_shares(story: Story) -> dict[str, int]:
    """Give each part's share of the telling in whole percent."""
    counts = {name: words_in(text) for name, text in story.told.parts()}
    total = sum(counts.values()) or 1
    return {name: round(100 * count / total) for name, count in counts.items()}


def words_told(story: Story) -> int:
    """Give the words of the full telling."""
    return sum(words_in(text) for _, text in story.told.parts())


def lix(text: str) -> int:
    """Give the readability index LIX of a plain text: words per sentence plus percent of words over six letters.

    Source: C. H. Björnsson, Läsbarhet, 1968.
    """
    words = WORD.findall(text)
    sentences = len(SENTENCE.findall(text)) or 1
    letters = int(rule_of("hard-to-read")["letters"])
    long = sum(len(word) > letters for word in words)
    return round(len(words) / sentences + 100 * long / (len(words) or 1))
