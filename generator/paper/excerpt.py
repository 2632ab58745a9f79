"""A run of pages as a document of its own: what was laid out in a set need not be laid out again by itself."""

from collections.abc import Callable, Iterator, Sequence
from copy import copy, deepcopy
from functools import partial
from itertools import pairwise
from typing import Any

from generator.paper.member import Member
from generator.paper.numbering import Numbers


def excerpts(
    document: Any,  # noqa: ANN401 - WeasyPrint's document
    numbers: Numbers,
    members: Sequence[Member],
) -> Iterator[Callable[[], Any]]:
    """Give for every member what makes a document, numbered from 1, of the pages from its first to the next one's."""
    starts = [numbers.found[member.begins] - 1 for member in members]
    for member, run in zip(members, pairwise([*starts, len(document.pages)]), strict=True):
        yield partial(_excerpt, document, numbers.context, range(*run), member.title)


def _excerpt(document: Any, context: Any, run: range, title: str) -> Any:  # noqa: ANN401
    from weasyprint.document import Page  # noqa: PLC0415 - optional

    pages = [Page(_numbered_anew(document.pages[at]._page_box, context, at, run)) for at in run]  # noqa: SLF001
    here = {name for page in pages for name in page.anchors}
    for page in pages:
        page.links = [link for link in page.links if link[0] != "internal" or link[1] in here]
    alone = document.copy(pages)
    alone.metadata = copy(document.metadata)
    alone.metadata.title = title
    return alone


def _numbered_anew(box: Any, context: Any, at: int, run: range) -> Any:  # noqa: ANN401
    """Give the page with what stands in its margins written for the run of pages that it is in."""
    from weasyprint.formatting_structure.boxes import MarginBox  # noqa: PLC0415 - optional
    from weasyprint.layout.background import layout_backgrounds  # noqa: PLC0415
    from weasyprint.layout.page import make_margin_boxes  # noqa: PLC0415

    page, state = box.copy(), deepcopy(context.page_maker[at + 1][3])
    state[1].update(page=[1 + run.index(at)], pages=[len(run)])
    context.current_page = at + 1
    kept = [child for child in box.children if not isinstance(child, MarginBox)]
    page.children = (*kept, *make_margin_boxes(context, page, state))
    layout_backgrounds(page, context.get_image_from_uri)
    return page
