"""How the stories are spread: over what turns them, scale, level and outcome; and where one is missing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.content.content import Content

TURNS = {
    "colleague": "A colleague's sentence",
    "own-fault": "The teller's own fault",
    "own-reasoning": "The teller's own reasoning",
    "outside-event": "An event outside",
    "steady-work": "Steady work done well",
}
SCALES = {"start-up": "Start-up", "mid-size": "Mid-size company", "large": "Large company"}
ENDED = {"good": "ended well", "mixed": "mixed", "bad": "ended badly"}
LEAST = {"own-reasoning": 25, "steady-work": 20, "start-up": 20, "large": 20}
MOST = {"colleague": 25, "own-fault": 50}
"""Shares of a bank that teaches, in percent, from the editorial guide: experience of coaches and no research."""


@dataclass(frozen=True, kw_only=True)
class Share:
    """How many stories have one value, in whole percent of those that say it, and what the guide wants of it."""

    name: str
    count: int
    percent: int
    wanted: str
    kept: bool


@dataclass(frozen=True, kw_only=True)
class Spread:
    """One way in which the stories differ."""

    name: str
    shares: tuple[Share, ...]


def spreads(content: Content) -> list[Spread]:
    """Give the spreads of the stories that say what each is about; none where no story says it."""
    stories = [entry.record for entry in content.stories.values()]
    levels = content.words.levels
    found: dict[str, tuple[Mapping[str, str], Sequence[str | None]]] = {
        "What the story turns on": (TURNS, [story.turns_on for story in stories]),
        "Scale": (SCALES, [story.scale for story in stories]),
        "Level": ({level.id: level.name for level in levels}, [story.narrator.level for story in stories]),
        "How it came out": (
            {word: said.capitalize() for word, said in ENDED.items()},
            [story.outcome for story in stories],
        ),
    }
    return [
        Spread(name=name, shares=tuple(_shares(names, values)))
        for name, (names, values) in found.items()
        if any(values)
    ]


def _shares(names: Mapping[str, str], values: Sequence[str | None]) -> Iterable[Share]:
    counts = Counter(value for value in values if value)
    total = counts.total()
    for word, name in names.items():
        percent = round(100 * counts[word] / total)
        least, most = LEAST.get(word), MOST.get(word)
        wanted = f"at least {least} %" if least else f"at most {most} %" if most else ""
        kept = percent >= (least or 0) and percent <= (most or 100)
        yield Share(name=name, count=counts[word], percent=percent, wanted=wanted, kept=kept)
