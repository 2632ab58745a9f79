"""Pages made by WeasyPrint, all of them or some of them again.

It makes pages again by itself, but forgets of a page what the one before left to it: footnotes without room, and floats
that were broken. Here both are kept, so that a page made again is what it would be if all were made again.
"""

import logging
from collections.abc import Iterable
from typing import Any


class Making:
    """The pages of one document: its boxes before layout, and what each page leaves to the next."""

    def __init__(self, context: Any, root: Any, html: Any) -> None:  # noqa: ANN401 - WeasyPrint's own
        """Begin before the first page."""
        self._context, self._root, self._html = context, root, html
        self._left: list[tuple[list[Any], dict[Any, Any]]] = [([], {})]  # to each page: footnotes, broken floats

    def again(self, pages: Iterable[int]) -> None:
        """Have these pages (from 0) made again the next time."""
        for at in pages:
            self._state(at)["content_changed"] = True
        self._context.tables.clear()  # how wide their columns must be

    def made(self, pages: list[Any]) -> list[Any]:
        """Give all pages; of those made before, the ones that need not be made again."""
        self._context.rendered_notes = []
        made: list[Any] = []
        more = True
        while more:
            at = len(made)
            state = self._state(at)
            if at < len(pages) and not (state["content_changed"] or state["pages_wanted"]):
                made.append(pages[at])
            else:
                made.append(self._make(at, state))
            resume_at = self._context.page_maker[at + 1][0]
            more = resume_at is not None or bool(self._left[at + 1][0])
        del self._context.page_maker[len(made) + 1 :], self._left[len(made) + 1 :]
        self._context.broken_out_of_flow, self._context.reported_footnotes = {}, []
        return made

    def _state(self, at: int) -> dict[str, Any]:
        return self._context.page_maker[at][-1]  # type: ignore[no-any-return]

    def _make(self, at: int, state: dict[str, Any]) -> Any:  # noqa: ANN401
        from weasyprint.layout.page import remake_page  # noqa: PLC0415 - optional

        logging.getLogger("weasyprint.progress").info("Step 5 - Creating layout - Page %d", at + 1)
        state.update(content_changed=False, pages_wanted=False, anchors=[], content_lookups=[])
        footnotes, floats = self._left[at]
        self._context.reported_footnotes, self._context.broken_out_of_flow = list(footnotes), dict(floats)
        page, resume_at = remake_page(at, self._context, self._root, self._html)
        left = list(self._context.reported_footnotes), dict(self._context.broken_out_of_flow)
        if self._left[at + 1 : at + 2] != [left]:
            self._left[at + 1 : at + 2] = [left]
            self._state(at + 1)["content_changed"] |= resume_at is not None
        return page
