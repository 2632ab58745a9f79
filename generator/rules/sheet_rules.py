"""What is to be filled in fits what it is made for: templates, plans, worksheets."""

import re
from collections.abc import Iterator

from generator.content.content import Content
from generator.content.entry import Entry
from generator.model import PLANS, Plan
from generator.model.worksheet import SHEET_NEEDS
from generator.rules.rule import of_each
from generator.text.issue import Issue, did_you_mean, shown

SLOT = re.compile(r"\{([^{}\n]{1,80})\}")


def templates(content: Content) -> Iterator[Issue]:
    """A story template has a template; every mark in it has its slot, and every slot its mark."""
    for entry in content.frameworks.values():
        frame = entry.record
        if (frame.kind == "story-template") != (frame.template is not None):
            found = "none" if frame.template is None else "one"
            yield entry.issue(
                ("kind",),
                "template",
                f"a story-template, and nothing else, must have a template, found {found}",
            )
        used = SLOT.findall(frame.template or "")
        slots = [slot.id for slot in frame.slots]
        for name in dict.fromkeys(used):
            if name not in slots:
                said = f'every mark must have its slot, found "{{{shown(name)}}}"{did_you_mean(name, slots)}'
                yield entry.issue(("template",), "template", said, words=f"{{{name}}}")
        for at, name in enumerate(slots):
            if name not in used:
                yield entry.issue(
                    ("slots", at, "id"),
                    "template",
                    f'every slot must have its mark in the template, found "{name}"',
                )


@of_each(PLANS)
def plan_days(entry: Entry[Plan]) -> Iterator[Issue]:
    """A plan holds each of its days once, ascending, and no day takes longer than it says."""
    plan = entry.record
    days = [day.day for day in plan.schedule]
    if days != list(range(1, plan.days + 1)):
        said = f"the days must be 1 to {plan.days}, each once and ascending, found {', '.join(map(str, days))}"
        yield entry.issue(("schedule",), "plan", shown(said, 200))
    for at, day in enumerate(plan.schedule):
        if (minutes := sum(task.minutes for task in day.tasks)) > plan.minutes_a_day:
            said = f"a day must take at most {plan.minutes_a_day} minutes, found {minutes}"
            yield entry.issue(("schedule", at), "sum", said)


def story_boxes(content: Content) -> Iterator[Issue]:
    """A competency says of each thing that an answer must contain in which box it belongs, or of none."""
    for entry in content.competencies.values():
        asked, boxes = entry.record.must_contain, entry.record.told_in
        if boxes and len(boxes) != len(asked):
            said = f'there must be one for each of the {len(asked)} lines of "must_contain", found {len(boxes)}'
            yield entry.issue(("told_in",), "sheet", said)


def sheet_fields(content: Content) -> Iterator[Issue]:
    """A field of a worksheet has what its kind needs; points stand on ticks and scales only."""
    for entry in content.worksheets.values():
        for s, section in enumerate(entry.record.sections):
            for f, field in enumerate(section.fields):
                path: tuple[str | int, ...] = ("sections", s, "fields", f)
                for kind, need in SHEET_NEEDS.items():
                    if (field.kind == kind) != bool(getattr(field, need)):
                        found = "none" if field.kind == kind else f'them on the kind "{field.kind}"'
                        yield entry.issue(
                            path,
                            "sheet",
                            f'"{need}" must stand on the kind "{kind}", and only there, found {found}',
                        )
                if field.points and field.kind not in {"tick", "scale"}:
                    yield entry.issue(
                        path,
                        "sheet",
                        f'"points" must stand on a tick or a scale, found a "{field.kind}"',
                    )


def sheet_results(content: Content) -> Iterator[Issue]:
    """A worksheet's results cover every score that can be reached exactly once."""
    for entry in content.worksheets.values():
        sheet = entry.record
        if not sheet.results:
            continue
        expected = 0
        for at, result in enumerate(sheet.results):
            if result.least != expected or result.most < result.least:
                found = f"{result.least} to {result.most}"
                said = f"each score must be covered once, so this range must begin at {expected}, found {found}"
                yield entry.issue(("results", at), "sum", said)
            expected = result.most + 1
        if expected != sheet.points() + 1:
            said = f"the results must end at {sheet.points()}, the most that can be reached, found {expected - 1}"
            yield entry.issue(("results", len(sheet.results) - 1), "sum", said)
