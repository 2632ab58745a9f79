"""Every reference and every text of a record, with its path."""

from generator.model import Ref, Words
from generator.model.schema_walk import walk_fields
from tests.handbooks import tiny


def found(slug: str) -> dict[tuple[str | int, ...], tuple[object, str]]:
    return {path: (mark, value) for path, mark, value in walk_fields(tiny.content().stories[slug].record)}


def test_references_are_given_with_their_kind_also_in_lists() -> None:
    story = found("the-no-that-cost-a-renewal")
    assert story["question",] == (Ref("question"), "pushed-back")
    assert story["competencies", 1] == (Ref("competency"), "choosing-what-to-build")
    assert story["narrator", "level"] == (Ref("level"), "pm")


def test_texts_are_given_by_the_names_that_the_file_uses() -> None:
    story = found("the-no-that-cost-a-renewal")
    assert story["notes", 1, "quote"] == (Words("text"), "put my name")
    assert story["told", "context"][0] == Words("prose")
    assert not any(step == "part" for path in story for step in path)


def test_an_optional_field_that_is_not_given_is_not_there() -> None:
    assert not any(path[0] == "contributor" for path in found("the-export-nobody-used"))


def test_every_path_leads_to_the_value_in_the_file() -> None:
    for entry in tiny.content().every():
        for path, _, value in walk_fields(entry.record):
            assert str(entry.source.node(path).data).strip() == value
