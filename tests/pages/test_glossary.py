"""Tooltips for the terms that a page uses."""

import pytest

from generator.pages.glossary import tooltips
from tests.handbooks import tiny

GLOSSARY = tiny.content().glossary


def names(text: str) -> list[str]:
    found = tooltips(GLOSSARY, "a.md", text)
    return [line.split("]")[0].removeprefix("*[") for line in found.splitlines() if line]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The roadmap and its price.", ["price", "roadmap"]),
        ("Price first.", ["Price"]),
        ("PRICE", []),
        ("roadmaps, price-list", ["price"]),
        ("RICE, rice", ["RICE"]),
        ("[words](roadmap.md)", []),
        ('<a title="roadmap">x</a>', []),
        ("---\ntitle: roadmap\n---\nwords", []),
        ("words\n{: .roadmap }", []),
        ("A/B & C <test>", []),
        ("", []),
    ],
)
def test_only_terms_in_the_words_of_a_page_are_given(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_the_meaning_is_escaped() -> None:
    assert "a &#60; b" in tooltips(GLOSSARY, "a.md", "roadmap")


def test_the_page_of_the_glossary_and_a_handbook_without_one_need_none() -> None:
    assert tooltips(GLOSSARY, "reference/glossary.md", "roadmap") == ""
    assert tooltips(None, "a.md", "roadmap") == ""
