"""Stories in one another's words: runs of words that stand in two of them, said at the later one."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any

from generator.content.content import Content
from generator.content.entry import Entry
from generator.model import Story
from generator.rules.style_guide import Guide
from generator.text.prose import plain
from generator.text.source import Path_

PLACE, DIGEST = "I", "Q"  # of arrays: what says where a run begins, and what the run is
Runs = Sequence[tuple[str, bytes, bytes]]
UNDATED = "9999"  # a day after all others


def echoes_in(guide: Guide, content: Content, older: Collection[str]) -> Iterator[tuple[str, Path_, dict[str, Any]]]:
    """Give each run of words that an older story has, too; they are found by the runs that begin with a long word.

    Older is what is named so, then what has the earlier date in `added`; what has none came last.
    """
    if not guide.is_on("echo"):
        return
    length = guide.rule_of("echo")["words"]
    told = {slug: runs_of(entry, guide) for slug, entry in content.stories.items()}
    again = _met_again(runs for parts in told.values() for _, _, runs in parts)
    ages = (
        (slug not in older, entry.known_field("added") or UNDATED, slug)
        for slug, entry in content.stories.items()
        if again and not all(again.isdisjoint(array(DIGEST, runs)) for _, _, runs in told[slug])
    )
    first: dict[int, str] = {}
    for entry, slug in ((content.stories[slug], slug) for _, _, slug in sorted(ages)):
        for part, starts, runs in told[slug]:
            until = -1
            for at, run in zip(array(PLACE, starts), array(DIGEST, runs), strict=True):
                if at < until or run not in again:
                    continue
                other = first.setdefault(run, slug)
                if other != slug:
                    until = at + length
                    words = guide.tokens.words(plain(getattr(entry.record.told, part)))[at : at + length]
                    yield slug, ("told", part), {"found": " ".join(words), "other": f"stories/{other}"}


def _met_again(every: Iterable[bytes]) -> set[int]:
    """Give the runs that stand more than once in all of these."""
    met, again = set[int](), set[int]()
    for runs in every:
        fresh = array(DIGEST, runs)
        again |= met.intersection(fresh)
        met.update(fresh)
    return again


def runs_of(entry: Entry[Story], guide: Guide) -> Runs:
    """Give of each part every run of words that begins with a long word: where each begins, and its digest.

    Both are arrays as bytes: of a thousand stories they are sixty thousand numbers, which nobody makes one by one.
    """
    return entry.once("runs", guide.mark, lambda: _runs(guide, entry.record)) if guide.is_on("echo") else []


def _runs(guide: Guide, story: Story) -> Runs:
    length, letters = guide.rule_of("echo")["words"], guide.rule_of("echo")["letters"]
    found = []
    for part, text in story.told.parts():
        words = guide.tokens.words(plain(text))
        lower = " ".join(words).casefold().encode(errors="replace").split(b" ")
        starts = [at for at in range(len(words) - length + 1) if len(words[at]) >= letters]
        runs = b"".join([blake2b(b" ".join(lower[at : at + length]), digest_size=8).digest() for at in starts])
        found.append((part, array(PLACE, starts).tobytes(), runs))
    return found
