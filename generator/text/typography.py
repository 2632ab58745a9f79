"""Quotes and spaces as a printer of the spoken language sets them: “…”, „…“, « … »; none where no mark is known.

A quote takes the place of the one that was typed, so that what was found at a place stays there; what a language sets
within its quotes (a narrow space) is added last.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.text.language import current
from generator.text.usage import usage_of

BEFORE = " \t\n\u00a0([{/\u2014\u2013"
UNSEEN = "\x00"  # what a tag is to the words around it
BETWEEN = f"{UNSEEN}*_"  # what may stand between a quote and the word before it: **"So?"** opens
QUOTES = re.compile(r"[\"']")
PERCENT = re.compile(r"(?<=[0-9]) (?=%)")
ADDRESS = re.compile(r"https?://\S+")
KEPT = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`|<[^<>]*>|\]\([^()\n]*\)|\{[:#.][^{}\n]*\}|https?://\S+", re.DOTALL)


@dataclass(frozen=True)
class AsTyped:
    """Data whose texts stay as they are, such as words to look for."""

    value: Any


class _Marks:
    """The marks of one language, and where a quotation may begin in it."""

    def __init__(self, quotes: dict[str, Any]) -> None:
        self.opens, self.closes = quotes["double"]
        self.single_opens, self.single_closes = quotes["single"]
        self.apostrophe = quotes["apostrophe"]
        self.inner = quotes.get("inner", "")  # for a double mark between letters, as in Hebrew abbreviations
        self.space = quotes.get("space", "")
        self.opening = frozenset(f"{BEFORE}{self.opens}{self.single_opens}")
        elided = "|".join(quotes["elided"])  # '90s, 'em
        self.elided = re.compile(rf"(?:{elided})\b", re.IGNORECASE) if elided else None


@lru_cache(maxsize=64)
def _marks_of(code: str) -> _Marks | None:
    quotes = usage_of(code).get("quotes")
    return _Marks(quotes) if quotes else None


def typeset(text: str) -> str:
    """Give a plain text with the quotes and apostrophes of the spoken language, and "20 %" that no line end parts.

    Quotes that are curly already stay, and so do a sign of inches or minutes behind a figure, and an address.
    """
    return _whole(text, current().code)


def quotation_marks() -> tuple[str, str]:
    """Give what opens and what closes a quotation in the spoken language."""
    marks = _marks_of(current().code)
    return (f"{marks.opens}{marks.space}", f"{marks.space}{marks.closes}") if marks else ('"', '"')


def in_place(text: str) -> str:
    """Give the text typeset, of as many characters: without what is set within the quotes."""
    return _in_place(text, current().code)


def spaced_quotes(shown: str) -> str:
    """Give a text that was typeset in place with what its language sets within the quotes."""
    return _spaced(shown, current().code)


@lru_cache(maxsize=1 << 16)
def _whole(text: str, code: str) -> str:
    return _spaced(_in_place(text, code), code)


def _spaced(shown: str, code: str) -> str:
    marks = _marks_of(code)
    if not marks or not marks.space or not (marks.opens in shown or marks.closes in shown):
        return shown
    opened = re.sub(rf"{marks.opens}(?![\s{marks.space}])", f"{marks.opens}{marks.space}", shown)
    return re.sub(rf"(?<![\s{marks.space}]){marks.closes}", f"{marks.space}{marks.closes}", opened)


@lru_cache(maxsize=1 << 16)
def _in_place(text: str, code: str) -> str:
    if "%" in text:
        text = PERCENT.sub("\u00a0", text)
    marks = _marks_of(code)
    if not marks or ('"' not in text and "'" not in text) or ADDRESS.fullmatch(text):
        return text
    out = list(text)
    within = single = False  # a double quotation, and one in it
    for at, sign in ((found.start(), found[0]) for found in QUOTES.finditer(text)):
        before = next((out[one] for one in range(at - 1, -1, -1) if out[one] not in BETWEEN), " ")
        after = text[at + 1 : at + 2]
        opens = before in marks.opening and bool(after.strip())
        if sign == '"':
            if marks.inner and before.isalpha() and after.isalpha():
                out[at] = marks.inner
            elif opens or within or not before.isdigit():
                within = opens
                out[at] = marks.opens if opens else marks.closes
        elif opens and not (marks.elided and marks.elided.match(text, at + 1)):
            single = True
            out[at] = marks.single_opens
        elif single and not after.isalpha() and marks.single_closes != marks.apostrophe:
            single = False
            out[at] = marks.single_closes
        elif within or not before.isdigit() or after.isalpha():
            out[at] = marks.apostrophe
    return "".join(out)


def typeset_markdown(markdown: str) -> str:
    """Give Markdown with its running text typeset: code, tags, addresses and attributes stay."""
    hidden = KEPT.sub(lambda found: (UNSEEN if found.group()[0] == "<" else "x") * len(found.group()), markdown)
    done = in_place(hidden)
    out, at = [], 0
    for found in KEPT.finditer(markdown):
        out += [spaced_quotes(done[at : found.start()]), found.group()]
        at = found.end()
    return "".join([*out, spaced_quotes(done[at:])])
