"""Rules on how a telling sounds to somebody who hears it once; the bank of stories in the browser has the same.

What is measured, and against which speech, stands in `style_guide.json`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.model import Story
from generator.rules.measures import sentences, share_of_short
from generator.rules.style_guide import GUIDE, WORD, rule_of
from generator.text.prose import plain
from generator.text.source import Path_

Remark = tuple[Path_, dict[str, Any]]

BLANK_LINE = re.compile(r"\n\s*\n")
DIGIT = re.compile(r"[0-9]")
QUOTES = "\"'\u201c\u201d\u2018\u2019"


def opening(story: Story) -> Iterator[Remark]:
    """What a stranger cannot say after three sentences: the role, the people, a further figure."""
    rule = rule_of("opening")
    said = _low(" ".join(_opening(story, rule["sentences"])))
    missing = {
        "role": not _role(said),
        "number of people": not _people(said),
        "further figure": sum(map(_number, said)) < rule["numbers"],
    }
    if any(missing.values()):
        yield ("told", "context"), {"found": ", no ".join(name for name, lacks in missing.items() if lacks)}


def riddle(story: Story) -> Iterator[Remark]:
    """A pronoun among the first words."""
    said = _low("".join(_opening(story, 1)))[: rule_of("riddle")["words"]]
    for word in said:
        if word in GUIDE["pronouns"]:
            yield ("told", "context"), {"found": word}
            return


def reasons(story: Story) -> Iterator[Remark]:
    """A paragraph of the actions that gives none."""
    paragraphs = [plain(block) for block in BLANK_LINE.split(story.told.actions)]
    for at, words in enumerate(filter(None, paragraphs), start=1):
        said = f" {' '.join(_low(words))} "
        if not any(f" {reason} " in said for reason in GUIDE["reasons"]):
            yield ("told", "actions"), {"found": at}
            return


def fragments(story: Story) -> Iterator[Remark]:
    """Too many of the sentences are short."""
    found = share_of_short(" ".join(plain(text) for _, text in story.told.parts()))
    if found > rule_of("fragments")["most"]:
        yield ("told",), {"found": found}


def dry_end(story: Story) -> Iterator[Remark]:
    """The last sentence of the learnings is short, doubts or quotes."""
    last = ["", *sentences(plain(story.told.learnings))][-1]
    said = " ".join(_low(last))
    doubts = any(f" {doubt} " in f" {said} " for doubt in GUIDE["doubts"])
    if len(WORD.findall(last)) < rule_of("dry-end")["least"] or doubts or last[-1:] in QUOTES:
        yield ("told", "learnings"), {"found": last}


def pair(story: Story) -> Iterator[Remark]:
    """Two replies that their surface tells apart."""
    for at, follow in enumerate(story.follow_ups):
        strong, weak = plain(follow.strong), plain(follow.weak)
        lengths = [len(WORD.findall(reply)) for reply in (strong, weak)]
        if 100 * max(lengths) > (100 + rule_of("pair")["most"]) * min(lengths):
            found = f"{lengths[0]} and {lengths[1]} words"
        elif _figures(strong) != _figures(weak):
            found = "a figure in one of them only"
        elif _quotes(strong) != _quotes(weak):
            found = "a quotation in one of them only"
        else:
            continue
        yield ("follow_ups", at, "weak"), {"found": found}


def _opening(story: Story, count: int) -> list[str]:
    return sentences(f"{plain(story.told.context)} {plain(story.told.challenge)}")[:count]


def _low(text: str) -> list[str]:
    return [word.casefold().replace("\u2019", "'") for word in WORD.findall(text)]


def _number(word: str) -> bool:
    return DIGIT.search(word) is not None or any(piece in GUIDE["numbers"] for piece in word.split("-"))


def _people(said: Sequence[str]) -> bool:
    return any(
        _number(word) and any(_among(one, "people") for one in said[at : at + rule_of("opening")["near"]["people"] + 1])
        for at, word in enumerate(said)
    )


def _role(said: Sequence[str]) -> bool:
    near = rule_of("opening")["near"]
    within = {"i": (near["lead"], "lead"), "we": (near["lead"], "lead"), "my": (near["mine"], "people")}
    within |= {"i'm": (near["roles"], "roles"), "as": (near["roles"], "roles")}
    return any(
        word in within and any(_among(one, within[word][1]) for one in said[at + 1 : at + 1 + within[word][0]])
        for at, word in enumerate(said)
    )


def _among(word: str, names: str) -> bool:
    return word in GUIDE[names] or any(piece in GUIDE[names] for piece in word.split("-"))


def _figures(text: str) -> bool:
    return any(_number(word) for word in _low(text) if word not in GUIDE["one"])


def _quotes(text: str) -> bool:
    return any(sign in text for sign in '"\u201c')
