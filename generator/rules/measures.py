"""What can be measured of a telling: words aloud, shares of its parts, its sentences, how hard its words are."""

import re
from functools import lru_cache

from generator.content.entry import Entry
from generator.model import Story
from generator.rules.style_guide import Guide
from generator.text.prose import plain


@lru_cache(maxsize=1 << 16)
def words_in(guide: Guide, prose: str) -> int:
    """Give the number of words as said aloud; of characters, where the language is counted in them."""
    return len(guide.tokens.words(plain(prose)))


def part_shares(guide: Guide, story: Story) -> dict[str, int]:
    """Give each part's share of the telling in whole percent."""
    counts = {name: words_in(guide, text) for name, text in story.told.parts()}
    total = sum(counts.values()) or 1
    return {name: round(100 * count / total) for name, count in counts.items()}


def words_told(guide: Guide, story: Story) -> int:
    """Give the words of the full telling."""
    return sum(words_in(guide, text) for _, text in story.told.parts())


def minutes_told(guide: Guide, story: Story) -> float:
    """Give the minutes that the full telling takes aloud."""
    return words_told(guide, story) / guide.pace


def minutes_aloud(guide: Guide, entry: Entry[Story]) -> float:
    """Give likewise the minutes of a story, counted once; whoever asks has read its telling."""
    told = entry.record.told
    return entry.once("aloud", guide.mark, lambda: sum(words_in(guide, text) for _, text in told.parts())) / guide.pace


def voices(guide: Guide, prose: str) -> tuple[int, int]:
    """Give how often "I" and "we" are said, in all their forms."""
    said = guide.tokens.low(plain(prose))
    own, shared = (guide.wanted(name).count(said) for name in ("own", "shared"))
    return own, shared


def share_of_short(guide: Guide, text: str) -> int:
    """Give the percentage of a plain text's sentences that have no more words than a fragment."""
    lengths = [len(guide.tokens.words(one)) for one in guide.tokens.sentences(text)]
    limit = int(guide.rule_of("fragments")["words"])
    return round(100 * sum(words <= limit for words in lengths) / (len(lengths) or 1))


def hardness(guide: Guide, text: str) -> int:
    """Give what the language is measured by: its ease of reading by Amstad, or its share of long words."""
    return ease(guide, text) if "ease" in guide.data else share_of_long_words(guide, text)


def share_of_long_words(guide: Guide, text: str) -> int:
    """Give the percentage of a plain text's words that are long.

    Source: the second half of the readability index LIX, C. H. Björnsson, Läsbarhet, 1968.
    """
    lengths = [length for one in guide.tokens.sentences(text) for length in map(len, guide.tokens.words(one))]
    letters = int(guide.rule_of("long-words")["letters"])
    return round(100 * sum(map(letters.__lt__, lengths)) / (len(lengths) or 1))


def ease(guide: Guide, text: str) -> int:
    """Give how easy a plain text is to read: 100 is very easy, 60 what newspapers for everybody have, 0 very hard.

    Source: T. Amstad, Wie verständlich sind unsere Zeitungen?, Zürich 1978, which fits R. Flesch's Reading Ease to
    German: 180 - words a sentence - 58.5 x syllables a word. A syllable is counted as a group of vowels.
    """
    numbers: dict[str, float] = guide.data["ease"]
    words = guide.tokens.low(text)
    syllable = re.compile(guide.data["ease"]["syllable"])
    syllables = sum(max(1, len(syllable.findall(word))) for word in words)
    count = len(words) or 1
    sentences = len(guide.tokens.sentences(text)) or 1
    return round(numbers["base"] - numbers["words"] * (count / sentences) - numbers["syllables"] * (syllables / count))
