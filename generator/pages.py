"""The heart: from Content to every page of the handbook, as a pure function."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from generator import figures
from generator.address import COMPUTED, FOLDERS, locate_in
from generator.content import BankQuestion, Content, Entry
from generator.division import BANK_QUESTIONS, INDEX_ROWS, SHORT_ROWS, Part, part_path, parts, share
from generator.editorial import part_shares, rules, words_in, words_told
from generator.glossary import tooltips
from generator.model import Words
from generator.prose import Mark, plain
from generator.render import Render, essay_body

READING_WORDS_A_MINUTE = 230  # silent reading of non-fiction, 238 on average (Brysbaert 2019)


@dataclass(frozen=True, kw_only=True)
class Page:
    """A Markdown page: its path under build/docs and its text."""

    path: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Link:
    """A title and the path it leads to."""

    title: str
    path: str


@dataclass(frozen=True, kw_only=True)
class Download:
    """A file to take away: its path below downloads/, its group and title, size, pages on paper, and edition."""

    file: str
    group: str
    title: str
    kilobytes: int
    pages: int
    date: str


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What a page will say, before it is rendered."""

    path: str
    template: str
    title: str
    description: str
    section: str
    source: str = ""
    crumbs: tuple[Link, ...] = ()
    minutes: int | None = None
    scripts: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def tab(self) -> str:
        """The tab of the site that the page's section belongs to."""
        return {"frameworks": "reference", "principles": "reference"}.get(self.section, self.section)


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

    def computed(*names: str) -> list[Link]:
        return [Link(title=COMPUTED_TITLES[name], path=COMPUTED[name]) for name in names]

    def entries(kind: str, collection: Sequence[Entry[Any]]) -> list[Link]:
        return [Link(title=e.record.title, path=f"{FOLDERS[kind]}/{e.slug}.md") for e in collection]

    essays = [Link(title=e.title, path=f"reference/{e.slug}.md") for e in content.essays.values()]
    return {
        "competencies": computed("competencies", "questions", "twins", "questions-by-level")
        + entries("competency", content.ordered_competencies),
        "stories": computed("stories", "comparisons"),
        "walkthroughs": computed("walkthroughs") + entries("walkthrough", content.ordered_walkthroughs[:40]),
        "practise": computed("practise", *PRACTICE_PAGES, "worksheets", "downloads", "plans")
        + entries("plan", content.ordered_plans),
        "reference": computed("reference", "frameworks", "principles")
        + essays
        + computed(*VOCABULARY_PAGES, "story-rules", "contributors", "coverage", "glossary"),
        "frameworks": computed("reference", "frameworks") + entries("framework", content.ordered_frameworks[:60]),
        "principles": computed("reference", "principles") + entries("principles", by_title(content.principles)),
    }


