"""Prose: paragraphs and lists with emphasis, strong, code and links, parsed once by a strict subset of CommonMark.

Whatever the subset does not know is text. `prose_markdown` and `prose_html` write it again.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

ENTRY_LINK = re.compile(r"([a-z]+):([a-z0-9-]+(?:/[a-z0-9-]+)?)")
WEB_LINK = re.compile(
    r"https://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::[0-9]{1,5})?(?:[/?#][A-Za-z0-9._~!$&'()*+,;=:@%/?#-]*)?"
)
PUNCTUATION = re.compile(rb"\xe2[\x80\x81].", re.DOTALL)  # U+2000 to U+207F
ASCII_WORDS = bytes(at if at > 127 or chr(at).isalnum() or at == ord("_") else ord(" ") for at in range(256))  # noqa: PLR2004
SENTENCE_END = re.compile(r"[.!?][\"\u201d\u2019)]*(?= |$)")
STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
SPACES = re.compile(r"\s+")
FIRST_CLAUSE = re.compile(r"((?:\[[^\]\n]*\]\([^)\n]*\)|[^\[\]*_`\\(\n.,;:])+)(?=[.,;:](?:\s|$))")
LONGEST_CLAUSE = 70
MARKUP_SIGNS = "*_`[]\\"
MARKUP_START = re.compile(r"(?: {4}|\t| {0,3}(?:[-+*]|[0-9]{1,9}[.)])(?:\s|\Z))")
MARKUP_LINE = re.compile(rf"\n{MARKUP_START.pattern}")  # apart, for what begins with a sign is found far faster


def spaced(text: str) -> str:
    """Give the text with every run of blanks as one space."""
    if text.isprintable() and "  " not in text:
        return text  # the only blank that is printable is the space
    return SPACES.sub(" ", text)


@lru_cache(maxsize=1 << 16)
def plain(prose: str) -> str:
    """Give the words alone, without markup, blanks collapsed to single spaces."""
    if not has_markup(prose):
        return spaced(prose).strip()
    return spaced(" ".join(_words(token) for token in _inlines(prose))).strip()


def bare(text: str) -> str:
    """Give the text with straight quotes for curly ones, letter for letter: how words are compared, never shown."""
    return text if text.isascii() else text.translate(STRAIGHT)


def opening(text: str, limit: int) -> str:
    """Give the whole sentences of a plain text that so many characters hold; of a longer sentence, its first words."""
    if len(text) <= limit:
        return text
    ends = [found.end() for found in SENTENCE_END.finditer(text[: limit + 1])]
    return text[: ends[-1]].rstrip() if ends else text[:limit].rpartition(" ")[0].rstrip(" ,;:") + "\u2026"


def first_sentence(text: str) -> tuple[str, str]:
    """Give the first sentence of a prose and what follows it; no mark and no link is taken apart."""
    for found in SENTENCE_END.finditer(text):
        first = text[: found.end()]
        if first.count("[") == first.count("]") and first.count("(") == first.count(")") and not first.count("*") % 2:
            return first, text[found.end() :].strip()
    return text, ""


def words_of(text: str) -> set[bytes]:
    """Give the different words of a text, as UTF-8: bytes are several times faster here than a pattern."""
    return set(PUNCTUATION.sub(b" ", text.encode(errors="replace")).translate(ASCII_WORDS).split())


def links(prose: str) -> Iterator[str]:
    """Give the target of every link, as typed."""
    for inline in _inlines(prose):
        for token in inline.children or ():
            if token.type == "link_open":
                yield str(token.attrs["href"])


def pieces(prose: str) -> Iterator[tuple[str, str]]:
    """Give the words in stretches, each with the target of the link that it belongs to, or nothing."""
    target = ""
    for inline in _inlines(prose):
        for token in inline.children or ():
            if token.type == "link_open":
                target = str(token.attrs["href"])
            elif token.type == "link_close":
                target = ""
            elif said := words_in_token(token):
                yield spaced(said), target


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a check of what has no markup does without it

    parser = MarkdownIt("zero").enable(["emphasis", "link", "backticks", "list", "escape"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - rules name a bad link's line
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


@lru_cache(maxsize=4096)
def parse(prose: str) -> "tuple[Token, ...]":
    """Give the tokens of a prose."""
    return tuple(_parser().parse(prose))


def has_markup(prose: str) -> bool:
    """Whether the prose may hold more than paragraphs; a question asked often, and answered without the parser."""
    if MARKUP_START.match(prose) or ("\n" in prose and MARKUP_LINE.search(prose)):
        return True
    for sign in MARKUP_SIGNS:  # noqa: SIM110 - a generator takes longer than all the rest
        if sign in prose:
            return True
    return False


def words_in_token(token: "Token") -> str:
    """Give the words of a token; a backslash that ends a line leaves a blank, as the end of any other line does."""
    if token.type == "hardbreak":
        return " "
    return token.content if token.type in {"text", "code_inline"} else ""


def _inlines(prose: str) -> "Iterator[Token]":
    return (token for token in parse(prose) if token.type == "inline")


def _words(inline: "Token") -> str:
    return "".join(map(words_in_token, inline.children or ()))


def led(text: str) -> str:
    """Give the source of a task with its first clause strong: what one does stands out of what belongs to it."""
    found = FIRST_CLAUSE.match(text)
    if not found or len(plain(found[1])) > LONGEST_CLAUSE:
        return text
    return f"**{found[1]}**{text[found.end() :]}"
