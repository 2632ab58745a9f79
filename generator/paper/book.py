"""The book: the whole handbook, or one part of it, as one HTML document for paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator import version
from generator.content.content import Content
from generator.content.generated_pages import title_of
from generator.paper.back import back_of
from generator.paper.binding import NEW_CHAPTER, NEW_PART
from generator.paper.chapters import BY_LEVEL, Chapter, Part, book_parts
from generator.paper.common_page import SIZE
from generator.paper.hypertext import ID, Print, anchor, footnote_urls, notes_within, resolve_links
from generator.paper.terms import indexed
from generator.paper.volumes import volume


@dataclass(frozen=True, kw_only=True)
class SetPart:
    """A part with its chapters set: each chapter beside its HTML."""

    name: str
    title: str
    chapters: Sequence[tuple[Chapter, str]]


def book_html(content: Content, render: Print, *, edition: date, only: str = "", all_parts: Sequence[Part] = ()) -> str:
    """Give the book as HTML; `only` names its second volume, the reader's cut, or one part.

    Whoever makes several volumes of the same parts gives them. Raises NoSuchPartError where there is none of that name.
    """
    bound = volume(content, all_parts or book_parts(content), only)
    parts = [_without_levels(part) for part in bound.parts]
    chapters = [chapter for part in parts for chapter in part.chapters]
    html, terms = indexed(content, [chapter.html(render) for chapter in chapters])
    back = back_of(content, frozenset(ID.findall("".join(html))))
    set_ = iter(zip(chapters, html, strict=True))
    set_parts = [
        SetPart(name=part.name, title=part.title, chapters=[next(set_) for _chapter in part.chapters]) for part in parts
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
    beyond = {chapter.id for part in bound.elsewhere for chapter in part.chapters}
    whole = render(
        "book.html.jinja",
        title=f"{content.words.title}: {bound.title}" if only else content.words.title,
        only=bound.title if only or bound.other else "",
        volume=bound,
        size=SIZE,
        edition=edition,
        version=version(),
        parts=set_parts,
        subjects=back.subjects,
        levels=back.levels,
        levels_id=levels_id,
        levels_title=title_of(content, BY_LEVEL),
        names=back.names,
        terms=terms,
        index_ids=[at for at, found in indexes.items() if found],
        new_part=NEW_PART,
        new_chapter=NEW_CHAPTER,
    )
    return footnote_urls(resolve_links(notes_within(str(whole)), beyond=beyond))


def _without_levels(part: Part) -> Part:
    """Give the part without what a book has as an index: which question is asked at which level."""
    kept = tuple(chapter for chapter in part.chapters if chapter.id != anchor("computed", BY_LEVEL))
    return replace(part, chapters=kept)
