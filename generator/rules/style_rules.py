"""Rules on how a story is told: what can be measured of the editorial guide, as warnings that a story may waive.

Shares and lengths are coaching experience, not research. A waiver says why; reviewers are shown it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from generator.content.content import Content
from generator.content.entry import Entry
from generator.model import Story
from generator.rules import speech_rules
from generator.rules.echoes import echoes_in
from generator.rules.measures import hardness, part_shares, voices, words_in, words_told
from generator.rules.personal_data import personal_data
from generator.rules.style_guide import Guide, guide_of
from generator.rules.tokens import has_digit
from generator.text.issue import Issue, did_you_mean
from generator.text.language import N_, filled
from generator.text.prose import plain
from generator.text.source import Path_

QUOTING = frozenset({"generic-learning", "riddle", "personal-data", "echo"})  # remarks on words of the text

Remark = tuple[Path_, dict[str, Any]]
StoryRule = Callable[[Guide, Story], Iterator[Remark]]


def _between(guide: Guide, code: str, found: int, path: Path_) -> Iterator[Remark]:
    rule = guide.rule_of(code)
    if not rule.get("least", 0) <= found <= rule.get("most", found):
        yield path, {"found": found}


def _length_aloud(guide: Guide, story: Story) -> Iterator[Remark]:
    return _between(guide, "length-aloud", words_told(guide, story), ("told",))


def _thirty_seconds(guide: Guide, story: Story) -> Iterator[Remark]:
    return _between(guide, "thirty-seconds", words_in(guide, story.thirty_seconds), ("thirty_seconds",))


def _balance(guide: Guide, story: Story) -> Iterator[Remark]:
    share = part_shares(guide, story)
    return _between(guide, "balance", share["context"] + share["challenge"], ("told", "context"))


def _actions(guide: Guide, story: Story) -> Iterator[Remark]:
    return _between(guide, "actions", part_shares(guide, story)["actions"], ("told", "actions"))


def _own_part(guide: Guide, story: Story) -> Iterator[Remark]:
    own, shared = voices(guide, story.told.actions)
    if own <= shared:
        yield ("told", "actions"), {"own": own, "shared": shared}


def _figures(guide: Guide, story: Story) -> Iterator[Remark]:
    if not story.measures:
        return  # it says why there are none, or is asked for them all
    text = plain(story.told.results)
    pieces = {*re.split(r"[\W_]+", text.casefold()), *guide.tokens.low(text)}
    if not has_digit(text) and not any(map(guide.wanted("numbers").has, pieces)):
        yield ("told", "results"), {}


def _generic_learning(guide: Guide, story: Story) -> Iterator[Remark]:
    text = plain(story.told.learnings).casefold()
    for phrase in guide.data["generic"]:
        said = phrase.casefold()
        if said in text and re.search(rf"\b{re.escape(said)}\b", text):
            yield ("told", "learnings"), {"found": phrase}


def _tempting(guide: Guide, story: Story) -> Iterator[Remark]:
    for at, follow in enumerate(story.follow_ups):
        yield from _between(guide, "tempting", words_in(guide, follow.weak), ("follow_ups", at, "weak"))


def _few_notes(guide: Guide, story: Story) -> Iterator[Remark]:
    if not _is_unedited(story):
        yield from _between(guide, "few-notes", len(story.notes), ("notes",))


def _few_follow_ups(guide: Guide, story: Story) -> Iterator[Remark]:
    if not _is_unedited(story):
        yield from _between(guide, "few-follow-ups", len(story.follow_ups), ("follow_ups",))


def _is_unedited(story: Story) -> bool:
    """Whether the story is as its contributor told it: no editor has added notes and follow-ups yet."""
    return not story.notes and not story.follow_ups


def _long_words(guide: Guide, story: Story) -> Iterator[Remark]:
    found = hardness(guide, " ".join(plain(text) for _, text in story.told.parts()))
    return _between(guide, "long-words", found, ("told",))


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
    "personal-data": personal_data,
    "long-words": _long_words,
}


def style_warnings(content: Content, older: Collection[str] = ()) -> Iterator[Issue]:
    """Give every remark on every story, waived ones as such, and every waiver that waives nothing.

    The stories that `older` names were there before all others, whatever date any of them bears.
    """
    guide = guide_of(content)
    echoes: dict[str, list[Remark]] = {}
    for slug, path, values in echoes_in(guide, content, older):
        echoes.setdefault(slug, []).append((path, values))
    for slug, entry in content.stories.items():
        yield from style_of(entry, guide, echoes.get(slug, []))


def style_of(entry: Entry[Story], guide: Guide, heard: Sequence[Remark]) -> Iterator[Issue]:
    """Give every remark on one story, in which these echoes are heard; made once."""
    return entry.issues_once("style", (guide.mark, heard), partial(style_warnings_on, entry, guide, heard))


def style_warnings_on(
    entry: Entry[Story],
    guide: Guide,
    echoes: Iterable[Remark] = (),
    *,
    except_fields: frozenset[str] = frozenset(),
) -> Iterator[Issue]:
    """Give every remark on one story, waived ones as such, and every waiver that waives nothing.

    Those `except_fields` are still to be written: nothing is said of them, and no waiver is called needless.
    """
    reasons = {waiver.rule: waiver.because for waiver in entry.record.waivers}
    used, kept = set(), rules_for(guide, foreign=is_told_foreign(entry, guide))
    found = entry.once("remarks", guide.mark, partial(_remarks, guide, entry.record, kept))  # whatever echoes are heard
    if "unedited" in kept and _is_unedited(entry.record):
        found = _left_to_editors(guide, found, reasons)
    for code, (path, values) in [*found, *(("echo", echo) for echo in echoes if "echo" in kept)]:
        if path[0] in except_fields:
            continue
        used.add(code)
        said = guide.said(code, values)
        words = str(values.get("found", "")) if code in QUOTING else ""
        issue = entry.issue(path, code, said, words=words, severity="warning")
        if code in reasons:
            issue = replace(issue, severity="waived", message=f"{said}; waived: {reasons[code]}")
        yield issue
    for at, waiver in enumerate(entry.record.waivers):
        path = ("waivers", at, "rule")
        if waiver.rule not in guide.data["rules"]:
            near = did_you_mean(waiver.rule, guide.data["rules"])
            said = f'a waiver must name a rule on how stories are told, found "{waiver.rule}"{near}'
            yield entry.issue(path, "waiver", said, severity="warning")
        elif waiver.rule not in used and waiver.rule in kept and not except_fields:
            said = f'a waiver must be needed, found "{waiver.rule}", which the story keeps; delete it'
            yield entry.issue(path, "waiver", said, severity="warning")


def _remarks(guide: Guide, story: Story, kept: Collection[str]) -> list[tuple[str, Remark]]:
    return [(code, remark) for code, rule in STORY_RULES.items() if code in kept for remark in rule(guide, story)]


def _left_to_editors(
    guide: Guide, found: Iterable[tuple[str, Remark]], waived: Collection[str]
) -> list[tuple[str, Remark]]:
    """Give the remarks on a story that no editor has seen: in one what an editor does, the narrator's own apart."""
    leaves = {*guide.rule_of("unedited")["leaves"]} - {*waived}
    said = [remark for remark in found if remark[0] not in leaves]
    codes = {code for code, _ in found} & leaves
    titles = [rule.title for rule in guide.rules() if rule.code in codes]
    more = filled(guide.language.say(N_("; to look at, too: {rules}")), {"rules": "; ".join(titles)}) if titles else ""
    return [*said, ("unedited", (("notes",), {"found": more}))]


def rules_for(guide: Guide, *, foreign: bool) -> frozenset[str]:
    """Give the codes of the rules that can say anything of a story.

    Told in other letters than the handbook's language has, it is only measured: no rule reads its words.
    """
    rules = guide.data["rules"].items()
    return frozenset(code for code, rule in rules if guide.is_on(code) and (rule.get("anyLetters") or not foreign))


def is_told_foreign(entry: Entry[Story], guide: Guide) -> bool:
    """Whether the story is told in other letters than the handbook's language has."""
    return entry.once("foreign", guide.mark, lambda: _is_foreign(guide, entry.record))


def _is_foreign(guide: Guide, story: Story) -> bool:
    return guide.tokens.is_foreign("\n".join(plain(text) for _, text in story.told.parts()))
