"""A slug holds every letter of its title, written the same way here and in the browser."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.text.slug import LETTERS, hyphened, latin, slug_of, unwritten
from tests.tools import node

WORDS = node.SCRIPTS / "values/words.js"
TITLES = st.text(
    st.one_of(
        st.sampled_from(
            "aZ09 -\u2019'\u00fc\u00d8\u0141\u017a\u00df\u0130\u03a9\u03c2\u0439\u0429\u0457\u65e5\u672c\u05d0"
        ),
        st.characters(codec="utf-8"),
    ),
    max_size=90,
)


@given(TITLES, st.integers(1, 80))
@example("Die Nacht in Z\u00fcrich", 80)
@example("\u65e5\u672c 2", 80)
@example("\u1e9e \u0130stanbul \ufb01ne \u2126", 80)
def test_the_browser_makes_the_same_slug(title: str, longest: int) -> None:
    assert node.call(WORDS, "slug", title, LETTERS, longest) == slug_of(title, longest)


@given(TITLES)
def test_no_letter_is_dropped(title: str) -> None:
    bare = re.sub("['\u2019\u02bc]", "", latin(title))
    kept = [sign for sign in bare if sign.isalpha()]
    if unwritten(title):
        assert slug_of(title, 500) == ""
    else:
        assert [sign for sign in slug_of(title, 500) if sign.isalpha()] == kept


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("\u0414\u043e\u0431\u0440\u043e\u0435 \u0443\u0442\u0440\u043e", "dobroe-utro"),
        ("\u039a\u03b1\u03bb\u03ae", "kali"),
        ("Sm\u00f8rrebr\u00f8d", "smorrebrod"),
    ],
)
def test_other_alphabets_are_written_in_latin(typed: str, slug: str) -> None:
    assert hyphened(typed) == slug
