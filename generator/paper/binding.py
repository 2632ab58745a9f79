"""A book set piece by piece: what did not change is taken from the shelf, and all pieces are joined.

A piece is a run of chapters and begins on a new page. Which page that is, and which page a link leads to, is put in
when the pieces are joined: a story that changes has its own piece set anew, and no other.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from generator.paper import pdf
from generator.paper.joining import first_pages, joined
from generator.paper.numbering import MOST_ROUNDS, UnstablePageNumbersError
from generator.paper.piece import Piece
from generator.paper.shelf import Shelf

NEW_PART, NEW_CHAPTER = "<!-- a part begins -->", "<!-- a chapter begins -->"
ALONE = "<!-- which other volumes hold, too -->"
NEW_PART_ALONE = NEW_PART + ALONE
HOME = re.compile(r"<!-- elsewhere, ([a-z-]*): (.*?) -->")
LETTERS_A_PAGE = 3500  # about
A_PIECE = 80_000  # letters, about 18 pages: more is set again where a word changes, fewer end more pages early
MUCH_LONGER, LEAST_ALONE = 1.4, 0.25
TAG = re.compile(r"<[^>]*>")
INNER_LINK = re.compile(r'href="#([^"]+)"')
OF_THE_FRONT = re.compile(r'<title>.*?</title>\s*|<meta name=[^>]*>\s*|<style class="front">.*?</style>\s*', re.DOTALL)
PLACES = re.compile(r'(<span class="places">)(.*?)(</span>)', re.DOTALL)
PLACE = re.compile(r'<a href="#([^"]+)"></a>')
SPARE = 1.3  # how many more pages than a guess there may be before their numbers need another figure


@dataclass(frozen=True, kw_only=True)
class Cut:
    """A book cut into pieces, each a document by itself, and how many figures the number of a page has."""

    pieces: Sequence[str]
    figures: int
    from_the_right: bool


def cut(html: str, figures: int = 0) -> Cut:
    """Give the pieces of the book that this HTML is."""
    opening, body, rest = html.partition("<body")
    tag, _, inside = rest.partition(">")
    front, *parts = (
        inside.removesuffix("\n").removesuffix("</html>").removesuffix("\n").removesuffix("</body>").split(NEW_PART)
    )
    figures = figures or len(str(int(SPARE * _letters(inside) / LETTERS_A_PAGE) + 1))
    groups = [HOME.sub("", front), *_about_as_long(group for part in parts for group in _groups(part))]
    begins = [opening, *[OF_THE_FRONT.sub("", opening)] * (len(groups) - 1)]
    pieces = [
        f'{head}{body}{tag} data-figures="{figures}">{_open(text, figures)}</body></html>'
        for head, text in zip(begins, groups, strict=True)
    ]
    return Cut(pieces=pieces, figures=figures, from_the_right='dir="rtl"' in opening[:200])


def with_homes(html: str, beyond: Mapping[str, str]) -> str:
    """Give the book, which then says of ids that it leads to and does not have which other volume holds them."""
    homes: dict[str, set[str]] = {}
    for target in set(INNER_LINK.findall(html)) & beyond.keys():
        homes.setdefault(beyond[target], set()).add(target)
    said = (f"<!-- elsewhere, {volume}: {' '.join(sorted(ids))} -->" for volume, ids in sorted(homes.items()))
    return html.replace(NEW_PART, "".join((*said, NEW_PART)), 1)


def _homes(html: str) -> dict[str, str]:
    front = html.partition(NEW_PART)[0]
    return {target: volume for volume, targets in HOME.findall(front) for target in targets.split()}


def _groups(part: str) -> Iterator[tuple[str, bool]]:
    """Give the chapters of a part in runs of as many, and whether each stands by itself.

    A longer chapter moves no end of a run. What other volumes hold, too, stands by itself: they need not set it again.
    """
    chapters = part.removeprefix(ALONE).split(NEW_CHAPTER)
    runs = min(len(chapters), max(1, round(sum(map(_letters, chapters)) / A_PIECE)))
    ends = [round(at * len(chapters) / runs) for at in range(runs + 1)]
    for begins, end in pairwise(ends):
        group = "".join(chapters[begins:end])
        yield group, part.startswith(ALONE) and _letters(group) > LEAST_ALONE * A_PIECE


def _about_as_long(groups: Iterable[tuple[str, bool]]) -> list[str]:
    """Give the groups, a short one together with the one before it."""
    made: list[str] = []
    is_open = False  # for more
    for group, alone in groups:
        if (
            is_open
            and not alone
            and _is_late(group) == _is_late(made[-1])
            and _letters(made[-1]) + _letters(group) < MUCH_LONGER * A_PIECE
        ):
            made[-1] += group
        elif group.strip():
            made.append(group)
            is_open = not alone
    return made


def _letters(html: str) -> int:
    return len(TAG.sub("", html))


def _open(html: str, figures: int) -> str:
    """Give the HTML with room for the number of the page that each link into the book leads to."""
    return INNER_LINK.sub(rf'\g<0> data-page="{"8" * figures}" data-open=""', html)


def _is_late(html: str) -> bool:
    """Whether it has lists of pages, each of which is named once: they can be set when all others are."""
    return 'class="places"' in html


def _told(html: str, numbers: Mapping[str, int]) -> str:
    """Give the HTML with the pages in its lists, each once."""

    def places(found: re.Match[str]) -> str:
        first: dict[int, str] = {}
        for target in INNER_LINK.findall(found.group(2)):
            if target in numbers:  # what is not shown is on no page
                first.setdefault(numbers[target], target)
        links = "".join(f'<a href="#{target}" data-page="{number}"></a>' for number, target in first.items())
        return f"{found.group(1)}{links}{found.group(3)}"

    return PLACES.sub(places, html)


def _with_lists(text: str, before: Sequence[Piece], figures: int, shelf: Shelf) -> tuple[str, Piece]:
    """Give the piece behind those before it, and its HTML with its lists of pages."""
    told = _told(text, first_pages(before))
    for _round in range(MOST_ROUNDS):
        piece, known = shelf.piece(told, figures), told
        told = _told(text, first_pages([*before, piece]))  # where a list leads into its own piece
        if known == told:
            return told, piece
    raise UnstablePageNumbersError("its lists of pages move the text to and fro. Make a sentence shorter or longer.")


def unset(html: str, shelf: Shelf) -> dict[Path, tuple[str, int]]:
    """Give the pieces of the book that can be set now and are not on the shelf, with the figures of their numbers."""
    book, _guess = _cut_as_before(html, shelf)
    pieces = {shelf.path(piece): piece for piece in book.pieces if not _is_late(piece)}
    return {path: (piece, book.figures) for path, piece in pieces.items() if not path.is_file()}


def _cut_as_before(html: str, shelf: Shelf) -> tuple[Cut, int]:
    """Give the book with as many figures as it had, if those are more than the guess, and the guess."""
    guess = cut(html)
    return (cut(html, shelf.figures) if shelf.figures > guess.figures else guess), guess.figures


def bound(html: str, shelf: Shelf, paper: str = "") -> pdf.Printed:
    """Give the book on the paper, its pieces set where they are not on the shelf."""
    (book,) = bound_on(html, shelf, (paper,))
    return book


def bound_on(html: str, shelf: Shelf, papers: Sequence[str]) -> Iterator[pdf.Printed]:
    """Give the book on each paper: it is joined once."""
    book, guess = _cut_as_before(html, shelf)
    is_remembered = book.figures > guess
    while True:
        pieces: list[Piece] = []
        used: list[str] = []
        for text in book.pieces:
            known, piece = _with_lists(text, pieces, book.figures, shelf)
            pieces.append(piece)
            used.append(known)
        needed = len(str(sum(len(piece.leaves) for piece in pieces)))
        if needed > book.figures:
            book, is_remembered = cut(html, needed), False
        elif is_remembered and needed < book.figures:  # the book was longer then
            book, is_remembered = cut(html, guess), False
        else:
            break
    shelf.leave(used, book.figures)
    return joined(pieces, papers, homes=_homes(html), from_the_right=book.from_the_right)
