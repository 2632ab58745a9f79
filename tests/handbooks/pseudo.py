"""A language that nobody speaks: every message in Armenian letters, so that what stays English shows itself."""

import re
from functools import cache
from pathlib import Path

from generator.contribute.catalogue_file import messages, renewed, write
from generator.site.pipeline import HERE, templates_of
from generator.text.language import Language, language_of

CODE = "uk"  # which counts in three forms
KEPT = re.compile(r"\{[a-z_]+\}|<[^>]*>|\{:[^}]*\}|\]\([^)]*\)|&#?\w+;|`[^`]*`")
SMALL, LARGE = ord("\N{ARMENIAN SMALL LETTER AYB}"), ord("\N{ARMENIAN CAPITAL LETTER AYB}")
LETTERS = {ord("a") + at: SMALL + at for at in range(26)} | {ord("A") + at: LARGE + at for at in range(26)}


def written(root: Path) -> Path:
    """Give the catalogue of this language, written into the project at `root`."""
    path = root / f"languages/{CODE}.po"
    found = renewed(path, templates_of(HERE))
    for message in found:
        if isinstance(message.id, list | tuple):
            message.string = tuple(foreign(message.id[0 if not at else -1]) for at in range(found.num_plurals))
        elif message.id:
            message.string = foreign(message.id)
    write(found, path)
    return path


def language(root: Path) -> Language:
    """Give the language, from a catalogue written into the project at `root`."""
    written(root)
    return language_of(CODE, root)


def foreign(message: str) -> str:
    """Give the message in other letters; its places, tags, addresses and entities stay."""
    kept = KEPT.findall(message)
    between = [text.translate(LETTERS) for text in KEPT.split(message)]
    return "".join(text + stays for text, stays in zip(between, [*kept, ""], strict=True))


@cache
def said() -> str:
    """Give all messages in English, for asking whether words are the generator's or somebody's content."""
    ids = [one.id if isinstance(one.id, str) else "\n".join(one.id) for one in messages(templates_of(HERE)) if one.id]
    return "\n".join(ids)
