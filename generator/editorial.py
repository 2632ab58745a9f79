"""Rules on how a story is told. They teach (warnings) where the model's rules forbid (errors).

Shares and lengths follow the handbook's own rule of thumb: two to three minutes aloud, context and challenge at most
a third, actions about half. They are coaching experience, not research.
"""

import re
from collections.abc import Callable, Iterator

from generator.content import Content, Entry
from generator.issue import Issue
from generator.model import Story
from generator.prose import plain
from generator.source import Path_

WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
DIGIT = re.compile(r"[0-9]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|twice|double)\b")
SHORTEST, LONGEST = 280, 420
MOST_BEFORE_ACTING = 34
LEAST_ACTIONS = 40
WEAK_WORDS = 15

StoryRule = Callable[[Story], Iterator[tuple[Path_, str]]]


def words_in(prose: str) -> int:
    """Give the number of words as said aloud."""
    return len(WORD.findall(plain(prose)))


def part_shares(story: Story) -> dict[str, int]:
    """Give each part's share of the telling in whole percent."""
    counts = {name: words_in(text) for name, text in story.told.parts()}
    total = sum(counts.values()) or 1
    return {name: round(100 * count / total) for name, count in counts.items()}


def words_told(story: Story) -> int:
    """Give the words of the full telling."""
    return sum(words_in(text) for _, text in story.told.parts())


def length_aloud(story: Story) -> Iterator[tuple[Path_, str]]:
    """A full telling takes two to three minutes aloud: 280 to 420 words."""
    if not SHORTEST <= (words := words_told(story)) <= LONGEST:
        yield (
            ("told",),
            f"a full telling must be {SHORTEST} to {LONGEST} words (two to three minutes aloud), found {words}",
        )


def balance(story: Story) -> Iterator[tuple[Path_, str]]:
    """Context and challenge are at most a third of a telling, and the actions about half."""
    share = part_shares(story)
    if (before := share["context"] + share["challenge"]) > MOST_BEFORE_ACTING:
        yield (
            ("told", "context"),
            f"context and challenge must be at most a third of the telling, found {before} %",
        )
    if share["actions"] < LEAST_ACTIONS:
        yield (
            ("told", "actions"),
            f"the actions must be about half of the telling, found {share['actions']} %",
        )


def own_part(story: Story) -> Iterator[tuple[Path_, str]]:
    """The narrator's own part is clear: "I" carries the actions, "we" only what was shared."""
    said = [word.casefold() for word in WORD.findall(plain(story.told.actions))]
    own = sum(
        word in {"i", "i'd", "i'm", "i've", "i'll", "i\u2019d", "i\u2019m", "i\u2019ve", "my", "me"} for word in said
    )
    shared = sum(word in {"we", "we'd", "we're", "we've", "our", "us", "we\u2019d", "we\u2019ve"} for word in said)
    if own <= shared:
        yield (
            ("told", "actions"),
            f'"I" must carry the actions, found "I, my, me" {own} times and "we, our, us" {shared} times',
        )


def figures(story: Story) -> Iterator[tuple[Path_, str]]:
    """The results name a number."""
    if not DIGIT.search(plain(story.told.results).casefold()):
        yield ("told", "results"), "the results must name at least one number with its base, found none"


def tempting(story: Story) -> Iterator[tuple[Path_, str]]:
    """A weak reply is long enough to tempt."""
    for at, follow in enumerate(story.follow_ups):
        if (words := words_in(follow.weak)) < WEAK_WORDS:
            path: Path_ = ("follow_ups", at, "weak")
            yield path, f"a weak reply must be one that tempts (at least {WEAK_WORDS} words), found {words}"


STORY_RULES: dict[str, StoryRule] = {
    "length-aloud": length_aloud,
    "balance": balance,
    "own-part": own_part,
    "figures": figures,
    "tempting": tempting,
}


def remarks(content: Content) -> Iterator[Issue]:
    """Give every remark on every story, as warnings."""
    for entry in content.stories.values():
        yield from remarks_on(entry)


def remarks_on(entry: Entry[Story]) -> Iterator[Issue]:
    """Give every remark on one story, as warnings."""
    for code, rule in STORY_RULES.items():
        for path, message in rule(entry.record):
            line, column = entry.source.place(path)
            yield Issue(file=entry.file, line=line, column=column, message=message, code=code, severity="warning")
