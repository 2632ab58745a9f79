"""A book set piece by piece: what did not change is taken from the shelf, and all pieces are joined.

A piece is a run of chapters and begins on a new page. Which page that is, and which page a link leads to, is put in
when the pieces are joined: a story that changes has its own piece set anew, and no other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from generator.paper import pdf
from generator.paper.joining import first_pages, joined
from generator.paper.numbering import MOST_ROUNDS, UnstablePageNumbersError
from generator.paper.piece import Piece, unpacked
from generator.paper.setting import set_piece
from generator.text.own_path import own, write_file
from generator.text.seal import sealed, unsealed

NEW_PART, NEW_CHAPTER = "<!-- a part begins -->", "<!-- a chapter begins -->"
LETTERS_A_PAGE = 3500  # about
A_PIECE = 80_000  # letters, about 18 pages: more is set again where a word changes, fewer end more pages early
MUCH_LONGER = 1.4
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
    groups = [front, *_about_as_long([group for part in parts for group in _groups(part.split(NEW_CHAPTER))])]
    begins = [opening, *[OF_THE_FRONT.sub("", opening)] * (len(groups) - 1)]
    pieces = [
        f'{head}{body}{tag} data-figures="{figures}">{_open(text, figures)}</body></html>'
        for head, text in zip(begins, groups, strict=True)
    ]
    return Cut(pieces=pieces, figures=figures, from_the_right='dir="rtl"' in opening[:200])


def _groups(chapters: Sequence[str]) -> Iterator[str]:
    """Give the chapters of a part in runs of as many: a longer chapter moves no end of a run."""
    runs = min(len(chapters), max(1, round(sum(map(_letters, chapters)) / A_PIECE)))
    ends = [round(at * len(chapters) / runs) for at in range(runs + 1)]
    for begins, end in pairwise(ends):
        yield "".join(chapters[begins:end])


def _about_as_long(groups: Sequence[str]) -> list[str]:
    """Give the groups, a short one together with the one before it."""
    made: list[str] = []
    for group in groups:
        if (
            made
            and _is_late(group) == _is_late(made[-1])
            and _letters(made[-1]) + _letters(group) < MUCH_LONGER * A_PIECE
        ):
            made[-1] += group
        elif group.strip():
            made.append(group)
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


def _with_lists(text: str, before: Sequence[Piece], figures: int, shelf: "Shelf") -> tuple[str, Piece]:
    """Give the piece behind those before it, and its HTML with its lists of pages."""
    told = _told(text, first_pages(before))
    for _round in range(MOST_ROUNDS):
        piece, known = shelf.piece(told, figures), told
        told = _told(text, first_pages([*before, piece]))  # where a list leads into its own piece
        if known == told:
            return told, piece
    raise UnstablePageNumbersError("its lists of pages move the text to and fro. Make a sentence shorter or longer.")


class Shelf:
    """The pieces of one book that were set, each under the digest of what it came from."""

    def __init__(self, folder: Path, name: str, style: Path) -> None:
        """Keep them in the folder of that name below the folder of all shelves."""
        self._folder, self._style = own(folder.parent, folder / name), style
        self._figures = self._folder / "figures"

    def has(self, html: str) -> bool:
        """Whether the piece is there; it may yet turn out to be damaged."""
        return self._path(html).is_file()

    def set(self, html: str, figures: int) -> None:
        """Set the piece and keep it."""
        self._keep(html, set_piece(html, self._style, figures=figures))

    def piece(self, html: str, figures: int) -> Piece:
        """Give the piece, set now where it is not there as it was kept."""
        path = self._path(html)
        data = unsealed(path.stem, path.read_bytes()) if path.is_file() and not path.is_symlink() else None
        return unpacked(data) if data else self._keep(html, set_piece(html, self._style, figures=figures))

    @property
    def figures(self) -> int:
        """How many figures the numbers of the book had when it was last bound, else 0."""
        said = self._figures.read_bytes() if self._figures.is_file() else b""
        return int(said) if re.fullmatch(rb"[1-9]", said) else 0

    def leave(self, htmls: Sequence[str], figures: int) -> None:
        """Throw away what these do not need, and remember how many figures their numbers have."""
        write_file(self._figures, b"%d" % figures)
        needed = {self._path(html) for html in htmls}
        for path in set(self._folder.glob("*.piece")) - needed:
            path.unlink(missing_ok=True)

    def _keep(self, html: str, piece: Piece) -> Piece:
        path = self._path(html)
        write_file(path, sealed(path.stem, piece.packed()))
        return piece

    def _path(self, html: str) -> Path:
        return self._folder / f"{pdf.fingerprint(html, self._style)}.piece"


def unset(html: str, shelf: Shelf) -> list[tuple[str, int]]:
    """Give the pieces of the book that can be set now and are not on the shelf, with the figures of their numbers."""
    book, _guess = _cut_as_before(html, shelf)
    return [(piece, book.figures) for piece in book.pieces if not _is_late(piece) and not shelf.has(piece)]


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
    return joined(pieces, papers, from_the_right=book.from_the_right)
