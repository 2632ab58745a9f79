"""Columns of one height, found from the lines of one layout.

WeasyPrint balances columns by laying all of them out again, a line or a pixel higher each time, until everything fits,
and then once more. Here they are laid out as high as the page allows: where more follows on the next page, that is
what is kept. Else the lowest height is reckoned from where the lines stand, and they are laid out once more.
What is not simply columns of text (a heading across them, a height of its own, footnotes) is left to WeasyPrint.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from generator.paper.column_height import TIGHT, lowest, units_of

STEP = 7.0  # CSS pixels, about half a line: how much higher the next try is where the reckoning was too low
ANY = {"break": "any", "page": None}


class _OtherwiseError(Exception):
    """Raised where WeasyPrint must lay it out itself."""


@contextmanager
def balanced_at_once() -> Iterator[None]:
    """Have WeasyPrint lay out columns in this way."""
    from weasyprint.layout import block  # noqa: PLC0415 - optional

    original = block.columns_layout

    def layout(context: Any, box: Any, bottom_space: float, skip_stack: Any, *rest: Any) -> Any:  # noqa: ANN401
        columns = _Columns(context, box, bottom_space, skip_stack, *rest)
        try:
            return columns.laid_out()
        except _OtherwiseError:
            return original(context, box, bottom_space, skip_stack, *rest)
        finally:
            context.in_column = False

    block.columns_layout = layout
    try:
        yield
    finally:
        block.columns_layout = original


class _Columns:
    """The columns of one box on one page; the names are WeasyPrint's."""

    def __init__(self, context: Any, box: Any, bottom_space: float, skip_stack: Any, *rest: Any) -> None:  # noqa: ANN401
        self._context, self._whole, self._bottom_space, self._skip_stack = context, box, bottom_space, skip_stack
        self._block, self._page_is_empty, self._absolute, self._fixed, self._margins, *self._of_first = rest

    def laid_out(self) -> Any:  # noqa: ANN401
        """Give what WeasyPrint's function would. Raises _OtherwiseError where it must do it."""
        from weasyprint.layout.block import block_level_width, collapse_margin  # noqa: PLC0415 - optional

        self._refuse_others()
        box = self._box = self._whole.copy_with_children(self._whole.children)
        box.position_y += collapse_margin(self._margins)
        block_level_width(box, self._block)
        self._skip = next(iter(self._skip_stack)) if self._skip_stack else 0
        self._inner_stack = {0: self._skip_stack[self._skip]} if self._skip_stack else None
        self._children = [child.copy() for child in box.children[self._skip :]]
        self._top = box.content_box_y()
        highest = self._context.page_bottom - self._top - self._bottom_space
        self._context.in_column = True
        columns, rest = self._filled(highest)
        if columns and rest is None and box.style["column_fill"] == "balance":
            columns, rest = self._balanced(columns, highest)
        return self._finished(columns, rest)

    def _refuse_others(self) -> None:
        style = self._whole.style
        others = (
            not self._whole.children,
            style["height"] != "auto",
            style["position"] != "static",
            style["column_count"] == "auto" or style["column_width"] != "auto",
            style["column_gap"] == "normal",
            any(child.style["column_span"] == "all" for child in self._whole.children),
        )
        if any(others):
            raise _OtherwiseError

    def _filled(self, height: float) -> tuple[list[Any], Any]:
        """Give the columns of at most this height, and where what has no room there begins."""
        from weasyprint.layout.block import block_box_layout  # noqa: PLC0415 - optional
        from weasyprint.layout.percent import percentage, resolve_percentages  # noqa: PLC0415

        box, context = self._box, self._context
        notes, shapes = context.current_footnote_area.height, len(context.excluded_shapes)
        count, gap = box.style["column_count"], percentage(box.style["column_gap"], box.style, box.width)
        width = max(0, box.width - (count - 1) * gap) / count
        absolute: list[Any] = []
        fixed: list[Any] = []
        columns: list[Any] = []
        rest = self._inner_stack
        for at in range(count):
            column = box.anonymous_from(box, children=self._children)
            resolve_percentages(column, self._block)
            column.is_column, column.width = True, width
            place = count - 1 - at if box.style["direction"] == "rtl" else at
            column.position_x = box.content_box_x() + place * (width + gap)
            column.position_y = self._top
            bottom = max(self._bottom_space, context.page_bottom - self._top - height)
            made, rest, self._next_page, *_ = block_box_layout(
                context,
                column,
                bottom,
                rest,
                self._block,
                self._page_is_empty,
                absolute,
                fixed,
                None,
                *self._of_first,
                discard=False,
                max_lines=None,
            )
            columns.append(made)
            if made is None or rest is None:
                break
        self._placed = absolute, fixed, shapes
        kept = [column for column in columns if column]
        if context.current_footnote_area.height != notes:
            self._thrown_away(kept)
            raise _OtherwiseError
        if len(kept) < len(columns):
            self._thrown_away(kept)
            return [], None
        return columns, rest

    def _balanced(self, columns: Sequence[Any], highest: float) -> tuple[list[Any], Any]:
        """Give the columns laid out again, as low as they can be, and what has no room in them."""
        height = lowest(list(units_of(columns)), self._box.style["column_count"]) + TIGHT
        self._thrown_away(columns)
        while True:
            made, rest = self._filled(min(height, highest))
            if (made and rest is None) or height >= highest:
                return made, rest
            self._thrown_away(made)
            height += STEP

    def _thrown_away(self, columns: Sequence[Any]) -> None:
        from weasyprint.layout.block import remove_placeholders  # noqa: PLC0415 - optional

        absolute, fixed, shapes = self._placed
        remove_placeholders(self._context, columns, absolute, fixed)
        del self._context.excluded_shapes[shapes:]

    def _finished(self, columns: Sequence[Any], rest: Any) -> Any:  # noqa: ANN401
        if not columns:
            return None, (0, None), dict(ANY), [], False
        absolute, fixed, _shapes = self._placed
        self._absolute += absolute
        self._fixed += fixed
        height = max(column.margin_height() for column in columns)
        box = self._box
        box.children = list(columns)
        if box.height == "auto":
            box.height = height
        if box.min_height != "auto":
            box.height = max(box.height, box.min_height)
        for column in columns:
            column.height = box.height
        begins = {self._skip + skip: inner for skip, inner in rest.items()} if rest else None
        return box, begins, self._next_page, [], False
