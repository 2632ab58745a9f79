"""Rules on how a story is told: what can be measured of the editorial guide, as warnings that a story may waive.

Shares and lengths are coaching experience, not research. A waiver says why; reviewers are shown it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from generator.content.content import Content
from generator.content.entry import Entry
from generator.model import Story, Words
from generator.model.schema_walk import walk_fields
from generator.rules import speech_rules
from generator.rules.measures import part_shares, share_of_long_words, words_in, words_told
from generator.rules.style_guide import GUIDE, WORD, rule_of
from generator.text.issue import Issue, did_you_mean
from generator.text.prose import plain, words_of
from generator.text.source import Path_

PERSONAL_HINTS = ("@", "http", "www.")
PHONE = re.compile(r"\d[\d ()/-]{7}")
QUOTING = frozenset({"generic-learning", "riddle", "personal-data", "echo"})  # remarks on words of the text

Remark = tuple[Path_, dict[str, Any]]
StoryRule = Callable[[Story], Iterator[Remark]]


def _between(code: str, found: int, path: Path_) -> Iterator[Remark]:
    rule = rule_of(code)
    if not rule.get("least", 0) <= found <= rule.get("most", found):
        yield path, {"found": found}


def _length_aloud(story: Story) -> Iterator[Remark]:
    return _between("length-aloud", words_told(story), ("told",))


def _thirty_seconds(story: Story) -> Iterator[Remark]:
    return _between("thirty-seconds", words_in(story.thirty_seconds), ("thirty_seconds",))


def _balance(story: Story) -> Iterator[Remark]:
    share = part_shares(story)
    return _between("balance", share["context"] + share["challenge"], ("told", "context"))


def _actions(story: Story) -> Iterator[Remark]:
    return _between("actions", part_shares(story)["actions"], ("told", "actions"))


def _own_part(story: Story) -> Iterator[Remark]:
    said = Counter(word.casefold().replace("\u2019", "'") for word in WORD.findall(plain(story.told.actions)))
    own, shared = (sum(said[word] for word in GUIDE[name]) for name in ("own", "shared"))
    if own <= shared:
        yield ("told", "actions"), {"own": own, "shared": shared}


def _figures(story: Story) -> Iterator[Remark]:
    text = plain(story.told.results).casefold()
    if not re.search(r"[0-9]", text) and not set(re.split(r"[\W_]+", text)) & set(GUIDE["numbers"]):
        yield ("told", "results"), {}


def _generic_learning(story: Story) -> Iterator[Remark]:
    text = plain(story.told.learnings).casefold()
    for phrase in GUIDE["generic"]:
        if re.search(rf"\b{re.escape(phrase)}\b", text):
            yield ("told", "learnings"), {"found": phrase}


def _tempting(story: Story) -> Iterator[Remark]:
    for at, follow in enumerate(story.follow_ups):
        yield from _between("tempting", words_in(follow.weak), ("follow_ups", at, "weak"))


def _few_notes(story: Story) -> Iterator[Remark]:
    return _between("few-notes", len(story.notes), ("notes",))


def _few_follow_ups(story: Story) -> Iterator[Remark]:
    return _between("few-follow-ups", len(story.follow_ups), ("follow_ups",))


@cache
def _personal() -> re.Pattern[str]:
    names = "|".join(map(re.escape, GUIDE["employers"]))
    return re.compile("|".join([*GUIDE["personal"], rf"\b(?:{names})\b"]))


@cache
def _employers() -> frozenset[bytes]:
    return frozenset(min(words_of(name), key=name.encode().find) for name in GUIDE["employers"])


def _personal_data(story: Story) -> Iterator[Remark]:
    told = [(path, mark, value) for path, mark, value in walk_fields(story) if isinstance(mark, Words)]
    whole = "\n".join(value for _, _, value in told)
    hinted = any(hint in whole for hint in PERSONAL_HINTS) or not _employers().isdisjoint(words_of(whole))
    if not hinted and not PHONE.search(whole):
        return  # the patterns are slow, and almost every story is free of what they look for
    for path, mark, value in told:
        if path[0] != "contributor":
            for match in _personal().finditer(plain(value) if mark.form == "prose" else value):
                yield path, {"found": match.group().strip()}


def _long_words(story: Story) -> Iterator[Remark]:
    found = share_of_long_words(" ".join(plain(text) for _, text in story.told.parts()))
    return _between("long-words", found, ("told",))


STORY_RULES: dict[str, StoryRule] = {
    "length-aloud": _length_aloud,
    "thirty-seconds": _thirty_seconds,
    "balance": _balance,
    "actions": _actions,
    "own-part": _own_part,
    "figures": _figures,
    "generic-learning": _generic_learning,
    "opening": speech_rules.opening,
    "riddle": speech_rules.riddle,
    "reasons": speech_rules.reasons,
    "fragments": speech_rules.fragments,
    "dry-end": speech_rules.dry_end,
    "pair": speech_rules.pair,
    "tempting": _tempting,
    "few-notes": _few_notes,
    "few-follow-ups": _few_follow_ups,
    "personal-data": _personal_data,
    "long-words": _long_words,
}


def style_warnings(content: Content) -> Iterator[Issue]:
    """Give every remark on every story, waived ones as such, and every waiver that waives nothing."""
    echoes: dict[str, list[Remark]] = {}
    for slug, path, values in _echoes(content):
        echoes.setdefault(slug, []).append((path, values))
    for slug, entry in content.stories.items():
        yield from style_warnings_on(entry, echoes.get(slug, ()))


def style_warnings_on(
    entry: Entry[Story], echoes: Iterable[Remark] = (), *, except_fields: frozenset[str] = frozenset()
) -> Iterator[Issue]:
    """Give every remark on one story, waived ones as such, and every waiver that waives nothing.

    Those `except_fields` are still to be written: nothing is said of them, and no waiver is called needless.
    """
    reasons = {waiver.rule: waiver.because for waiver in entry.record.waivers}
    used = set()
    found = [(code, remark) for code, rule in STORY_RULES.items() for remark in rule(entry.record)]
    for code, (path, values) in [*found, *(("echo", echo) for echo in echoes)]:
        if path[0] in except_fields:
            continue
        used.add(code)
        said = rule_of(code)["says"].format(**{**rule_of(code), **values})
        words = str(values.get("found", "")) if code in QUOTING else ""
        issue = entry.issue(path, code, said, words=words, severity="warning")
        if code in reasons:
            issue = replace(issue, severity="waived", message=f"{said}; waived: {reasons[code]}")
        yield issue
    for at, waiver in enumerate(entry.record.waivers):
        path = ("waivers", at, "rule")
        if waiver.rule not in GUIDE["rules"]:
            near = did_you_mean(waiver.rule, GUIDE["rules"])
            said = f'a waiver must name a rule on how stories are told, found "{waiver.rule}"{near}'
            yield entry.issue(path, "waiver", said, severity="warning")
        elif waiver.rule not in used and not except_fields:
            said = f'a waiver must be needed, found "{waiver.rule}", which the story keeps; delete it'
            yield entry.issue(path, "waiver", said, severity="warning")


def _echoes(content: Content) -> Iterator[tuple[str, Path_, dict[str, Any]]]:
    """Runs of words that an older story has, too (older in `added`); found by the runs that begin with a long word."""
    length, letters = rule_of("echo")["words"], rule_of("echo")["letters"]
    first: dict[tuple[str, ...], str] = {}
    for slug, entry in sorted(content.stories.items(), key=lambda item: (item[1].record.added or "", item[0])):
        for part, text in entry.record.told.parts():
            words = WORD.findall(plain(text))
            lower = [word.casefold() for word in words]
            until = -1
            for at in range(len(words) - length + 1):
                if len(words[at]) < letters or at < until:
                    continue
                other = first.setdefault(tuple(lower[at : at + length]), slug)
                if other != slug:
                    until = at + length
                    yield (
                        slug,
                        ("told", part),
                        {"found": " ".join(words[at : at + length]), "other": f"stories/{other}"},
                    )
