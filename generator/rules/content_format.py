"""Which format the handbook is of, and whether this generator reads it."""

from collections.abc import Iterator

from generator.content.content import Content
from generator.model.vocabulary import FORMAT
from generator.text.issue import Issue


def content_format(content: Content) -> Iterator[Issue]:
    """The handbook is of the format that this generator reads."""
    found = content.words.format
    if found == FORMAT:
        return
    do = "`handbook upgrade` shows what moves it on" if found < FORMAT else "install the generator it was made with"
    yield content.handbook.issue(("format",), "format", f"format must be {FORMAT}, found {found}; {do}")
