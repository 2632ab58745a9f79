"""A plan as a calendar: one event a day, from the date on which the reader begins or back from the interview."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial

from generator.content.content import Content
from generator.content.entry import Entry
from generator.exports.edition import Edition
from generator.exports.export import File
from generator.model import Plan
from generator.pages.practice import calendar_domain
from generator.text import prose
from generator.text.language import _, _n

TEXT_SPECIAL = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
LINE = 75


def files(edition: Edition) -> Iterator[File]:
    """Give a calendar for each plan. None is a download: a reader's day is asked for where the plan stands."""
    for plan in edition.content.plans.ordered:
        yield File(name=f"{plan.slug}.ics", make=partial(_file, edition, plan))


def _file(edition: Edition, plan: Entry[Plan]) -> bytes:
    return calendar(edition.content, plan, edition.begins or edition.day, edition.time).encode()


def calendar(content: Content, plan: Entry[Plan], begins: date, edition: datetime) -> str:
    """Give the plan from that date on in iCalendar format (RFC 5545), an all-day event for each of its days."""
    stamp = edition.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//handbook//plans//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(plan.record.title)}",
    ]
    for day in plan.record.schedule:
        at = begins + timedelta(days=day.day - 1)
        minutes = sum(task.minutes for task in day.tasks)
        does = "\n".join(
            _("{minutes} min: {does}", minutes=task.minutes, does=prose.plain(task.does)) for task in day.tasks
        )
        lines += [
            "BEGIN:VEVENT",
            f"UID:{plan.slug}-{begins:%Y%m%d}-{day.day}@{calendar_domain(content)}",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{at:%Y%m%d}",
            f"DTEND;VALUE=DATE:{at + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_text(_summary(plan.record.title, day.day, minutes))}",
            f"DESCRIPTION:{_text(does)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


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
