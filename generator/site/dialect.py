"""The Markdown of our pages: Python-Markdown without what none of them uses, and names that are their own words.

Images cannot pass the wall, and no page names its links at its end. What cannot be written cannot be smuggled in, and
every construct left out is one pattern fewer to try on every text of every page.
"""

import re
import sys
from functools import cached_property
from html import unescape
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.md_in_html import HtmlBlockPreprocessor, HTMLExtractorExtra
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

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
TWICE = "mkdocs_raw_html"  # reads the whole page once more, for its anchors: `anchors_in` finds them in what came of it
TAG = re.compile(r"<[a-zA-Z](?:[^<>\"]|\"[^\"]*\")*>")
ANCHOR = re.compile(r' id="([^"]*)"')
NAMED = "h[1-6]|a|button|caption|figcaption|label|legend|option|summary|th"  # elements whose words are their name
EXPLAINED = re.compile(rf"<(/?)(?:(abbr)|{NAMED})(?=[\s>])(?:[^<>\"]|\"[^\"]*\")*>")


class Dialect(Extension):
    """Takes the unused patterns out of an engine, and what would misname an element."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Deregister what no page uses, and register the words of names behind all that makes HTML."""
        md.postprocessors.register(_Names(md), "names", BEHIND_ALL + 1)
        for name in UNUSED:
            md.inlinePatterns.deregister(name, strict=False)
        md.parser.blockprocessors.deregister("reference", strict=False)
        md.preprocessors.register(_HtmlBlocks(md), "html_block", 20)  # in the place of theirs
        _refuse(md.preprocessors, TWICE)
        if all(hasattr(InlineProcessor, name) for name in (HANDLE, APPLY)):
            md.treeprocessors.register(_Inline(md), "inline", 20)  # in the place of theirs


def _refuse(registry: Registry[Any], refused: str) -> None:
    """Have nobody register anything under the name from now on."""
    register = registry.register

    def but_one(item: Any, name: str, priority: float) -> None:  # noqa: ANN401 - whatever is registered there
        if name != refused:
            register(item, name, priority)

    registry.register = but_one  # type: ignore[method-assign]


def anchors_in(html: str) -> set[str]:
    """Give what a page can be asked for, of HTML that has passed the wall."""
    return {unescape(anchor) for tag in TAG.findall(html) for anchor in ANCHOR.findall(tag)}


def named_by_words(html: str) -> str:
    """Give the HTML without explained terms inside headings, links, labels and the like, where their words stay.

    A browser that computes the name of such an element says a term's meaning in the place of the term.
    """
    return _Unexplained().of(html) if "<abbr" in html else html


class _Unexplained:
    """Drops the tags of explained terms as long as an element is open that is named by its words."""

    def __init__(self) -> None:
        self.within = 0
        self.dropped: list[bool] = []

    def of(self, html: str) -> str:
        return EXPLAINED.sub(self._tag, html)

    def _tag(self, tag: re.Match[str]) -> str:
        closes, explains = tag.groups()
        if not explains:
            self.within = max(0, self.within - 1) if closes else self.within + 1
            return tag[0]
        if not closes:
            self.dropped.append(self.within > 0)
        return "" if (self.dropped.pop() if closes and self.dropped else self.within > 0) else tag[0]


class _Names(Postprocessor):
    def run(self, text: str) -> str:
        return named_by_words(text)


class _HtmlBlocks(HtmlBlockPreprocessor):
    """As Python-Markdown's own, but what elements there are is asked once a page, not at every tag."""

    def run(self, lines: list[str]) -> list[str]:
        parser = _Extractor(self.md)
        parser.feed("\n".join(lines))
        parser.close()
        return "".join(parser.cleandoc).split("\n")


class _Extractor(HTMLExtractorExtra):
    @cached_property
    def block_level_tags(self) -> set[str]:
        return set(self.md.block_level_elements)

    @cached_property
    def block_tags(self) -> set[str]:
        return self.block_level_tags - (self.span_tags | self.raw_tags | self.empty_tags)

    @cached_property
    def span_and_blocks_tags(self) -> set[str]:
        return self.block_tags | self.span_tags


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
