"""The book: the whole handbook, or one part of it, as one HTML document for paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator import version
from generator.content.content import Content
from generator.content.generated_pages import title_of
from generator.model import COMPETENCIES, FRAMEWORKS, STORIES, WALKTHROUGHS
from generator.paper.back import back_of
from generator.paper.chapters import BY_LEVEL, Chapter, Part, book_parts
from generator.paper.hypertext import ID, Print, anchor, footnote_urls, notes_within, resolve_links
from generator.paper.terms import indexed
from generator.text.language import N_, _

READERS_CUT = "readers-cut"  # what is read from the first page to the last
CUT_TITLE = N_("The reader's cut")
IN_THE_CUT = tuple(kind.folder for kind in (COMPETENCIES, STORIES, WALKTHROUGHS, FRAMEWORKS))


class NoSuchPartError(Exception):
    """Raised where a part is asked for that the handbook does not have."""


@dataclass(frozen=True, kw_only=True)
class SetPart:
    """A part with its chapters set: each chapter beside its HTML."""

    name: str
    title: str
    chapters: Sequence[tuple[Chapter, str]]


def book_html(content: Content, render: Print, *, paper: str, edition: date, only: str = "") -> str:
    """Give the book as HTML; `only` names one part, or the reader's cut.

    Raises NoSuchPartError where there is none of that name.
    """
    (html,) = book_htmls(content, render, papers=[paper], edition=edition, only=only)
    return html


def book_htmls(
    content: Content, render: Print, *, papers: Sequence[str], edition: date, only: str = ""
) -> Iterator[str]:
    """Give the book as HTML for one paper after the other; its chapters are written once for all of them."""
    parts = [_without_levels(part) for part in _chosen(book_parts(content), only)]
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
        levels_id: back.levels,
        "index-names": back.names,
        "index-terms": terms,
    }
    for paper in papers:
        whole = render(
            "book.html.jinja",
            title=f"{content.words.title}: {part_title(content, only)}" if only else content.words.title,
            only=part_title(content, only) if only else "",
            paper=paper,
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
        )
        yield footnote_urls(resolve_links(notes_within(str(whole))))


def part_title(content: Content, name: str) -> str:
    """Give the title of a part. Raises NoSuchPartError where there is none of that name."""
    return _(CUT_TITLE) if name == READERS_CUT else _chosen(book_parts(content), name)[0].title


def _chosen(parts: Sequence[Part], only: str) -> list[Part]:
    chosen = [part for part in parts if only in {"", part.name} or (only == READERS_CUT and part.name in IN_THE_CUT)]
    if not chosen:
        names = ", ".join([*(part.name for part in parts), READERS_CUT])
        raise NoSuchPartError(f'--only must be one of {names}, found "{only}"')
    return chosen


def _without_levels(part: Part) -> Part:
    """Give the part without what a book has as an index: which question is asked at which level."""
    kept = tuple(chapter for chapter in part.chapters if chapter.id != anchor("computed", BY_LEVEL))
    return replace(part, chapters=kept)
