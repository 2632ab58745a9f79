"""A style sheet without what nothing in a site can match: rules, properties that only they ask for, their movements.

Whether a rule can match is asked of the site's names alone, and a doubt keeps it: what is looked at is classes, ids,
elements and attributes that a selector cannot do without. So the same site gives the same sheet, and no list is kept.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2
from tinycss2.ast import Node

from generator.site.names import Names

ANY_OF = frozenset({"is", "where", "has", "matches", "-webkit-any", "-moz-any"})
GROUPS = frozenset({"media", "supports", "layer", "container"})
KEYFRAMES = frozenset({"keyframes", "-webkit-keyframes", "-moz-keyframes", "-o-keyframes"})
OUTSIDE = frozenset({"import", "namespace"})  # at the top of a sheet only, so it cannot be put into a layer
PROPERTY = re.compile(r"--[\w-]+")
WORD = re.compile(r"[\w-]+")


class UnreadSheetError(Exception):
    """Raised where a sheet holds what cannot be moved or is not understood: it is to be served as it is."""


@dataclass(kw_only=True)
class Rule:
    """What is kept of a sheet: how a rule begins, and the declarations or rules in it; none where it is one line."""

    begins: str
    parts: list["Rule | str"] | None
    moves: bool = False  # whether it is a movement, by its name

    def text(self) -> str:
        """Give it as CSS, or nothing where nothing is left in it."""
        if self.parts is None:
            return f"{self.begins};"
        inside = [part if isinstance(part, str) else part.text() for part in self.parts]
        joined = "".join(inside) if any(isinstance(part, Rule) for part in self.parts) else ";".join(inside)
        return f"{self.begins}{{{joined}}}" if joined else ""


def trimmed(sheets: Sequence[str], names: Names, others: Iterable[str]) -> str:
    """Give the sheets as one, without what no page matches; `others` is any text that may ask for their properties.

    Raises UnreadSheetError where one cannot be read, or names a file from where it stands.
    """
    rules = [rule for sheet in sheets for rule in _rules(tinycss2.parse_stylesheet(sheet, skip_comments=True), names)]
    beside = "\n".join(others)
    wanted = _wanted(rules, set(PROPERTY.findall(beside)))
    kept = list(_with(rules, wanted))
    said = set(WORD.findall(beside)) | {word for line in _lines(kept) for word in WORD.findall(line)}
    moved = [rule for rule in kept if not rule.moves or rule.begins.split()[-1] in said]
    return "".join(rule.text() for rule in moved)


def _rules(nodes: Iterable[Node], names: Names) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            if begins := _possible(node.prelude, names):
                yield Rule(begins=begins, parts=list(_declarations(node.content)))
        elif node.type == "at-rule":
            yield from _at_rule(node, names)
        elif node.type != "whitespace":
            raise UnreadSheetError(f"line {node.source_line} is not understood")


def _at_rule(node: Any, names: Names) -> Iterator[Rule]:  # noqa: ANN401 - tinycss2 carries no types
    word = node.lower_at_keyword
    begins = f"@{word}{tinycss2.serialize(node.prelude).rstrip()}"
    if word in OUTSIDE:
        raise UnreadSheetError(f"{begins} cannot be in a layer")
    if word == "charset":
        return
    if word in GROUPS and node.content is not None:
        yield Rule(begins=begins, parts=list(_rules(tinycss2.parse_rule_list(node.content, skip_comments=True), names)))
        return
    _stays(node.content or ())
    inside: list[Rule | str] | None = None if node.content is None else [tinycss2.serialize(node.content)]
    yield Rule(begins=begins, parts=inside, moves=word in KEYFRAMES)


def _declarations(content: Sequence[Any]) -> Iterator[str]:
    _stays(content)
    line: list[Any] = []
    for token in [*content, None]:
        if token is None or (token.type == "literal" and token.value == ";"):
            if text := tinycss2.serialize(line).strip():
                yield text
            line = []
        else:
            line.append(token)


def _stays(tokens: Iterable[Any]) -> None:
    """Raise UnreadSheetError where a file is named from where the sheet stands."""
    for token in tokens:
        if token.type == "url" and not token.value.startswith(("data:", "#")):
            raise UnreadSheetError(f"{token.value} is named from where the sheet stands")
        _stays([*(getattr(token, "content", None) or ()), *(getattr(token, "arguments", None) or ())])
        if token.type == "function" and token.lower_name in {"url", "image-set", "-webkit-image-set"}:
            for said in token.arguments:
                if said.type == "string" and not said.value.startswith(("data:", "#")):
                    raise UnreadSheetError(f"{said.value} is named from where the sheet stands")


def _possible(prelude: Sequence[Any], names: Names) -> str:
    """Give those of a list of selectors that an element may match; one that a browser may not know stays with them."""
    parts = list(_parted(prelude))
    matching = [_matches(part, names) for part in parts]
    if not any(matching):
        return ""
    kept = (part for part, may in zip(parts, matching, strict=True) if may or _of_one_maker(part))
    return ",".join(tinycss2.serialize(part).strip() for part in kept)


def _of_one_maker(selector: Sequence[Any]) -> bool:
    """Whether other browsers drop the whole list for this selector: they must go on doing so."""
    before = None
    for token in selector:
        if before == ":" and token.type in {"ident", "function"}:
            name = token.value if token.type == "ident" else token.name
            if name.startswith("-"):
                return True
        before = token.value if token.type == "literal" else None
    return False


def _parted(tokens: Sequence[Any]) -> Iterator[list[Any]]:
    part: list[Any] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _matches(selector: Sequence[Any], names: Names) -> bool:
    before = ""
    for token in selector:
        if not _may_be(token, before, names):
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _may_be(token: Any, before: str, names: Names) -> bool:  # noqa: ANN401 - tinycss2 carries no types
    """Whether an element may have what this token of a selector asks for, which stands behind that literal."""
    match token.type:
        case "ident" if before == ".":
            return names.valued("class", token.value)
        case "ident" if before != ":":
            return names.element(token.value)
        case "hash":
            return names.valued("id", token.value)
        case "[] block":
            return _has(token.content, names)
        case "function" if before == ":" and token.lower_name in ANY_OF:
            return any(_matches(part, names) for part in _parted(token.arguments))
    return True


def _has(content: Sequence[Any], names: Names) -> bool:
    said = [token for token in content if token.type != "whitespace"]
    if not said or said[0].type != "ident":
        return True
    name = said[0].lower_value
    exact = len(said) == 3 and said[1].type == "literal" and said[1].value == "="  # noqa: PLR2004 - name, sign, value
    return names.attribute(name) and (not exact or names.valued(name, said[2].value))


def _lines(rules: Iterable[Rule]) -> Iterator[str]:
    """Give every declaration of the rules that are no movements, and how others are begun."""
    for rule in rules:
        for part in rule.parts or ():
            if isinstance(part, Rule):
                yield from _lines([part])
            elif not rule.moves:
                yield part


def _wanted(rules: Sequence[Rule], asked: set[str]) -> set[str]:
    """Give the properties that somebody asks for: those in `asked`, in a rule, or in a property that is wanted."""
    asks: dict[str, set[str]] = {}
    for line in _all(rules):
        if named := PROPERTY.match(line):
            asks.setdefault(named[0], set()).update(PROPERTY.findall(line, named.end()))
        else:
            asked.update(PROPERTY.findall(line))
    wanted: set[str] = set()
    while more := asked - wanted:
        wanted |= more
        asked = {name for one in more for name in asks.get(one, ())}
    return wanted


def _all(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        for part in rule.parts or ():
            yield from [part] if isinstance(part, str) else _all([part])


def _with(rules: Iterable[Rule], wanted: set[str]) -> Iterator[Rule]:
    """Give the rules without the properties that nobody wants."""
    for rule in rules:
        parts: list[Rule | str] | None = None
        if rule.parts is not None:
            parts = []
            for part in rule.parts:
                if isinstance(part, Rule):
                    parts.extend(_with([part], wanted))
                elif not (named := PROPERTY.match(part)) or named[0] in wanted:
                    parts.append(part)
        yield Rule(begins=rule.begins, parts=parts, moves=rule.moves)
