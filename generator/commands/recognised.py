"""Whoever sends a story is asked by what somebody could be recognised: no rule knows which names are invented."""

from collections.abc import Iterator
from pathlib import Path

from generator.content.load import load_entry
from generator.model import HANDBOOK, STORIES, Story
from generator.review.anonymity import findings
from generator.text.issue import ContentError
from generator.text.language import Language, language_of

WHYS = {"a name": "names", "a date": "dates", "an exact figure": "exact figures"}
MOST = 12  # words of one reason


def asked_of(root: Path, file: str) -> str:
    """Give the question about a story's file; nothing where it is no contributed story, or cannot be read."""
    path = root / file
    if Path(file).parent.as_posix() != STORIES.where:
        return ""
    try:
        story = load_entry(path, STORIES, path.stem, file).record
        spoken = load_entry(root / HANDBOOK.where, HANDBOOK, HANDBOOK.folder, HANDBOOK.where).record.language
    except (ContentError, OSError):
        return ""
    return asked(story, language_of(spoken, root))


def asked(story: Story, language: Language) -> str:
    """Give the question with all that raises it, on one line; nothing where there is nothing to ask."""
    said = "; ".join(_found(story, language)) if story.provenance == "contributed" else ""
    return f"Could anybody be recognised by it? It holds {said}. Change what is real." if said else ""


def _found(story: Story, language: Language) -> Iterator[str]:
    """Give for each reason the words that raise it: names of several words first, which say most."""
    found = findings(story, language)
    for why, plural in WHYS.items():
        words = [one.words for one in found if one.why == why]
        words.sort(key=lambda one: " " not in one)
        if words:
            more = f" and {len(words) - MOST} more" if len(words) > MOST else ""
            yield f"{plural}: {', '.join(words[:MOST])}{more}"
