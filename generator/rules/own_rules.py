"""What a handbook changes of the rules on how a story is told, and whether it can be measured in its language."""

from collections.abc import Iterable, Iterator

from generator.content.content import Content
from generator.rules.style_guide import BASE, LISTS, guide_of, limits_of
from generator.rules.style_rules import is_told_foreign
from generator.text.issue import Issue, did_you_mean, shown
from generator.text.source import Path_


def own_rules(content: Content) -> Iterator[Issue]:
    """`rules` in content/handbook.yaml names rules, limits and lists that there are."""
    own = content.words.rules
    for code, limits in own.limits.items():
        path: Path_ = ("rules", "limits", code)
        if code not in BASE["rules"]:
            yield _unknown(content, path, "a rule on how stories are told", code, BASE["rules"])
            continue
        takes = limits_of(content.language, code)
        for name in limits.model_dump(exclude_none=True):
            if name not in takes:
                one = f"must be one of {', '.join(sorted(takes))}" if takes else "cannot be set: it has none"
                said = f'a limit of {code} {one}, found "{name}"'
                yield content.handbook.issue((*path, name), "rules", f"{said}{did_you_mean(name, takes)}")
    for name in own.lists:
        if name not in LISTS:
            yield _unknown(content, ("rules", "lists", name), "a list of the rules", name, LISTS)
    for at, code in enumerate(own.off):
        if code not in BASE["rules"]:
            yield _unknown(content, ("rules", "off", at), "a rule on how stories are told", code, BASE["rules"])


def spoken_pace(content: Content) -> Iterator[Issue]:
    """A handbook says how fast its language is spoken, where the generator does not know it."""
    if not guide_of(content).has_pace:
        said = (
            f"words_a_minute must be there, found none; the generator does not know how fast {_name(content)} is spoken"
        )
        yield content.handbook.issue(("words_a_minute",), "missing-key", said)


def rules_off(content: Content) -> Iterator[str]:
    """Give in one line each which rules on how stories are told are off, and why."""
    guide = guide_of(content)
    lacking = {code: lacks for code, lacks in guide.lacking.items() if code not in guide.turned_off}
    if lacking:
        said = ", ".join(f"{code} ({', '.join(lacks)})" for code, lacks in lacking.items())
        yield f"In {guide.language.code} these rules are off, for want of a list: {said}."
    if guide.turned_off:
        yield f"This handbook turns off: {', '.join(guide.turned_off)}."
    foreign = [entry.file for entry in content.stories.values() if is_told_foreign(entry, guide)]
    if foreign:
        said = f"Told in other letters than {guide.language.code} has, so that no rule reads their words"
        yield f"{said}: {', '.join(foreign)}."


def _name(content: Content) -> str:
    return content.language.locale.get_display_name("en") or content.language.code


def _unknown(content: Content, path: Path_, what: str, name: str, names: Iterable[str]) -> Issue:
    near = did_you_mean(name, names)
    return content.handbook.issue(path, "rules", f'{path[1]} must name {what}, found "{shown(name)}"{near}')
