"""Somebody's own words find what they mean: by any of its names, in any form of a word, with a slip of the hand."""

import pytest

from generator.content.naming import NoSuchNameError, pick

NAMES = {
    "major-migration": "Tell me about a major migration you led.",
    "big-change": "Tell me about a big change you led.",
    "hardest-bet": "What is the hardest bet you made?",
    "letting-someone-go": "Tell me about somebody you had to dismiss.",
    "helping-someone": "Tell me about somebody you helped.",
}
OTHERS = {"major-migration": ["moving a database", "cutover night"], "letting-someone-go": ["firing", "let go"]}


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("The night we moved the databases", "major-migration"),
        ("How did you migrate it?", "major-migration"),
        ("firing somebody", "letting-someone-go"),
        ("hardset bet", "hardest-bet"),
        ("majr migration", "major-migration"),
    ],
)
def test_the_nearest_by_meaning_comes_first(typed: str, nearest: str) -> None:
    with pytest.raises(NoSuchNameError) as caught:
        pick("question", NAMES, typed, OTHERS)
    assert f'"{nearest}"' in caught.value.near[0]
