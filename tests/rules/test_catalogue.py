"""The catalogue of rules: whole, fresh, and saying how to mend what it names."""

from collections import Counter

import pytest

from generator.rules.catalogue import PAGE, ListedRule, catalogue, catalogue_page
from generator.rules.style_guide import BASE
from tests.handbooks import tiny
from tests.rules.test_broken import CASES, codes_in, expected

MODULES = sorted(  # but for the files of strangers, which are told what is wrong with them where they are taken in
    path for path in (tiny.ROOT / "generator").rglob("*.py") if path.parent.name != "bulk"
)
NOT_RULES = {"report.py", "catalogue.py", "screen.py"}  # the last says what broke a build, and no rule


def test_every_code_used_in_the_generator_is_in_the_catalogue() -> None:
    used = {code for path in MODULES if path.name not in NOT_RULES for code in codes_in(path)}
    used |= {"type", "size", "value", "waiver", *BASE["rules"]}
    assert len(used) > 30
    assert used - {rule.code for rule in catalogue()} == set()


def test_every_rule_of_the_catalogue_is_broken_by_some_mistake_with_its_severity() -> None:
    given = {(line.rpartition("[")[2][:-1], "warning: " in line) for case in CASES for line in expected(case)}
    given |= {(code, True) for code, _ in given if code in BASE["rules"]}  # a waived remark is one, too
    rules = {(rule.code, rule.severity == "warning") for rule in catalogue()}
    assert rules - given == {("unreadable", False)}  # a disk that refuses


def test_a_code_stands_once() -> None:
    assert [code for code, times in Counter(rule.code for rule in catalogue()).items() if times > 1] == []


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_a_rule_says_what_it_asks_why_and_how_to_mend(rule: ListedRule) -> None:
    for text in (rule.asks, rule.why, rule.mend):
        assert text.endswith((".", "?", '"')), text
        assert len(text) > 15
    assert "|" not in rule.asks


def test_the_page_is_fresh() -> None:
    assert (tiny.ROOT / PAGE).read_text(encoding="utf-8") == catalogue_page(), "run `handbook rules`"


def test_the_page_has_an_anchor_for_every_code_and_is_linked() -> None:
    text = catalogue_page()
    assert [rule.code for rule in catalogue() if f"\n### {rule.code}\n" not in text] == []
    assert f"({PAGE})" in (tiny.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
