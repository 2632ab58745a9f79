"""What can be measured of a telling: words aloud, shares of its parts, its sentences, its long words."""

import re
from functools import lru_cache

from generator.model import Story
from generator.rules.style_guide import WORD, rule_of
from generator.text.prose import plain

END = re.compile(r"[.!?][\"'\u201d\u2019)]*(\s+)(?=[\"'\u201c\u2018(]*(\S))")


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


def sentences(text: str) -> list[str]:
    """Give the sentences of a plain text: each ends where a blank and no small letter follow its full stop."""
    found, at = [], 0
    for end in END.finditer(text):
        if not end.group(2).islower():
            found.append(text[at : end.start(1)])
            at = end.end(1)
    return [one for one in [*found, text[at:]] if one.strip()]


def share_of_short(text: str) -> int:
    """Give the percentage of a plain text's sentences that have no more words than a fragment."""
    lengths = [len(WORD.findall(one)) for one in sentences(text)]
    limit = int(rule_of("fragments")["words"])
    return round(100 * sum(words <= limit for words in lengths) / (len(lengths) or 1))


def share_of_long_words(text: str) -> int:
    """Give the percentage of a plain text's words that are long.

    Source: the second half of the readability index LIX, C. H. Björnsson, Läsbarhet, 1968.
    """
    words = WORD.findall(text)
    letters = int(rule_of("long-words")["letters"])
    return round(100 * sum(len(word) > letters for word in words) / (len(words) or 1))
