"""Sheets that are made from entries outgrow what an author may write, and have no field twice."""

from pathlib import Path

import pytest

from generator.content.sheet_parts import lines, section, sheet
from generator.site.pipeline import check
from tests.handbooks import tiny

WALK = "content/walkthroughs/the-roadmap-review.yaml"


def test_entries_at_their_limits_make_sheets(root: Path) -> None:
    old = "level_mistakes: [Ranks instead of choosing]"
    tiny.edit(root, WALK, old, f"level_mistakes: [{', '.join(f'Mistake {at}' for at in range(60))}]")
    (mistakes,) = [
        part
        for part in check(root).content.sheets["score-sheet-the-roadmap-review"].record.sections
        if any(field.id == "mistake-60" for field in part.fields)
    ]
    assert len(mistakes.fields) == 62  # two more than anybody may write


@pytest.mark.parametrize("name", ["telling", "minutes", "return-1", "confidence"])
def test_a_field_has_a_name_of_its_own(name: str) -> None:
    parts = [
        section("A", "B", [lines(name, "one", 1)]),
        section("C", "D", [lines(name, "two", 1), lines(name, "x", 1)]),
    ]
    made = sheet(parts, title="T", summary="S", minutes=1, competencies=())
    assert [field.id for field in made.fields()] == [name, f"{name}-2", f"{name}-3"]
