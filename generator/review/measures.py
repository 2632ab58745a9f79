"""A story measured: its lengths and shares before and after a change, beside what the guide wants."""

import re
from collections import Counter
from dataclasses import dataclass

from generator.content.content import Content
from generator.model import Story
from generator.rules.measures import part_shares, share_of_long_words, share_of_short, words_in, words_told
from generator.rules.style_guide import GUIDE
from generator.text.prose import plain


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A measure of a story before and after the change, and what the guide wants."""

    name: str
    before: str
    after: str
    wanted: str


def measured(base: Content | None, was: Story | None, head: Content, story: Story) -> list[Measured]:
    """Give every measure of the story in the handbook `head`, beside what it was in `base`."""
    before = _measures(base, was) if base and was else {}
    return [
        Measured(name=name, before=before.get(name, ("", ""))[0], after=found, wanted=wanted)
        for name, (found, wanted) in _measures(head, story).items()
    ]


def _measures(content: Content, story: Story) -> dict[str, tuple[str, str]]:
    """Give each measure as it reads, and what the guide wants of it."""
    told, share = words_told(story), part_shares(story)
    minutes = told / content.words.words_a_minute
    said = Counter(word.casefold() for word in re.findall(r"[\w'\u2019]+", plain(story.told.actions)))
    own, shared = (sum(said[word] for word in GUIDE[name]) for name in ("own", "shared"))
    return {
        "Words aloud": (f"{told}", _range("length-aloud")),
        "Minutes aloud": (f"{minutes:.1f}", "2 to 3"),
        "Words of the thirty seconds": (f"{words_in(story.thirty_seconds)}", _range("thirty-seconds")),
        "Context and challenge": (f"{share['context'] + share['challenge']} %", _range("balance", " %")),
        "Actions": (f"{share['actions']} %", _range("actions", " %")),
        "Results": (f"{share['results']} %", ""),
        "Learnings": (f"{share['learnings']} %", ""),
        "I and we in the actions": (f"{own} and {shared}", "more I than we"),
        "Short sentences": (f"{share_of_short(_told(story))} %", _range("fragments", " %")),
        "Long words": (f"{share_of_long_words(_told(story))} %", _range("long-words", " %")),
        "Margin notes": (f"{len(story.notes)}", _range("few-notes")),
        "Follow-ups": (f"{len(story.follow_ups)}", _range("few-follow-ups")),
    }


def _told(story: Story) -> str:
    return " ".join(plain(text) for _, text in story.told.parts())


def _range(code: str, unit: str = "") -> str:
    rule = GUIDE["rules"][code]
    least, most = rule.get("least"), rule.get("most")
    if least is None or most is None:
        return f"at most {most}{unit}" if least is None else f"at least {least}{unit}"
    return f"{least} to {most}{unit}"
