"""Values as YAML text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.characters import hostile
from generator.text.scalar import block, mapping, one_line, tidy
from generator.text.source import parse_source

LETTERS = st.characters(exclude_categories=("C", "Zl", "Zp"), include_characters="\n\t")
VISIBLE = st.text(LETTERS).filter(lambda text: not any(hostile(text)))


def read(text: str) -> object:
    return parse_source(text.encode(), "x").data


@given(VISIBLE)
def test_any_line_is_read_as_it_was(value: str) -> None:
    assert read(f"key: {one_line(value)}\n") == {"key": value}
    assert read(f"- {one_line(value)}\n") == (value,)
    assert read(f"[{one_line(value)}, x]\n") == (value, "x") or "," in one_line(value)


@given(VISIBLE)
def test_any_prose_is_read_as_it_was_but_for_blanks(value: str) -> None:
    assert read(f"a:\n  key: {block(value, 4)}\n  next: x\n") == {"a": {"key": tidy(value), "next": "x"}}


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,9}", fullmatch=True), VISIBLE | st.lists(VISIBLE), min_size=1))
def test_any_mapping_is_read_as_it_was(fields: dict[str, str | list[str]]) -> None:
    expected = {
        key: tuple(value) if isinstance(value, list) else value if _short(value) else tidy(value)
        for key, value in fields.items()
    }
    assert read("\n".join(mapping(fields)) + "\n") == expected


def _short(value: str) -> bool:
    return "\n" not in value and len(value) <= 100


@pytest.mark.parametrize("value", ["true", "No", "on", "null", "12", "1.5", "2026-01-02", "", "a: b", "a #b", "- a"])
def test_what_means_something_in_yaml_is_quoted(value: str) -> None:
    assert one_line(value).startswith('"')


@pytest.mark.parametrize("value", ["A shift on the belt", "person's", "seven engineers (two remote), 30 %"])
def test_what_means_nothing_is_as_typed(value: str) -> None:
    assert one_line(value) == value


def test_paragraphs_are_folded_and_lists_are_not() -> None:
    assert block("one\ntwo\n\nthree", 2) == ">-\n  one two\n\n  three"
    assert block("one:\n\n- a\n- b", 2) == "|-\n  one:\n\n  - a\n  - b"


def test_long_lines_are_wrapped() -> None:
    assert max(map(len, block("word " * 200, 4).splitlines())) <= 116
