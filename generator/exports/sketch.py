"""What the picture of a page shows, before it is drawn: plain values from the page's own data, and nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.content.choices import named
from generator.content.content import Content
from generator.pages.page import PageSpec
from generator.pages.render import spoken_time
from generator.text.language import _, _n


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


def _home(content: Content, _values: Mapping[str, Any]) -> _Shown:
    amounts = _amounts(
        (len(content.bank), _n("question", "questions", len(content.bank))),
        (len(content.stories), _n("story", "stories", len(content.stories))),
        (len(content.walkthroughs), _n("walkthrough", "walkthroughs", len(content.walkthroughs))),
        (len(content.sheets), _n("worksheet", "worksheets", len(content.sheets))),
    )
    return _Shown(kind=_("Handbook"), figure=amounts)


def _story(_content: Content, values: Mapping[str, Any]) -> _Shown:
    parts = tuple(Part(weight=s.width, name=s.name, says=spoken_time(s.value)) for s in values["segments"])
    return _Shown(
        kind=_("Story"), fact=_("{time} aloud", time=spoken_time(values["aloud"])), figure=Ribbon(parts=parts)
    )


def _comparison(_content: Content, values: Mapping[str, Any]) -> _Shown:
    grades = [telling.grade for telling in values["entry"].record.tellings]
    parts = tuple(Part(weight=1, name=named(grade), says="") for grade in grades)
    return _Shown(
        kind=_("One story"), fact=_n("told {n} time", "told {n} times", len(grades)), figure=Ribbon(parts=parts)
    )


def _walkthrough(_content: Content, values: Mapping[str, Any]) -> _Shown:
    walk = values["entry"].record
    phases = tuple(phase.minutes for phase in walk.phases)
    return _Shown(kind=_("Walkthrough"), fact=_n("{n} turn", "{n} turns", len(walk.turns)), figure=Clock(phases=phases))


def _competency(content: Content, values: Mapping[str, Any]) -> _Shown:
    slug = values["entry"].slug
    amounts = _amounts(
        (len(content.bank.of(slug)), _n("question", "questions", len(content.bank.of(slug)))),
        (len(content.stories.of(slug)), _n("story", "stories", len(content.stories.of(slug)))),
        (len(content.walkthroughs.of(slug)), _n("walkthrough", "walkthroughs", len(content.walkthroughs.of(slug)))),
        (len(content.sheets.of(slug)), _n("worksheet", "worksheets", len(content.sheets.of(slug)))),
    )
    return _Shown(kind=_("Competency"), figure=amounts)


def _bank(_content: Content, values: Mapping[str, Any]) -> _Shown:
    kinds = [question.record.kind for question in values["questions"]]
    amounts = _amounts(
        (len(kinds), _n("question", "questions", len(kinds))),
        (kinds.count("trunk"), _n("broad opener", "broad openers", kinds.count("trunk"))),
        (kinds.count("branch"), _n("angle", "angles", kinds.count("branch"))),
        (kinds.count("leaf"), _n("detail", "details", kinds.count("leaf"))),
    )
    return _Shown(kind=_("Question bank"), figure=amounts)


def _framework(_content: Content, values: Mapping[str, Any]) -> _Shown:
    steps = values["entry"].record.steps
    shared = all(step.share for step in steps)
    parts = (
        Part(weight=step.share if shared else 1, name=step.name, says=f"{step.share} %" if shared else "")
        for step in steps
    )
    return _Shown(kind=_("Framework"), fact=_n("{n} step", "{n} steps", len(steps)), figure=Ribbon(parts=tuple(parts)))


def _principles(_content: Content, values: Mapping[str, Any]) -> _Shown:
    group = values["entry"].record
    amounts = _amounts((len(group.principles), _n("principle", "principles", len(group.principles))))
    return _Shown(kind=_("Company principles"), fact=_("as of {date}", date=group.as_of), figure=amounts)


def _plan(_content: Content, values: Mapping[str, Any]) -> _Shown:
    plan = values["entry"].record
    minutes = [0] * plan.days
    for day in plan.schedule:
        if day.day <= plan.days:
            minutes[day.day - 1] += sum(task.minutes for task in day.tasks)
    if plan.days == 1:
        tasks = [task for day in plan.schedule for task in day.tasks]
        parts = tuple(Part(weight=task.minutes, name=_("{number} min", number=task.minutes), says="") for task in tasks)
        return _Shown(
            kind=_("Plan"),
            fact=_n("one day, {n} minute", "one day, {n} minutes", sum(minutes)),
            figure=Ribbon(parts=parts),
        )
    fact = _n(
        "{n} day, at most {minutes} minutes a day",
        "{n} days, at most {minutes} minutes a day",
        plan.days,
        minutes=plan.minutes_a_day,
    )
    return _Shown(kind=_("Plan"), fact=fact, figure=Days(minutes=tuple(minutes)))


def _loop(_content: Content, values: Mapping[str, Any]) -> _Shown:
    loop = values["entry"].record
    parts = tuple(Part(weight=one.minutes, name=_("{number} min", number=one.minutes), says="") for one in loop.rounds)
    return _Shown(
        kind=_("Loop"),
        fact=_n("{n} round, as of {date}", "{n} rounds, as of {date}", len(parts), date=loop.as_of),
        figure=Ribbon(parts=parts),
    )


def _worksheet(_content: Content, values: Mapping[str, Any]) -> _Shown:
    sheet = values["sheet"].record
    blanks = len(list(sheet.fields()))
    amounts = _amounts(
        (sheet.minutes, _n("minute", "minutes", sheet.minutes)),
        (blanks, _n("thing to fill in", "things to fill in", blanks)),
        (sheet.points(), _n("point", "points", sheet.points())),
    )
    return _Shown(kind=_("Worksheet"), figure=amounts)


def _essay(_content: Content, _values: Mapping[str, Any]) -> _Shown:
    return _Shown(kind=_("To read"))


def _amounts(*rows: tuple[int, str]) -> Amounts:
    return Amounts(pairs=tuple(row for row in rows if row[0]))


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
