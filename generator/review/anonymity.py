"""What may make somebody recognisable in a story: for whoever must look at it before it is published.

A finding is a question and no verdict: a name may be invented, a figure moved. What is certain (addresses, telephone
numbers, employers of the list) is a remark of the editorial rules, too.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Story, Words
from generator.model.schema_walk import walk_fields
from generator.text.prose import plain

NAME = re.compile(
    r"(?<![.!?:\u2026\"'\u201c\u2018(-] )(?<!^)(?<![\w\"'\u201c\u2018(])[A-Z][\w\u2019'-]*[^\W\d_](?: [A-Z][\w-]+)*"
)
COMMON = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|English|I['\u2019]?\w*)(?:['\u2019]s)?"
)
MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?"
    "|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
DATE = re.compile(rf"\b(?:[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}|{MONTH} [0-9]{{1,4}}|(?:19|20)[0-9]{{2}})\b")
FIGURE = re.compile(r"(?<![\w.,])[$\u20ac\u00a3]?[0-9][0-9,. ]*[0-9](?:\s?(?:%|percent|million|billion|k|m|bn)\b)?")
TELLING_DIGITS = 3  # 1,350 has three that count, 1,300 has two: rounded figures point to nobody


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Words to look at, why, and how often they stand in the story."""

    why: str
    words: str
    times: int


def findings(story: Story) -> list[Finding]:
    """Give the names, dates and exact figures of the story, each once, the most frequent first."""
    found = Counter(pair for text in _texts(story) for pair in _found(text))
    return [
        Finding(why=why, words=words, times=times)
        for (why, words), times in sorted(found.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    ]


def _texts(story: Story) -> Iterator[str]:
    for path, mark, value in walk_fields(story):
        if isinstance(mark, Words) and path[0] != "contributor":
            for paragraph in value.split("\n\n"):
                yield plain(paragraph) if mark.form == "prose" else value


def _found(text: str) -> Iterator[tuple[str, str]]:
    dates = [match.span() for match in DATE.finditer(text)]
    for start, end in dates:
        yield "a date", text[start:end]
    for match in FIGURE.finditer(text):
        inside = any(start <= match.start() < end for start, end in dates)
        if not inside and _counting(match.group()) >= TELLING_DIGITS:
            yield "an exact figure", match.group().strip()
    for match in NAME.finditer(text):
        if not COMMON.fullmatch(match.group()):
            yield "a name", re.sub("['\u2019]s$", "", match.group())


def _counting(figure: str) -> int:
    """Give the number of digits that count: those between the first and the last that is not a zero."""
    return len(re.sub(r"[^0-9]", "", figure).strip("0"))
