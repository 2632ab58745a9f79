"""A link of an essay leads where it says, a crooked one is named, and code is left as it is."""

import pytest

from generator.text.essay_links import essay_links, led

CROOKED = (
    '[a](story:no-such "tip")',
    "[a](story:No-Such)",
    "[a](story:no-such#told)",
    "[a](Story:no-such)",
    "[a](<story:no-such>)",
    "words [a][x]\n\n[x]: story:no-such",
    '[x]: <story:no-such> "tip"',
)
CODE = ("`[a](story:b)`", "``[a](story:b) ` ``", "```\n[a](story:b)\n```", "~~~ text\n[a](story:b)\n~~~")
ABROAD = ("[a](https://example.org/story:b)", "[a](mailto:a@example.org)", "[a](other.md)", "[x]: https://example.org")


@pytest.mark.parametrize("text", CROOKED)
def test_a_crooked_link_is_found(text: str) -> None:
    (found,) = essay_links(text)
    assert not found.plain
    assert led(text, lambda kind, slug: f"{kind}/{slug}/").count("story/") == 0


@pytest.mark.parametrize("text", [*CODE, *ABROAD])
def test_what_is_code_or_leads_abroad_is_left(text: str) -> None:
    assert list(essay_links(text)) == []
    assert led(text, lambda *_: "gone") == text


def test_a_plain_link_is_found_at_its_place_and_led() -> None:
    text = "# Title\n\nSee `[a](story:b)` and [words](principle:a/b) there."
    (found,) = essay_links(text)
    assert (found.line, found.target, found.plain) == (3, "principle:a/b", True)
    assert led(text, lambda kind, slug: f"../{kind}/{slug}/").endswith("[words](../principle/a/b/) there.")
