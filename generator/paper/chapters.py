"""The handbook in the order of a book: parts, and in each part its chapters."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.content.content import Content
from generator.content.generated_pages import COMPUTED, sentence, title_of
from generator.content.spread import spreads
from generator.model import (
    COMPARISONS,
    COMPETENCIES,
    ENTRY_KINDS,
    FRAMEWORKS,
    PLANS,
    PRINCIPLES,
    QUESTION_BANKS,
    STORIES,
    WALKTHROUGHS,
    WORKSHEETS,
    Kind,
)
from generator.pages import figures
from generator.pages.view_models import samples, values_of
from generator.paper.hypertext import Print, anchor, essay_html
from generator.paper.printables import GROUPS, printables
from generator.rules.style_guide import guide_of
from generator.text.language import N_, _


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """What stands under one heading of the contents: its id in the document, its template and what that shows."""

    id: str
    template: str
    title: str
    values: Mapping[str, Any] = field(default_factory=dict)
    _made: dict[Print, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def html(self, render: Print) -> str:
        """Give the chapter as HTML: made once, for all that is bound of it."""
        if render not in self._made:
            self._made[render] = str(render(f"chapters/{self.template}.html.jinja", chapter=self, **self.values))
        return self._made[render]


@dataclass(frozen=True, kw_only=True)
class Part:
    """Chapters of one kind, under the name by which `--only` asks for them."""

    name: str
    title: str
    chapters: tuple[Chapter, ...]


START, REFERENCE = "start", "reference"
BY_LEVEL = "questions-by-level"
SHEETS = "sheets-to-print"
TITLES = {START: N_("Before you begin"), REFERENCE: N_("Reference")}  # of the parts that no kind makes
ORDER = (
    START,
    *(kind.folder for kind in (COMPETENCIES, QUESTION_BANKS, STORIES, WALKTHROUGHS, FRAMEWORKS, PLANS, WORKSHEETS)),
)
LAST = (PRINCIPLES.folder, REFERENCE)
WITH_ANOTHER = (COMPARISONS,)  # kinds whose chapters stand in the part of another


def book_parts(content: Content) -> list[Part]:
    """Give every part that has a chapter, in reading order."""
    made = {
        kind.folder: Part(
            name=kind.folder, title=sentence(_(kind.names[1])), chapters=tuple(_chapters_of(content, kind))
        )
        for kind in ENTRY_KINDS
        if kind not in WITH_ANOTHER
    }
    for name, chapters in ((START, _start(content)), (REFERENCE, _reference(content))):
        made[name] = Part(name=name, title=_(TITLES[name]), chapters=tuple(chapters))
    return [made[name] for name in part_names() if made[name].chapters]


def part_names() -> tuple[str, ...]:
    """Give the name of every part there may be, in order; a kind without a place of its own stands before the last."""
    placed = {*ORDER, *LAST, *(kind.folder for kind in WITH_ANOTHER)}
    return (*ORDER, *(kind.folder for kind in ENTRY_KINDS if kind.folder not in placed), *LAST)


def _chapters_of(content: Content, kind: Kind[Any]) -> Iterator[Chapter]:
    own = OWN_CHAPTERS.get(kind.id)
    return own(content) if own else _entries(content, kind)


def _entries(content: Content, kind: Kind[Any]) -> Iterator[Chapter]:
    for entry in content.of(kind).ordered:
        yield _chapter(kind.id, kind.id, entry.slug, entry.record.title, **values_of(content, kind, entry))


def _chapter(template: str, kind: str, slug: str, title: str, **values: Any) -> Chapter:  # noqa: ANN401
    return Chapter(id=anchor(kind, slug), template=template, title=title, values=values)


def _computed(name: str, template: str = "", title: str = "", **values: Any) -> Chapter:  # noqa: ANN401
    return _chapter(template or name.replace("-", "_"), "computed", name, title or _(COMPUTED[name].title), **values)


def _start(content: Content) -> Iterator[Chapter]:
    for name in ("failure-patterns", "traits", "levels"):
        yield _computed(name)
    if content.core:
        yield _computed("core-stories", title=title_of(content, "core-stories"), samples=samples(content))
    for essay in content.essays.values():
        yield _chapter("essay", "page", essay.slug, essay.title, body=essay_html(essay))


def _questions(content: Content) -> Iterator[Chapter]:
    if content.asked_most.all:
        yield _computed("asked-most")
    for entry in content.competencies.ordered:
        if questions := content.bank.of(entry.slug):
            title = _("Questions: {name}", name=entry.record.title)
            yield _chapter("questions", "questions", entry.slug, title, entry=entry, questions=questions)
    if content.bank.twin_groups:
        yield _computed("twins")
    yield _computed(BY_LEVEL, "by_level")


def _stories(content: Content) -> Iterator[Chapter]:
    yield from _entries(content, STORIES)
    yield from _entries(content, COMPARISONS)


def _frameworks(content: Content) -> Iterator[Chapter]:
    yield from _entries(content, FRAMEWORKS)
    for name in ("systems", "leadership", "learnings"):
        yield _computed(name)


def _worksheets(content: Content) -> Iterator[Chapter]:
    for sheet in content.sheets.values():
        if sheet.group == "written":
            yield _chapter("sheet", WORKSHEETS.id, sheet.slug, sheet.record.title, sheet=sheet)
    others = [sheet for sheet in printables(content) if sheet.group != "written"]
    if others:
        groups = {_(GROUPS[name]): [sheet for sheet in others if sheet.group == name] for name in GROUPS}
        yield Chapter(id=SHEETS, template="sheets", title=_("Sheets to print"), values={"groups": groups})


def _reference(content: Content) -> Iterator[Chapter]:
    yield _computed("themes")
    yield _computed("story-rules", "story_parts", rules=guide_of(content).rules())
    yield _computed("coverage", heat=figures.heat, spreads=spreads(content))
    if content.glossary:
        yield _computed("glossary")


OWN_CHAPTERS: Mapping[str, Callable[[Content], Iterator[Chapter]]] = {
    QUESTION_BANKS.id: _questions,
    STORIES.id: _stories,
    FRAMEWORKS.id: _frameworks,
    WORKSHEETS.id: _worksheets,
}
