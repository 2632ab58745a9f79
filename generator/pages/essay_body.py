"""The body of a page that a maintainer wrote: its links lead on, and tellings stand side by side."""

import re

from markupsafe import Markup

from generator.content.address import Locate
from generator.content.entry import Essay
from generator.pages.render import relative
from generator.text.essay_links import led
from generator.text.typography import typeset_markdown

TELLING = re.compile(r"^### [^\n]+\n\n(?:>[^\n]*(?:\n|\Z))+", re.MULTILINE)
TELLINGS = re.compile(rf"(?:{TELLING.pattern}\n*){{2,}}", re.MULTILINE)
NAMED = re.compile(r"^\*\*[^*\n]+\.\*\* [^\n]+(?:\n[^\n]+)*", re.MULTILINE)
NAMED_IN_A_ROW = re.compile(rf"(?:{NAMED.pattern}(?:\n\n|\n?\Z)){{2,}}", re.MULTILINE)


def essay_body(essay: Essay, locate: Locate, here: str) -> Markup:
    """Give a maintainer's Markdown with its links to entries turned into paths; its quotes are typeset.

    What is said, a quotation under a heading of its own, stands beside the next of its kind. Paragraphs in a row that
    each begin with a name have the names in a column of their own.
    """
    text = led(typeset_markdown(essay.body), lambda kind, slug: relative(locate(kind, slug), here))
    text = NAMED_IN_A_ROW.sub(lambda found: NAMED.sub(r"\g<0>\n{: .named }", found.group()), text)
    return Markup(TELLINGS.sub(_beside_one_another, text))  # noqa: S704 - maintainers' own


def _beside_one_another(tellings: re.Match[str]) -> str:
    sections = TELLING.sub(r'<section class="telling" markdown="1">\n\n\g<0>\n\n</section>\n\n', tellings.group())
    return f'<div class="beside" markdown="1">\n\n{sections}</div>\n\n'
