"""Worksheets made from other entries."""

import pytest

from generator.content.address import locate_in
from generator.content.derived_sheets import Sheet
from generator.content.rubric import rubric
from generator.pages.practice_guide import guide
from tests.handbooks import tiny

CONTENT = tiny.content()
SHEETS = {slug: sheet for slug, sheet in CONTENT.sheets.items() if sheet.group != "written"}


def test_each_entry_that_wants_a_sheet_has_one() -> None:
    assert list(SHEETS) == [
        "score-sheet-the-roadmap-review",
        "story-sheet-choosing-what-to-build",
        "story-sheet-saying-no",
        "fill-in-the-bet",
        "story-coverage",
        "systems",
    ]


def test_a_written_sheet_of_the_same_slug_wins() -> None:
    assert next(iter(CONTENT.sheets)) == "every-kind-of-field"
    assert len(CONTENT.sheets) == len(SHEETS) + 1


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=list(SHEETS))
def test_a_sheet_names_each_field_once(sheet: Sheet) -> None:
    ids = [field.id for field in sheet.record.fields()]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=list(SHEETS))
def test_the_results_of_a_sheet_cover_every_score_once(sheet: Sheet) -> None:
    covered = [score for result in sheet.record.results for score in range(result.least, result.most + 1)]
    assert covered == (list(range(sheet.record.points() + 1)) if sheet.record.results else [])


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=list(SHEETS))
def test_a_sheet_is_as_valid_as_one_written_by_hand(sheet: Sheet) -> None:
    data = sheet.record.model_dump(by_alias=True, exclude_defaults=True)
    assert type(sheet.record).model_validate(data) == sheet.record


def test_a_score_sheet_scores_the_rubric() -> None:
    sheet = SHEETS["score-sheet-the-roadmap-review"].record
    assert sheet.points() == 100
    assert sheet.minutes > CONTENT.walkthroughs["the-roadmap-review"].record.minutes


def test_a_fill_in_sheet_has_a_blank_for_every_slot() -> None:
    ids = [field.id for field in SHEETS["fill-in-the-bet"].record.fields()]
    assert ids[:3] == ["first-bet", "second-bet", "price"]


def boxes(slug: str) -> list[str]:
    """Give the ids of the boxes of a story sheet, each followed by the ticks below it."""
    return [field.id for field in SHEETS[f"story-sheet-{slug}"].record.fields() if field.kind in {"lines", "tick"}]


def test_a_story_sheet_asks_for_every_part_and_ticks_what_the_answer_must_contain() -> None:
    fields = {field.id: field.label for field in SHEETS["story-sheet-choosing-what-to-build"].record.fields()}
    assert {"context", "challenge", "actions", "results", "learnings"} <= set(fields)
    assert fields["holds-2"] == "The figure with its base"


def test_what_the_answer_must_contain_stands_below_the_box_it_belongs_to() -> None:
    ids = boxes("choosing-what-to-build")
    assert ids[:9] == [
        "events", "system", "context", "challenge", "holds-1", "actions", "results", "holds-2", "learnings",
    ]  # fmt: skip


def test_without_a_box_of_its_own_it_stands_below_the_telling() -> None:
    ids = boxes("saying-no")
    assert ids[:8] == ["events", "system", "context", "challenge", "actions", "results", "learnings", "holds-1"]


@pytest.mark.parametrize("slug", ["choosing-what-to-build", "saying-no"])
def test_nothing_that_a_competency_wants_stands_above_what_one_remembers(slug: str) -> None:
    sections = SHEETS[f"story-sheet-{slug}"].record.sections
    recall = next(at for at, section in enumerate(sections) if any(field.id == "events" for field in section.fields))
    before = [text for section in sections[: recall + 1] for text in (section.instruction, *section.levels)]
    competency = CONTENT.competencies[slug].record
    wanted = [*competency.must_contain, *(level.expects for level in competency.levels), competency.test]
    assert not set(before) & set(wanted)
    assert not [field for section in sections[: recall + 1] for field in section.fields if field.kind == "tick"]
    assert [section.levels for section in sections[recall + 1 :] if section.levels] == [competency.levels]


def test_a_competency_that_says_how_to_tell_its_story_from_another_has_that_asked_on_its_sheet() -> None:
    asked = {
        slug: [section.instruction for section in SHEETS[f"story-sheet-{slug}"].record.sections]
        for slug in ("choosing-what-to-build", "saying-no")
    }
    test = CONTENT.competencies["choosing-what-to-build"].record.test
    assert [slug for slug, said in asked.items() if test in said] == ["choosing-what-to-build"]


def test_a_told_story_has_one_measure_on_every_story_sheet_and_in_the_mock_interview() -> None:
    measure = [(one.id, one.points, one.anchors) for one in rubric()]
    for slug in CONTENT.competencies:
        scales = [field for field in SHEETS[f"story-sheet-{slug}"].record.fields() if field.points]
        assert [(field.id.removeprefix("score-"), field.points, field.anchors) for field in scales] == measure
    mock = guide(CONTENT, locate_in(CONTENT))["rubric"]
    assert [(one["id"], one["points"], tuple(one["anchors"])) for one in mock] == measure


def test_its_measure_has_a_hundred_points_in_even_steps_and_five_sentences_each() -> None:
    assert sum(one.points for one in rubric()) == 100
    assert {(len(set(one.anchors)), one.points % 4) for one in rubric()} == {(5, 0)}
