"""The guide on how a story is told, as readers of each language see it."""

import re
from dataclasses import replace

import pytest

from generator.model import OwnRules
from generator.rules.style_guide import FOUND, LIMITS, Guide
from generator.text.language import Language, known, language_of

LENGTH = "length-aloud"


def guide_in(language: Language) -> Guide:
    return Guide(language, OwnRules(), None)


@pytest.mark.parametrize("code", known())
def test_a_measure_is_what_the_remark_asks_and_nothing_of_what_was_found(code: str) -> None:
    guide = guide_in(language_of(code))
    measured = {rule.code: rule.limit for rule in guide.rules() if LIMITS & guide.rule_of(rule.code).keys()}
    assert LENGTH in measured
    for rule, limit in measured.items():
        remark = guide.said(rule, {"found": "\x00"})
        assert limit.endswith("."), rule
        assert remark.lower().startswith(limit[:-1].lower()), rule
        assert "\x00" in remark[len(limit) - 1 :], rule
        assert not re.search(r"[:,;({\s]\.$|\x00", limit), limit
        assert guide.language.say(FOUND) not in limit


def test_where_a_language_says_what_was_found_first_no_half_of_a_remark_is_shown() -> None:
    german = language_of("de")
    first = "{found} Wörter sind es, und {least} bis {most} müssen es sein"
    other = replace(german, messages={**german.messages, guide_in(german).rule_of(LENGTH)["says"]: (first,)})
    assert [rule.limit for rule in guide_in(other).rules() if rule.code == LENGTH] == [""]
