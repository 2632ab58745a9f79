"""The postings of the search: whatever is remembered, they are what they are without, and an edit makes few anew."""

import json
import marshal
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages import search_postings
from generator.pages.search_merged import Batch, Merged
from generator.pages.search_postings import BATCH, postings
from generator.pages.search_records import SearchRecord
from generator.pages.search_texts import PARTS

SOME = ["lay", "offs", "layoffs", "team", "debt", "on-call", "1:1", "über"]
WORDS = st.lists(st.sampled_from(SOME), max_size=5).map(" ".join)
TEXTS = st.lists(st.tuples(st.integers(0, len(PARTS) - 1), WORDS), max_size=3).map(tuple)
RECORDS = st.builds(
    SearchRecord,
    kind=st.just("story"),
    path=st.just("stories/a.md"),
    title=WORDS,
    names=st.lists(WORDS, max_size=2).map(tuple),
    summary=st.just(""),
    texts=TEXTS,
)


class Memory:
    """Remembers every batch as a file would, as JSON, and counts those that were made."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.made = 0

    def __call__(self, key: str, make: Callable[[], Batch]) -> Batch:
        if key not in self.kept:
            self.made += 1
            self.kept[key] = json.dumps(make())
        found: Batch = json.loads(self.kept[key])
        return found


class Carried:
    """Carries what was put together over to the next time, as a file would, and says whether anything was."""

    def __init__(self) -> None:
        self.kept = b""
        self.last: Merged | None = None

    def __call__(self, make: Callable[[Merged | None], Merged]) -> Merged:
        self.last = Merged(**marshal.loads(self.kept)) if self.kept else None  # noqa: S302 - our own
        now = make(self.last)
        self.kept = marshal.dumps(vars(now))
        return now


def many(number: int) -> list[SearchRecord]:
    return [
        SearchRecord(
            kind="story", path="", title=f"Title {at}", summary="", texts=((at % len(PARTS), f"all word{at}"),)
        )
        for at in range(number)
    ]


@given(st.lists(RECORDS, max_size=12), st.data())
def test_any_edit_with_any_memory_gives_what_is_given_without(
    records: Sequence[SearchRecord], data: st.DataObject
) -> None:
    memory, carried = Memory(), Carried()
    for _ in range(3):
        assert postings(records, memory) == postings(records)
        assert postings(records, memory, carried) == postings(records)
        assert postings(records, memory, carried) == postings(records)
        at = data.draw(st.integers(0, len(records)))
        records = [
            *records[:at],
            *data.draw(st.lists(RECORDS, max_size=2)),
            *records[at + data.draw(st.integers(0, 2)) :],
        ]


def test_an_edited_record_makes_no_more_than_its_own_batch_anew_and_a_new_or_a_lost_one_few() -> None:
    records, memory = many(40 * BATCH), Memory()
    postings(records, memory)
    assert memory.made > 20
    middle = len(records) // 2
    for edited, most in (
        ([*records[:middle], replace(records[middle], title="Edited"), *records[middle + 1 :]], 3),
        ([*records[:middle], replace(records[middle], title="New"), *records[middle:]], 4),
        ([*records[:middle], *records[middle + 1 :]], 4),
    ):
        memory.made = 0
        assert postings(edited, memory) == postings(edited)
        assert memory.made <= most


@pytest.mark.parametrize("word", ["all", "word7", "none", "all word7", ""])
def test_of_an_edited_record_only_its_words_are_put_together_anew(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    records, memory, carried = many(40 * BATCH), Memory(), Carried()
    postings(records, memory, carried)
    middle = len(records) // 2
    now = [*records[:middle], replace(records[middle], texts=((0, word),)), *records[middle + 1 :]]
    expected = [*postings(now).items()]
    monkeypatch.setattr(search_postings, "whole", None)  # not asked, where no batch ends elsewhere
    assert [*postings(now, memory, carried).items()] == expected


def test_where_a_batch_is_forgotten_all_is_put_together_anew() -> None:
    records, carried = many(3 * BATCH), Carried()
    postings(records, Memory(), carried)
    edited = [replace(records[0], title="Edited"), *records[1:]]
    assert postings(edited, Memory(), carried) == postings(edited)


def test_the_same_records_make_nothing_anew() -> None:
    records, memory = many(3 * BATCH), Memory()
    postings(records, memory)
    memory.made = 0
    postings(records, memory)
    assert memory.made == 0
