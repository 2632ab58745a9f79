# ruff: noqa: RUF001 - signs of other scripts
"""Quotes are set for any text, and nothing moves by it."""

import pytest
from hypothesis import given

from generator.text.highlight import Mark
from generator.text.language import Language, speaking
from generator.text.prose_markdown import markdown
from generator.text.typography import in_place, typeset, typeset_markdown
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
    '**"Who?"** and *"I"*, "**we**"': "**“Who?”** and *“I”*, “**we**”",
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


LANGUAGES = {
    ("de", '"Nein", sagte sie. "Er meinte \'nie\', oder?"'): "„Nein“, sagte sie. „Er meinte ‚nie‘, oder?“",
    ("de", "So geht's, und 's ist gut. 20 %"): "So geht’s, und ’s ist gut. 20\u00a0%",
    ("de-AT", 'Ein 17"-Schirm ("groß")'): 'Ein 17"-Schirm („groß“)',
    ("fr", '"Non", dit-elle, "c\'est fini".'): "«\u202fNon\u202f», dit-elle, «\u202fc’est fini\u202f».",
    ("he", 'הרמטכ"ל אמר "לא" לג\'ון'): "הרמטכ״ל אמר ”לא“ לג׳ון",
    ("pl", '"Nie", powiedziała.'): '"Nie", powiedziała.',
}


@pytest.mark.parametrize(("typed", "shown"), LANGUAGES.items(), ids=lambda value: str(value)[:12])
def test_quotes_are_those_of_the_language_that_is_spoken(typed: tuple[str, str], shown: str) -> None:
    code, text = typed
    with speaking(Language(code=code)):
        assert typeset(text) == shown
        assert typeset(shown) == shown
        assert typeset_markdown(f"`{text}` {text}") == f"`{text}` {shown}"


def test_what_is_marked_is_found_though_the_language_sets_a_space_within_its_quotes() -> None:
    with speaking(Language(code="fr")):
        shown = markdown('Elle dit "non merci" et part.', lambda *_: "", [Mark("non merci", 1, "risk")])
    assert "«\u202f<mark" in shown
    assert "non merci</mark>" in shown
    assert "\u202f» et part." in shown


@given(text=TEXTS)
def test_any_text_keeps_its_length_in_place_in_every_language(text: str) -> None:
    for code in ("de", "fr", "he", "pl"):
        with speaking(Language(code=code)):
            assert len(in_place(text)) == len(text)
            assert typeset(typeset(text)) == typeset(text)
