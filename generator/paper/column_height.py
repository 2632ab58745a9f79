"""How high columns must be at least, from where their lines stand when they are as high as the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

TIGHT = 0.25  # CSS pixels
AVOID = frozenset({"avoid", "avoid-column"})


@dataclass
class Unit:
    """What stands in one column from its top to its bottom, and its margins, for which there must be room as well."""

    top: float
    bottom: float
    is_kept_with_next: bool = False
    above: float = 0.0  # where it begins a column
    below: float = 0.0  # wherever it stands


def lowest(units: Sequence[Unit], count: int) -> float:
    """Give the lowest height of so many columns that the units fill one after the other, in CSS pixels."""
    runs: list[Unit] = []
    is_kept = False
    for unit in units:
        if is_kept:
            runs[-1].bottom = unit.bottom + unit.below
        else:
            runs.append(Unit(unit.top - unit.above, unit.bottom + unit.below))
        is_kept = unit.is_kept_with_next
    if not runs:
        return 0.0
    low = max(run.bottom - run.top for run in runs)
    high = max(low, runs[-1].bottom - runs[0].top)
    if _columns_of(runs, low) <= count:
        return low
    while high - low > TIGHT:
        middle = (low + high) / 2
        low, high = (low, middle) if _columns_of(runs, middle) <= count else (middle, high)
    return high


def _columns_of(runs: Sequence[Unit], height: float) -> int:
    columns, top = 1, runs[0].top
    for run in runs:
        if run.bottom - top > height:
            columns, top = columns + 1, run.top
    return columns


def units_of(columns: Sequence[Any]) -> Iterator[Unit]:
    """Give what cannot be parted, as if one column had it all."""
    below, before = 0.0, None
    for column in columns:
        units = list(_inside(column))
        swallowed = max(0.0, _margin_below(before, column) - units[0].above) if before and units else 0.0
        down = below + swallowed - column.position_y
        for unit in units:
            yield replace(unit, top=unit.top + down, bottom=unit.bottom + down)
            below = max(below, unit.bottom + down)
        before = column


def _margin_below(before: Any, behind: Any) -> float:  # noqa: ANN401 - WeasyPrint's boxes
    """Give the margin at the end of a column: none within what goes on in the next."""
    last, first = _in_flow(before)[-1:], _in_flow(behind)[:1]
    if not (last and first):
        return 0.0
    if last[0].element is first[0].element:
        return _margin_below(last[0], first[0])
    return _pixels(last[0].style["margin_bottom"])


def _pixels(length: Any) -> float:  # noqa: ANN401 - WeasyPrint's dimension, or "auto"
    return float(length.value) if getattr(length, "unit", "") == "px" else 0.0


def _in_flow(box: Any) -> list[Any]:  # noqa: ANN401
    return [child for child in getattr(box, "children", ()) if child.is_in_normal_flow()]


def _inside(box: Any) -> Iterator[Unit]:  # noqa: ANN401
    from weasyprint.formatting_structure import boxes  # noqa: PLC0415 - optional

    children = _in_flow(box)
    if children and isinstance(children[0], boxes.LineBox):
        yield from _lines(children, box.style["orphans"], box.style["widows"])
        return
    side_by_side = (boxes.TableRowBox, boxes.FlexContainerBox, boxes.GridContainerBox)
    for child, behind in pairwise([*children, None]):
        is_whole = child.style["break_inside"] in AVOID or isinstance(child, side_by_side)
        units = [] if is_whole else list(_inside(child))
        if not units:
            units = [Unit(child.border_box_y(), child.border_box_y() + child.border_height())]
        units[0].above = max(units[0].above, child.margin_top)
        units[-1].below = max(units[-1].below, child.margin_bottom)
        if behind is not None and AVOID & {child.style["break_after"], behind.style["break_before"]}:
            units[-1].is_kept_with_next = True
        yield from units


def _lines(lines: Sequence[Any], orphans: int, widows: int) -> Iterator[Unit]:
    for at, line in enumerate(lines, 1):
        is_kept = at < len(lines) and (at < orphans or at > len(lines) - widows)
        yield Unit(line.position_y, line.position_y + line.height, is_kept)
