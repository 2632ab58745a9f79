"""The Markdown of our pages: Python-Markdown without what none of them uses.

Images cannot pass the wall, and no page names its links at its end. What cannot be written cannot be smuggled in, and
every construct left out is one pattern fewer to try on every text of every page.
"""

import sys
from functools import cached_property
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from generator.site.engines import REFUSED
from generator.site.sanitizer import sanitize

UNUSED = ("reference", "short_reference", "image_link", "image_reference", "short_image_ref", "automail")
BEGINS = {  # of each pattern that we know; any other is tried on every text
    "backtick": "`",
    "escape": "\\",
    "link": "[",
    "autolink": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
    "not_strong": " ",
    "em_strong": "*",
    "em_strong2": "_",
}
THEIRS = "markdown.inlinepatterns"
HANDLE, APPLY = "_InlineProcessor__handleInline", "_InlineProcessor__applyPattern"  # as Python names what is private
BEHIND_ALL = -1_000


class Dialect(Extension):
    """Takes the unused patterns out of an engine."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Deregister what no page uses."""
        for name in UNUSED:
            md.inlinePatterns.deregister(name, strict=False)
        md.parser.blockprocessors.deregister("reference", strict=False)
        if all(hasattr(InlineProcessor, name) for name in (HANDLE, APPLY)):
            md.treeprocessors.register(_Inline(md), "inline", 20)  # in the place of theirs


class _Inline(InlineProcessor):
    """As Python-Markdown's own, but a pattern is only tried on a text that holds what it begins with."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - theirs
        if isinstance(data, AtomicString):
            return data
        at, start, begins = patternIndex, 0, self._begins
        while at < len(begins):
            matched = False
            if begins[at][0] in data:
                data, matched, start = getattr(self, APPLY)(begins[at][1], data, at, start)
            if not matched:
                at, start = at + 1, 0
        return data

    @cached_property
    def _begins(self) -> list[tuple[str, Any]]:
        """Each pattern in order, with what a text must hold for it."""
        named = {self.inlinePatterns[name]: begin for name, begin in BEGINS.items() if name in self.inlinePatterns}
        theirs = {pattern: begin for pattern, begin in named.items() if type(pattern).__module__ == THEIRS}
        return [(theirs.get(pattern, ""), pattern) for pattern in self.inlinePatterns]


class Wall(Extension):
    """Lets nothing into a page that no template of ours writes, where an engine calls no hook to ask."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the wall behind all else that makes HTML."""
        md.postprocessors.register(_Wall(md), "wall", BEHIND_ALL)


class _Wall(Postprocessor):
    def run(self, text: str) -> str:
        sanitized = sanitize(text)
        if sanitized.refused:
            sys.stderr.write(f"{REFUSED}: {sanitized.refused}\n")
        return sanitized.html
