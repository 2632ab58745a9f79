"""Quotes and spaces as a printer sets them, character for character, so that what was found at a place stays there."""

import re
from functools import lru_cache

OPENING = frozenset(" \t\n\u00a0([{/\u2014\u2013\u201c\u2018")
ELIDED = re.compile(r"(?:[0-9]{2}s?|em|til|cause|n|round|tis|twas)\b", re.IGNORECASE)  # '90s, 'em
UNSEEN = "\x00"  # what a tag is to the words around it
PERCENT = re.compile(r"(?<=[0-9]) (?=%)")
ADDRESS = re.compile(r"https?://\S+")
KEPT = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`|<[^<>]*>|\]\([^()\n]*\)|\{[:#.][^{}\n]*\}|https?://\S+", re.DOTALL)


@lru_cache(maxsize=1 << 16)
def typeset(text: str) -> str:
    """Give a plain text of as many characters: typographic quotes and apostrophes, "20 %" that no line end parts.

    Quotes that are curly already stay, and so do a sign of inches or minutes behind a figure, and an address.
    """
    if "%" in text:
        text = PERCENT.sub("\u00a0", text)
    if ('"' not in text and "'" not in text) or ADDRESS.fullmatch(text):
        return text
    out: list[str] = []
    within = False  # a double quotation
    for at, sign in enumerate(text):
        before = next((one for one in reversed(out) if one != UNSEEN), " ")
        after = text[at + 1 : at + 2]
        if sign == '"':
            opens = before in OPENING and bool(after.strip())
            if not (opens or within) and before.isdigit():
                out.append(sign)
                continue
            within = opens
            out.append("\u201c" if opens else "\u201d")
        elif sign == "'":
            opens = before in OPENING and bool(after.strip()) and not ELIDED.match(text, at + 1)
            out.append("\u2018" if opens else "\u2019" if within or not before.isdigit() or after.isalpha() else sign)
        else:
            out.append(sign)
    return "".join(out)


def typeset_markdown(markdown: str) -> str:
    """Give Markdown of as many characters with its running text typeset: code, tags, addresses and attributes stay."""
    hidden = KEPT.sub(lambda found: (UNSEEN if found.group()[0] == "<" else "x") * len(found.group()), markdown)
    done = list(typeset(hidden))
    for found in KEPT.finditer(markdown):
        done[found.start() : found.end()] = found.group()
    return "".join(done)
