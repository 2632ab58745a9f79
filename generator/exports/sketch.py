"""What the picture of a page shows, before it is drawn: plain values from the page's own data, and nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.content.content import Content
from generator.pages.page import PageSpec
from generator.pages.render import counted, spoken_time


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch of a ribbon: its share of the whole, its name and what stands below the name."""

    weight: float
    name: str
    says: str


@dataclass(frozen=True, kw_only=True)
class Ribbon:
    """Something that is divided, one part after the other."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class Clock:
    """An interview as one round of a clock: the minutes of each phase."""

    phases: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Amounts:
    """How much of what there is."""

    pairs: tuple[tuple[int, str], ...]


@dataclass(frozen=True, kw_only=True)
class Days:
    """The minutes of each day of a plan."""

    minutes: tuple[int, ...]


Figure = Ribbon | Clock | Amounts | Days


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """What a picture shows: the page's kind in a word, a fact on it, title, sentence, the handbook, and one figure."""

    kind: str
    fact: str
    title: str
    sentence: str
    handbook: str
    figure: Figure | None


@dataclass(frozen=True, kw_only=True)
class _Shown:
    """What is particular to a kind of page."""

    kind: str
    fact: str = ""
    figure: Figure | None = None


def sketch_of(content: Content, spec: PageSpec) -> Sketch:
    """Give what the picture of this page shows; a page of no kind that has a figure shows its sentence."""
    show = SHOWN.get(spec.template)
    shown = show(content, spec.values) if show else _Shown(kind=_place(spec))
    return Sketch(
        kind=shown.kind,
        fact=shown.fact,
        title=spec.title,
        sentence=spec.description,
        handbook="" if spec.title == content.words.title else content.words.title,
        figure=shown.figure,
    )


def _place(spec: PageSpec) -> str:
    return spec.crumbs[-1].title if spec.crumbs else spec.section.capitalize()


def _home(content: Content, _: Mapping[str, Any]) -> _Shown:
    amounts = _amounts(
        (len(content.bank), "question", "questions"),
        (len(content.stories), "story", "stories"),
        (len(content.walkthroughs), "walkthrough", "walkthroughs"),
        (len(content.sheets), "worksheet", "worksheets"),
    )
    return _Shown(kind="Handbook", figure=amounts)


def _story(_: Content, values: Mapping[str, Any]) -> _Shown:
    parts = tuple(Part(weight=s.width, name=s.name, says=spoken_time(s.value)) for s in values["segments"])
    return _Shown(kind="Story", fact=f"{spoken_time(values['aloud'])} aloud", figure=Ribbon(parts=parts))


def _comparison(_: Content, values: Mapping[str, Any]) -> _Shown:
    grades = [telling.grade for telling in values["entry"].record.tellings]
    parts = tuple(Part(weight=1, name=grade.capitalize(), says="") for grade in grades)
    return _Shown(kind="One story", fact=f"told {counted(len(grades), 'time')}", figure=Ribbon(parts=parts))


def _walkthrough(_: Content, values: Mapping[str, Any]) -> _Shown:
    walk = values["entry"].record
    phases = tuple(phase.minutes for phase in walk.phases)
    return _Shown(kind="Walkthrough", fact=counted(len(walk.turns), "turn"), figure=Clock(phases=phases))


def _competency(content: Content, values: Mapping[str, Any]) -> _Shown:
    slug = values["entry"].slug
    amounts = _amounts(
        (len(content.bank.of(slug)), "question", "questions"),
        (len(content.stories.of(slug)), "story", "stories"),
        (len(content.walkthroughs.of(slug)), "walkthrough", "walkthroughs"),
        (len(content.sheets.of(slug)), "worksheet", "worksheets"),
    )
    return _Shown(kind="Competency", figure=amounts)


def _bank(_: Content, values: Mapping[str, Any]) -> _Shown:
    kinds = [question.record.kind for question in values["questions"]]
    amounts = _amounts(
        (len(kinds), "question", "questions"),
        (kinds.count("trunk"), "broad opener", "broad openers"),
        (kinds.count("branch"), "angle", "angles"),
        (kinds.count("leaf"), "detail", "details"),
    )
    return _Shown(kind="Question bank", figure=amounts)


def _framework(_: Content, values: Mapping[str, Any]) -> _Shown:
    steps = values["entry"].record.steps
    shared = all(step.share for step in steps)
    parts = (
        Part(weight=step.share if shared else 1, name=step.name, says=f"{step.share} %" if shared else "")
        for step in steps
    )
    return _Shown(kind="Framework", fact=counted(len(steps), "step"), figure=Ribbon(parts=tuple(parts)))


def _principles(_: Content, values: Mapping[str, Any]) -> _Shown:
    group = values["entry"].record
    amounts = _amounts((len(group.principles), "principle", "principles"))
    return _Shown(kind="Company principles", fact=f"as of {group.as_of}", figure=amounts)


def _plan(_: Content, values: Mapping[str, Any]) -> _Shown:
    plan = values["entry"].record
    minutes = [0] * plan.days
    for day in plan.schedule:
        if day.day <= plan.days:
            minutes[day.day - 1] += sum(task.minutes for task in day.tasks)
    if plan.days == 1:
        tasks = [task for day in plan.schedule for task in day.tasks]
        parts = tuple(Part(weight=task.minutes, name=f"{task.minutes} min", says="") for task in tasks)
        return _Shown(kind="Plan", fact=f"one day, {sum(minutes)} minutes", figure=Ribbon(parts=parts))
    fact = f"{plan.days} days, at most {plan.minutes_a_day} minutes a day"
    return _Shown(kind="Plan", fact=fact, figure=Days(minutes=tuple(minutes)))


def _loop(_: Content, values: Mapping[str, Any]) -> _Shown:
    loop = values["entry"].record
    parts = tuple(Part(weight=one.minutes, name=f"{one.minutes} min", says="") for one in loop.rounds)
    return _Shown(kind="Loop", fact=f"{counted(len(parts), 'round')}, as of {loop.as_of}", figure=Ribbon(parts=parts))


def _worksheet(_: Content, values: Mapping[str, Any]) -> _Shown:
    sheet = values["sheet"].record
    amounts = _amounts(
        (sheet.minutes, "minute", "minutes"),
        (sum(1 for _ in sheet.fields()), "thing to fill in", "things to fill in"),
        (sheet.points(), "point", "points"),
    )
    return _Shown(kind="Worksheet", figure=amounts)


def _essay(content: Content, _: Mapping[str, Any]) -> _Shown:
    del content
    return _Shown(kind="To read")


def _amounts(*rows: tuple[int, str, str]) -> Amounts:
    return Amounts(pairs=tuple((count, one if count == 1 else many) for count, one, many in rows if count))


SHOWN: Mapping[str, Callable[[Content, Mapping[str, Any]], _Shown]] = {  # by the template of the page
    "home": _home,
    "story": _story,
    "comparison": _comparison,
    "walkthrough": _walkthrough,
    "competency": _competency,
    "question_bank": _bank,
    "framework": _framework,
    "principles_of": _principles,
    "plan": _plan,
    "loop": _loop,
    "worksheet": _worksheet,
    "essay": _essay,
}
