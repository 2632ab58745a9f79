"""The heart: from Content to every page of the handbook, as a pure function."""

from collections.abc import Container, Iterator, Sequence
from itertools import chain
from typing import Any

from generator.content.address import FOLDERS, locate_in
from generator.content.content import Content, Entry, by_title
from generator.content.generated_pages import COMPUTED
from generator.pages import figures
from generator.pages.glossary import tooltips
from generator.pages.indexes import banks, indexes
from generator.pages.page import (
    DOWNLOAD_GROUPS,
    Download,
    Draft,
    Link,
    Page,
    computed,
    crumbs,
    of_entry,
    reading_minutes,
)
from generator.pages.render import Render, essay_body
from generator.pages.view_models import story_values, walk_values
from generator.rules.style_rules import rules, words_in
from generator.text.prose import plain

PRACTICE_PAGES = ("readiness", "my-stories", "mock-interview", "drill", "my-data")
VOCABULARY_PAGES = ("failure-patterns", "traits", "themes", "systems", "leadership", "learnings", "levels")


def build_pages(
    content: Content, render: Render, downloads: Sequence[Download] = (), *, only: Container[str] | None = None
) -> list[Page]:
    """Give every page of the handbook, in reading order; one of them lists the downloads there are.

    With `only`, give those whose source is one of these files.
    """
    drafts = list(_drafts(content, downloads))
    pages = []
    for at, draft in enumerate(drafts):
        if only is not None and draft.source not in only:
            continue
        text = render(
            f"{draft.template}.md.jinja",
            here=draft.path,
            page=draft,
            before=drafts[at - 1] if at else None,
            after=drafts[at + 1] if at + 1 < len(drafts) else None,
            **draft.values,
        )
        pages.append(Page(path=draft.path, text=text + tooltips(content.glossary, draft.path, text)))
    return pages


def build_page(content: Content, render: Render, path: str) -> Page | None:
    """Give the one page at the path, without its neighbours in the reading order; None where no entry makes it.

    A story and a walkthrough have their pages also where their competency could not be read.
    """
    stories = (_story(content, story) for story in content.stories.values())
    drafts = chain(_drafts(content, ()), stories, map(_walk, content.walkthroughs.values()))
    draft = next((draft for draft in drafts if draft.path == path), None)
    if draft is None:
        return None
    text = render(f"{draft.template}.md.jinja", here=path, page=draft, before=None, after=None, **draft.values)
    return Page(path=path, text=text + tooltips(content.glossary, path, text))


def sections(content: Content) -> dict[str, list[Link]]:
    """Give for each section of the site the pages its side list shows; bounded, whatever the number of stories."""

    def of_many(*names: str) -> list[Link]:
        return [Link(title=COMPUTED[name].title, path=COMPUTED[name].path) for name in names]

    def entries(kind: str, collection: Sequence[Entry[Any]]) -> list[Link]:
        return [Link(title=e.record.title, path=f"{FOLDERS[kind]}/{e.slug}.md") for e in collection]

    essays = [Link(title=e.title, path=f"reference/{e.slug}.md") for e in content.essays.values()]
    return {
        "competencies": of_many("competencies", "questions", "twins", "questions-by-level")
        + entries("competency", content.ordered_competencies),
        "stories": of_many("stories", "comparisons"),
        "walkthroughs": of_many("walkthroughs") + entries("walkthrough", content.ordered_walkthroughs[:40]),
        "practise": of_many("practise", *PRACTICE_PAGES, "worksheets", "downloads", "plans")
        + entries("plan", content.ordered_plans),
        "reference": of_many("reference", "frameworks", "principles")
        + essays
        + of_many(*VOCABULARY_PAGES, "story-rules", "contributors", "coverage", "glossary"),
        "frameworks": of_many("reference", "frameworks") + entries("framework", content.ordered_frameworks[:60]),
        "principles": of_many("reference", "principles") + entries("principles", by_title(content.principles)),
    }


