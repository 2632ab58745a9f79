"""Quotes are set for any text, and nothing moves by it."""

import pytest
from hypothesis import given

from generator.text.typography import typeset, typeset_markdown
from tests.readers.words import straight
from tests.tools.anything import TEXTS

CASES = {
    '"It\'s four euros," said Ranjit. "My mother\'s."': "“It’s four euros,” said Ranjit. “My mother’s.”",
    "He said \"I'd say 'no' then\".": "He said “I’d say ‘no’ then”.",
    "\"'Yes,' she said.\"": "“‘Yes,’ she said.”",
    '("really")': "(“really”)",
    '"As soon as it was clear": which day?': "“As soon as it was clear”: which day?",
    'said\u2014"no"\u2014and left': "said\u2014“no”\u2014and left",
    "the '90s, tell 'em": "the ’90s, tell ’em",
    "the teams' plans": "the teams’ plans",
    '5\'10" and a 17" screen': '5\'10" and a 17" screen',
    'she said "17" and left': "she said “17” and left",
    "from 12 % to 20 %": "from 12\u00a0% to 20\u00a0%",
    "“typed so”, ‘and so’": "“typed so”, ‘and so’",
}
MARKDOWN = {
    'A `"code"` and "words"': 'A `"code"` and “words”',
    '```\n"a"\n```\n"b"': '```\n"a"\n```\n“b”',
    '<a title="x">"y"</a>': '<a title="x">“y”</a>',
    '["y"](story:x "t")': '[“y”](story:x "t")',
    "## It's so {: .a title='b' }": "## It’s so {: .a title='b' }",
    "https://a.example/?q='x' isn't": "https://a.example/?q='x' isn’t",
}


@pytest.mark.parametrize(("typed", "shown"), CASES.items())
def test_quotes_are_set_as_a_printer_would(typed: str, shown: str) -> None:
    assert typeset(typed) == shown


@pytest.mark.parametrize(("typed", "shown"), MARKDOWN.items())
def test_code_tags_and_addresses_stay_as_they_are_written(typed: str, shown: str) -> None:
    assert typeset_markdown(typed) == shown


@given(text=TEXTS)
def test_any_text_keeps_its_words_and_its_length_and_is_set_once(text: str) -> None:
    for set_ in (typeset, typeset_markdown):
        shown = set_(text)
        assert len(shown) == len(text)
        assert straight(shown) == straight(text)
        assert set_(shown) == shown
