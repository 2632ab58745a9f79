"""What all batches say of each word, put together; after an edit, what was put together before is mended in its place.

A word of a batch has numbers of names, two for each: in which record of the batch, and which name of it; and numbers of
uses, one for each record: which one, times the number of parts, and in which part the word counts most there.
"""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import sub
from typing import Any

from generator.pages.search_texts import PARTS

NAMED, USING = 400, 100  # the most names, and entries, that one word lists
LONGEST_NAME = 63
WAYS = len(PARTS)
Postings = Mapping[str, tuple[list[int], list[int]]]
Batch = list[Any]  # its words; how many numbers each has of names, and of uses; the numbers of names; those of uses
Sized = tuple[str, int]  # the key of a batch, and how many records it holds
Lists = dict[str, list[int]]
Packed = dict[str, bytes]  # likewise, each list in the bytes of its numbers
NUMBER = "I"


@dataclass(frozen=True, kw_only=True)
class Merged:
    """What these batches say together: of each word all names and all uses, and those that a script holds."""

    batches: Sequence[Sized]
    named: Packed
    using: Packed
    found: dict[str, tuple[list[int], list[int]]]


Carry = Callable[[Callable[[Merged | None], Merged]], Merged]  # has it made of what there was the last time


def made_alone(make: Callable[[Merged | None], Merged]) -> Merged:
    """Carry nothing over."""
    return make(None)


def whole(batches: Sequence[Sized], packed: Sequence[Batch]) -> Merged:
    """Put together what these batches hold."""
    named: Lists = {}
    using: Lists = {}
    begin = 0
    for (_, size), (text, names, uses, places, codes) in zip(batches, packed, strict=True):
        numbers, shift = [*places], begin * WAYS
        numbers[::2] = [at + begin for at in places[::2]]
        found = text.split()
        _add(named, found, names, numbers)
        _add(using, found, uses, [code + shift for code in codes])
        begin += size
    first = _first(begin)
    every = sorted({*named, *using})
    shown = {word: (_names(named.get(word, [])), _using(using.get(word, []), first)) for word in every}
    return Merged(batches=batches, named=_packed(named), using=_packed(using), found=shown)


def mended(last: Merged, batches: Sequence[Sized], others: Mapping[int, tuple[Batch, Batch]]) -> Merged:
    """Give what these batches hold, as many records each as the last; `others` are, by place, the old and the new."""
    named, using, found = {**last.named}, {**last.using}, {**last.found}
    begin, changed = 0, set()
    for at, (_, size) in enumerate(batches):
        if at in others:
            was, now = (dict(_rows(batch)) for batch in others[at])
            for word in (word for word in was.keys() | now.keys() if was.get(word) != now.get(word)):
                changed.add(word)
                names, uses = now.get(word, ((), ()))
                _put(named, word, _spliced_names(_list(named, word), begin, begin + size, names))
                _put(using, word, _spliced(_list(using, word), begin * WAYS, (begin + size) * WAYS, uses))
        begin += size
    first = _first(begin)
    for word in changed:
        found[word] = _names(_list(named, word)), _using(_list(using, word), first)
    shown = {word: found[word] for word in sorted(found) if word not in changed or word in named or word in using}
    return Merged(batches=batches, named=named, using=using, found=shown)


def _add(lists: Lists, found: Sequence[str], counts: Sequence[int], numbers: Sequence[int]) -> None:
    """Add to the list of each word found its numbers, of which it has so many."""
    at = 0
    for word, count in zip(found, counts, strict=True):
        if count:
            there = lists.get(word)
            if there is None:
                lists[word] = [*numbers[at : at + count]]
            else:
                there += numbers[at : at + count]
            at += count


def _rows(batch: Batch) -> Iterator[tuple[str, tuple[list[int], list[int]]]]:
    """Give of each word of a batch its names and its uses."""
    text, names, uses, places, codes = batch
    place = code = 0
    for word, named, used in zip(text.split(), names, uses, strict=True):
        yield word, (places[place : place + named], codes[code : code + used])
        place, code = place + named, code + used


def _packed(lists: Lists) -> Packed:
    return {word: array(NUMBER, numbers).tobytes() for word, numbers in lists.items()}


def _list(lists: Packed, word: str) -> list[int]:
    return array(NUMBER, lists.get(word, b"")).tolist()


def _put(lists: Packed, word: str, numbers: list[int]) -> None:
    if numbers:
        lists[word] = array(NUMBER, numbers).tobytes()
    else:
        lists.pop(word, None)


def _spliced(there: Sequence[int], begin: int, end: int, fresh: Sequence[int]) -> list[int]:
    """Give the numbers with fresh ones in the place of those from `begin` to `end`."""
    before, behind = [one for one in there if one < begin], [one for one in there if one >= end]
    return [*before, *(one + begin for one in fresh), *behind]


def _spliced_names(there: Sequence[int], begin: int, end: int, fresh: Sequence[int]) -> list[int]:
    """Give likewise the names, of which each has two numbers."""
    pairs = [*zip(there[::2], there[1::2], strict=True)]
    new = [(one + begin, name) for one, name in zip(fresh[::2], fresh[1::2], strict=True)]
    kept = [*(one for one in pairs if one[0] < begin), *new, *(one for one in pairs if one[0] >= end)]
    return [number for one in kept for number in one]


def _first(number: int) -> Sequence[int]:
    """Give of each use of so many records how early it comes where those that count most come first."""
    return [part * number + at for at in range(number) for part in range(WAYS)]


def _names(flat: Sequence[int]) -> list[int]:
    if len(flat) > 2 * NAMED:
        found = zip(flat[::2], flat[1::2], strict=True)
        lightest = sorted(found, key=lambda name: (name[1] // 2 % (LONGEST_NAME + 1), name))
        flat = [number for name in sorted(lightest[:NAMED]) for number in name]
    steps = [*flat]
    steps[2::2] = map(sub, flat[2::2], flat[::2])
    return steps


def _using(codes: list[int], first: Sequence[int]) -> list[int]:
    """Give the steps from use to use, which stand in the order of entries; `first` says which of them count most."""
    if len(codes) > USING:
        codes = sorted(sorted(codes, key=first.__getitem__)[:USING])
    return [codes[0], *map(sub, codes[1:], codes)] if codes else codes
