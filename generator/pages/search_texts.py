"""What the search reads of a record: its texts, each with the part of the entry that it belongs to."""

import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, overload

from generator.content.reads import worked_out
from generator.model import Words
from generator.text.language import N_
from generator.text.prose import plain

PARTS = (  # how a result says where the words were found, and how much they count there
    (N_("what it is about"), 10),
    (N_("what a good answer holds"), 6),
    (N_("its traps"), 5),
    (N_("its follow-ups"), 4),
    (N_("the telling"), 4),
    (N_("the page"), 3),
)
ABOUT, GOOD, TRAPS, NEXT, TOLD, REST = range(len(PARTS))
PART_OF = {
    "summary": ABOUT,
    "intent": ABOUT,
    "thirty_seconds": ABOUT,
    "system": ABOUT,
    "worry": ABOUT,
    "means": ABOUT,
    "use_when": ABOUT,
    "scenario": ABOUT,
    "question": ABOUT,
    "looks_like": ABOUT,
    "stands_for": ABOUT,
    "core_story": ABOUT,
    "good_answer": GOOD,
    "must_contain": GOOD,
    "evidence": GOOD,
    "steps": GOOD,
    "trap": TRAPS,
    "red_flags": TRAPS,
    "pitfalls": TRAPS,
    "level_mistakes": TRAPS,
    "follow_ups": NEXT,
    "faq": NEXT,
    "told": TOLD,
    "spoken": TOLD,
    "turns": TOLD,
    "tellings": TOLD,
}
CALLED = frozenset({"title", "name", "known_as", "term", "synonyms", "ask", "also_asked"})
SUMMARY = 200  # characters


class Later(Sequence[tuple[int, str]]):
    """The texts of an entry, worked out when somebody asks: where an index of them is known, nobody does."""

    def __init__(self, make: Callable[[], Iterable[tuple[int, str]]]) -> None:
        self._make = make

    @worked_out
    def _all(self) -> Sequence[tuple[int, str]]:
        return tuple(self._make())

    @overload
    def __getitem__(self, at: int) -> tuple[int, str]: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[int, str]]: ...

    def __getitem__(self, at: Any) -> Any:
        return self._all[at]

    def __len__(self) -> int:
        return len(self._all)


def texts_of(fields: Iterable[tuple[Any, Any, str]]) -> Iterator[tuple[int, str]]:
    """Give the words of a record's fields, each with the part that the field belongs to, but for its names."""
    for path, mark, value in fields:
        if isinstance(mark, Words) and (path[0] not in CALLED):
            part = next((PART_OF[step] for step in path if step in PART_OF), REST)
            yield part, plain(value) if mark.form == "prose" else value


def digest(words: tuple[Any, ...]) -> str:
    """Give what tells these words from others."""
    return sha256(marshal.dumps(words, 2)).hexdigest()


def line_of(prose: str) -> str:
    """Give the beginning of the words, whole sentences where one fits."""
    text = plain(prose)
    if len(text) <= SUMMARY:
        return text
    kept = text[: SUMMARY + 1]
    ends = max(kept.rfind(". "), kept.rfind("? "), kept.rfind("! "))
    return kept[: ends + 1] if ends > SUMMARY // 3 else kept[: kept.rfind(" ")].rstrip(",;:") + " \u2026"
