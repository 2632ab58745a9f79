"""Nobody whose work the handbook uses is missing from the page of sources; each message names where they stand."""

import re

from generator.text.prose import plain
from tests.handbooks import tiny

CONTENT = tiny.real()
PAGE = CONTENT.essays[CONTENT.words.sources_page or ""]
NAMED = re.compile(r"\(([A-Z][\w-]+)(?: and ([A-Z][\w-]+|others))?(?:, \*?[A-Z][^()*]*\*?)?,? (?:19|20)\d\d\)")
MONTHS = {
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
}


def texts() -> list[tuple[str, str]]:
    """Give every text of an entry and every hand-written page but that of the sources, with its file."""
    entries = [(entry.file, value) for entry in CONTENT.every() for _, _, value in entry.fields]
    return entries + [(essay.file, essay.text) for essay in CONTENT.essays.values() if essay is not PAGE]


def test_every_work_that_an_entry_follows_is_named_by_its_title() -> None:
    said = plain(PAGE.body)
    works = {(entry.file, entry.record.after.work) for entry in CONTENT.every() if getattr(entry.record, "after", None)}
    assert works
    assert sorted((file, work) for file, work in works if plain(work) not in said) == []


def test_everybody_cited_with_a_year_is_named() -> None:
    found = {
        (file, name)
        for file, text in texts()
        for match in NAMED.finditer(text)
        for name in match.groups()
        if name and name != "others" and name not in MONTHS
    }
    assert len(found) > 4
    assert sorted((file, name) for file, name in found if name not in PAGE.body) == []
