"""The sections of the site, and which pages the list at the side of each shows."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from generator.content.content import Content
from generator.content.generated_pages import COMPUTED, title_of
from generator.content.sections import PRACTICE_PAGES, left_out
from generator.model import ENTRY_KINDS, Kind
from generator.pages.page import Link
from generator.pages.reference import SECTION, reference_groups

SECTIONS = {  # what the list at the side of a section begins with; the indexes and entries of its kinds follow
    "competencies": ("competencies", "core-stories", "questions", "asked-most", "twins", "questions-by-level"),
    "stories": ("stories", "comparisons"),
    "walkthroughs": ("walkthroughs",),
    "practise": ("practise", *PRACTICE_PAGES, "worksheets", "downloads", "plans", "loops"),
    "loops": ("practise", "loops"),
    "frameworks": ("reference", "frameworks"),
    "principles": ("reference", "principles"),
}


def sections(content: Content) -> dict[str, list[Link]]:
    """Give for each section of the site the pages its side list shows; bounded, whatever the number of stories."""
    own = {kind.section: () for kind in ENTRY_KINDS} | SECTIONS
    found = {name: list(_section(content, name, above)) for name, above in own.items()}
    found["reference"] = list(_reference(content))
    for essay in content.essays.values():
        if essay.section != SECTION:
            found.setdefault(essay.section, []).append(Link(title=essay.title, path=essay.path))
    return found


def _section(content: Content, section: str, above: Sequence[str]) -> Iterator[Link]:
    """Give a section: its indexes, and its entries; those of a further kind beside one another only."""
    entries = {k: list(_entries_of(content, k)) for k in ENTRY_KINDS if k.section == section and k.head}
    further = {COMPUTED[k.folder].path: found for k, found in entries.items() if k.index and k.folder != section}
    for link in _of_many(content, *_indexes_in(section, above)):
        yield link
        for entry in further.get(link.path, ()):
            yield Link(title=entry.title, path=entry.path, group=link.path)
    yield from chain.from_iterable(found for k, found in entries.items() if not k.index or k.folder == section)


def _reference(content: Content) -> Iterator[Link]:
    """Give the Reference: its index, and each group by its heading; its pages are listed beside one another only."""
    index = COMPUTED["reference"].path
    yield from _of_many(content, "reference")
    for group in reference_groups(content):
        heading = f"{index}#{group.id}"
        yield Link(title=group.title, path=heading)
        for short, essay in group.essays:
            yield Link(title=short, path=essay.path, group=heading)
        for link in _of_many(content, *group.names):
            yield Link(title=link.title, path=link.path, group=heading)


def _of_many(content: Content, *names: str) -> list[Link]:
    absent = left_out(content)
    return [Link(title=title_of(content, name), path=COMPUTED[name].path) for name in names if name not in absent]


def _indexes_in(section: str, above: Sequence[str]) -> Sequence[str]:
    """Give the computed pages of a section: those it names, then the index of every kind that belongs to it."""
    return [*above, *(k.folder for k in ENTRY_KINDS if k.section == section and k.index and k.folder not in above)]


def _entries_of(content: Content, kind: Kind[Any]) -> Iterator[Link]:
    for entry in content.of(kind).ordered[: kind.listed]:
        yield Link(title=kind.head(entry.record)[0] if kind.head else "", path=f"{kind.folder}/{entry.slug}.md")
