"""Worksheets made from other entries."""

import pytest

from generator.content.derived_sheets import Sheet
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


def test_a_story_sheet_asks_for_every_part_and_ticks_what_the_answer_must_contain() -> None:
    fields = {field.id: field.label for field in SHEETS["story-sheet-choosing-what-to-build"].record.fields()}
    assert {"context", "challenge", "actions", "results", "learnings"} <= set(fields)
    assert fields["holds-2"] == "The figure with its base"
