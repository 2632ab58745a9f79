"""How much two texts share of their words, where a word that many say weighs little."""

from collections import Counter
from collections.abc import Collection, Mapping
from math import log


def weights(texts: Collection[frozenset[str]]) -> dict[str, float]:
    """Give what each word weighs: log(texts / texts with the word), so that what every text says weighs nothing."""
    spread = Counter(word for words in texts for word in words)
    return {word: log(len(texts) / count) for word, count in spread.items()}


def share(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> int:
    """Give the share (0 to 100) of what the words of both weigh that stands in both; an unknown word weighs one."""
    both, either = (sum(weight.get(word, 1.0) for word in some) for some in (one & other, one | other))
    return round(100 * both / either) if either else 0
