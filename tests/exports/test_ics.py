"""A plan as a calendar, read back by a program of its own: moved by what is saved again, free, and rung in time."""

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import icalendar
import pytest

from generator.exports import ics
from generator.pages.practice import practice_files
from tests.handbooks import tiny
from tests.tools import node

EDITION = datetime(2026, 11, 21, tzinfo=UTC)
LATER = datetime(2026, 11, 21, 0, 1, tzinfo=UTC)
BEGINS = date(2026, 12, 30)
PAGE = "https://example.org/handbook/plans/x/"
MOST_OCTETS = 75
SLUGS = sorted(tiny.content().plans)
each_plan = pytest.mark.parametrize("slug", SLUGS)


def events(slug: str, begins: date = BEGINS, edition: datetime = EDITION, **asked: Any) -> list[icalendar.Event]:
    read = icalendar.Calendar.from_ical(
        ics.calendar(tiny.content(), tiny.content().plans[slug], begins, edition, **asked)
    )
    return list(read.walk("VEVENT"))


@each_plan
def test_a_calendar_has_an_event_for_each_day_of_the_plan_from_the_date_on(slug: str) -> None:
    schedule = tiny.content().plans[slug].record.schedule
    found = events(slug)
    assert [event.decoded("DTSTART") for event in found] == [BEGINS + timedelta(days=day.day - 1) for day in schedule]
    for event, day in zip(found, schedule, strict=True):
        assert str(event["DESCRIPTION"]).count("min: ") == len(day.tasks)


@each_plan
def test_saved_again_from_another_day_the_same_events_move(slug: str) -> None:
    before, after = events(slug), events(slug, BEGINS + timedelta(days=5), LATER)
    names = [str(event["UID"]) for event in before]
    assert names == [str(event["UID"]) for event in after]
    assert len(set(names)) == len(names)
    for old, new in zip(before, after, strict=True):
        assert new.decoded("DTSTART") - old.decoded("DTSTART") == timedelta(days=5)
        assert new["SEQUENCE"] > old["SEQUENCE"] >= 0


def test_the_events_of_two_plans_never_share_a_name() -> None:
    names = [str(event["UID"]) for slug in SLUGS for event in events(slug)]
    assert len(set(names)) == len(names)


@each_plan
@pytest.mark.parametrize(("at", "rings"), [(None, timedelta(hours=8)), (time(19, 30), timedelta(minutes=-10))])
def test_every_event_leaves_the_day_free_and_rings(slug: str, at: time | None, rings: timedelta) -> None:
    for event in events(slug, at=at):
        assert (str(event["TRANSP"]), str(event["X-MICROSOFT-CDO-BUSYSTATUS"])) == ("TRANSPARENT", "FREE")
        (alarm,) = event.walk("VALARM")
        assert (str(alarm["ACTION"]), alarm.decoded("TRIGGER")) == ("DISPLAY", rings)
        assert str(alarm["DESCRIPTION"]) == str(event["SUMMARY"])


@each_plan
def test_at_a_time_of_day_an_event_lasts_as_long_as_its_tasks_wherever_the_reader_is(slug: str) -> None:
    schedule = tiny.content().plans[slug].record.schedule
    for event, day in zip(events(slug, at=time(23, 50)), schedule, strict=True):
        begins, ends = event.decoded("DTSTART"), event.decoded("DTEND")
        assert begins == datetime.combine(BEGINS + timedelta(days=day.day - 1), time(23, 50))  # no zone: local
        assert ends - begins == timedelta(minutes=sum(task.minutes for task in day.tasks))


@each_plan
def test_every_event_leads_to_its_day_on_the_page_where_that_has_an_address(slug: str) -> None:
    schedule = tiny.content().plans[slug].record.schedule
    found = events(slug, page=PAGE)
    assert [str(event["URL"]) for event in found] == [f"{PAGE}#day-{day.day}" for day in schedule]
    assert all(str(event["DESCRIPTION"]).endswith(str(event["URL"])) for event in found)
    assert not [event for event in events(slug) if "URL" in event]
    written = next(page.text for page in tiny.pages() if page.path == f"plans/{slug}.md")
    assert all(f"{{: #day-{day.day} }}" in written for day in schedule)


def test_no_line_of_a_calendar_is_longer_than_the_format_allows() -> None:
    for plan in tiny.content().plans.values():
        text = ics.calendar(tiny.content(), plan, BEGINS, EDITION, page=PAGE)
        assert max(len(line.encode()) for line in text.split("\r\n")) <= MOST_OCTETS


@each_plan
@pytest.mark.parametrize(("at", "page"), [(None, ""), (time(7, 5), PAGE), (time(23, 50), "")])
def test_the_browser_makes_the_same_calendar(slug: str, at: time | None, page: str) -> None:
    files = practice_files(tiny.content())
    plans = json.loads(files["practise/data/plans.js"].partition("]=")[2].rstrip().rstrip(";"))
    plan = next(plan for plan in plans["plans"] if plan["id"] == slug)
    made = node.call(
        *(tiny.TESTS / "scripts/calendar.mjs", "made", plan, plans["calendarDomain"]),
        *(BEGINS.isoformat(), EDITION.timestamp() * 1000, f"{at:%H:%M}" if at else "", page),
    )
    assert made == ics.calendar(tiny.content(), tiny.content().plans[slug], BEGINS, EDITION, at=at, page=page)
