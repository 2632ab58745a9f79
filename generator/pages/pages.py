"""The heart: from Content to every page of the handbook, as a pure function."""

from collections.abc import Container, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any

from generator.content.address import locate_in
from generator.content.content import Content
from generator.content.derived_sheets import Sheet
from generator.content.entry import Entry
from generator.content.generated_pages import COMPUTED, title_of
from generator.content.reads import reading
from generator.content.sections import OFF, PRACTICE_PAGES
from generator.content.spread import spreads
from generator.model import COMPETENCIES, ENTRY_KINDS, QUESTION_BANKS, STORIES, WALKTHROUGHS, WORKSHEETS, Kind
from generator.pages import figures
from generator.pages.essay_body import essay_body
from generator.pages.glossary import by_letter, tooltips
from generator.pages.indexes import banks, indexes
from generator.pages.known import Known, Later, Wanted, alone, anew
from generator.pages.moved import moved_pages
from generator.pages.page import (
    DOWNLOAD_GROUPS,
    SINGLE_SHEETS,
    WHAT_FOR,
    Download,
    Page,
    PageSpec,
    computed,
    crumbs,
    download_groups,
    index_of,
    of_entry,
    reading_minutes,
    without_what_is_off,
)
from generator.pages.reference import essays_in_order, essays_of_levels, ladder, reference_groups
from generator.pages.render import Render
from generator.pages.view_models import home_values, levels_asked, samples, values_of, values_of_index
from generator.rules.measures import words_in
from generator.rules.style_guide import guide_of
from generator.text.language import _, speaking
from generator.text.prose import opening, plain

PLACED = (
    COMPETENCIES,
    QUESTION_BANKS,
    STORIES,
    WALKTHROUGHS,
    WORKSHEETS,
)  # each has its own place in the reading order
DESCRIBED = 200  # characters of an essay that stand for it in a list of results
VOCABULARY_PAGES = ("failure-patterns", "traits", "themes", "systems", "leadership", "learnings", "levels")


def build_pages(
    content: Content,
    render: Render,
    downloads: Sequence[Download] = (),
    *,
    only: Container[str] | None = None,
    known: Known | None = None,
) -> list[Page]:
    """Give every page of the handbook, in reading order; one of them lists the downloads there are.

    With `only`, give those whose source is one of these files, or whose path is one of these. What is `known` of
    earlier pages need not be made.
    """
    with speaking(content.language):
        return _build_pages(content, render, downloads, only, known or anew)


def _build_pages(
    content: Content, render: Render, downloads: Sequence[Download], only: Container[str] | None, known: Known
) -> list[Page]:
    with reading() as shared:
        specs = list(_specs(content, downloads))
    texts_of = known(shared)
    moved = [page for page in moved_pages(content, render) if only is None or page.spec.source in only]
    wanted: list[Wanted] = []
    for at, spec in enumerate(specs):
        if only is not None and spec.source not in only and spec.path not in only:
            continue
        before, after = specs[at - 1] if at else None, specs[at + 1] if at + 1 < len(specs) else None
        wanted.append((spec, before, after, partial(_text, content, render, spec, before, after)))
    texts = zip(wanted, texts_of(wanted), strict=True)
    return [*moved, *(Page(path=spec.path, data=data, spec=spec) for (spec, *_), data in texts)]


def _text(content: Content, render: Render, spec: PageSpec, before: PageSpec | None, after: PageSpec | None) -> bytes:
    text = render(f"{spec.template}.md.jinja", here=spec.path, page=spec, before=before, after=after, **spec.values)
    return (text + tooltips(content.glossary, spec.path, text)).encode()


def build_page(content: Content, render: Render, path: str) -> Page | None:
    """Give the one page at the path, without its neighbours in the reading order; None where no entry makes it.

    A story and a walkthrough have their pages also where their competency could not be read.
    """
    filed = ((kind, entry) for kind in PLACED if kind.head for entry in content.of(kind).values())
    specs = chain(_specs(content, ()), (_page(content, kind, entry) for kind, entry in filed))
    with speaking(content.language):
        spec = next((spec for spec in specs if spec.path == path), None)
    if spec is None:
        return None
    return Page(path=path, data=_text(content, render, spec, None, None), spec=spec)


def _specs(content: Content, downloads: Sequence[Download]) -> Iterator[PageSpec]:
    """Give all pages in reading order, without those of sections that are off."""
    off = {COMPUTED[name].path for section in content.off for name in OFF[section]}
    for spec in _all_specs(content, downloads):
        if spec.path not in off:
            yield without_what_is_off(content, spec) if content.off else spec


