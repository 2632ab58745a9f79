"""Prose as Markdown: written so that no engine reads anything but the subset back.

Every character that could mean something is an entity, tags are our own.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape as html_escape

from markdown_it.token import Token

from generator.text.highlight import Mark
from generator.text.inline import InlineWriter, Resolve
from generator.text.prose import ENTRY_LINK, WEB_LINK, has_markup, parse, spaced
from generator.text.typography import typeset

SPECIAL = re.compile(r"[&<>\\`*_\[\]{}#~^=|!$]")
SPECIAL_QUOTED = re.compile(r"[&<>\\`*_\[\]{}#~^=|!$\"']")
AT_START = re.compile(r" ?(?:[+\-:.](?=.)|[+\-]$|[0-9]{1,9}(?=[.)]))")
INDENT = " " * 4


def escape(text: str) -> str:
    """Give the text so that Markdown, HTML and an attribute all show it, on one line, its quotes typeset."""
    return _escape(typeset(spaced(text)))


@lru_cache(maxsize=1 << 16)
def _escape(shown: str) -> str:
    return _at_start(SPECIAL_QUOTED.sub(_entity, shown))


def markdown(prose: str, resolve: Resolve, marks: Sequence[Mark] = ()) -> str:
    """Give the prose as Markdown that any engine reads as nothing but the subset.

    `resolve` turns kind and slug of an entry link into a path. Each mark's words are wrapped in `<mark>`, followed by
    its number as a link to the note of that number.
    """
    if not marks and not has_markup(prose):
        blocks = (spaced(block.strip()) for block in re.split(r"\n\s*\n", prose))
        return "\n\n".join(_at_start(SPECIAL.sub(_entity, typeset(block))) for block in blocks if block)
    return _MarkdownWriter(resolve, marks).blocks(parse(prose))


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def _at_start(text: str) -> str:
    found = AT_START.match(text)
    if not found:
        return text
    at = found.end() if found.group()[-1].isdigit() else found.end() - 1
    return f"{text[:at]}&#{ord(text[at])};{text[at + 1 :]}"


class _MarkdownWriter(InlineWriter):
    def __init__(self, resolve: Resolve, marks: Sequence[Mark]) -> None:
        super().__init__(resolve, marks)
        self._listed = False

    def blocks(self, tokens: Sequence[Token]) -> str:
        out: list[str] = []
        depth = 0
        bullets: list[str] = []
        lead = ""
        tight = loose = False
        closed = -1  # the depth at which a list has just ended; a list that follows there must not join it
        for token in tokens:
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    if lead:  # an item that begins with a list: engines differ on two markers in one line
                        out.append(("\n\n" if out else "") + f"{lead}<!-- -->")
                        lead, loose, closed = "", True, -1
                    if closed == depth:
                        out.append(f"\n\n{INDENT * depth}<!-- -->")
                    bullets.append("-" if token.tag == "ul" else "1.")
                case "bullet_list_close" | "ordered_list_close":
                    bullets.pop()
                    closed = depth
                case "list_item_open":
                    lead = f"{lead or INDENT * depth}{bullets[-1]:<4}"
                    depth += 1
                case "list_item_close":
                    depth -= 1
                    lead = ""
                case "paragraph_open":
                    tight = token.hidden
                case "inline":
                    between = "\n" if tight and lead and self._listed and not loose else "\n\n"
                    out += [between] if out else []
                    out.append((lead or INDENT * depth) + _at_start(self.inline(token)))
                    self._listed = bool(depth)
                    lead = ""
                    closed = -1
        return "".join(out)

    def _text(self, text: str) -> str:
        return SPECIAL.sub(_entity, text)

    def _link(self, target: str) -> tuple[str, str]:
        if entry := ENTRY_LINK.fullmatch(target):
            return "[", f"]({self._resolve(entry.group(1), entry.group(2))})"
        if WEB_LINK.fullmatch(target):
            return f'<a href="{html_escape(target)}" rel="nofollow ugc noopener">', "</a>"
        return "", ""
