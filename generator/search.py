"""A search index that a phone can load: long sections shorter, until the whole is light enough to send.

The theme's index holds every word of every page and grows with them. Above `MOST` bytes, as sent with gzip, each
section keeps only its beginning, which says what it is about; in a very large handbook only pages keep their titles.
"""

import json
import re
import zlib
from bisect import bisect_left
from collections.abc import Container, Sequence
from typing import Any, NamedTuple

MOST = 300_000  # bytes with gzip; more takes a slow phone seconds to fetch and to read
LENGTHS = (1_200, 1_000, 850, 700, 600, 500, 420, 350, 290, 240, 190, 150, 110, 80, 50, 25, 0)  # characters
SAMPLE = 4_000  # sections to weigh when there are many more
SAFE = 0.97  # a sample may weigh a little less than the whole
TAG = re.compile(r"<[^>]*>")
Doc = dict[str, Any]


class Form(NamedTuple):
    """How much of an index is kept: characters of each section, and whether sections are kept or pages alone."""

    length: int
    sections: bool


def lean(index: str, most: int = MOST) -> str:
    """Give the search index, with as much of each section as fits into `most` bytes with gzip."""
    data = json.loads(index)
    docs: list[Doc] = data["docs"]
    share = _sample(docs)
    weight = len(docs) / max(len(share), 1)
    if _weigh(share) * weight <= most:
        return index
    forms = [Form(length, sections) for sections in (True, False) for length in LENGTHS]
    light = bisect_left(forms, -most * SAFE, key=lambda form: -_weigh(_cut(share, form)) * weight)
    return _written(data, _cut(docs, forms[min(light, len(forms) - 1)]))


def merged(index: str, before: dict[str, Doc], pages: Container[str]) -> str:
    """Give the index with what was in it `before`, and remember what is in it now; of these pages only.

    A server that makes only what changed writes an index that may hold that alone.
    """
    data = json.loads(index)
    known = {**before, **{doc["location"]: doc for doc in data["docs"]}}
    before.clear()
    before.update({at: doc for at, doc in known.items() if at.partition("#")[0] in pages})
    return _written(data, list(before.values()))


def _sample(docs: Sequence[Doc]) -> list[Doc]:
    step = max(len(docs) // SAMPLE, 1)
    return list(docs[::step]) if step > 1 else list(docs)


def _cut(docs: Sequence[Doc], form: Form) -> list[Doc]:
    kept = (doc for doc in docs if form.sections or "#" not in doc["location"])
    return [{**doc, "text": _beginning(doc["text"], form.length)} for doc in kept]


def _beginning(text: str, length: int) -> str:
    """Give the text, or so much of it without markup that no word and no entity is cut."""
    if len(text) <= length:
        return text
    words = " ".join(TAG.sub(" ", text).split())
    if len(words) <= length:
        return words
    return words[: words.rfind(" ", 0, length + 1) + 1].rstrip()


def _weigh(docs: Sequence[Doc]) -> int:
    return len(zlib.compress(json.dumps(docs, ensure_ascii=False, separators=(",", ":")).encode(), 6))


def _written(data: dict[str, Any], docs: Sequence[Doc]) -> str:
    return json.dumps({**data, "docs": docs}, ensure_ascii=False, separators=(",", ":"))
