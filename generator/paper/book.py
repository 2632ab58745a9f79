"""The book: the whole handbook, or one part of it, as one HTML document for paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.content.content import Content
from generator.content.questions import BankQuestion
from generator.paper.chapters import Chapter, Part, book_parts
from generator.paper.hypertext import Print, footnote_urls, resolve_links
from generator.paper.terms import indexed


class NoSuchPartError(Exception):
    """Raised where a part is asked for that the handbook does not have."""


@dataclass(frozen=True, kw_only=True)
class SetPart:
    """A part with its chapters set: each chapter beside its HTML."""

    name: str
    title: str
    chapters: Sequence[tuple[Chapter, str]]


def book_html(content: Content, render: Print, *, paper: str, edition: date, only: str = "") -> str:
    """Give the book as HTML; `only` names one part. Raises NoSuchPartError where there is none of that name."""
    parts = _chosen(book_parts(content), only)
    chapters = [chapter for part in parts for chapter in part.chapters]
    html, terms = indexed(content, [chapter.html(render) for chapter in chapters])
    set_ = iter(zip(chapters, html, strict=True))
    names = {part.name for part in parts}
    whole = render(
        "book.html.jinja",
        title=content.words.title if not only else f"{content.words.title}: {parts[0].title}",
        only=only,
        paper=paper,
        edition=edition,
        parts=[
            SetPart(name=part.name, title=part.title, chapters=[next(set_) for _ in part.chapters]) for part in parts
        ],
        questions=sorted(content.bank.values(), key=_as_asked) if "questions" in names else [],
        terms=terms if "reference" in names else [],
    )
    return footnote_urls(resolve_links(str(whole)))


def part_title(content: Content, name: str) -> str:
    """Give the title of a part. Raises NoSuchPartError where there is none of that name."""
    return _chosen(book_parts(content), name)[0].title


def _chosen(parts: Sequence[Part], only: str) -> list[Part]:
    chosen = [part for part in parts if only in {"", part.name}]
    if not chosen:
        names = ", ".join(part.name for part in parts)
        raise NoSuchPartError(f'--only must be one of {names}, found "{only}"')
    return chosen


def _as_asked(question: BankQuestion) -> tuple[str, str]:
    ask = question.record.ask
    return "".join(c for c in ask.casefold() if c.isalnum() or c == " ").strip(), ask