def _drafts(content: Content, downloads: Sequence[Download]) -> Iterator[Draft]:
    """Give the drafts in reading order: each competency with its questions, stories, walkthroughs; then the rest."""
    yield Draft(
        path=COMPUTED["home"].path,
        template="home",
        title=content.words.title,
        description=content.words.summary,
        section="start",
        source=content.handbook.file,
    )
    for name in ("failure-patterns", "traits"):
        yield computed(name, "reference", crumb="reference")
    yield computed("competencies", "competencies")
    for entry in content.ordered_competencies:
        yield from _competency(content, entry)
    yield from indexes(content)
    yield computed("comparisons", "stories", crumb="stories")
    for comparison in by_title(content.comparisons):
        yield of_entry(comparison, "comparison", "stories", "comparisons")
    yield computed("walkthroughs", "walkthroughs")
    yield computed("practise", "practise")
    for name in PRACTICE_PAGES:
        yield computed(name, "practise", crumb="practise", scripts=(name,))
    yield computed("plans", "practise", crumb="practise")
    for plan in content.ordered_plans:
        yield of_entry(plan, "plan", "practise", "plans")
    yield computed("worksheets", "practise", crumb="practise")
    for sheet in content.sheets.values():
        yield Draft(
            path=f"worksheets/{sheet.slug}.md",
            template="worksheet",
            title=sheet.record.title,
            description=sheet.record.summary,
            section="practise",
            source=sheet.file,
            crumbs=crumbs("practise", "worksheets"),
            scripts=("worksheet",),
            values={"sheet": sheet},
        )
    yield computed("downloads", "practise", crumb="practise", groups=_download_groups(downloads))
    yield from _reference(content)


def _reference(content: Content) -> Iterator[Draft]:
    locate = locate_in(content)
    yield computed("reference", "reference")
    yield computed("frameworks", "frameworks", crumb="reference")
    for frame in content.ordered_frameworks:
        yield of_entry(frame, "framework", "frameworks", "reference", "frameworks")
    yield computed("principles", "principles", crumb="reference")
    for group in by_title(content.principles):
        yield Draft(
            path=f"principles/{group.slug}.md",
            template="principles_of",
            title=group.record.title,
            description=f"{group.record.title}: {len(group.record.principles)}, as of {group.record.as_of}.",
            section="principles",
            source=group.file,
            crumbs=crumbs("reference", "principles"),
            values={"entry": group},
        )
    for name in VOCABULARY_PAGES[2:]:
        yield computed(name, "reference", crumb="reference")
    for essay in content.essays.values():
        yield Draft(
            path=f"reference/{essay.slug}.md",
            template="essay",
            title=essay.title,
            description=plain(essay.body.split("\n\n", 1)[0])[:200],
            section="reference",
            source=essay.file,
            crumbs=crumbs("reference"),
            minutes=reading_minutes(words_in(essay.body)),
            values={"body": essay_body(essay, locate, f"reference/{essay.slug}.md")},
        )
    yield computed("story-rules", "reference", crumb="reference", rules=rules())
    yield computed("contributors", "reference", crumb="reference")
    yield computed("coverage", "reference", crumb="reference", widths=_widths(content), heat=figures.heat)
    if content.glossary:
        yield computed("glossary", "reference", crumb="reference", source=content.glossary.file)


def _competency(content: Content, entry: Entry[Any]) -> Iterator[Draft]:
    yield of_entry(entry, "competency", "competencies", "competencies")
    yield from banks(content, entry)
    for story in content.main_stories_of(entry.slug):
        yield _story(content, story)
    for walk in content.walkthroughs_of(entry.slug):
        yield _walk(walk)


def _story(content: Content, story: Entry[Any]) -> Draft:
    return of_entry(story, "story", "stories", "stories", **story_values(content, story))


def _walk(walk: Entry[Any]) -> Draft:
    return of_entry(walk, "walkthrough", "walkthroughs", "walkthroughs", **walk_values(walk))


def _download_groups(downloads: Sequence[Download]) -> list[tuple[str, list[Download]]]:
    if strange := {download.group for download in downloads} - DOWNLOAD_GROUPS.keys():
        raise ValueError(f"every group of downloads must have a title in DOWNLOAD_GROUPS, found {strange}")
    groups = [(title, [d for d in downloads if d.group == name]) for name, title in DOWNLOAD_GROUPS.items()]
    return [(title, members) for title, members in groups if members]


def _widths(content: Content) -> list[tuple[Any, float]]:
    most = max((row.stories for row in content.coverage), default=0) or 1
    return [(row, round(100 * row.stories / most, 1)) for row in content.coverage]
