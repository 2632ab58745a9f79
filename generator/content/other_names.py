"""Under which other names each thing is known: as people type it, whatever its title."""

from collections.abc import Iterable, Mapping
from typing import Any

from generator.content.entry import Entry
from generator.content.principles import NamedPrinciple
from generator.content.questions import BankQuestion

Others = Mapping[str, Mapping[str, tuple[str, ...]]]


def other_names(
    entries: Mapping[str, Mapping[str, Entry[Any]]],
    questions: Iterable[BankQuestion],
    principles: Iterable[NamedPrinciple],
) -> Others:
    """Give for each kind what each slug is called besides its title, where it is called anything else."""
    found = {
        kind: {slug: tuple(getattr(entry.record, "known_as", ())) for slug, entry in of_kind.items()}
        for kind, of_kind in entries.items()
    }
    found["question"] = {one.slug: (*one.record.also_asked, *one.record.known_as) for one in questions}
    found["principle"] = {one.slug: one.record.known_as for one in principles}
    return {kind: {slug: names for slug, names in each.items() if names} for kind, each in found.items()}
