"""The tags of a page as templates write them, each read once: most pages say the same ones."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

Given = Mapping[str, str | None]

NO_MARKUP = "script|style|title|xmp|iframe|noembed|noframes|noscript|plaintext"  # what these hold
TAG = re.compile(
    rf"(/?)(?!(?:{NO_MARKUP})\b)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+(?:=\"[^\"<>]*\")?)*)\s*(/?)>", re.IGNORECASE
)
GIVEN = re.compile(r"([\w:-]+)(?:(=)\"([^\"]*)\")?")
KNOWN = 1 << 12  # tags that are known at once


@dataclass(frozen=True, kw_only=True)
class Tag:
    """A tag as templates write one."""

    name: str
    closes: bool
    ends: bool
    given: Given


@lru_cache(KNOWN)
def tag_of(said: str) -> Tag | None:
    """Give the tag that is said so between its brackets: most pages say the same ones."""
    found = TAG.match(f"{said}>")
    if not found:
        return None
    closes, tag, given, ends = found.groups()
    pairs = {name.lower(): unescape(of) if valued else None for name, valued, of in GIVEN.findall(given)}
    return Tag(name=tag.lower(), closes=bool(closes), ends=bool(ends), given=pairs)
