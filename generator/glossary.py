"""Tooltips: for a page, the definitions of just those terms of the glossary that the page uses."""

import re
from functools import lru_cache

from generator.address import COMPUTED
from generator.content import Entry
from generator.model import Glossary
from generator.prose import escape

WORD = re.compile(r"\w+")
MARKUP = re.compile(r"\A---\n.*?\n---\n|<[^>]*>|\]\([^)]*\)|\{:[^}]*\}", re.DOTALL)


def tooltips(glossary: Entry[Glossary] | None, path: str, text: str) -> str:
    """Give the Markdown abbreviations to append to the page at `path`; its own page needs none."""
    if glossary is None or path == COMPUTED["glossary"]:
        return ""
    words = MARKUP.sub(" ", text)
    present = set(WORD.findall(words))
    used = [
        (name, means)
        for name, first, pattern, means in _terms(glossary.record)
        if first in present and pattern.search(words)
    ]
    return "".join(f"\n*[{name}]: {means}" for name, means in used) + "\n" * bool(used)


@lru_cache(maxsize=8)
def _terms(glossary: Glossary) -> list[tuple[str, str, re.Pattern[str], str]]:
    means: dict[str, str] = {}
    for term in glossary.terms:
        if re.fullmatch(r"[\w' /-]+", term.term):
            for name in (term.term, term.term[:1].upper() + term.term[1:]):
                means.setdefault(name, escape(term.means))
    return [
        (name, WORD.findall(name)[0], re.compile(rf"\b{re.escape(name)}\b"), means[name])
        for name in sorted(means)
        if WORD.search(name)
    ]
