"""The questions of a competency from a list, from files of their own, and from both: one bank, in one order."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.content.bank_files import found_in_parts
from generator.content.load import load
from generator.content.questions import Bank
from generator.rules.references import linking, referring, unreadable
from tests.handbooks import tiny

LIST = "choosing-what-to-build"
FILE = """ask: {}
kind: leaf
levels: [pm]
intent: Any.
good_answer: [Any]
trap: Any.
"""


def put(root: Path, name: str, order: int | None = None) -> str:
    file = f"content/questions/{LIST}/{name}.yaml"
    (root / file).parent.mkdir(exist_ok=True)
    said = FILE.format(f"What of the {name}?")
    (root / file).write_text(said if order is None else f"order: {order}\n{said}", encoding="utf-8")
    return file


def bank(root: Path) -> Bank:
    content = load(root).content
    assert content
    return content.bank


def test_files_stand_among_those_of_a_list_by_their_place_and_else_behind_them_by_their_name(root: Path) -> None:
    for name, order in (("z-last", None), ("y-last", None), ("between", 15), ("same", 20), ("far", 900), ("first", 1)):
        put(root, name, order)
    found = [one.slug for one in bank(root).of(LIST)]
    assert found == ["first", "hardest-bet", "between", "disagreed-with-the-data", "same", "far", "y-last", "z-last"]
    assert [one.at for one in bank(root).of(LIST)] == list(range(8))


def test_an_issue_stands_in_the_file_of_its_question(root: Path) -> None:
    file = put(root, "between", 15)
    tiny.edit(root, file, "levels: [pm]", "levels: [pmm]")
    tiny.edit(root, f"content/questions/{LIST}.yaml", "twins: [pushed-back]", "twins: [nobody]")
    places = {(issue.file, issue.line, issue.column) for issue in tiny.issues_of(root) if "questions/" in issue.file}
    assert places == {(file, 4, 10), (f"content/questions/{LIST}.yaml", 19, 13)}


@pytest.mark.parametrize("find", [referring, linking, unreadable])
def test_what_is_found_in_the_files_is_what_is_found_in_the_bank(
    root: Path, find: Callable[..., list[tuple[Any, ...]]]
) -> None:
    for name, order in (("first", 1), ("between", 15)):
        file = put(root, name, order)
        tiny.edit(root, file, "trap: Any.", f"trap: See [{name}](story:nowhere).")
        tiny.edit(root, file, "intent: Any.", "intent: '[](story:nowhere)'")
    content = load(root).content
    assert content
    for entry in content.question_banks.values():
        found = sorted(found_in_parts(entry, find), key=str)
        assert found == sorted(find(entry), key=str)
        assert found or entry.slug != LIST


def test_of_a_question_that_cannot_be_read_the_name_is_known(root: Path) -> None:
    (root / "content/questions/saying-no/pushed-back.yaml").write_text("ask: [\n", encoding="utf-8")
    tiny.edit(root, f"content/questions/{LIST}.yaml", "twins: [pushed-back]", "twins: [pushed-back, nobody]")
    issues = tiny.issues_of(root)
    assert [issue.message for issue in issues if issue.code == "reference" and "pushed-back" in issue.message] == []
    assert [issue.code for issue in issues if '"nobody"' in issue.message] == ["reference"]


def test_a_bank_of_files_is_data_and_places_as_a_list_is(root: Path) -> None:
    content = load(root).content
    assert content
    entry = content.question_banks["saying-no"]
    assert entry.file == "content/questions/saying-no"
    assert [one.id for one in entry.record.questions] == ["pushed-back"]
    assert entry.source.data["questions"][0]["ask"] == entry.record.questions[0].ask
    assert entry.source.place(("questions", 0, "ask")) == (1, 6)
    assert entry.source.place_of(("questions", 0, "ask"), "your boss") == (1, 46)
