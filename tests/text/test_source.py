"""YAML that remembers its lines; tests/rules/broken holds what is refused."""

from pathlib import Path
from typing import Any

import pytest

from generator.text.characters import decode, hostile
from generator.text.issue import ContentError
from generator.text.source import parse_source, read_bytes
from generator.text.tree import MAX_DEPTH


def data(text: str) -> Any:
    return parse_source(text.encode(), "x.yaml").data


@pytest.mark.parametrize(
    ("scalar", "expected"),
    [
        *[
            (word, word)
            for word in ("no", "on", "Yes", "True", "NULL", "12:30", "010", "1_000", "0x1F", "1e3", "2026-01-02")
        ],
        *[(word, word) for word in (".5", "5.", "+1", ".inf", "NaN", "1" * 16, "=", "<<", "0.1.2")],
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("~", "~"),
        ("0", 0),
        ("-7", -7),
        ("1.50", 1.5),
        ('"true"', "true"),
        ("'12'", "12"),
        ('""', ""),
    ],
)
def test_only_true_false_null_and_plain_numbers_are_special(scalar: str, expected: object) -> None:
    found = data(f"a: {scalar}\n")["a"]
    assert (type(found), found) == (type(expected), expected)


def test_lists_and_mappings_are_plain_data() -> None:
    assert data("a: [1, {b: c}]\nd:\n  - e\n") == {"a": (1, {"b": "c"}), "d": ("e",)}


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    assert parse_source(b"\xef\xbb\xbfa: b\r\nc: d\r\n", "x").data == {"a": "b", "c": "d"}


@pytest.mark.parametrize("words", ["أهلا", "می‌روم", "👨‍👩‍👧", "naïve", "日本", "a < b", "{{ x }}", "C:\\temp", "½"])
def test_harmless_odd_words_are_read_as_typed(words: str) -> None:
    assert data(f"a: '{words}'\n") == {"a": words}


def test_a_blank_line_begins_a_paragraph_in_a_folded_text_and_in_a_plain_one() -> None:
    assert data("a: >-\n  one\n  two\n\n  three\n") == {"a": "one two\n\nthree"}
    assert data("a: one\n  two\n\n  three\n") == {"a": "one two\n\nthree"}


def test_a_literal_text_keeps_its_lines() -> None:
    assert data("a: |\n  - one\n  - two\n\n  three\n") == {"a": "- one\n- two\n\nthree\n"}


TEXT = "title: a\nnotes:\n  - quote: some words that\n      wrap here\n    kind: risk\n"


def test_a_value_is_found_by_its_path() -> None:
    source = parse_source(TEXT.encode(), "x")
    assert source.place(("notes", 0, "kind")) == (5, 11)
    assert source.key_place(("notes", 0, "kind")) == (5, 5)
    assert source.place(("title",)) == (1, 8)


def test_a_path_that_leads_nowhere_gives_the_deepest_value_on_the_way() -> None:
    source = parse_source(TEXT.encode(), "x")
    assert source.place(("notes", 0, "says", 3)) == source.place(("notes", 0)) == (3, 5)
    assert source.key_place(("notes", 0, "says")) == (3, 5)


def test_words_are_found_however_the_lines_are_wrapped() -> None:
    source = parse_source(TEXT.encode(), "x")
    assert source.place_of(("notes", 0, "quote"), "that wrap") == (3, 23)
    assert source.place_of(("notes", 0, "quote"), "wrap here") == (4, 7)
    assert source.place_of(("notes", 0, "quote"), "not there") == source.place(("notes", 0, "quote"))
    assert source.place_of(("notes", 0, "quote"), "") == source.place(("notes", 0, "quote"))


def test_columns_count_characters_and_not_bytes() -> None:
    assert parse_source("é: {日本: b}\n".encode(), "x").place(("é", "日本")) == (1, 9)


def test_a_depth_of_twelve_is_fine_and_thirteen_is_not() -> None:
    data("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    with pytest.raises(ContentError, match=f"at most {MAX_DEPTH} levels"):
        data("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))


def test_all_mistakes_of_a_file_come_together() -> None:
    with pytest.raises(ContentError) as caught:
        data("a: &x 1\nb: *x\nb: !!t 2\n")
    assert [(i.line, i.code) for i in caught.value.issues] == [
        (1, "alias"),
        (2, "alias"),
        (3, "repeated-key"),
        (3, "tag"),
    ]


def test_a_byte_that_is_no_text_is_named_with_its_place() -> None:
    with pytest.raises(ContentError) as caught:
        decode(b"ab\ncd\xffe", "x.yaml")
    assert (
        str(caught.value)
        == 'x.yaml:2:3: the file must be UTF-8, found the byte 0xFF; save the file as "UTF-8" [encoding]'
    )


@pytest.mark.parametrize(
    "text", ["\u200d", "a\u200db", "\u0641 \u200c", "x\u200c\u0641", "\u200e", "\ufeff", "\ue000", "\u2028"]
)
def test_a_character_that_hides_is_hostile(text: str) -> None:
    assert len(list(hostile(text))) == 1


def test_a_file_that_is_not_there_is_an_issue(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read_bytes(tmp_path / "no.yaml", "no.yaml", kilobytes=64)
    assert [i.code for i in caught.value.issues] == ["unreadable"]


def test_a_file_of_just_the_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: b\n#".ljust(1024, b"x"))
    assert parse_source(read_bytes(path, "x.yaml", kilobytes=1), "x.yaml").data == {"a": "b"}
    path.write_bytes(b"a: b\n#".ljust(1025, b"x"))
    with pytest.raises(ContentError, match="at most 1 kB, found 2 kB"):
        read_bytes(path, "x.yaml", kilobytes=1)


def test_data_under_a_list_as_a_key_is_no_crash() -> None:
    with pytest.raises(ContentError, match="a key must be a word"):
        data("? {a: [b]}\n: {c: d}\n? [e]\n: f\n")
