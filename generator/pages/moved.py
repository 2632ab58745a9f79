"""Pages for the names that entries had before: each leads on, so that no address dies."""

from collections.abc import Iterator

from generator.content.address import FOLDER_OF, locate_in
from generator.content.content import Content
from generator.content.generated_pages import title_of
from generator.content.moves import titles
from generator.pages.page import Page, PageSpec
from generator.pages.render import Render
from generator.text.language import _

ANCHORED = frozenset({"question", "principle"})  # what stands on a page with others has an anchor more, and no page


def moved_pages(content: Content, render: Render) -> Iterator[Page]:
    """Give a page for each former address that had a page of its own."""
    for spec in _specs(content):
        text = render("moved.md.jinja", here=spec.path, page=spec, before=None, after=None)
        yield Page(path=spec.path, data=text.encode(), spec=spec)


def _specs(content: Content) -> Iterator[PageSpec]:
    locate = locate_in(content)
    for move in content.moves:
        if move.kind in ANCHORED:
            continue
        folder = "questions" if move.kind == "questions" else FOLDER_OF[move.kind]
        yield PageSpec(
            path=f"{folder}/{move.was}.md",
            template="moved",
            title=_title(content, move.to_kind, move.to),
            description=_("This page has a new address."),
            section="",
            source=content.handbook.file,
            moved=locate(move.to_kind, move.to),
        )


def _title(content: Content, kind: str, slug: str) -> str:
    if kind == "computed":
        return title_of(content, slug)
    return titles(content, "competency" if kind == "questions" else kind)[slug]
