"""Words of a prose that are marked, each with the number of the note that is about them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from generator.text.prose import bare
from generator.text.typography import in_place, spaced_quotes

Piece = tuple[Literal["text", "code", "tag"], str]


@dataclass(frozen=True)
class Mark:
    """Words to be marked in a prose, and the number that is set behind them: the way to a note, if there is one."""

    quote: str
    number: int
    kind: str
    noted: bool = True


@dataclass(frozen=True, kw_only=True)
class _Span:
    """Where a mark's words begin and end in the whole text."""

    start: int
    end: int
    mark: Mark


def highlighted(pieces: Sequence[Piece], quotes: Mapping[Mark, str], write: Callable[[str], str], notes: str) -> str:
    """Give the pieces as one string, the first place of each quote wrapped in `<mark>`, its number behind it as a link.

    Texts are typeset as one, and code as it is; `write` makes both safe, and a tag of our own stays.
    The number leads to the id `notes` followed by the number, and has an id of its own for the way back.
    """
    whole = "".join(text for kind, text in pieces if kind != "tag")
    shown, compared = _typeset(pieces), bare(whole)
    spans = [
        _Span(start=at, end=at + len(quote), mark=mark)
        for mark, quote in quotes.items()
        if (at := compared.find(bare(quote))) >= 0
    ]
    cuts = sorted({edge for span in spans for edge in (span.start, span.end)})
    out: list[str] = []
    at = 0
    for kind, text in pieces:
        if kind == "tag":
            out.append(text)
            continue
        edges = [at, *(cut for cut in cuts if at < cut < at + len(text)), at + len(text)]
        for start, end in pairwise(edges):
            around = [span for span in spans if span.start <= start < span.end]
            words = shown[start:end] if kind == "code" else spaced_quotes(shown[start:end])
            out.append(_segment(write(words), around, end, notes))
        at += len(text)
    return "".join(out)


def _typeset(pieces: Sequence[Piece]) -> str:
    """Give the whole text with its quotes set, though a tag or a code may stand between a quote and its words."""
    texts = [(kind, text) for kind, text in pieces if kind != "tag"]
    whole = in_place("".join("x" * len(text) if kind == "code" else text for kind, text in texts))
    out, at = [], 0
    for kind, text in texts:
        out.append(text if kind == "code" else whole[at : at + len(text)])
        at += len(text)
    return "".join(out)


def _segment(words: str, around: Sequence[_Span], end: int, notes: str) -> str:
    """Give words between two cuts in the tag of the first mark around them, then the signs of the marks ending here."""
    if not around:
        return words
    signs = "".join(_signs((span.mark for span in around if span.end == end), notes))
    return f'<mark class="note-words note-words--{around[0].mark.kind}">{words}</mark>{signs}'


def _signs(ending: Iterator[Mark], notes: str) -> Iterator[str]:
    for mark in ending:
        here = f"{notes}{mark.number}"
        number = f'<a id="{here}-sign" href="#{here}">{mark.number}</a>' if mark.noted else str(mark.number)
        yield f'<sup class="note-sign">{number}</sup>'
