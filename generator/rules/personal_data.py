"""By what somebody could be recognised or reached in a story: names of employers, addresses, numbers to call.

The patterns are slow, and almost every story is free of what they look for: that is asked first, and fast.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.model import Story, Words
from generator.model.schema_walk import walk_fields
from generator.rules.style_guide import Guide
from generator.text.prose import plain
from generator.text.source import Path_

Remark = tuple[Path_, dict[str, Any]]
PERSONAL_HINTS = ("@", "http", "www.")
WORD = re.compile(r"\w+")
PHONE = re.compile(r"\d[\d ()/-]{7}")
OF_PHONES = bytes(ord("0") if at > 127 or chr(at) in "0123456789 ()/-" else ord("a") for at in range(256))  # noqa: PLR2004
IN_A_ROW = b"0" * 8


def personal_data(guide: Guide, story: Story) -> Iterator[Remark]:
    """Give each word by which somebody could be recognised or reached: an employer, an address, a number to call."""
    told = [(path, mark, value) for path, mark, value in walk_fields(story) if isinstance(mark, Words)]
    whole = "\n".join(value for _, _, value in told)
    hinted = any(hint in whole for hint in PERSONAL_HINTS) or _names_employer(guide, whole)
    if not hinted and not _has_phone(whole) and "personal" not in guide.usage:
        return  # the patterns are slow, and almost every story is free of what they look for
    for path, mark, value in told:
        if path[0] != "contributor":
            for match in _personal(guide).finditer(plain(value) if mark.form == "prose" else value):
                yield path, {"found": match.group().strip()}


@lru_cache(maxsize=32)
def _personal(guide: Guide) -> re.Pattern[str]:
    names = "|".join(map(re.escape, guide.data["employers"]))
    begins, ends = (r"(?<![A-Za-z0-9_])", r"(?![A-Za-z0-9_])") if guide.in_characters else (r"\b", r"\b")
    return re.compile("|".join([*guide.data["personal"], f"{begins}(?:{names}){ends}"]))


def _names_employer(guide: Guide, text: str) -> bool:
    """Whether the text may name an employer; where blanks part the words, only if the name's first is a word of it."""
    names = guide.data["employers"]
    if guide.in_characters:
        return any(name in text for name in names)
    first, like, begins = _first_words(guide)
    words = [
        "",
        *like.findall(text),
        *(word for begin, small in begins if begin in text for word in small.findall(text)),
    ]
    return not first.isdisjoint(words) and any(name in text for name in names)


@lru_cache(maxsize=32)
def _first_words(guide: Guide) -> tuple[frozenset[str], re.Pattern[str], list[tuple[str, re.Pattern[str]]]]:
    """Give the first word of each employer's name, and how words are found that begin as one of them.

    They are found by one of their capitals; those that begin with none, by their first two letters, one by one: a small
    letter begins too many words.
    """
    first = frozenset(found.group() if (found := WORD.search(name)) else "" for name in guide.data["employers"])
    large = "".join(re.escape(letter) for letter in sorted({word[0] for word in first if word[:1].isupper()}))
    begins = sorted({word[:2] for word in first if word and not word[0].isupper()})
    small = [(begin, re.compile(rf"{re.escape(begin)}\w*")) for begin in begins]
    return first, re.compile(rf"[{large}]\w*" if large else r"(?!)"), small


def _has_phone(text: str) -> bool:
    """Whether the text may hold a number to call; asked first of its bytes, of which few are such signs in a row."""
    return IN_A_ROW in text.encode(errors="replace").translate(OF_PHONES) and PHONE.search(text) is not None
