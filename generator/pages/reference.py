"""The Reference in groups, each in the order to read it in: for its index, the side list and the reading order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.content.content import Content
from generator.content.entry import Essay
from generator.content.generated_pages import sentence
from generator.content.sections import left_out
from generator.text.language import N_, _

BUILD, LOOKED_FOR, AROUND = "frameworks", "looked-for", "around"
GROUPS = {
    BUILD: (N_("To build an answer"), ("frameworks", "systems", "learnings", "leadership")),
    LOOKED_FOR: (N_("What is looked for"), ("failure-patterns", "traits", "themes", "levels", "principles")),
    AROUND: (N_("About this handbook"), ("story-rules", "contributors", "coverage", "glossary")),
}
SECTION = "reference"
SERIES = ": "  # between what an essay of a series is about and the name of the series


@dataclass(frozen=True, kw_only=True)
class Group:
    """Pages of one heading: essays, each with what it is called here, then computed pages by their names."""

    id: str
    title: str
    essays: Sequence[tuple[str, Essay]]
    names: Sequence[str]


def reference_groups(content: Content) -> list[Group]:
    """Give the groups in their order: the built ones, one for each series of essays, and what stands around it."""
    absent = left_out(content)
    essays = sorted((one for one in content.essays.values() if one.section == SECTION), key=lambda essay: essay.at)
    series = _series(essays)
    in_series = {essay.slug for pairs in series.values() for _short, essay in pairs}
    single = [(essay.title, essay) for essay in essays if essay.slug not in in_series]
    of_series = [
        Group(id=f"series-{at}", title=sentence(name), essays=_by_level(content, found), names=())
        for at, (name, found) in enumerate(series.items(), 1)
    ]
    built = [
        Group(
            id=id_,
            title=_(title),
            essays=single if id_ == AROUND else (),
            names=[name for name in names if name not in absent],
        )
        for id_, (title, names) in GROUPS.items()
    ]
    return [*built[:-1], *of_series, built[-1]]


def ladder(content: Content, essay: Essay) -> Sequence[tuple[str, Essay]]:
    """Give the essays of the series of levels that this one is of, the lowest level first; nothing for any other."""
    names = [set(_words(level.name)) for level in content.words.levels]
    for group in reference_groups(content):
        if any(essay is one for _short, one in group.essays):
            rungs = [short for short, one in group.essays if not one.heading]
            return group.essays if all(any(set(_words(s)) <= n for n in names) for s in rungs) and rungs else ()
    return ()


def essays_of_levels(content: Content) -> dict[str, Essay]:
    """Give the essay of each level that has one, by the level's id."""
    ids = [level.id for level in content.words.levels]
    rungs = (pair for group in reference_groups(content) for pair in group.essays if ladder(content, pair[1]))
    return {ids[at]: essay for short, essay in rungs if (at := _level(content, short)) < len(ids)}


def essays_in_order(content: Content) -> Iterator[Essay]:
    """Give every essay: those of the Reference group by group, then those of other sections."""
    for group in reference_groups(content):
        yield from (essay for _short, essay in group.essays)
    yield from (essay for essay in content.essays.values() if essay.section != SECTION)


def _series(essays: Sequence[Essay]) -> dict[str, list[tuple[str, Essay]]]:
    """Give the essays of each series by its name: the heading they ask for, or the end that several titles share."""
    found: dict[str, list[tuple[str, Essay]]] = {}
    for essay in essays:
        about, _between, name = (essay.title, "", essay.heading) if essay.heading else essay.title.partition(SERIES)
        found.setdefault(name, []).append((about, essay))
    return {name: pairs for name, pairs in found.items() if name and (len(pairs) > 1 or pairs[0][1].heading)}


def _by_level(content: Content, essays: Sequence[tuple[str, Essay]]) -> list[tuple[str, Essay]]:
    """Give the essays of a series from the lowest level up, where it is about levels; else as they come."""
    return sorted(essays, key=lambda pair: _level(content, pair[0]))


def _level(content: Content, short: str) -> int:
    """Give which level has these words in its name, the shortest such name; how many there are, where none has."""
    levels = [set(_words(level.name)) for level in content.words.levels]
    named = [(len(level), at) for at, level in enumerate(levels) if set(_words(short)) <= level]
    return min(named)[1] if named else len(levels)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
