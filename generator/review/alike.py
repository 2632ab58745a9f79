"""How much an entry that is no story says of what others of its kind say already."""

from collections.abc import Iterable

from generator.review.changes import Item
from generator.review.corpus import telling
from generator.review.outline import lines_of
from generator.text.likeness import share, weights

ALIKE = 35  # per cent: from here on an entry says what another says already
ELSEWHERE = frozenset({"story", "question", "term", "vocabulary"})  # compared in their own ways, or too short for it


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
