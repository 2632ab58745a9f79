"""The guide on how a story is told, as one handbook has it: rules of every language, lists of its own, its own limits.

`style_guide.json` holds what is asked in every language; the lists and limits of one stand in
`generator/text/languages`, and a handbook may add to both (`rules` in content/handbook.yaml). The story bank in the
browser gets the same, so that both say the same. A rule that lacks a list is off.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from generator.content.content import Content
from generator.model import Handbook, OwnLimits, OwnRules
from generator.rules.tokens import Tokens, Wanted
from generator.text.language import ENGLISH, N_, Language, filled
from generator.text.usage import usage_of

BASE: dict[str, Any] = json.loads(Path(__file__).with_name("style_guide.json").read_text(encoding="utf-8"))
LISTS = (
    *("own", "shared", "numbers", "one", "reasons", "pronouns", "lead", "roles", "people", "doubts", "generic"),
    "employers",
)
PACE = 140
LIMITS = {"least", "most"}
WORDING = ("title", "says", "why", "mend", "measured")
FOUND = N_(", found")  # where a remark goes on to what was found, in each language as its remarks say it
UNSEEN = ("latin", "unspaced")  # what the pattern of a word holds already
UNSAID = ("quotes", "review", "limits", "measured")  # of a language, what only the generator needs


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule as readers see it: what it asks, why, and how to mend a story that breaks it."""

    code: str
    title: str
    why: str
    mend: str
    measured: str
    limit: str


@dataclass(frozen=True, kw_only=True)
class Introduction:
    """A way in which a role is heard: a word of the list `of` stands `within` so many words `after` one of these."""

    after: Wanted
    within: int
    of: str


class Guide:
    """The guide of one handbook: `data` is what the browser gets of it, in English."""

    def __init__(self, language: Language, own: OwnRules, pace: int | None) -> None:
        self.language = language
        self.usage = usage_of(language.code)
        self.data = _joined(self.usage, own, int(self.usage.get("pace") or pace or 0))
        self.turned_off = tuple(code for code in own.off if code in self.data["rules"])
        self.lacking = {code: lacks for code, rule in self.data["rules"].items() if (lacks := _lacks(rule, self.data))}
        self.data["off"] = sorted({*self.lacking, *self.turned_off})
        self.tokens = Tokens(self.data)
        self.data["word"] = self.tokens.pattern
        self._pace = pace

    @cached_property
    def mark(self) -> str:
        """A digest of all that a remark on a story follows from besides the story: the same in every process."""
        language = [self.language.code, sorted(self.language.messages.items())]
        return hashlib.sha256(json.dumps([language, self.data, self.pace, self.turned_off]).encode()).hexdigest()

    @property
    def pace(self) -> int:
        """The words (or characters) that are spoken in a minute: as the handbook says, or as is usual."""
        return self._pace or int(self.usage.get("pace", 0)) or int(usage_of("en")["pace"])

    @property
    def has_pace(self) -> bool:
        """Whether anybody said how fast the language is spoken."""
        return bool(self._pace or self.usage.get("pace"))

    @property
    def in_characters(self) -> bool:
        """Whether lengths are counted in characters, since no blanks part the words."""
        return self.data.get("count") == "characters"

    def is_on(self, code: str) -> bool:
        """Whether the rule is kept in this handbook."""
        return code not in self.data["off"]

    def rule_of(self, code: str) -> dict[str, Any]:
        """Give limits, lists and wording of a rule, in English."""
        rule: dict[str, Any] = self.data["rules"][code]
        return rule

    def wanted(self, name: str) -> Wanted:
        """Give a list of words, to look for; empty where the language has none."""
        return self._wanted[name]

    @cached_property
    def _wanted(self) -> Mapping[str, Wanted]:
        return {name: Wanted(self.data.get(name, ()), self.tokens) for name in LISTS}

    @cached_property
    def introductions(self) -> tuple[Introduction, ...]:
        """Give the ways in which a role is heard."""
        return tuple(
            Introduction(after=Wanted(self._entries(each["after"]), self.tokens), within=each["within"], of=each["of"])
            for each in self.data.get("introduces", ())
        )

    def _entries(self, named: str | Sequence[str]) -> Sequence[str]:
        return self.data.get(named, ()) if isinstance(named, str) else named

    def compared(self, one: int, other: int) -> str:
        """Give two lengths beside each other, in what the language is counted in."""
        both = N_("{one} and {other} characters") if self.in_characters else N_("{one} and {other} words")
        return filled(self.language.say(both), {"one": one, "other": other})

    def said(self, code: str, values: Mapping[str, Any]) -> str:
        """Give the remark of a rule in the handbook's language."""
        return filled(self.language.say(self.rule_of(code)["says"]), {**self.rule_of(code), **values})

    def rules(self) -> list[Rule]:
        """Give every rule that is on, in the order of the guide and the language of the handbook."""
        return [self._shown(code, rule) for code, rule in self.data["rules"].items() if self.is_on(code)]

    def _shown(self, code: str, rule: Mapping[str, Any]) -> Rule:
        says = {name: self.language.say(rule[name]) if name in rule else "" for name in WORDING}
        limits = {name: value for name, value in rule.items() if isinstance(value, int)}
        return Rule(
            code=code,
            title=filled(says["title"], limits),
            why=says["why"],
            mend=says["mend"],
            measured=says["measured"],
            limit=_asked(says["says"], self.language.say(FOUND), limits) if LIMITS & rule.keys() else "",
        )

    def for_browser(self) -> dict[str, Any]:
        """Give the guide as the browser gets it: its wording in the language of the handbook."""
        rules = {
            code: {**rule, **{name: self.language.say(rule[name]) for name in WORDING if name in rule}}
            for code, rule in self.data["rules"].items()
        }
        for rule in rules.values():
            if "oneself" in rule:
                rule["oneself"] = {**rule["oneself"], "says": self.language.say(rule["oneself"]["says"])}
            rule["title"] = filled(rule["title"], {"about": rule.get("about", "")})
        return {name: value for name, value in self.data.items() if name not in UNSEEN} | {"rules": rules}


