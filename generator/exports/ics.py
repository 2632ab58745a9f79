"""A plan as a calendar: one event a day, from the date on which the reader begins."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from generator.content.address import locate_in
from generator.content.content import Content
from generator.content.entry import Entry
from generator.exports.edition import Edition
from generator.exports.export import File
from generator.model import Plan
from generator.pages.practice_plans import calendar_domain
from generator.text import prose
from generator.text.language import _, _n

TEXT_SPECIAL = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
LINE = 75
BEFORE, IN_THE_MORNING = "-PT10M", "PT8H"  # when the alarm rings: before a time of day, or on a whole day at eight


def files(edition: Edition) -> Iterator[File]:
    """Give a calendar for each plan. None is a download: a reader's day is asked for where the plan stands."""
    for plan in edition.content.plans.ordered:
        yield File(name=f"{plan.slug}.ics", make=partial(_file, edition, plan))


def _file(edition: Edition, plan: Entry[Plan]) -> bytes:
    made = calendar(
        *(edition.content, plan, edition.begins or edition.day, edition.time), at=edition.at, page=_page(edition, plan)
    )
    return made.encode()


def _page(edition: Edition, plan: Entry[Plan]) -> str:
    where = locate_in(edition.content)("plan", plan.slug).removesuffix(".md")
    return f"{edition.address.rstrip('/')}/{where}/" if edition.address else ""


def calendar(  # noqa: PLR0913 - what a reader chooses, one by one
    content: Content, plan: Entry[Plan], begins: date, edition: datetime, *, at: time | None = None, page: str = ""
) -> str:
    """Give the plan from that date on in iCalendar format (RFC 5545), an event for each of its days.

    It lasts all day, or from the time `at` on, wherever the reader is then; it leads to its day on the `page`. The
    same plan from another date, made later, moves the events: their names stay, and their numbers grow.
    """
    moment = edition.astimezone(UTC)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//handbook//plans//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(plan.record.title)}",
    ]
    for day in plan.record.schedule:
        minutes = sum(task.minutes for task in day.tasks)
        does = [_("{minutes} min: {does}", minutes=task.minutes, does=prose.plain(task.does)) for task in day.tasks]
        leads = [f"{page}#day-{day.day}"] if page else []
        summary = _text(_summary(plan.record.title, day.day, minutes))
        lines += [
            "BEGIN:VEVENT",
            f"UID:{plan.slug}-{day.day}@{calendar_domain(content)}",
            f"DTSTAMP:{moment:%Y%m%dT%H%M%SZ}",
            f"SEQUENCE:{int(moment.timestamp()) // 60}",
            *_when(begins + timedelta(days=day.day - 1), at, minutes),
            f"SUMMARY:{summary}",
            f"DESCRIPTION:{_text(chr(10).join([*does, *leads]))}",
            *(f"URL:{address}" for address in leads),
            "TRANSP:TRANSPARENT",
            "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{summary}",
            f"TRIGGER:{BEFORE if at else IN_THE_MORNING}",
            "END:VALARM",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _when(day: date, at: time | None, minutes: int) -> list[str]:
    if at is None:
        return [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"]
    begins = datetime.combine(day, at)
    return [f"DTSTART:{begins:%Y%m%dT%H%M%S}", f"DTEND:{begins + timedelta(minutes=minutes):%Y%m%dT%H%M%S}"]


def _summary(title: str, day: int, minutes: int) -> str:
    return _n("{title}, day {day}: {n} minute", "{title}, day {day}: {n} minutes", minutes, title=title, day=day)


def _text(value: str) -> str:
    return value.translate(TEXT_SPECIAL)


def _folded(line: str) -> str:
    """Give the line in pieces of at most 75 octets, cut between characters."""
    out, width = [], 0
    for character in line:
        size = len(character.encode())
        if width + size > LINE:
            out.append("\r\n ")
            width = 1
        out.append(character)
        width += size
    return "".join(out)
