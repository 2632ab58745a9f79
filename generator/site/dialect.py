"""The Markdown of our pages: Python-Markdown without what none of them uses.

Images cannot pass the wall, and no page names its links at its end. What cannot be written cannot be smuggled in, and
every construct left out is one pattern fewer to try on every text of every page.
"""

import sys

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from generator.site.engines import REFUSED
from generator.site.sanitizer import sanitize

UNUSED = ("reference", "short_reference", "image_link", "image_reference", "short_image_ref", "automail")
BEHIND_ALL = -1_000


class Dialect(Extension):
    """Takes the unused patterns out of an engine."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Deregister what no page uses."""
        for name in UNUSED:
            md.inlinePatterns.deregister(name, strict=False)
        md.parser.blockprocessors.deregister("reference", strict=False)


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
