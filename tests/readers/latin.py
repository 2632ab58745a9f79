"""The Latin words of what a reader sees, but for those of the handbook's own content and for names."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from pathlib import Path

WORD = re.compile(r"[A-Za-z]{2,}")
NAMES = "PDF EPUB Anki JSON Markdown Material MkDocs YAML GitHub"
UNSEEN = re.compile(r"<!--.*?-->|<(svg|style|script|code|head)\b.*?</\1>", re.DOTALL)
MARKUP = re.compile(r"<[^>]*>|\{:[^}]*\}|\]\([^)]*\)|&#?\w+;|^\*\[.*$|`[^`]*`", re.MULTILINE)
SHOWN_ATTRIBUTE = re.compile(r'\b(?:aria-label|title|placeholder|alt)="([^"]*)"')


@cache
def words_of(content: Path) -> frozenset[str]:
    """Give the words of all that is written below this folder, in lower case, and names that no language translates."""
    texts = [NAMES, *(path.read_text(encoding="utf-8") for path in content.rglob("*") if path.is_file())]
    return frozenset(word.lower() for text in texts for word in WORD.findall(text))


def shown(markup: str) -> Iterator[str]:
    """Give the lines that a reader sees or hears of HTML, or of Markdown with HTML in it."""
    seen = UNSEEN.sub(" ", markup)
    yield from SHOWN_ATTRIBUTE.findall(seen)
    yield from MARKUP.sub(" ", seen).splitlines()


def left(lines: Iterable[str], own: frozenset[str]) -> list[str]:
    """Give each line that holds a Latin word which is not the content's own."""
    found = {
        line.strip() for line in map(unescape, lines) if any(word.lower() not in own for word in WORD.findall(line))
    }
    return sorted(found)
