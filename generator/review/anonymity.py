"""What may make somebody recognisable in a story: for whoever must look at it before it is published.

A finding is a question and no verdict: a name may be invented, a figure moved. What is certain (addresses, telephone
numbers, employers of the list) is a remark of the editorial rules, too.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.model import Story, Words
from generator.model.schema_walk import walk_fields
from generator.text.language import Language
from generator.text.prose import plain
from generator.text.usage import usage_of

BEFORE_A_NAME = (
    r"(?<![.!?:\u2026\"'\u201c\u2018\u201e\u201a\u00bb(-] )(?<!^)(?<![\w\"'\u201c\u2018\u201e\u201a\u00bb(])"
)
CAPITAL = r"[A-Z\u00c0-\u00d6\u00d8-\u00de]"
YEAR = "(?:19|20)[0-9]{2}"
DATES = (r"[0-9]{1,2}\.? {month}(?: [0-9]{4})?", "{month} [0-9]{4}")  # where a language has none of its own
TELLING_DIGITS = 3  # 1,350 has three that count, 1,300 has two: rounded figures point to nobody


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Words to look at, why, and how often they stand in the story."""

    why: str
    words: str
    times: int


def findings(story: Story, language: Language) -> list[Finding]:
    """Give the names, dates and exact figures of the story, each once, the most frequent first."""
    signs = _signs(language)
    found = Counter(pair for text in _texts(story) for pair in signs.found(text))
    return [
        Finding(why=why, words=words, times=times)
        for (why, words), times in sorted(found.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    ]


def unsought(language: Language) -> tuple[str, ...]:
    """Give what is not looked for in this language, since nobody wrote down how to know it."""
    known = usage_of(language.code).get("review", {})
    return tuple(
        name
        for key, name in (("capitals", "names"), ("habits", "habits"), ("stock", "stock words"))
        if key not in known
    )


def _texts(story: Story) -> Iterator[str]:
    for path, mark, value in walk_fields(story):
        if isinstance(mark, Words) and path[0] != "contributor":
            for paragraph in value.split("\n\n"):
                yield plain(paragraph) if mark.form == "prose" else value


@lru_cache(maxsize=16)
def _signs(language: Language) -> "_Signs":
    return _Signs(usage_of(language.code).get("review", {}), language)


class _Signs:
    """By what names, dates and figures are known in one language."""

    def __init__(self, known: Mapping[str, Any], language: Language) -> None:
        names = known.get("months") or [re.escape(name) for name in language.locale.months["format"]["wide"].values()]
        month = f"(?:{'|'.join(names)})"
        dates = "|".join([*(one.replace("{month}", month) for one in known.get("dates", DATES)), YEAR])
        unspaced = usage_of(language.code).get("count") == "characters"
        begins, ends = ("(?<![0-9])", "(?![0-9])") if unspaced else (r"\b", r"(?:\b|(?<=[^\w\s]))")
        self.date = re.compile(rf"{begins}(?:{dates}){ends}")
        units = "|".join(["%", *known.get("units", ())])
        self.figure = re.compile(rf"(?<![\w.,])[$\u20ac\u00a3]?[0-9][0-9,. ]*[0-9](?:\s?(?:{units})\b)?")
        self.names = list(_names(known))
        self.common = re.compile(rf"(?:{'|'.join(known['common'])})(?:['\u2019]s)?") if "common" in known else None

    def found(self, text: str) -> Iterator[tuple[str, str]]:
        """Give every finding in a text: why, and its words."""
        dates = [match.span() for match in self.date.finditer(text)]
        for start, end in dates:
            yield "a date", text[start:end]
        for match in self.figure.finditer(text):
            inside = any(start <= match.start() < end for start, end in dates)
            if not inside and _counting(match.group()) >= TELLING_DIGITS:
                yield "an exact figure", match.group().strip()
        taken: list[tuple[int, int]] = []
        for pattern in self.names:
            for match in pattern.finditer(text):
                start, end = match.span()
                if any(first < end and start < last for first, last in taken):
                    continue
                taken.append((start, end))
                if not (self.common and self.common.fullmatch(match.group())):
                    yield "a name", re.sub("['\u2019]s$", "", match.group())


def _names(known: Mapping[str, Any]) -> Iterator[re.Pattern[str]]:
    """By what a name is known: a title before it, what kind of firm or street it is, or capital letters.

    Where every noun has a capital letter, two of them in a row are one. A first name alone is not known then.
    """
    more = rf"(?: {CAPITAL}[\w-]+)"
    if titles := known.get("titles"):
        yield re.compile(rf"\b(?:{'|'.join(titles)})(?: (?:{'|'.join(titles)}))*{more}+")
    if firms := known.get("firms"):
        yield re.compile(rf"\b{CAPITAL}[\w.&-]*{more}{{0,3}}(?: & {CAPITAL}[\w.]+)* (?:{'|'.join(firms)})(?!\w)")
    if streets := known.get("streets"):
        yield re.compile(rf"\b{CAPITAL}[\w-]*(?:{'|'.join(streets)})(?: [0-9]+)?(?!\w)")
    if capitals := known.get("capitals"):
        more = rf"(?: {CAPITAL}[\w-]+)" if capitals > 1 else r"(?: [A-Z][\w-]+)"
        first = CAPITAL if capitals > 1 else "[A-Z]"
        least = f"{{{capitals - 1},}}" if capitals > 1 else "*"
        yield re.compile(rf"{BEFORE_A_NAME}{first}[\w\u2019'-]*[^\W\d_]{more}{least}")


def _counting(figure: str) -> int:
    """Give the number of digits that count: those between the first and the last that is not a zero."""
    return len(re.sub(r"[^0-9]", "", figure).strip("0"))
