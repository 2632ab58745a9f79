"""In which names and texts each word stands: the postings of the search index, from batches that may be remembered.

A batch is some records in a row. What it says of its words follows from their text alone, not from where the batch
stands, so that after an edit only the batches that hold the edited entry are made anew.
"""

import hashlib
import marshal
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, groupby
from typing import NoReturn

from generator.pages.search_merged import (
    LONGEST_NAME,
    Batch,
    Carry,
    Merged,
    Postings,
    made_alone,
    mended,
    whole,
)
from generator.pages.search_records import SearchRecord
from generator.pages.search_texts import PARTS
from generator.pages.search_words import heft, name_words, words

BATCH = 48  # records of a batch, about
Recall = Callable[[str, Callable[[], Batch]], Batch]  # what was made before under this key, or what is made now


def made_now(_: str, make: Callable[[], Batch]) -> Batch:
    """Remember nothing."""
    return make()


def postings(records: Sequence[SearchRecord], recall: Recall = made_now, carry: Carry = made_alone) -> Postings:
    """Give for each word its names and the entries that use it, each list as numbers that a script holds.

    Names: how much further the entry is than the one before, then which of its names, how heavy the whole name is, and
    whether the word is two of the name's in one. Entries: how much further, and in which part the word counts most.
    What `recall` and `carry` give changes the time this takes, and nothing else.
    """
    return carry(partial(_merged, records, recall)).found


def _merged(records: Sequence[SearchRecord], recall: Recall, last: Merged | None) -> Merged:
    batches = [*_batches(records)]
    sized = [(key, len(batch)) for key, batch in batches]
    makes = [partial(recall, key, partial(_packed, batch)) for key, batch in batches]
    if last and [size for _, size in last.batches] == [size for _, size in sized]:
        pairs = enumerate(zip(last.batches, sized, strict=True))
        with suppress(_GoneError):
            others = {at: (recall(was[0], _gone), makes[at]()) for at, (was, now) in pairs if was != now}
            return mended(last, sized, others)
    return whole(sized, [make() for make in makes])


class _GoneError(Exception):
    """Raised where a batch is remembered no more, whose records are gone."""


def _gone() -> NoReturn:
    raise _GoneError


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
