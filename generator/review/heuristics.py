"""What a reader may doubt in a story though no rule is broken: for whoever must decide whether it is a story at all.

A doubt is a question and no verdict. Each looks for a promise of the guide that no limit can hold: a scene and not a
policy, a learning that is somebody's own, words that stand nowhere else, follow-ups about this story.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Any

from generator.content.content import Content
from generator.model import Story, Words
from generator.model.schema_walk import walk_fields
from generator.rules.style_guide import Guide, guide_of
from generator.text.prose import plain

SENTENCE_END = re.compile(r"(?<=[.!?])[\"\u201d\u201c\u00ab]?\s+|(?<=[\u3002\uff01\uff1f])[\u201d\u300d\u300f]?\s*")
WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
RUN = 6  # so many words in a row stand in two stories by chance about once in a hundred stories
TELLING = 5  # letters of a word that says what a story is about
RARE = 4  # a word that more than one in so many stories have tells nothing about one
FEW = 5  # findings of one kind that are shown


class _Signs:
    """What a doubt is known by in one language; nothing where nobody wrote it down."""

    def __init__(self, guide: Guide) -> None:
        known: Mapping[str, Any] = guide.usage.get("review", {})
        self.unspaced = guide.in_characters
        self.habit = _any(known.get("habits"), re.IGNORECASE)
        self.stock = _any(known.get("stock"), re.IGNORECASE)
        self.acts = _any(known.get("acts"))
        opens, closes = (f'"{guide.data["speech"][side]}' for side in ("opens", "closes"))
        signs = "".join(dict.fromkeys(opens + closes))
        self.quoted = re.compile(rf"[{opens}][^{signs}]{{2,}}?(?:[{closes}]|$)(?P<after>[^{signs}]{{0,24}})")
        self.speaks = re.compile(known["speaks"]) if "speaks" in known else None


def _any(words: Iterable[str] | None, flags: int = 0) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", flags) if words else None


@lru_cache(maxsize=16)
def _signs(guide: Guide) -> _Signs:
    return _Signs(guide)


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """What may be doubted, in words of ours, and the contributor's words that raise it."""

    why: str
    words: tuple[str, ...] = ()


def doubts(content: Content, slug: str, today: date) -> list[Doubt]:
    """Give every doubt about the story, what is gravest first."""
    story: Story = content.stories[slug].record
    signs = _signs(guide_of(content))
    found = [*_habits(story, signs), *_stock(story, signs), *_voices(story, signs)]
    if not signs.unspaced:  # both read words between blanks
        found = [*_shared(content, slug), *found, *_elsewhere(content, story)]
    if story.added and date.fromisoformat(story.added) > today:
        found.append(Doubt(why="its date is still to come, and would keep it first in the feed", words=(story.added,)))
    return found


def _shared(content: Content, slug: str) -> Iterator[Doubt]:
    mine = _texts(content.stories[slug].record)
    runs = {run for text in mine for run in _runs(text) if sum(len(word) >= TELLING for word in run) > 1}
    for other, entry in sorted(content.stories.items()):
        if other == slug:
            continue
        if both := {run for text in _texts(entry.record) for run in runs & _runs(text)}:
            found = tuple(dict.fromkeys(stretch for text in mine for stretch in _stretches(text, both)))
            yield Doubt(why=f"words that stand in stories/{other}, too", words=found[:FEW])


def _habits(story: Story, signs: _Signs) -> Iterator[Doubt]:
    habit, acts = signs.habit, signs.acts
    if not habit or not acts:
        return
    told = (sentence for part, text in story.told.parts() if part != "learnings" for sentence in _sentences(text))
    own = ((sentence, signs.quoted.sub("", sentence)) for sentence in told)
    if found := tuple(sentence for sentence, said in own if habit.search(said) and acts.search(said)):
        yield Doubt(why="a habit is told where a deed is wanted", words=found[:FEW])


def _stock(story: Story, signs: _Signs) -> Iterator[Doubt]:
    if not signs.stock:
        return
    texts = [story.thirty_seconds, story.system, *(text for _, text in story.told.parts())]
    found = dict.fromkeys(match.group().casefold() for text in texts for match in signs.stock.finditer(plain(text)))
    if found:
        yield Doubt(why="words that would fit any story", words=tuple(found))


def _voices(story: Story, signs: _Signs) -> Iterator[Doubt]:
    speaks = signs.speaks
    said = [match for _, text in story.told.parts() for match in signs.quoted.finditer(plain(text))]
    if said and speaks and all(speaks.match(match.group("after")) for match in said):
        yield Doubt(why="nobody but the narrator says a sentence in it")


def _elsewhere(content: Content, story: Story) -> Iterator[Doubt]:
    """Follow-ups of which most take up nothing that is told."""
    spread = Counter(word for entry in content.stories.values() for word in _telling(_told(entry.record)))
    common = {word for word, count in spread.items() if count * RARE > max(len(content.stories), RARE)}
    known = _telling(_told(story)) - common
    lost = [follow.asks for follow in story.follow_ups if not _telling(f"{follow.asks} {follow.strong}") & known]
    if len(lost) * 2 > len(story.follow_ups):
        yield Doubt(why="most follow-ups take up nothing that is told", words=tuple(lost[:FEW]))


def _told(story: Story) -> str:
    texts = [story.title, story.summary, story.thirty_seconds, story.system, story.if_they_want_more]
    return " ".join(map(plain, [*texts, *(text for _, text in story.told.parts())]))


def _texts(story: Story) -> list[str]:
    marks = ((path, mark, value) for path, mark, value in walk_fields(story) if isinstance(mark, Words))
    return [plain(value) if mark.form == "prose" else value for path, mark, value in marks if path[0] != "contributor"]


def _sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in SENTENCE_END.split(plain(text)) if sentence.strip()]


@lru_cache(maxsize=1 << 16)
def _words(text: str) -> tuple[str, ...]:
    return tuple(map(intern, WORD.findall(text.casefold())))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return set(zip(*(words[at:] for at in range(RUN)), strict=False))


def _stretches(text: str, runs: set[tuple[str, ...]]) -> Iterator[str]:
    """Give the words of each run, or of runs that overlap, as they stand in the text."""
    spans = [match.span() for match in WORD.finditer(text)]
    words = [text[start:end].casefold() for start, end in spans]
    begun = ended = -1
    for at in range(len(words) - RUN + 1):
        if tuple(words[at : at + RUN]) not in runs:
            continue
        if begun >= 0 and at > ended:
            yield text[spans[begun][0] : spans[ended - 1][1]]
            begun = -1
        begun, ended = (at if begun < 0 else begun), at + RUN
    if begun >= 0:
        yield text[spans[begun][0] : spans[ended - 1][1]]


def _telling(text: str) -> set[str]:
    return {word for word in _words(plain(text)) if len(word) >= TELLING}
