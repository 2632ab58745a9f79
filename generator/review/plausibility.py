"""What cannot be, what could be anybody's and what nobody should read about another: doubts in a story without a fault.

Each is a question with its reason and the words that raise it; the words are found by the lists of the language.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from statistics import mean, pstdev
from typing import Any

from generator.model import Story
from generator.review.anonymity import findings
from generator.review.corpus import words
from generator.rules.style_guide import Guide
from generator.text.prose import plain

NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
WHOLE = 100  # per cent
BLAND = 3  # of the signs below
EVEN = 0.45  # a telling whose sentences differ in length by less of their mean
PER_PHRASE = 90  # words: a telling with a stock phrase in so many is full of them
SCENES = 3  # clocks, days and things one can touch
NAMES = 1
LEAST_TIMES, MOST_TIMES = 0.8, 1.3  # of what "doubled" says: people round


def implausible(guide: Guide, story: Story) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each reason to doubt, with the words that raise it."""
    signs = _signs(guide)
    texts = [plain(text) for text in _texts(story)]
    if found := tuple(dict.fromkeys(words for text in texts for words in signs.impossible(text))):
        yield "figures that cannot be", found
    if found := tuple(dict.fromkeys(m.group() for text in texts for m in signs.private.finditer(text))):
        yield "somebody's health, faith or private life; would they want it read?", found
    if signs.scenes and (found := tuple(_bland(guide, story, signs))):
        yield "it could be anybody's story", found


def _texts(story: Story) -> Iterator[str]:
    yield from (story.summary, story.thirty_seconds, story.system, story.if_they_want_more)
    yield from (text for _, text in story.told.parts())
    for measure in story.measures:
        yield from (measure.before, measure.after)


def _bland(guide: Guide, story: Story, signs: "_Signs") -> Iterator[str]:
    """Give what is missing, where so much is missing that nobody could tell the story from another."""
    text = " ".join(plain(part) for _, part in story.told.parts())
    sentences = [len(words(sentence)) for sentence in guide.tokens.sentences(text)]
    names = {one.words for one in findings(story, guide.language) if one.why == "a name"}
    phrases = [match.group() for match in signs.vague.finditer(text)]
    stock = f"phrases such as {', '.join(phrases[:3])}"
    lacks = {
        "no name": len(names) < NAMES,
        "no day, hour or thing one could touch": signs.scenes is not None and len(signs.scenes.findall(text)) < SCENES,
        "no figure but percentages": not re.search(r"(?<![\w.,])[0-9][0-9,.]*(?! ?%|[\w.,])", text),
        stock: len(phrases) * PER_PHRASE > len(words(text)),
        "sentences all of one length": len(sentences) > 1 and pstdev(sentences) < EVEN * mean(sentences),
    }
    if lacks[stock] and sum(lacks.values()) >= BLAND:
        yield from (name for name, lack in lacks.items() if lack)


@lru_cache(maxsize=16)
def _signs(guide: Guide) -> "_Signs":
    return _Signs(guide.usage.get("review", {}))


class _Signs:
    """By what figures, private facts and scenes are known in one language."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        self.values: Mapping[str, int] = known.get("values", {})
        large = "|".join(["%", *known.get("units", ())])
        goals = "".join(rf"| {goal}\b" for goal in known.get("goals", ()))
        last = rf"(?![\w%-]|[.,][0-9]| ?(?:{large}|per)\b{goals})"
        said = "|".join(sorted(map(re.escape, self.values), key=len, reverse=True)) or "(?!)"
        pairs = (rf"(?<![\w.,-])({one}) (?:__)({one}){last}" for one in (NUMBER, said))
        self.shares = [pattern for frame in pairs if (pattern := _any(known.get("of"), frame))]
        parted = (rf"\b(?:__)({one})(?![\w%]|[.,][0-9])[^.;:,0-9]{{0,60}}, ({one}){last}" for one in (NUMBER, said))
        self.parted = [pattern for frame in parted if (pattern := _any(known.get("out_of"), frame))]
        self.times: Mapping[str, float] = known.get("times", {})
        self.scale = _words(known.get("measures", ()))
        start, end = known.get("bounds", ("", ""))
        one = rf"[$\u20ac\u00a3]?({NUMBER})"
        bounds = rf"[^.;0-9]{{0,24}}? {start} {one}([^.;0-9]{{0,24}}?) {end} {one}(?: ?([\w%]+))?"
        self.falls, self.rises = (_any(known.get(way), rf"\b__\b{bounds}") for way in ("falls", "rises"))
        self.over = _any(known.get("parts"), rf"(?<!by )(?<![\w.,])({NUMBER}) ?(?:%|per ?cent) (?:__)\b")
        self.timed = _any(list(self.times), rf"\b(__)\b{bounds}")
        trades = "|".join(known.get("trades", ())) or "(?!)"
        private = [*known.get("health", ()), *known.get("identity", ())]
        self.private = _words(private, rf"(?! (?:[\w-]+ ){{0,2}}(?:{trades})\b)")
        self.scenes = _any(known.get("scenes"), r"\b__")
        self.vague = _words(known.get("vague", ()))

    def impossible(self, text: str) -> Iterator[str]:
        """Give the words of each figure that cannot be: more than all, a share over the whole, a fall that rises."""
        yield from self._more_than_all(text)
        yield from self._wrong_ways(text)

    def _more_than_all(self, text: str) -> Iterator[str]:
        for pattern in self.shares:
            for match in pattern.finditer(text):
                if self._value(match[1]) > self._value(match[2]) and not _is_a_time(text, match):
                    yield match.group()
        for pattern in self.parted:
            for match in pattern.finditer(text):
                if self._value(match[2]) > self._value(match[1]):
                    yield match.group()
        for match in self.over.finditer(text) if self.over else ():
            if self._value(match[1]) > WHOLE:
                yield match.group()

    def _wrong_ways(self, text: str) -> Iterator[str]:
        for way, sign in ((self.falls, 1), (self.rises, -1)):
            for match in way.finditer(text) if way else ():
                rises = (self._value(match[3]) - self._value(match[1])) * sign > 0
                if rises and self._in_one_unit(match[2], match[4]):
                    yield match.group()
        for match in self.timed.finditer(text) if self.timed else ():
            times = self._value(match[4]) / (self._value(match[2]) or 1) / self.times[match[1]]
            if self._in_one_unit(match[3], match[5]) and not LEAST_TIMES <= times <= MOST_TIMES:
                yield match.group()

    def _in_one_unit(self, one: str, other: str | None) -> bool:
        """Whether two figures can be compared: the first has no unit, the second none of its own, or both the same."""
        return not (other and one.split() and self.scale.fullmatch(other) and one.split(maxsplit=1)[0] != other)

    def _value(self, said: str) -> float:
        return self.values[said] if said in self.values else float(said.replace(",", ""))


def _is_a_time(text: str, match: re.Match[str]) -> bool:
    """Whether the first figure is the rest of a time, as in "two hours fifty of the four"."""
    return re.search(r"(?:hours?|minutes?|days?|:[0-9]*) ?$", text[: match.start()]) is not None


def _words(listed: Sequence[str], last: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(listed) or '(?!)'})\b{last}", re.IGNORECASE)


def _any(listed: Sequence[str] | None, frame: str) -> re.Pattern[str] | None:
    return re.compile(frame.replace("__", f"(?:{'|'.join(listed)})")) if listed else None