COMPUTED_TITLES = {
    "competencies": "All competencies",
    "questions": "All questions",
    "twins": "Look-alike questions",
    "questions-by-level": "Questions by level",
    "frameworks": "Frameworks",
    "stories": "All stories",
    "comparisons": "One story, told three ways",
    "walkthroughs": "All walkthroughs",
    "worksheets": "Worksheets",
    "downloads": "Take it with you",
    "principles": "Company principles",
    "plans": "Plans",
    "practise": "Practise",
    "my-stories": "My stories",
    "mock-interview": "Mock interview",
    "drill": "Drill",
    "readiness": "Am I ready?",
    "my-data": "My notes in this browser",
    "reference": "Reference",
    "traits": "What hiring managers look for",
    "themes": "Themes of a story bank",
    "failure-patterns": "Why good candidates fail",
    "levels": "Levels",
    "systems": "Systems to have ready",
    "leadership": "Leadership without the title",
    "learnings": "Learnings that are yours",
    "coverage": "Coverage",
    "glossary": "Glossary",
    "story-rules": "How a story is judged",
    "contributors": "Contributors",
}
PRACTICE_PAGES = ("readiness", "my-stories", "mock-interview", "drill", "my-data")
SCRIPTS = {"plan": ("plan",), "walkthrough": ("brief",)}
VOCABULARY_PAGES = ("failure-patterns", "traits", "themes", "systems", "leadership", "learnings", "levels")
SUMMARIES = {
    "competencies": "What interviewers want proof of, one page each.",
    "questions": "Every question of the bank with its intent; filter by competency, kind and level.",
    "twins": "Questions in nearly the same words that want different answers, side by side.",
    "questions-by-level": "Who gets asked what, level by level.",
    "frameworks": "Shapes to think and speak in, each worked out aloud.",
    "stories": "What people say aloud, with notes in the margin.",
    "comparisons": "The same events in a weak, an adequate and a strong telling, with the interviewer's notes.",
    "walkthroughs": "Whole interviews, turn by turn, with the mistake and the stronger move side by side.",
    "worksheets": "Sheets to fill in, on paper or here.",
    "downloads": "The book, the pocket edition, every sheet, cards and data, as files.",
    "principles": "What companies say they look for, and which competencies and stories prove it.",
    "plans": "What to do with the days that are left.",
    "practise": "Plans, worksheets and score sheets: the part that reading cannot do for you.",
    "my-stories": "Write your own stories, see how long they are aloud, what they cover, and which to tell.",
    "mock-interview": "A walkthrough on the clock, scored by yourself on its rubric.",
    "drill": "Cards for intents, look-alikes and red flags, spaced by the date of your interview.",
    "readiness": "What is ready, what is thin, and the next three things to do.",
    "my-data": "Everything you wrote here stays in this browser. Save it, move it, or erase it.",
    "reference": "Frameworks, vocabulary and the thinking behind them.",
    "traits": "The traits a panel listens for, and the stories that show each.",
    "themes": "The themes a story bank should cover, and the stories for each.",
    "failure-patterns": "How capable people lose an interview they should win.",
    "levels": "What changes from one rung to the next.",
    "systems": "The systems to be able to say, by category.",
    "leadership": "The kinds of leadership that need no title, and what spoils a story of it.",
    "learnings": "The moves that make a learning yours, and generic lines beside authentic ones.",
    "coverage": "How many questions, stories, walkthroughs and worksheets each competency has.",
    "glossary": "The words of this handbook, one sentence each.",
    "story-rules": "What can be measured of a telling, why it matters, and how to mend it.",
    "contributors": "Who gave the stories that were lived, and how to give one.",
}


DOWNLOAD_GROUPS = {
    "book": "The book",
    "set": "All sheets in one file",
    "written": "To begin with",
    "overview": "The overview",
    "story": "One story each",
    "template": "Stories to fill in",
    "score": "Scoring an interview",
    "interviewer": "For the friend who interviews you",
    "cards": "Cards to learn from",
    "data": "For tools",
}


def _drafts(content: Content, downloads: Sequence[Download]) -> Iterator[Draft]:
    """Give the drafts in reading order: each competency with its questions, stories, walkthroughs; then the rest."""
    yield Draft(
        path=COMPUTED["home"],
        template="home",
        title=content.words.title,
        description=content.words.summary,
        section="start",
        source=content.handbook.file,
    )
    for name in ("failure-patterns", "traits"):
        yield _computed(name, "reference", crumb="reference")
    yield _computed("competencies", "competencies")
    for entry in content.ordered_competencies:
        yield from _competency(content, entry)
    yield from _indexes(content)
    yield _computed("comparisons", "stories", crumb="stories")
    for comparison in by_title(content.comparisons):
        yield _draft(comparison, "comparison", "stories", "comparisons")
    yield _computed("walkthroughs", "walkthroughs")
    yield _computed("practise", "practise")
    for name in PRACTICE_PAGES:
        yield _computed(name, "practise", crumb="practise", scripts=(name,))
    yield _computed("plans", "practise", crumb="practise")
    for plan in content.ordered_plans:
        yield _draft(plan, "plan", "practise", "plans")
    yield _computed("worksheets", "practise", crumb="practise")
    for sheet in content.sheets.values():
        yield Draft(
            path=f"worksheets/{sheet.slug}.md",
            template="worksheet",
            title=sheet.record.title,
            description=sheet.record.summary,
            section="practise",
            source=sheet.file,
            crumbs=_crumbs("practise", "worksheets"),
            scripts=("worksheet",),
            values={"sheet": sheet},
        )
    yield _computed("downloads", "practise", crumb="practise", groups=_download_groups(downloads))
    yield from _reference(content)


