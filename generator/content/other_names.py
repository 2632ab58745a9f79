"""Under which other names each thing is known: as people type it, whatever its title."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.content.entry import Entry
from generator.content.principles import NamedPrinciple
from generator.content.questions import BankQuestion

Others = Mapping[str, Mapping[str, tuple[str, ...]]]
SHORT = frozenset(["a", "an", "and", "at", "by", "for", "in", "my", "of", "on", "or", "the", "to", "with"])
STEM = 4  # letters at least of which another form of the word is made


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


def unlike(names: Iterable[str], title: str) -> list[str]:
    """Give the names that say more than the title above them: those with a word that the title has in no form."""
    known = _words(title)
    return [name for name in names if any(not _among(word, known) for word in _words(name))]


def _words(text: str) -> list[str]:
    found = re.findall(r"[^\W_]+", re.sub(r"['\u2019]", "", text.casefold()))
    return [word for word in found if word not in SHORT]


def _among(word: str, known: Iterable[str]) -> bool:
    return any(
        word == other or (min(len(word), len(other)) >= STEM and (word.startswith(other) or other.startswith(word)))
        for other in known
    )