def _all_specs(content: Content, downloads: Sequence[Download]) -> Iterator[PageSpec]:
    """Give all pages in reading order: each competency with its questions, stories, walkthroughs; then the rest."""
    yield _home(content)
    for name in VOCABULARY_PAGES[:2]:
        yield computed(name, "reference", crumb="reference")
    yield index_of(COMPETENCIES)
    if content.core:
        yield _core_stories(content)
    for competency in content.competencies.ordered:
        yield from _competency(content, competency)
    yield from indexes(content)
    yield from _kinds_under(content, "stories")
    yield _index(content, WALKTHROUGHS)
    yield from _kinds_under(content, "")
    yield computed("practise", "practise", scripts=("practise",))
    for name in PRACTICE_PAGES:
        yield computed(name, "practise", crumb="practise", scripts=(name,))
    yield from _kinds_under(content, "practise")
    groups = {name: _(title) for name, title in DOWNLOAD_GROUPS.items() if name in SINGLE_SHEETS}
    yield index_of(WORKSHEETS, groups=groups, what_for={name: _(WHAT_FOR[name]) for name in groups})
    yield from map(_sheet, content.sheets.values())
    home = "reference" if "practice" in content.off else "practise"
    yield computed(
        "downloads",
        home,
        crumb=home,
        groups=download_groups(downloads),
        coming=download_groups((), ("book", "set", "cards", "data")),
    )
    yield from _reference(content)


def _reference(content: Content) -> Iterator[PageSpec]:
    locate = locate_in(content)
    yield computed("reference", "reference", groups=reference_groups(content))
    yield from _kinds_under(content, "reference")
    for name in VOCABULARY_PAGES[2:-1]:
        yield computed(name, "reference", crumb="reference")
    widths = {level.id: width for level, width in levels_asked(content)}
    yield computed("levels", "reference", crumb="reference", essays=essays_of_levels(content), widths=widths)
    for essay in essays_in_order(content):
        yield PageSpec(
            path=essay.path,
            template="essay",
            title=essay.title,
            description=opening(essay.says or plain(essay.body.split("\n\n", 1)[0]), DESCRIBED),
            section=essay.section,
            source=essay.file,
            crumbs=() if essay.tab else crumbs(essay.under),
            minutes=reading_minutes(words_in(guide_of(content), essay.body)),
            values={"body": essay_body(essay, locate, essay.path), "ladder": ladder(content, essay)},
        )
    yield computed("story-rules", "reference", crumb="reference", rules=guide_of(content).rules())
    yield computed("contributors", "reference", crumb="reference")
    yield _coverage(content)
    if content.glossary:
        yield computed(
            "glossary", "reference", crumb="reference", source=content.glossary.file, letters=by_letter(content.terms)
        )


def _kinds_under(content: Content, above: str) -> Iterator[PageSpec]:
    """Give index and entries of each kind whose index stands under this computed page, but those with a place."""
    for kind in ENTRY_KINDS:
        if kind.index and kind.index.under == above and kind not in PLACED:
            yield _index(content, kind)
            for entry in content.of(kind).ordered:
                yield _page(content, kind, entry)


def _competency(content: Content, competency: Entry[Any]) -> Iterator[PageSpec]:
    yield _page(content, COMPETENCIES, competency)
    yield from banks(content, competency)
    for story in content.stories.mainly_of(competency.slug):
        yield _page(content, STORIES, story)
    for walk in content.walkthroughs.of(competency.slug):
        yield _page(content, WALKTHROUGHS, walk)


@alone
def _page(content: Content, kind: Kind[Any], entry: Entry[Any]) -> PageSpec:
    return of_entry(kind, entry, Later(entry.slug, partial(values_of, content, kind, entry)))


@alone
def _index(content: Content, kind: Kind[Any]) -> PageSpec:
    return index_of(kind, **values_of_index(content, kind))


@alone
def _home(content: Content) -> PageSpec:
    return PageSpec(
        path=COMPUTED["home"].path,
        template="home",
        title=content.words.title,
        description=content.words.summary,
        section="start",
        source=content.handbook.file,
        values=home_values(content),
    )


@alone
def _core_stories(content: Content) -> PageSpec:
    title = title_of(content, "core-stories")
    return computed("core-stories", "competencies", crumb="competencies", title=title, samples=samples(content))


@alone
def _sheet(sheet: Sheet) -> PageSpec:
    return PageSpec(
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


@alone
def _coverage(content: Content) -> PageSpec:
    return computed("coverage", "reference", crumb="reference", heat=figures.heat, spreads=spreads(content))
