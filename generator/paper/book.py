"""The book: the whole handbook, or one part of it, as one HTML document for paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from generator import version
from generator.content.content import Content
from generator.content.generated_pages import title_of
from generator.paper.back import back_of
from generator.paper.binding import NEW_CHAPTER, NEW_PART, NEW_PART_ALONE, with_homes
from generator.paper.chapters import BY_LEVEL, Chapter, Part, book_parts
from generator.paper.common_page import SIZE
from generator.paper.hypertext import ID, Print, anchor, footnote_urls, notes_within, resolve_links
from generator.paper.terms import KNOWN, indexed
from generator.paper.volumes import FIRST, IN_THE_CUT, SAID, WORKBOOK, volume


@dataclass(frozen=True, kw_only=True)
class SetPart:
    """A part with its chapters set: each chapter beside its HTML; alone where other volumes hold it, too."""

    name: str
    title: str
    alone: bool
    chapters: Sequence[tuple[Chapter, str]]


def book_html(content: Content, render: Print, *, edition: date, only: str = "", all_parts: Sequence[Part] = ()) -> str:
    """Give the book as HTML; `only` names its second volume, the reader's cut, or one part.

    Whoever makes several volumes of the same parts gives them. Raises NoSuchPartError where there is none of that name.
    """
    all_ = [_without_levels(part) for part in all_parts or book_parts(content)]
    bound = volume(content, all_, only)
    ids = {chapter.id for part in bound.parts for chapter in part.chapters}
    html, terms = indexed(content, {one.id: one.html(render) for part in all_ for one in part.chapters}, ids)
    back = back_of(content, frozenset(at for chapter in ids for at in _ids(html[chapter])))
    parts = [
        SetPart(
            name=part.name,
            title=part.title,
            alone=part.name in IN_THE_CUT,
            chapters=[(chapter, html[chapter.id]) for chapter in part.chapters],
        )
        for part in bound.parts
    ]
    names = {part.name for part in parts}
    terms = terms if "reference" in names else []
    levels_id = anchor("computed", BY_LEVEL)
    indexes = {
        "index-questions": back.subjects,
        "index-names": back.names,
        levels_id: back.levels,
        "index-terms": terms,
    }
    beyond = {at for chapter in html if chapter not in ids for at in (chapter, *_ids(html[chapter]))}
    other = {at for part in bound.elsewhere for one in part.chapters for at in (one.id, *_ids(html[one.id]))}
    whole = render(
        "book.html.jinja",
        title=f"{content.words.title}: {bound.title}" if only else content.words.title,
        only=bound.title if only or bound.other else "",
        volume=bound,
        size=SIZE,
        edition=edition,
        version=version(),
        parts=parts,
        elsewhere=SAID,
        subjects=back.subjects,
        levels=back.levels,
        levels_id=levels_id,
        levels_title=title_of(content, BY_LEVEL),
        names=back.names,
        terms=terms,
        index_ids=[at for at, found in indexes.items() if found],
        new_part=NEW_PART,
        new_part_alone=NEW_PART_ALONE,
        new_chapter=NEW_CHAPTER,
    )
    made = footnote_urls(resolve_links(notes_within(str(whole)), beyond=beyond))
    return with_homes(made, dict.fromkeys(other, FIRST if only else WORKBOOK))


@lru_cache(maxsize=KNOWN)
def _ids(html: str) -> tuple[str, ...]:
    """Give the ids of a chapter: looked for once for all volumes."""
    return tuple(ID.findall(html))


def _without_levels(part: Part) -> Part:
    """Give the part without what a book has as an index: which question is asked at which level."""
    kept = tuple(chapter for chapter in part.chapters if chapter.id != anchor("computed", BY_LEVEL))
    return replace(part, chapters=kept)
