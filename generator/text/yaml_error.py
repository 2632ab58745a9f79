"""What a parser of YAML stumbled over: where that is, and what was found there, in words of no parser."""

from collections.abc import Sequence

import yaml

from generator.text.issue import shown

BEGUN_EARLIER = (
    "end of stream",
    "could not find expected ':'",
    "while parsing a flow",
)  # the mistake is where that began
FOUND = {"mapping values are not allowed": 'a second ": " in '}
MENDS = {
    "mapping values are not allowed": "; put the text in quotes",
    "cannot start any token": "; put quotes around the text, which begins with SIGN",
    "behind a closing quote": "; the text goes on behind its closing quote: take the other kind of quotes, or none",
    "end of stream while scanning a quoted": "; the quote that opens here is never closed: close it, or delete it",
    "could not find expected ':'": '; a line needs its "key: ", or more blanks in front to belong to the text above',
    "while parsing a flow": "; the bracket that opens here is not closed rightly: close it, or put the text in quotes",
    "unknown escape": "; a backslash means something else in double quotes: take single quotes, or none",
    "did not find expected key": "; put as many blanks in front of it as its neighbours have",
    "did not find expected '-'": "; put as many blanks in front of it as its neighbours have",
    "hexdecimal": "; a backslash means something else in double quotes: take single quotes, or none",
    "while scanning a block scalar": "; begin the text on the next line, or leave the sign before it out",
    "while scanning an a": "; put quotes around the text",
    "ing a tag": "; put quotes around the text",
}


def plainly(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str]:
    """Give line and column of what the parser stumbled over, and what was found there in words of no parser."""
    said = " ".join(filter(None, (error.problem, error.context)))
    begun = any(words in said for words in BEGUN_EARLIER) and error.context_mark
    mark = begun or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    if here.lstrip(" ").startswith("\t") or "\\t" in said:
        return line + 1, column + 1, "found a tab where the line begins; indent with spaces"
    if "did not find expected key" in said and here[column - 1 : column] in {"'", '"'}:
        said, opened = "behind a closing quote", _opened(lines, line, column - 1)
        if opened[0] < line:
            mend = f"; the quote that opens here is closed only in line {line + 1}: close it where its text ends"
            return opened[0] + 1, opened[1] + 1, f'found "{shown(lines[opened[0]].strip())}"{mend}'
    mend = next((mend for words, mend in MENDS.items() if words in said), f" ({said})")
    what = next((what for words, what in FOUND.items() if words in said), "")
    mend = mend.replace("SIGN", here[column : column + 1])
    return line + 1, column + 1, f'found {what}"{shown(here.strip())}"{mend}' if here.strip() else f"found: {said}"


def _opened(lines: Sequence[str], line: int, column: int) -> tuple[int, int]:
    """Give line and column of the quote that the one at this place closes: the nearest of its kind before it."""
    sign, before = lines[line][column], lines[line][:column]
    while sign not in before and line:
        line -= 1
        before = lines[line]
    return line, max(before.rfind(sign), 0)
