"""What a keyboard or an editor slips in is named; what only looks like it is left."""

import pytest

from generator.text.issue import ContentError
from generator.text.source import parse_source

FINE = (
    "title: The one\nlevel: em  # an id\n",
    "# a comment\ntitle: C# and F#\n",
    'title: "The #1 night"\n',
    "title: '“Quoted” words'\n",
    "says: “First” and “second”\n",
    "says: >-\n  “What is it?” she said: “no”\n  - “a”\n",
    "says: >-\n  key: “all of it”\nnext: a\n",
    "days: 3 #4\n",
    "title: a\u00a0b\n",
)
WRONG = {
    "title: The #1 night\n": "cut-text",
    "title: The # 1 night\n": "cut-text",
    "list:\n  - One  #two\n": "cut-text",
    "title: “The one”\n": "yaml-syntax",
    "list:\n  - „The one“\n": "yaml-syntax",
    "told:\n\u00a0\u00a0a: b\n": "yaml-syntax",
    "told: >-\n\u3000a\n": "yaml-syntax",
}


@pytest.mark.parametrize("text", FINE)
def test_what_only_looks_like_a_slip_is_left(text: str) -> None:
    assert parse_source(text.encode(), "x").data


@pytest.mark.parametrize("text", WRONG)
def test_a_slip_is_named_with_its_mend(text: str) -> None:
    with pytest.raises(ContentError) as refused:
        parse_source(text.encode(), "x")
    assert [issue.code for issue in refused.value.issues] == [WRONG[text]]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_two_bytes_a_letter_are_called_by_their_name(encoding: str) -> None:
    with pytest.raises(ContentError, match=r'UTF-16.*save the file as "UTF-8"'):
        parse_source("title: The night\nsummary: Å word\n".encode(encoding), "x")
