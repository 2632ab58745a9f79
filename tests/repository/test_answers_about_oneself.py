"""What the handbook itself answers to a question about oneself is not blamed for being no event."""

import pytest

from generator.content.address import locate_in
from generator.pages.practice_guide import guide
from generator.text.prose import plain
from tests.handbooks import tiny
from tests.scripts.test_story_bank import BLANK_LINE, HOST
from tests.tools import node

CONTENT = tiny.real()
ABOUT_ONESELF = [entry for entry in CONTENT.bank.values() if entry.record.asks_for == "oneself"]


@pytest.mark.parametrize("slug", [entry.slug for entry in ABOUT_ONESELF if entry.record.spoken])
def test_a_strong_answer_passes_without_a_remark(slug: str) -> None:
    given = guide(CONTENT, locate_in(CONTENT))
    spoken = CONTENT.bank[slug].record.spoken
    assert spoken
    said = "\n\n".join(map(plain, BLANK_LINE.split(spoken.says)))
    found = node.call(HOST, "pasted", {**given, "editorial": given["editorial"].value}, slug, said)
    assert (found["remarks"], found["lacks"]) == ([], []), f"{found['words']} words"


def test_why_one_wants_the_job_is_such_a_question() -> None:
    assert "why-management" in {entry.slug for entry in ABOUT_ONESELF}
