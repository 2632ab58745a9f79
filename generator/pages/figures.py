"""The numbers behind the pictures: where each bar begins, how each arc runs. Templates draw them as inline SVG."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import cos, pi, sin

from generator.model import Cell, Framework, FrameworkStep

HEAT_STEPS = (1, 2, 4, 8)
SHADES = ("#0b3d49", "#5593a0", "#0d2a52", "#a8874c", "#4b2c05")
"""The light scheme's shades: each at least 3:1 to the paper and to its neighbours, also in grey print."""


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A stretch of a bar: `start` and `width` in percent of the whole, `shade` from 1 to 5."""

    name: str
    value: float
    start: float
    width: float
    shade: int

    @property
    def ink(self) -> str:
        """The colour on paper."""
        return SHADES[self.shade - 1]

    @property
    def shares(self) -> str:
        """The classes that give its label this width: the powers of two in its percent, as no element has a style."""
        return " ".join(f"share-{bit}" for bit in (64, 32, 16, 8, 4, 2, 1) if round(self.width) & bit)


@dataclass(frozen=True, kw_only=True)
class Arc:
    """A stretch of a clock face: an SVG path in a box of 200, and the minutes it spans."""

    name: str
    begins: int
    ends: int
    path: str
    shade: int

    @property
    def ink(self) -> str:
        """The colour on paper."""
        return SHADES[self.shade - 1]


@dataclass(frozen=True, kw_only=True)
class DrawnCell:
    """One part of a framework's picture, as it is shown: its mark, its words, and the step it leads to."""

    mark: str
    name: str
    step: int
    says: tuple[str, ...] = ()
    takes: str = ""


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A framework as a picture: of which kind, what stands at its edges, its cells, and a bar where it has shares."""

    kind: str
    ends: tuple[str, ...]
    heads: tuple[str, ...]
    cells: Sequence[DrawnCell]
    bar: list[Segment]


def drawn(frame: Framework) -> Drawn | None:
    """Give the picture of a framework: the one it describes, else its steps as shares of the time or as a row of moves.

    One step alone makes no picture.
    """
    figure, steps = frame.figure, frame.steps
    kind = figure.kind if figure else "ribbon" if all(step.share for step in steps) else "flow"
    cells = _told(figure.cells, kind) if figure and figure.cells else _steps(steps, kind)
    if len(cells) == 1:
        return None
    if kind == "ribbon":
        cells = [replace(cell, takes=f"{step.share} %") for cell, step in zip(cells, steps, strict=True)]
    return Drawn(
        kind=kind,
        ends=figure.ends if figure else (),
        heads=figure.heads if figure else (),
        cells=cells,
        bar=segments([(step.name, step.share or 0) for step in steps]) if kind == "ribbon" else [],
    )


def _told(cells: Sequence[Cell], kind: str) -> list[DrawnCell]:
    return [
        DrawnCell(
            mark=cell.mark or (str(at) if kind == "flow" else ""),
            name=cell.name,
            says=cell.says,
            takes=cell.takes or "",
            step=cell.step or at,
        )
        for at, cell in enumerate(cells, 1)
    ]


def _steps(steps: Sequence[FrameworkStep], kind: str) -> list[DrawnCell]:
    return [
        DrawnCell(mark=str(at) if kind == "flow" else "", name=step.name, step=at) for at, step in enumerate(steps, 1)
    ]


def segments(pairs: Sequence[tuple[str, float]], whole: float = 0) -> list[Segment]:
    """Give the parts of a bar from names and values; widths add up to 100, or to the share they have of a whole."""
    total = whole or sum(value for _, value in pairs) or 1
    ends = list(accumulate(100 * value / total for _, value in pairs))
    starts = [0.0, *ends[:-1]]
    return [
        Segment(name=name, value=value, start=round(start, 2), width=round(end - start, 2), shade=at % 5 + 1)
        for at, ((name, value), start, end) in enumerate(zip(pairs, starts, ends, strict=True))
    ]


def clock(phases: Sequence[tuple[str, int]]) -> list[Arc]:
    """Give the arcs of a clock on which the whole interview is one round, beginning at the top."""
    total = sum(minutes for _, minutes in phases) or 1
    ends = list(accumulate(minutes for _, minutes in phases))
    starts = [0, *ends[:-1]]
    return [
        Arc(name=name, begins=start, ends=end, path=_ring(start / total, end / total), shade=at % 5 + 1)
        for at, ((name, _), start, end) in enumerate(zip(phases, starts, ends, strict=True))
    ]


def heat(count: int) -> int:
    """Give the shade of a count, from 0 (none) to 4 (eight or more)."""
    return sum(count >= step for step in HEAT_STEPS)


def _ring(start: float, end: float, outer: float = 96, inner: float = 62) -> str:
    end = min(end, start + 0.9999)
    far = int(end - start > 1 / 2)
    a, b, c, d = _point(start, outer), _point(end, outer), _point(end, inner), _point(start, inner)
    return f"M{a}A{outer:g} {outer:g} 0 {far} 1 {b}L{c}A{inner:g} {inner:g} 0 {far} 0 {d}Z"


def _point(turn: float, radius: float) -> str:
    angle = 2 * pi * turn - pi / 2
    return f"{100 + radius * cos(angle):.2f} {100 + radius * sin(angle):.2f}"
