"""What the filter of all questions finds besides what its page says: every other name, and what a fold leaves out."""

import json

import pytest

from generator.content.content import Content
from generator.pages import found_by as room
from generator.pages.found_by import QUESTIONS, found_by
from generator.text.prose import plain
from generator.text.typography import typeset
from tests.handbooks import tiny


@pytest.fixture(scope="module", params=["real", "tiny"])
def content(request: pytest.FixtureRequest) -> Content:
    return tiny.real() if request.param == "real" else tiny.content()


def said(content: Content) -> dict[str, str]:
    text = found_by(content)[QUESTIONS]
    assert "<" not in text
    found: dict[str, str] = json.loads(text.partition('"]=')[2].removesuffix(";\n"))
    return found


def test_every_other_name_of_a_question_is_there(content: Content) -> None:
    found = said(content)
    assert set(found) == {question.slug for question in content.bank.values()}
    for question in content.bank.values():
        for name in (*question.record.also_asked, *question.record.known_as):
            assert typeset(name) in found[question.slug]


def test_so_is_the_end_of_its_intent_which_a_folded_row_leaves_out(content: Content) -> None:
    found = said(content)
    for question in content.bank.values():
        end = plain(question.record.intent)[-20:]
        assert found[question.slug].endswith(typeset(end)) or "." not in plain(question.record.intent)[:-1]


def test_there_is_none_where_the_page_has_no_filter(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "INDEX_ROWS", 1)
    assert found_by(content) == {}