def guide_of(content: Content) -> Guide:
    """Give the guide of a handbook."""
    return guide_for(content.words, content.language)


def guide_for(words: Handbook, language: Language) -> Guide:
    """Give the guide of a handbook of these words, in this language."""
    return _guide(language, words.rules.model_dump_json(), words.words_a_minute)


@lru_cache(maxsize=32)
def _guide(language: Language, own: str, pace: int | None) -> Guide:
    return Guide(language, OwnRules.model_validate_json(own), pace)


def _joined(usage: Mapping[str, Any], own: OwnRules, pace: int) -> dict[str, Any]:
    """Give what holds in every language, and above it what holds in this one, and above that what the handbook says.

    What is `paced` is given for a language of 140 words a minute, and is longer or shorter in others.
    """
    data = deepcopy(BASE) | {"pace": pace}
    for name, value in usage.items():
        if name not in UNSAID and name != "pace":
            data[name] = _list(data.get(name, []), value) if isinstance(value, dict) and _changes(value) else value
    data.setdefault("alphabet", data["latin"])
    data.setdefault("speech", {"opens": "\u201c", "closes": "\u201d", "within": ["\u2018", "\u2019"]})
    for code, rule in data["rules"].items():
        for each in (rule, rule.get("oneself", {})):
            _fit(each, data, pace)
        rule.update(usage.get("limits", {}).get(code, {}))
        if said := usage.get("measured", {}).get(code):
            rule["measured"] = said
        if limits := own.limits.get(code):
            rule.update(limits.model_dump(exclude_none=True))
    for name, changes in own.lists.items():
        if name in LISTS:
            data[name] = _list(data.get(name, []), changes.model_dump())
    return data


def _fit(rule: dict[str, Any], data: Mapping[str, Any], pace: int) -> None:
    """Let a rule, or what it asks of an answer about oneself, speak of what the language is counted in, at its pace."""
    for variant in ("characters", "ease"):
        wording = rule.pop(variant, {})
        if variant in data or data.get("count") == variant:
            rule.update(wording)
    paced = rule.pop("paced", {})
    rule.update({name: value * pace // PACE for name, value in paced.items()} if pace else {})


def _changes(value: Mapping[str, Any]) -> bool:
    return value.keys() <= {"add", "without"}


def _list(known: Sequence[str], changes: Mapping[str, Sequence[str]]) -> list[str]:
    gone = {word.casefold() for word in changes.get("without", ())}
    return [word for word in dict.fromkeys([*known, *changes.get("add", ())]) if word.casefold() not in gone]


def _lacks(rule: Mapping[str, Any], data: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the names of lists and limits that the rule needs and nobody has given it."""
    there = {name for name, value in data.items() if value} | rule.keys()
    return tuple(name.split("|")[0] for name in rule.get("needs", ()) if not there & {*name.split("|")})


def limits_of(language: Language, code: str) -> frozenset[str]:
    """Give the names of the limits that a rule takes, in this language or in English."""
    known = _guide(language, OwnRules().model_dump_json(), None)
    return frozenset(OwnLimits.model_fields) & {*known.rule_of(code), *ENGLISH_GUIDE.rule_of(code)}


def _asked(says: str, found: str, limits: Mapping[str, Any]) -> str:
    """Give what the rule asks in figures: its remark without what was found; nothing where it says that elsewhere."""
    asked, parted, _ = says.partition(found)
    if not parted:
        return ""
    said = re.sub(r"\{(\w+)\}", lambda name: str(limits.get(name.group(1), "")), asked)
    return f"{said[:1].upper()}{said[1:]}."


ENGLISH_GUIDE = _guide(ENGLISH, OwnRules().model_dump_json(), None)