def _indexes(content: Content) -> Iterator[Draft]:
    """Give the indexes of questions and stories; where one would be too long, it shows a few rows of each group."""
    asked = [content.questions_of(entry.slug) for entry in content.ordered_competencies]
    few = share([len(rows) for rows in asked], INDEX_ROWS)
    yield _computed(
        "questions", "competencies", crumb="competencies", few=few, facets=_question_facets(content, asked, few)
    )
    yield _computed("twins", "competencies", crumb="questions")
    levels = [level.id for level in content.words.levels]
    sizes = [len(content.questions_asked(e.slug, level)) for e in content.ordered_competencies for level in levels]
    yield _computed("questions-by-level", "competencies", crumb="questions", few=share(sizes, SHORT_ROWS))
    told = [content.main_stories_of(entry.slug) for entry in content.ordered_competencies]
    few = share([len(rows) for rows in told], INDEX_ROWS)
    yield _computed("stories", "stories", part=None, few=few, facets=_story_facets(content, told, few))
    for entry, rows in zip(content.ordered_competencies, told, strict=True):
        for part in parts(rows, INDEX_ROWS) if len(rows) > few else ():
            yield _stories_of(content, entry, part)


def _stories_of(content: Content, entry: Entry[Any], part: Part[Entry[Any]]) -> Draft:
    name = entry.record.title
    return Draft(
        path=part_path(f"stories/of/{entry.slug}.md", part.number),
        template="stories",
        title=f"Stories: {name}{_number(part)}",
        description=f"{len(part.rows)} stories whose main competency is {name.lower()}{_number(part)}.",
        section="stories",
        crumbs=_crumbs("stories"),
        values={"entry": entry, "part": part, "facets": _story_facets(content, [part.rows], len(part.rows))},
    )


def _number(part: Part[Any]) -> str:
    return f" ({part.number} of {part.of})" if part.of > 1 else ""


def _reference(content: Content) -> Iterator[Draft]:
    locate = locate_in(content)
    yield _computed("reference", "reference")
    yield _computed("frameworks", "frameworks", crumb="reference")
    for frame in content.ordered_frameworks:
        yield _draft(frame, "framework", "frameworks", "reference", "frameworks")
    yield _computed("principles", "principles", crumb="reference")
    for group in by_title(content.principles):
        yield Draft(
            path=f"principles/{group.slug}.md",
            template="principles_of",
            title=group.record.title,
            description=f"{group.record.title}: {len(group.record.principles)}, as of {group.record.as_of}.",
            section="principles",
            source=group.file,
            crumbs=_crumbs("reference", "principles"),
            values={"entry": group},
        )
    for name in VOCABULARY_PAGES[2:]:
        yield _computed(name, "reference", crumb="reference")
    for essay in content.essays.values():
        yield Draft(
            path=f"reference/{essay.slug}.md",
            template="essay",
            title=essay.title,
            description=plain(essay.body.split("\n\n", 1)[0])[:200],
            section="reference",
            source=essay.file,
            crumbs=_crumbs("reference"),
            minutes=_reading_minutes(words_in(essay.body)),
            values={"body": essay_body(essay, locate, f"reference/{essay.slug}.md")},
        )
    yield _computed("story-rules", "reference", crumb="reference", rules=rules())
    yield _computed("contributors", "reference", crumb="reference")
    yield _computed("coverage", "reference", crumb="reference", widths=_widths(content), heat=figures.heat)
    if content.glossary:
        yield _computed("glossary", "reference", crumb="reference", source=content.glossary.file)


