"""Rules on how a telling sounds to somebody who hears it once; the bank of stories in the browser has the same.

What is measured stands in `style_guide.json`, and the words of each language in `generator/text/languages`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from generator.model import Story
from generator.rules.measures import share_of_short
from generator.rules.style_guide import Guide
from generator.rules.tokens import has_digit
from generator.text.language import N_
from generator.text.prose import plain
from generator.text.source import Path_

Remark = tuple[Path_, dict[str, Any]]

BLANK_LINE = re.compile(r"\n\s*\n")
MOST_WORDS = 1 << 16  # that are remembered
BEGINS = 40  # characters of a paragraph that say which it is
MISSING = (N_("role"), N_("number of people"), N_("further figure"))


def opening(guide: Guide, story: Story) -> Iterator[Remark]:
    """What a stranger cannot say after three sentences: the role, the people, a further figure."""
    rule = guide.rule_of("opening")
    said = guide.tokens.low(" ".join(_opening(guide, story, rule["sentences"])))
    few = sum(map(numbers_in(guide, said).__contains__, said)) < rule["numbers"]
    lacks = (not _role(guide, said), not _people(guide, said), few)
    if any(lacks):
        names = [guide.language.say(name) for name, lack in zip(MISSING, lacks, strict=True) if lack]
        yield ("told", "context"), {"found": guide.language.say(N_(", no ")).join(names)}


def riddle(guide: Guide, story: Story) -> Iterator[Remark]:
    """A pronoun among the first words."""
    said = guide.tokens.low("".join(_opening(guide, story, 1)))[: guide.rule_of("riddle")["words"]]
    for word in said:
        if guide.wanted("pronouns").has(word):
            yield ("told", "context"), {"found": word}
            return


def reasons(guide: Guide, story: Story) -> Iterator[Remark]:
    """A paragraph of the actions that gives none."""
    paragraphs = [plain(block) for block in BLANK_LINE.split(story.told.actions)]
    for words in filter(None, paragraphs):
        if not guide.wanted("reasons").within(guide.tokens.low(words)):
            yield ("told", "actions"), {"found": _begins(words)}
            return


def fragments(guide: Guide, story: Story) -> Iterator[Remark]:
    """Too many of the sentences are short."""
    found = share_of_short(guide, " ".join(plain(text) for _, text in story.told.parts()))
    if found > guide.rule_of("fragments")["most"]:
        yield ("told",), {"found": found}


def dry_end(guide: Guide, story: Story) -> Iterator[Remark]:
    """The last sentence of the learnings is short, doubts or quotes."""
    tokens = guide.tokens
    last = ["", *tokens.sentences(plain(story.told.learnings))][-1]
    said = tokens.low(last)
    if (
        len(said) < guide.rule_of("dry-end")["least"]
        or guide.wanted("doubts").within(said)
        or last[-1:] in tokens.quotes
    ):
        yield ("told", "learnings"), {"found": last}


def pair(guide: Guide, story: Story) -> Iterator[Remark]:
    """Two replies that their surface tells apart."""
    tokens, say = guide.tokens, guide.language.say
    for at, follow in enumerate(story.follow_ups):
        strong, weak = plain(follow.strong), plain(follow.weak)
        said, also = tokens.low(strong), tokens.low(weak)
        one, other = len(said), len(also)
        if 100 * max(one, other) > (100 + guide.rule_of("pair")["most"]) * min(one, other):
            found = guide.compared(one, other)
        elif guide.data.get("numbers") and _figures(guide, said) != _figures(guide, also):
            found = say(N_("a figure in one of them only"))
        elif tokens.has_quotation(strong) != tokens.has_quotation(weak):
            found = say(N_("a quotation in one of them only"))
        else:
            continue
        yield ("follow_ups", at, "weak"), {"found": found}


def numbers_in(guide: Guide, said: Iterable[str]) -> set[str]:
    """Give which of the words (in lower case) are numbers, in figures or in words."""
    none = _no_numbers(guide)
    words = {*said} - none
    found = {word for word in words if has_digit(word) or guide.wanted("numbers").among(word)}
    if len(none) < MOST_WORDS:
        none |= words - found
    return found


@lru_cache(maxsize=32)
def _no_numbers(_: Guide) -> set[str]:
    """Give the words that were met and are no numbers: almost all, which need not be asked again one by one."""
    return set()


def _begins(text: str) -> str:
    """Give the first words of a paragraph, by which somebody finds it."""
    words = " ".join(text.split())
    if len(words) <= BEGINS:
        return words
    return f"{words[:BEGINS].rpartition(' ')[0] or words[:BEGINS]} ..."


def _opening(guide: Guide, story: Story, count: int) -> Sequence[str]:
    return guide.tokens.sentences(f"{plain(story.told.context)} {plain(story.told.challenge)}")[:count]


def _people(guide: Guide, said: Sequence[str]) -> bool:
    near, people, numbers = guide.rule_of("opening")["near"] + 1, guide.wanted("people"), numbers_in(guide, said)
    return any(word in numbers and any(map(people.among, said[at : at + near])) for at, word in enumerate(said))


def _role(guide: Guide, said: Sequence[str]) -> bool:
    return any(
        any(map(guide.wanted(each.of).among, said[at + 1 : at + 1 + each.within]))
        for each in guide.introductions
        if not each.after.misses(said)
        for at, word in enumerate(said)
        if each.after.has(word)
    )


def _figures(guide: Guide, said: Sequence[str]) -> bool:
    return not all(map(guide.wanted("one").has, numbers_in(guide, said)))
