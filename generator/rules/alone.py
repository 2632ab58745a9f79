"""What rules say of one entry whatever the others are: worked out by whoever reads its file, and kept with it."""

from typing import Any

from generator.content.entry import Entry
from generator.model import STORIES, Kind
from generator.rules.echoes import runs_of
from generator.rules.references import linking, referring, unreadable
from generator.rules.stories import by_itself
from generator.rules.style_guide import Guide
from generator.rules.style_rules import is_told_foreign, style_of


def speak_alone(entry: Entry[Any], kind: Kind[Any], guide: Guide | None) -> None:
    """Have the entry remember what rules say of it alone; by the `guide`, where its style is asked for."""
    referring(entry, placed=True)
    linking(entry)
    unreadable(entry)
    if kind is STORIES:
        by_itself(entry)
        if guide:
            runs_of(entry, guide)
            is_told_foreign(entry, guide)
            style_of(entry, guide, [])
