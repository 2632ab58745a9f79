"""A question that somebody answers aloud is nearly certain to come: each message names the place that leaves it out."""

import re

import pytest

from generator.model import LOOPS, PLANS
from tests.handbooks import tiny

CONTENT = tiny.real()
SPOKEN = frozenset(entry.slug for entry in CONTENT.bank.values() if entry.record.spoken)


@pytest.mark.parametrize("plan", sorted(CONTENT.of(PLANS)))
def test_every_plan_leads_to_it(plan: str) -> None:
    said = " ".join(task.does for day in CONTENT.of(PLANS)[plan].record.schedule for task in day.tasks)
    assert sorted(SPOKEN - set(re.findall(r"\(question:([a-z0-9-]+)\)", said))) == []


def test_some_round_of_a_loop_holds_it() -> None:
    held = {
        question for entry in CONTENT.of(LOOPS).ordered for one in entry.record.rounds for question in one.questions
    }
    assert sorted(SPOKEN - held) == []
