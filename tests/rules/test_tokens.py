"""A text of ASCII alone has its words found by its bytes: they are those that the pattern finds in any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import OwnRules
from generator.rules.style_guide import Guide
from generator.text.language import known, language_of

TYPED = st.text(st.sampled_from("aZ09'-_.,!? \t\n\x0b\x0c\x1c\x1f\x7f\x00\"()&/"), max_size=30)
BEYOND = "\u00e9"  # a word of its own behind a blank, so that the text is not of ASCII


@pytest.mark.parametrize("code", known())
@given(text=TYPED)
def test_words_found_by_their_bytes_are_those_of_the_pattern(code: str, text: str) -> None:
    tokens = Guide(language_of(code), OwnRules(), None).tokens
    assert [*tokens.words(text)] == tokens.words(f"{text} {BEYOND}")[:-1]
    assert [*tokens.low(text)] == tokens.low(f"{text} {BEYOND}")[:-1]
