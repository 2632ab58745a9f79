"""A published figure that was changed in one place of its story, and stands as it was in another."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.model import Story
from generator.text.source import Path_

FIGURE = re.compile(r"(?<![\w.,])[0-9](?:[0-9.,]*[0-9])+")  # of one digit there are too many


def left_behind(before: Story, after: Story) -> tuple[str, ...]:
    """Give each figure that another took the place of somewhere, while it is still said elsewhere in the story."""
    was, now = _figures(before), _figures(after)
    then, still = _total(was), _total(now)
    gone = (one for at, found in was.items() if now.get(at, found) - found for one in found - now[at])
    return tuple(dict.fromkeys(one for one in gone if 0 < still[one] < then[one]))


def _total(places: dict[Path_, Counter[str]]) -> Counter[str]:
    return sum(places.values(), Counter())


def _figures(story: Story) -> dict[Path_, Counter[str]]:
    said = story.model_dump(mode="json", exclude={"added"})
    return {path: Counter(FIGURE.findall(text)) for path, text in _texts(said)}


def _texts(said: Any, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:  # noqa: ANN401 - JSON
    if isinstance(said, str):
        yield path, said
    elif isinstance(said, dict | list):
        for key, inner in said.items() if isinstance(said, dict) else enumerate(said):
            yield from _texts(inner, (*path, key))
