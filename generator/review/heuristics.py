"""What a reader may doubt in a story though no rule is broken: for whoever must decide whether it is a story at all.

A doubt is a question and no verdict. Each looks for a promise of the guide that no limit can hold: a scene and not a
policy, a learning that is somebody's own, words that stand nowhere else, follow-ups about this story.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from generator.model import Story
from generator.review.corpus import RUN, WORD, Corpus, Run, own_words, runs, telling, told
from generator.review.plausibility import implausible
from generator.rules.style_guide import Guide, guide_of
from generator.text.prose import plain

SENTENCE_END = re.compile(r"(?<=[.!?])[\"\u201d\u201c\u00ab]?\s+|(?<=[\u3002\uff01\uff1f])[\u201d\u300d\u300f]?\s*")
CLAUSE = 120  # characters before a quotation that may say who speaks
LONGEST = 10  # so many words in a row, or that many runs, are nobody's chance
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
        self.ends_clause = re.compile(r"[.!?\u2026]\s")
        self.quoted = re.compile(rf"[{opens}][^{signs}]{{2,}}?(?:[{closes}]|$)(?P<after>[^{signs}]{{0,24}})")
        self.speaks = re.compile(known["speaks"]) if "speaks" in known else None
        self.others = re.compile(known["others"]) if "others" in known else None


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


def doubts(corpus: Corpus, slug: str, today: date) -> list[Doubt]:
    """Give every doubt about the story, what is gravest first."""
    story: Story = corpus.content.stories[slug].record
    guide = guide_of(corpus.content)
    signs = _signs(guide)
    plausible = [Doubt(why=why, words=words[:FEW]) for why, words in implausible(guide, story)]
    found = [*plausible, *_habits(story, signs), *_stock(story, signs), *_voices(story, signs)]
    if not signs.unspaced:  # both read words between blanks
        found = [*_foreign(corpus, slug), *_shared(corpus, slug), *found, *_elsewhere(corpus, story)]
    if story.added and date.fromisoformat(story.added) > today:
        found.append(Doubt(why="its date is still to come, and would keep it first in the feed", words=(story.added,)))
    return found


def _foreign(corpus: Corpus, slug: str) -> Iterator[Doubt]:
    if corpus.is_of_other_words(slug):
        why = "it has hardly a word that the other stories share; is it in the handbook's language? No names are sought"
        yield Doubt(why=why)


def _shared(corpus: Corpus, slug: str) -> Iterator[Doubt]:
    """Words that one other story has, too: a long stretch, or several; what many say is a phrase."""
    mine = own_words(corpus.content.stories[slug].record)
    by_other: dict[str, set[Run]] = {}
    for run in {run for text in mine for run in runs(text)} & corpus.holders.keys():
        for other in corpus.holders[run] - {slug}:
            by_other.setdefault(other, set()).add(run)
    for other, both in sorted(by_other.items()):
        found = tuple(dict.fromkeys(stretch for text in mine for stretch in _stretches(text, both)))
        if len(both) > LONGEST - RUN and (len(found) > FEW // 2 or any(len(WORD.findall(w)) >= LONGEST for w in found)):
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
    if not signs.speaks:
        return
    texts = [plain(text) for _, text in story.told.parts()]
    said = [_is_narrators(text, match, signs) for text in texts for match in signs.quoted.finditer(text)]
    if said and all(said):
        yield Doubt(why="nobody but the narrator says a sentence in it")


def _is_narrators(text: str, quotation: re.Match[str], signs: _Signs) -> bool:
    """Whether the narrator speaks: who does stands in the clause that leads to the quotation, or else behind it."""
    assert signs.speaks  # noqa: S101 - the caller has looked
    before = text[max(0, quotation.start() - CLAUSE) : quotation.start()].rstrip()
    if before.endswith((",", ":")):
        clause = signs.ends_clause.split(before)[-1]
        mine = [match.end() for match in signs.speaks.finditer(clause)]
        others = [match.end() for match in signs.others.finditer(clause)] if signs.others else []
        return max(mine, default=0) > max(others, default=0)
    return signs.speaks.match(quotation.group("after")) is not None


def _elsewhere(corpus: Corpus, story: Story) -> Iterator[Doubt]:
    """Follow-ups of which most take up nothing that is told."""
    known = telling(told(story)) - corpus.common
    lost = [follow.asks for follow in story.follow_ups if not telling(f"{follow.asks} {follow.strong}") & known]
    if len(lost) * 2 > len(story.follow_ups):
        yield Doubt(why="most follow-ups take up nothing that is told", words=tuple(lost[:FEW]))


def _sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in SENTENCE_END.split(plain(text)) if sentence.strip()]


def _stretches(text: str, both: set[Run]) -> Iterator[str]:
    """Give the words of each run, or of runs that overlap, as they stand in the text."""
    spans = [match.span() for match in WORD.finditer(text)]
    words = [text[start:end].casefold() for start, end in spans]
    begun = ended = -1
    for at in range(len(words) - RUN + 1):
        if tuple(words[at : at + RUN]) not in both:
            continue
        if begun >= 0 and at > ended:
            yield text[spans[begun][0] : spans[ended - 1][1]]
            begun = -1
        begun, ended = (at if begun < 0 else begun), at + RUN
    if begun >= 0:
        yield text[spans[begun][0] : spans[ended - 1][1]]
