"""Markdown in which whatever a contributor typed stands in code spans and code blocks.

Each is fenced by more backticks than it holds. There, GitHub reads no markup, link, mention, image or HTML, so that a
proposal cannot write its own review.
"""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.text.issue import shown


def environment_of(templates: Path) -> Environment:
    """Give Jinja for these templates; it prints every text as a code span."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=False,  # noqa: S701 - finalize makes a code span of every text
        finalize=lambda value: span(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["word"] = Markup  # for words of ours, never for a contributor's
    return environment


def span(text: str) -> Markup:
    """Give the text as a code span of one line that shows it as typed, in a table, too."""
    line = shown(" ".join(text.split()), 300)
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    return Markup(f"{fence} {line} {fence}" if "`" in line else f"`{line}`") if line else Markup("(empty)")  # noqa: S704


def block(text: str, language: str = "text") -> Markup:
    """Give the text as a code block that shows it as typed."""
    lines = [shown(line, 1000) for line in text.splitlines()]
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 0)
    return Markup("\n".join([f"{fence}{language}", *lines, fence]))  # noqa: S704 - nothing in it is read as markup
