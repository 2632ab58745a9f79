"""The glossary beyond its own page: tooltips for the terms that a page uses, and the anchor that each term has."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from generator.content.collection import grouped
from generator.content.entry import Entry
from generator.content.generated_pages import COMPUTED
from generator.model import Glossary, Term
from generator.text.prose import words_of
from generator.text.prose_markdown import escape
from generator.text.slug import hyphened

OTHERS = "0 to 9"
FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
MARKUP = re.compile(r"<[^>]*>|\]\([^)]*\)|\{:[^}]*\}")


def tooltips(glossary: Entry[Glossary] | None, path: str, text: str) -> str:
    """Give the Markdown abbreviations to append to the page at `path`; its own page needs none."""
    if glossary is None or path == COMPUTED["glossary"].path:
        return ""
    front = FRONT.match(text)
    words = MARKUP.sub(" ", text[front.end() :] if front else text)
    present = words_of(words)
    used = [
        (name, means)
        for name, first, means in _terms(glossary)
        if first in present and (first == name.encode() or _stands_in(words, name))
    ]
    return "".join(f"\n*[{name}]: {means}" for name, means in used) + "\n" * bool(used)


def anchors(terms: Sequence[Term]) -> list[str]:
    """Give the anchor of each term on the glossary's page, no two alike."""
    found: dict[str, None] = {}
    for term in terms:
        name = hyphened(term.term) or "term"
        found[name if name not in found else f"{name}-{len(found)}"] = None
    return list(found)


def by_letter(terms: Sequence[Term]) -> dict[str, list[tuple[str, Term]]]:
    """Give the terms by the letter they begin with, each with its anchor; those that begin with none come first."""
    pairs = zip(anchors(terms), terms, strict=True)
    letters = grouped((_letter(term.term), (anchor, term)) for anchor, term in pairs)
    return dict(sorted(letters.items(), key=lambda one: (one[0] != OTHERS, one[0])))


def _letter(name: str) -> str:
    first = unicodedata.normalize("NFD", name)[0].upper()
    return first if first.isalpha() else OTHERS


@lru_cache(maxsize=8)
def _terms(glossary: Entry[Glossary]) -> list[tuple[str, bytes, str]]:
    means: dict[str, str] = {}
    for term in glossary.record.terms:
        if re.fullmatch(r"[\w' /-]*\w[\w' /-]*", term.term):
            for name in (term.term, term.term[:1].upper() + term.term[1:]):
                means.setdefault(name, escape(term.means))
    return [(name, min(words_of(name), key=name.encode().find), means[name]) for name in sorted(means)]


def _stands_in(text: str, name: str) -> bool:
    """Whether the name stands in the text, not as a part of longer words."""
    at = text.find(name)
    while at >= 0:
        around = text[max(at - 1, 0) : at] + text[at + len(name) : at + len(name) + 1]
        if not any(sign.isalnum() or sign == "_" for sign in around):
            return True
        at = text.find(name, at + 1)
    return False