def _competency(content: Content, entry: Entry[Any]) -> Iterator[Draft]:
    yield _draft(entry, "competency", "competencies", "competencies")
    for part in parts(content.questions_of(entry.slug), BANK_QUESTIONS):
        yield _bank(content.questions[entry.slug], entry, part)
    for story in content.main_stories_of(entry.slug):
        yield _story(content, story)
    for walk in content.walkthroughs_of(entry.slug):
        yield _walk(walk)


def _bank(bank: Entry[Any], entry: Entry[Any], part: Part[BankQuestion]) -> Draft:
    name = entry.record.title
    return Draft(
        path=part_path(f"questions/{entry.slug}.md", part.number),
        template="question_bank",
        title=f"Questions: {name}{_number(part)}",
        description=f"{len(part.rows)} questions on {name.lower()}, with intents{_number(part)}.",
        section="competencies",
        source=bank.file,
        crumbs=(*_crumbs("competencies"), Link(title=name, path=f"competencies/{entry.slug}.md")),
        minutes=max(1, round(_minutes(bank) / part.of)),
        values={"entry": entry, "questions": part.rows, "part": part},
    )


def _story(content: Content, story: Entry[Any]) -> Draft:
    return _draft(story, "story", "stories", "stories", **story_values(content, story))


def _walk(walk: Entry[Any]) -> Draft:
    return _draft(walk, "walkthrough", "walkthroughs", "walkthroughs", **walk_values(walk))


def _draft(entry: Entry[Any], kind: str, section: str, *crumbs: str, **values: Any) -> Draft:  # noqa: ANN401
    return Draft(
        path=f"{FOLDERS[kind]}/{entry.slug}.md",
        template=kind,
        title=entry.record.title,
        description=entry.record.summary,
        section=section,
        source=entry.file,
        crumbs=_crumbs(*crumbs),
        minutes=_minutes(entry),
        scripts=SCRIPTS.get(kind, ()),
        values={"entry": entry, **values},
    )


def _computed(
    name: str,
    section: str,
    *,
    crumb: str = "",
    source: str = "",
    scripts: tuple[str, ...] = (),
    **values: Any,  # noqa: ANN401 - what the template prints
) -> Draft:
    above = {"questions": ("competencies", "questions")}.get(crumb, (crumb,) if crumb else ())
    return Draft(
        path=COMPUTED[name],
        template=name.replace("-", "_"),
        title=COMPUTED_TITLES[name],
        description=SUMMARIES[name],
        section=section,
        source=source,
        crumbs=_crumbs(*above),
        scripts=scripts,
        values=values,
    )


def _crumbs(*names: str) -> tuple[Link, ...]:
    return tuple(
        Link(title=COMPUTED_TITLES[name].removeprefix("All ").capitalize(), path=COMPUTED[name]) for name in names
    )


def by_title(collection: Mapping[str, Entry[Any]]) -> list[Entry[Any]]:
    """Give the entries from A to Z."""
    return sorted(collection.values(), key=lambda entry: (entry.record.title, entry.slug))


def story_values(content: Content, entry: Entry[Any]) -> dict[str, Any]:
    """Give what the pages of a story show besides its record: minutes, the bar of its parts, notes by part."""
    story = entry.record
    share = part_shares(story)
    aloud = words_told(story) / content.words.words_a_minute
    notes: dict[str, list[tuple[int, Any]]] = {}
    for number, note in enumerate(sorted(story.notes, key=lambda n: _position(story, n)), 1):
        notes.setdefault(note.part, []).append((number, note))
    return {
        "aloud": aloud,
        "short_aloud": words_in(story.thirty_seconds) / content.words.words_a_minute,
        "segments": figures.segments([(part.name, share[part.id] * aloud / 100) for part in content.words.story_parts]),
        "parts": [
            {
                "id": part.id,
                "name": part.name,
                "says": getattr(story.told, part.id),
                "notes": notes.get(part.id, []),
                "marks": [Mark(plain(note.quote), number, note.kind) for number, note in notes.get(part.id, [])],
            }
            for part in content.words.story_parts
        ],
        "others": content.stories_near(entry),
    }


