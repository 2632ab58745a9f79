"""What was left open on the pages of a piece, filled: numbers, what is said instead of them, the head of its side."""

import re
from collections.abc import Mapping, Sequence

from generator.paper.piece import ALL, THIS, THOUSAND, Follower, Piece, Slot

OPEN = re.compile(rb"\x01([lnub])(\d+)\x02|\x03([LR])(.*?)\x04|\x05(\d+)\x06(.*?)\x07", re.DOTALL)


class Filling:
    """What one book has to say: on which page each id stands, which volume has those that it has not, its pages."""

    def __init__(
        self, numbers: Mapping[str, int], homes: Mapping[str, str], pages: int, *, from_the_right: bool
    ) -> None:
        """Take them; where the book is read from the right, its first page is a left one."""
        self._numbers, self._homes, self._pages, self._from_the_right = numbers, homes, pages, from_the_right

    def drawn_up(self, piece: Piece, follower: Follower) -> float:
        """Give by how much words draw up, in CSS pixels to the right."""
        slots = [piece.slots[at] for at in follower.slots]
        return follower.way * sum(self._shown(slot, {})[1] * slot.size / THOUSAND for slot in slots)

    def _shown(self, slot: Slot, here: Mapping[str, int]) -> tuple[str, float]:
        number = here.get(slot.to) or self._numbers.get(slot.to)
        return slot.drawn(number, self._homes.get(slot.to))

    def drawn(self, piece: Piece, drawing: int, page: int, shift: float, drawn_up: Sequence[float]) -> bytes:
        """Give the drawing of this page with its numbers, the head of its side, and at its side."""
        here = {THIS: page, ALL: self._pages}
        side = b"L" if self.is_left(page) else b"R"

        def put(found: re.Match[bytes]) -> bytes:
            what, at, where, shown, of, whole = found.groups()
            if where:
                return OPEN.sub(put, shown) if where == side else b""
            if what in {b"u", b"b"}:
                return b"1 0 0 1 %.3f 0 cm" % (drawn_up[int(at)] * (1 if what == b"u" else -1))
            slot = piece.slots[int(of or at)]
            glyphs, less = self._shown(slot, here)
            if of:
                face, ends, shown = glyphs.encode().partition(b" Tf\n")
                lead = b"[%.3f] TJ\n" % (-less * slot.before) if ends else b""
                return OPEN.sub(put, whole) if slot.to in self._numbers else face + ends + lead + shown
            if what == b"l":
                return b"%.3f " % (-less * slot.before)
            beside = b">%.3f<" % (-less * slot.beside)
            return glyphs.encode() + beside if slot.behind else beside + glyphs.encode()

        drawn = OPEN.sub(put, piece.bodies[drawing])
        return b"q 1 0 0 1 %.4f 0 cm\n%s\nQ" % (shift, drawn) if shift else drawn

    def is_left(self, page: int) -> bool:
        """Say whether this page (from 1) is a left one."""
        return bool(page % 2) == self._from_the_right
