"""The files of the search, of which what was worked out before is kept: of each batch alone, and of all together."""

import marshal
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from generator.content.content import Content
from generator.pages import search_merged, search_postings, search_records, search_texts, search_words
from generator.pages.search_index import search_files
from generator.pages.search_merged import Merged, made_alone
from generator.site.cache import Cache, print_of
from generator.site.kept import FOLDER
from generator.site.lock import FOLDER as CACHE
from generator.site.sealed_file import leave, left

SEARCH = f"{CACHE}/search"
FILE = f"{FOLDER}/search"
WHAT = "the words of the search"


def searched(root: Path, content: Content, *, store: bool) -> Mapping[str, str]:
    """Give the files of the search; with the `store` what is kept of all batches is mended where they differ."""
    made_by = print_of(search_merged, search_postings, search_records, search_texts, search_words)

    def carry(make: Callable[[Merged | None], Merged]) -> Merged:
        last = _last(root, made_by)
        now = make(last)
        cache.hold(key for key, _ in now.batches)
        if last is None or last.batches != now.batches:
            leave(root, FILE, WHAT, marshal.dumps((made_by, vars(now))))
        return now

    with Cache(root / SEARCH, made_by) as cache:
        return search_files(content, cache, carry if store else made_alone)


def _last(root: Path, made_by: str) -> Merged | None:
    body = left(root, FILE, WHAT, "the search is put together anew")
    with suppress(EOFError, ValueError, TypeError):  # of another version of the generator
        by, last = marshal.loads(body or b"")  # noqa: S302 - this machine sealed it
        return Merged(**last) if by == made_by else None
    return None