def _position(story: Any, note: Any) -> tuple[int, int]:  # noqa: ANN401 - a story and its note
    parts = [name for name, _ in story.told.parts()]
    return parts.index(note.part), plain(getattr(story.told, note.part)).find(plain(note.quote))


def walk_values(entry: Entry[Any]) -> dict[str, Any]:
    """Give what the pages of a walkthrough show besides its record: the clock, the rubric, turns by phase."""
    walk = entry.record
    return {
        "arcs": figures.clock([(phase.name, phase.minutes) for phase in walk.phases]),
        "rubric": figures.segments([(dimension.name, dimension.points) for dimension in walk.rubric]),
        "turns_by_phase": [
            (phase, [t for t in enumerate(walk.turns, 1) if t[1].phase == phase.id]) for phase in walk.phases
        ],
        "dimensions": {dimension.id: dimension.name for dimension in walk.rubric},
    }


Facets = list[tuple[str, str, list[tuple[str, str]]]]


def _question_facets(content: Content, asked: Sequence[Sequence[BankQuestion]], few: int) -> Facets:
    """Give what the index of questions can be filtered by; nothing where it shows only a few of each group."""
    if any(len(group) > few for group in asked):
        return []
    levels = {level for group in asked for question in group for level in question.record.levels}
    return [
        ("competency", "Competency", [(e.slug, e.record.title) for e in content.ordered_competencies]),
        ("kind", "Kind", [("trunk", "Trunk"), ("branch", "Branch"), ("leaf", "Leaf")]),
        ("level", "Level", [(level.id, level.name) for level in content.words.levels if level.id in levels]),
    ]


def _story_facets(content: Content, told: Sequence[Sequence[Entry[Any]]], few: int) -> Facets:
    """Give what an index of these groups can be filtered by; nothing where it shows only a few of each."""
    if any(len(group) > few for group in told):
        return []
    stories = [story.record for group in told for story in group]
    levels = {story.narrator.level for story in stories}
    answered = {slug for story in stories for slug in (story.question, *story.also_answers)}
    groups = [("competency", "Competency", [(e.slug, e.record.title) for e in content.ordered_competencies])]
    return [
        *(groups if len(told) > 1 else []),
        ("outcome", "Outcome", [("good", "Good"), ("mixed", "Mixed"), ("bad", "Bad")]),
        ("level", "Level", [(level.id, level.name) for level in content.words.levels if level.id in levels]),
        ("theme", "Theme", [(theme.id, theme.name) for theme in content.words.themes]),
        ("question", "Question", [(q.slug, q.record.ask) for q in content.bank.values() if q.slug in answered]),
    ]


def _download_groups(downloads: Sequence[Download]) -> list[tuple[str, list[Download]]]:
    groups = [(title, [d for d in downloads if d.group == name]) for name, title in DOWNLOAD_GROUPS.items()]
    return [(title, members) for title, members in groups if members]


def _widths(content: Content) -> list[tuple[Any, float]]:
    most = max((row.stories for row in content.coverage), default=0) or 1
    return [(row, round(100 * row.stories / most, 1)) for row in content.coverage]


def _minutes(entry: Entry[Any]) -> int:
    words = sum(len(value.split()) for _, mark, value in entry.marks if isinstance(mark, Words))
    return _reading_minutes(words)


def _reading_minutes(words: int) -> int:
    return max(1, round(words / READING_WORDS_A_MINUTE))
