"""Values as YAML text: whatever somebody typed is the same plain value when it is read again."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

WIDTH = 116
LONGEST_LINE = 100
PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ,.;!?'()%/-]*[A-Za-z0-9.!?)'%])?", re.ASCII)
SPECIAL = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})  # the last five are so for editors
LIST = re.compile(r"^ *(?:[-+*]|[0-9]{1,9}[.)])(?:\s|$)|^(?: {4}|\t)", re.MULTILINE)
INDENT = 2

Value = str | int | Sequence["Value"] | Mapping[str, "Value"]


def one_line(value: str) -> str:
    """Give the value on one line: as typed where that is safe, else in quotes."""
    if PLAIN.fullmatch(value) and value.lower() not in SPECIAL:
        return value
    return json.dumps(value, ensure_ascii=False)


def tidy(prose: str) -> str:
    """Give the paragraphs of a prose without blanks around them; the lines of a list stay lines."""
    blocks = re.split(r"\n(?:[ \t]*\n)+", prose.strip())
    if LIST.search(prose.strip()):
        return "\n\n".join("\n".join(line.rstrip(" \t") for line in block.split("\n")) for block in blocks)
    return "\n\n".join(" ".join(re.split(r"[ \t\n]+", block.strip(" \t\n"))) for block in blocks)


def block(prose: str, indent: int, *, exact: bool = False) -> str:
    """Give a prose as a block below its key: folded where its paragraphs are plain, else line by line.

    Blanks are tidied on the way; what must be `exact` is kept line by line where that would change it.
    """
    value = prose if exact else tidy(prose)
    margin = " " * indent
    if not value or value[0] in " \t" or value != tidy(value) or "\n" in value.replace("\n\n", ""):
        if not value or value[0].isspace():
            return json.dumps(value, ensure_ascii=False)
        return "|-\n" + "\n".join(f"{margin}{line}" if line else "" for line in value.split("\n"))
    folded = (
        textwrap.wrap(part, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
        for part in value.split("\n\n")
    )
    return ">-\n" + "\n\n".join("\n".join(margin + line for line in lines) for lines in folded)


def mapping(fields: Mapping[str, Value], indent: int = 0, *, exact: bool = False) -> Iterator[str]:
    """Give the lines of a mapping; long texts as blocks (`exact` or tidied), lists with an item on each line."""
    margin = " " * indent
    for key, value in fields.items():
        if isinstance(value, str):
            long = "\n" in value or len(value) > LONGEST_LINE
            yield f"{margin}{key}: {block(value, indent + INDENT, exact=exact) if long else one_line(value)}"
        elif isinstance(value, int):
            yield f"{margin}{key}: {value}"
        elif isinstance(value, Mapping):
            yield f"{margin}{key}:"
            yield from mapping(value, indent + INDENT, exact=exact)
        elif value:
            yield f"{margin}{key}:"
            for item in value:
                yield from _item(item, indent + INDENT, exact=exact)
        else:
            yield f"{margin}{key}: []"


def _item(item: Value, indent: int, *, exact: bool) -> Iterator[str]:
    margin = " " * indent
    if isinstance(item, Mapping):
        first, *rest = mapping(item, indent + INDENT, exact=exact)
        yield f"{margin}- {first.lstrip()}"
        yield from rest
    else:
        yield f"{margin}- {one_line(str(item))}"
