"""What the browser knows of the plans, and of the day of the interview itself, when every plan is over."""

from typing import Any

from generator.content.address import Locate
from generator.content.content import Content
from generator.content.generated_pages import COMPUTED
from generator.content.sections import left_out
from generator.model import Task
from generator.text.language import _
from generator.text.prose import ENTRY_LINK, pieces, plain
from generator.text.slug import hyphened


def plans(content: Content, locate: Locate) -> dict[str, Any]:
    """Give every plan with its days, what ends a calendar's names, and what to do on the day of the interview."""
    return {
        "calendarDomain": calendar_domain(content),
        "interviewDay": _interview_day(content),
        "plans": [
            {
                "id": entry.slug,
                "title": entry.record.title,
                "days": entry.record.days,
                "minutesADay": entry.record.minutes_a_day,
                "schedule": [
                    {"day": day.day, "tasks": [_task(task, locate) for task in day.tasks]}
                    for day in entry.record.schedule
                ],
                "path": locate("plan", entry.slug),
            }
            for entry in content.plans.ordered
        ],
    }


def _interview_day(content: Content) -> list[dict[str, str]]:
    """Give what to do on the day of the interview: what each does, why, and its path; without what is left out."""
    absent = left_out(content)
    about = next((essay for essay in content.essays.values() if essay.kind == "interview-day"), None)
    aloud = next((name for name in ("mock-interview", "drill") if name not in absent), "")
    things = [
        ("day", _("Read “{title}”", title=about.title), _("What still helps today, hour by hour."), about.path)
        if about
        else None,
        (
            "story",
            _("Write down the first line of each of your stories, from memory"),
            _("Then look at what you forgot, and at nothing else."),
            COMPUTED["my-stories"].path,
        )
        if "my-stories" not in absent
        else None,
        (
            "mock",
            _("Say one story aloud, from start to end"),
            _("The one you know best: the first answer of a day is often the worst."),
            COMPUTED[aloud].path,
        )
        if aloud
        else None,
    ]
    return [dict(zip(("kind", "does", "why", "path"), thing, strict=True)) for thing in things if thing]


def calendar_domain(content: Content) -> str:
    """Give what ends the name of every event in a calendar of this handbook's plans, as a domain would."""
    return f"{hyphened(content.words.title) or 'plans'}.handbook"


def _task(task: Task, locate: Locate) -> dict[str, Any]:
    """Give a plan's task: its words, and the same in stretches of words and, where they are a link, a path."""
    return {
        "does": plain(task.does),
        "minutes": task.minutes,
        "pieces": [
            [words, locate(*link.groups())] if (link := ENTRY_LINK.fullmatch(target)) else [words]
            for words, target in pieces(task.does)
        ],
    }
