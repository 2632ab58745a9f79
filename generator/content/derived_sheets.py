"""Worksheets made from other entries, so that no template or walkthrough waits for somebody to write its sheet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.content.entry import Entry
from generator.content.overview_sheets import coverage_matrix, systems_sheet
from generator.content.sheet_parts import confidence, lines, linked, results, returns, scored, section, sheet, tick
from generator.content.story_sheet import story_sheet
from generator.model import (
    Competency,
    Framework,
    Handbook,
    SheetField,
    Walkthrough,
    Worksheet,
)
from generator.text.language import _, _n

OVERVIEWS = COVERAGE, SYSTEMS = "story-coverage", "systems"  # the slugs of sheets made of all entries together
Group = Literal["written", "score", "story", "template", "overview"]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A worksheet with its slug, the file it comes from and how it came to be."""

    slug: str
    file: str
    record: Worksheet
    group: Group


def derived_slugs(
    walkthroughs: Iterable[Entry[Walkthrough]],
    competencies: Iterable[Entry[Competency]],
    frameworks: Iterable[Entry[Framework]],
) -> Iterator[str]:
    """Give the slug of each sheet that is derived of these, in their order, and none of the sheets is made for it."""
    yield from (_score_slug(walk) for walk in walkthroughs)
    yield from (_story_slug(entry) for entry in competencies)
    yield from (_fill_in_slug(frame) for frame in frameworks if _is_filled_in(frame))
    yield from OVERVIEWS


def derived_sheets(
    handbook: Entry[Handbook],
    walkthroughs: Sequence[Entry[Walkthrough]],
    competencies: Sequence[Entry[Competency]],
    frameworks: Sequence[Entry[Framework]],
) -> Iterator[Sheet]:
    """Give a sheet per walkthrough (to score), competency (its story), story template (to fill in), and overviews."""
    words = handbook.record
    for walk in walkthroughs:
        made = score_sheet(walk.slug, walk.record)
        yield Sheet(slug=_score_slug(walk), file=walk.file, record=made, group="score")
    for entry in competencies:
        made = story_sheet(entry.slug, entry.record, words.story_parts)
        yield Sheet(slug=_story_slug(entry), file=entry.file, record=made, group="story")
    for frame in frameworks:
        if _is_filled_in(frame):
            made = fill_in_sheet(frame.slug, frame.record)
            yield Sheet(slug=_fill_in_slug(frame), file=frame.file, record=made, group="template")
    matrix = coverage_matrix([entry.record.title for entry in competencies], [theme.name for theme in words.themes])
    yield Sheet(slug=COVERAGE, file=handbook.file, record=matrix, group="overview")
    yield Sheet(slug=SYSTEMS, file=handbook.file, record=systems_sheet(words.system_categories), group="overview")


def _score_slug(walk: Entry[Walkthrough]) -> str:
    return f"score-sheet-{walk.slug}"


def _story_slug(entry: Entry[Competency]) -> str:
    return f"story-sheet-{entry.slug}"


def _fill_in_slug(frame: Entry[Framework]) -> str:
    return f"fill-in-{frame.slug}"


def _is_filled_in(frame: Entry[Framework]) -> bool:
    return frame.record.kind == "story-template" and bool(frame.record.slots)


def score_sheet(slug: str, walk: Walkthrough) -> Worksheet:
    """Give the sheet on which a walkthrough is scored: confidence, a checklist per phase, the rubric, the mistakes."""
    sections = [
        confidence(
            _("Before you start the clock"),
            _("Read the scenario of {page} and nothing after it.", page=f"[{linked(walk.title)}](walkthrough:{slug})"),
        )
    ]
    sections += [
        section(
            _n("{name}: {n} minute", "{name}: {n} minutes", phase.minutes, name=phase.name),
            _("Tick what was said aloud, in words a listener could repeat. What was only meant stays empty."),
            [tick(f"{phase.id}-{at}", strong) for at, strong in enumerate(phase.strong, 1)],
        )
        for phase in walk.phases
    ]
    sections.append(
        section(
            _("The rubric"),
            _("Choose the sentence that describes what happened, before you look at the points."),
            [scored(dimension) for dimension in walk.rubric],
        )
    )
    sections.append(
        section(
            _("What cost most"),
            _(
                "Which of these did you hear yourself do? Write the words you used, and those you "
                "would rather have used."
            ),
            [tick(f"mistake-{at}", text) for at, text in enumerate(walk.level_mistakes, 1)]
            + [lines("said", _("What I said"), 3), lines("rather", _("What I would say now"), 3)],
        )
    )
    sections.append(returns())
    again = f"[{linked(walk.title)}](walkthrough:{slug})"
    return sheet(
        title=_("Score sheet: {title}", title=walk.title)[:300],
        summary=_n(
            "For {n} minute against the clock, alone or with a friend who asks the questions.",
            "For {n} minutes against the clock, alone or with a friend who asks the questions.",
            walk.minutes,
        )[:300],
        minutes=min(walk.minutes + 15, 600),
        competencies=(walk.competency,),
        sections=tuple(sections),
        results=results(
            sum(d.points for d in walk.rubric),
            _(
                "Read {page} turn by turn and say each stronger answer aloud once. Then run only the "
                "first phase again.",
                page=again,
            ),
            _("Take the dimension with the widest gap to its fifth sentence, and repeat the turns that name it."),
            _("You are over the bar on this one. Come back on the next date with somebody who interrupts you."),
        ),
    )


def fill_in_sheet(slug: str, frame: Framework) -> Worksheet:
    """Give the sheet whose blanks are the slots of a story template."""
    page = f"[{linked(frame.title)}](framework:{slug})"
    blanks = [lines(slot.id, slot.label, slot.lines, slot.hint) for slot in frame.slots]
    return sheet(
        title=_("{title}, to fill in", title=frame.title[:280])[:300],
        summary=frame.summary,
        minutes=20,
        competencies=frame.competencies,
        sections=(
            section(
                _("The blanks"),
                _("Fill them from memory. A figure you are unsure of gets a question mark, and is looked up later."),
                blanks,
            ),
            section(
                _("The telling"),
                _(
                    "Say it in whole sentences, with {page} as the frame. Then write down only what "
                    "you would say aloud, and compare it with the example that stands there.",
                    page=page,
                ),
                [
                    lines("telling", _("In my words"), 10),
                    SheetField.model_construct(kind="number", id="minutes", label=_("Minutes aloud")),
                ],
            ),
            returns(),
        ),
    )
