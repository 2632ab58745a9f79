"""The handbook in the order of a book: parts, and in each part its chapters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.content.content import Content
from generator.content.generated_pages import COMPUTED
from generator.model import STORIES, WALKTHROUGHS
from generator.pages import figures
from generator.pages.view_models import values_of
from generator.paper.hypertext import Print, anchor, essay_html
from generator.rules.style_guide import rules


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """What stands under one heading of the contents: its id in the document, its template and what that shows."""

    id: str
    template: str
    title: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def html(self, render: Print) -> str:
        """Give the chapter as HTML."""
        return str(render(f"chapters/{self.template}.html.jinja", chapter=self, **self.values))


@dataclass(frozen=True, kw_only=True)
class Part:
    """Chapters of one kind, under the name by which `--only` asks for them."""

    name: str
    title: str
    chapters: tuple[Chapter, ...]


PARTS = {
    "start": "Before you begin",
    "competencies": "Competencies",
    "questions": "Questions",
    "stories": "Stories",
    "walkthroughs": "Walkthroughs",
    "frameworks": "Frameworks",
    "plans": "Plans",
    "worksheets": "Worksheets",
    "principles": "Company principles",
    "reference": "Reference",
}


def book_parts(content: Content) -> list[Part]:
    """Give every part that has a chapter, in reading order."""
    made = {
        "start": _start(content),
        "competencies": (
            _chapter("competency", "competency", entry.slug, entry.record.title, entry=entry)
            for entry in content.competencies.ordered
        ),
        "questions": _questions(content),
        "stories": _stories(content),
        "walkthroughs": (
            _chapter(
                "walkthrough", "walkthrough", walk.slug, walk.record.title, **values_of(content, WALKTHROUGHS, walk)
            )
            for walk in content.walkthroughs.ordered
        ),
        "frameworks": _frameworks(content),
        "plans": (_chapter("plan", "plan", plan.slug, plan.record.title, entry=plan) for plan in content.plans.ordered),
        "worksheets": (
            _chapter("sheet", "worksheet", sheet.slug, sheet.record.title, sheet=sheet)
            for sheet in content.sheets.values()
            if sheet.group == "written"
        ),
        "principles": (
            _chapter("principles", "principles", group.slug, group.record.title, entry=group)
            for group in content.principles.ordered
        ),
        "reference": _reference(content),
    }
    parts = [Part(name=name, title=PARTS[name], chapters=tuple(chapters)) for name, chapters in made.items()]
    return [part for part in parts if part.chapters]


def _chapter(template: str, kind: str, slug: str, title: str, **values: Any) -> Chapter:  # noqa: ANN401
    return Chapter(id=anchor(kind, slug), template=template, title=title, values=values)


def _computed(name: str, template: str = "", **values: Any) -> Chapter:  # noqa: ANN401
    return _chapter(template or name.replace("-", "_"), "computed", name, COMPUTED[name].title, **values)


def _start(content: Content) -> Iterator[Chapter]:
    for name in ("failure-patterns", "traits", "levels"):
        yield _computed(name)
    for essay in content.essays.values():
        yield _chapter("essay", "page", essay.slug, essay.title, body=essay_html(essay))


def _questions(content: Content) -> Iterator[Chapter]:
    for entry in content.competencies.ordered:
        if questions := content.bank.of(entry.slug):
            title = f"Questions: {entry.record.title}"
            yield _chapter("questions", "questions", entry.slug, title, entry=entry, questions=questions)
    if content.bank.twin_groups:
        yield _computed("twins")
    yield _computed("questions-by-level", "by_level")


def _stories(content: Content) -> Iterator[Chapter]:
    for story in content.stories.ordered:
        values = values_of(content, STORIES, story)
        yield _chapter("story", "story", story.slug, story.record.title, **values)
    for comparison in content.comparisons.ordered:
        yield _chapter("comparison", "comparison", comparison.slug, comparison.record.title, entry=comparison)


def _frameworks(content: Content) -> Iterator[Chapter]:
    for frame in content.frameworks.ordered:
        yield _chapter("framework", "framework", frame.slug, frame.record.title, entry=frame)
    for name in ("systems", "leadership", "learnings"):
        yield _computed(name)


def _reference(content: Content) -> Iterator[Chapter]:
    yield _computed("themes")
    yield _computed("story-rules", "story_parts", rules=rules())
    yield _computed("coverage", heat=figures.heat)
    if content.glossary:
        yield _computed("glossary")
