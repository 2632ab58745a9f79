"""What derived worksheets are put together from: sections, fields, anchors, dates to come back, results.

They are made of entries that are valid, and longer than anybody may write one: no limit for authors is asked of them.
"""

from collections.abc import Sequence
from typing import Any

from generator.model import ANCHORS, Dimension, Expectation, SheetField, SheetResult, SheetSection, Worksheet
from generator.text.language import N_, _

CONFIDENCE = (
    N_("I would not know how to begin."),
    N_("I could name the topic, not the steps."),
    N_("I could get through it with notes in front of me."),
    N_("I could say it aloud once, with pauses."),
    N_("I could say it now, and take three follow-up questions."),
)
RETURNS = (N_("First date"), N_("Second date"), N_("Third date"), N_("Fourth date"))
MIDDLE, HIGH = 50, 80


def sheet(sections: Sequence[SheetSection], **fields: Any) -> Worksheet:  # noqa: ANN401 - the other fields of a sheet
    """Give a sheet of these sections, in which every field has a name of its own: what comes later is numbered."""
    taken: set[str] = set()
    own = []
    for part in sections:
        named = [field.model_copy(update={"id": _free(field.id, taken)}) for field in part.fields]
        own.append(part.model_copy(update={"fields": tuple(named)}))
    return Worksheet.model_construct(sections=tuple(own), **fields)


def _free(name: str, taken: set[str]) -> str:
    """Give the name, or the first with a number behind it that nothing has."""
    free, at = name, 1
    while free in taken:
        at += 1
        free = f"{name}-{at}"
    taken.add(free)
    return free


def section(
    title: str, instruction: str, fields: Sequence[SheetField], levels: tuple[Expectation, ...] = ()
) -> SheetSection:
    """Give a section of these fields, and of what each level must show in it."""
    return SheetSection.model_construct(title=title[:300], instruction=instruction, fields=tuple(fields), levels=levels)


def tick(name: str, label: str, points: int | None = None) -> SheetField:
    """Give a box to tick, and what the tick is worth."""
    return SheetField.model_construct(kind="tick", id=name, label=label, points=points)


def scored(dimension: Dimension, hint: str | None = None) -> SheetField:
    """Give the scale on which a dimension of a rubric is scored."""
    name, points, anchors = f"score-{dimension.id}", dimension.points, dimension.anchors
    label = dimension.name
    return SheetField.model_construct(kind="scale", id=name, label=label, anchors=anchors, points=points, hint=hint)


def choice(name: str, label: str, *options: str) -> SheetField:
    """Give a choice of one of these."""
    return SheetField.model_construct(kind="choice", id=name, label=label, options=options)


def lines(name: str, label: str, count: int, hint: str | None = None) -> SheetField:
    """Give ruled lines to write on."""
    return SheetField.model_construct(kind="lines", id=name, label=label, lines=count, hint=hint)


def table(name: str, label: str, columns: tuple[str, ...], rows: tuple[str, ...]) -> SheetField:
    """Give a table to fill in, with these columns and rows."""
    return SheetField.model_construct(kind="table", id=name, label=label, columns=columns, rows=rows)


def confidence(title: str, instruction: str) -> SheetSection:
    """Give the section that asks how sure one is."""
    return section(
        title,
        instruction,
        [
            SheetField.model_construct(
                kind="scale", id="confidence", label=_("My confidence"), anchors=tuple(map(_, CONFIDENCE))
            )
        ],
    )


def returns() -> SheetSection:
    """Give the section that asks for the dates to come back, which every sheet ends with."""
    dates: list[SheetField] = [
        SheetField.model_construct(kind="date", id=f"return-{at}", label=_(name)) for at, name in enumerate(RETURNS, 1)
    ]
    return section(
        _("Four dates to come back"),
        _("Set them now, further apart each time, and do the sheet again from an empty page."),
        dates,
    )


def worths(points: int) -> tuple[str, ...]:
    """Give what each anchor of a scale is worth: nothing the first, all points the fifth, in even steps between."""
    return tuple(f"{points * step / (ANCHORS - 1):g}" for step in range(ANCHORS))


def results(points: int, low: str, middle: str, high: str) -> tuple[SheetResult, ...]:
    """Give what the points say: below half, below four fifths, and above."""
    if points < ANCHORS - 1:
        return (_result(0, points, f"{low} {high}"),)
    first, second = -(-points * MIDDLE // 100), -(-points * HIGH // 100)
    return (_result(0, first - 1, low), _result(first, second - 1, middle), _result(second, points, high))


def _result(least: int, most: int, says: str) -> SheetResult:
    fields: dict[str, Any] = {"from": least, "to": most, "says": says}
    return SheetResult.model_construct(**fields)


def linked(title: str) -> str:
    """Give the title so that it can stand between the brackets of a link."""
    return "".join(f"\\{c}" if c in "\\[]*_`" else c for c in title)
