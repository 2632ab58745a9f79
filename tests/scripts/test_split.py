"""A telling out of somebody's notes is proposed in its five parts, and not a word of it is lost."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.practice_guide import story_model
from tests.handbooks import tiny
from tests.tools import node

HOST = tiny.TESTS / "scripts/split.mjs"
TELLINGS = yaml.safe_load(Path(__file__).with_name("story").joinpath("tellings.yaml").read_text(encoding="utf-8"))
PARTS = story_model()["parts"]
LONGEST = 20_000
NO_WORDS = re.compile(r"[\W_]+")


@pytest.fixture(scope="module")
def parts() -> list[dict[str, Any]]:
    """Give the five parts as the handbook has them."""
    words = tiny.real().words
    return [part.model_dump(mode="json") for part in words.story_parts]


@pytest.mark.parametrize("telling", TELLINGS, ids=lambda telling: telling["name"])
def test_the_parts_are_proposed_as_a_person_would_read_them(
    telling: dict[str, Any], parts: list[dict[str, Any]]
) -> None:
    found = node.call(HOST, "proposed", telling["pasted"], parts)
    assert (found["title"], found["told"]) == (telling["title"], telling["parts"])


LINES = st.one_of(
    st.sampled_from(("", " ", "\t", "- one", "* two", "1. three", "Situation:", "S/T - x", "**Result**", "# A name")),
    st.sampled_from(("I decided. Then it fell from 9 to 2!", "当时我负责。最终好了。", "e.g. this", "…", "a\u200bb\0")),
    st.text(st.characters(exclude_categories=("Cs", "Cn")), max_size=30),
)


@settings(deadline=None, max_examples=200, derandomize=True, database=None)
@given(lines=st.lists(LINES, max_size=20), end=st.sampled_from(("\n", "\n\n", "\r\n")))
def test_no_word_is_lost_but_the_headings_that_were_honoured(lines: list[str], end: str) -> None:
    plain_parts = [{**part, "headings": ["Situation", "S"], "cues": ["I decided"]} for part in PLAIN]
    found = node.call(HOST, "proposed", end.join(lines), plain_parts)
    given_back = "".join([*found["headings"], found["title"], *found["told"].values()])
    assert sorted(NO_WORDS.sub("", given_back)) == sorted(NO_WORDS.sub("", found["read"]))


PLAIN = [{"id": part, "name": part.capitalize(), "share": 20} for part in PARTS]


@pytest.mark.parametrize("line", ["a ", "\n", "x\n", "Situation" + " " * 9_000, "[ " * 9_000, ". \u202e\0"])
def test_ten_megabytes_are_cut_and_said(line: str, parts: list[dict[str, Any]]) -> None:
    pasted = (line * (10_000_000 // len(line) + 1))[:10_000_000]
    found = node.call(HOST, "proposed", pasted, parts)
    assert found["cut"] == len(pasted) - LONGEST
    assert sum(map(len, found["told"].values())) <= LONGEST
    assert found["count"] <= 60


def test_a_piece_that_is_moved_keeps_its_words_and_the_others_their_order(parts: list[dict[str, Any]]) -> None:
    pasted = "Situation: One. Two. Three.\nAction: Four."
    told = node.call(HOST, "moved", pasted, parts, 1, "challenge")
    assert [told[part] for part in PARTS] == ["One.\n\nThree.", "Two.", "Four.", "", ""]
    back = node.call(HOST, "moved", pasted, parts, 3, "context")
    assert back["context"] == "One. Two. Three.\n\nFour."
