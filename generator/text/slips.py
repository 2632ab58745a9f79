"""Slips of the keyboard that YAML takes for something else, or for nothing: found before they cut or hide a word."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.text.issue import Issue, shown

MANY = 20
COMMENT = re.compile(r"[ \t]+#")
NOTE = re.compile(r"[ \t]{2,}#[ #!]|[ \t]{2,}#$", re.MULTILINE)  # set apart: somebody speaks to the next writer
ANY_WIDE = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
WIDE_BLANK = re.compile(r"^[ \t]*(?P<blank>[\u00a0\u2000-\u200a\u202f\u205f\u3000])[^\n]*\S", re.MULTILINE)
CURLY = re.compile(
    r"^(?P<before>[ ]*(?:- )*(?:[A-Za-z_]+:|-)[ ]+)(?P<sign>[\u201c\u201d\u201e\u00ab])(?P<rest>[^\n]*)$", re.MULTILINE
)
CLOSES = {"\u201c": "\u201d\u201c", "\u201d": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb"}
OPENS_BLOCK = re.compile(r"^(?P<indent> *)(?:- )*(?:[A-Za-z_]+:|-) *[|>][0-9+-]*[ \t]*(?:#.*)?$")


def lookalike_signs(text: str, file: str) -> Iterator[Issue]:
    """Give an issue for each line that is indented by a blank of another kind, and each value in curly quotes."""
    if text.isascii():
        return
    found = (*_wide_blanks(text), *_curly_quotes(text))
    for at, message in islice(sorted(found), MANY):
        yield _issue(text, file, at, message)


def has_comment(text: str) -> bool:
    """Whether anything in the text may be a comment behind a blank."""
    return "#" in text and (" #" in text or "\t#" in text)


def cut_texts(text: str, file: str, ends: Iterable[int]) -> Iterator[Issue]:
    """Give an issue for each text without quotes that a `#` ends, though its words go on."""
    if not has_comment(text):
        return
    found = (at for at in ends if COMMENT.match(text, at) and not NOTE.match(text, at))
    for at in islice(found, MANY):
        sign = text.index("#", at)
        rest = text[sign : text.find("\n", sign) if "\n" in text[sign:] else len(text)]
        said = (
            f'a text must not be cut by a "#" behind a blank, found "{shown(rest)}" left out; '
            "put the text in quotes, or two blanks before a comment and one behind its sign"
        )
        yield _issue(text, file, sign, said, "cut-text")


def _wide_blanks(text: str) -> Iterator[tuple[int, str]]:
    if not ANY_WIDE.search(text):
        return
    for found in WIDE_BLANK.finditer(text):
        code = f"U+{ord(found['blank']):04X}"
        said = f"a line must be indented with ordinary blanks, found {code} (a wide or no-break one); type them anew"
        yield found.start("blank"), said


def _curly_quotes(text: str) -> Iterator[tuple[int, str]]:
    if not any(sign in text for sign in CLOSES):
        return
    block, at = -1, 0
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if line.strip() and indent <= block:
            block = -1
        if block < 0 and (found := CURLY.match(line)) and _is_delimiter(found):
            said = f"quotes around a value must be straight, found {found['sign']}; write \" or ' at both ends, or none"
            yield at + found.start("sign"), said
        if block < 0 and (opened := OPENS_BLOCK.match(line)):
            block = len(opened["indent"])
        at += len(line) + 1


def _is_delimiter(found: re.Match[str]) -> bool:
    """Whether the quotes stand around the whole value, and are none of its own."""
    rest = found["rest"].rstrip()
    closes = CLOSES[found["sign"]]
    return rest[-1:] in closes and bool(rest) and not any(sign in rest[:-1] for sign in closes)


def _issue(text: str, file: str, at: int, message: str, code: str = "yaml-syntax") -> Issue:
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return Issue(file=file, line=line, column=column, message=message, code=code)
