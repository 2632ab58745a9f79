"""What a picture shows is the page's own: the minutes of a story, the days of a plan, how much a competency has."""

import pytest

from generator.exports.sketch import SHOWN, Amounts, Clock, Days, Ribbon, Sketch, sketch_of
from generator.model import ENTRY_KINDS
from tests.handbooks import tiny
from tests.handbooks.project import KINDS


def sketch(path: str) -> Sketch:
    (page,) = (page for page in tiny.pages() if page.path == path)
    return sketch_of(tiny.content(), page.spec)


def test_a_story_shows_its_parts_and_how_long_it_is_aloud() -> None:
    seen = sketch("stories/the-export-nobody-used.md")
    assert (seen.kind, seen.handbook) == ("Story", tiny.content().words.title)
    assert isinstance(seen.figure, Ribbon)
    assert [part.name for part in seen.figure.parts] == [part.name for part in tiny.content().words.story_parts]
    minutes, _, seconds = seen.fact.removesuffix(" aloud").partition(":")
    parts = [part.says.split(":") for part in seen.figure.parts]
    assert sum(60 * int(m) + int(s) for m, s in parts) == pytest.approx(60 * int(minutes) + int(seconds), abs=15)


def test_an_interview_shows_its_clock() -> None:
    (walk,) = tiny.content().walkthroughs.ordered
    figure = sketch(f"walkthroughs/{walk.slug}.md").figure
    assert isinstance(figure, Clock)
    assert sum(figure.phases) == walk.record.minutes


def test_a_competency_and_its_bank_show_how_much_there_is() -> None:
    content = tiny.content()
    (first, _) = content.competencies.ordered
    figure, bank = sketch(f"competencies/{first.slug}.md").figure, sketch(f"questions/{first.slug}.md").figure
    assert isinstance(figure, Amounts)
    assert isinstance(bank, Amounts)
    assert figure.pairs[0] == bank.pairs[0] == (len(content.bank.of(first.slug)), bank.pairs[0][1])
    assert sum(count for count, _ in bank.pairs[1:]) == bank.pairs[0][0]


def test_a_framework_shows_shares_where_it_has_them_and_else_its_steps() -> None:
    for entry in tiny.content().frameworks.ordered:
        figure, steps = sketch(f"frameworks/{entry.slug}.md").figure, entry.record.steps
        assert isinstance(figure, Ribbon)
        assert [part.name for part in figure.parts] == [step.name for step in steps]
        shares = [f"{step.share} %" for step in steps if step.share]
        assert [part.says for part in figure.parts if part.says] in (shares, [])


def test_a_plan_shows_its_days_and_one_of_one_day_its_tasks() -> None:
    one, two = tiny.content().plans.ordered
    days, tasks = sketch(f"plans/{two.slug}.md").figure, sketch(f"plans/{one.slug}.md").figure
    assert isinstance(days, Days)
    assert len(days.minutes) == two.record.days
    assert isinstance(tasks, Ribbon)
    assert [part.weight for part in tasks.parts] == [task.minutes for task in one.record.schedule[0].tasks]


def test_every_page_says_what_it_is_and_only_the_first_does_not_name_the_handbook_twice() -> None:
    seen = {page.path: sketch_of(tiny.content(), page.spec) for page in tiny.pages()}
    assert [path for path, it in seen.items() if not (it.kind and it.title and it.sentence)] == []
    assert [path for path, it in seen.items() if not it.handbook] == ["index.md"]


def test_every_kind_of_entry_has_a_figure() -> None:
    assert {kind.page_template for kind in ENTRY_KINDS} <= SHOWN.keys() <= set(KINDS)
