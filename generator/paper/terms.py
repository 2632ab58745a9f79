"""The index of terms: where the words of the glossary are used, found in the HTML of the chapters."""

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape

from generator.content.content import Content

MOST_PLACES = 8
KNOWN = 1000  # chapters
NOTHING = "\0"  # no letter, and in no term
PIECES = re.compile(r"(<[^>]*>)")
NAME = re.compile(r"</?([a-z0-9]+)")
CLOSED_TO_MARKS = ("a", "h1", "h2", "h3", "h4", "svg", "caption", "dfn")


@dataclass(frozen=True, kw_only=True)
class IndexedTerm:
    """A term and the ids of the places that use it most, in the order of the document."""

    term: str
    places: tuple[str, ...]


def indexed(
    content: Content, chapters: Mapping[str, str], bound: Container[str]
) -> tuple[dict[str, str], list[IndexedTerm]]:
    """Give all chapters by their ids, with an id at the first use of each term, and the index to those that are bound.

    A term that many chapters use is indexed in those that use it most, whatever volume they stand in.
    """
    terms = tuple(term.term for term in content.terms)
    if not terms:
        return dict(chapters), []
    uses = {chapter: _uses(html, terms) for chapter, html in chapters.items()}
    counts = {chapter: Counter(use.term for use in found) for chapter, found in uses.items()}
    wanted: dict[str, set[int]] = {chapter: set() for chapter in chapters}
    places: dict[int, list[str]] = {}
    for term in range(1, len(terms) + 1):
        most = _most(counts, term)
        for chapter in most:
            wanted[chapter].add(term)
        places[term] = [_place(term, chapter) for chapter in chapters if chapter in bound and chapter in most]
    marked = {chapter: _marked(html, chapter, uses[chapter], wanted[chapter]) for chapter, html in chapters.items()}
    return marked, [IndexedTerm(term=term, places=(f"term-{at}", *places[at])) for at, term in enumerate(terms, 1)]


@dataclass(frozen=True)
class _Use:
    """A term by its number, and where it stands in the HTML."""

    term: int
    begins: int
    ends: int


@lru_cache(maxsize=KNOWN)
def _uses(html: str, terms: tuple[str, ...]) -> tuple[_Use, ...]:
    """Give every use of a term in text that may be marked: once for all volumes that hold the chapter."""
    words, pattern = _words(terms)
    text = _folded(_open_text(html))
    return tuple(
        _Use(_number(html[match.start() : match.end()], words), match.start(), match.end())
        for match in pattern.finditer(text)
    )


@cache
def _words(terms: tuple[str, ...]) -> tuple[dict[str, int], re.Pattern[str]]:
    words = {escape(term).casefold(): at for at, term in enumerate(terms, 1)}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return words, re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?:s\b|\b)")


def _folded(text: str) -> str:
    """Give the text without its capitals, letter by letter: where something stands stays as it is."""
    folds = ((letter, letter.casefold()) for letter in set(text))
    return text.translate({ord(letter): fold for letter, fold in folds if len(fold) == 1 and fold != letter})


def _open_text(html: str) -> str:
    """Give the HTML with nothing but the text that may be marked, in its places."""
    out: list[str] = []
    depth = 0
    for at, piece in enumerate(PIECES.split(html)):
        if at % 2:
            name = NAME.match(piece)
            if name and name.group(1) in CLOSED_TO_MARKS and not piece.endswith("/>"):
                depth += -1 if piece.startswith("</") else 1
        out.append(NOTHING * len(piece) if at % 2 or depth else piece)
    return "".join(out)


def _most(counts: Mapping[str, Counter[int]], term: int) -> list[str]:
    using = sorted((chapter for chapter, found in counts.items() if found[term]), key=lambda one: -counts[one][term])
    return using[:MOST_PLACES]


def _marked(html: str, chapter: str, uses: Sequence[_Use], wanted: set[int]) -> str:
    left, parts, done = set(wanted), list[str](), 0
    for use in uses:
        if use.term in left:
            left.discard(use.term)
            word = html[use.begins : use.ends]
            parts += [html[done : use.begins], f'<span id="{_place(use.term, chapter)}">{word}</span>']
            done = use.ends
    return "".join((*parts, html[done:]))


def _number(word: str, words: dict[str, int]) -> int:
    plain = word.casefold()
    return words[plain] if plain in words else words[plain.removesuffix("s")]


def _place(term: int, chapter: str) -> str:
    return f"use-{term}-{chapter}"
