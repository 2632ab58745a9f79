"""How the stories are spread: over what turns them, scale, level and outcome; and where one is missing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.content.choices import ENDED, SCALES, TURNS
from generator.content.content import Content
from generator.content.generated_pages import sentence
from generator.text.language import _

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
        _("What the story turns on"): (
            {word: _(said) for word, said in TURNS.items()},
            [story.turns_on for story in stories],
        ),
        _("Scale"): ({word: _(said) for word, said in SCALES.items()}, [story.scale for story in stories]),
        _("Level"): ({level.id: level.name for level in levels}, [story.narrator.level for story in stories]),
        _("How it came out"): (
            {word: sentence(_(said)) for word, said in ENDED.items()},
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
        wanted = (
            _("at least {percent} %", percent=least)
            if least
            else _("at most {percent} %", percent=most)
            if most
            else ""
        )
        kept = percent >= (least or 0) and percent <= (most or 100)
        yield Share(name=name, count=counts[word], percent=percent, wanted=wanted, kept=kept)
