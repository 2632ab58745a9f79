"""Links that lead out of a piece: those that the volume has no page for are taken out of the objects that say them."""

import re
from collections.abc import Container
from dataclasses import replace

from generator.paper.piece import FIRST, Piece

NOTES = re.compile(rb"/Annots \[[^\]]*\]")
REFERENCE = re.compile(rb"(?<![0-9])([0-9]+) 0 R ?")
KIDS = re.compile(rb"/K \[[^\]]*\]")


def led(piece: Piece, there: Container[str]) -> Piece:
    """Give the piece without its links to what is not there; their words stay, tagged as words."""
    out = [lead for lead in piece.leads if lead.to not in there]
    if not out:
        return piece
    texts = list(piece.texts)
    notes = {lead.note for lead in out}
    for leaf in piece.leaves:
        if not notes.isdisjoint(leaf.notes):
            texts[leaf.page - FIRST] = _without(notes, NOTES, texts[leaf.page - FIRST])
    for lead in out:
        at = lead.element - FIRST
        texts[at] = _without({lead.mention}, KIDS, texts[at]).replace(b"/S /Link", b"/S /Span")
    owned = {lead.owner for lead in out}
    return replace(
        piece,
        texts=texts,
        owners=[(key, number) for key, number in piece.owners if key not in owned],
        unused=[*notes, *(lead.mention for lead in out), *(number for key, number in piece.owners if key in owned)],
    )


def _without(numbers: Container[int], array: re.Pattern[bytes], text: bytes) -> bytes:
    """Give the object without the references in its array to these objects."""

    def kept(found: re.Match[bytes]) -> bytes:
        return REFERENCE.sub(lambda one: b"" if int(one.group(1)) in numbers else one.group(), found.group())

    return array.sub(kept, text)
