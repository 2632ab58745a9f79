"""The index of terms: where the words of the glossary are used, found in the HTML of the chapters."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from generator.content.content import Content

MOST_PLACES = 8
PIECES = re.compile(r"(<[^>]*>)")
CLOSED_TO_MARKS = ("a", "h1", "h2", "h3", "h4", "svg", "caption", "dfn")


@dataclass(frozen=True, kw_only=True)
class IndexedTerm:
    """A term and the ids of the places that use it most, in the order of the document."""

    term: str
    places: tuple[str, ...]


def indexed(content: Content, chapters: Sequence[str]) -> tuple[list[str], list[IndexedTerm]]:
    """Give the chapters with an id at the first use of each term, and the index that leads there.

    A term that many chapters use is indexed in those that use it most.
    """
    terms = [term.term for term in content.terms]
    if not terms:
        return list(chapters), []
    words = {escape(term).casefold(): at for at, term in enumerate(terms, 1)}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?:s\b|\b)", re.IGNORECASE)
    uses = [_uses(html, pattern, words) for html in chapters]
    wanted = {(chapter, term) for term in words.values() for chapter in _most(uses, term)}
    marked = [_marked(html, at, pattern, words, wanted) for at, html in enumerate(chapters)]
    places: dict[int, list[str]] = {}
    for chapter, term in sorted(wanted):
        places.setdefault(term, []).append(_place(term, chapter))
    index = [IndexedTerm(term=term, places=(f"term-{at}", *places.get(at, ()))) for at, term in enumerate(terms, 1)]
    return marked, index


def _uses(html: str, pattern: re.Pattern[str], words: dict[str, int]) -> Counter[int]:
    found: Counter[int] = Counter()
    for text, is_open in _texts(html):
        if is_open:
            found.update(_number(match.group(), words) for match in pattern.finditer(text))
    return found


def _most(uses: Sequence[Counter[int]], term: int) -> list[int]:
    using = sorted((at for at, found in enumerate(uses) if found[term]), key=lambda at: (-uses[at][term], at))
    return using[:MOST_PLACES]


def _marked(
    html: str, chapter: int, pattern: re.Pattern[str], words: dict[str, int], wanted: set[tuple[int, int]]
) -> str:
    left = {term for at, term in wanted if at == chapter}

    def mark(match: re.Match[str]) -> str:
        term = _number(match.group(), words)
        if term not in left:
            return match.group()
        left.discard(term)
        return f'<span id="{_place(term, chapter)}">{match.group()}</span>'

    return "".join(pattern.sub(mark, text) if is_open and left else text for text, is_open in _texts(html))


def _texts(html: str) -> list[tuple[str, bool]]:
    """Give the pieces of the HTML, each with whether it is text that may be marked."""
    out: list[tuple[str, bool]] = []
    depth = 0
    for at, piece in enumerate(PIECES.split(html)):
        if at % 2:
            name = re.match(r"</?([a-z0-9]+)", piece)
            if name and name.group(1) in CLOSED_TO_MARKS and not piece.endswith("/>"):
                depth += -1 if piece.startswith("</") else 1
            out.append((piece, False))
        else:
            out.append((piece, not depth and bool(piece.strip())))
    return out


def _number(word: str, words: dict[str, int]) -> int:
    plain = word.casefold()
    return words[plain] if plain in words else words[plain.removesuffix("s")]


def _place(term: int, chapter: int) -> str:
    return f"use-{term}-{chapter}"
