"""Stories in one another's words: runs of words that stand in two of them, said at the later one."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import Any

from generator.content.content import Content
from generator.content.entry import Entry
from generator.model import Story
from generator.rules.style_guide import Guide
from generator.text.prose import plain
from generator.text.source import Path_

Runs = Sequence[tuple[str, Sequence[tuple[int, bytes]]]]
UNDATED = "9999"  # a day after all others


def echoes_in(guide: Guide, content: Content, older: Collection[str]) -> Iterator[tuple[str, Path_, dict[str, Any]]]:
    """Give each run of words that an older story has, too; they are found by the runs that begin with a long word.

    Older is what is named so, then what has the earlier date in `added`; what has none came last.
    """
    if not guide.is_on("echo"):
        return
    length = guide.rule_of("echo")["words"]
    first: dict[bytes, str] = {}
    ages = ((slug not in older, entry.record.added or UNDATED, slug) for slug, entry in content.stories.items())
    for entry, slug in ((content.stories[slug], slug) for _, _, slug in sorted(ages)):
        for part, runs in runs_of(entry, guide):
            until = -1
            for at, run in runs:
                if at < until:
                    continue
                other = first.setdefault(run, slug)
                if other != slug:
                    until = at + length
                    words = guide.tokens.words(plain(getattr(entry.record.told, part)))[at : at + length]
                    yield slug, ("told", part), {"found": " ".join(words), "other": f"stories/{other}"}


def runs_of(entry: Entry[Story], guide: Guide) -> Runs:
    """Give of each part every run of words that begins with a long word (its digest), and where it begins."""
    return entry.once("runs", guide.mark, partial(_runs, guide, entry.record)) if guide.is_on("echo") else []


def _runs(guide: Guide, story: Story) -> Runs:
    length, letters = guide.rule_of("echo")["words"], guide.rule_of("echo")["letters"]
    found = []
    for part, text in story.told.parts():
        words = guide.tokens.words(plain(text))
        lower = " ".join(words).casefold().split()
        starts = (at for at in range(len(words) - length + 1) if len(words[at]) >= letters)
        found.append((part, [(at, _digest(" ".join(lower[at : at + length]))) for at in starts]))
    return found


def _digest(run: str) -> bytes:
    return hashlib.blake2b(run.encode(errors="replace"), digest_size=8).digest()
