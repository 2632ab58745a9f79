"""In which names and texts each word stands: the postings of the search index, from batches that may be remembered.

A batch is some records in a row. What it says of its words follows from their text alone, not from where the batch
stands, so that after an edit only the batches that hold the edited entry are made anew.
"""

import hashlib
import marshal
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, groupby
from operator import sub
from typing import Any

from generator.pages.search_records import SearchRecord
from generator.pages.search_texts import PARTS
from generator.pages.search_words import heft, name_words, words

NAMED, USING = 400, 100  # the most names, and entries, that one word lists
LONGEST_NAME = 63
BATCH = 48  # records of a batch, about
Postings = Mapping[str, tuple[list[int], list[int]]]
Batch = list[Any]  # its words; how many numbers each has of names, and of uses; the numbers of names; those of uses
Recall = Callable[[str, Callable[[], Batch]], Batch]  # what was made before under this key, or what is made now


def made_now(_: str, make: Callable[[], Batch]) -> Batch:
    """Remember nothing."""
    return make()


def postings(records: Sequence[SearchRecord], recall: Recall = made_now) -> Postings:
    """Give for each word its names and the entries that use it, each list as numbers that a script holds.

    Names: how much further the entry is than the one before, then which of its names, how heavy the whole name is, and
    whether the word is two of the name's in one. Entries: how much further, and in which part the word counts most.
    What `recall` gives changes the time this takes, and nothing else.
    """
    named: dict[str, list[int]] = {}
    using: dict[str, list[int]] = {}
    begin = 0
    for key, batch in _batches(records):
        text, names, uses, places, codes = recall(key, partial(_packed, batch))
        numbers = [*places]
        numbers[::2] = [at + begin for at in places[::2]]
        found = text.split()
        _add(named, found, names, numbers)
        _add(using, found, uses, [code + begin * len(PARTS) for code in codes])
        begin += len(batch)
    number = len(records)
    first = [part * number + at for at in range(number) for part in range(len(PARTS))]
    return {
        word: (_names(named.get(word, [])), _using(using.get(word, []), first)) for word in sorted({*named, *using})
    }


def _add(lists: dict[str, list[int]], found: Sequence[str], counts: Sequence[int], numbers: Sequence[int]) -> None:
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


def _batches(records: Sequence[SearchRecord]) -> Iterator[tuple[str, Sequence[SearchRecord]]]:
    """Give the records in batches, each with a key that says what it follows from.

    A batch ends where a record's own print says so: one more record, or one less, changes no other batch.
    """
    begin, key = 0, hashlib.sha256()
    for at, record in enumerate(records, 1):
        said = record.known.encode() or marshal.dumps((record.title, record.names, tuple(record.texts)), 2)
        print_ = hashlib.sha256(said).digest()
        key.update(print_)
        if int.from_bytes(print_[:4]) % BATCH == 0 or at - begin == BATCH * 2 or at == len(records):
            yield key.hexdigest(), records[begin:at]
            begin, key = at, hashlib.sha256()


def _packed(batch: Sequence[SearchRecord]) -> Batch:
    """Give what a batch says of its words: plain lists, so that they can be kept as JSON."""
    named: dict[str, list[int]] = defaultdict(list)
    using: dict[str, list[int]] = defaultdict(list)
    for at, record in enumerate(batch):
        for which, name in enumerate((record.title, *record.names)):
            pairs = list(name_words(name))
            weight = min(sum(heft(word) for word, joined in pairs if not joined), LONGEST_NAME)
            for word, joined in pairs:
                named[word] += (at, (which * (LONGEST_NAME + 1) + weight) * 2 + joined)
        seen: set[str] = set()
        for part, text in _by_part(record):
            fresh = words(text) - seen
            seen |= fresh
            for word in fresh:
                using[word].append(at * len(PARTS) + part)
    found = sorted({*named, *using})
    names, uses = ([of.get(word, ()) for word in found] for of in (named, using))
    return [" ".join(found), [*map(len, names)], [*map(len, uses)], [*chain(*names)], [*chain(*uses)]]


def _by_part(record: SearchRecord) -> Iterator[tuple[int, str]]:
    texts = sorted(record.texts, key=lambda text: text[0])
    for part, those in groupby(texts, key=lambda text: text[0]):
        yield part, " \n ".join(text for _, text in those)


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
