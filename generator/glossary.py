"""Tooltips: for a page, the definitions of just those terms of the glossary that the page uses."""

import re
from functools import lru_cache

from generator.address import COMPUTED
from generator.content import Entry
from generator.model import Glossary
from generator.prose import escape

MARKUP = re.compile(r"\A---\n.*?\n---\n|<[^>]*>|\]\([^)]*\)|\{:[^}]*\}", re.DOTALL)


def tooltips(glossary: Entry[Glossary] | None, path: str, text: str) -> str:
    """Give the Markdown abbreviations to append to the page at `path`; its own page needs none."""
    if glossary is None or path == COMPUTED["glossary"]:
        return ""
    pattern, means = _terms(glossary.record)
    used = sorted(set(pattern.findall(MARKUP.sub(" ", text))))
    return "".join(f"\n*[{name}]: {escape(means[name])}" for name in used) + "\n" * bool(used)


@lru_cache(maxsize=8)
def _terms(glossary: Glossary) -> tuple[re.Pattern[str], dict[str, str]]:
    means: dict[str, str] = {}
    for term in glossary.terms:
        if re.fullmatch(r"[\w' /-]+", term.term):
            for name in (term.term, term.term[:1].upper() + term.term[1:]):
                means.setdefault(name, term.means)
    names = sorted(means, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names)) or '(?!)'})\b"), means
