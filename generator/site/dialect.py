"""The Markdown of our pages: Python-Markdown without what none of them uses.

Images cannot pass the wall, and no page names its links at its end. What cannot be written cannot be smuggled in, and
every construct left out is one pattern fewer to try on every text of every page.
"""

from markdown import Markdown
from markdown.extensions import Extension

UNUSED = ("reference", "short_reference", "image_link", "image_reference", "short_image_ref", "automail")


class Dialect(Extension):
    """Takes the unused patterns out of an engine."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Deregister what no page uses."""
        for name in UNUSED:
            md.inlinePatterns.deregister(name, strict=False)
        md.parser.blockprocessors.deregister("reference", strict=False)
