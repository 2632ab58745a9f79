"""The sheet on which a candidate writes the core story of a competency: remembered, told, and then held against it."""

from collections.abc import Iterator, Sequence

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
from generator.model import Competency, SheetField, SheetSection, StoryPart, Worksheet
from generator.text.language import _
from generator.text.prose import plain

HOLDS = "holds-"  # and its number: the tick of something that the answer must contain
ANYWHERE = "anywhere"  # in the telling: what no competency puts into a box


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
