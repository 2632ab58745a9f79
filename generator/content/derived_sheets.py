"""Worksheets made from other entries, so that no template or walkthrough waits for somebody to write its sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.content.entry import Entry
from generator.content.overview_sheets import coverage_matrix, systems_sheet
from generator.content.rubric import rubric
from generator.content.sheet_parts import (
    choice,
    confidence,
    lines,
    linked,
    results,
    returns,
    scored,
    section,
    sheet,
    tick,
)
from generator.model import (
    Competency,
    Framework,
    Handbook,
    SheetField,
    SheetSection,
    StoryPart,
    Walkthrough,
    Worksheet,
)
from generator.text.language import _, _n
from generator.text.prose import plain

HOLDS = "holds-"  # and its number: the tick of something that the answer must contain
ANYWHERE = "anywhere"  # in the telling: what no competency puts into a box

Group = Literal["written", "score", "story", "template", "overview"]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A worksheet with its slug, the file it comes from and how it came to be."""

    slug: str
    file: str
    record: Worksheet
    group: Group


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
        yield Sheet(slug=f"score-sheet-{walk.slug}", file=walk.file, record=made, group="score")
    for entry in competencies:
        made = story_sheet(entry.slug, entry.record, words.story_parts)
        yield Sheet(slug=f"story-sheet-{entry.slug}", file=entry.file, record=made, group="story")
    for frame in frameworks:
        if frame.record.kind == "story-template" and frame.record.slots:
            made = fill_in_sheet(frame.slug, frame.record)
            yield Sheet(slug=f"fill-in-{frame.slug}", file=frame.file, record=made, group="template")
    matrix = coverage_matrix([entry.record.title for entry in competencies], [theme.name for theme in words.themes])
    yield Sheet(slug="story-coverage", file=handbook.file, record=matrix, group="overview")
    yield Sheet(slug="systems", file=handbook.file, record=systems_sheet(words.system_categories), group="overview")


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


def story_sheet(slug: str, competency: Competency, parts: Sequence[StoryPart]) -> Worksheet:
    """Give the sheet on which a candidate writes the core story of a competency."""
    recall = [lines("events", _("What happened, to whom, and when? Three events, one line each"), 3)]
    holds = _by_box(competency)
    telling = [
        field
        for part in parts
        for field in (lines(part.id, part.name, 3 + round(part.share / 12), part.asks[0]), *holds.get(part.id, ()))
    ]
    flags = [tick(f"flag-{at}", flag.sign) for at, flag in enumerate(competency.red_flags, 1)]
    page = f"[{linked(competency.title)}](competency:{slug})"
    return sheet(
        title=_("Story sheet: {title}", title=competency.title)[:300],
        summary=competency.core_story,
        minutes=25,
        competencies=(slug,),
        sections=(
            confidence(_("Before you write"), _("How ready are you to tell this story now?")),
            section(
                _("What you remember"),
                _("Write before you read anything. Small and messy events are better than famous ones."),
                recall,
            ),
            *_test(competency),
            section(
                _("My system"),
                _("One to three sentences: how do you handle this in general?"),
                [lines("system", _("In general, I"), 3), *holds.get("system", ())],
            ),
            section(
                _("The telling"),
                _(
                    "Key words, figures and the one sentence that somebody said. Leave out what you "
                    "would not say aloud. Below a box stands what the answer must contain there."
                ),
                [*telling, *holds.get(ANYWHERE, ())],
                competency.levels,
            ),
            section(
                _("Does it hold?"),
                _(
                    "Say it once with a clock and this sheet face down, then tick above what a listener heard. Choose "
                    "what happened, the lower one when in doubt. A mock interview is scored by the same sentences."
                ),
                [scored(dimension, plain(dimension.measures)) for dimension in rubric()],
            ),
            section(
                _("Red flags"),
                _(
                    "Tick what crept in. Each tick is one sentence to rewrite; the page {page} says "
                    "what to say instead.",
                    page=page,
                ),
                flags,
            ),
            returns(),
        ),
        results=results(
            sum(dimension.points for dimension in rubric()),
            _(
                "There is an event here and not yet a story. Read the steps on {page}, then write the actions again.",
                page=page,
            ),
            _(
                "Most of it is there. Put the missing ticks into the telling, one sentence each, and work on the "
                "dimension that is furthest from its fifth sentence."
            ),
            _(
                "It holds, where most of the ticks are there, too; else trust the ticks. Tell it to somebody who may "
                "interrupt, and tell it next time for another question."
            ),
        ),
    )


def _by_box(competency: Competency) -> dict[str, list[SheetField]]:
    """Give a tick for each thing that the answer must contain, by the box it belongs to."""
    boxes = competency.told_in or (ANYWHERE,) * len(competency.must_contain)
    held: dict[str, list[SheetField]] = {}
    for at, (box, text) in enumerate(zip(boxes, competency.must_contain, strict=False), 1):
        held.setdefault(box, []).append(tick(f"{HOLDS}{at}", text))
    return held


def _test(competency: Competency) -> Iterator[SheetSection]:
    """Give the section that asks whether it is the story that is asked for, where the competency says how to tell."""
    if competency.test:
        kept, changed = _("It is the story that is asked for."), _("It is another one, so I choose again.")
        yield section(
            _("Is it this story?"), competency.test, [choice("which", _("What the test says"), kept, changed)]
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
