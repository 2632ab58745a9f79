"""Where pieces of books are kept that were set: what several volumes hold is there once."""

import json
from collections.abc import Sequence
from pathlib import Path

from generator.paper import pdf
from generator.paper.piece import Piece, unpacked
from generator.paper.setting import set_piece
from generator.text.own_path import own, write_file
from generator.text.seal import sealed, unsealed


class Shelf:
    """The pieces of books that were set, each under the digest of what it came from; volumes share what they share."""

    def __init__(self, folder: Path, name: str, style: Path) -> None:
        """Keep them in the folder, and beside them which of them the book of this name needs."""
        self._folder, self._name, self._style = own(folder.parent, folder), name, style

    def set(self, html: str, figures: int) -> None:
        """Set the piece and keep it."""
        self._keep(html, set_piece(html, self._style, figures=figures))

    def piece(self, html: str, figures: int) -> Piece:
        """Give the piece, set now where it is not there as it was kept."""
        path = self.path(html)
        data = unsealed(path.stem, path.read_bytes()) if path.is_file() and not path.is_symlink() else None
        return unpacked(data) if data else self._keep(html, set_piece(html, self._style, figures=figures))

    @property
    def figures(self) -> int:
        """How many figures the numbers of the book had when it was last bound, else 0."""
        return _read_needs(self._needs)[0]

    def leave(self, htmls: Sequence[str], figures: int) -> None:
        """Remember what the book needs, and how many figures its numbers have."""
        pieces = [self.path(html).stem for html in htmls]
        write_file(self._needs, json.dumps({"figures": figures, "pieces": pieces}).encode())

    def path(self, html: str) -> Path:
        """Give where the piece is kept, or would be."""
        return self._folder / f"{pdf.fingerprint(html, self._style)}.piece"

    def _keep(self, html: str, piece: Piece) -> Piece:
        path = self.path(html)
        write_file(path, sealed(path.stem, piece.packed()))
        return piece

    @property
    def _needs(self) -> Path:
        return self._folder / f"{self._name}.needs"


def swept(folder: Path) -> None:
    """Throw away pieces in the folder that no book needs any more: when all are bound, as they share some."""
    needed = {piece for path in folder.rglob("*.needs") for piece in _read_needs(path)[1]}
    for path in folder.rglob("*.piece"):
        if path.stem not in needed:
            path.unlink(missing_ok=True)


def _read_needs(path: Path) -> tuple[int, Sequence[str]]:
    try:
        said = json.loads(path.read_bytes())
        figures, pieces = said["figures"], [str(piece) for piece in said["pieces"]]
    except (OSError, ValueError, LookupError, TypeError):  # none yet, or damaged: it is written anew
        return 0, ()
    return (figures if figures in range(1, 10) else 0), pieces
