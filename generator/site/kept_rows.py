"""The rows of a long list that are as they were: taken from the finished page, and not made of their Markdown again.

A row is an item in one line, with its attributes in the next; a list is of rows alone, and all that its element holds.
What comes of a row follows from its two lines, from the terms that its page explains, and from what all pages see.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from generator.site.dialect import Dialect
from generator.site.listing import bytes_of, digest
from generator.site.page_record import Page
from generator.site.sanitizer import Sanitized, sanitize
from generator.site.seen import HTML

SIGN = "\n{: .item "
LIST = re.compile(r"(?<=>\n\n)(?:- [^\n]*\n\{: \.item [^\n]*\}\n)+(?=\n</)")
ROW = re.compile(r"- [^\n]*\n\{: \.item [^\n]*\}\n")
ITEM = re.compile(r'<li class="item".*?</li>', re.DOTALL)
TERM = re.compile(r"^\*\[.*", re.MULTILINE)
PLACE = re.compile(r"\]\([^()\s]*#")  # a link to a place in a page, which is checked where the page is made
OPENS, CLOSES = "\ue000", "\ue001"
HELD = re.compile(f"<li>{OPENS}([0-9]+){CLOSES}</li>")
KNOWN = frozenset(
    {"abbr", "attr_list", "fenced_code", "md_in_html", "tables", "toc"}
)  # of which `abbr` alone looks beyond a row


@dataclass(frozen=True, kw_only=True)
class Rows:
    """The rows of a page by their Markdown, as they came out, and the terms that were explained on it."""

    made: Mapping[str, str]
    terms: Sequence[str]

    def shortened(self, text: str) -> "Shortened | None":
        """Give the Markdown of a page with a word in the place of rows that are known; None where that is not safe."""
        if OPENS in text or TERM.findall(text) != self.terms:
            return None
        held: list[str] = []

        def short(found: re.Match[str]) -> str:
            parts = []
            for known, those in groupby(ROW.findall(found[0]), key=self.made.__contains__):
                if known:
                    parts.append(f"- {OPENS}{len(held)}{CLOSES}\n")
                    held.append("\n".join(map(self.made.__getitem__, those)))
                else:
                    parts.extend(those)
            return "".join(parts)

        return Shortened(whole=text, text=LIST.sub(short, text), held=held)


@dataclass(frozen=True, kw_only=True)
class Shortened:
    """The Markdown of a page: the whole, and with a word in the place of rows that are known, which are held."""

    whole: str
    text: str
    held: Sequence[str]

    def filled(self, html: str) -> str | None:
        """Give what has come of the page with the rows in their places; None where one has no place."""
        filled, number = HELD.subn(lambda found: self.held[int(found[1])], html)
        return filled if number == len(self.held) and OPENS not in filled else None


class Spare:
    """The rows of some pages, by the paths of these, and what was given of them for a page that is not filled yet."""

    def __init__(self, rows: Iterable[tuple[str, Rows]] = ()) -> None:
        self._rows = dict(rows)
        self._given: dict[str, Shortened] = {}

    def shortened(self, path: str, text: str) -> str:
        """Give the Markdown of the page without the rows that are known; as it is, where that is not safe."""
        shortened = self._rows[path].shortened(text) if path in self._rows else None
        if not shortened:
            return text
        self._given[path] = shortened
        return shortened.text

    def filled(self, page: Any, made: Sanitized, render: Callable[[], object]) -> Sanitized:  # noqa: ANN401 - MkDocs' page
        """Give what was made of the page with its rows; where one has no place, what is made when all is rendered."""
        if not (shortened := self._given.pop(page.file.src_uri, None)):
            return made
        page.markdown = shortened.whole
        if (whole := shortened.filled(made.html)) is not None:
            return replace(made, html=whole)
        render()
        return sanitize(page.content)


def rows_of(was: str, html: str) -> Rows | None:
    """Give the rows of the Markdown that a finished page was made of; None where they cannot be told apart."""
    rows, items = [*_rows(was)], ITEM.findall(html)
    if len(rows) != len(items) or any("<li" in item[1:] for item in items):
        return None
    made = {row: item for row, item in zip(rows, items, strict=True) if not PLACE.search(row)}
    return Rows(made=made, terms=TERM.findall(was))


def texts_before(docs: Path, files: Mapping[str, str | bytes], anew: Iterable[str]) -> dict[str, str]:
    """Give what stands in the place of each page with rows that was made `anew`, and is to be written there."""
    with_rows = (path for path in anew if isinstance(data := files[path], bytes) and SIGN.encode() in data)
    found = ((path, bytes_of(f"{docs}/{path}")) for path in with_rows)
    return {path: data.decode(errors="replace") for path, data in found if data}


def rows_in(site: Path, before: Mapping[str, str], edited: Mapping[str, Page]) -> Iterator[tuple[str, Rows]]:
    """Give by its path the rows of each page that was `edited`, where the site holds what was made of it `before`."""
    for path in before.keys() & edited.keys():
        file = next((name for name in edited[path].files if name.endswith(HTML)), "")
        if edited[path].text != digest(before[path].encode()):
            continue
        html = bytes_of(f"{site}/{file}")
        if digest(html) == edited[path].files.get(file) and (rows := rows_of(before[path], html.decode())):
            yield path, rows


def are_alone(extensions: Iterable[object]) -> bool:
    """Whether a row means the same beside whatever other: an extension of one's own may number what it finds."""
    return all(isinstance(one, Dialect) or one in KNOWN for one in extensions)


def _rows(text: str) -> Iterator[str]:
    for found in LIST.findall(text):
        yield from ROW.findall(found)
